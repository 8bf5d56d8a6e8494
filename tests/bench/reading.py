"""How long a sheet of ten thousand lines takes to read, and how long the loop is held meanwhile.

    python -m tests.bench.reading

The reading room reads it in its worker while a watch on this loop notes how late it is. Reading
should end within two seconds on the clock, and the loop never be held for 50 ms.
"""

import asyncio
import resource
import time

from bot.reading import ReadingRoom
from handlers.grammar.orders import Called, Kept, Order
from scoring.periods import Period
from tests import sheets

LINES, UNITS = 10_000, 2_000
INDICATORS = LINES // UNITS
ALLOWED_SECONDS, ALLOWED_MS = 2.0, 50
BEAT_SECONDS = 0.002


async def main() -> None:
    """Read it twice, the second time with the worker warm, and print both."""
    order = Order(
        tuple(Called(f"U{n:05}", f"第{n:05}单位", f"单位{n:05}", ()) for n in range(UNITS)),
        tuple(Kept(f"K{n:02}", f"指标第{n:02}项", "亿元") for n in range(INDICATORS)),
        tuple(f"K{n:02}" for n in range(INDICATORS)),
        Period(2013, 9),
    )
    rows = [["单位", "指标", "数值"]] + [
        [f"单位{n:05}", f"指标第{k:02}项", n + k / 10]
        for k in range(INDICATORS)
        for n in range(UNITS)
    ]
    content = sheets.xlsx(rows)
    room = ReadingRoom(None)  # type: ignore[arg-type]  # nothing is fetched here
    try:
        for name in ("first, with the worker's start", "warm"):
            await _measure(room, content, order, name)
    finally:
        await room.close()
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"reading: the worker took {child.ru_utime + child.ru_stime:.2f} s for both and its start"
    )


async def _measure(room: ReadingRoom, content: bytes, order: Order, name: str) -> None:
    heard: list[tuple[int, int]] = []
    watch = asyncio.create_task(_latest())
    began = time.perf_counter()
    read = await room.read(content, order, lambda done, of: heard.append((done, of)))
    took = time.perf_counter() - began
    watch.cancel()
    cpu_ms, wall_ms = (max(each) for each in zip(*HELD, strict=True))
    HELD.clear()
    cells = sum(len(column.cells) for column in read.columns)
    print(
        f"reading, {name}: {cells} figures of {LINES} lines in {took:.2f} s "
        f"({took / ALLOWED_SECONDS:.2f} of what is allowed), "
        f"loop held {cpu_ms:.0f} ms of processor time, {wall_ms:.0f} ms on the clock "
        f"({cpu_ms / ALLOWED_MS:.2f} of what is allowed), "
        f"{len(set(heard))} words on progress"
    )


HELD: list[tuple[float, float]] = []
"""By how long each beat came late: of this thread's processor time, and on the clock."""


async def _latest() -> None:
    """Note by how many milliseconds each beat of the loop comes late."""
    while True:
        began, busy = time.perf_counter(), time.thread_time()
        await asyncio.sleep(BEAT_SECONDS)
        late = time.perf_counter() - began - BEAT_SECONDS
        HELD.append(((time.thread_time() - busy) * 1000, late * 1000))


if __name__ == "__main__":
    asyncio.run(main())
