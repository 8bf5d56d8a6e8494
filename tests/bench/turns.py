"""How fast a turn is: the reporting errand of the invented city against a bare echo bot.

    python -m tests.bench.turns [--errands 12] [--crowd 3]

An errand is four updates, each sent once the last was answered: 填报, a tap on the indicator, a
month in one message, a tap on 确认. The echo bot on the same library answers the same four
with a text or an edit and remembers nothing. Both talk to the same kind of Telegram on this machine
over HTTP, each in a process of its own, one after the other. What counts are the ratios: seconds
say more about the machine than about us.
"""

import argparse
import asyncio
import signal
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import serve
from bot.sandbox.world import World
from tests.e2e.bot_process import ROOT, BotProcess
from tests.e2e.chatting import Chatting
from tests.e2e.demo_house import REPORTING, demo_house, reporting_city

ECHO = ROOT / "tests" / "bench" / "peers" / "echo_bot.py"
UNITS_MAX = 10
TURNS = ("填报", "pick", "month", "confirm")
Errand: TypeAlias = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Bench:
    """A bot at work, and people who can each go on one errand again and again."""

    process: BotProcess
    people: Sequence[tuple[Chatting, Errand]]


@dataclass(frozen=True)
class Measured:
    """Milliseconds of each turn of a person alone, by turn; turns a second in a crowd.

    *cpu_ms* is the bot's processor time a turn in the crowd, which a busy machine does not change.
    """

    alone_ms: list[list[float]]
    per_second: float
    cpu_ms: float

    def share(self, percent: int) -> float:
        """Return how long all but the slowest turns took."""
        every = [each for turn in self.alone_ms for each in turn]
        return statistics.quantiles(every, n=100)[percent - 1]


async def main() -> None:
    """Measure both and print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errands", type=int, default=12)
    parser.add_argument("--crowd", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.db"
        await reporting_city(template)
        async with echo(Path(folder)) as bench:
            bare = await measure(bench, args.errands, args.crowd)
        async with ours(template, Path(folder)) as bench:
            real = await measure(bench, args.errands, args.crowd)
    for name, found in (("echo", bare), ("ours", real)):
        parts = "  ".join(
            f"{turn} {statistics.median(each):.0f}"
            for turn, each in zip(TURNS, found.alone_ms, strict=True)
        )
        print(
            f"{name}: alone p50 {found.share(50):5.1f} ms, p95 {found.share(95):5.1f} ms; "
            f"{found.per_second:6.1f} turns/s in a crowd, "
            f"{found.cpu_ms:.1f} ms of processor a turn   ({parts} ms)"
        )
    print(
        f"ours/echo: p50 {real.share(50) / bare.share(50):.2f}, "
        f"p95 {real.share(95) / bare.share(95):.2f} times the latency; "
        f"{real.per_second / bare.per_second:.2f} of the turns a second, "
        f"{real.cpu_ms / bare.cpu_ms:.2f} times the processor"
    )


async def measure(bench: Bench, errands: int, crowd: int) -> Measured:
    """Let one person go alone, then everybody at once."""
    one, errand = bench.people[0]
    await errand()  # the bot reads the city, the connections open
    one.waits_ms.clear()
    for _ in range(errands):
        await errand()
    alone = [one.waits_ms[turn :: len(TURNS)] for turn in range(len(TURNS))]
    begun, used = time.perf_counter(), bench.process.cpu_seconds
    await asyncio.gather(*(again(errand, crowd) for _, errand in bench.people))
    turns = len(bench.people) * crowd * len(TURNS)
    cpu_ms = (bench.process.cpu_seconds - used) * 1000 / turns
    return Measured(alone, turns / (time.perf_counter() - begun), cpu_ms)


async def again(errand: Errand, times: int) -> None:
    """Go on an errand several times."""
    for _ in range(times):
        await errand()


@asynccontextmanager
async def ours(template: Path, folder: Path) -> AsyncIterator[Bench]:
    """Start the bot on the city; every reporter files one column of at most ten units."""
    async with demo_house(template, folder, at=REPORTING) as house:
        people: list[tuple[Chatting, Errand]] = []
        # A column whose figures need no explaining keeps an errand at four turns.
        for user_id, code in house.reporters(units_max=UNITS_MAX, units_min=8):
            who = Chatting(house.world, user_id)
            figures = [f"{value:f}" for _, value, _ in house.column(code)]
            people.append((who, lambda w=who, c=code, f=figures: w.files(c, f)))
        await house.process.start()
        plain: list[tuple[Chatting, Errand]] = []
        for who, errand in people:
            await errand()
            if len(who.waits_ms) == len(TURNS):
                plain.append((who, errand))
            who.waits_ms.clear()
        yield Bench(house.process, plain)


@asynccontextmanager
async def echo(folder: Path) -> AsyncIterator[Bench]:
    """Start the bare bot with as many people."""
    world = World(SandboxClock(datetime.now(UTC)), rate_limits=False)
    server = await serve(world)
    process = BotProcess([ECHO, server.base_url, world.token], folder / "none", folder / "echo.log")
    people: list[tuple[Chatting, Errand]] = []
    for user_id in range(1001, 1001 + UNITS_MAX):
        world.add_user(user_id, f"人{user_id}", started=True)
        who = Chatting(world, user_id)
        people.append((who, lambda w=who: bare_errand(w)))
    await process.start()
    try:
        yield Bench(process, people)
    finally:
        await process.end(signal.SIGTERM)
        await server.close()


async def bare_errand(who: Chatting) -> None:
    """Send the same four updates to a bot that does nothing with them."""
    await who.says("填报")
    await who.taps("go")
    await who.says("1=2.2436 2=2.0329 3=1.0219 4=0.5996 5=0.2994 6=0.2244 7=0.3033 8=0.1715")
    await who.taps("go")


if __name__ == "__main__":
    asyncio.run(main())
