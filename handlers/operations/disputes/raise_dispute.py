"""A unit says that its figures are right, or disputes one of them, within two working days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.disputes.dispute_card import state_said
from handlers.operations.disputes.dispute_news import announce
from handlers.operations.disputes.dispute_terms import FILES_MAX, SAID_MAX, check_until, due_by
from scoring import permissions
from scoring.disputes import is_open
from scoring.model import Period
from scoring.refusals import Locked, NotAllowed, NotFound, Outdated, Refusal
from storage import confirmations, disputes, journal, readings
from storage.confirmations import Told
from storage.disputes import Dispute, File
from storage.people import Person
from storage.schemes import IndicatorRow
from storage.units import UnitRow

LOOK_BACK = timedelta(days=31)
"""Longer than any two working days with holidays around them."""


@dataclass(frozen=True)
class Checked:
    """A figure as its unit may look at it: until when, and what the unit has said of it."""

    told: Told
    until: datetime
    dispute: Dispute | None

    def is_waiting(self, now: datetime) -> bool:
        """Whether the unit may still say something and has not yet."""
        return (
            self.told.was_told
            and not self.told.confirmed
            and self.dispute is None
            and now <= self.until
        )

    def is_disputable(self, now: datetime) -> bool:
        """Whether the unit may dispute it now; a word that it is right may be taken back."""
        return self.told.was_told and self.dispute is None and now <= self.until


async def figures_of(
    conn: AsyncConnection, city: City, unit_id: int, period: Period
) -> dict[int, Checked]:
    """Return a unit's figures of a month by the indicator's id, with what it said of each."""
    told = await confirmations.told(conn, unit_id, period)
    raised: dict[int, list[Dispute]] = {}
    for each in await disputes.of_unit(conn, unit_id, period):
        raised.setdefault(each.indicator_id, []).append(each)
    return {
        indicator_id: Checked(
            each,
            check_until(city, each.since),
            await _about(conn, each, raised.get(indicator_id, [])),
        )
        for indicator_id, each in told.items()
        if indicator_id in city.indicator_by_id
    }


async def latest_told(conn: AsyncConnection, unit_id: int, *, now: datetime) -> Period | None:
    """Return the last month a unit was told figures of lately, or None."""
    found = await confirmations.periods_told(conn, [unit_id], since=now - LOOK_BACK)
    return max((period for _, period in found), default=None)


async def confirm(
    conn: AsyncConnection,
    city: City,
    who: Person,
    unit: UnitRow,
    period: Period,
    *,
    reviews: tuple[int, int] | None = None,
    now: datetime,
) -> list[Told]:
    """Record that a unit finds its figures right; return those it had not confirmed before.

    *reviews* narrows it to what one message showed: the first and the last review told of in it.
    Raises NotAllowed for anybody but a contact of the unit, Locked when the time is over, Outdated
    where nothing is left to confirm.
    """
    if not permissions.may_answer_for(who.roles, unit_id=unit.id):
        raise NotAllowed("check-not-yours", unit=unit.short_name)
    figures = (await figures_of(conn, city, unit.id, period)).values()
    shown = [each for each in figures if _is_shown(each.told, reviews)]
    right = [each.told for each in shown if each.is_waiting(now)]
    if not right:
        late = [each.until for each in shown if each.told.was_told and not each.told.confirmed]
        if late and max(late) < now:
            raise Locked("check-over", unit=unit.short_name, period=period, until=max(late))
        raise Outdated("check-nothing-left", unit=unit.short_name, period=period)
    await confirmations.add(conn, [each.reading.id for each in right], by=who.id, now=now)
    await journal.add(
        conn,
        person_id=who.id,
        act="figures-confirmed",
        subject=f"{unit.code} {period}",
        detail={
            "readings": [each.reading.id for each in right],
            **who.as_deputy("contact", unit.id),
        },
        at=now,
    )
    return right


async def disputable(
    conn: AsyncConnection,
    city: City,
    who: Person,
    indicator_id: int,
    unit: UnitRow,
    period: Period,
    *,
    now: datetime,
) -> Checked:
    """Return a figure that this person may dispute now; raise with the way on otherwise.

    Raises NotAllowed for anybody but a contact of the unit, NotFound where there is no figure,
    Outdated where it was disputed before (with the outcome), Locked when the time is over.
    """
    row = city.indicator(indicator_id)
    if not permissions.may_answer_for(who.roles, unit_id=unit.id):
        raise NotAllowed("check-not-yours", unit=unit.short_name)
    found = (await figures_of(conn, city, unit.id, period)).get(indicator_id)
    if found is None or not found.told.was_told:
        raise NotFound("dispute-no-figure", code=row.indicator.code, period=period)
    if found.dispute is not None:
        raise Outdated(
            "dispute-again",
            code=row.indicator.code,
            number=str(found.dispute.id),
            state=state_said(found.dispute),
        )
    if now > found.until:
        raise Locked("check-over", unit=unit.short_name, period=period, until=found.until)
    return found


async def all_disputable(
    conn: AsyncConnection,
    city: City,
    who: Person,
    unit: UnitRow,
    period: Period,
    *,
    now: datetime,
) -> list[tuple[IndicatorRow, Checked]]:
    """Return the figures of a month that this person may dispute now, in the order of codes.

    Raises as `disputable` does where there is none.
    """
    if not permissions.may_answer_for(who.roles, unit_id=unit.id):
        raise NotAllowed("check-not-yours", unit=unit.short_name)
    figures = await figures_of(conn, city, unit.id, period)
    told = [each for each in figures.values() if each.told.was_told]
    left = [
        (city.indicator(indicator_id), each)
        for indicator_id, each in figures.items()
        if each.is_disputable(now)
    ]
    if left:
        return sorted(left, key=lambda each: each[0].indicator.code)
    if not told:
        raise NotFound("check-none", unit=unit.short_name, period=period)
    ended = [each.until for each in told if each.dispute is None]
    if ended:
        raise Locked("check-over", unit=unit.short_name, period=period, until=max(ended))
    raise Outdated("dispute-all-raised", unit=unit.short_name, period=period)


async def raise_dispute(
    conn: AsyncConnection,
    city: City,
    who: Person,
    indicator_id: int,
    unit: UnitRow,
    period: Period,
    *,
    reading_id: int,
    wanted: str | None,
    reason: str,
    files: Sequence[File],
    now: datetime,
) -> Dispute:
    """Dispute a figure for its unit and hand it to the monitoring unit; return the dispute.

    *reading_id* is the version the person looked at. Raises as `disputable` does, Outdated if
    another figure has come into force since, Refusal without a reason.
    """
    found = await disputable(conn, city, who, indicator_id, unit, period, now=now)
    row = city.indicator(indicator_id)
    if await _has_moved(conn, found.told, period, reading_id):
        raise Outdated("dispute-figure-moved", code=row.indicator.code, period=period)
    if not reason.strip():
        raise Refusal("dispute-needs-reason")
    raised = await disputes.add(
        conn,
        indicator_id=indicator_id,
        unit_id=unit.id,
        period=period,
        reading_id=found.told.reading.id,
        raised_by=who.id,
        wanted=wanted,
        reason=reason.strip()[:SAID_MAX],
        due_at=due_by(city, "raised", now),
        now=now,
    )
    for sent in files[:FILES_MAX]:
        await disputes.add_file(conn, raised.id, sent)
    for_whom = who.as_deputy("contact", unit.id)
    await journal.add(
        conn,
        person_id=who.id,
        act="dispute-raise",
        subject=f"{row.indicator.code} {unit.code} {period}",
        detail={"dispute": raised.id, "reading": raised.reading_id, **for_whom},
        at=now,
    )
    await announce(conn, city, raised.id, actor_id=who.id, now=now)
    return raised


def _is_shown(told: Told, reviews: tuple[int, int] | None) -> bool:
    return reviews is None or reviews[0] <= told.review_id <= reviews[1]


async def _about(conn: AsyncConnection, told: Told, raised: Sequence[Dispute]) -> Dispute | None:
    """Return the dispute about this very answer: an open one, or one about the same figure."""
    for each in reversed(raised):
        if is_open(each.state) or each.reading_id == told.reading.id:
            return each
        answers = await _answers(conn, each.indicator_id, each.unit_id, each.period)
        if answers.get(each.reading_id) == told.reading.entry:
            return each
    return None


async def _has_moved(conn: AsyncConnection, told: Told, period: Period, reading_id: int) -> bool:
    """Whether another answer is in force than the one that was looked at."""
    if told.reading.id == reading_id:
        return False
    answers = await _answers(conn, told.indicator_id, told.reading.unit_id, period)
    return answers.get(reading_id) != told.reading.entry


async def _answers(
    conn: AsyncConnection, indicator_id: int, unit_id: int, period: Period
) -> Mapping[int, object]:
    versions = await readings.versions(conn, indicator_id, unit_id, period)
    return {reading.id: reading.entry for _, reading in versions}
