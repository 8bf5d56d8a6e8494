"""The office releases September: a plan first, then exactly that, once."""

from decimal import Decimal

import pytest
import sqlalchemy as sa
from clock_city import CHANNEL, SEPTEMBER, by_town, moment

from handlers.books import from_json
from handlers.contents import build_router
from handlers.operations.months.freeze_period import reopen
from handlers.operations.months.release_period import plan_release, release
from scoring.refusals import Locked, NotAllowed, Outdated, Refusal
from storage import artworks, people, periods
from storage.schema import artwork, outbox

pytestmark = pytest.mark.slow


async def _frozen(city):
    await city.frozen_september()
    for each in (city.leader, city.office, city.town_contact, city.town_leader):
        each.sees()
    city.now("10-28 10:00")


async def test_the_preview_says_who_hears_what_and_sends_nothing(city):
    await _frozen(city)
    before = await _outbox(city)
    shown = await city.office.says("发布 2013-09")
    assert "领导和绩效委：3/3 人" in shown
    assert "被考核单位：2 个单位，2/3 人" in shown
    assert "公布渠道：1 个" in shown
    assert "⚠️ 7 个单位没有可通知的联络员" in shown
    assert "2013年度区镇绩效考核方案：已评权重 100.0%，待审核未计入 0 项，未报 0 项" in shown
    assert "• 区镇：凤凰镇\n• 区镇：乐余镇" in shown
    assert "2013年9月区镇绩效：金港居首" in shown
    sent = [key for key in await _outbox(city) if key not in before]
    assert all(key.startswith("reply:") for key in sent)


async def test_confirmed_it_goes_out_once_to_everybody_it_is_meant_for(city):
    await _frozen(city)
    await city.office.says("发布 2013-09")
    done = await city.office.taps("✅ 确认发布")
    assert "已发布：领导和绩效委 3 人，被考核单位联络员 2 人，公布渠道 1 个" in done
    await city.house.posts()
    push, others, *workbooks = city.leader.sees()
    assert "前三位：1. 金港" in push.text
    assert push.artwork_id is not None
    assert push.labels == ["🏆 完整排名", "✒️ 批示"]
    assert "• 经济服务类：1. 财政局" in others.text
    assert others.labels == ["🖼 经济服务类", "✒️ 批示"]
    assert [each.text for each in workbooks] == [
        "2013年9月绩效评估工作簿：2013年度区镇绩效考核方案",
        "2013年9月绩效评估工作簿：2013年度市级机关绩效考核方案",
    ]
    again = await city.office.says("发布 2013-09")
    assert "已于 10月28日（周一）10:00 发布" in again


async def test_the_leaders_push_has_at_most_ten_lines_and_stands_on_its_first(city):
    await _frozen(city)
    await _release(city)
    push = city.leader.sees()[0]
    lines = push.text.splitlines()
    assert len(lines) <= 10
    assert lines[0].startswith("2013年9月区镇绩效：金港居首，")
    assert "已评权重 100.0%" in lines[1]
    assert "数据截至 10月24日（周四）12:00" in lines[1]
    assert any(line.startswith("末两位：5. 凤凰") for line in lines)
    assert any(line.startswith("较上月：进位最多 金港 1 位；退位最多 杨舍 1 位") for line in lines)
    assert any(line.startswith("全市短板") for line in lines)


async def test_a_leader_in_charge_of_units_reads_of_them_first(city):
    await _frozen(city)
    await _release(city)
    push = city.town_leader.sees()[0]
    assert push.text.splitlines()[2].startswith("Yours: 凤凰 place 5")
    assert "📇 凤凰" in push.labels
    own = [line for line in (await _book(city, push.artwork_id)).lines if line.is_own]
    assert [line.unit_code for line in own] == ["T05"]


async def test_each_units_contacts_get_their_own_card_and_nobody_elses(city):
    await _frozen(city)
    await _release(city)
    (card,) = city.town_contact.sees()
    assert card.text.startswith("乐余镇　第 6/6 位 －\n2013年1—9月　区镇，")
    assert "距前一位" in card.text
    assert card.text.count("• ") == 3
    book = await _book(city, card.artwork_id)
    assert (book.unit_code, book.place, book.of) == ("T06", 6, 6)
    assert "金港镇　第 1/6 位" in city.second_contact.sees()


async def test_the_public_never_sees_the_last_two(city):
    await _frozen(city)
    await _release(city)
    (published,) = city.house.chats[CHANNEL].look()
    assert "2013年9月区镇绩效比拼" in published.text
    assert "图为前 4 位" in published.text
    assert "2 项关键绩效指标中，0 项达到或超过序时进度" in published.text
    assert "凤凰" not in published.text
    assert "乐余" not in published.text
    book = await _book(city, published.artwork_id)
    assert [line.unit_code for line in book.lines] == ["T01", "T02", "T03", "T04"]
    assert book.heading.category == "区镇 1—4"


async def test_a_plan_is_void_once_a_figure_or_a_recipient_has_changed(city):
    await _frozen(city)
    old = (await city.office.says("发布 2013-09"))[-1]
    async with city.house.engine.begin() as conn:
        await people.bind(conn, 11, 120)  # the contact of T05 joins
    shown = await city.office.taps("✅ 确认发布", on=old)
    assert "刚才的方案码已失效" in shown
    assert "被考核单位：3 个单位" in shown
    assert city.leader.sees() == []
    fresh = await city.office.taps("✅ 确认发布")
    assert "已发布" in fresh


async def test_a_forged_code_is_refused(city):
    await _frozen(city)
    async with city.house.deed_of(city.office) as (conn, places, who):
        with pytest.raises(Outdated):
            await release(
                conn,
                places,
                city.house.services.boards,
                who,
                SEPTEMBER,
                code="000000",
                now=city.house.now,
            )
        assert not [a for a in await periods.acts(conn, 1, SEPTEMBER) if a.act == "released"]


@pytest.mark.parametrize("who", ["reporter", "leader", "committee", "town_contact"])
async def test_only_the_office_may_see_the_plan(city, who):
    await _frozen(city)
    async with city.house.deed_of(getattr(city, who)) as (conn, places, person):
        with pytest.raises(NotAllowed):
            await plan_release(
                conn, places, city.house.services.boards, person, SEPTEMBER, now=city.house.now
            )


async def test_an_open_month_cannot_be_released(city):
    city.now("10-24 12:00")
    async with city.house.deed_of(city.office) as (conn, places, who):
        with pytest.raises(Refusal, match="release-not-frozen"):
            await plan_release(
                conn, places, city.house.services.boards, who, SEPTEMBER, now=city.house.now
            )


async def test_a_reopened_indicator_holds_the_release_back_until_it_locks_again(city):
    await _frozen(city)
    boards = city.house.services.boards
    async with city.house.deed_of(city.office) as (conn, places, who):
        row = next(r for r in places.indicator_by_id.values() if r.indicator.code == "K02")
        await reopen(
            conn,
            places,
            who,
            row,
            SEPTEMBER,
            reason="更正",
            until=moment("10-28 17:30"),
            now=city.house.now,
        )
    async with city.house.deed_of(city.office) as (conn, places, who):
        with pytest.raises(Refusal, match="release-not-frozen"):
            await plan_release(conn, places, boards, who, SEPTEMBER, now=city.house.now)
    await city.released("K02", by_town([50, 66, 60, 50, 30, 20]))
    city.now("10-28 17:31")
    await _release(city)
    async with city.house.engine.begin() as conn:
        kept = await periods.latest_snapshot(conn, 1, SEPTEMBER)
    assert kept.made_at == moment("10-28 17:31")
    assert kept.places["units"]["T02"]["place"] == 1


async def test_a_released_month_is_locked_against_a_second_release(city):
    await _frozen(city)
    await _release(city)
    async with city.house.deed_of(city.office) as (conn, places, who):
        with pytest.raises(Locked):
            await plan_release(
                conn, places, city.house.services.boards, who, SEPTEMBER, now=city.house.now
            )


async def test_the_workbook_says_which_readings_it_rests_on(city):
    await _frozen(city)
    await _release(city)
    sent = [each for each in city.leader.sees() if "工作簿" in each.text]
    towns = await _book(city, sent[0].artwork_id)
    assert towns.kind == "monthly"
    assert towns.versions_count == 6 * 7
    assert [len(book.lines) for book in towns.rankings] == [6]
    assert [len(book.rows) for book in towns.points] == [4]
    assert len(towns.figures) == 6 * 4
    (finance, statistics) = towns.filings
    assert (finance.due, finance.on_time, finance.late, finance.missing) == (2, 0, 2, 0)
    assert (statistics.due, statistics.late) == (2, 2)
    first = towns.figures[0]
    assert (first.indicator_code, first.unit_code, first.completion_pct) == (
        "K02",
        "T01",
        Decimal(70),
    )
    assert (str(first.plan_pct), str(first.gap_pp), first.place) == ("75", "-5.00", 1)


async def test_on_the_twelfth_leaders_get_a_provisional_ranking_of_the_towns(city):
    city.now("10-11 12:00")
    await city.released("K02", by_town([90, 80, 70, 60, 50, 45]))
    await city.ticks("10-12 08:59")
    for each in (city.leader, city.office, city.town_contact):
        each.sees()
    await city.ticks("10-12 09:00")
    (told,) = city.leader.sees()
    assert told.text.startswith("快报（初步）：2013年9月区镇绩效，1. 金港")
    assert "已评权重 40.0%" in told.text
    assert (await _book(city, told.artwork_id)).heading.provisional
    assert any("快报" in each.text for each in city.office.sees())
    assert city.town_contact.sees() == []


async def test_there_is_no_provisional_ranking_before_the_first_figure(city):
    city.now("10-11 12:00")
    await city.released("K02", by_town([9] * 6), period=SEPTEMBER.previous)
    await city.ticks("10-12 09:00")
    assert "快报" not in city.leader.sees()


async def _release(city):
    async with city.house.deed_of(city.office) as (conn, places, who):
        boards, now = city.house.services.boards, city.house.now
        plan = await plan_release(conn, places, boards, who, SEPTEMBER, now=now)
        await release(conn, places, boards, who, SEPTEMBER, code=plan.code, now=now)
    await city.house.posts()


async def _outbox(city) -> list[str]:
    async with city.house.engine.begin() as conn:
        return list(await conn.scalars(sa.select(outbox.c.key)))


async def _book(city, artwork_id):
    async with city.house.engine.begin() as conn:
        query = sa.select(artwork.c.book).where(artwork.c.id == artwork_id)
        return from_json(await conn.scalar(query))


async def test_the_office_alone_gets_what_the_month_took_its_people(city):
    await _frozen(city)
    await city.office.says("发布 2013-09")
    for each in (city.office, city.leader):
        each.sees()
    shown = await city.office.taps("✅ 确认发布")
    assert "减负账" in shown.text + city.office.sees().text
    assert "减负账" not in city.leader.sees()


async def test_the_offices_copy_alone_names_what_the_month_took_whom(city):
    await _frozen(city)
    city.house.router = build_router()
    await city.reviewer.says("审核")
    await city.office.says("发布 2013-09")
    await city.office.taps("✅ 确认发布")
    await city.house.posts()
    own = [each for each in city.office.chat.messages.values() if "含减负账" in each.text]
    assert len(own) == 2
    async with city.house.engine.begin() as conn:
        office, *_ = [from_json((await artworks.one(conn, each.artwork_id)).book) for each in own]
        sent = [each for each in city.leader.sees() if "工作簿" in each.text]
        others = [from_json((await artworks.one(conn, each.artwork_id)).book) for each in sent]
    assert [(line.unit_name, line.person) for line in office.burden] == [
        ("财政局", ""),
        ("财政局", "周建平"),
    ]
    assert office.burden[1].messages >= 1
    assert others
    assert all(book.burden == () for book in others)
    for someone in (city.leader, city.town_contact, city.reporter):
        assert not any("含减负账" in each.text for each in someone.chat.messages.values())
