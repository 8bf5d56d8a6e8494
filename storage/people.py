"""People, the roles they hold, and who stands in for whom."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias, get_args

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deputies, staff_changes
from storage.schema import deputy, person, role

RoleKind: TypeAlias = Literal[
    "reporter",
    "reviewer",
    "contact",
    "administrator",
    "observer",
    "leader",
    "committee",
    "office",
    "auditor",
]
ROLE_KINDS: tuple[RoleKind, ...] = get_args(RoleKind)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as kept; *quiet_from* and *quiet_until* are their own hours, "18:00"."""

    id: int
    name: str
    title: str | None
    lang: str
    user_id: int | None
    quiet_from: str | None = None
    quiet_until: str | None = None
    left_at: datetime | None = None
    unreachable_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role in force; *deputising_for* is the person who lent it, None for one's own."""

    id: int
    kind: RoleKind
    unit_id: int | None = None
    point_id: int | None = None
    deputising_for: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person with every role they may act in: their own first, then those lent to them.

    *took_over* are the people whose work is theirs now, by id.
    """

    row: PersonRow
    roles: tuple[RoleRow, ...]
    took_over: tuple[int, ...] = ()

    @property
    def id(self) -> int:
        """The person's id."""
        return self.row.id

    def holds(
        self, kind: RoleKind, *, unit_id: int | None = None, point_id: int | None = None
    ) -> bool:
        """Return whether they hold such a role; a unit or point narrows the question."""
        return any(
            each.kind == kind
            and unit_id in (None, each.unit_id)
            and point_id in (None, each.point_id)
            for each in self.roles
        )

    @property
    def answerable_for(self) -> frozenset[int]:
        """Whose affairs are theirs: their own, those they took over, those they stand in for."""
        lent_by = {e.deputising_for for e in self.roles if e.deputising_for is not None}
        return frozenset({self.id, *self.took_over, *lent_by})

    def answers_for(self, person_id: int | None) -> bool:
        """Whether what a person is asked for is theirs to answer now."""
        return person_id in self.answerable_for

    def roles_apart_from(self, spoke: Collection[int | None]) -> tuple[RoleRow, ...]:
        """Return the roles in which they are somebody else than those who spoke before.

        None for whoever spoke or took over from one of them; none of the roles these lent.
        """
        if any(each in spoke for each in (self.id, *self.took_over)):
            return ()
        return tuple(each for each in self.roles if each.deputising_for not in {*spoke} - {None})

    def lender_of(self, kind: RoleKind, unit_id: int | None = None) -> int | None:
        """Return for whom they act in such a role; None if they hold it themselves, or not."""
        found = [e for e in self.roles if e.kind == kind and unit_id in (None, e.unit_id)]
        return found[0].deputising_for if found else None  # one's own roles come first

    def as_deputy(self, kind: RoleKind, unit_id: int | None = None) -> dict[str, int]:
        """Return what the journal keeps of a deed done for somebody: who lent the role."""
        lender = self.lender_of(kind, unit_id)
        return {} if lender is None else {"as_deputy_of": lender}

    def units_as(self, kind: RoleKind) -> tuple[int, ...]:
        """Return the ids of the units they hold such a role in, each once."""
        found = (e.unit_id for e in self.roles if e.kind == kind and e.unit_id is not None)
        return tuple(dict.fromkeys(found))


async def by_user(conn: AsyncConnection, user_id: int, *, at: datetime) -> Person | None:
    """Return whoever uses this account, with the roles in force at a moment; None: a stranger."""
    row = (
        await conn.execute(
            sa.select(person).where(person.c.user_id == user_id, person.c.left_at.is_(None))
        )
    ).first()
    return None if row is None else await _with_roles(conn, _person(row), at)


async def by_id(conn: AsyncConnection, person_id: int, *, at: datetime) -> Person | None:
    """Return a person with the roles in force at a moment, whether they have left or not."""
    row = await one(conn, person_id)
    return None if row is None else await _with_roles(conn, row, at)


async def one(conn: AsyncConnection, person_id: int) -> PersonRow | None:
    """Return the person of this id, without roles."""
    row = (await conn.execute(sa.select(person).where(person.c.id == person_id))).first()
    return None if row is None else _person(row)


async def everybody(conn: AsyncConnection) -> list[PersonRow]:
    """Return the people who have not left, in the order they came."""
    query = sa.select(person).where(person.c.left_at.is_(None)).order_by(person.c.id)
    return [_person(row) for row in await conn.execute(query)]


async def named(conn: AsyncConnection, name: str) -> list[PersonRow]:
    """Return everybody of exactly this name, those who have left included, who stayed first."""
    query = sa.select(person).where(person.c.name == name)
    found = await conn.execute(query.order_by(person.c.left_at.is_not(None), person.c.id))
    return [_person(row) for row in found]


async def everyone_ever(conn: AsyncConnection) -> list[PersonRow]:
    """Return everybody, those who have left included, in the order they came."""
    return [_person(row) for row in await conn.execute(sa.select(person).order_by(person.c.id))]


async def names(conn: AsyncConnection) -> dict[int, str]:
    """Return everybody's name under their id, those who have left included."""
    return {row.id: row.name for row in await conn.execute(sa.select(person.c.id, person.c.name))}


async def in_unit(conn: AsyncConnection, unit_id: int) -> list[PersonRow]:
    """Return who holds a role in a unit and has not left; a leader in charge is not of it."""
    held = sa.select(role.c.person_id).where(
        role.c.unit_id == unit_id, role.c.kind != "leader", role.c.revoked_at.is_(None)
    )
    query = sa.select(person).where(person.c.id.in_(held), person.c.left_at.is_(None))
    return [_person(row) for row in await conn.execute(query.order_by(person.c.id))]


async def roles_of(conn: AsyncConnection, person_id: int) -> list[RoleRow]:
    """Return a person's own roles, not the lent ones."""
    query = (
        sa.select(role)
        .where(role.c.person_id == person_id, role.c.revoked_at.is_(None))
        .order_by(role.c.id)
    )
    return [_role(row) for row in await conn.execute(query)]


async def with_role(
    conn: AsyncConnection,
    kind: RoleKind,
    unit_id: int | None = None,
    point_id: int | None = None,
    *,
    at: datetime | None = None,
) -> list[PersonRow]:
    """Return the people who hold a role and have not left, in the order of their ids.

    A unit or point narrows it to roles in exactly that one. With *at*, those who stand in for
    somebody at that moment come along.
    """
    held = sa.select(role.c.person_id).where(role.c.kind == kind, role.c.revoked_at.is_(None))
    if unit_id is not None:
        held = held.where(role.c.unit_id == unit_id)
    if point_id is not None:
        held = held.where(role.c.point_id == point_id)
    who: sa.ColumnElement[bool] = person.c.id.in_(held)
    if at is not None:
        lent = sa.select(deputy.c.deputy_id).where(
            deputy.c.person_id.in_(held), deputies.in_force(at)
        )
        who = sa.or_(who, person.c.id.in_(lent))
    query = sa.select(person).where(who, person.c.left_at.is_(None)).order_by(person.c.id)
    return [_person(row) for row in await conn.execute(query)]


async def in_role(
    conn: AsyncConnection, kind: RoleKind, unit_ids: Collection[int], *, at: datetime
) -> dict[int, list[PersonRow]]:
    """Return, for each of many units, what `with_role` returns for one."""
    lenders = (
        sa.select(deputy.c.person_id)
        .where(deputy.c.deputy_id == person.c.id, deputies.in_force(at))
        .correlate(person)
    )
    query = (
        sa.select(person, role.c.unit_id.label("held_in"))
        .select_from(person)
        .join(role, sa.or_(role.c.person_id == person.c.id, role.c.person_id.in_(lenders)))
        .where(
            role.c.kind == kind,
            role.c.unit_id.in_(list(unit_ids)),
            role.c.revoked_at.is_(None),
            person.c.left_at.is_(None),
        )
        .order_by(person.c.id)
    )
    found: dict[int, list[PersonRow]] = {each: [] for each in unit_ids}
    for row in await conn.execute(query):
        who = _person(row)
        if who not in found[row.held_in]:
            found[row.held_in].append(who)
    return found


async def answering_for(conn: AsyncConnection, person_id: int, *, at: datetime) -> list[PersonRow]:
    """Return who is to be told what concerns a person: they or their successor, and deputies."""
    heir = await staff_changes.successor_of(conn, person_id)
    lent = sa.select(deputy.c.deputy_id).where(deputy.c.person_id == heir, deputies.in_force(at))
    query = (
        sa.select(person)
        .where(sa.or_(person.c.id == heir, person.c.id.in_(lent)), person.c.left_at.is_(None))
        .order_by(person.c.id != heir, person.c.id)
    )
    return [_person(row) for row in await conn.execute(query)]


async def leaders_for(conn: AsyncConnection, unit_id: int, *, at: datetime) -> list[PersonRow]:
    """Return the leaders a unit is assigned to, then those of the whole city, with deputies."""
    lenders = (
        sa.select(deputy.c.person_id)
        .where(deputy.c.deputy_id == person.c.id, deputies.in_force(at))
        .correlate(person)
    )
    query = (
        sa.select(person, role.c.unit_id.label("assigned"))
        .select_from(person)
        .join(role, sa.or_(role.c.person_id == person.c.id, role.c.person_id.in_(lenders)))
        .where(
            role.c.kind == "leader",
            role.c.revoked_at.is_(None),
            person.c.left_at.is_(None),
            sa.or_(role.c.unit_id == unit_id, role.c.unit_id.is_(None)),
        )
        .order_by(role.c.unit_id.is_(None), person.c.id)
    )
    found = [_person(row) for row in await conn.execute(query)]
    return list(dict.fromkeys(found))


async def add(
    conn: AsyncConnection,
    *,
    name: str,
    title: str | None = None,
    lang: str = "zh",
    user_id: int | None = None,
) -> int:
    """Add a person without roles and return their id."""
    added = await conn.execute(
        sa.insert(person)
        .values(name=name, title=title, lang=lang, user_id=user_id)
        .returning(person.c.id)
    )
    return int(added.scalar_one())


async def grant(
    conn: AsyncConnection,
    person_id: int,
    kind: RoleKind,
    *,
    at: datetime,
    unit_id: int | None = None,
    point_id: int | None = None,
) -> bool:
    """Give a person a role; return False if they hold it already."""
    mine = await roles_of(conn, person_id)
    if any((e.kind, e.unit_id, e.point_id) == (kind, unit_id, point_id) for e in mine):
        return False
    await conn.execute(
        sa.insert(role).values(
            person_id=person_id, kind=kind, unit_id=unit_id, point_id=point_id, granted_at=at
        )
    )
    return True


async def revoke(conn: AsyncConnection, role_id: int, *, at: datetime) -> bool:
    """Take a role back; return False if it was taken back before."""
    taken = await conn.execute(
        sa.update(role)
        .where(role.c.id == role_id, role.c.revoked_at.is_(None))
        .values(revoked_at=at)
    )
    return taken.rowcount == 1


async def change(
    conn: AsyncConnection, person_id: int, *, name: str, title: str | None, lang: str
) -> None:
    """Write a person's name, title and language anew."""
    await conn.execute(
        sa.update(person).where(person.c.id == person_id).values(name=name, title=title, lang=lang)
    )


async def set_lang(conn: AsyncConnection, person_id: int, lang: str) -> None:
    """Let the person be spoken to in this language from now on."""
    await conn.execute(sa.update(person).where(person.c.id == person_id).values(lang=lang))


async def set_hours(
    conn: AsyncConnection, person_id: int, *, quiet_from: str | None, quiet_until: str | None
) -> None:
    """Keep the person's own quiet hours, "18:00" to "08:30"; None for none of their own."""
    await conn.execute(
        sa.update(person)
        .where(person.c.id == person_id)
        .values(quiet_from=quiet_from, quiet_until=quiet_until)
    )


async def set_unreachable(conn: AsyncConnection, person_id: int, *, at: datetime, why: str) -> None:
    """Note that messages cannot reach the person; the first moment stays."""
    await conn.execute(
        sa.update(person)
        .where(person.c.id == person_id, person.c.unreachable_at.is_(None))
        .values(unreachable_at=at, unreachable_why=why)
    )


async def set_reachable(conn: AsyncConnection, person_id: int) -> None:
    """Note that the person has been heard of again."""
    await conn.execute(
        sa.update(person)
        .where(person.c.id == person_id)
        .values(unreachable_at=None, unreachable_why=None)
    )


async def bind(conn: AsyncConnection, person_id: int, user_id: int | None) -> None:
    """Let the person speak through this account, or through none.

    Raises IntegrityError if the account is somebody else's.
    """
    await conn.execute(sa.update(person).where(person.c.id == person_id).values(user_id=user_id))


async def leave(conn: AsyncConnection, person_id: int, *, at: datetime) -> None:
    """Let a person go: no role, no deputy either way, and the account belongs to nobody."""
    await conn.execute(
        sa.update(role)
        .where(role.c.person_id == person_id, role.c.revoked_at.is_(None))
        .values(revoked_at=at)
    )
    await deputies.end_all(conn, person_id, at=at)
    await conn.execute(
        sa.update(person).where(person.c.id == person_id).values(left_at=at, user_id=None)
    )


async def come_back(
    conn: AsyncConnection, person_id: int, *, user_id: int | None, role_ids: list[int], at: datetime
) -> None:
    """Undo that a person left: their account and roles are theirs again, from this moment on.

    Raises IntegrityError if the account is somebody else's by now.
    """
    await conn.execute(
        sa.update(person).where(person.c.id == person_id).values(left_at=None, user_id=user_id)
    )
    ended = await conn.execute(sa.select(role).where(role.c.id.in_(role_ids)))
    for row in ended.all():
        await grant(conn, person_id, row.kind, at=at, unit_id=row.unit_id, point_id=row.point_id)


async def _with_roles(conn: AsyncConnection, row: PersonRow, at: datetime) -> Person:
    stands_in = sa.and_(deputy.c.deputy_id == row.id, deputies.in_force(at))
    lenders = sa.select(deputy.c.person_id).where(stands_in)
    held = sa.or_(role.c.person_id == row.id, role.c.person_id.in_(lenders))
    query = sa.select(role).where(held, role.c.revoked_at.is_(None))
    found = await conn.execute(query.order_by(role.c.person_id != row.id, role.c.id))
    lent_by = {row.id: None}
    roles = tuple(_role(e, lent_by.get(e.person_id, e.person_id)) for e in found)
    return Person(row, roles, await staff_changes.predecessors(conn, row.id))


def _person(row: sa.Row[Any]) -> PersonRow:
    return PersonRow(
        id=row.id,
        name=row.name,
        title=row.title,
        lang=row.lang,
        user_id=row.user_id,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        left_at=row.left_at,
        unreachable_at=row.unreachable_at,
    )


def _role(row: sa.Row[Any], lender: int | None = None) -> RoleRow:
    return RoleRow(row.id, row.kind, row.unit_id, row.point_id, lender)
