"""Which shape a database has, and which one this version of the program needs."""

from importlib import resources

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import reading_only


def newest() -> str | None:
    """Return the revision this version needs."""
    return ScriptDirectory(str(resources.files("storage") / "migrations")).get_current_head()


async def current(engine: AsyncEngine) -> str | None:
    """Return the revision the database has; None for an empty one."""
    async with reading_only(engine) as conn:
        return await conn.run_sync(_revision)


async def is_current(engine: AsyncEngine) -> bool:
    """Return whether the database has the shape this version needs."""
    return await current(engine) == newest()


def _revision(connection: sa.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
