"""Copies of evidence: fetched beside the turns, kept by content, and tried again until they are."""

import hashlib
import secrets
from datetime import timedelta

import pytest

from bot.account import make_bot
from bot.delivery import Delivery
from bot.evidence_keeper import FIRST_WAIT, EvidenceKeeper
from bot.pacing import Pacer
from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import Fault
from bot.sandbox.request import SandboxRequest
from bot.sandbox.world import World
from bot.settings import load
from handlers.texts import msg, to_json
from storage import evidence_copies, kept_files, outbox
from storage.outbox import Owed
from tests.bot.conftest import FAST

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
        return await evidence_copies.count_by_state(conn)


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


# --- when Telegram has forgotten ----------------------------------------------


@pytest.fixture
async def delivery(house, bot, tmp_path):
    return Delivery(
        engine=house.engine,
        bot=bot,
        texts=house.texts,
        pacer=Pacer(FAST),
        studio=None,
        now=lambda: house.now,
        owner="this process",
        evidence_folder=tmp_path / "evidence",
    )


async def passes_on(house, delivery, file_id, kind="document"):
    """Owe somebody a file that was sent as evidence, and deliver it."""
    async with house.engine.begin() as conn:
        row_id = await outbox.enqueue(
            conn,
            Owed(
                key=f"test:{secrets.token_hex(4)}",
                chat_id=101,
                lane="reply",
                method="pass_on",
                message=to_json(msg("verbatim", text="盖章表")),
                file_id=file_id,
                file_kind=kind,
                not_before=house.now,
            ),
            now=house.now,
            owner="this process",
        )
    await delivery.deliver([row_id])


async def test_the_kept_copy_goes_out_where_telegram_has_forgotten_the_file(
    house, cast, world, keeper, delivery
):
    file_id = world.send_document(101, PAPER, filename="盖章表.pdf").file_id
    await hands_in(cast, file_id)
    await keeper.once()
    del world.files.by_id[file_id]

    await passes_on(house, delivery, file_id)
    first = world.chat(101).messages[-1]
    assert (first.media_kind, first.text) == ("document", "盖章表")
    assert world.files.by_id[first.file_id].content == PAPER
    assert first.file_id != file_id

    uploads = len(world.files.by_id)
    await passes_on(house, delivery, file_id)
    second = world.chat(101).messages[-1]
    assert second.file_id == first.file_id
    assert len(world.files.by_id) == uploads


async def test_the_copy_goes_out_again_when_telegram_forgets_it_too(
    house, cast, world, keeper, delivery
):
    file_id = world.send_document(101, PAPER, filename="盖章表.pdf").file_id
    await hands_in(cast, file_id)
    await keeper.once()
    del world.files.by_id[file_id]
    await passes_on(house, delivery, file_id)
    del world.files.by_id[world.chat(101).messages[-1].file_id]

    await passes_on(house, delivery, file_id)

    assert world.files.by_id[world.chat(101).messages[-1].file_id].content == PAPER


@pytest.mark.parametrize("copy", ["none", "changed", "gone"])
async def test_without_a_whole_copy_the_words_arrive_and_say_that_the_file_does_not(
    house, cast, world, keeper, delivery, tmp_path, copy
):
    file_id = world.send_document(101, PAPER, filename="盖章表.pdf").file_id
    await hands_in(cast, file_id)
    if copy != "none":
        await keeper.once()
        place = kept_files.place_of(tmp_path / "evidence", hashlib.sha256(PAPER).hexdigest())
        place.unlink() if copy == "gone" else place.write_bytes(b"another table")
    del world.files.by_id[file_id]

    await passes_on(house, delivery, file_id)

    said = world.chat(101).messages[-1]
    assert said.media_kind is None
    assert said.text.startswith("盖章表\n⚠️ 原文件在 Telegram 上已失效")
