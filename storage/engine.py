"""Opening the database: pragmas, and transactions that know beforehand that they will write."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.quick_sqlite import connections_to

BUSY_WAIT_MS = 15_000
# A connection beyond these is opened anew each time, which costs more than what it is used for.
CONNECTIONS = 24


def open_engine(url: str) -> AsyncEngine:
    """Return an engine on *url*; SQLite gets WAL, full sync, foreign keys and patience.

    With SQLite every transaction starts with BEGIN IMMEDIATE: two turns then wait for each other
    at the start instead of failing at the end.
    """
    address = make_url(url)
    is_sqlite = address.get_backend_name() == "sqlite"
    if is_sqlite and address.database not in {None, "", ":memory:"} and not address.query:
        engine = create_async_engine(
            url,
            async_creator=connections_to(str(address.database)),
            pool_size=CONNECTIONS,
        )
    else:
        engine = create_async_engine(url)
    if is_sqlite:
        event.listen(engine.sync_engine, "connect", _prepare)
        event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


@asynccontextmanager
async def reading_only(engine: AsyncEngine) -> AsyncGenerator[AsyncConnection]:
    """Yield a connection for questions: it sees one state and never waits for a writer."""
    async with engine.connect() as conn:
        await conn.execution_options(jixiao_reading=True)
        yield conn


def _prepare(connection: Any, _record: ConnectionPoolEntry) -> None:  # noqa: ANN401 - a DBAPI connection has no common type
    connection.isolation_level = None  # SQLAlchemy, not the driver, says BEGIN
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_WAIT_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: sa.Connection) -> None:
    reading = connection.get_execution_options().get("jixiao_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
