"""How long the loop is held while a month is composed and drawn: below 50 ms is allowed.

    python -m tests.bench.loop

The office previews and releases September of the invented city to three hundred people: rankings,
cards, workbooks, the bulletin. A watch inside the bot's process notes every time its loop is late
by 15 ms, and where its thread then stands. Wall time is what people wait; processor time is what is
ours, also on a busy machine.
"""

import asyncio
import json
import signal
import tempfile
from pathlib import Path

from tests.e2e.bot_process import ROOT
from tests.e2e.chatting import Chatting
from tests.e2e.demo_house import OFFICE, RELEASING, demo_house, releasing_city, reporting_city

WATCHED = ROOT / "tests" / "bench" / "peers" / "watched_bot.py"
ALLOWED_MS = 50
CONTACTS = 240
SHOWN = 5


async def main() -> None:
    """Measure it and print the longest blocks."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        await reporting_city(folder / "reporting.db")
        template = folder / "releasing.db"
        await releasing_city(folder / "reporting.db", template, extra_contacts=CONTACTS)
        report = folder / "report.json"
        async with demo_house(template, folder, at=RELEASING) as house:
            house.process.arguments = [WATCHED, folder / "config.toml", report]
            await house.process.start()
            office = Chatting(house.world, OFFICE)
            await office.says("/help")  # it has started: nobody waits for it before
            house.process.tell(signal.SIGUSR1)
            await office.says("发布")
            await office.taps("m:release-now:2013-09.")
            await house.process.at_rest(house.world, seconds=300)
            await house.process.end(signal.SIGTERM)
        blocks = json.loads(report.read_text(encoding="utf-8"))
    by_cpu = sorted(blocks, key=lambda each: -each["cpu_ms"])
    longest = by_cpu[0]["cpu_ms"] if by_cpu else 0.0
    wall = max((each["wall_ms"] for each in blocks), default=0.0)
    print(
        f"loop: longest block {longest:.0f} ms of processor time, {wall:.0f} ms on the clock, "
        f"{longest / ALLOWED_MS:.2f} of what is allowed; {len(blocks)} above 15 ms"
    )
    for each in by_cpu[:SHOWN]:
        print(f"  {each['cpu_ms']:5.0f} ms of {each['wall_ms']:5.0f}:")
        for where, count in each["seen"]:
            print(f"      {count} x {where}")


if __name__ == "__main__":
    asyncio.run(main())
