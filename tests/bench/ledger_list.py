"""How many questions the ledger's to-do list and clock put to the database, and how long they take.

    python -m tests.bench.ledger_list [--entries 3000]

The invented city has so many open entries. Whoever opens the list is the office's chief, or the
contact of one town; the clock looks once in the middle of a day and once when it reminds. The
number of questions must not grow with the number of entries: it is printed for a tenth of them too.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.demo.seed import seed
from handlers.city import City, CityShelf
from handlers.operations.ledger import ledger_clock, ledger_todo
from storage import ledger, ledger_items, people, ticks, units
from storage.engine import open_engine
from storage.ledger import New
from storage.upgrade import upgrade

NOON = datetime(2013, 10, 8, 4, 0, tzinfo=UTC)
MORNING = datetime(2013, 10, 9, 1, 5, tzinfo=UTC)
STATES = ("hearing", "to_check", "checked", "objected", "notice")
CHIEF, CONTACT = 1011, 1021


@dataclass
class Asked:
    """What a look cost."""

    questions: int = 0
    seconds: float = 0.0


async def main() -> None:
    """Measure with a tenth of the entries and with all of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--entries", type=int, default=3000)
    most = parser.parse_args().entries
    for count in (most // 10, most):
        with tempfile.TemporaryDirectory() as made:
            engine = open_engine(f"sqlite+aiosqlite:///{Path(made) / 'city.db'}")
            await upgrade(engine)
            await seed(engine)
            await _enter(engine, count)
            print(f"{count} open entries")
            await _measure(engine)
            await engine.dispose()


async def _enter(engine: AsyncEngine, count: int) -> None:
    async with engine.begin() as conn:
        towns = [each for each in await units.all_units(conn) if each.track == "town"]
        items = await ledger_items.all_items(conn, 2013)
        items = [each for each in items if each.item.kind != "veto"]
        for number in range(count):
            item, unit = items[number % len(items)], towns[number % len(towns)]
            new = New(
                item_id=item.id,
                unit_id=unit.id,
                origin="claim" if item.item.kind == "bonus" else "proposal",
                by=None,
                cases=Decimal(1),
                level="",
                fact=f"事实{number}",
                document="",
                fact_key=f"事实{number}",
            )
            # Every twentieth is due on the day the clock reminds.
            due_at = NOON + timedelta(days=1 if number % 20 == 0 else 3)
            state = STATES[number % len(STATES)]
            await ledger.add(conn, new, state=state, due_at=due_at, now=NOON)
        await ticks.record(conn, ticks.DUE, NOON - timedelta(seconds=20))


async def _measure(engine: AsyncEngine) -> None:
    async with engine.connect() as conn:
        city = await CityShelf().take(conn, NOON.date())
        for name, account in (("the office's list", CHIEF), ("a contact's list", CONTACT)):
            who = await people.by_user(conn, account, at=NOON)
            assert who is not None
            look = ledger_todo.waiting(conn, who, city, now=NOON)
            found, cost = await _asked(engine, look)
            _say(f"{name} ({len(found)} items)", cost)
    for name, now in (("a tick at noon", NOON), ("the tick that reminds", MORNING)):
        async with engine.connect() as conn:
            _, cost = await _asked(engine, _looked_after(conn, city, now))
            _say(name, cost)


async def _looked_after(conn: AsyncConnection, city: City, now: datetime) -> list[object]:
    await ledger_clock.look_after_ledger(conn, city, now=now)
    return []


async def _asked(engine: AsyncEngine, look: Awaitable[list[object]]) -> tuple[list[object], Asked]:
    cost = Asked()

    def count(*_: object) -> None:
        cost.questions += 1

    sa.event.listen(engine.sync_engine, "before_cursor_execute", count)
    began = time.perf_counter()
    found = await look
    cost.seconds = time.perf_counter() - began
    sa.event.remove(engine.sync_engine, "before_cursor_execute", count)
    return found, cost


def _say(name: str, cost: Asked) -> None:
    print(f"  {name}: {cost.questions} questions, {cost.seconds * 1000:.0f} ms")


if __name__ == "__main__":
    asyncio.run(main())
