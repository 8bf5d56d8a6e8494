"""Bringing a database to the newest shape, step by step."""

from importlib import resources

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.ext.asyncio import AsyncEngine


def _config(connection: sa.Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(resources.files("storage") / "migrations"))
    config.attributes["connection"] = connection
    return config


def upgrade_sync(connection: sa.Connection, revision: str = "head") -> None:
    """Bring the database up to *revision*."""
    command.upgrade(_config(connection), revision)


def downgrade_sync(connection: sa.Connection, revision: str) -> None:
    """Take the database back down to *revision*."""
    command.downgrade(_config(connection), revision)


async def upgrade(engine: AsyncEngine) -> None:
    """Bring the database up to the newest revision; a current one is left as it is."""
    async with engine.begin() as conn:
        await conn.run_sync(upgrade_sync)
