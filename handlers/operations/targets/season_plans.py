"""Seasonal plans from last years (序时计划): computed, commented on, confirmed by the office.

A plan is in force once the office has confirmed it, from an open month on. Whoever looks at it
before sees what it would do to the scores as they stand.
"""

import asyncio
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.city import City
from handlers.operations.doer import kept, season_side
from handlers.operations.targets.season_news import tell_commented, tell_confirmed, tell_proposed
from handlers.operations.targets.target_terms import first_open
from scoring import permissions
from scoring.model import Period, Reported, Shares
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from scoring.seasons import SeasonalPlan, YearShares, seasonal_plan, year_shares
from scoring.what_if import WhatIf, what_if_planned
from storage import journal, released, seasons
from storage.people import Person
from storage.schemes import IndicatorRow
from storage.seasons import SeasonProposal

SAID_MAX = 300


def takes_a_plan(row: IndicatorRow) -> bool:
    """Whether an indicator grows through the year, so that a plan by month says something."""
    return row.indicator.kind == "cumulative" and row.indicator.frequency != "yearly"


async def computed(conn: AsyncConnection, city: City, row: IndicatorRow) -> SeasonalPlan | None:
    """Return the plan that the years before make, from all that was released of them.

    A year's figure is the one filed for it, or else the base filed with the year after.
    """
    scheme = city.scheme_by_id[row.scheme_id].scheme
    ids = [
        each.id
        for other in city.schemes
        if other.scheme.track == scheme.track
        for each in other.indicators
        if each.indicator.code == row.indicator.code
    ]
    own: dict[int, dict[int, dict[int, Decimal]]] = {}
    bases: dict[int, dict[int, dict[int, Decimal]]] = {}
    for each in await released.since(conn, ids):
        if not isinstance(each.entry, Reported):
            continue
        year, month = each.period.year, each.period.month
        own.setdefault(year, {}).setdefault(each.unit_id, {})[month] = each.entry.value
        if each.entry.base is not None:
            earlier = bases.setdefault(year - 1, {}).setdefault(each.unit_id, {})
            earlier[month] = each.entry.base
    found: dict[int, YearShares] = {}
    for year in {*own, *bases}:
        if year >= scheme.year:
            continue
        figures = {
            str(unit): {**bases.get(year, {}).get(unit, {}), **own.get(year, {}).get(unit, {})}
            for unit in {*own.get(year, {}), *bases.get(year, {})}
        }
        shares = year_shares(row.indicator, year, figures)
        if shares is not None:
            found[year] = shares
    return seasonal_plan(found)


async def in_force(
    conn: AsyncConnection, row: IndicatorRow, period: Period, *, now: datetime
) -> Shares:
    """Return the plan that counts for a month; empty where it goes by twelfths."""
    confirmed = await seasons.known_at(conn, row.scheme_id, at=now)
    plans = [plan for since, plan in confirmed.get(row.indicator.code, ()) if since <= period]
    return plans[-1] if plans else row.seasonality or ()


async def propose(
    conn: AsyncConnection, city: City, who: Person, row: IndicatorRow, *, now: datetime
) -> SeasonProposal:
    """Propose the plan that last years make to the monitoring unit and the office.

    Raises NotAllowed for anybody but the office and the monitoring unit's reporters, Refusal
    without a full year or where nothing would change, Outdated where one waits already.
    """
    if not permissions.may_propose_target(who.roles, monitoring_unit_id=row.monitoring_unit_id):
        raise NotAllowed("season-not-yours")
    if not takes_a_plan(row):
        raise Refusal("season-not-cumulative", indicator=row.indicator.name)
    if any(each.is_open for each in await seasons.all_for(conn, row.id)):
        raise Outdated("season-open-already", indicator=row.indicator.name)
    plan = await computed(conn, city, row)
    if plan is None:
        raise Refusal("season-no-full-year", indicator=row.indicator.name)
    scheme = city.scheme_by_id[row.scheme_id]
    if plan.shares == await in_force(conn, row, await first_open(conn, scheme), now=now):
        raise Refusal("season-same", indicator=row.indicator.name)
    proposal_id = await seasons.add(
        conn,
        indicator_id=row.id,
        shares=plan.shares,
        years=[each.year for each in plan.years],
        by=who.id,
        now=now,
    )
    made = await _one(conn, proposal_id)
    await _note(conn, "season-proposed", who, city, made, now=now)
    await tell_proposed(conn, city, who, made, now=now)
    return made


async def comment(
    conn: AsyncConnection, city: City, who: Person, proposal_id: int, *, said: str, now: datetime
) -> SeasonProposal:
    """Let the monitoring unit say what it thinks of a plan; the office decides.

    Raises NotFound for somebody else's plan, Outdated once it is settled, Refusal for no words.
    """
    made = await visible(conn, city, who, proposal_id)
    if not made.is_open:
        raise Outdated("season-settled")
    words = " ".join(said.split())[:SAID_MAX]
    if not words:
        raise Refusal("season-comment-empty")
    await seasons.add_event(conn, made.id, "commented", by=who.id, now=now, said=words)
    heard = await _one(conn, made.id)
    await _note(conn, "season-commented", who, city, heard, now=now)
    await tell_commented(conn, city, who, heard, now=now)
    return heard


async def confirm(
    conn: AsyncConnection,
    city: City,
    who: Person,
    proposal_id: int,
    effective_from: Period,
    *,
    now: datetime,
) -> SeasonProposal:
    """Put a plan in force from a month on.

    Raises NotAllowed for anybody but the office, Outdated once it is settled, Refusal for a month
    that is frozen or of another year.
    """
    made = await _settleable(conn, city, who, proposal_id)
    scheme = city.scheme_by_id[city.indicator(made.indicator_id).scheme_id]
    earliest = await first_open(conn, scheme)
    if effective_from.year != scheme.scheme.year or effective_from < earliest:
        raise Refusal("season-month-frozen", period=effective_from, earliest=earliest)
    await seasons.add_event(
        conn, made.id, "confirmed", by=who.id, now=now, effective_from=effective_from
    )
    done = await _one(conn, made.id)
    await _note(conn, "season-confirmed", who, city, done, now=now)
    await tell_confirmed(conn, city, who, done, now=now)
    return done


async def drop(
    conn: AsyncConnection, city: City, who: Person, proposal_id: int, *, now: datetime
) -> SeasonProposal:
    """Set a proposed plan aside; raises as `confirm` does."""
    made = await _settleable(conn, city, who, proposal_id)
    await seasons.add_event(conn, made.id, "dropped", by=who.id, now=now)
    done = await _one(conn, made.id)
    await _note(conn, "season-dropped", who, city, done, now=now)
    return done


async def effect(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    made: SeasonProposal,
    period: Period,
) -> WhatIf:
    """Return what a plan would do to the scores of a month as they stand."""
    row = city.indicator(made.indicator_id)
    scheme = city.scheme_by_id[row.scheme_id]
    book = await boards.book(conn, city, scheme)
    result = await boards.result(conn, city, scheme, period)
    return await asyncio.to_thread(what_if_planned, book, result, row.indicator.code, made.shares)


async def visible(
    conn: AsyncConnection, city: City, who: Person, proposal_id: int
) -> SeasonProposal:
    """Return a proposed plan this person may see; raise NotFound for any other."""
    made = await _one(conn, proposal_id)
    row = city.indicator(made.indicator_id)
    if not permissions.may_see_drafts(who.roles, monitoring_unit_id=row.monitoring_unit_id):
        raise NotFound("season-gone")
    return made


async def _settleable(
    conn: AsyncConnection, city: City, who: Person, proposal_id: int
) -> SeasonProposal:
    made = await visible(conn, city, who, proposal_id)
    if not permissions.may_run_the_office(who.roles):
        raise NotAllowed("season-office-confirms")
    if not made.is_open:
        raise Outdated("season-settled")
    return made


async def _one(conn: AsyncConnection, proposal_id: int) -> SeasonProposal:
    made = await seasons.one(conn, proposal_id)
    if made is None:
        raise NotFound("season-gone")
    return made


async def _note(
    conn: AsyncConnection,
    act: str,
    who: Person,
    city: City,
    made: SeasonProposal,
    *,
    now: datetime,
) -> None:
    last = made.events[-1] if made.events else None
    row = city.indicator(made.indicator_id)
    await journal.add(
        conn,
        person_id=who.id,
        act=act,
        subject=row.indicator.code,
        detail={
            "plan": made.id,
            "years": list(made.years),
            "from": str(last.effective_from) if last and last.effective_from else None,
            "said": last.said if last else None,
            **await kept(conn, who.id, season_side(row.monitoring_unit_id), at=now),
        },
        at=now,
    )
