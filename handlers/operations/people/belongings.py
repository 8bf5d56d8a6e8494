"""What moves when somebody hands over (交接): ONE table, to which every part adds its line.

Records (figures, reviews, decisions) stay under the one who acted. What is addressed to a role
moves by itself with the role. A line is needed where a row names a person for something that is
still to be done: `column("negotiations", table.c.person_id, table.c.state == "open")`; and where
something open should be counted and named although it moves with the role: `by_role`.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.people import open_affairs
from handlers.operations.people.deputise import why_not
from handlers.operations.people.leaver import Leaver
from handlers.operations.tell import decent_moment
from scoring.observation_course import AWAITED
from storage import deputies, leaving, people
from storage.deputies import DeputyRow
from storage.people import PersonRow
from storage.schema import inspection, inspector, matter, observation

PERSONAL = ("deputy", "handover", "revoke")
"""Errands about the person themselves; they end with them."""


@dataclass(frozen=True)
class Passing:
    """One handover under way, or one that is undone: what belongs to *leaver* goes, or returns."""

    conn: AsyncConnection
    city: City
    leaver: Leaver
    heir: PersonRow

    @property
    def at(self) -> datetime:
        """The moment of it."""
        return self.leaver.at


Find: TypeAlias = Callable[[AsyncConnection, City, Leaver], Awaitable[Sequence[int]]]
Move: TypeAlias = Callable[[Passing, Sequence[int]], Awaitable[Sequence[int]]]
Back: TypeAlias = Callable[[Passing, Sequence[int]], Awaitable[None]]


@dataclass(frozen=True)
class Belonging:
    """One kind of thing that moves: which rows, and how.

    *move* returns the rows the heir has then; *back* brings those back when the office undoes the
    handover, as far as they still wait, and is None for what stays where it is.
    """

    name: str
    find: Find
    move: Move
    back: Back | None = None


def column(name: str, named: sa.Column[Any], still_open: sa.ColumnElement[bool]) -> Belonging:
    """Return the line of a table in which *named* says who has yet to do something."""
    table = named.table
    row_id = table.c["id"]

    async def find(conn: AsyncConnection, _: City, leaver: Leaver) -> Sequence[int]:
        query = sa.select(row_id).where(named == leaver.row.id, still_open).order_by(row_id)
        return list(await conn.scalars(query))

    async def give(conn: AsyncConnection, ids: Sequence[int], before: int, after: int) -> None:
        theirs = sa.and_(row_id.in_(ids), named == before, still_open)
        await conn.execute(sa.update(table).where(theirs).values({named.name: after}))

    async def move(passing: Passing, ids: Sequence[int]) -> Sequence[int]:
        await give(passing.conn, ids, passing.leaver.row.id, passing.heir.id)
        return ids

    async def back(passing: Passing, ids: Sequence[int]) -> None:
        await give(passing.conn, ids, passing.heir.id, passing.leaver.row.id)

    return Belonging(name, find, move, back)


def by_role(name: str, find: Find) -> Belonging:
    """Return the line of what is addressed to roles: counted, and nothing to rewrite."""

    async def move(_: Passing, ids: Sequence[int]) -> Sequence[int]:
        return ids

    return Belonging(name, find, move)


async def _find_roles(_: AsyncConnection, _city: City, leaver: Leaver) -> Sequence[int]:
    return [role.id for role in leaver.roles]


async def _move_roles(passing: Passing, ids: Sequence[int]) -> Sequence[int]:
    conn, heir = passing.conn, passing.heir.id
    before = {role.id for role in await people.roles_of(conn, heir)}
    for role in passing.leaver.roles:
        if role.id in ids:
            await people.revoke(conn, role.id, at=passing.at)
            await people.grant(
                conn,
                heir,
                role.kind,
                at=passing.at,
                unit_id=role.unit_id,
                point_id=role.point_id,
            )
    return [role.id for role in await people.roles_of(conn, heir) if role.id not in before]


async def _take_roles_back(passing: Passing, ids: Sequence[int]) -> None:
    for role_id in ids:  # The leaver's own are given again with their return.
        await people.revoke(passing.conn, role_id, at=passing.at)


async def _find_deputyships(conn: AsyncConnection, _: City, leaver: Leaver) -> Sequence[int]:
    return [each.id for each in await deputies.ahead(conn, leaver.row.id, at=leaver.at)]


async def _move_deputyships(passing: Passing, ids: Sequence[int]) -> Sequence[int]:
    """Let the heir stand in, or be stood in for; what cannot be (oneself, a chain) ends."""
    leaver, heir = passing.leaver.row.id, passing.heir.id
    return await _exchange(passing, ids, leaver, heir)


async def _bring_deputyships_back(passing: Passing, ids: Sequence[int]) -> None:
    await _exchange(passing, ids, passing.heir.id, passing.leaver.row.id)


async def _exchange(passing: Passing, ids: Sequence[int], before: int, after: int) -> list[int]:
    conn, at = passing.conn, passing.at
    found = [await deputies.one(conn, row_id) for row_id in ids]
    ended = [each for each in found if each and await deputies.end(conn, each.id, at=at)]
    moved: list[int] = []
    for each in ended:
        pair = _pair(each, before, after)
        term = (max(each.from_at, at), each.until_at)
        no = await why_not(conn, passing.city, *pair, from_at=term[0], until_at=term[1])
        if no is None:
            moved.append(await deputies.add(conn, *pair, from_at=term[0], until_at=term[1]))
    return moved


def _pair(each: DeputyRow, before: int, after: int) -> tuple[int, int]:
    sides = [after if side == before else side for side in (each.person_id, each.deputy_id)]
    return sides[0], sides[1]


async def _find_drafts(conn: AsyncConnection, _: City, leaver: Leaver) -> Sequence[int]:
    if leaver.user_id is None:
        return []
    return await leaving.drafts_left(
        conn, leaver.user_id, without=PERSONAL, closed_at=leaver.left_at
    )


async def _move_drafts(passing: Passing, ids: Sequence[int]) -> Sequence[int]:
    if passing.heir.user_id is None:
        return []
    await leaving.move_drafts(passing.conn, ids, passing.heir.user_id, now=passing.at)
    return ids


async def _bring_drafts_back(passing: Passing, ids: Sequence[int]) -> None:
    conn, heir, leaver = passing.conn, passing.heir.user_id, passing.leaver.user_id
    if heir is not None and leaver is not None:
        begun = await leaving.drafts_left(conn, heir, without=PERSONAL, closed_at=None)
        theirs = [each for each in ids if each in begun]
        await leaving.move_drafts(conn, theirs, leaver, now=passing.at)


async def _find_messages(conn: AsyncConnection, _: City, leaver: Leaver) -> Sequence[int]:
    found = await leaving.waiting_messages(conn, leaver.row.id, leaver.user_id)
    return [each.id for each in found if each.must_arrive]


async def _move_messages(passing: Passing, ids: Sequence[int]) -> Sequence[int]:
    if passing.heir.user_id is None:
        return []
    return await leaving.readdress(
        passing.conn,
        ids,
        person_id=passing.heir.id,
        chat_id=passing.heir.user_id,
        not_before=decent_moment(passing.city, passing.heir, passing.at),
    )


TO_VERIFY = [state for state, side in AWAITED.items() if side == "verifier"]

BELONGINGS: tuple[Belonging, ...] = (
    Belonging("roles", _find_roles, _move_roles, _take_roles_back),
    Belonging("deputyships", _find_deputyships, _move_deputyships, _bring_deputyships_back),
    Belonging("drafts", _find_drafts, _move_drafts, _bring_drafts_back),
    Belonging("messages", _find_messages, _move_messages),
    by_role("extensions", open_affairs.open_extensions),
    by_role("disputes", open_affairs.open_disputes),
    by_role("points", open_affairs.open_points),
    by_role("restatements", open_affairs.open_restatements),
    by_role("proposals", open_affairs.open_targets),
    by_role("retargets", open_affairs.open_retargets),
    by_role("matters", open_affairs.open_matters),
    column(
        "inspections",
        inspector.c.person_id,
        inspector.c.inspection_id.in_(
            sa.select(inspection.c.id).where(inspection.c.state == "open")
        ),
    ),
    column("checks", matter.c.person_id, matter.c.state.in_(["checking", "rechecking"])),
    column("verifications", observation.c.verifier_id, observation.c.state.in_(TO_VERIFY)),
)
"""Roles come first: whatever follows may ask what the heir may do."""
