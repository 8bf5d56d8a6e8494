"""A table that names no indicator: the person says with a tap which one its figures are for."""

from typing import Literal

from handlers.buttons import step
from handlers.conversations.figures.filing_steps import Step, whole_number
from handlers.conversations.figures.filing_workbook import Landing, lay_guess, what_is_open
from handlers.errands import with_way_back
from handlers.grammar.orders import Unnamed
from handlers.grammar.packed_read import unpacked_unnamed
from handlers.talk import Talk
from handlers.texts import msg
from scoring.refusals import Refusal


async def ask_which(talk: Talk) -> None:
    table = _first(talk)
    if table is None:
        talk.say("workbook-settled", buttons=with_way_back(talk, [[step("look", "file-look")]]))
        return
    city = await talk.city()
    names = {row.indicator.code: row.indicator.name for row in city.indicator_by_id.values()}
    buttons = [
        [
            step(
                "of",
                "file-pick",
                str(number),
                code=guess.column.indicator_code,
                name=names[guess.column.indicator_code],
            )
        ]
        for number, guess in enumerate(table.guesses)
    ]
    title = msg("workbook-of-sheet", sheet=table.title) if table.title else msg("nothing")
    talk.say(
        "workbook-which",
        sheet=title,
        count=max(len(guess.column.cells) or len(guess.doubts) for guess in table.guesses),
        example=table.example,
        buttons=with_way_back(talk, [*buttons, [step("none", "workbook-none-of-these")]]),
    )


async def take_as(talk: Talk, arg: str) -> Landing:
    """Lay the table on the desk for the indicator that was tapped."""
    table, number = _first(talk), whole_number(arg)
    if table is None or number >= len(table.guesses):
        raise Refusal("button-outdated")
    talk.data["unnamed"] = talk.data["unnamed"][1:]
    await lay_guess(talk, table.guesses[number])
    return what_is_open(talk)


async def take_as_none(talk: Talk, _: str) -> Landing:
    talk.data["unnamed"] = talk.data.get("unnamed", [])[1:]
    return what_is_open(talk)


async def look_instead(_talk: Talk, _: str) -> Literal[Step.LOOK]:
    return Step.LOOK


def _first(talk: Talk) -> Unnamed | None:
    waiting = talk.data.get("unnamed", [])
    return unpacked_unnamed(waiting[0]) if waiting else None
