"""One digest a day and person, at their hour, of everything that waits; cleared as work arrives."""

import pytest
from clock_city import AUGUST, by_town, moment
from harness import Someone
from rough_hands import presses

from handlers.contents import build_router
from handlers.operations.observing.observation_terms import due_by
from storage import journal, observations, people

BOTH = 120


@pytest.fixture
async def busy(city):
    """Give somebody two kinds of work: the finance bureau's figures, and observations of 凤凰."""
    city.house.router = build_router()
    async with city.house.engine.begin() as conn:
        person_id = await people.add(conn, name="郑俊", lang="zh", user_id=BOTH)
        units = await city.house.services.shelf.take(conn, city.house.now.date())
        for kind, unit in (("reporter", "JJ04"), ("contact", "T05")):
            await people.grant(
                conn, person_id, kind, at=moment("09-01 09:00"), unit_id=units.unit_by_code[unit].id
            )
    return Someone(city.house, BOTH, "郑俊")


async def observed(city, *, handed_over, unit="T05"):
    """Let an observation of a town be handed to it at a moment; return its number."""
    async with city.house.engine.begin() as conn:
        units = await city.house.services.shelf.take(conn, city.house.now.date())
        found = await observations.add(
            conn,
            year=2013,
            observer_id=1,
            point_id=None,
            unit_id=units.unit_by_code[unit].id,
            category="works",
            said="路灯不亮",
            place=None,
            now=moment(handed_over),
        )
        moved = {"expected": ["filed"], "by": 1, "said": None, "now": moment(handed_over)}
        due = due_by(units, "works", "dispatched", moment(handed_over))
        assert await observations.add_event(
            conn, found.id, "dispatched", **moved, due_at=due, unit_id=found.unit_id
        )
        return found.id


async def test_two_kinds_of_work_due_on_one_day_arrive_as_one_message(city, busy):
    await observed(
        city, handed_over="09-10 10:00"
    )  # told on the 11th, ten working days later: 26 September
    await city.ticks("09-25 09:00")
    (digest,) = busy.sees()
    assert "等您处理 3 件" in digest.text
    assert "K02 公共财政预算收入" in digest.text
    assert "路灯" not in digest.text
    assert "观测" in digest.text
    assert {"✏️ 填报 K02", "1", "👌 已知晓", "⏰ 明天再提醒", "📅 下周一"} <= set(digest.labels)


async def test_an_observation_due_tomorrow_is_a_digest_by_itself_and_a_far_one_is_none(city, busy):
    await observed(city, handed_over="09-12 10:00")
    await city.ticks("09-25 09:00")
    busy.sees()
    await city.ticks("09-26 09:00")
    assert busy.sees() == []
    await city.ticks("09-27 09:00")
    (digest,) = busy.sees()
    assert "等您处理 1 件" in digest.text


async def test_a_digest_of_two_kinds_is_taken_back_only_when_both_are_done(city, busy):
    number = await observed(city, handed_over="09-16 10:00")
    await city.ticks("09-29 18:00")
    busy.sees()
    await city.ticks("09-30 09:00")
    (digest,) = busy.sees()
    assert "等您处理 3 件" in digest.text
    await city.ticks("10-08 08:35")
    await city.files_by_chat(busy, "K02")
    await city.files_by_chat(busy, "K03")
    assert [each for each in busy.sees() if each.id == digest.id] == []
    await answered(city, busy, number)
    await city.ticks("10-08 08:40")
    (edited,) = [each for each in busy.sees() if each.id == digest.id]
    assert "已全部" in edited.text
    assert edited.keys == ()


async def answered(city, who, number):
    """Let the unit answer an observation."""
    async with city.house.deed_of(who) as (conn, _, person):
        past = {"expected": ["dispatched"], "by": person.id, "said": "已修", "now": city.house.now}
        assert await observations.add_event(conn, number, "answered", **past)
        await journal.add(
            conn, person_id=person.id, act="observation-answered", subject="x", at=city.house.now
        )


async def test_every_day_means_every_working_day_at_ones_hour(city, busy):
    await city.filed("K02", by_town([1] * 6), period=AUGUST)
    await city.filed("K03", by_town([1] * 6), period=AUGUST)
    await busy.says("/digest daily")
    await busy.says("摘要 14:00")
    await city.ticks("09-25 09:00")
    assert busy.sees() == []
    await city.ticks("09-25 14:00")
    (digest,) = busy.sees()
    assert "待报送 2 项" in digest.text
    await city.ticks("09-26 14:00")
    assert len(busy.sees()) == 1
    await city.ticks("09-30 15:00")  # after days without a tick: one digest, not three
    assert len(busy.sees()) == 1
    await city.ticks("10-08 09:00")
    await city.files_by_chat(busy, "K02")
    await city.files_by_chat(busy, "K03")
    busy.sees()
    await city.ticks("10-09 14:00")
    assert busy.sees() == []


async def test_every_week_means_its_first_working_day_and_the_day_before_a_deadline(city, busy):
    await city.filed("K02", by_town([1] * 6), period=AUGUST)
    await city.filed("K03", by_town([1] * 6), period=AUGUST)
    await busy.says("/digest weekly")
    await city.ticks("09-25 09:00")
    assert busy.sees() == []
    await city.ticks("09-29 09:00")
    busy.sees()
    await city.ticks("09-30 09:00")
    (digest,) = busy.sees()
    assert "❗K02" in digest.text
    await city.ticks("10-08 09:00")
    assert len(busy.sees()) == 1


async def test_put_off_to_next_monday_it_comes_on_the_first_working_day_of_that_week(city):
    await city.ticks("09-25 09:00")
    answer = await city.reporter.taps("📅 下周一")
    assert "9月30日（周一）09:00" in answer
    city.reporter.sees()
    await city.ticks("09-30 09:00")
    (digest,) = city.reporter.sees()
    assert "K02" in digest.text


async def test_a_yellow_card_can_be_put_off_too(city):
    await city.ticks("10-08 17:30")
    (card,) = city.reporter.sees()
    answer = await city.reporter.taps("⏰ 明天再提醒")
    assert "10月9日（周三）09:00" in answer
    await city.files_by_chat(city.reporter, "K02")
    await city.ticks("10-09 09:00")
    (again,) = [each for each in city.reporter.sees() if each.id != card.id]
    assert "K03" in again.text
    assert "K02" not in again.text


@pytest.mark.parametrize("forged", ["yellow~2013-10-08", "digest~2013-10-08", "x~y", "", "%"])
async def test_nobody_puts_off_somebody_elses_reminder(city, forged):
    await city.ticks("10-08 17:30")
    for route in ("reminder-heard", "reminder-snooze", "reminder-monday"):
        assert "找不到这条提醒" in await presses(city.statistician, f"m:{route}:{forged}")


async def test_what_is_done_before_a_quiet_morning_is_over_is_not_in_the_digest(city, busy):
    await busy.says("勿扰 08:00-12:00")
    number = await observed(city, handed_over="09-10 10:00")
    await city.filed("K02", by_town([1] * 6))
    await city.filed("K03", by_town([1] * 6))
    await city.ticks("09-25 09:00")
    assert busy.sees() == []
    await answered(city, busy, number)
    await city.ticks("09-25 10:00")
    await city.ticks("09-25 12:01")
    assert busy.sees() == []


async def test_a_daily_digest_brings_the_blank_with_the_first_word_and_only_then(city, busy):
    await city.filed("K02", by_town([1] * 6), period=AUGUST)
    await city.filed("K03", by_town([1] * 6), period=AUGUST)
    await busy.says("/digest daily")
    await city.ticks("09-25 09:00")  # five working days before 8 October
    (digest,) = busy.sees()
    assert digest.artwork_id is not None
    assert "附填报表" in digest.text
    assert "K02" in digest.text
    await city.ticks("09-26 09:00")
    (digest,) = busy.sees()
    assert digest.artwork_id is None
    assert "附填报表" not in digest.text


async def test_a_weekly_digest_brings_the_blank_of_what_began_since_the_last(city, busy):
    await city.filed("K02", by_town([1] * 6), period=AUGUST)
    await city.filed("K03", by_town([1] * 6), period=AUGUST)
    await busy.says("/digest weekly")
    await city.ticks("09-29 09:00")
    busy.sees()
    await city.ticks("09-30 09:00")
    (digest,) = busy.sees()
    assert digest.artwork_id is not None


async def test_a_digest_with_a_blank_is_taken_back_under_its_file(city, busy):
    await city.filed("K02", by_town([1] * 6), period=AUGUST)
    await city.filed("K03", by_town([1] * 6), period=AUGUST)
    await busy.says("/digest daily")
    await city.ticks("09-25 09:00")
    (digest,) = busy.sees()
    city.now("09-30 09:30")
    await city.files_by_chat(busy, "K02")
    await city.files_by_chat(busy, "K03")
    await city.house.posts()
    taken_back = busy.chat.messages[digest.id]
    assert "已全部报送" in taken_back.text
    assert taken_back.keys == ()
