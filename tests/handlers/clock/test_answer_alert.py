"""The last two of September: T05 凤凰 (no contact has joined) and T06 乐余."""

import pytest
import sqlalchemy as sa
from clock_city import SEPTEMBER, by_town

from handlers.operations.months import bottom_two
from handlers.operations.months.alert_facts import is_firm
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import alerts
from storage.schema import alert, destination, outbox


async def _frozen(city):
    await city.frozen_september()


async def test_at_the_freeze_the_unit_hears_first_with_the_exact_figures(city):
    await _frozen(city)
    (heard,) = city.town_contact.sees()
    assert "乐余镇2013年9月绩效位列区镇末两位" in heard.text
    assert "第 6/6 位，" in heard.text
    assert "• K02 公共财政预算收入" in heard.text
    assert "数据 20亿元" in heard.text
    assert "10月28日（周一）16:00 前" in heard.text
    assert heard.labels == ["数据有误", "已补报", "说明"]
    assert city.leader.sees() == []
    assert city.town_leader.sees() == []
    assert city.second_contact.sees() == []


async def test_a_unit_without_a_joined_contact_is_for_the_office_to_reach(city):
    await _frozen(city)
    assert "凤凰镇位列2013年9月末两位，但没有联络员可通知" in city.office.sees()


async def test_the_reply_is_quoted_word_for_word_once_the_time_is_over(city):
    await _frozen(city)
    await city.town_contact.taps("数据有误")
    asked = await city.town_contact.says("财政数据少报 3 亿元，\n已报更正 <b>")
    assert "财政数据少报 3 亿元， 已报更正 <b>" in asked
    done = await city.town_contact.taps("✅ 确认")
    assert "已记录" in done
    await city.ticks("10-28 15:59")
    assert city.leader.sees() == []
    city.office.sees()
    await city.ticks("10-28 16:00")
    (told,) = city.leader.sees()
    assert "2013年9月区镇绩效末两位：2 个单位" in told.text
    assert "数据有误）：“财政数据少报 3 亿元， 已报更正 <b>”" in told.text
    assert "单位回复：未在时限内回复。" in told.text
    assert "区镇绩效末两位：2 个单位" in city.office.sees()


async def test_a_leader_hears_of_his_own_units_and_in_his_language(city):
    await _frozen(city)
    await city.ticks("10-28 16:00")
    (told,) = city.town_leader.sees()
    assert "The last two of 区镇 in September 2013: one unit" in told.text
    assert "凤凰镇" in told.text
    assert "乐余镇" not in told.text
    assert "Reply of the unit: none in time." in told.text


async def test_nobody_is_told_twice_and_no_group_at_all(city):
    await _frozen(city)
    await city.ticks("10-28 16:00")
    city.leader.sees()
    await city.ticks("10-28 16:01")
    await city.ticks("10-30 09:00")
    assert city.leader.sees() == []
    async with city.house.engine.begin() as conn:
        assert await conn.scalar(sa.select(sa.func.count()).select_from(destination))
        chats = set(await conn.scalars(sa.select(outbox.c.chat_id)))
        states = list(await conn.scalars(sa.select(alert.c.state)))
    assert all(chat > 0 for chat in chats)
    assert states == ["sent"] * 4


async def test_a_second_freeze_opens_no_second_alert(city):
    await _frozen(city)
    async with city.house.engine.begin() as conn:
        places = await city.house.services.shelf.take(conn, city.house.now.date())
        again = await bottom_two.open_alerts(
            conn,
            places,
            city.house.services.boards,
            places.schemes_of(2013)[0],
            SEPTEMBER,
            now=city.house.now,
        )
    assert again == []


async def test_a_category_of_three_has_no_bottom(city):
    await _frozen(city)
    async with city.house.engine.begin() as conn:
        found = await alerts.of_period(conn, SEPTEMBER)
    assert {each.category for each in found} == {"区镇"}


async def test_an_answer_may_be_changed_until_the_time_is_over(city):
    await _frozen(city)
    for button, text in (("说明", "第一次说明"), ("✏️ 重新回复", "第二次说明")):
        asked = await city.town_contact.taps(button)
        assert "第 6/6 位" in asked
        await city.town_contact.says(text)
        await city.town_contact.taps("✅ 确认")
    await city.ticks("10-28 16:00")
    told = city.leader.sees()
    assert "第二次说明" in told
    assert "第一次说明" not in told


async def test_two_hundred_characters_are_enough_and_one_more_is_too_many(city):
    await _frozen(city)
    await city.town_contact.taps("说明")
    assert "回复有 201 字，请控制在 200 字以内" in await city.town_contact.says("字" * 201)
    assert "确认" in await city.town_contact.says("字" * 200)


async def test_after_the_time_is_over_an_old_button_says_so(city):
    await _frozen(city)
    heard = city.town_contact.sees()[0]
    await city.ticks("10-28 16:00")
    late = await city.town_contact.taps("数据有误", on=heard)
    assert "回复时限（10月28日（周一）16:00）已过" in late


@pytest.mark.parametrize(
    ("who", "alert_id", "text", "refusal"),
    [
        ("second_contact", 4, "说明", NotAllowed),
        ("office", 4, "说明", NotAllowed),
        ("town_contact", 99, "说明", NotFound),
        ("town_contact", 4, "  ", Refusal),
        ("town_contact", 4, "字" * 201, Refusal),
    ],
)
async def test_who_may_not_answer_or_not_like_this(city, who, alert_id, text, refusal):
    await _frozen(city)
    async with city.house.deed_of(getattr(city, who)) as (conn, places, person):
        with pytest.raises(refusal):
            await bottom_two.answer(
                conn, places, person, alert_id, kind="statement", text=text, now=city.house.now
            )


async def test_sent_alerts_take_no_answer(city):
    await _frozen(city)
    await city.ticks("10-28 16:00")
    async with city.house.deed_of(city.town_contact) as (conn, places, person):
        with pytest.raises(Outdated):
            await bottom_two.answer(
                conn, places, person, 4, kind="statement", text="说明", now=city.house.now
            )


async def test_a_place_is_firm_when_nothing_outstanding_could_lift_it(city):
    await _frozen(city)
    assert "位次稳定" in city.town_contact.sees()


async def test_a_place_is_fragile_while_a_missing_figure_could_lift_it(city):
    await city.ticks("09-26 12:00")
    city.now("10-24 12:00")
    await city.released("K02", by_town([70, 66, 60, 50, 45, 40]))
    await city.released("M08", {f"T{n:02}": "40" for n in range(1, 6)})  # T06 is missing
    await city.ticks("10-25 17:30")
    heard = city.town_contact.sees()
    assert "位次未稳（3 项数据未报或未审核）" in heard


async def test_firmness_is_what_trying_the_best_figures_gives(city):
    """The rule recomputes with full points; here the figures themselves are tried."""
    city.now("10-24 12:00")
    await city.released("K02", by_town([70, 66, 60, 50, 45, 40]))
    await city.released("K03", by_town([70, 66, 60, 50, 45, 40]))
    await city.released("M08", {f"T{n:02}": "40" for n in range(1, 6)})
    async with city.house.engine.begin() as conn:
        places = await city.house.services.shelf.take(conn, city.house.now.date())
        scheme = places.schemes_of(2013)[0]
        boards = city.house.services.boards
        book = await boards.book(conn, places, scheme)
        before = await boards.result(conn, places, scheme, SEPTEMBER)
    assert before.standings["T06"].is_bottom
    assert not is_firm(book, before, "T06")
    await city.released("M08", {"T06": "75"})
    await city.released("M01", {"T06": "750"})
    async with city.house.engine.begin() as conn:
        after = await boards.result(conn, places, scheme, SEPTEMBER)
    assert not after.standings["T06"].is_bottom
