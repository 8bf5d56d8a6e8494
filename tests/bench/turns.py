"""How fast a turn is: the bot's own errand against a bare echo bot on the same library.

    python -m tests.bench.turns [--people 50] [--each 10]

Both bots talk to the same Telegram on this machine over HTTP, each in a process of its own, one
after the other. Printed are ratios, because seconds say more about the machine than about us.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import Server, serve
from bot.sandbox.world import World
from storage.engine import open_engine
from storage.upgrade import upgrade

ROOT = Path(__file__).parents[2]
ECHO = Path(__file__).with_name("echo_bot.py")
TINY = ROOT / "tests" / "e2e" / "tiny_bot.py"
FIRST_USER = 1001


async def main() -> None:
    """Measure both and print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--each", type=int, default=10)
    args = parser.parse_args()
    echo = await measure(args.people, args.each, start_echo)
    ours = await measure(args.people, args.each, start_tiny)
    for name, (rate, alone_ms, crowd_ms) in (("echo", echo), ("ours", ours)):
        print(
            f"{name}: {rate:7.1f} turns/s with a backlog, "
            f"{alone_ms:6.1f} ms for one person alone, {crowd_ms:6.1f} ms in a crowd (median)"
        )
    print(f"ours/echo: {ours[0] / echo[0]:.2f} of the turns a second, ", end="")
    print(f"{ours[1] / echo[1]:.2f} times the latency alone")


Start = Callable[[Server, Path], Awaitable[asyncio.subprocess.Process]]


async def measure(people: int, each: int, start: Start) -> tuple[float, float, float]:
    """Return turns a second with a backlog, and the median latency alone and in a crowd."""
    world = World(SandboxClock(datetime.now(UTC)), rate_limits=False)
    server = await serve(world)
    with tempfile.TemporaryDirectory() as folder:
        users = range(FIRST_USER, FIRST_USER + people)
        for user_id in users:
            world.add_user(user_id, f"人{user_id}")
            world.start(user_id)
        process = await start(server, Path(folder))
        try:
            await until(lambda: answers(world) >= people)
            alone = [await ask(world, FIRST_USER, n) for n in range(30)]
            crowd = await asyncio.gather(*(closed_loop(world, u, each) for u in users))
            before, begun = answers(world), time.perf_counter()
            for number in range(each):
                for user_id in users:
                    world.say(user_id, f"b{number}")
            await until(lambda: answers(world) >= before + people * each)
            rate = people * each / (time.perf_counter() - begun)
        finally:
            process.terminate()
            await process.wait()
            await server.close()
    in_crowd = [ms for one in crowd for ms in one]
    return rate, statistics.median(alone), statistics.median(in_crowd)


async def closed_loop(world: World, user_id: int, each: int) -> list[float]:
    """Let one person write again and again, each time after the answer."""
    return [await ask(world, user_id, number) for number in range(each)]


async def ask(world: World, user_id: int, number: int) -> float:
    """Write, wait for the answer, return the milliseconds between."""
    world.chat(user_id).bot_events.clear()
    begun = time.perf_counter()
    world.say(user_id, f"a{number}")
    await world.next_message(user_id, timeout=30)
    return (time.perf_counter() - begun) * 1000


def answers(world: World) -> int:
    """Return how many messages the bot has sent."""
    return world.journal.by_method["sendMessage"]


async def until(condition: Callable[[], bool], seconds: float = 120) -> None:
    """Wait for something to be true."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        await asyncio.sleep(0.005)


async def start_echo(server: Server, _folder: Path) -> asyncio.subprocess.Process:
    """Start the bare bot: stock polling, one handler, one sendMessage."""
    return await asyncio.create_subprocess_exec(
        sys.executable, str(ECHO), server.base_url, server.world.token, cwd=ROOT
    )


async def start_tiny(server: Server, folder: Path) -> asyncio.subprocess.Process:
    """Start our process with one act and one receipt a turn, on SQLite with full sync."""
    url = f"sqlite+aiosqlite:///{folder / 'jixiao.db'}"
    engine = open_engine(url)
    await upgrade(engine)
    await engine.dispose()
    config = folder / "config.toml"
    config.write_text(
        f'[telegram]\ntoken = "{server.world.token}"\nbase_url = "{server.base_url}"\n'
        f'[database]\nurl = "{url}"\n[logs]\nlevel = "WARNING"\n[sending]\n'
        "overall_per_second = 1e5\nbroadcast_per_second = 1e5\nchat_per_second = 1e5\n",
        encoding="utf-8",
    )
    return await asyncio.create_subprocess_exec(
        sys.executable, str(TINY), str(config), cwd=ROOT, env={"PYTHONPATH": str(ROOT)}
    )


if __name__ == "__main__":
    asyncio.run(main())
