"""History (版本): every version of one figure, who said it when, and what became of it."""

from collections.abc import Mapping

from handlers.buttons import Button, go
from handlers.city import City
from handlers.conversations.asking import period_shown, understand
from handlers.conversations.figure_buttons import figure_buttons
from handlers.conversations.results.unit_card import scheme_of, which_unit
from handlers.errands import Opening, View
from handlers.operations.disputes.dispute_card import state_said
from handlers.operations.doer import filed_and_reviewed
from handlers.operations.figures import behalf
from handlers.operations.figures.evidence import seen_by
from handlers.operations.matters.instruct_button import under_unit
from handlers.show import adjusted, answer
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.permissions import may_see_drafts
from scoring.refusals import Refusal
from storage import disputes, evidence, readings, targets
from storage.disputes import Dispute
from storage.readings import Filing, Reading
from storage.schemes import IndicatorRow
from storage.units import UnitRow

SEERS = frozenset({"contact", "leader", "committee", "office", "auditor"})


async def show(talk: Talk, arg: str) -> None:
    city = await talk.city()
    asked = understand(talk, city, arg.replace(".", " "))
    if asked.indicator is None:
        raise Refusal("history-how")
    unit = await which_unit(talk, city, asked, route="history")
    if unit is None:
        return
    row = scheme_of(city, unit, asked.period, talk)
    period = await period_shown(talk, city, row, asked.period)
    found = await readings.versions(talk.conn, asked.indicator.id, unit.id, period)
    drafts_seen = may_see_drafts(
        talk.person.roles, monitoring_unit_id=asked.indicator.monitoring_unit_id
    )
    shown = [each for each in found if drafts_seen or await _was_released(talk, each[0])]
    disputed = {
        each.reading_id: each
        for each in await disputes.of_cell(talk.conn, asked.indicator.id, unit.id, period)
    }
    told = [
        await _line(talk, city, asked.indicator, number, filing, reading, disputed)
        for number, (filing, reading) in enumerate(shown, start=1)
    ]
    talk.say(
        "history",
        unit=unit.name,
        code=asked.indicator.indicator.code,
        indicator=asked.indicator.indicator.name,
        period=period,
        count=len(shown),
        lines=[
            *(told or [msg("history-none")]),
            *await _adjusted(talk, asked.indicator, unit, period),
        ],
        buttons=[
            [go("why", "button-why", f"{unit.code}.{asked.indicator.indicator.code}.{period}")],
            await figure_buttons(talk, city, unit, asked.indicator, period),
            await _evidence(talk, city, asked.indicator, period),
            under_unit(
                talk.person,
                unit,
                str(period),
                kind="history",
                indicator=asked.indicator.indicator.code,
            ),
        ],
    )


async def _adjusted(talk: Talk, row: IndicatorRow, unit: UnitRow, period: Period) -> list[Msg]:
    """Return the mark of a target that was adjusted for this month; nothing for any other."""
    known = await targets.known_at(
        talk.conn, row.scheme_id, at=talk.now, indicator_id=row.id, period=period
    )
    mark = adjusted(known.get((row.indicator.code, unit.code)))
    return [] if mark is None else [mark]


async def _evidence(talk: Talk, city: City, row: IndicatorRow, period: Period) -> list[Button]:
    """Return the button that opens what proves these figures, if this person may see any."""
    there = await evidence.of_column(talk.conn, row.id, period)
    seen = await seen_by(talk.conn, city, talk.person, there)
    if not seen:
        return []
    return [go("evidence", "evidence-look", f"{row.id}.{period}", count=len(seen))]


async def _was_released(talk: Talk, filing: Filing) -> bool:
    review = await readings.review_of(talk.conn, filing.id)
    return review is not None and review.outcome == "released"


async def _line(
    talk: Talk,
    city: City,
    row: IndicatorRow,
    number: int,
    filing: Filing,
    reading: Reading,
    disputed: Mapping[int, Dispute],
) -> Msg:
    review = await readings.review_of(talk.conn, filing.id)
    names = await filed_and_reviewed(talk.conn, row, filing, review)
    return msg(
        "history-line",
        number=number,
        answer=answer(reading, row.indicator.unit_of_measure),
        monitor=city.unit(row.monitoring_unit_id).short_name,
        reporter=names.reporter,
        filed=filing.filed_at,
        way=filing.way,
        state="waiting" if review is None else review.outcome,
        reviewer=names.reviewer,
        reviewed=review.at if review is not None else filing.filed_at,
        behalf=await behalf.label(talk.conn, filing.id),
        reason=reading.reason or "—",
        reasoned=int(reading.reason is not None),
        disputed=_disputed(disputed.get(reading.id)),
    )


def _disputed(found: Dispute | None) -> Msg:
    if found is None:
        return msg("nothing")
    return msg("history-disputed", number=str(found.id), state=state_said(found))


VIEW = View(
    opening=Opening(name="history", commands=("history",), words=("版本",), roles=SEERS),
    show=show,
    reads_only=True,
)
