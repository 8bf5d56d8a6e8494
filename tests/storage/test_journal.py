"""The journal: a chain that shows every change, and acts that cannot be taken out."""

import pytest
import sqlalchemy as sa

from storage import journal
from storage.schema import journal as table


@pytest.fixture
async def conn(engine):
    async with engine.begin() as connection:
        yield connection


async def three(conn, now):
    for number in range(3):
        await journal.add(
            conn, person_id=None, act="invited", subject=str(number), detail={"n": number}, at=now
        )


async def unlocked(conn):
    """Do what somebody would who has the file and means ill: take the database's own guard off."""
    for deed in ("update", "delete"):
        await conn.execute(sa.text(f"DROP TRIGGER journal_no_{deed}"))


@pytest.mark.parametrize("name", ["reading", "review", "freeze", "observation_event", "journal"])
async def test_the_database_guards_what_is_only_added(conn, name):
    found = await conn.scalars(
        sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name"),
        {"name": name},
    )
    assert sorted(found) == [f"{name}_no_delete", f"{name}_no_update"]


@pytest.mark.parametrize(
    "deed", [sa.update(table).values(subject="x"), sa.delete(table)], ids=["change", "removal"]
)
async def test_the_database_itself_refuses(conn, now, deed):
    await three(conn, now)
    with pytest.raises(sa.exc.IntegrityError, match="never changed"):
        await conn.execute(deed)


async def test_a_whole_chain_has_no_break(conn, now):
    assert await journal.first_broken(conn) is None
    await three(conn, now)
    assert await journal.first_broken(conn) is None
    assert [each.subject for each in await journal.latest(conn, limit=2)] == ["2", "1"]


@pytest.mark.parametrize(
    "change",
    [{"subject": "x"}, {"act": "revoked"}, {"detail": {"n": 9}}, {"person_id": None, "hash": "0"}],
)
async def test_a_changed_entry_breaks_the_chain_where_it_stands(conn, now, change):
    await three(conn, now)
    await unlocked(conn)
    await conn.execute(sa.update(table).where(table.c.id == 2).values(**change))
    assert await journal.first_broken(conn) == 2


async def test_an_entry_taken_out_breaks_the_chain_after_it(conn, now):
    await three(conn, now)
    await unlocked(conn)
    await conn.execute(sa.delete(table).where(table.c.id == 2))
    assert await journal.first_broken(conn) == 3
