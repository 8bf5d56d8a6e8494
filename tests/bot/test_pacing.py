"""The pacer: what may be sent when, in a time that passes only when somebody sleeps."""

import asyncio

import pytest

from bot.pacing import Pacer, Rates


class FakeTime:
    """Seconds that pass only in `sleep`."""

    def __init__(self):
        self.now = 1000.0

    def monotonic(self):
        return self.now

    async def sleep(self, seconds):
        self.now += seconds
        await asyncio.sleep(0)


@pytest.fixture
def clock():
    return FakeTime()


def pacer_on(clock, **rates):
    return Pacer(Rates(**rates), monotonic=clock.monotonic, sleep=clock.sleep)


async def send_all(pacer, clock, messages):
    """Send (chat, lane) pairs at once; return them with the second each one went."""
    went = []

    async def send(chat_id, lane):
        async with pacer.turn(chat_id, lane=lane):
            went.append((chat_id, lane, clock.now - 1000.0))

    await asyncio.gather(*(send(chat, lane) for chat, lane in messages))
    return went


def busiest(moments, window):
    return max(sum(1 for m in moments if start <= m < start + window) for start in moments)


async def test_a_private_chat_gets_three_at_once_and_then_one_a_second(clock):
    went = await send_all(pacer_on(clock), clock, [(1, "reply")] * 6)

    assert [round(at) for *_, at in went] == [0, 0, 0, 1, 2, 3]


async def test_a_group_never_gets_more_than_twenty_in_any_minute(clock):
    went = await send_all(pacer_on(clock), clock, [(-100, "broadcast")] * 60)

    assert busiest([at for *_, at in went], 60) <= 20
    assert went[-1][2] <= 60 / 18 * 60


async def test_all_together_never_exceed_thirty_in_any_second(clock):
    went = await send_all(pacer_on(clock), clock, [(chat, "reply") for chat in range(1, 201)])
    moments = [at for *_, at in went]

    assert busiest(moments, 1.0) <= 30
    assert moments[-1] == pytest.approx((200 - 4) / 25, abs=0.1)


async def test_broadcasts_take_at_most_twenty_a_second(clock):
    went = await send_all(pacer_on(clock), clock, [(c, "broadcast") for c in range(1, 101)])

    assert busiest([at for *_, at in went], 1.0) <= 23
    assert went[-1][2] == pytest.approx(97 / 20, abs=0.1)


async def test_replies_go_before_alerts_before_broadcasts(clock):
    pacer = pacer_on(clock)
    first = [(chat, "reply") for chat in range(100, 104)]  # what may go at once is used up
    rest = [(1, "broadcast"), (2, "broadcast"), (3, "alert"), (4, "reply"), (5, "alert")]

    went = await send_all(pacer, clock, first + rest)

    assert [lane for _, lane, _ in went[4:]] == [
        "reply", "alert", "alert", "broadcast", "broadcast",
    ]  # fmt: skip


async def test_a_refusal_stops_its_chat_and_nobody_else(clock):
    pacer = pacer_on(clock)
    pacer.refused(1, lane="reply", retry_after_seconds=30)

    went = await send_all(pacer, clock, [(1, "reply"), (2, "reply"), (3, "broadcast")])

    assert {chat: round(at) for chat, _, at in went} == {2: 0, 3: 0, 1: 30}
    assert pacer.lane_wait_seconds("reply") == 0


async def test_refusals_of_two_chats_at_once_stop_the_lane_but_not_the_others(clock):
    pacer = pacer_on(clock)
    pacer.refused(1, lane="broadcast", retry_after_seconds=30)
    pacer.refused(2, lane="broadcast", retry_after_seconds=20)

    assert pacer.lane_wait_seconds("broadcast") == 20
    went = await send_all(pacer, clock, [(3, "broadcast"), (4, "alert"), (5, "reply")])
    assert {lane: round(at) for _, lane, at in went} == {"reply": 0, "alert": 0, "broadcast": 20}


async def test_refusals_of_two_chats_far_apart_are_two_troubles(clock):
    pacer = pacer_on(clock)
    pacer.refused(1, lane="broadcast", retry_after_seconds=30)
    await clock.sleep(5)
    pacer.refused(2, lane="broadcast", retry_after_seconds=20)

    assert pacer.lane_wait_seconds("broadcast") == 0
    assert pacer.wait_seconds(2, lane="broadcast") == 20


async def test_no_more_are_in_flight_than_allowed_and_broadcasts_leave_room():
    pacer = Pacer(Rates(in_flight=4, overall_per_second=1e6, broadcast_per_second=1e6))
    release = asyncio.Event()
    open_now = []

    async def hold(chat_id, lane):
        async with pacer.turn(chat_id, lane=lane):
            open_now.append(lane)
            await release.wait()

    tasks = [asyncio.create_task(hold(chat, "broadcast")) for chat in range(1, 8)]
    tasks += [asyncio.create_task(hold(chat, "reply")) for chat in range(11, 15)]
    await asyncio.sleep(0.02)

    assert sorted(open_now) == ["broadcast"] * 2 + ["reply"] * 2
    release.set()
    await asyncio.gather(*tasks)
    assert len(open_now) == 11


async def test_one_who_gives_up_waiting_leaves_the_line_to_the_others():
    pacer = Pacer(Rates(in_flight=1))
    hold = pacer.turn(1, lane="reply")
    await hold.__aenter__()
    impatient = asyncio.create_task(send_all(pacer, FakeTime(), [(2, "reply")]))
    patient = asyncio.create_task(send_all(pacer, FakeTime(), [(3, "reply")]))
    await asyncio.sleep(0.01)
    impatient.cancel()
    await asyncio.gather(impatient, return_exceptions=True)
    await hold.__aexit__(None, None, None)

    assert [chat for chat, *_ in await patient] == [3]
