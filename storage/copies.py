"""Copies of an SQLite database, made while it is in use, and putting one back."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

NAME = "jixiao-%Y%m%d-%H%M%S.db"


class DamagedCopyError(Exception):
    """The file is no whole SQLite database; says what is wrong with it."""


def back_up(database: Path, folder: Path, *, now: datetime, keep: int) -> Path:
    """Copy the database into the folder under a name that says when; return the copy.

    The copy is one consistent state, checked before it gets its name. Only the newest *keep*
    copies stay.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / now.strftime(NAME)
    unfinished = copy.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    _copy(database, unfinished)
    check(unfinished)
    unfinished.replace(copy)
    copies = sorted(folder.glob("jixiao-*.db"))
    for old in copies[:-keep]:
        old.unlink()
    return copy


def check(copy: Path) -> None:
    """Raise DamagedCopyError unless the file is a whole SQLite database with our tables."""
    try:
        with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)) as conn:
            [(verdict,)] = conn.execute("PRAGMA integrity_check(1)").fetchall()
            version = conn.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise DamagedCopyError(str(error)) from error
    if verdict != "ok":
        raise DamagedCopyError(verdict)
    if version is None:
        raise DamagedCopyError("alembic_version")


def put_back(copy: Path, database: Path, *, now: datetime) -> Path | None:
    """Put a checked copy in the database's place; return where the database there was is kept.

    Raises DamagedCopyError, and then nothing has changed. Nobody may be using the database.
    """
    check(copy)
    fresh = database.with_name(f"{database.name}.restoring")
    fresh.unlink(missing_ok=True)
    _copy(copy, fresh)
    check(fresh)
    kept = None
    if database.exists():
        kept = database.with_name(f"{database.name}.before-{now:%Y%m%d-%H%M%S}")
        # The log of the old file belongs to it: folded in by a copy, never left beside the new.
        _copy(database, kept)
    for beside in ("-wal", "-shm"):
        database.with_name(database.name + beside).unlink(missing_ok=True)
    fresh.replace(database)
    _sync_folder(database.parent)
    return kept


def _copy(source: Path, target: Path) -> None:
    reading = sqlite3.connect(f"{source.resolve().as_uri()}?mode=rw", uri=True, timeout=15)
    with closing(reading), closing(sqlite3.connect(target)) as writing:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")
    with target.open("rb") as written:
        os.fsync(written.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
