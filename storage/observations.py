"""Observations (观测): what an observer saw of a unit, and everything said about it since.

An observation's own words and files never change. Its state is a digest of its events and moves
only from the state the caller expects, so that a second press changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import observation, observation_event, observation_file

State: TypeAlias = Literal["filed", "verified", "refuted", "answered", "fixed", "not_fixed"]
EventKind: TypeAlias = State
FileKind: TypeAlias = Literal["photo", "voice", "document"]
Side: TypeAlias = Literal["observer", "unit"]

WITH_UNIT: tuple[State, ...] = ("verified", "not_fixed")
OPEN: tuple[State, ...] = ("filed", "verified", "answered", "not_fixed")
KNOWN_TO_UNIT: tuple[State, ...] = ("verified", "answered", "fixed", "not_fixed")
OF_UNIT = "unit_"


@dataclass(frozen=True, slots=True)
class Observation:
    """One observation; *place* is latitude and longitude.

    *fixed* is what its observer says. What the unit says of itself is *answered*, and no more.
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


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done with an observation, by whom, and in which words."""

    id: int
    kind: EventKind
    by: int | None
    said: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class File:
    """A photo, voice message or document; *side* is whose it is."""

    kind: FileKind
    file_id: str
    unique_id: str
    side: Side = "observer"


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
                state="filed",
                filed_at=now,
            )
            .returning(observation)
        )
    ).one()
    await _add_event(conn, row.id, "filed", by=observer_id, said=None, now=now)
    return _observation(row)


async def add_file(conn: AsyncConnection, observation_id: int, sent: File) -> bool:
    """Attach a file; return False if the same side attached the same file before."""
    kind = f"{OF_UNIT}{sent.kind}" if sent.side == "unit" else sent.kind
    known = sa.select(observation_file.c.id).where(
        observation_file.c.observation_id == observation_id,
        observation_file.c.kind == kind,
        observation_file.c.unique_id == sent.unique_id,
    )
    if await conn.scalar(known) is not None:
        return False
    await conn.execute(
        sa.insert(observation_file).values(
            observation_id=observation_id,
            kind=kind,
            file_id=sent.file_id,
            unique_id=sent.unique_id,
        )
    )
    return True


async def add_event(
    conn: AsyncConnection,
    observation_id: int,
    kind: EventKind,
    *,
    expected: Sequence[State],
    by: int,
    said: str | None,
    now: datetime,
) -> bool:
    """Move an observation to the state *kind* and say who did it and in which words.

    Returns False, and writes nothing, unless it is in one of the *expected* states.
    """
    moved = await conn.execute(
        sa.update(observation)
        .where(observation.c.id == observation_id, observation.c.state.in_(expected))
        .values(state=kind)
    )
    if moved.rowcount != 1:
        return False
    await _add_event(conn, observation_id, kind, by=by, said=said, now=now)
    return True


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


async def handed_over(conn: AsyncConnection, observation_ids: Iterable[int]) -> dict[int, datetime]:
    """Return when each observation was last handed to its unit, if it ever was.

    That is its verification, or the observer's latest word that it is not fixed.
    """
    query = (
        sa.select(observation_event.c.observation_id, sa.func.max(observation_event.c.at))
        .where(
            observation_event.c.observation_id.in_(list(observation_ids)),
            observation_event.c.kind.in_(WITH_UNIT),
        )
        .group_by(observation_event.c.observation_id)
    )
    return {row[0]: row[1] for row in await conn.execute(query)}


async def files_of(conn: AsyncConnection, observation_id: int) -> list[File]:
    """Return the files of an observation in the order they came."""
    query = (
        sa.select(observation_file)
        .where(observation_file.c.observation_id == observation_id)
        .order_by(observation_file.c.id)
    )
    return [_file(row) for row in await conn.execute(query)]


async def waiting_for_verification(conn: AsyncConnection) -> list[Observation]:
    """Return the observations nobody has verified or refuted, oldest first."""
    return await _all(conn, observation.c.state == "filed")


async def all_open(conn: AsyncConnection) -> list[Observation]:
    """Return the observations neither refuted nor confirmed as fixed, oldest first."""
    return await _all(conn, observation.c.state.in_(OPEN))


async def open_for_unit(conn: AsyncConnection, unit_id: int) -> list[Observation]:
    """Return the verified observations of a unit that await its answer, oldest first."""
    return await _all(conn, observation.c.unit_id == unit_id, observation.c.state.in_(WITH_UNIT))


async def known_to_unit(conn: AsyncConnection, unit_id: int) -> list[Observation]:
    """Return every observation of a unit that it was ever told of, oldest first."""
    return await _all(
        conn, observation.c.unit_id == unit_id, observation.c.state.in_(KNOWN_TO_UNIT)
    )


async def of_observers(conn: AsyncConnection, ids: Iterable[int]) -> list[Observation]:
    """Return everything these observers reported, oldest first."""
    return await _all(conn, observation.c.observer_id.in_(list(ids)))


async def similar(
    conn: AsyncConnection, *, unit_id: int, category: str, since: datetime
) -> list[Observation]:
    """Return what was reported of the same unit and category since then and not refuted."""
    return await _all(
        conn,
        observation.c.unit_id == unit_id,
        observation.c.category == category,
        observation.c.filed_at >= since,
        observation.c.state != "refuted",
    )


async def count_by_state(
    conn: AsyncConnection, *, since: datetime, until: datetime, unit_id: int | None = None
) -> dict[State, int]:
    """Return how many observations filed in [since, until) stand in each state today."""
    query = (
        sa.select(observation.c.state, sa.func.count())
        .where(observation.c.filed_at >= since, observation.c.filed_at < until)
        .group_by(observation.c.state)
    )
    if unit_id is not None:
        query = query.where(observation.c.unit_id == unit_id)
    return {row[0]: row[1] for row in await conn.execute(query)}


async def _next_receipt(conn: AsyncConnection, year: int) -> str:
    prefix = f"G-{year}-"
    number = sa.cast(sa.func.substr(observation.c.receipt, len(prefix) + 1), sa.Integer)
    query = sa.select(sa.func.max(number)).where(observation.c.receipt.startswith(prefix))
    return f"{prefix}{(await conn.scalar(query) or 0) + 1:04}"


async def _add_event(
    conn: AsyncConnection,
    observation_id: int,
    kind: EventKind,
    *,
    by: int,
    said: str | None,
    now: datetime,
) -> None:
    await conn.execute(
        sa.insert(observation_event).values(
            observation_id=observation_id, kind=kind, by=by, said=said, at=now
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
    )


def _event(row: sa.Row[Any]) -> Event:
    return Event(row.id, row.kind, row.by, row.said, row.at)


def _file(row: sa.Row[Any]) -> File:
    side: Side = "unit" if row.kind.startswith(OF_UNIT) else "observer"
    return File(row.kind.removeprefix(OF_UNIT), row.file_id, row.unique_id, side)
