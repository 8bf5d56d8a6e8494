"""The office watches how often its checks are right, and tunes them; nothing past is touched."""

from datetime import timedelta
from decimal import Decimal

import pytest
from past_figures import AUGUST, by_town, release
from small_city import MORNING

from handlers.operations.office import tune_check
from scoring.model import Period
from scoring.refusals import NotAllowed, Outdated, Refusal
from storage import check_settings, journal, questions

SLIP = "K02\n金港镇 482 41\n经开区 55 50\n冶金园 28 25\n塘桥 17 15"
PLAIN = SLIP.replace("482", "48.2")
YEAR = {"since": Period(2013, 1), "until": Period(2013, 12)}


@pytest.fixture(autouse=True)
async def august(house):
    await release(
        house,
        "K02",
        by_town(43, 50, 25, 15),
        period=AUGUST,
        bases=by_town(37, 45, 22, 14),
        at=MORNING - timedelta(days=20),
    )


async def tally(house, rule="unit-slip"):
    async with house.engine.begin() as conn:
        found = await questions.tallies(conn, **YEAR)
    return next((dict(t.outcomes) for (r, _), t in found.items() if r == rule), {})


async def insists(cast):
    await cast.reporter.says(SLIP)
    await cast.reporter.taps("explain")
    await cast.reporter.taps("ready:checked")
    await cast.reporter.taps("file")


async def test_a_mended_figure_says_that_the_question_was_right(house, cast):
    await cast.reporter.says(SLIP)
    assert await tally(house) == {"open": 1}
    await cast.reporter.says("金港 48.2")
    await cast.reporter.taps("file")
    assert await tally(house) == {"mended": 1}


async def test_a_figure_vouched_for_and_released_says_that_it_was_false(house, cast):
    await insists(cast)
    assert await tally(house) == {"vouched": 1}
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    assert await tally(house) == {"false": 1}


async def test_one_that_is_sent_back_and_mended_was_right_after_all(house, cast):
    await insists(cast)
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("return")
    await cast.reviewer.says("请核对")
    await cast.reporter.says(PLAIN)
    await cast.reporter.taps("file")
    assert await tally(house) == {"mended": 1}


async def test_looking_again_asks_nothing_again(house, cast):
    await cast.reporter.says(SLIP)
    await cast.reporter.says(SLIP)
    await cast.reporter.says(SLIP)
    assert await tally(house) == {"open": 1}


async def test_the_reviewer_and_the_office_see_the_question_with_its_reason(cast):
    await insists(cast)
    shown = await cast.reviewer.says("审核")
    assert "是否应为 48.2 亿元" in shown
    assert "已核对原始报表" in shown
    assert "已核对原始报表" in await cast.office.says("异常")


async def test_the_office_reads_the_rates_and_switches_a_rule_off(house, cast):
    await insists(cast)
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    await cast.office.says("/office")
    assert "误问率 100%" in await cast.office.taps("checks")
    await cast.office.taps("checks:unit-slip")
    await cast.office.taps("tune-check")
    await cast.office.taps("all")
    await cast.office.taps("⏸ 停用")
    assert "已调整" in await cast.office.says("误问太多，先停用")
    assert "【已停用】" in await cast.office.says("/checks unit-slip")
    assert await tally(house) == {"false": 1}
    assert "是否应为" not in await cast.reporter.says(SLIP)
    async with house.engine.begin() as conn:
        assert (await journal.latest(conn, limit=1))[0].act == "check-tuned"


async def test_a_threshold_for_one_indicator_leaves_the_others_as_they_are(house, cast):
    await cast.office.says("/checks year-on-year")
    await cast.office.taps("tune-check")
    await cast.office.says("k02")
    assert "应在 10 到 1000 之间" in await cast.office.says("5")
    assert "不是数字" in await cast.office.says("很多")
    await cast.office.says("500")
    assert "阈值 500" in await cast.office.says("口径调整")
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        ids = {row.indicator.code: row.id for row in city.indicator_by_id.values()}
        own = await check_settings.tuning_of(conn, ids["K02"], at=house.now)
        other = await check_settings.tuning_of(conn, ids["K08"], at=house.now)
        before = await check_settings.tuning_of(
            conn, ids["K02"], at=house.now - timedelta(seconds=1)
        )
    assert [each.threshold("year-on-year") for each in (own, other, before)] == [500, 100, 100]


@pytest.mark.parametrize("who", ["reporter", "reviewer", "contact", "leader", "auditor"])
async def test_nobody_but_the_office_tunes_or_looks(house, cast, who):
    someone = getattr(cast, who)
    assert "误问率" not in await someone.says("核对规则")
    async with house.deed_of(someone) as (conn, city, person):
        with pytest.raises(NotAllowed):
            await tune_check.tune(
                conn,
                city,
                person,
                "fell",
                None,
                state="off",
                threshold=None,
                reason="试试",
                now=house.now,
            )


@pytest.mark.parametrize(
    ("rule", "state", "threshold", "reason", "refusal"),
    [
        ("fell", "off", None, "  ", Refusal),
        ("fell", "on", None, "照旧", Outdated),
        ("fell", "on", Decimal(51), "太宽", Refusal),
        ("same-digits", "on", Decimal("3.5"), "半期", Refusal),
        ("out-of-range", "on", Decimal(3), "没有阈值", Refusal),
    ],
)
async def test_what_the_office_cannot_decide(house, cast, rule, state, threshold, reason, refusal):
    async with house.deed_of(cast.office) as (conn, city, person):
        with pytest.raises(refusal):
            await tune_check.tune(
                conn,
                city,
                person,
                rule,
                None,
                state=state,
                threshold=threshold,
                reason=reason,
                now=house.now,
            )


async def test_what_was_asked_of_a_whole_column_stands_in_the_offices_list_with_its_reason(cast):
    await cast.reporter.says("K02\n金港 60\n杨舍 72\n锦丰 36\n塘桥 24")
    await cast.reporter.taps("explain")
    while cast.reporter.panel.key("ready"):
        await cast.reporter.says("提前完成全年任务")
    await cast.reporter.taps("file")
    shown = await cast.office.says("异常")
    assert "K02 公共财政预算收入（整列）：" in shown
    assert shown.text.count("（整列）") == 1
    assert "提前完成全年任务" in shown
    await cast.office.says("/office")
    listed = await cast.office.taps("odd")
    assert "（整列）" in listed
