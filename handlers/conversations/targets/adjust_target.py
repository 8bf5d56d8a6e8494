"""Adjust a target in the year (目标调整): which, to what, why, by which document, from when."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, pairs, step
from handlers.conversations.targets import target_asking as asking
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.targets import retarget as deeds
from handlers.operations.targets import retarget_terms as terms
from handlers.operations.targets.retarget_news import lines as target_lines
from handlers.operations.targets.target_terms import first_open, last_day_to_adjust
from handlers.show import plain
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, Refusal
from storage import targets
from storage.retargets import REASON_KINDS
from storage.schemes import IndicatorRow

UNITS_SHOWN = 12


class Step(IntEnum):
    """Where the office stands. A step's return type is its outgoing arrows."""

    SCHEME = 1  # saved in the database: never renumber
    INDICATOR = 2
    LINES = 3
    REASON = 4
    DOCUMENT = 5
    MONTH = 6
    CONFIRM = 7
    DONE = -1


async def begin(
    talk: Talk, arg: str
) -> Literal[Step.SCHEME, Step.INDICATOR, Step.LINES, Step.REASON]:
    """Begin; *arg* may name an indicator by code, or bring a cell: "indicator.unit=goal"."""
    if not may_run_the_office(talk.person.roles):
        raise NotAllowed("retarget-office-only")
    city = await talk.city()
    talk.data |= {"scheme": 0, "page": 0, "indicator": 0, "goals": {}}
    found = asking.schemes_open(talk, city)
    cell, _, goal = arg.partition("=")
    named, _, unit = cell.partition(".")
    for scheme in found:
        row = asking.one_named(asking.rows_of(talk, scheme), named) if named else None
        if row is None:
            continue
        talk.data |= {"scheme": scheme.id, "indicator": row.id}
        if is_number(unit) and int(unit) in city.unit_by_id and goal:
            text = f"{city.unit(int(unit)).code} {goal}"
            if await asking.take_goals(talk, [row], text, default=row):
                return Step.REASON
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
    talk.say(
        "retarget-ask-indicator",
        count=len(rows),
        buttons=with_way_back(talk, asking.indicator_keys(rows, talk.data["page"])),
    )


async def page(talk: Talk, arg: str) -> Literal[Step.INDICATOR]:
    talk.data["page"] = asking.page_of(arg)
    return Step.INDICATOR


async def pick(talk: Talk, arg: str) -> Literal[Step.LINES]:
    talk.data |= {"indicator": asking.picked(await _rows(talk), arg).id, "goals": {}}
    return Step.LINES


async def indicator_typed(talk: Talk, typed: str) -> Literal[Step.INDICATOR, Step.LINES]:
    row = asking.one_named(await _rows(talk), typed)
    if row is None:
        talk.note("target-indicator-unknown", text=typed[:40])
        return Step.INDICATOR
    talk.data |= {"indicator": row.id, "goals": {}}
    return Step.LINES


async def ask_lines(talk: Talk) -> None:
    city, row = await talk.city(), await _row(talk)
    earliest = await first_open(talk.conn, city.scheme_by_id[row.scheme_id])
    known = await targets.known_at(
        talk.conn, row.scheme_id, at=talk.now, indicator_id=row.id, period=earliest
    )
    held = [
        (unit.short_name, word)
        for unit in city.units_of(row)
        if (word := known.get((row.indicator.code, unit.code))) and word.target is not None
    ]
    talk.say(
        "retarget-ask-lines",
        code=row.indicator.code,
        indicator=row.indicator.name,
        measure=row.indicator.unit_of_measure,
        since=earliest,
        lines=[
            msg(
                "target-held-line",
                unit=name,
                goal=plain(word.target) if word.target is not None else "—",
                base=plain(word.base) if word.base is not None else "—",
            )
            for name, word in held[:UNITS_SHOWN]
        ]
        or [msg("target-held-none")],
        more=max(0, len(held) - UNITS_SHOWN),
        buttons=with_way_back(talk, []),
    )


async def lines_typed(talk: Talk, typed: str) -> Literal[Step.LINES, Step.REASON]:
    row = await _row(talk)
    talk.data["goals"] = {}
    if not await asking.take_goals(talk, [row], typed, default=row):
        return Step.LINES
    city = await talk.city()
    earliest = await first_open(talk.conn, city.scheme_by_id[row.scheme_id])
    try:
        await terms.lines_of(talk.conn, city, row, _news(talk), earliest, now=talk.now)
    except Refusal as no:
        talk.note(no.message_id, **no.given)
        return Step.LINES
    return Step.REASON


async def ask_reason(talk: Talk) -> None:
    talk.say(
        "retarget-ask-reason",
        **await _so_far(talk),
        buttons=with_way_back(
            talk, pairs([step("reason", f"retarget-reason-{each}", each) for each in REASON_KINDS])
        ),
    )


async def reason(talk: Talk, arg: str) -> Literal[Step.DOCUMENT]:
    if arg not in REASON_KINDS:
        raise Refusal("button-outdated")
    talk.data["reason"] = arg
    return Step.DOCUMENT


async def ask_document(talk: Talk) -> None:
    last = last_day_to_adjust((await talk.city()).scheme_by_id[talk.data["scheme"]])
    talk.say(
        "retarget-ask-document",
        late=int(talk.today > last),
        last=last,
        buttons=with_way_back(talk, []),
    )


async def document_typed(talk: Talk, typed: str) -> Literal[Step.DOCUMENT, Step.MONTH]:
    try:
        talk.data["document"] = terms.checked_document(typed)
    except Refusal as no:
        talk.note(no.message_id, **no.given)
        return Step.DOCUMENT
    return Step.MONTH


async def ask_month(talk: Talk) -> None:
    row = await _row(talk)
    earliest = await first_open(talk.conn, (await talk.city()).scheme_by_id[row.scheme_id])
    months = [Period(earliest.year, month) for month in range(earliest.month, 13)]
    keys = [step("month", "target-month", str(each), period=each) for each in months]
    talk.say("retarget-ask-month", earliest=earliest, buttons=with_way_back(talk, pairs(keys, 3)))


async def month(talk: Talk, arg: str) -> Literal[Step.CONFIRM]:
    try:
        chosen = Period.parse(arg)
    except ValueError:
        raise Refusal("button-outdated") from None
    await terms.check_month(talk.conn, await talk.city(), await _row(talk), chosen)
    talk.data["month"] = str(chosen)
    return Step.CONFIRM


async def ask_confirm(talk: Talk) -> None:
    city = await talk.city()
    last = last_day_to_adjust(city.scheme_by_id[talk.data["scheme"]])
    is_late = talk.today > last
    send = (
        step("send", "retarget-send-committee", "committee")
        if is_late
        else step("send", "retarget-send")
    )
    talk.say(
        "retarget-confirm",
        **await _so_far(talk),
        reason=msg(f"retarget-reason-{talk.data['reason']}"),
        document=talk.data["document"],
        since=Period.parse(talk.data["month"]),
        late=int(is_late),
        last=last,
        buttons=with_way_back(talk, [[send]]),
    )


async def send(talk: Talk, arg: str) -> Literal[Step.DONE]:
    city = await talk.city()
    asked = terms.Terms(
        reason_kind=talk.data["reason"],
        document=talk.data["document"],
        effective_from=Period.parse(talk.data["month"]),
        of_committee=arg == "committee",
    )
    made = await deeds.propose(
        talk.conn, city, talk.person, await _row(talk), _news(talk), asked, now=talk.now
    )
    talk.say(
        "retarget-sent",
        buttons=[
            [go("retarget", "retarget-button-look", str(made.id))],
            [go("targets", "button-targets"), go("todo", "button-todo")],
        ],
    )
    return Step.DONE


async def _so_far(talk: Talk) -> dict[str, str | Msg | list[Msg]]:
    city, row = await talk.city(), await _row(talk)
    earliest = await first_open(talk.conn, city.scheme_by_id[row.scheme_id])
    since = Period.parse(talk.data["month"]) if "month" in talk.data else earliest
    lines = await terms.lines_of(talk.conn, city, row, _news(talk), since, now=talk.now)
    return {
        "code": row.indicator.code,
        "indicator": row.indicator.name,
        "measure": row.indicator.unit_of_measure,
        "lines": target_lines(city, lines),
    }


def _news(talk: Talk) -> dict[int, terms.NewTarget]:
    return {unit: new for (_, unit), new in asking.goals_on_desk(talk).items()}


async def _rows(talk: Talk) -> list[IndicatorRow]:
    city = await talk.city()
    return asking.rows_of(talk, city.scheme_by_id[talk.data["scheme"]])


async def _row(talk: Talk) -> IndicatorRow:
    return (await talk.city()).indicator(talk.data["indicator"])


ERRAND = Errand(
    opening=Opening(
        name="adjust-target",
        commands=("adjust",),
        words=("目标调整", "调整目标"),
        roles=frozenset({"office"}),
    ),
    steps=Step,
    begin=begin,
    places={
        Step.SCHEME: Place(ask=ask_scheme, on_tap={"scheme": scheme}),
        Step.INDICATOR: Place(
            ask=ask_indicator, on_tap={"pick": pick, "page": page}, on_text=indicator_typed
        ),
        Step.LINES: Place(ask=ask_lines, on_text=lines_typed),
        Step.REASON: Place(ask=ask_reason, on_tap={"reason": reason}),
        Step.DOCUMENT: Place(ask=ask_document, on_text=document_typed),
        Step.MONTH: Place(ask=ask_month, on_tap={"month": month}),
        Step.CONFIRM: Place(ask=ask_confirm, on_tap={"send": send}),
    },
)
