"""What a leader saw when he gave an instruction (批示): the numbers as they were on the screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias, cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import outbox, sight

SightKind: TypeAlias = Literal["unit", "figure", "reporting"]


@dataclass(frozen=True, slots=True)
class Sight:
    """Where a unit stood, one of its figures, or how it reported; *facts* by their names."""

    kind: SightKind
    facts: Mapping[str, str | int]
    as_of: datetime


async def add(conn: AsyncConnection, matter_id: int, seen: Sight) -> None:
    """Keep what an instruction was given under."""
    await conn.execute(
        sa.insert(sight).values(
            matter_id=matter_id, kind=seen.kind, facts=dict(seen.facts), as_of=seen.as_of
        )
    )


async def of(conn: AsyncConnection, matter_id: int) -> Sight | None:
    """Return what an instruction was given under; None where there were no numbers."""
    row = (await conn.execute(sa.select(sight).where(sight.c.matter_id == matter_id))).first()
    return None if row is None else Sight(cast("SightKind", row.kind), row.facts, row.as_of)


async def shown_at(conn: AsyncConnection, chat_id: int, message_id: int) -> datetime | None:
    """Return when a message last came to show what it shows; None for one that is not ours."""
    of_message = (outbox.c.telegram_message_id == message_id) | (
        outbox.c.edits_message_id == message_id
    )
    query = sa.select(sa.func.max(outbox.c.settled_at)).where(
        outbox.c.chat_id == chat_id, outbox.c.state == "sent", of_message
    )
    return await conn.scalar(query)
