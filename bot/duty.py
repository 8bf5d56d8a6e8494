"""Who is on duty: one process a database polls, ticks and sends; any other stands by."""

import asyncio
import fcntl
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

log = logging.getLogger(__name__)

ASK_AGAIN_SECONDS = 2.0
# Any number will do as long as all our processes use the same: "jixiao" in ASCII.
POSTGRES_LOCK = 0x6A697869616F


def sqlite_file(url: str) -> Path | None:
    """Return the file of an SQLite database, or None for a server or for memory."""
    parsed = make_url(url)
    is_file = parsed.get_backend_name() == "sqlite" and parsed.database not in (
        None,
        "",
        ":memory:",
    )
    return Path(str(parsed.database)) if is_file else None


def is_somebody_on_duty(database: Path) -> bool:
    """Return whether a process is running on this SQLite file."""
    lock = _try_file(_lock_file(database))
    if lock is None:
        return True
    lock.close()
    return False


@asynccontextmanager
async def on_duty(engine: AsyncEngine) -> AsyncIterator[None]:
    """Wait until nobody else is on duty for this database, and be it while the context lasts.

    The lock dies with the process, however it dies.
    """
    file = sqlite_file(engine.url.render_as_string(hide_password=False))
    if file is not None:
        lock = await _wait_for_file(_lock_file(file))
        try:
            yield
        finally:
            lock.close()
    elif engine.dialect.name == "postgresql":
        async with engine.connect() as conn:
            await _wait_for_postgres(conn)
            yield
    else:
        yield


def _lock_file(database: Path) -> Path:
    return database.with_name(f"{database.name}.lock")


def _try_file(path: Path) -> IO[bytes] | None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.open("ab")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return None
    return lock


async def _wait_for_file(path: Path) -> IO[bytes]:
    is_said = False
    while (lock := _try_file(path)) is None:
        if not is_said:
            log.warning("another process is on duty for this database; standing by")
            is_said = True
        await asyncio.sleep(ASK_AGAIN_SECONDS)
    return lock


async def _wait_for_postgres(conn: AsyncConnection) -> None:
    is_said = False
    while not await conn.scalar(sa.select(sa.func.pg_try_advisory_lock(POSTGRES_LOCK))):
        if not is_said:
            log.warning("another process is on duty for this database; standing by")
            is_said = True
        await conn.rollback()
        await asyncio.sleep(ASK_AGAIN_SECONDS)
    await conn.commit()
