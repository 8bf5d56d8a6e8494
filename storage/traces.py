"""What still names an indicator: whatever records, requests and talks speak of it."""

from collections.abc import Collection, Mapping

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import indicator, metadata

GO_WITH_IT = frozenset({"target", "nudge"})
"""What is dropped together with an indicator that nobody has filed under."""


async def of_indicators(
    conn: AsyncConnection, indicator_ids: Collection[int]
) -> dict[int, Mapping[str, int]]:
    """Return, for each indicator that is named somewhere, how many rows of which table name it."""
    found: dict[int, dict[str, int]] = {}
    if not indicator_ids:
        return {}
    for column in _columns():
        query = (
            sa.select(column, sa.func.count())
            .where(column.in_(indicator_ids))
            .group_by(column)
            .order_by(column)
        )
        for indicator_id, count in await conn.execute(query):
            found.setdefault(indicator_id, {})[column.table.name] = count
    return dict(found)


def _columns() -> list[sa.Column[int]]:
    """Return every column that names an indicator, table by table."""
    return [
        key.parent
        for table in metadata.sorted_tables
        if table.name not in GO_WITH_IT
        for key in table.foreign_keys
        if key.column.table is indicator
    ]
