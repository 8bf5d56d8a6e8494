"""Freeze a month: lock its figures, keep its result, hear the last two; reopen one indicator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.buttons import go
from handlers.city import City
from handlers.operations.clock.due_figures import shortened
from handlers.operations.clock.move_deadline import keep_moved_open
from handlers.operations.months.bottom_two import open_alerts
from handlers.operations.months.snapshot_month import DIGEST_SHOWN, keep_month
from handlers.operations.months.standings import coverage_pct
from handlers.operations.record.discipline import filed_indicators
from handlers.operations.tell import tell
from handlers.show import percent
from handlers.texts import Msg, msg
from scoring import permissions
from scoring.due import is_due
from scoring.model import Period
from scoring.refusals import Locked, NotAllowed, NotFound, Outdated, Refusal
from storage import disputes, journal, people, periods, readings
from storage.disputes import Dispute
from storage.people import Person
from storage.periods import Snapshot
from storage.readings import Filing
from storage.schemes import IndicatorRow, SchemeRow

REASON_MAX = 200


@dataclass(frozen=True)
class MonthState:
    """How one scheme's month stands: what waits, is missing or disputed, and its lock."""

    scheme: SchemeRow
    waiting: tuple[Filing, ...]
    missing: tuple[IndicatorRow, ...]
    disputed: tuple[Dispute, ...]
    coverage_pct: Decimal | None
    locked_since: datetime | None
    released_at: datetime | None


@dataclass(frozen=True)
class Frozen:
    """A month just frozen: how it stood, and what was kept of it."""

    state: MonthState
    snapshot: Snapshot


async def month_states(
    conn: AsyncConnection, city: City, boards: BoardShelf, period: Period, *, now: datetime
) -> list[MonthState]:
    """Return how a month stands in every scheme of its year; raise NotFound if there is none."""
    schemes = city.schemes_of(period.year)
    if not schemes:
        raise NotFound("month-without-scheme", period=period)
    return [await month_state(conn, city, boards, each, period, now=now) for each in schemes]


async def month_state(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    period: Period,
    *,
    now: datetime,
) -> MonthState:
    """Return how one scheme's month stands: the preview of its freeze and of its release."""
    month = await periods.acts(conn, scheme_row.id, period)
    ids = [row.id for row in scheme_row.indicators]
    waiting = [each for each in await readings.waiting(conn, ids) if each.period == period]
    filed = await filed_indicators(conn, period)
    missing = [
        row
        for row in scheme_row.indicators
        if is_due(row.indicator, period) and city.units_of(row) and row.id not in filed
    ]
    result = await boards.result(conn, city, scheme_row, period)
    return MonthState(
        scheme_row,
        tuple(waiting),
        tuple(missing),
        tuple(await disputes.open_of_period(conn, ids, period)),
        coverage_pct(result),
        periods.locked_since(month, indicator_id=None, at=now),
        periods.released_at(month),
    )


async def freeze_by_hand(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    who: Person,
    period: Period,
    *,
    now: datetime,
) -> list[Frozen]:
    """Freeze a month in every scheme of its year that is still open; return what was frozen.

    Raises NotAllowed for anybody but the office, Refusal before the month has ended, Locked where
    all of it is frozen already.
    """
    _check_office(who)
    if now.astimezone(city.zone).date() <= period.end_on:
        raise Refusal("freeze-too-early", period=period)
    frozen: list[Frozen] = []
    states = await month_states(conn, city, boards, period, now=now)
    for state in states:
        if state.locked_since is None:
            done = await freeze(conn, city, boards, state.scheme, period, by=who.id, now=now)
            frozen += [done] if done else []
    if not frozen:
        since = next((each.locked_since for each in states if each.locked_since), now)
        raise Locked("freeze-already", period=period, since=since)
    await tell_frozen(conn, city, period, frozen, now=now)
    return frozen


async def freeze(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    period: Period,
    *,
    by: int | None,
    now: datetime,
) -> Frozen | None:
    """Lock a scheme's month and keep its result; None if it is locked already.

    What was given more time than that stays open until its own lock. The last two of each
    category are heard at once; the reviewers of columns still waiting are told that these do not
    count. *by* is None for the clock.
    """
    state = await month_state(conn, city, boards, scheme_row, period, now=now)
    if state.locked_since is not None:
        return None
    await periods.add(conn, scheme_id=scheme_row.id, period=period, act="frozen", by=by, now=now)
    await keep_moved_open(conn, city, list(scheme_row.indicators), period, now=now)
    kept = await keep_month(conn, city, boards, scheme_row, period, now=now)
    await journal.add(
        conn,
        person_id=by,
        act="period-frozen",
        subject=f"{scheme_row.scheme.code} {period}",
        detail={"digest": kept.digest, "waiting": [each.id for each in state.waiting]},
        at=now,
    )
    await _tell_reviewers(conn, city, state, period, now=now)
    await open_alerts(conn, city, boards, scheme_row, period, now=now)
    return Frozen(state, kept)


async def tell_frozen(
    conn: AsyncConnection, city: City, period: Period, frozen: Sequence[Frozen], *, now: datetime
) -> None:
    """Tell the office that a month is frozen, what is not in it, and where to release it."""
    stamp = "-".join(str(each.snapshot.id) for each in frozen)
    for person in await people.with_role(conn, "office", at=now):
        await tell(
            conn,
            city,
            person,
            msg("month-frozen", period=period, lines=[_frozen_line(each) for each in frozen]),
            key=f"frozen:{period}:{stamp}:{person.id}",
            now=now,
            buttons=[
                [go("release-month", "clock-button-release", str(period))],
                [go("freeze-month", "clock-button-reopen", str(period))],
            ],
        )


async def reopen(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    period: Period,
    *,
    reason: str,
    until: datetime,
    now: datetime,
) -> None:
    """Open a frozen month again for one indicator, with a reason and until a moment.

    Raises NotAllowed for anybody but the office, Refusal without a reason or with an end that is
    over, Outdated where the indicator is open already.
    """
    _check_office(who)
    month = await periods.acts(conn, row.scheme_id, period)
    if periods.locked_since(month, indicator_id=row.id, at=now) is None:
        raise Outdated("reopen-already-open", period=period, indicator=row.indicator.name)
    if not reason.strip():
        raise Refusal("reopen-without-reason")
    if until <= now:
        raise Refusal("reopen-end-over", until=until)
    await periods.add(
        conn,
        scheme_id=row.scheme_id,
        period=period,
        act="reopened",
        by=who.id,
        now=now,
        indicator_id=row.id,
        until_at=until,
        reason=reason.strip()[:REASON_MAX],
    )
    await journal.add(
        conn,
        person_id=who.id,
        act="period-reopened",
        subject=f"{row.indicator.code} {period}",
        detail={"reason": reason.strip()[:REASON_MAX], "until": until.isoformat()},
        at=now,
    )
    await _tell_reopened(conn, city, row, period, reason=reason, until=until, now=now)


def _check_office(who: Person) -> None:
    if not permissions.may_run_the_office(who.roles):
        raise NotAllowed("office-only")


def _frozen_line(each: Frozen) -> Msg:
    return msg(
        "month-frozen-line",
        scheme=each.state.scheme.scheme.name,
        coverage=percent(each.state.coverage_pct),
        waiting=len(each.state.waiting),
        missing=len(each.state.missing),
        digest=each.snapshot.digest[:DIGEST_SHOWN],
    )


async def _tell_reviewers(
    conn: AsyncConnection, city: City, state: MonthState, period: Period, *, now: datetime
) -> None:
    by_unit: dict[int, list[IndicatorRow]] = {}
    for filing in state.waiting:
        row = city.indicator(filing.indicator_id)
        by_unit.setdefault(row.monitoring_unit_id, []).append(row)
    for unit_id, rows in by_unit.items():
        names = [
            msg("indicator-named", code=row.indicator.code, indicator=row.indicator.name)
            for row in rows
        ]
        for person in await people.with_role(conn, "reviewer", unit_id, at=now):
            await tell(
                conn,
                city,
                person,
                msg("frozen-unreviewed", period=period, count=len(rows), lines=shortened(names)),
                key=f"unreviewed:{state.scheme.id}:{period}:{now.isoformat()}:{person.id}",
                now=now,
            )


async def _tell_reopened(
    conn: AsyncConnection,
    city: City,
    row: IndicatorRow,
    period: Period,
    *,
    reason: str,
    until: datetime,
    now: datetime,
) -> None:
    given = {
        "code": row.indicator.code,
        "indicator": row.indicator.name,
        "period": period,
        "until": until,
        "reason": reason.strip()[:REASON_MAX],
    }
    for kind in ("reporter", "reviewer"):
        for person in await people.with_role(conn, kind, row.monitoring_unit_id, at=now):
            file = go("file", "clock-button-file", f"{row.id}.{period}", code=row.indicator.code)
            await tell(
                conn,
                city,
                person,
                msg("month-reopened", **given),
                key=f"reopened:{row.id}:{period}:{now.isoformat()}:{person.id}",
                now=now,
                buttons=[[file]] if kind == "reporter" else (),
            )
