"""Adding a row unless its key is there already, in one statement."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


async def add_once(
    conn: AsyncConnection, table: sa.Table, values: Mapping[str, Any], *, unique: sa.Column[Any]
) -> Any | None:  # noqa: ANN401 - of whatever type the key is
    """Add a row and return its primary key; return None if *unique* is taken."""
    insert = postgresql.insert if conn.dialect.name == "postgresql" else sqlite.insert
    (key,) = table.primary_key.columns
    query = (
        insert(table).values(**values).on_conflict_do_nothing(index_elements=[unique])
    ).returning(key)
    return await conn.scalar(query)
