"""The freeze of September on Friday, 25 October 2013, at 17:30; by hand; and reopening."""

import pytest
import sqlalchemy as sa
from clock_city import SEPTEMBER, by_town, moment

from handlers.operations.months import freeze_period
from handlers.operations.months.snapshot_month import keep_month
from scoring.refusals import Locked, NotAllowed, Outdated, Refusal
from storage import periods
from storage.schema import freeze, journal


async def test_the_month_freezes_on_the_evening_of_the_25th_and_the_office_is_told(city):
    await city.ticks("09-26 12:00")
    await city.whole_september()
    await city.ticks("10-25 17:29")
    city.office.sees()
    await city.ticks("10-25 17:30")
    told = city.office.sees()
    frozen = next(each for each in told if "已冻结，可预览发布" in each.text)
    assert "2013年9月" in frozen.text
    assert "📣 预览与发布" in frozen.labels
    with pytest.raises(Locked):
        await city.files_by_chat(city.reporter, "K02")


async def test_the_snapshot_keeps_places_bounds_readings_and_a_digest_of_them(city):
    await city.ticks("09-26 12:00")
    await city.whole_september()
    await city.ticks("10-25 17:30")
    kept = await _kept(city)
    assert kept.places["units"]["T01"]["place"] == 1
    assert kept.places["units"]["T06"]["place"] == 6
    assert kept.places["units"]["T01"]["coverage"].startswith("1")
    assert len(kept.reading_ids) == 6 * 4
    assert len(kept.digest) == 64


async def test_a_second_look_freezes_nothing_a_second_time(city):
    await city.ticks("10-25 17:30")
    await city.ticks("10-25 17:31")
    await city.ticks("10-26 17:30")
    assert await _count(city, freeze.c.period == "2013-09") == 2  # towns and agencies


async def test_the_digest_changes_with_any_figure(city):
    city.now("10-24 12:00")
    await city.released("K02", by_town([1, 2, 3, 4, 5, 6]))
    first = await _frozen_by_hand(city)
    async with city.house.deed_of(city.office) as (conn, places, who):
        row = next(r for r in places.indicator_by_id.values() if r.indicator.code == "K02")
        await freeze_period.reopen(
            conn,
            places,
            who,
            row,
            SEPTEMBER,
            reason="更正",
            until=moment("10-24 17:30"),
            now=city.house.now,
        )
    await city.released("K02", by_town([1, 2, 3, 4, 5, 7]))
    city.now("10-24 18:00")
    async with city.house.deed_of(city.office) as (conn, places, who):
        kept = await keep_month(
            conn,
            places,
            city.house.services.boards,
            places.schemes_of(2013)[0],
            SEPTEMBER,
            now=city.house.now,
        )
    assert kept.digest != first.digest


async def test_columns_not_reviewed_do_not_count_and_their_reviewers_are_told(city):
    city.now("10-24 12:00")
    await city.filed("K02", by_town([1] * 6))
    await city.ticks("10-25 17:30")
    assert "1 项数据尚未审核，本月不计入" in city.reviewer.sees()
    assert "待审核 1 项未计入" in city.office.sees()


async def test_by_hand_the_office_sees_a_preview_before_it_freezes(city):
    city.now("10-24 12:00")
    await city.filed("K02", by_town([1] * 6))
    shown = await city.office.says("冻结 2013-09")
    assert "未冻结" in shown
    assert "待审核：\n• K02 公共财政预算收入（财政局）" in shown
    assert "• M08 全社会固定资产投资（统计局）" in shown
    assert await _count(city, freeze.c.period == "2013-09") == 0
    done = await city.office.taps("❄️ 立即冻结")
    assert "✅ 2013年9月已冻结（2 个方案）" in done
    assert "重新开放" in " ".join(done.labels)


async def test_an_old_freeze_button_says_since_when_and_writes_nothing(city):
    city.now("10-24 12:00")
    preview = (await city.office.says("冻结 2013-09"))[0]
    await city.office.taps("❄️ 立即冻结")
    before = await _count(city)
    again = await city.office.taps("❄️ 立即冻结", on=preview)
    assert "已于 10月24日（周四）12:00 冻结" in again
    assert await _count(city) == before


@pytest.mark.parametrize("who", ["reporter", "reviewer", "leader", "committee", "town_contact"])
async def test_only_the_office_freezes_and_reopens(city, who):
    city.now("10-24 12:00")
    someone = getattr(city, who)
    async with city.house.deed_of(someone) as (conn, places, person):
        boards = city.house.services.boards
        with pytest.raises(NotAllowed):
            await freeze_period.freeze_by_hand(
                conn, places, boards, person, SEPTEMBER, now=city.house.now
            )
        with pytest.raises(NotAllowed):
            await freeze_period.reopen(
                conn,
                places,
                person,
                next(iter(places.indicator_by_id.values())),
                SEPTEMBER,
                reason="更正",
                until=moment("10-30 17:30"),
                now=city.house.now,
            )
    assert await _count(city) == 0


async def test_a_month_that_has_not_ended_cannot_be_frozen(city):
    city.now("09-30 12:00")
    async with city.house.deed_of(city.office) as (conn, places, who):
        with pytest.raises(Refusal, match="freeze-too-early"):
            await freeze_period.freeze_by_hand(
                conn, places, city.house.services.boards, who, SEPTEMBER, now=city.house.now
            )


async def test_reopening_one_indicator_unlocks_it_alone_and_until_its_end(city):
    await city.ticks("10-25 17:30")
    city.now("10-28 09:00")
    await city.office.says("重新开放 2013-09")
    await city.office.says("K02")
    await city.office.says("统计口径有误，需更正")
    asked = await city.office.taps("until")
    assert "统计口径有误，需更正" in asked
    done = await city.office.taps("🔓 确认开放")
    assert "已重新开放，至 10月29日（周二）17:30" in done
    await city.ticks("10-28 09:01")
    assert "原因：统计口径有误，需更正" in city.reporter.sees()
    await city.files_by_chat(city.reporter, "K02")
    with pytest.raises(Locked):
        await city.files_by_chat(city.reporter, "K03")
    city.now("10-29 17:30")
    with pytest.raises(Locked):
        await city.files_by_chat(city.reporter, "K02")
    assert "period-reopened" in await _acts(city)


@pytest.mark.parametrize(
    ("reason", "until", "refusal"),
    [
        ("  ", "10-30 17:30", "reopen-without-reason"),
        ("更正", "10-28 08:59", "reopen-end-over"),
    ],
)
async def test_reopening_needs_a_reason_and_an_end_to_come(city, reason, until, refusal):
    await city.ticks("10-25 17:30")
    city.now("10-28 09:00")
    async with city.house.deed_of(city.office) as (conn, places, who):
        row = next(iter(places.indicator_by_id.values()))
        with pytest.raises(Refusal, match=refusal):
            await freeze_period.reopen(
                conn,
                places,
                who,
                row,
                SEPTEMBER,
                reason=reason,
                until=moment(until),
                now=city.house.now,
            )


async def test_what_is_open_cannot_be_reopened(city):
    city.now("10-24 09:00")
    async with city.house.deed_of(city.office) as (conn, places, who):
        row = next(iter(places.indicator_by_id.values()))
        with pytest.raises(Outdated):
            await freeze_period.reopen(
                conn,
                places,
                who,
                row,
                SEPTEMBER,
                reason="更正",
                until=moment("10-30 17:30"),
                now=city.house.now,
            )


async def _frozen_by_hand(city):
    async with city.house.deed_of(city.office) as (conn, places, who):
        await freeze_period.freeze_by_hand(
            conn, places, city.house.services.boards, who, SEPTEMBER, now=city.house.now
        )
    return await _kept(city)


async def _kept(city):
    async with city.house.engine.begin() as conn:
        kept = await periods.latest_snapshot(conn, 1, SEPTEMBER)
        assert kept is not None
        return kept


async def _count(city, *where) -> int:
    async with city.house.engine.begin() as conn:
        return await conn.scalar(sa.select(sa.func.count()).select_from(freeze).where(*where))


async def _acts(city) -> list[str]:
    async with city.house.engine.begin() as conn:
        return list(await conn.scalars(sa.select(journal.c.act)))
