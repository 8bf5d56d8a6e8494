"""Files of observations: photos, voice messages and documents, and whose they are."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import observation_file

FileKind: TypeAlias = Literal["photo", "voice", "document"]
Side: TypeAlias = Literal["observer", "unit"]


@dataclass(frozen=True, slots=True)
class File:
    """A photo, voice message or document; *side* is whose it is, *id* its row once it has one."""

    kind: FileKind
    file_id: str
    unique_id: str
    side: Side = "observer"
    id: int = 0


async def add_file(conn: AsyncConnection, observation_id: int, sent: File) -> bool:
    """Attach a file; return False if the same side attached the same file before."""
    known = sa.select(observation_file.c.id).where(
        observation_file.c.observation_id == observation_id,
        observation_file.c.kind == sent.kind,
        observation_file.c.side == sent.side,
        observation_file.c.unique_id == sent.unique_id,
    )
    if await conn.scalar(known) is not None:
        return False
    await conn.execute(
        sa.insert(observation_file).values(
            observation_id=observation_id,
            kind=sent.kind,
            side=sent.side,
            file_id=sent.file_id,
            unique_id=sent.unique_id,
        )
    )
    return True


async def files_of(conn: AsyncConnection, observation_id: int) -> list[File]:
    """Return the files of an observation in the order they came."""
    query = (
        sa.select(observation_file)
        .where(observation_file.c.observation_id == observation_id)
        .order_by(observation_file.c.id)
    )
    return [
        File(row.kind, row.file_id, row.unique_id, row.side, row.id)
        for row in await conn.execute(query)
    ]
