"""The city's own categories of observations, in the order they were brought."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.observation_categories import Category, InBoth, read_questions
from storage.schema import observation_category


async def all_categories(conn: AsyncConnection) -> list[Category]:
    """Return the categories the city has brought, in their order; none is none."""
    query = sa.select(observation_category).order_by(observation_category.c.id)
    return [
        Category(
            row.code,
            InBoth(row.name, row.name_en),
            read_questions(row.questions, row.questions_en),
            row.verify_days,
            row.answer_days,
            row.revisit_weeks,
            row.verifier,
        )
        for row in await conn.execute(query)
    ]


async def all_rows(conn: AsyncConnection) -> dict[str, dict[str, object]]:
    """Return every category's columns as they were brought, under its code."""
    found = (await conn.execute(sa.select(observation_category))).mappings()
    return {
        str(row["code"]): {name: value for name, value in row.items() if name != "id"}
        for row in found
    }


async def put(conn: AsyncConnection, columns: dict[str, object]) -> None:
    """Add a category, or write the one of this code anew."""
    code = columns["code"]
    known = sa.select(observation_category.c.id).where(observation_category.c.code == code)
    row_id = await conn.scalar(known)
    if row_id is None:
        await conn.execute(sa.insert(observation_category).values(**columns))
    else:
        await conn.execute(
            sa.update(observation_category)
            .where(observation_category.c.id == row_id)
            .values(**columns)
        )
