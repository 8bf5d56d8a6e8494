"""The shipped bot, killed while a released month goes out: once to everybody, or in doubt."""

import asyncio
import random
from collections import Counter

import pytest

from tests.e2e.chatting import Chatting
from tests.e2e.demo_house import OFFICE, RELEASING, demo_house

IN_FLIGHT = 8
OFFICES = {OFFICE, 1012}
FAULTS = ("bad_gateway", "dropped", "lost_answer")
# The office's own chat holds replies too; what it is sent with the release is counted apart.
PUSHED = (
    "SELECT chat_id, state, count(*) FROM outbox "
    "WHERE lane = 'broadcast' AND key NOT LIKE 'burden:%' AND key NOT LIKE 'feedback%' "
    "GROUP BY 1, 2"
)


async def release(house, *, dice):
    """Let the office look at the month and release it; the bot is killed just then."""
    office = Chatting(house.world, OFFICE)
    await house.process.start()
    await office.says("发布")
    await house.process.at_rest(house.world)  # something else may have been owed at the start
    message_id, data = office.button("m:release-now:2013-09.")
    house.world.tap(OFFICE, message_id, data)
    await asyncio.sleep(dice.uniform(0, 0.5))
    await house.process.kill()


def pushed(house):
    """Return how many pictures and workbooks have been asked for, refused ones too."""
    return (
        house.world.journal.by_method["sendPhoto"] + house.world.journal.by_method["sendDocument"]
    )


async def push(house, *, kills, dice):
    """Let the push go out on a bad day, killed on the way; return what it left in doubt at most."""
    in_doubt = 0
    for number in range(kills + 1):
        house.world.faults.add("too_many_requests", method="sendPhoto", calls=1, seconds=1)
        for kind in FAULTS:
            house.world.faults.add(kind, method="sendPhoto", calls=1)
        in_doubt += len(FAULTS)
        await house.process.start()
        if number < kills:
            moment = pushed(house) + dice.randrange(20, 60)
            await house.process.until(lambda m=moment: pushed(house) >= m)
            await house.process.kill()
            in_doubt += IN_FLIGHT
    await house.process.at_rest(house.world)
    return in_doubt


def check(house, *, in_doubt):
    """Nobody is told anything twice; what may be missing stands as unknown."""
    rows = house.process.ask(PUSHED)
    assert {state for _, state, _ in rows} <= {"sent", "unknown"}
    sent = Counter({chat_id: count for chat_id, state, count in rows if state == "sent"})
    owed = Counter()
    for chat_id, _, count in rows:
        owed[chat_id] += count
    assert sum(owed.values()) >= 300
    for chat_id, count in owed.items():
        said = [m for m in house.world.chat(chat_id).messages if m.from_bot]
        # In the office's own chats stand replies and the quarter that waits for them, too; what
        # goes out to the office are workbooks, and the burden, which is counted apart.
        if chat_id in OFFICES:
            said = [m for m in said if "document" in m.wire]
        arrived = sum(not m.text.startswith("🧮") for m in said)
        assert sent[chat_id] <= arrived <= count
    assert 1 <= sum(owed.values()) - sum(sent.values()) <= in_doubt


@pytest.mark.slow
async def test_a_month_released_to_three_hundred_and_four_kills(releasing_file, tmp_path):
    dice = random.Random()
    async with demo_house(releasing_file, tmp_path, at=RELEASING) as house:
        await release(house, dice=dice)
        in_doubt = await push(house, kills=3, dice=dice)

        check(house, in_doubt=in_doubt)
        burdens = [m for m in house.world.chat(OFFICE).messages if m.text.startswith("🧮")]
        assert len(burdens) == 1
        acts = house.process.ask("SELECT count(*) FROM journal WHERE act = 'period-released'")
        assert acts == [(len(house.city.schemes),)]
