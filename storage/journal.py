"""Who did what, in a chain of hashes: an entry that is changed or taken out breaks the chain.

Entries are added in the transaction of the act itself, so that neither exists without the other.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import journal

FIRST_HASH = "0" * 64


@dataclass(frozen=True)
class Entry:
    """One act: who, when, what, on which subject, with which particulars."""

    id: int
    at: datetime
    person_id: int | None
    act: str
    subject: str
    detail: Mapping[str, Any]


async def add(
    conn: AsyncConnection,
    *,
    person_id: int | None,
    act: str,
    subject: str,
    detail: Mapping[str, Any] | None = None,
    at: datetime,
) -> None:
    """Append an act, chained to the one before it. *detail* must be plain JSON."""
    about = [(subject, dict(detail or {}))]
    await add_all(conn, person_id=person_id, act=act, about=about, at=at)


async def add_all(
    conn: AsyncConnection,
    *,
    person_id: int | None,
    act: str,
    about: Sequence[tuple[str, Mapping[str, Any]]],
    at: datetime,
) -> None:
    """Append an act on many subjects at once, each with its particulars, chained in this order."""
    last = await conn.scalar(sa.select(journal.c.hash).order_by(journal.c.id.desc()).limit(1))
    previous = last or FIRST_HASH
    rows: list[dict[str, Any]] = []
    for subject, detail in about:
        row: dict[str, Any] = {
            "at": at,
            "person_id": person_id,
            "act": act,
            "subject": subject,
            "detail": dict(detail),
            "previous_hash": previous,
        }
        previous = _hash(row)
        rows.append({**row, "hash": previous})
    if rows:
        await conn.execute(journal.insert(), rows)


async def latest(conn: AsyncConnection, *, limit: int) -> Sequence[Entry]:
    """Return the last *limit* acts, newest first."""
    rows = await conn.execute(sa.select(journal).order_by(journal.c.id.desc()).limit(limit))
    return [Entry(r.id, r.at, r.person_id, r.act, r.subject, r.detail) for r in rows]


async def first_broken(conn: AsyncConnection) -> int | None:
    """Return the id of the first entry that does not fit the chain, or None if all do."""
    previous = FIRST_HASH
    rows = await conn.stream(sa.select(journal).order_by(journal.c.id))
    async for row in rows.mappings():
        fields = dict(row)
        entry_id, found = fields.pop("id"), fields.pop("hash")
        if fields["previous_hash"] != previous or _hash(fields) != found:
            return entry_id
        previous = found
    return None


def _hash(row: Mapping[str, Any]) -> str:
    body = json.dumps(
        [
            row["at"].timestamp(),
            row["person_id"],
            row["act"],
            row["subject"],
            row["detail"],
            row["previous_hash"],
        ],
        ensure_ascii=False,
        sort_keys=True,
    )
    return hashlib.sha256(body.encode()).hexdigest()
