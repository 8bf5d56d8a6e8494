"""Pictures and documents that were ordered, and where Telegram keeps those already uploaded."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import artwork, upload


@dataclass(frozen=True)
class Artwork:
    """One ordered picture or workbook: the numbers it shows, not yet drawn."""

    id: int
    book: str
    filename: str
    form: str


async def order(
    conn: AsyncConnection, *, key: str, book: str, filename: str, form: str, now: datetime
) -> int:
    """Order a picture (png), workbook (xlsx) or letter (docx) once by *key*; return its id."""
    known = await conn.scalar(sa.select(artwork.c.id).where(artwork.c.key == key))
    if known is not None:
        return known
    query = (
        artwork.insert()
        .values(key=key, book=book, filename=filename, form=form, ordered_at=now)
        .returning(artwork.c.id)
    )
    return (await conn.execute(query)).scalar_one()


async def one(conn: AsyncConnection, artwork_id: int) -> Artwork:
    """Return an order by its id."""
    row = (await conn.execute(sa.select(artwork).where(artwork.c.id == artwork_id))).one()
    return Artwork(row.id, row.book, row.filename, row.form)


async def uploaded(conn: AsyncConnection, content_hash: str, *, bot_id: int) -> str | None:
    """Return Telegram's file id of this content, if this bot has uploaded it before."""
    query = sa.select(upload.c.file_id).where(
        upload.c.content_hash == content_hash, upload.c.bot_id == bot_id
    )
    return await conn.scalar(query)


async def remember_upload(
    conn: AsyncConnection, content_hash: str, *, bot_id: int, file_id: str, now: datetime
) -> None:
    """Keep the file id of content just uploaded, so that it is uploaded once."""
    if await uploaded(conn, content_hash, bot_id=bot_id) is None:
        await conn.execute(
            upload.insert().values(
                content_hash=content_hash, bot_id=bot_id, file_id=file_id, at=now
            )
        )


async def forget_upload(conn: AsyncConnection, content_hash: str, *, bot_id: int) -> None:
    """Drop a file id that Telegram no longer accepts."""
    await conn.execute(
        upload.delete().where(upload.c.content_hash == content_hash, upload.c.bot_id == bot_id)
    )
