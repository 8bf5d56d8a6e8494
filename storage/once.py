"""Adding a row unless its key is there already, in one statement."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


async def add_once(
    conn: AsyncConnection,
    table: sa.Table,
    values: Mapping[str, Any],
    *,
    unique: sa.Column[Any] | tuple[sa.Column[Any], ...],
) -> Any | None:  # noqa: ANN401 - of whatever type the key is
    """Add a row and return its primary key; return None if *unique* is taken."""
    columns = unique if isinstance(unique, tuple) else (unique,)
    # Values are handed over beside the statement: putting them into it costs more than the rest.
    return await conn.scalar(_statement(table, columns, conn.dialect.name), dict(values))


@cache
def _statement(table: sa.Table, unique: tuple[sa.Column[Any], ...], dialect: str) -> sa.Executable:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    (key,) = table.primary_key.columns
    return insert(table).on_conflict_do_nothing(index_elements=list(unique)).returning(key)
