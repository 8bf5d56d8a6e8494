"""Copies of evidence: fetched beside the turns, kept by content, and tried again until they are."""

import hashlib
from datetime import timedelta

import pytest

from bot.account import make_bot
from bot.evidence_keeper import FIRST_WAIT, EvidenceKeeper
from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import Fault
from bot.sandbox.request import SandboxRequest
from bot.sandbox.world import World
from bot.settings import load
from storage import evidence, kept_files

PASTE = "K02\n金港镇 48.2 41\n经开区 55 50\n冶金园 28 25\n塘桥 17 15"
PAPER = b"a stamped table"


@pytest.fixture
async def world(house):
    world = World(SandboxClock(house.now))
    world.rates.enabled = False
    world.add_user(101, "陆联络员")
    world.start(101)
    return world


@pytest.fixture
async def bot(world):
    settings = load(telegram={"token": world.token})
    bot = make_bot(settings, lambda: SandboxRequest(world))
    await bot.initialize()
    yield bot
    await bot.shutdown()


@pytest.fixture
def keeper(house, bot, tmp_path):
    return EvidenceKeeper(house.engine, bot, tmp_path / "evidence", lambda: house.now)


async def hands_in(cast, file_id):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("evidence")
    await cast.reporter.sends_document("盖章表.pdf", file_id)
    await cast.reporter.taps("look")
    await cast.reporter.taps("file")


async def states(house):
    async with house.engine.begin() as conn:
        return await evidence.count_by_state(conn)


async def test_a_file_is_kept_once_under_its_content(house, cast, world, keeper, tmp_path):
    sent = world.send_document(101, PAPER, filename="表.pdf")
    await hands_in(cast, sent.wire["document"]["file_id"])
    assert await states(house) == {"wanted": 1}

    assert await keeper.once() == 1
    assert await keeper.once() == 0

    sha256 = hashlib.sha256(PAPER).hexdigest()
    assert await states(house) == {"kept": 1}
    assert kept_files.is_whole(tmp_path / "evidence", sha256)
    assert kept_files.copy_to(tmp_path / "evidence", tmp_path / "backup", [sha256]) == 1
    assert kept_files.copy_to(tmp_path / "evidence", tmp_path / "backup", [sha256]) == 0
    assert kept_files.is_whole(tmp_path / "backup", sha256)


async def test_what_does_not_come_is_asked_for_again_later(house, cast, world, keeper):
    sent = world.send_document(101, PAPER, filename="表.pdf")
    await hands_in(cast, sent.wire["document"]["file_id"])
    world.faults.active.append(Fault("dropped", "getFile", calls_left=1))

    await keeper.once()
    assert await states(house) == {"wanted": 1}
    assert await keeper.once() == 0
    house.now += FIRST_WAIT + timedelta(seconds=1)
    await keeper.once()

    assert await states(house) == {"kept": 1}


async def test_what_telegram_will_never_give_is_marked_as_lost(house, cast, keeper):
    await hands_in(cast, "no-such-file")

    await keeper.once()

    assert await states(house) == {"lost": 1}
    assert await keeper.once() == 0


async def test_a_copy_that_was_changed_is_noticed(tmp_path):
    sha256 = kept_files.keep(tmp_path, PAPER)
    assert kept_files.keep(tmp_path, PAPER) == sha256
    kept_files.place_of(tmp_path, sha256).write_bytes(b"another table")
    assert not kept_files.is_whole(tmp_path, sha256)
    assert not kept_files.is_whole(tmp_path, "0" * 64)
