"""Two people, always: a column is released or sent back by somebody who did not file it."""

import pytest
from past_figures import AUGUST, SEPTEMBER, by_town, release
from rough_hands import count, presses
from test_file_readings import PASTE, SLIP

from handlers.operations.figures import review_readings
from scoring.refusals import NotAllowed, NotFound, Outdated
from storage import journal, people, periods, readings
from storage.schema import filing, reading, review


@pytest.fixture
async def waiting(cast):
    """Let K02 be filed and wait for its review."""
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")


async def states(house):
    async with house.engine.begin() as conn:
        return [each.state for each in await readings.filings_for(conn, 1, SEPTEMBER)]


async def test_the_reviewer_is_told_looks_and_releases(house, cast, waiting):
    told = cast.reviewer.sees()
    assert "待审核：公共财政预算收入" in told
    shown = await cast.reviewer.taps("🔍 去审核")
    assert "林晓燕 10月8日（周二）09:00粘贴报送" in shown
    assert "金港　— → 48.2" in shown
    assert "已通过 1 项" in await cast.reviewer.taps("release")
    assert await states(house) == ["released"]
    assert "周建平 已审核通过 1 项" in cast.reporter.sees()


async def test_a_released_figure_counts_at_once(house, cast, waiting):
    before = await cast.leader.says("排名")
    assert "还没有可排名的数据" in before
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    assert "1 金港" in await cast.leader.says("排名")


async def test_each_assessed_unit_gets_its_own_figure_and_nobody_elses(house, cast, waiting):
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    own, other = cast.contact.sees(), cast.other_contact.sees()
    assert "K02 公共财政预算收入：48.2亿元" in own
    assert "55" not in own.text
    assert "55亿元" in other or "55" in other.text
    assert "48.2" not in other.text


async def test_observers_leaders_and_strangers_are_told_nothing(house, cast, waiting):
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    for part in ("observer", "other_observer", "leader", "committee", "auditor", "stranger"):
        assert getattr(cast, part).sees() == []


async def test_the_card_button_under_the_figures_shows_that_very_unit(house, cast, waiting):
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    cast.other_contact.sees()
    assert "杨舍" in await cast.other_contact.taps("📇 本单位卡片")


async def test_the_column_is_sent_back_with_a_reason_in_words(house, cast, waiting):
    await cast.reviewer.says("审核")
    assert "请写明原因" in await cast.reviewer.taps("return")
    assert "已退回" in await cast.reviewer.says("请再核对金港")
    told = cast.reporter.sees()
    assert "周建平：请再核对金港" in told
    assert await states(house) == ["returned"]
    assert cast.contact.sees() == []


async def test_a_ready_reason_is_one_tap(house, cast, waiting):
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("return")
    await cast.reviewer.taps("计量单位可能有误")
    assert "计量单位可能有误" in cast.reporter.sees()


async def _release(conn, city, who, *, now):
    await review_readings.release(conn, city, who, [1], now=now)


async def _send_back(conn, city, who, *, now):
    await review_readings.send_back(conn, city, who, 1, reason="x", now=now)


@pytest.mark.parametrize("deed", [_release, _send_back])
@pytest.mark.parametrize(
    ("part", "refusal", "message"),
    [
        ("reporter", NotAllowed, "review-own"),
        ("other_reporter", NotFound, "review-gone"),
        ("contact", NotFound, "review-gone"),
        ("observer", NotFound, "review-gone"),
        ("leader", NotFound, "review-gone"),
        ("committee", NotFound, "review-gone"),
        ("office", NotAllowed, "review-not-yours"),
        ("auditor", NotAllowed, "review-not-yours"),
    ],
)
async def test_who_may_not_review(house, cast, waiting, deed, part, refusal, message):
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        with pytest.raises(refusal, match=message):
            await deed(conn, city, who, now=house.now)
    assert await states(house) == ["filed"]


async def test_whoever_filed_it_cannot_release_it_even_as_a_reviewer(house, cast, waiting):
    async with house.deed_of(cast.reporter) as (conn, _, who):
        await people.grant(conn, who.id, "reviewer", at=house.now, unit_id=5)
    assert "没有待审核的数据" in await cast.reporter.says("审核")
    answer = await presses(cast.reporter, "m:release:1")
    assert "是您自己填报的，须由另一位审核人审核" in answer
    assert await states(house) == ["filed"]


async def test_of_two_reviewers_one_releases_and_the_other_is_told(house, cast, waiting):
    await cast.reviewer.says("审核")
    old = cast.reviewer.panel
    await cast.reviewer.taps("release")
    assert "没有重复生效" in await cast.reviewer.taps("release", on=old)
    assert await count(house, review) == 1


async def test_a_column_that_was_sent_back_cannot_be_released(house, cast, waiting):
    await cast.reviewer.says("审核")
    old = cast.reviewer.panel
    await cast.reviewer.taps("return")
    await cast.reviewer.says("请再核对")
    assert "没有重复生效" in await cast.reviewer.taps("release", on=old)
    assert await states(house) == ["returned"]


async def test_a_column_that_was_released_cannot_be_sent_back(house, cast, waiting):
    await cast.reviewer.says("审核")
    old = cast.reviewer.panel
    await cast.reviewer.taps("release")
    assert "已处理或不再待审" in await cast.reviewer.taps("return", on=old)
    assert await states(house) == ["released"]


async def test_a_column_replaced_meanwhile_cannot_be_released(house, cast, waiting):
    await cast.reviewer.says("审核")
    old = cast.reviewer.panel
    await cast.reporter.says("K02\n金港 48.9")
    await cast.reporter.taps("file")
    assert "没有重复生效" in await cast.reviewer.taps("release", on=old)
    assert await states(house) == ["replaced", "filed"]


async def test_a_month_frozen_meanwhile_cannot_be_released(house, cast, waiting):
    await cast.reviewer.says("审核")
    async with house.engine.begin() as conn:
        await periods.add(conn, scheme_id=1, period=SEPTEMBER, act="frozen", by=None, now=house.now)
    assert "🔒" in await cast.reviewer.taps("release")
    assert await states(house) == ["filed"]


async def test_releasing_all_plain_columns_leaves_the_odd_one_for_a_look(house, cast):
    await release(house, "K02", by_town(43, 50, 25, 15), period=AUGUST)
    await cast.reporter.says(f"{SLIP}\nK03\n金港 86.1\n杨舍 85.2\n锦丰 87")
    await cast.reporter.taps("explain")
    await cast.reporter.taps("ready")
    await cast.reporter.taps("file")
    house.passes(days=1)
    async with house.deed_of(cast.other_reporter) as (conn, _, who):
        await people.grant(conn, who.id, "reviewer", at=house.now, unit_id=5)
        await people.grant(conn, who.id, "reviewer", at=house.now, unit_id=6)
        reviewer = await people.by_user(conn, cast.reviewer.user_id, at=house.now)
        await people.grant(conn, reviewer.id, "reviewer", at=house.now, unit_id=6)
    await cast.other_reporter.says("K08\n金港 190\n杨舍 230\n锦丰 140\n塘桥 85")
    await cast.other_reporter.taps("file")
    shown = await cast.reviewer.says("审核")
    assert "✅ 通过全部无异常的（2）" in shown.labels
    left = await cast.reviewer.taps("release-plain")
    assert "已通过 2 项" in left
    assert "❗金港" in left
    assert await count(house, filing, filing.c.state == "filed") == 1
    assert "已处理或不再待审" in await presses(cast.reviewer, "m:release-plain:")


async def test_every_review_is_in_the_journal(house, cast, waiting):
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    async with house.engine.begin() as conn:
        (last,) = await journal.latest(conn, limit=1)
    assert (last.act, last.subject) == ("column-released", "K02 2013-09")


async def test_the_releases_of_two_columns_at_once_are_one_message_a_unit(house, cast):
    await cast.reporter.says(f"{PASTE}\nK03\n金港 86.1\n杨舍 85.2\n锦丰 87")
    await cast.reporter.taps("file")
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release-plain")
    assert len(cast.contact.sees()) == 1
    assert await count(house, reading) == 7


async def test_a_column_that_does_not_wait_any_more_is_refused_by_its_number(house, cast, waiting):
    async with house.deed_of(cast.reviewer) as (conn, city, who):
        await review_readings.release(conn, city, who, [1], now=house.now)
        with pytest.raises(Outdated, match="review-already"):
            await review_readings.release(conn, city, who, [1], now=house.now)


# --- one message for what waits ------------------------------------------------------------------


async def test_columns_filed_one_after_the_other_wait_in_one_message(house, cast):
    await cast.reporter.says("K02\n金港 48.2\n杨舍 55\n锦丰 28\n塘桥 17")
    await cast.reporter.taps("file")
    (first,) = cast.reviewer.sees()
    assert "待审核：公共财政预算收入" in first.text
    await cast.reporter.says("K03\n金港 86\n杨舍 85\n锦丰 87")
    await cast.reporter.taps("file")
    (shown,) = cast.reviewer.sees()
    assert shown.id == first.id
    assert "待审核：2 项" in shown.text
    assert "K02 公共财政预算收入" in shown.text
    assert {"K02", "K03"} <= set(shown.labels)
    column = await cast.reviewer.taps("K03")
    assert "税收收入占公共财政预算收入比重" in column
    await cast.reviewer.taps("release")
    listed = cast.reviewer.chat.messages[first.id]
    assert "K03" not in listed.text
    assert "公共财政预算收入" in listed.text
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    listed = cast.reviewer.chat.messages[first.id]
    assert "都已审核" in listed.text
    assert listed.keys == ()


async def test_columns_handed_in_together_are_one_push(house, cast):
    await cast.reporter.says(
        "K02\n金港 48.2\n杨舍 55\n锦丰 28\n塘桥 17\nK03\n金港 86\n杨舍 85\n锦丰 87"
    )
    await cast.reporter.taps("file")
    (shown,) = cast.reviewer.sees()
    assert "待审核：2 项" in shown.text
    assert shown.edited == 0


async def test_on_another_day_a_new_message_closes_the_old_list(house, cast):
    await cast.reporter.says(
        "K02\n金港 48.2\n杨舍 55\n锦丰 28\n塘桥 17\nK03\n金港 86\n杨舍 85\n锦丰 87"
    )
    await cast.reporter.taps("file")
    (old,) = cast.reviewer.sees()
    house.passes(days=1)
    await cast.reporter.says("K02\n金港 48.3\n杨舍 55\n锦丰 28\n塘桥 17")
    await cast.reporter.taps("file")
    cast.reviewer.sees()
    assert "见下方新消息" in cast.reviewer.chat.messages[old.id].text
    newest = list(cast.reviewer.chat.messages.values())[-1]
    assert newest.id != old.id
    assert "待审核：2 项" in newest.text
