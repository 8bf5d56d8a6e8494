"""Propose targets to units (提出目标): choose, paste or type, look old → new, send."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, step
from handlers.city import City
from handlers.conversations.targets import target_asking as asking
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.targets import propose_targets as deeds
from handlers.operations.targets.retarget_terms import NewTarget
from handlers.operations.targets.target_grounds import Grounds, grounds
from handlers.show import plain
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.refusals import NotAllowed
from storage import targets
from storage.schemes import IndicatorRow

UNITS_SHOWN = 12
LINES_SHOWN = 30


class Step(IntEnum):
    """Where the proposer stands. A step's return type is its outgoing arrows."""

    SCHEME = 1  # saved in the database: never renumber
    INDICATOR = 2
    LINES = 3
    LOOK = 4
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.SCHEME, Step.INDICATOR, Step.LINES]:
    city = await talk.city()
    talk.data |= {"scheme": 0, "page": 0, "indicator": 0, "goals": {}}
    found = asking.schemes_open(talk, city)
    if not found:
        raise NotAllowed("target-nothing-to-propose")
    for scheme in found:
        row = asking.one_named(asking.rows_of(talk, scheme), arg) if arg else None
        if row is not None:
            talk.data |= {"scheme": scheme.id, "indicator": row.id}
            return Step.LINES
    if len(found) == 1:
        talk.data["scheme"] = found[0].id
        return Step.INDICATOR
    return Step.SCHEME


async def ask_scheme(talk: Talk) -> None:
    found = asking.schemes_open(talk, await talk.city())
    talk.say(
        "target-ask-scheme",
        count=len(found),
        buttons=with_way_back(talk, asking.scheme_keys(found)),
    )


async def scheme(talk: Talk, arg: str) -> Literal[Step.INDICATOR]:
    talk.data["scheme"] = asking.scheme_picked(talk, await talk.city(), arg).id
    return Step.INDICATOR


async def ask_indicator(talk: Talk) -> None:
    rows = await _rows(talk)
    look = [[step("look", "target-look", count=len(talk.data["goals"]))]]
    talk.say(
        "target-ask-indicator",
        count=len(rows),
        buttons=with_way_back(
            talk,
            [
                *asking.indicator_keys(rows, talk.data["page"]),
                *(look if talk.data["goals"] else []),
            ],
        ),
    )


async def page(talk: Talk, arg: str) -> Literal[Step.INDICATOR]:
    talk.data["page"] = asking.page_of(arg)
    return Step.INDICATOR


async def pick(talk: Talk, arg: str) -> Literal[Step.LINES]:
    talk.data["indicator"] = asking.picked(await _rows(talk), arg).id
    return Step.LINES


async def typed_before(talk: Talk, typed: str) -> Literal[Step.INDICATOR, Step.LINES, Step.LOOK]:
    """Take an indicator's name, or a whole table that names its indicators itself."""
    rows = await _rows(talk)
    row = asking.one_named(rows, typed)
    if row is not None:
        talk.data["indicator"] = row.id
        return Step.LINES
    taken = await asking.take_goals(talk, rows, typed, default=None)
    return Step.LOOK if taken else Step.INDICATOR


async def ask_lines(talk: Talk) -> None:
    city, row = await talk.city(), await _row(talk)
    known = await targets.known_at(talk.conn, row.scheme_id, at=talk.now, indicator_id=row.id)
    units = city.units_of(row)
    lines: list[Msg] = []
    for unit in units[:UNITS_SHOWN]:
        word = known.get((row.indicator.code, unit.code))
        lines.append(
            msg(
                "target-held-line",
                unit=unit.short_name,
                goal=plain(word.target) if word and word.target is not None else "—",
                base=plain(word.base) if word and word.base is not None else "—",
            )
        )
    talk.say(
        "target-ask-lines",
        code=row.indicator.code,
        indicator=row.indicator.name,
        measure=row.indicator.unit_of_measure,
        lines=lines,
        more=max(0, len(units) - UNITS_SHOWN),
        buttons=with_way_back(talk, []),
    )


async def lines_typed(talk: Talk, typed: str) -> Literal[Step.LINES, Step.LOOK]:
    row = await _row(talk)
    taken = await asking.take_goals(talk, await _rows(talk), typed, default=row)
    return Step.LOOK if taken else Step.LINES


async def ask_look(talk: Talk) -> None:
    await _drop_faulty(talk)
    goals = asking.goals_on_desk(talk)
    if not goals:
        talk.say("target-look-empty", buttons=with_way_back(talk, [[step("more", "target-more")]]))
        return
    city, shown = await talk.city(), dict(list(goals.items())[:LINES_SHOWN])
    known = await grounds(talk.conn, city, shown, now=talk.now)
    lines = [_line(city, known, cell, new) for cell, new in shown.items()]
    units = {unit for _, unit in goals}
    talk.say(
        "target-look-lines",
        count=len(goals),
        units=len(units),
        days=deeds.UNIT_ANSWERS_DAYS,
        lines=lines,
        more=max(0, len(goals) - LINES_SHOWN),
        buttons=with_way_back(
            talk, [[step("send", "target-send", count=len(goals))], [step("more", "target-more")]]
        ),
    )


async def more(talk: Talk, _: str) -> Literal[Step.INDICATOR]:
    return Step.INDICATOR


async def look(talk: Talk, _: str) -> Literal[Step.LOOK]:
    return Step.LOOK


async def send(talk: Talk, _: str) -> Literal[Step.LOOK, Step.DONE]:
    if await _drop_faulty(talk):
        return Step.LOOK
    city = await talk.city()
    sent = await deeds.propose(
        talk.conn, city, talk.person, asking.goals_on_desk(talk), now=talk.now
    )
    unheard = "、".join(city.unit(each).short_name for each in sent.unheard)
    talk.say(
        "target-sent",
        count=len(sent.made),
        until=sent.made[0].last.answer_until or talk.now,
        unheard=msg("target-sent-unheard", units=unheard) if unheard else msg("nothing"),
        buttons=[[go("target-talks", "target-button-talks"), go("todo", "button-todo")]],
    )
    return Step.DONE


async def _drop_faulty(talk: Talk) -> bool:
    """Take off the desk what cannot be proposed, with the reason; return whether anything was."""
    city, goals = await talk.city(), asking.goals_on_desk(talk)
    known = await grounds(talk.conn, city, goals, now=talk.now)
    dropped = False
    for cell, new in goals.items():
        no = known.fault(city, talk.person, cell, new)
        if no is not None:
            talk.note("target-line-dropped", reason=msg(no.message_id, **no.given))
            del talk.data["goals"][f"{cell[0]}.{cell[1]}"]
            dropped = True
    return dropped


def _line(city: City, known: Grounds, cell: tuple[int, int], new: NewTarget) -> Msg:
    row, unit, held = city.indicator(cell[0]), city.unit(cell[1]), known.held.get(cell)
    base = known.with_base(cell, new).base
    return msg(
        "target-look-line",
        code=row.indicator.code,
        unit=unit.short_name,
        old=plain(held.target) if held and held.target is not None else "—",
        new=plain(new.goal),
        measure=row.indicator.unit_of_measure,
        base=plain(base) if base is not None else "—",
    )


async def _rows(talk: Talk) -> list[IndicatorRow]:
    city = await talk.city()
    return asking.rows_of(talk, city.scheme_by_id[talk.data["scheme"]])


async def _row(talk: Talk) -> IndicatorRow:
    return (await talk.city()).indicator(talk.data["indicator"])


ERRAND = Errand(
    opening=Opening(
        name="propose-targets",
        commands=("propose",),
        words=("提出目标", "目标建议"),
        roles=frozenset({"office", "reporter"}),
    ),
    steps=Step,
    begin=begin,
    places={
        Step.SCHEME: Place(ask=ask_scheme, on_tap={"scheme": scheme}),
        Step.INDICATOR: Place(
            ask=ask_indicator,
            on_tap={"pick": pick, "page": page, "look": look},
            on_text=typed_before,
        ),
        Step.LINES: Place(ask=ask_lines, on_text=lines_typed),
        Step.LOOK: Place(ask=ask_look, on_tap={"send": send, "more": more}, on_text=typed_before),
    },
)
