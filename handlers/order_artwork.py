"""Order a picture, workbook or letter of a book: the same book is made and uploaded once."""

import asyncio
import hashlib
from datetime import datetime
from typing import Literal, TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.blanks import BlankBook
from handlers.books import Book, InvitationBook, RegisterBook, to_json
from handlers.feedback_books import FeedbackBook
from handlers.inspection_books import InspectionBook
from handlers.recipes import Recipe
from storage import artworks

Form: TypeAlias = Literal["png", "xlsx", "docx"]


async def order_artwork(
    conn: AsyncConnection,
    book: Book,
    *,
    form: Form,
    now: datetime,
) -> int:
    """Order a book in a form, once for the same numbers; return the order's id."""
    # A month's workbook is large, and the first book of a kind takes longest.
    body, digest = await asyncio.to_thread(_written, book)
    return await artworks.order(
        conn,
        key=f"{form}:{digest}",
        book=body,
        filename=f"{_stem(book, form)}.{form}",
        form=form,
        now=now,
    )


def _written(book: Book) -> tuple[str, str]:
    body = to_json(book)
    return body, hashlib.sha256(body.encode()).hexdigest()


def _stem(book: Book, form: str) -> str:
    if isinstance(book, InvitationBook | RegisterBook):
        return book.kind
    if isinstance(book, BlankBook):
        return f"{book.period}-{book.monitors}"
    if isinstance(book, InspectionBook):
        return f"{book.kind}-{book.number}"
    if isinstance(book, FeedbackBook):
        return "-".join(each for each in (book.quarter, book.kind, book.title) if each)
    if isinstance(book, Recipe):
        return f"{book.period}-{book.title}"
    return f"{book.heading.period}-{book.heading.scheme if form == 'xlsx' else book.kind}"
