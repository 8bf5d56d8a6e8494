"""Say that an indicator which was open for a while is locked again, and what came of it."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go
from handlers.city import City
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from scoring.model import Period
from storage import journal, people, periods, readings, ticks
from storage.people import RoleKind
from storage.schemes import IndicatorRow


async def say_locked_again(
    conn: AsyncConnection, city: City, *, since: datetime, until: datetime
) -> None:
    """Tell everybody concerned of each reopening that came to its end in (since, until].

    One that was prolonged meanwhile, or whose month is not frozen, has not ended.
    """
    for each in await periods.reopenings_over(conn, since=since, until=until):
        row = city.indicator_by_id.get(each.indicator_id or 0)
        if row is None:
            continue
        month = await periods.acts(conn, each.scheme_id, each.period)
        key = f"locked-again:{row.id}:{each.period}:{each.until_at.isoformat()}"
        is_locked = periods.locked_since(month, indicator_id=row.id, at=until) is not None
        if is_locked and await ticks.claim(conn, key, due_at=each.until_at, now=until):
            await _say(conn, city, row, each.period, each.until_at, key, now=until)


async def _say(
    conn: AsyncConnection,
    city: City,
    row: IndicatorRow,
    period: Period,
    ended_at: datetime,
    key: str,
    *,
    now: datetime,
) -> None:
    state = await _came_of_it(conn, row, period)
    await journal.add(
        conn,
        person_id=None,
        act="locked-again",
        subject=f"{row.indicator.code} {period}",
        detail={"until": ended_at.isoformat(), "state": state.id},
        at=now,
    )
    said = msg(
        "locked-again",
        code=row.indicator.code,
        indicator=row.indicator.name,
        unit=city.unit(row.monitoring_unit_id).short_name,
        period=period,
        until=ended_at,
        state=state,
    )
    extend = go("extend", "button-extend", f"{row.id}.{period}")
    reopen = go("reopen", "clock-button-reopen", str(period))
    told: set[int] = set()
    concerned: tuple[tuple[RoleKind, int | None, Button], ...] = (
        ("reporter", row.monitoring_unit_id, extend),
        ("reviewer", row.monitoring_unit_id, extend),
        ("office", None, reopen),
    )
    for kind, unit_id, button in concerned:
        for person in await people.with_role(conn, kind, unit_id, at=now):
            if person.id not in told:
                told.add(person.id)
                own_key = f"{key}:{person.id}"
                await tell(conn, city, person, said, key=own_key, now=now, buttons=[[button]])


async def _came_of_it(conn: AsyncConnection, row: IndicatorRow, period: Period) -> Msg:
    """Return how the figures stood at the end: released, not reviewed in time, or not there."""
    filed = await readings.filings_for(conn, row.id, period)
    if filed and filed[-1].state == "filed":
        return msg("locked-again-unreviewed")
    if any(each.state == "released" for each in filed):
        return msg("locked-again-released")
    return msg("locked-again-nothing")
