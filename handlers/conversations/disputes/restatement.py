"""A restatement on the office's desk: what it would move, and approve, propose or decline it."""

from enum import IntEnum
from typing import Literal, cast

from handlers.buttons import Button, go, is_number, pairs
from handlers.errands import Errand, Opening, Place, View, with_way_back
from handlers.operations.disputes import restate
from handlers.operations.disputes.dispute_terms import SAID_MAX
from handlers.operations.disputes.open_restatement import DOCUMENT_MAX
from handlers.operations.disputes.restate_effect import expected, lines
from handlers.operations.disputes.restate_news import card, figures
from handlers.operations.disputes.restate_steps import actable, approves
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound, Outdated
from scoring.restatements import Deed
from storage import periods, restatements
from storage.restatements import Restatement

OFFICE = frozenset({"office"})
LINES_SHOWN = 12
LISTED = 12
IN_WORDS = ("propose", "decline")


async def show(talk: Talk, arg: str) -> None:
    found, city = await _one(talk, arg), await talk.city()
    talk.say(
        "restate-look",
        card=await card(talk.conn, city, found),
        effect=await _effect(talk, found),
        buttons=await _buttons(talk, found),
    )


async def approve(talk: Talk, arg: str) -> None:
    found = await _one(talk, arg)
    await restate.approve(
        talk.conn,
        await talk.city(),
        talk.services.boards,
        talk.person,
        found.id,
        now=talk.now,
    )
    talk.note("restate-approved", number=str(found.id))
    await show(talk, str(found.id))


async def withdraw(talk: Talk, arg: str) -> None:
    found = await _one(talk, arg)
    await restate.withdraw(talk.conn, await talk.city(), talk.person, found.id, now=talk.now)
    await show(talk, str(found.id))


async def show_list(talk: Talk, _: str) -> None:
    _only_the_office(talk)
    city, found = await talk.city(), await restatements.latest(talk.conn, LISTED)
    ways = [
        [go("restate", "restate-new")],
        [go("office", "button-office"), go("todo", "button-todo")],
    ]
    if not found:
        talk.say("restatements-none", buttons=ways)
        return
    talk.say(
        "restatements",
        lines=[
            msg(
                "restatements-line",
                number=str(each.id),
                unit=city.unit(each.unit_id).short_name,
                code=city.indicator(each.indicator_id).indicator.code,
                period=each.period,
                state=msg("restate-state", state=each.state),
            )
            for each in found
        ],
        buttons=[
            *pairs(
                [go("restatement", "verbatim", str(each.id), text=str(each.id)) for each in found],
                6,
            ),
            *ways,
        ],
    )


async def _one(talk: Talk, arg: str) -> Restatement:
    _only_the_office(talk)
    of_dispute = arg.startswith("d")
    number = arg.removeprefix("d")
    if not is_number(number):
        raise NotFound("restate-gone")
    look = restatements.of_dispute if of_dispute else restatements.one
    found = await look(talk.conn, int(number))
    if found is None:
        raise NotFound("restate-gone")
    return found


async def _effect(talk: Talk, found: Restatement) -> Msg:
    """Return what the new figure would move, while it waits for the office."""
    _, new = await figures(talk.conn, found)
    if new is None or found.state not in {"document", "approval"}:
        return msg("nothing")
    city = await talk.city()
    row = city.indicator(found.indicator_id)
    scheme_row = city.scheme_by_id[row.scheme_id]
    shift = await expected(
        talk.conn,
        city,
        talk.services.boards,
        scheme_row,
        found.period,
        indicator=row.indicator.code,
        unit=city.unit(found.unit_id).code,
        entry=new.entry,
    )
    if not shift:
        return msg("restate-moves-nothing")
    return msg(
        "restate-moves",
        count=len(shift),
        lines=lines(city, shift[:LINES_SHOWN], scheme_row.scheme.places),
    )


async def _buttons(talk: Talk, found: Restatement) -> list[list[Button]]:
    number, rows = str(found.id), list[list[Button]]()
    row = (await talk.city()).indicator(found.indicator_id)
    month = await periods.acts(talk.conn, row.scheme_id, found.period)
    is_released = periods.released_at(month) is not None
    is_own = not approves(talk.person, found, is_released=is_released)
    decline = go("answer-restatement", "restate-decline", f"{number}.decline")
    if found.state == "document":
        rows.append([go("answer-restatement", "restate-propose", f"{number}.propose"), decline])
    if found.state == "approval":
        rows.append(
            [decline] if is_own else [go("approve-restatement", "restate-approve", number), decline]
        )
        if is_own:
            rows.append([go("invite", "office-invite")])
    if found.state in {"figure", "review"}:
        rows.append([go("withdraw-restatement", "restate-withdraw", number)])
    return [*rows, [go("restatements", "button-restatements"), go("todo", "button-todo")]]


def _only_the_office(talk: Talk) -> None:
    if not may_run_the_office(talk.person.roles):
        raise NotAllowed("office-only")


class Step(IntEnum):
    """Where the office stands. A step's return type is its outgoing arrows."""

    WORDS = 1  # saved in the database: never renumber
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    number, _, deed = arg.partition(".")
    if not is_number(number) or deed not in IN_WORDS:
        raise NotFound("restate-gone")
    talk.data |= {"restatement": int(number), "deed": deed}
    await _actable(talk)
    return Step.WORDS


async def ask_words(talk: Talk) -> None:
    found = await _actable(talk)
    talk.say(
        "restate-words",
        card=await card(talk.conn, await talk.city(), found),
        deed=talk.data["deed"],
        most=_most(talk),
        buttons=with_way_back(talk, []),
    )


async def words_typed(talk: Talk, typed: str) -> Literal[Step.WORDS, Step.DONE]:
    if len(typed) > _most(talk):
        talk.note("dispute-too-long", most=_most(talk))
        return Step.WORDS
    found, city = await _actable(talk), await talk.city()
    try:
        if talk.data["deed"] == "propose":
            await restate.propose(
                talk.conn, city, talk.person, found.id, document=typed, now=talk.now
            )
        else:
            await restate.decline(
                talk.conn, city, talk.person, found.id, reason=typed, now=talk.now
            )
    except Outdated as late:
        talk.notes.append(Msg(late.message_id, late.given))
    await show(talk, str(found.id))
    return Step.DONE


async def _actable(talk: Talk) -> Restatement:
    return await actable(
        talk.conn,
        await talk.city(),
        talk.person,
        talk.data["restatement"],
        cast("Deed", talk.data["deed"]),
    )


def _most(talk: Talk) -> int:
    return DOCUMENT_MAX if talk.data["deed"] == "propose" else SAID_MAX


VIEWS = (
    View(opening=Opening(name="restatement", roles=OFFICE, in_menu=False), show=show),
    View(
        opening=Opening(
            name="restatements", commands=("restatements",), words=("重述记录",), roles=OFFICE
        ),
        show=show_list,
    ),
    View(opening=Opening(name="approve-restatement", roles=OFFICE, in_menu=False), show=approve),
    View(opening=Opening(name="withdraw-restatement", roles=OFFICE, in_menu=False), show=withdraw),
)
ERRAND = Errand(
    opening=Opening(name="answer-restatement", roles=OFFICE, in_menu=False),
    steps=Step,
    begin=begin,
    places={Step.WORDS: Place(ask=ask_words, on_text=words_typed)},
)
