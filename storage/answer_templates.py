"""Ready answers (答复模板) for the deeds of an observation's course."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import answer_template


@dataclass(frozen=True, slots=True)
class Template:
    """One ready answer: *name* stands on its button, *text* is what is said."""

    id: int
    deed: str
    name: str
    text: str


async def all_templates(conn: AsyncConnection) -> list[Template]:
    """Return every template in the order they were brought."""
    query = sa.select(answer_template).order_by(answer_template.c.id)
    return [Template(row.id, row.deed, row.name, row.text) for row in await conn.execute(query)]


async def put(conn: AsyncConnection, *, deed: str, name: str, text: str) -> None:
    """Add a template, or write the one of this name anew."""
    same = sa.and_(answer_template.c.deed == deed, answer_template.c.name == name)
    changed = await conn.execute(sa.update(answer_template).where(same).values(text=text))
    if not changed.rowcount:
        await conn.execute(sa.insert(answer_template).values(deed=deed, name=name, text=text))
