"""Reminders through October 2013: K02 and K03 are due on the 5th, which is 8 October."""

import asyncio
from datetime import time

import sqlalchemy as sa
from clock_city import by_town, moment

from handlers.boards import BoardShelf
from handlers.city import CityShelf
from handlers.operations.clock.queue_due import queue_due
from handlers.texts import CITY_ZONE
from storage import people
from storage.schema import outbox, person

PUT_OFF = ["👌 已知晓", "⏰ 明天再提醒", "📅 下周一"]


async def test_the_first_look_of_all_sends_nothing_of_the_past(city):
    assert city.reporter.sees() == []
    assert city.office.sees() == []


async def test_five_working_days_ahead_the_reporter_gets_one_digest_of_everything_due(city):
    await city.ticks("09-25 08:59")
    assert city.reporter.sees() == []
    await city.ticks("09-25 09:00")
    (digest,) = city.reporter.sees()
    assert "待报送 2 项，最早 10月8日（周二）17:30 截止" in digest.text
    assert "K02 公共财政预算收入" in digest.text
    assert "K03 工业开票销售收入" in digest.text
    assert digest.artwork_id is not None
    assert "附填报表" in digest.text
    assert digest.labels == ["✏️ 填报 K02", "✏️ 填报 K03", "⏳ 申请延期", *PUT_OFF]
    assert city.statistician.sees() == []


async def test_the_day_before_is_the_last_working_day_before_the_holidays(city):
    await city.ticks("09-29 23:00")
    city.reporter.sees()
    await city.ticks("09-30 09:00")
    (digest,) = city.reporter.sees()
    assert "❗K02" in digest.text
    assert digest.artwork_id is None
    assert "附填报表" not in digest.text


async def test_a_make_up_saturday_counts_as_a_working_day(city):
    await city.ticks("10-11 23:00")
    city.statistician.sees()
    await city.ticks("10-12 09:00")
    (digest,) = city.statistician.sees()
    assert "M08" in digest.text
    assert "10月18日" in digest.text


async def test_whoever_has_filed_is_not_reminded(city):
    await city.filed("K02", by_town([1] * 6))
    await city.ticks("09-25 09:00")
    (digest,) = city.reporter.sees()
    assert "K02" not in digest.text
    assert "K03" in digest.text


async def test_arriving_work_takes_a_reminder_back_only_when_all_of_it_is_done(city):
    await city.ticks("10-08 09:00")
    (digest,) = city.reporter.sees()
    await city.files_by_chat(city.reporter, "K02")
    assert city.reporter.sees() == []
    await city.files_by_chat(city.reporter, "K03")
    (edited,) = city.reporter.sees()
    assert (edited.id, edited.keys) == (digest.id, ())
    assert "已全部报送" in edited.text


async def test_work_that_arrives_before_the_morning_cancels_the_reminder_still_waiting(city):
    async with city.house.engine.begin() as conn:
        await conn.execute(
            sa.update(person)
            .where(person.c.user_id == 101)
            .values(quiet_from="08:00", quiet_until="11:00")
        )
    await city.ticks("10-08 09:00")
    city.now("10-08 10:00")
    await city.files_by_chat(city.reporter, "K02")
    await city.files_by_chat(city.reporter, "K03")
    await city.ticks("10-08 11:30")
    assert city.reporter.sees() == []


async def test_the_persons_own_quiet_hours_are_kept(city):
    async with city.house.engine.begin() as conn:
        await conn.execute(
            sa.update(person)
            .where(person.c.user_id == 101)
            .values(quiet_from="08:00", quiet_until="10:30")
        )
    await city.ticks("09-25 09:00")
    assert city.reporter.sees() == []
    await city.ticks("09-25 10:29")
    assert city.reporter.sees() == []
    await city.ticks("09-25 10:30")
    assert len(city.reporter.sees()) == 1


async def test_on_the_evening_of_the_due_day_reporter_and_office_see_a_yellow_card(city):
    await city.ticks("10-08 17:29")
    for each in (city.reporter, city.office):
        each.sees()
    await city.ticks("10-08 17:30")
    (card,) = city.reporter.sees()
    assert "黄牌：2 项" in card.text
    assert card.labels == ["✏️ 填报 K02", "✏️ 填报 K03", "⏳ 申请延期", *PUT_OFF]
    (listed,) = city.office.sees()
    assert "1 个监测单位、2 项" in listed.text
    assert "财政局（2 项）：K02 K03" in listed.text
    assert city.reviewer.sees() == []


async def test_two_working_days_later_reporter_reviewer_and_office_see_a_red_card(city):
    await city.ticks("10-09 17:00")
    for each in (city.reporter, city.office):
        each.sees()
    await city.ticks("10-10 08:59")
    assert city.reporter.sees() == []
    await city.ticks("10-10 09:00")
    assert "红牌：2 项" in city.reporter.sees()
    assert "财政局有 2 项数据逾期" in city.reviewer.sees()
    assert "逾期两个工作日未报" in city.office.sees()


async def test_cards_name_only_what_is_still_open(city):
    await city.filed("K02", by_town([1] * 6))
    await city.ticks("10-08 17:30")
    card = city.reporter.sees()[-1]
    assert "K03" in card.text
    assert "K02" not in card.text


async def test_a_unit_nobody_can_be_reached_in_is_named_to_the_office(city):
    async with city.house.engine.begin() as conn:
        await people.bind(conn, 1, None)
    await city.ticks("10-08 17:30")
    assert "⚠️ 财政局（2 项）：K02 K03。无联络员可通知" in city.office.sees()


async def test_the_same_window_twice_repeats_nothing(city):
    await city.ticks("10-08 17:30")
    before = await _queued(city)
    await city.ticks("10-08 17:30")
    assert await _queued(city) == before


async def test_two_processes_repeat_nothing_of_each_other(city):
    services = city.house.services

    async def process():
        await queue_due(
            services.engine,
            now=moment("10-10 09:00"),
            shelf=CityShelf(),
            boards=BoardShelf(),
            texts=services.texts,
        )

    await asyncio.gather(process(), process())
    keys = await _queued(city)
    assert sum(key.startswith("red:") for key in keys) == 1
    assert sum(key.startswith("red-list:") for key in keys) == 1


async def test_after_an_outage_only_what_still_helps_is_sent(city):
    await city.ticks("09-25 09:00")
    for each in (city.reporter, city.office, city.reviewer):
        each.sees()
    await city.ticks("10-11 10:00")
    told = city.reporter.sees()
    assert len(told) == 1
    assert "红牌" in told
    assert "黄牌" not in city.office.sees()


async def test_a_reminder_whose_deadline_is_not_over_survives_an_outage_of_three_days(city):
    await city.ticks("09-24 19:00")
    await city.ticks("09-27 10:00")
    (digest,) = city.reporter.sees()
    assert "K02" in digest.text


async def test_put_off_it_comes_again_on_the_next_working_morning(city):
    await city.ticks("09-30 09:00")
    answer = await city.reporter.taps("⏰ 明天再提醒")
    assert "10月8日（周二）09:00" in answer
    await city.ticks("10-07 12:00")
    assert city.reporter.sees() == []
    await city.ticks("10-08 09:00")
    (again,) = city.reporter.sees()
    assert "K02" in again.text


async def test_what_was_put_off_joins_the_next_mornings_digest(city):
    await city.ticks("09-29 09:00")
    await city.reporter.taps("⏰ 明天再提醒")
    city.reporter.sees()
    await city.ticks("09-30 09:00")
    assert len(city.reporter.sees()) == 1


async def test_a_reminder_put_off_is_dropped_when_the_work_arrives(city):
    await city.ticks("09-30 09:00")
    await city.reporter.taps("⏰ 明天再提醒")
    city.now("10-08 08:40")
    await city.files_by_chat(city.reporter, "K02")
    await city.files_by_chat(city.reporter, "K03")
    city.reporter.sees()
    await city.ticks("10-08 09:00")
    assert city.reporter.sees() == []


async def test_a_reminder_once_read_says_what_is_left_and_asks_nothing_more(city):
    await city.ticks("09-25 09:00")
    answer = await city.reporter.taps("👌 已知晓")
    assert answer.toast == "已记录：已知晓"
    assert "尚待报送 2 项" in answer
    assert "reminder-heard" not in answer.actions


async def test_nobody_else_can_answer_a_reporters_reminder(city):
    await city.ticks("09-25 09:00")
    digest = city.reporter.sees()[0]
    answer = await city.statistician.taps("👌 已知晓", on=digest)
    assert "找不到这条提醒" in answer


async def test_nothing_may_leave_outside_the_working_hours_of_working_days(city):
    for text in ("10-01 00:00", "10-05 09:00", "10-08 20:00", "10-12 21:00", "10-13 09:00"):
        await city.ticks(text)
    async with city.house.engine.begin() as conn:
        calendar = (await city.house.services.shelf.take(conn, city.house.now.date())).calendar
        leaves = [
            each.astimezone(CITY_ZONE)
            for each in await conn.scalars(sa.select(outbox.c.not_before))
        ]
    assert len(leaves) > 4
    assert all(calendar.is_working(each.date()) for each in leaves)
    assert all(time(8, 30) <= each.time() < time(18, 0) for each in leaves)


async def _queued(city) -> list[str]:
    async with city.house.engine.begin() as conn:
        return list(await conn.scalars(sa.select(outbox.c.key).order_by(outbox.c.id)))
