"""A push of pictures at Telegram's own pace, and whether drawing them holds up the loop.

    python -m tests.bench.push [--count 300]

The sandbox answers 429 as Telegram does (30 a second, 1 a second a chat), so a push that is too
eager shows itself. Of the published 30 a second we use 25 at most, and broadcasts 20 of those: the
rest is kept free for people who wait for an answer. Printed are messages a second against both
limits, how many uploads and 429s it took, how long a reply had to wait meanwhile, and the loop's
longest block while drawing.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from bot.app import House, running
from bot.reports.studio import Studio
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import serve
from bot.sandbox.world import World
from bot.settings import load
from handlers.books import Heading, RankingBook, RankLine, to_json
from handlers.texts import msg
from handlers.texts import to_json as message_to_json
from storage import artworks, outbox
from storage.outbox import Owed
from tests.e2e.tiny_bot import nothing, turn

PUBLISHED_PER_SECOND = 30
FIRST_USER = 1001
ASKER = 900


async def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    args = parser.parse_args()
    await loop_while_drawing()
    await push(args.count)


async def loop_while_drawing() -> None:
    """Print the loop's longest block while a ranking is drawn by the studio."""
    studio = Studio()
    await studio.start()
    blocks: list[float] = []
    heart = asyncio.create_task(beat(blocks))
    await asyncio.sleep(0.5)
    idle_ms = max(blocks) * 1000
    blocks.clear()
    begun = time.perf_counter()
    for number in range(5):
        await studio.make(book(number), lang="zh", form="png")
    drawn_ms = (time.perf_counter() - begun) * 1000 / 5
    heart.cancel()
    await studio.close()
    print(
        f"drawing: {drawn_ms:.0f} ms a picture; the loop's longest block {max(blocks) * 1000:.1f} "
        f"ms while drawing, {idle_ms:.1f} ms while idle (allowed: 50 ms)"
    )


async def beat(blocks: list[float]) -> None:
    """Note by how much each short sleep is late."""
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(0.005)
        blocks.append(time.perf_counter() - begun - 0.005)


async def push(count: int) -> None:
    """Push a picture to everybody while one person keeps asking."""
    world = World(SandboxClock(datetime.now(UTC)), rate_limits=True)
    server = await serve(world)
    for user_id in (ASKER, *range(FIRST_USER, FIRST_USER + count)):
        world.add_user(user_id, f"人{user_id}")
        world.start(user_id)
    world.updates.drop_all()
    house = House(turn=turn, queue_due=nothing, introduce=nothing, show_commands=nothing)
    with tempfile.TemporaryDirectory() as folder:
        settings = load(
            telegram={"token": world.token, "base_url": server.base_url},
            database={"url": f"sqlite+aiosqlite:///{Path(folder) / 'jixiao.db'}"},
        )
        async with running(settings, house, upgrades=True) as bot:
            await owe(bot.engine, count)
            begun = time.perf_counter()
            bot.delivery.wake()
            waits = await ask_until_done(world, count)
            seconds = time.perf_counter() - begun
            sent = [call.at for call in world.journal.of("sendPhoto") if call.succeeded]
            pace = (len(sent) - 1) / (sent[-1] - sent[0]).total_seconds()
    await server.close()
    uploads = sum(bool(call.files) for call in world.journal.of("sendPhoto"))
    refused = sum(call.status == 429 for call in world.journal.calls)
    lane = settings.sending.broadcast_per_second
    print(
        f"push: {count} pictures in {seconds:.1f} s with the drawing; {pace:.1f} a second once the "
        f"first was there, {pace / lane:.2f} of the {lane:g} a second of the broadcast lane; "
        f"{uploads} upload(s), {refused} times 429"
    )
    print(
        f"  of the published {PUBLISHED_PER_SECOND} a second that is "
        f"{pace / PUBLISHED_PER_SECOND:.2f}: the lane is {lane / PUBLISHED_PER_SECOND:.2f} of it "
        "by [sending] broadcast_per_second, the rest is kept for replies and alerts"
    )
    print(f"a reply meanwhile: median {statistics.median(waits):.0f} ms, longest {max(waits):.0f}")


async def owe(engine, count: int) -> None:
    """Order one picture and owe it to everybody."""
    now = datetime.now(UTC) - timedelta(seconds=1)
    async with engine.begin() as conn:
        artwork_id = await artworks.order(
            conn, key="push", book=book(0), filename="ranking.png", form="png", now=now
        )
        for user_id in range(FIRST_USER, FIRST_USER + count):
            owed = Owed(
                key=f"push:{user_id}",
                chat_id=user_id,
                lane="broadcast",
                method="photo",
                artwork_id=artwork_id,
                message=message_to_json(msg("verbatim", text="九月快报")),
                not_before=now,
            )
            await outbox.enqueue(conn, owed, now=now)


async def ask_until_done(world: World, count: int) -> list[float]:
    """Let one person ask every two seconds; return how long each answer took, in ms."""
    waits: list[float] = []
    while world.journal.by_method["sendPhoto"] - refused_photos(world) < count:
        begun = time.perf_counter()
        world.say(ASKER, f"第{len(waits)}问")
        await world.next_message(ASKER, timeout=60)
        waits.append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(2)
    return waits


def refused_photos(world: World) -> int:
    """Return how many pictures were refused."""
    return sum(call.status != 200 for call in world.journal.of("sendPhoto"))


def book(number: int) -> str:
    """Return a ranking of thirty-six agencies."""
    heading = Heading(
        scheme="机关绩效考核",
        category="经济服务",
        period="2013-09",
        as_of=datetime(2013, 10, 14, number, tzinfo=UTC),
        invented=True,
    )
    lines = tuple(
        RankLine(
            unit_code=f"A{place:02}",
            unit_name=f"市第{place}局",
            place=place,
            score=Decimal(100 - place),
            rate_pct=Decimal(100 - place),
        )
        for place in range(1, 37)
    )
    return to_json(RankingBook(heading=heading, full_points=Decimal(100), lines=lines))


if __name__ == "__main__":
    asyncio.run(main())
