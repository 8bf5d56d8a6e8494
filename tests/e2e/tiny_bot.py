"""The real process with the smallest city there is: every message is one act and one receipt.

    python tests/e2e/tiny_bot.py CONFIG.toml

Everything but the turn is the product's own: settings, intake, outbox, delivery, recovery.
"""

import asyncio
import sys
from pathlib import Path

from bot import logs
from bot.app import House, running
from bot.settings import load
from handlers.came import read
from handlers.texts import msg, to_json
from storage import journal, outbox, updates
from storage.outbox import Owed


async def turn(update, services):
    came = read(update)
    if came is None:
        return
    async with services.engine.begin() as conn:
        now = services.now()
        if not await updates.claim(conn, came.update_id, now=now):
            return
        await journal.add(conn, person_id=None, act="told", subject=came.text, at=now)
        receipt = Owed(
            key=f"reply:{came.update_id}",
            chat_id=came.chat_id,
            lane="reply",
            method="text",
            message=to_json(msg("verbatim", text=f"收到 {came.text}")),
            not_before=now,
        )
        row_id = await outbox.enqueue(conn, receipt, now=now, owner=services.owner)
    await services.deliver([row_id])


async def nothing(*_):
    """The tiny city owes nothing by the clock and shows no commands."""


HOUSE = House(turn=turn, queue_due=nothing, introduce=nothing, show_commands=nothing)


class NoStudio:
    """The tiny city has no pictures."""


async def main(config):
    settings = load(config)
    logs.set_up(settings.logs.level)
    async with running(settings, HOUSE, studio=NoStudio()) as bot:
        await bot.until_stopped()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
