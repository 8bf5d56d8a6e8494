"""What a hostile or clumsy person can do: bytes behind buttons nobody drew, and what it left."""

from typing import Any

import sqlalchemy as sa
from chats import Answer, Shown
from harness import House, Someone

from storage.schema import (
    confirmation,
    dead_update,
    deputy,
    dispute,
    filing,
    freeze,
    invitation,
    ledger_entry,
    ledger_event,
    observation,
    person,
    reading,
    restatement,
    review,
    role,
    snapshot,
)

RECORDS = (
    confirmation,
    dispute,
    restatement,
    ledger_entry,
    ledger_event,
    filing,
    reading,
    review,
    freeze,
    snapshot,
    observation,
    person,
    role,
    deputy,
    invitation,
)


async def presses(someone: Someone, data: str | None, *, message_id: int = 1) -> Answer:
    """Let somebody tap a button with any bytes behind it; return what appeared."""
    someone.chat.new, someone.chat.toast = [], None
    someone.chat.messages.setdefault(message_id, Shown(message_id, "…", "…"))
    house = someone.house
    body: dict[str, Any] = {
        "id": f"q{house.last_update_id + 1}",
        "from": someone._user(),
        "chat_instance": "1",
        "message": someone._envelope(message_id) | {"text": "…"},
    }
    if data is not None:
        body["data"] = data
    await house.takes({"callback_query": body})
    return someone.chat.look()


async def count(house: House, table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
    """Return how many rows a table has."""
    async with house.engine.begin() as conn:
        return await conn.scalar(sa.select(sa.func.count()).select_from(table).where(*where)) or 0


async def records(house: House) -> dict[str, int]:
    """Return how many rows every table has that decides what the city knows."""
    return {table.name: await count(house, table) for table in RECORDS}


async def bugs(house: House) -> list[str]:
    """Return the last line of every error that was set aside."""
    async with house.engine.begin() as conn:
        rows = (await conn.execute(sa.select(dead_update.c.error, dead_update.c.body))).all()
    return [f"{row.error.strip().splitlines()[-1]} ← {row.body[:300]}" for row in rows]
