"""Observations (观测): what an observer saw of a unit, and everything said about it since.

An observation's own words and files never change. Its state is a digest of its events and moves
only from the state the caller expects, so that a second press changes nothing.
"""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias, get_args

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.observation_categories import InBoth
from scoring.observation_course import HEARD_BY_UNIT, OPEN, REFUTED, WITH_UNIT, Deed, State
from storage.schema import observation, observation_event

EventKind: TypeAlias = Literal["filed", Deed, "joined", "assigned", "lapsed", "asked_again"]
KINDS: tuple[EventKind, ...] = get_args(EventKind)


@dataclass(frozen=True, slots=True)
class Answered:
    """One question of a category, and what the observer answered."""

    asked: InBoth
    answer: InBoth


@dataclass(frozen=True, slots=True)
class Observation:
    """One observation; *place* is latitude and longitude.

    *fixed* is what its observer says. What the unit says of itself is *answered*, and no more.
    *answers* are to the questions of its category, as they were asked; *verifier_id* is who is
    assigned to verify it; *since* is when it came to stand where it stands, *due_at* the term.
    """

    id: int
    receipt: str
    point_id: int | None
    observer_id: int
    unit_id: int
    category: str
    said: str
    place: tuple[float, float] | None
    state: State
    filed_at: datetime
    since: datetime
    due_at: datetime | None = None
    answers: tuple[Answered, ...] = ()
    verifier_id: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done with an observation, by whom, and in which words."""

    id: int
    kind: EventKind
    by: int | None
    said: str | None
    at: datetime
    unit_id: int | None = None


async def add(
    conn: AsyncConnection,
    *,
    year: int,
    observer_id: int,
    point_id: int | None,
    unit_id: int,
    category: str,
    said: str,
    place: tuple[float, float] | None,
    now: datetime,
    answers: Iterable[Answered] = (),
    verifier_id: int | None = None,
    due_at: datetime | None = None,
) -> Observation:
    """Add an observation with the next receipt number of the year, and its first event."""
    row = (
        await conn.execute(
            sa.insert(observation)
            .values(
                receipt=await _next_receipt(conn, year),
                point_id=point_id,
                observer_id=observer_id,
                unit_id=unit_id,
                category=category,
                said=said,
                latitude=place[0] if place else None,
                longitude=place[1] if place else None,
                answers=[asdict(each) for each in answers],
                verifier_id=verifier_id,
                state="filed",
                filed_at=now,
                since=now,
                due_at=due_at,
            )
            .returning(observation)
        )
    ).one()
    await note(conn, row.id, "filed", by=observer_id, said=None, now=now)
    return _observation(row)


async def add_event(
    conn: AsyncConnection,
    observation_id: int,
    kind: EventKind,
    *,
    expected: Collection[State],
    by: int | None,
    said: str | None,
    now: datetime,
    target: State | None = None,
    due_at: datetime | None = None,
    unit_id: int | None = None,
) -> bool:
    """Move an observation and say who did it and in which words; a clock is nobody.

    It goes to *target*, or to the state that is called as the event is. A *unit_id* is the unit it
    is with from now on. Whoever was assigned is so no more. Returns False, and writes nothing,
    unless it is in one of the *expected* states.
    """
    values: dict[str, object] = {"state": target or kind, "since": now, "due_at": due_at}
    if unit_id is not None:
        values["unit_id"] = unit_id
    moved = await conn.execute(
        sa.update(observation)
        .where(observation.c.id == observation_id, observation.c.state.in_(list(expected)))
        .values(verifier_id=None, **values)
    )
    if moved.rowcount != 1:
        return False
    await note(conn, observation_id, kind, by=by, said=said, now=now, unit_id=unit_id)
    return True


async def assign(conn: AsyncConnection, observation_id: int, verifier_id: int) -> None:
    """Let this person be the one who verifies it."""
    await conn.execute(
        sa.update(observation)
        .where(observation.c.id == observation_id)
        .values(verifier_id=verifier_id)
    )


async def set_due(conn: AsyncConnection, observation_id: int, due_at: datetime) -> None:
    """Give an observation that has no term one."""
    await conn.execute(
        sa.update(observation)
        .where(observation.c.id == observation_id, observation.c.due_at.is_(None))
        .values(due_at=due_at)
    )


async def one(conn: AsyncConnection, observation_id: int) -> Observation | None:
    """Return the observation of this id."""
    found = await _all(conn, observation.c.id == observation_id)
    return found[0] if found else None


async def events_of(conn: AsyncConnection, observation_id: int) -> list[Event]:
    """Return what was done with an observation, oldest first."""
    query = (
        sa.select(observation_event)
        .where(observation_event.c.observation_id == observation_id)
        .order_by(observation_event.c.id)
    )
    return [_event(row) for row in await conn.execute(query)]


async def in_states(conn: AsyncConnection, states: Collection[State]) -> list[Observation]:
    """Return the observations that stand in one of these states, oldest first."""
    return await _all(conn, observation.c.state.in_(list(states)))


async def all_of(conn: AsyncConnection, ids: Iterable[int]) -> list[Observation]:
    """Return the observations of these ids, oldest first."""
    return await _all(conn, observation.c.id.in_(list(ids)))


async def filed_between(
    conn: AsyncConnection, since: datetime, until: datetime
) -> list[Observation]:
    """Return what was reported in [since, until), oldest first."""
    return await _all(conn, observation.c.filed_at >= since, observation.c.filed_at < until)


async def everything(conn: AsyncConnection) -> list[Observation]:
    """Return every observation there is, oldest first."""
    return await _all(conn, sa.true())


async def all_open(conn: AsyncConnection) -> list[Observation]:
    """Return the observations that still wait for somebody or for a day, oldest first."""
    return await in_states(conn, OPEN)


async def open_for_unit(conn: AsyncConnection, unit_id: int) -> list[Observation]:
    """Return the verified observations of a unit that await its answer, oldest first."""
    return await _all(
        conn, observation.c.unit_id == unit_id, observation.c.state.in_(list(WITH_UNIT))
    )


async def known_to_unit(conn: AsyncConnection, unit_id: int) -> list[Observation]:
    """Return every observation of a unit that it was ever told of, oldest first."""
    told = sa.select(observation_event.c.observation_id).where(
        observation_event.c.kind == "dispatched", observation_event.c.unit_id == unit_id
    )
    known = sa.or_(
        observation.c.state.in_(list(HEARD_BY_UNIT)),
        sa.and_(observation.c.state == "dismissed", observation.c.id.in_(told)),
    )
    return await _all(conn, observation.c.unit_id == unit_id, known)


async def of_observers(conn: AsyncConnection, ids: Iterable[int]) -> list[Observation]:
    """Return everything these observers reported, oldest first."""
    return await _all(conn, observation.c.observer_id.in_(list(ids)))


async def similar(
    conn: AsyncConnection, *, unit_id: int, category: str, since: datetime
) -> list[Observation]:
    """Return what was reported of the same unit and category since then and is still open."""
    return await _all(
        conn,
        observation.c.unit_id == unit_id,
        observation.c.category == category,
        observation.c.filed_at >= since,
        observation.c.state.in_(list(OPEN - REFUTED)),
    )


async def _next_receipt(conn: AsyncConnection, year: int) -> str:
    prefix = f"G-{year}-"
    number = sa.cast(sa.func.substr(observation.c.receipt, len(prefix) + 1), sa.Integer)
    query = sa.select(sa.func.max(number)).where(observation.c.receipt.startswith(prefix))
    return f"{prefix}{(await conn.scalar(query) or 0) + 1:04}"


async def note(
    conn: AsyncConnection,
    observation_id: int,
    kind: EventKind,
    *,
    by: int | None,
    said: str | None,
    now: datetime,
    unit_id: int | None = None,
) -> None:
    """Add an event that moves nothing."""
    await conn.execute(
        sa.insert(observation_event).values(
            observation_id=observation_id, kind=kind, by=by, said=said, unit_id=unit_id, at=now
        )
    )


async def _all(conn: AsyncConnection, *clauses: sa.ColumnElement[bool]) -> list[Observation]:
    query = sa.select(observation).where(*clauses).order_by(observation.c.id)
    return [_observation(row) for row in await conn.execute(query)]


def _observation(row: sa.Row[Any]) -> Observation:
    latitude: float | None = row.latitude
    longitude: float | None = row.longitude
    return Observation(
        id=row.id,
        receipt=row.receipt,
        point_id=row.point_id,
        observer_id=row.observer_id,
        unit_id=row.unit_id,
        category=row.category,
        said=row.said,
        place=(latitude, longitude) if latitude is not None and longitude is not None else None,
        state=row.state,
        filed_at=row.filed_at,
        since=row.since or row.filed_at,
        due_at=row.due_at,
        answers=tuple(
            Answered(InBoth(**each["asked"]), InBoth(**each["answer"])) for each in row.answers
        ),
        verifier_id=row.verifier_id,
    )


def _event(row: sa.Row[Any]) -> Event:
    return Event(row.id, row.kind, row.by, row.said, row.at, row.unit_id)
