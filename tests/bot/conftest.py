"""A Telegram in this process, and the pieces of the bot that talk to it."""

import pytest

from bot.account import make_bot
from bot.delivery import Delivery
from bot.pacing import Pacer, Rates
from bot.sandbox.clock import SandboxClock
from bot.sandbox.request import SandboxRequest
from bot.sandbox.world import World
from bot.settings import load

FAST = Rates(
    overall_per_second=1e5,
    broadcast_per_second=1e5,
    chat_per_second=1e5,
    group_per_minute=1e6,
)


class PaperStudio:
    """Draws in no time: the book itself is the picture. Counts what it was asked to draw."""

    def __init__(self):
        self.made = []

    async def make(self, book_json, *, lang, form):
        self.made.append((book_json, lang, form))
        return PIXEL + lang.encode()


# The smallest PNG there is; bytes after its end are nobody's business.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


@pytest.fixture
def world(now):
    """Telegram with two people who have started the bot."""
    world = World(SandboxClock(now))
    world.rates.enabled = False
    for user_id, name in ((101, "陆联络员"), (102, "王主任")):
        world.add_user(user_id, name)
    return world


@pytest.fixture
def settings(world, database_url):
    return load(
        telegram={"token": world.token},
        database={"url": database_url},
        sending={
            "overall_per_second": 1e5,
            "broadcast_per_second": 1e5,
            "chat_per_second": 1e5,
            "group_per_minute": 1e6,
        },
    )


@pytest.fixture
async def bot(world, settings):
    """The library's bot on the Telegram of this process, known to its people."""
    bot = make_bot(settings, lambda: SandboxRequest(world))
    await bot.initialize()
    for user_id in (101, 102):
        world.start(user_id)
    yield bot
    await bot.shutdown()


@pytest.fixture
def studio():
    return PaperStudio()


@pytest.fixture
def delivery(engine, bot, texts, studio, now, tmp_path):
    """Delivery that sends as fast as it can, at a moment that stands still."""
    return Delivery(
        engine=engine,
        bot=bot,
        texts=texts,
        pacer=Pacer(FAST),
        studio=studio,
        now=lambda: now,
        owner="this process",
        evidence_folder=tmp_path / "evidence",
    )
