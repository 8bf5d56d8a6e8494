"""The ranking: which month, as known when, of which category, and who may see it."""

from datetime import timedelta

import pytest
from past_figures import AUGUST, SEPTEMBER, by_town, release
from rough_hands import bugs, presses
from small_city import MORNING

from storage import periods


@pytest.fixture
async def ranked(house):
    """Let August be known on 20 September and September this morning."""
    await release(
        house,
        "K02",
        by_town(40, 45, 22, 12),
        period=AUGUST,
        bases=by_town(36, 42, 21, 12),
        at=MORNING - timedelta(days=18),
    )
    await release(house, "K02", by_town("48.2", 55, 28, 17), bases=by_town(41, 50, 25, 15))


async def publish(house, period):
    async with house.engine.begin() as conn:
        await periods.add(conn, scheme_id=1, period=period, act="released", by=None, now=house.now)


def order(answer):
    """Return the short names in the order of their places."""
    towns = ("金港", "杨舍", "锦丰", "塘桥")
    lines = [line for line in answer.text.splitlines() if "权重" in line and "满分" not in line]
    return [next(town for town in towns if town in line) for line in lines]


async def test_the_newest_month_with_figures_is_shown_with_movement(cast, ranked):
    shown = await cast.leader.says("排名")
    assert "区镇排名　2013年1—9月" in shown
    assert order(shown) == ["金港", "锦丰", "塘桥", "杨舍"]
    assert "锦丰　91.63　↑1" in shown
    assert "已评权重 60%" in shown


@pytest.mark.parametrize("asked", ["8月", "2013-08", "2013年8月", "8"])
async def test_a_month_may_be_asked_for_in_any_spelling(cast, ranked, asked):
    shown = await cast.leader.says(f"排名 {asked}")
    assert "2013年1—8月" in shown
    assert order(shown)[:2] == ["金港", "杨舍"]


@pytest.mark.parametrize(
    ("moment", "known"),
    [("@2013-10-01", 0), ("@2013-10-08T08:59", 0), ("@2013-10-08T09:00", 4), ("@2013-10-08", 4)],
)
async def test_what_was_known_at_a_moment_is_shown_as_it_was(cast, ranked, moment, known):
    shown = await cast.leader.says(f"排名 2013-09 {moment}")
    assert len(order(shown)) == known
    assert "时所知" in shown


async def test_a_correction_does_not_change_what_was_known_before(house, cast, ranked):
    before = order(await cast.leader.says("排名 2013-09 @2013-10-08"))
    house.passes(days=1)
    await release(house, "K02", by_town(30, 70, 28, 17), bases=by_town(41, 50, 25, 15))
    assert order(await cast.leader.says("排名 2013-09"))[0] == "杨舍"
    assert order(await cast.leader.says("排名 2013-09 @2013-10-08")) == before


async def test_a_past_ranking_moves_against_the_month_before_and_says_where_it_stands_now(
    house, cast, ranked
):
    earlier = await cast.leader.says("排名 2013-09 @2013-10-08")
    assert "新" not in earlier
    assert "现在" not in earlier
    house.passes(days=1)
    await release(house, "K02", by_town(30, 70, 28, 17), bases=by_town(41, 50, 25, 15))
    shown = await cast.leader.says("排名 2013-09 @2013-10-08")
    now = await cast.leader.says("排名 2013-09")
    score = next(line for line in now.text.splitlines() if "杨舍" in line).split("　")[1]
    assert f"现在 {score}，第 1 位" in next(
        line for line in shown.text.splitlines() if "杨舍" in line
    )
    await cast.leader.says("/lang en")
    assert "now " in await cast.leader.says("排名 2013-09 @2013-10-08")


async def test_the_months_are_turned_by_buttons_and_stop_at_both_ends(cast, ranked):
    await cast.leader.says("排名")
    assert "下月 ▶" not in cast.leader.panel.labels
    earlier = await cast.leader.taps("◀ 上月")
    assert "2013年1—8月" in earlier
    assert "2013年1—9月" in await cast.leader.taps("下月 ▶")
    first = await cast.leader.says("排名 1月")
    assert "◀ 上月" not in first.labels


@pytest.mark.parametrize("asked", ["区镇", "town", "2013-towns", "杨舍"])
async def test_a_category_is_found_by_its_beginning_its_track_or_one_of_its_units(
    cast, ranked, asked
):
    assert "区镇排名" in await cast.leader.says(f"排名 {asked}")


@pytest.mark.parametrize("asked", ["乌有", "13月", "<b>", "@2013-02-31", "@2013-10-12T25:99"])
async def test_a_word_that_says_nothing_is_named_and_the_ways_to_ask_are_shown(
    house, cast, ranked, asked
):
    assert "没有认出" in await cast.leader.says(f"排名 {asked}")
    assert await bugs(house) == []


async def test_a_year_without_a_scheme_is_said_to_have_none(cast, ranked):
    assert "还没有考核方案" in await cast.leader.says("排名 2012-03")


async def test_equal_scores_share_a_place_and_say_so(house, cast):
    await release(house, "K03", {"T01": "88", "T02": "88", "T03": "80"})
    shown = await cast.leader.says("排名")
    assert "1（并列）" in shown
    assert shown.text.count("（并列）") == 2
    assert "3 锦丰" in shown


async def test_an_observer_sees_released_months_only(house, cast, ranked):
    assert "尚未发布" in await cast.observer.says("排名")
    await publish(house, AUGUST)
    assert "2013年1—8月" in await cast.observer.says("排名")
    assert "尚未发布" in await cast.observer.says("排名 2013-09")
    await publish(house, SEPTEMBER)
    assert "2013年1—9月" in await cast.observer.says("排名")


async def test_a_unit_sees_its_own_line_marked_and_no_others_warning(cast, ranked):
    shown = await cast.other_contact.says("排名")
    assert "▶ 4 杨舍" in shown
    assert "距前一位 4.69 分" in shown
    assert "后两位" in shown
    shown = await cast.contact.says("排名")
    assert "▶ 1 金港" in shown
    assert "后两位" not in shown
    assert "距前一位" not in shown


async def test_the_picture_is_ordered_under_the_same_question(cast, ranked):
    await cast.leader.says("排名")
    shown = await cast.leader.taps("🖼 看图")
    assert shown[0].artwork_id is not None
    assert "区镇排名　2013年1—9月" in shown


async def test_strangers_see_no_ranking(cast, ranked):
    assert "须凭邀请加入" in await cast.stranger.says("排名")


async def test_a_forged_button_of_an_unreleased_month_is_refused_to_an_observer(cast, ranked):
    for data in ("m:rank:town.2013-09", "m:rank-chart:区镇.2013-09"):
        assert "尚未发布" in await presses(cast.observer, data)
