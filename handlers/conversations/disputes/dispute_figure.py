"""Dispute a figure (提出异议): which one, what would be right, and why, with photos or files."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, pairs, step
from handlers.came import FileSent
from handlers.conversations import gathered
from handlers.conversations.asking import understand
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.answers import (
    NoDataSaid,
    NotApplicableSaid,
    Number,
    UnchangedSaid,
    Unreadable,
)
from handlers.grammar.numbers import read_answer
from handlers.operations.disputes import raise_dispute
from handlers.operations.disputes.dispute_card import wanted_said
from handlers.operations.disputes.dispute_terms import FILES_MAX, SAID_MAX
from handlers.operations.disputes.raise_dispute import Checked
from handlers.show import answer
from handlers.talk import Talk
from handlers.texts import msg
from scoring.model import Period
from scoring.refusals import NotFound
from storage.disputes import File
from storage.schemes import IndicatorRow
from storage.units import UnitRow

BUTTONS_SHOWN = 40


class Step(IntEnum):
    """Where the contact stands. A step's return type is its outgoing arrows."""

    FIGURE = 1  # saved in the database: never renumber
    WANTED = 2
    REASON = 3
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.FIGURE, Step.WANTED]:
    """Start with a unit and month, or with the very figure ("unit.indicator.month")."""
    city = await talk.city()
    asked = understand(talk, city, arg.replace(".", " "))
    own = [city.unit(each) for each in talk.person.units_as("contact")]
    unit = asked.units[0] if asked.units else next(iter(own), None)
    if unit is None:
        raise NotFound("check-no-unit")
    period = asked.period or await raise_dispute.latest_told(talk.conn, unit.id, now=talk.now)
    if period is None:
        raise NotFound("dispute-nothing-told", unit=unit.short_name)
    talk.data |= gathered.nothing()
    talk.data |= {"unit": unit.code, "period": str(period), "indicator": 0, "wanted": None}
    if asked.indicator is not None:
        return await _take(talk, unit, period, asked.indicator)
    figures = await _disputable(talk, unit, period)
    if len(figures) == 1:
        return await _take(talk, unit, period, figures[0][0])
    return Step.FIGURE


async def _take(
    talk: Talk, unit: UnitRow, period: Period, row: IndicatorRow
) -> Literal[Step.WANTED]:
    found = await raise_dispute.disputable(
        talk.conn, await talk.city(), talk.person, row.id, unit, period, now=talk.now
    )
    talk.data |= {"indicator": row.id, "reading": found.told.reading.id}
    return Step.WANTED


async def _disputable(
    talk: Talk, unit: UnitRow, period: Period
) -> list[tuple[IndicatorRow, Checked]]:
    return await raise_dispute.all_disputable(
        talk.conn, await talk.city(), talk.person, unit, period, now=talk.now
    )


# --- which figure ------------------------------------------------------------------------------


async def ask_figure(talk: Talk) -> None:
    unit, period = await _unit(talk), _period(talk)
    figures = await _disputable(talk, unit, period)
    talk.say(
        "dispute-which",
        unit=unit.short_name,
        period=period,
        lines=[
            msg(
                "dispute-which-line",
                code=row.indicator.code,
                indicator=row.indicator.name,
                answer=answer(each.told.reading, row.indicator.unit_of_measure),
                until=each.until,
            )
            for row, each in figures[:BUTTONS_SHOWN]
        ],
        buttons=with_way_back(
            talk,
            pairs(
                [
                    step("figure", "verbatim", str(row.id), text=row.indicator.code)
                    for row, _ in figures[:BUTTONS_SHOWN]
                ],
                4,
            ),
        ),
    )


async def choose_figure(talk: Talk, arg: str) -> Literal[Step.WANTED]:
    unit, period = await _unit(talk), _period(talk)
    for row, _ in await _disputable(talk, unit, period):
        if str(row.id) == arg:
            return await _take(talk, unit, period, row)
    raise NotFound("button-outdated")


async def name_figure(talk: Talk, typed: str) -> Literal[Step.FIGURE, Step.WANTED]:
    unit, period, sought = await _unit(talk), _period(talk), typed.strip().upper()
    figures = [row for row, _ in await _disputable(talk, unit, period)]
    exact = [row for row in figures if row.indicator.code == sought]
    meant = exact or [row for row in figures if typed.strip() in row.indicator.name]
    if len(meant) != 1:
        talk.note("dispute-which-unclear", text=typed[:60], count=len(meant))
        return Step.FIGURE
    return await _take(talk, unit, period, meant[0])


# --- what would be right -----------------------------------------------------------------------


async def ask_wanted(talk: Talk) -> None:
    row, found = await _row(talk), await _figure(talk)
    talk.say(
        "dispute-wanted",
        unit=(await _unit(talk)).short_name,
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=_period(talk),
        answer=answer(found.told.reading, row.indicator.unit_of_measure),
        measure=row.indicator.unit_of_measure,
        until=found.until,
        buttons=with_way_back(talk, [[step("unsure", "dispute-unsure")]]),
    )


async def unsure(talk: Talk, _: str) -> Literal[Step.REASON]:
    talk.data["wanted"] = None
    return Step.REASON


async def wanted_typed(talk: Talk, typed: str) -> Literal[Step.WANTED, Step.REASON]:
    """Take the figure; a text that is none is the reason already."""
    row, found = await _row(talk), await _figure(talk)
    match read_answer(typed, unit_of_measure=row.indicator.unit_of_measure):
        case Number(value=value):
            if value == found.told.reading.value:
                talk.note("dispute-wanted-same")
                return Step.WANTED
            talk.data["wanted"] = f"{value:f}"
        case NoDataSaid():
            talk.data["wanted"] = "no_data"
        case NotApplicableSaid():
            talk.data["wanted"] = "not_applicable"
        case UnchangedSaid():
            talk.note("dispute-wanted-unclear")
            return Step.WANTED
        case Unreadable(reason=reason):
            if typed[:1].isdigit():
                talk.note("file-problem", text=typed[:60], reason=reason)
                return Step.WANTED
            gathered.take_words(talk, typed)
    return Step.REASON


async def file_at_wanted(talk: Talk, sent: FileSent) -> Literal[Step.REASON]:
    gathered.take_file(talk, sent, documents=True)
    return Step.REASON


async def ask_reason(talk: Talk) -> None:
    row, found = await _row(talk), await _figure(talk)
    ready = bool(gathered.words_of(talk).strip())
    measure = row.indicator.unit_of_measure
    talk.say(
        "dispute-reason",
        unit=(await _unit(talk)).short_name,
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=_period(talk),
        answer=answer(found.told.reading, measure),
        wanted=wanted_said(talk.data["wanted"], measure),
        gathered=gathered.so_far(talk) or msg("nothing"),
        ready=int(ready),
        most=SAID_MAX,
        buttons=with_way_back(talk, [[step("submit", "dispute-submit")]] if ready else []),
    )


async def add_words(talk: Talk, typed: str) -> Literal[Step.REASON]:
    if len(gathered.words_of(talk)) + len(typed) > SAID_MAX:
        talk.note("dispute-too-long", most=SAID_MAX)
        return Step.REASON
    gathered.take_words(talk, typed)
    return Step.REASON


async def add_file(talk: Talk, sent: FileSent) -> Literal[Step.REASON]:
    if len(gathered.files_of(talk)) >= FILES_MAX:
        talk.note("dispute-files-full", most=FILES_MAX)
        return Step.REASON
    gathered.take_file(talk, sent, documents=True)
    return Step.REASON


async def submit(talk: Talk, _: str) -> Literal[Step.DONE]:
    city, unit, row = await talk.city(), await _unit(talk), await _row(talk)
    wanted: str | None = talk.data["wanted"]
    raised = await raise_dispute.raise_dispute(
        talk.conn,
        city,
        talk.person,
        row.id,
        unit,
        _period(talk),
        reading_id=talk.data["reading"],
        wanted=wanted,
        reason=gathered.words_of(talk),
        files=[File(e.kind, e.file_id, e.unique_id) for e in gathered.files_of(talk)],
        now=talk.now,
    )
    talk.say(
        "dispute-raised",
        number=str(raised.id),
        monitor=city.unit(row.monitoring_unit_id).short_name,
        due=raised.due_at or talk.now,
        buttons=[
            [
                go("dispute", "button-dispute", str(raised.id)),
                go("check", "button-check", f"{unit.code}.{_period(talk)}"),
            ],
            [go("todo", "button-todo")],
        ],
    )
    return Step.DONE


async def _unit(talk: Talk) -> UnitRow:
    return (await talk.city()).unit_by_code[talk.data["unit"]]


async def _row(talk: Talk) -> IndicatorRow:
    return (await talk.city()).indicator(talk.data["indicator"])


def _period(talk: Talk) -> Period:
    return Period.parse(talk.data["period"])


async def _figure(talk: Talk) -> Checked:
    city = await talk.city()
    return await raise_dispute.disputable(
        talk.conn,
        city,
        talk.person,
        talk.data["indicator"],
        await _unit(talk),
        _period(talk),
        now=talk.now,
    )


ERRAND = Errand(
    opening=Opening(
        name="dispute-figure",
        commands=("dispute",),
        words=("有异议", "提出异议"),
        roles=frozenset({"contact"}),
    ),
    steps=Step,
    begin=begin,
    places={
        Step.FIGURE: Place(ask=ask_figure, on_tap={"figure": choose_figure}, on_text=name_figure),
        Step.WANTED: Place(
            ask=ask_wanted,
            on_tap={"unsure": unsure},
            on_text=wanted_typed,
            on_file=file_at_wanted,
        ),
        Step.REASON: Place(
            ask=ask_reason, on_tap={"submit": submit}, on_text=add_words, on_file=add_file
        ),
    },
)
