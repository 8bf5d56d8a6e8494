"""Move the deadlines that an outage of ours fell upon: for all, by rule, announced once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.clock import deadlines
from handlers.operations.clock.deadlines import Deadlines
from handlers.operations.clock.due_figures import shortened
from handlers.operations.clock.move_deadline import move_deadlines
from handlers.operations.record.discipline import filed_indicators
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from scoring.due import is_due
from scoring.model import Period
from scoring.outages import NOTED_FROM, Down, moved_by
from storage import deadlines as moves
from storage import journal, people
from storage.deadlines import Move
from storage.people import PersonRow
from storage.schemes import IndicatorRow

MONTHS_BACK = 3
"""A figure of the quarter or month before is due now; one given more time may be older."""


@dataclass(frozen=True)
class Shifted:
    """One figure whose deadline was moved."""

    row: IndicatorRow
    move: Move


async def shift_after_outage(
    conn: AsyncConnection, city: City, *, since: datetime, until: datetime
) -> None:
    """Note that the bot was down from *since* until *until*, and move what that fell upon.

    Pauses of a few minutes are nothing. The same hour lost in two outages of one day counts as an
    hour. Whoever still has to file or review something that moved is told once, and the office.
    """
    if until - since < NOTED_FROM:
        return
    outage_id = await moves.add_outage(conn, from_at=since, until_at=until)
    detail = {"from": since.isoformat(), "until": until.isoformat()}
    await journal.add(
        conn, person_id=None, act="outage-noted", subject=str(outage_id), detail=detail, at=until
    )
    morning = datetime.combine(since.astimezone(city.zone).date(), time.min, tzinfo=city.zone)
    downs = [
        (each.from_at.astimezone(city.zone), each.until_at.astimezone(city.zone))
        for each in await moves.outages_since(conn, morning)
    ]
    dues = await deadlines.about(conn, city, since)
    shifted = await _shift_figures(conn, dues, downs, outage_id, since=since, until=until)
    freezes = await _shift_freezes(conn, dues, downs, outage_id, since=since, until=until)
    if shifted or freezes:
        said = _Announcement(outage_id, since, until, freezes)
        await _announce(conn, city, said, shifted, now=until)


async def _shift_figures(
    conn: AsyncConnection,
    dues: Deadlines,
    downs: Sequence[Down],
    outage_id: int,
    *,
    since: datetime,
    until: datetime,
) -> list[Shifted]:
    city, shifted = dues.city, list[Shifted]()
    for row, period in _cells(dues, until):
        here = dues.of(row, period).at.astimezone(city.zone)
        minutes = city.scheme_by_id[row.scheme_id].scheme.outage_minutes
        to = _moved(here, downs, city, minutes, since=since, until=until)
        if to is not None:
            move = Move(row.id, period, to, "outage", None, outage_id, until)
            shifted.append(Shifted(row, move))
    await move_deadlines(conn, city, [each.move for each in shifted], by=None, now=until)
    return shifted


async def _shift_freezes(
    conn: AsyncConnection,
    dues: Deadlines,
    downs: Sequence[Down],
    outage_id: int,
    *,
    since: datetime,
    until: datetime,
) -> dict[Period, datetime]:
    city, shifted = dues.city, dict[Period, datetime]()
    for period in _periods(city, until):
        here = dues.freeze_of(period).at.astimezone(city.zone)
        schemes = city.schemes_of(period.year)
        # All figures of a month are frozen at once, so the most patient scheme is no measure.
        minutes = min((each.scheme.outage_minutes for each in schemes), default=0)
        to = _moved(here, downs, city, minutes, since=since, until=until) if schemes else None
        if to is not None:
            await moves.add(conn, Move(None, period, to, "outage", None, outage_id, until))
            await journal.add(
                conn,
                person_id=None,
                act="freeze-moved",
                subject=str(period),
                detail={"from": here.isoformat(), "to": to.isoformat(), "outage": outage_id},
                at=until,
            )
            shifted[period] = to
    return shifted


def _moved(
    here: datetime,
    downs: Sequence[Down],
    city: City,
    minutes: int,
    *,
    since: datetime,
    until: datetime,
) -> datetime | None:
    """Return where a deadline goes that had not passed when the bot went down."""
    if here <= since:
        return None
    lost = timedelta(minutes=minutes)
    return moved_by(here, downs, city.calendar, back_at=until, moves_from=lost)


def _cells(dues: Deadlines, until: datetime) -> Iterator[tuple[IndicatorRow, Period]]:
    """Yield every figure whose deadline may lie in the days of an outage."""
    city = dues.city
    usual = _periods(city, until)
    moved: dict[int, list[Period]] = {}
    for indicator_id, period in dues.dues():
        moved.setdefault(indicator_id, []).append(period)
    for scheme in city.schemes:
        for row in scheme.indicators:
            if city.units_of(row):
                for period in dict.fromkeys([*usual, *moved.get(row.id, [])]):
                    if period.year == scheme.scheme.year and is_due(row.indicator, period):
                        yield row, period


def _periods(city: City, until: datetime) -> list[Period]:
    here = until.astimezone(city.zone)
    now = Period(here.year, here.month)
    return [now.shifted(-back) for back in range(MONTHS_BACK, -1, -1)]


@dataclass(frozen=True)
class _Announcement:
    outage_id: int
    since: datetime
    until: datetime
    freezes: dict[Period, datetime]


async def _announce(
    conn: AsyncConnection,
    city: City,
    said: _Announcement,
    shifted: Sequence[Shifted],
    *,
    now: datetime,
) -> None:
    filed = {
        period: await filed_indicators(conn, period)
        for period in {each.move.period for each in shifted}
    }
    left = [each for each in shifted if each.row.id not in filed[each.move.period]]
    own: dict[PersonRow, list[Shifted]] = {}
    for each in left:
        unit_id = each.row.monitoring_unit_id
        reporters = await people.with_role(conn, "reporter", unit_id, at=now)
        reviewers = await people.with_role(conn, "reviewer", unit_id, at=now)
        for person in dict.fromkeys([*reporters, *reviewers]):
            own.setdefault(person, []).append(each)
    for clerk in await people.with_role(conn, "office", at=now):
        own[clerk] = list(shifted)
    for person, theirs in own.items():
        await tell(
            conn,
            city,
            person,
            msg(
                "outage-shifted",
                since=said.since,
                until=said.until,
                count=len(theirs),
                lines=shortened([*_freeze_lines(said), *(_line(each) for each in theirs)]),
            ),
            key=f"outage:{said.outage_id}:{person.id}",
            now=now,
            buttons=[[go("todo", "button-todo")]],
        )


def _freeze_lines(said: _Announcement) -> list[Msg]:
    return [msg("outage-freeze-line", period=period, to=to) for period, to in said.freezes.items()]


def _line(each: Shifted) -> Msg:
    return msg(
        "outage-line",
        code=each.row.indicator.code,
        indicator=each.row.indicator.name,
        period=each.move.period,
        to=each.move.due_at,
    )
