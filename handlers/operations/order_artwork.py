"""Order a picture or workbook of a book: the same book is drawn and uploaded once."""

import hashlib
from datetime import datetime
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.books import MonthlyBook, PlacesBook, RankingBook, UnitBook, to_json
from storage import artworks


async def order_artwork(
    conn: AsyncConnection,
    book: RankingBook | UnitBook | PlacesBook | MonthlyBook,
    *,
    form: Literal["png", "xlsx"],
    now: datetime,
) -> int:
    """Order a book's picture or workbook, once for the same numbers; return the order's id."""
    body = to_json(book)
    digest = hashlib.sha256(body.encode()).hexdigest()
    of = book.heading.scheme if form == "xlsx" else book.kind
    return await artworks.order(
        conn,
        key=f"{form}:{digest}",
        book=body,
        filename=f"{book.heading.period}-{of}.{form}",
        form=form,
        now=now,
    )
