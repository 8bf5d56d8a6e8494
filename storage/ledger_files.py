"""Evidence of ledger entries: photos, voice messages and documents, each with its step."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.once import add_once
from storage.schema import ledger_file

FileKind: TypeAlias = Literal["photo", "voice", "document"]


@dataclass(frozen=True, slots=True)
class File:
    """A photo, voice message or document; *event_id* is the step it came with."""

    kind: FileKind
    file_id: str
    unique_id: str
    event_id: int | None = None


async def add(conn: AsyncConnection, number: int, sent: File) -> bool:
    """Attach a file; return False if the same file is there already."""
    values = {
        "ledger_entry_id": number,
        "ledger_event_id": sent.event_id,
        "kind": sent.kind,
        "file_id": sent.file_id,
        "unique_id": sent.unique_id,
    }
    unique = (ledger_file.c.ledger_entry_id, ledger_file.c.unique_id)
    return await add_once(conn, ledger_file, values, unique=unique) is not None


async def all_of(conn: AsyncConnection, number: int) -> list[File]:
    """Return the files of an entry in the order they came."""
    query = sa.select(ledger_file).where(ledger_file.c.ledger_entry_id == number)
    found = await conn.execute(query.order_by(ledger_file.c.id))
    return [File(row.kind, row.file_id, row.unique_id, row.ledger_event_id) for row in found]
