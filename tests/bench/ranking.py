"""From a released reading to the new ranking: what the person who asks has to wait.

    python -m tests.bench.ranking [--rounds 12]

A reporter files one column of the invented city, its reviewer releases it, and a unit asks /rank,
for the towns and for the agencies: the real turns, over HTTP. The same ranking scored from nothing
(every released reading read and every unit scored) is measured beside it, in this run.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from handlers.boards import BoardShelf
from handlers.city import CityShelf
from storage.engine import open_engine
from tests.e2e.chatting import Chatting
from tests.e2e.demo_house import REPORTING, SEPTEMBER, DemoHouse, demo_house, reporting_city

CASES = (
    ("towns", "town", "reporter.JJ03", "reviewer.JJ03", "K09", "排名 双山"),
    ("agencies", "agency", "reporter.ZH20", "reviewer.ZH20", "ZFX02", "排名 执法"),
)
ASKER = "leader.1001"
SEEN = "m:release"
STEP = Decimal("0.001")


async def main() -> None:
    """Measure both kinds of units and print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=12)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        await reporting_city(folder / "template.db")
        async with demo_house(folder / "template.db", folder, at=REPORTING) as house:
            await house.process.start()
            for name, track, *case in CASES:
                review, ranking = await rounds(house, args.rounds, *case)
                scratch = await from_nothing(house.database, track)
                print(
                    f"ranking, {name}: release {review:.0f} ms, /rank {ranking:.0f} ms, together "
                    f"{review + ranking:.0f} ms; scored from nothing {scratch:.0f} ms "
                    f"({scratch / (review + ranking):.1f} times as long)"
                )


async def rounds(
    house: DemoHouse, count: int, reporter: str, reviewer: str, code: str, question: str
) -> tuple[float, float]:
    """Return the median milliseconds of the releasing turn and of the asking turn."""
    accounts = {each.key: each.user_id for each in house.actors}
    files, reviews = (
        Chatting(house.world, accounts[reporter]),
        Chatting(house.world, accounts[reviewer]),
    )
    asks = Chatting(house.world, accounts[ASKER])
    await asks.says(question)  # the board is read once after the start
    column = house.column(code)
    release_ms: list[float] = []
    rank_ms: list[float] = []
    for number in range(count):
        figures = [f"{value + number * STEP:f}" for _, value, _ in column]
        await files.files(code, figures)
        await house.process.at_rest(house.world)  # the reviewer has been asked
        await reviews.says("审核")
        await reviews.taps(SEEN)
        release_ms.append(reviews.waits_ms[-1])
        await asks.says(question)
        rank_ms.append(asks.waits_ms[-1])
        await house.process.at_rest(house.world)  # the units have their figures
    return statistics.median(release_ms), statistics.median(rank_ms)


async def from_nothing(database: Path, track: str) -> float:
    """Return the milliseconds of reading every figure and scoring every unit."""
    engine = open_engine(f"sqlite+aiosqlite:///{database}")
    async with engine.connect() as conn:
        city = await CityShelf().take(conn, REPORTING.date())
        row = city.scheme_for(SEPTEMBER.year, track)
        if row is None:
            raise LookupError(track)
        taken: list[float] = []
        for _ in range(3):
            begun = time.perf_counter()
            await BoardShelf().result(conn, city, row, SEPTEMBER)
            taken.append((time.perf_counter() - begun) * 1000)
    await engine.dispose()
    return statistics.median(taken)


if __name__ == "__main__":
    asyncio.run(main())
