"""Invitations: words that bind an account to a person, once and for a time; hashes are kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import invitation, person

TOKEN_BYTES = 32  # 43 characters of A-Z a-z 0-9 - _, what a deep link's `start` may hold (64)


@dataclass(frozen=True, slots=True)
class Redeemed:
    """The account now is this person's."""

    person_id: int


@dataclass(frozen=True, slots=True)
class Used:
    """Somebody has used the invitation before; *by_same* says that it was this very account."""

    person_id: int
    by_same: bool


@dataclass(frozen=True, slots=True)
class Expired:
    """The invitation has run out."""

    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Revoked:
    """The invitation has been taken back."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """There is no such invitation."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The account already is another person's, who has not left; the invitation stays unused."""

    person_id: int


Outcome: TypeAlias = Redeemed | Used | Expired | Revoked | Unknown | Taken


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An invitation as kept, without its word, which nobody can read back."""

    id: int
    person_id: int
    invited_by: int | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


async def create(
    conn: AsyncConnection,
    person_id: int,
    *,
    invited_by: int | None,
    now: datetime,
    expires_at: datetime,
) -> str:
    """Add an invitation and return its word, which is not kept and cannot be asked for again."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await conn.execute(
        sa.insert(invitation).values(
            token_hash=hash_of(token),
            person_id=person_id,
            invited_by=invited_by,
            created_at=now,
            expires_at=expires_at,
        )
    )
    return token


async def redeem(conn: AsyncConnection, token: str, user_id: int, *, now: datetime) -> Outcome:
    """Bind the account to the invited person, if the invitation is good; of two, one wins.

    A person who was bound to another account before is bound to this one from now on.
    """
    owner = (await conn.execute(sa.select(person.c.id).where(person.c.user_id == user_id))).scalar()
    meant = await _by_hash(conn, hash_of(token))
    if meant is not None and owner not in (None, meant.person_id) and _is_open(meant, now):
        return Taken(int(owner))
    claimed = await conn.execute(
        sa.update(invitation)
        .where(
            invitation.c.token_hash == hash_of(token),
            invitation.c.used_at.is_(None),
            invitation.c.revoked_at.is_(None),
            invitation.c.expires_at > now,
        )
        .values(used_at=now, used_by_user=user_id)
        .returning(invitation.c.person_id)
    )
    person_id = claimed.scalar()
    if person_id is None:
        return _why_not(await _by_hash(conn, hash_of(token)), user_id)
    await conn.execute(sa.update(person).where(person.c.id == person_id).values(user_id=user_id))
    return Redeemed(int(person_id))


async def revoke_open(conn: AsyncConnection, person_id: int, *, at: datetime) -> int:
    """Take back a person's unused invitations and return how many there were."""
    taken = await conn.execute(
        sa.update(invitation)
        .where(
            invitation.c.person_id == person_id,
            invitation.c.used_at.is_(None),
            invitation.c.revoked_at.is_(None),
        )
        .values(revoked_at=at)
    )
    return taken.rowcount


async def all_open(conn: AsyncConnection, *, at: datetime) -> list[InvitationRow]:
    """Return the invitations that could still be used, oldest first."""
    query = (
        sa.select(invitation)
        .where(
            invitation.c.used_at.is_(None),
            invitation.c.revoked_at.is_(None),
            invitation.c.expires_at > at,
        )
        .order_by(invitation.c.id)
    )
    return [_invitation(row) for row in await conn.execute(query)]


async def all_made(conn: AsyncConnection) -> list[InvitationRow]:
    """Return every invitation ever made, the newest first."""
    query = sa.select(invitation).order_by(invitation.c.id.desc())
    return [_invitation(row) for row in await conn.execute(query)]


def hash_of(token: str) -> str:
    """Return what is kept of an invitation's word."""
    return hashlib.sha256(token.encode()).hexdigest()


async def _by_hash(conn: AsyncConnection, token_hash: str) -> sa.Row[Any] | None:
    query = sa.select(invitation).where(invitation.c.token_hash == token_hash)
    return (await conn.execute(query)).first()


def _is_open(row: sa.Row[Any], now: datetime) -> bool:
    return row.used_at is None and row.revoked_at is None and row.expires_at > now


def _why_not(row: sa.Row[Any] | None, user_id: int) -> Outcome:
    if row is None:
        return Unknown()
    if row.used_at is not None:
        return Used(row.person_id, by_same=row.used_by_user == user_id)
    if row.revoked_at is not None:
        return Revoked()
    return Expired(row.expires_at)


def _invitation(row: sa.Row[Any]) -> InvitationRow:
    return InvitationRow(
        id=row.id,
        person_id=row.person_id,
        invited_by=row.invited_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        used_at=row.used_at,
        revoked_at=row.revoked_at,
    )
