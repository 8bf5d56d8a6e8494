"""The shipped bot, killed while a restatement is approved and its 更正 go out: once each."""

import asyncio
import random
from collections import Counter

import pytest

from handlers.texts import from_json
from tests.e2e.chatting import Chatting
from tests.e2e.demo_house import OFFICE, RELEASING, demo_house

SECOND_OFFICE = 1012
IN_FLIGHT = 8
PATIENCE = 300
SENT_ANEW = (
    "SELECT chat_id, state, count(*) FROM outbox WHERE key LIKE 'restated:%' "
    "OR key LIKE 'restated-again:%' GROUP BY 1, 2"
)


def account(house, key):
    """Return who has a part in the invented city, as an account."""
    return next(each.user_id for each in house.actors if each.key == key)


async def to_the_approval(house):
    """Let September be released, and a restatement of it wait for a second member's yes."""
    office = Chatting(house.world, OFFICE)
    await house.process.start()
    await office.says("发布")
    await house.process.at_rest(house.world)  # something else may have been owed at the start
    await office.taps("m:release-now")
    await house.process.at_rest(house.world, PATIENCE)
    await office.says("重述 金港 K02 2013-09")
    await office.says("国库对账更正")
    await office.says("张绩办〔2013〕12号")
    await office.taps("open")
    row = next(each for each in house.city.indicator_by_id.values() if each.indicator.code == "K02")
    unit = house.city.unit(row.monitoring_unit_id).code
    reporter = Chatting(house.world, account(house, f"reporter.{unit}"))
    await reporter.says("待办")
    await reporter.taps("m:correct-figure")
    await house.process.at_rest(house.world, PATIENCE)
    await reporter.says("28.88")
    await house.process.at_rest(house.world, PATIENCE)
    await reporter.taps("file:")
    reviewer = Chatting(house.world, account(house, f"reviewer.{unit}"))
    await reviewer.says("审核")
    await house.process.at_rest(house.world, PATIENCE)
    await reviewer.taps("m:release:")
    await house.process.at_rest(house.world, PATIENCE)


async def approve(house, *, dice):
    """Let the second member approve; the bot is killed just then, and started until it is done."""
    second = Chatting(house.world, SECOND_OFFICE)
    await second.says("待办")
    await second.taps("m:restatement")
    await house.process.at_rest(house.world, PATIENCE)
    message_id, data = second.button("m:approve-restatement:1")
    house.world.tap(SECOND_OFFICE, message_id, data)
    house.world.tap(SECOND_OFFICE, message_id, data)
    await asyncio.sleep(dice.uniform(0, 0.8))
    await house.process.kill()


@pytest.mark.slow
async def test_an_approval_under_kills_takes_effect_once_and_corrects_everybody_once(
    restating_file, tmp_path
):
    dice = random.Random()
    async with demo_house(restating_file, tmp_path, at=RELEASING) as house:
        await to_the_approval(house)
        kept = house.process.ask("SELECT scheme_id, count(*) FROM snapshot GROUP BY 1")
        await approve(house, dice=dice)
        for _ in range(3):
            await house.process.start()
            await asyncio.sleep(dice.uniform(0.5, 2.5))
            await house.process.kill()
        await house.process.start()
        await house.process.at_rest(house.world, PATIENCE)

        ask = house.process.ask
        assert ask("SELECT state FROM restatement") == [("done",)]
        assert ask("SELECT count(*) FROM restatement_event WHERE kind = 'approve'") == [(1,)]
        assert ask("SELECT count(*) FROM journal WHERE act = 'restatement-approve'") == [(1,)]
        filing = ask("SELECT filing_id FROM restatement")[0][0]
        assert ask(f"SELECT outcome FROM review WHERE filing_id = {filing}") == [("released",)]
        grown = Counter(dict(ask("SELECT scheme_id, count(*) FROM snapshot GROUP BY 1")))
        grown.subtract(dict(kept))
        assert sorted(grown.values()) == [0] * (len(kept) - 1) + [1]
        check_corrections(house)


def check_corrections(house):
    """Everybody who had the month has one 更正, or it is known that they may not."""
    rows = house.process.ask(SENT_ANEW)
    assert rows
    assert {state for _, state, _ in rows} <= {"sent", "unknown"}
    had = {
        chat for (chat,) in house.process.ask("SELECT chat_id FROM outbox WHERE key LIKE 'card:%'")
    }
    had |= {
        chat for (chat,) in house.process.ask("SELECT chat_id FROM outbox WHERE key LIKE 'push%'")
    }
    had |= {
        chat
        for (chat,) in house.process.ask("SELECT chat_id FROM outbox WHERE key LIKE 'bulletin%'")
    }
    first = house.process.ask("SELECT chat_id, message FROM outbox WHERE key LIKE 'restated:%'")
    assert len(first) == len({chat for chat, _ in first})
    assert {chat for chat, _ in first} <= had
    assert all(from_json(said).id.startswith("restated") for _, said in first)
    owed, sent = Counter(), Counter()
    for chat_id, state, count in rows:
        owed[chat_id] += count
        sent[chat_id] += count * (state == "sent")
    repeated = 0
    for chat_id, count in owed.items():
        arrived = sum("更正" in m.text for m in house.world.chat(chat_id).messages if m.from_bot)
        marked = sum(
            m.text.startswith("🔁 已更正") for m in house.world.chat(chat_id).messages if m.from_bot
        )
        told = arrived - marked
        repeated += max(0, told - count)
        assert told >= sent[chat_id]
    # What was ordered by recipe is composed and drawn: it came as pictures and workbooks.
    anew = [
        m.media_kind
        for (chat_id,) in {(chat,) for chat, _ in first}
        for m in house.world.chat(chat_id).messages
        if m.from_bot and "更正" in m.text and not m.text.startswith("🔁 已更正")
    ]
    assert {"photo", "document"} <= set(anew)
    # An alert in flight when the bot dies is sent once more, and says so.
    assert repeated <= 4 * IN_FLIGHT
