"""A reporter files a month: three ways to the same column, questions, corrections, deadlines."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from past_figures import AUGUST, SEPTEMBER, by_town, release
from rough_hands import bugs, count, presses
from small_city import MORNING

from handlers.operations.figures import file_readings
from scoring.model import Period
from scoring.refusals import NotAllowed, Refusal
from storage import journal, periods, readings
from storage.readings import Reading
from storage.schema import filing, reading

PASTE = "K02\n金港镇 48.2 41\n经开区 55 50\n冶金园 28 25\n塘桥 17 15"
K02 = "K02 公共财政预算收入"
ON_TIME = "按时（10月10日（周四）17:30截止）"


@pytest.fixture
async def august(house):
    """Let August be released, with last year's figures."""
    await release(
        house,
        "K02",
        by_town(43, 50, 25, 15),
        period=AUGUST,
        bases=by_town(37, 45, 22, 14),
        at=MORNING - timedelta(days=20),
    )


async def column(house, code="K02", period=SEPTEMBER):
    """Return the newest column as it was filed: value by unit code, and the filing."""
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        row = next(r for r in city.indicator_by_id.values() if r.indicator.code == code)
        found = (await readings.filings_for(conn, row.id, period))[-1]
        filed = await readings.readings_of(conn, found.id)
        return found, {city.unit(each.unit_id).code: each for each in filed}


async def values(house, code="K02"):
    _, cells = await column(house, code)
    return {unit: str(each.value) for unit, each in cells.items()}


def cells_of(answer):
    """Return the lines of the difference, whatever way they were typed."""
    return [line for line in answer.text.splitlines() if "→" in line]


# --- three ways ------------------------------------------------------------------------------


async def test_one_message_holds_a_whole_month(house, cast):
    await cast.reporter.says("填报")
    listed = await cast.reporter.taps(K02)
    assert "1. 金港　上月 —｜上年 —｜计划 45.00" in listed
    shown = await cast.reporter.says("1=48.2 2=55 3=28 4=17")
    assert "金港　— → 48.2" in shown
    assert ON_TIME in await cast.reporter.taps("file")
    assert await values(house) == by_town("48.2", 55, 28, 17)


async def test_the_three_ways_end_in_the_same_difference_and_the_same_figures(house, cast):
    ends = []
    for way in ("list", "pasted", "steps"):
        await cast.reporter.says("/file")
        await cast.reporter.taps(K02)
        if way == "list":
            shown = await cast.reporter.says("1=48.2 2=55 3=28 4=17")
        elif way == "pasted":
            shown = await cast.reporter.says("金港镇 48.2\n经开区 55\n冶金园 28\n塘桥 17")
        else:
            await cast.reporter.taps("each")
            for typed in ("48.2", "55", "28"):
                await cast.reporter.says(typed)
            shown = await cast.reporter.says("17")
        ends.append(cells_of(shown))
        await cast.reporter.taps("file")
        found, _ = await column(house)
        assert found.way == way
        assert await values(house) == by_town("48.2", 55, 28, 17)
    assert ends[0] == ends[1] == ends[2]
    assert len(ends[0]) == 4


async def test_a_pasted_column_is_read_by_aliases_in_any_order_with_last_years_figures(house, cast):
    await cast.reporter.says("/file")
    await cast.reporter.says(
        "K02 9月\n塘桥镇\t17\t15\n保税区\t48.2\t41\n冶金园\t28\t25\n经开区\t55\t50"
    )
    await cast.reporter.taps("file")
    _, cells = await column(house)
    assert {unit: str(each.base) for unit, each in cells.items()} == by_town(41, 50, 25, 15)


async def test_two_columns_in_one_paste_are_two_columns_with_two_receipts(house, cast):
    await cast.reporter.says("/file")
    shown = await cast.reporter.says(f"{PASTE}\nK03\n金港 86.1\n杨舍 85.2\n锦丰 87")
    assert "K02 公共财政预算收入" in shown
    assert "K03 税收收入占公共财政预算收入比重" in shown
    receipt = await cast.reporter.taps("file")
    assert "回执 1" in receipt
    assert "回执 2" in receipt
    assert "本月您的指标已全部报送" in receipt
    assert await values(house, "K03") == by_town("86.1", "85.2", 87)


async def test_figures_may_come_with_the_command_itself(house, cast):
    assert "金港　— → 48.2" in await cast.reporter.says(f"/file {PASTE}")


async def test_one_by_one_offers_nothing_same_and_skip(house, cast, august):
    await cast.reporter.says("/file")
    await cast.reporter.taps(K02)
    first = await cast.reporter.taps("each")
    assert "1/4 金港" in first
    assert first.labels[:4] == ["无数据", "不适用", "与上次相同", "跳过"]
    assert "2/4 杨舍" in await cast.reporter.taps("nil")
    assert "3/4 锦丰" in await cast.reporter.taps("na")
    assert "4/4 塘桥" in await cast.reporter.taps("same")
    shown = await cast.reporter.taps("skip")
    assert "金港　43 → 无数据" in shown
    assert "杨舍　50 → 不适用" in shown
    assert "锦丰　25 → 25" in shown
    assert "缺 1 个区镇：塘桥" in shown


async def test_unchanged_takes_the_last_figures_and_says_where_there_are_none(house, cast, august):
    await cast.reporter.says("/file")
    await cast.reporter.taps(K02)
    shown = await cast.reporter.says("1=48.2 其余不变")
    assert "杨舍　50 → 50" in shown
    await cast.reporter.says("/cancel")
    await cast.other_reporter.says("/file")
    assert "没有上次的数，不能填“不变”" in await cast.other_reporter.says("1=不变")


async def test_no_data_for_everybody_is_one_tap(house, cast):
    await cast.other_reporter.says("填报")
    await cast.other_reporter.taps("全部无数据")
    await cast.other_reporter.taps("file")
    _, cells = await column(house, "K08")
    assert {each.answer for each in cells.values()} == {"no_data"}
    assert len(cells) == 4


async def test_a_unit_to_which_an_indicator_does_not_apply_is_not_asked(house, cast):
    await cast.reporter.says("/file")
    listed = await cast.reporter.taps("K03 税收收入占公共财政预算收入比重")
    assert "塘桥" not in listed
    shown = await cast.reporter.says("金港 86\n塘桥 87")
    assert "《税收收入占公共财政预算收入比重》不考核这个单位" in shown
    assert "缺 2 个区镇：杨舍、锦丰" in shown


@pytest.mark.parametrize(
    "typed",
    ["你好", "金港", "1=", "金港 abc", "😀😀", "金港金港金港", "0x1F", "１２，，３", "四十八点二"],
)
async def test_what_cannot_be_read_is_said_and_nothing_is_lost(house, cast, typed):
    await cast.reporter.says("/file")
    await cast.reporter.taps(K02)
    await cast.reporter.says("1=48.2")
    answer = await cast.reporter.says(typed)
    assert "金港　— → 48.2" in answer
    assert "⚠️" in answer or "没有读出任何数值" in answer
    assert await bugs(house) == []


@pytest.mark.parametrize("typed", ["48.2", "４８．２", "48.2亿元", "482000万元", "48.20 亿"])
async def test_a_number_may_be_spelled_as_people_spell_it(house, cast, typed):
    await cast.reporter.says("/file")
    await cast.reporter.taps(K02)
    await cast.reporter.taps("each")
    assert "2/4" in await cast.reporter.says(typed)
    await cast.reporter.taps("look")
    await cast.reporter.taps("file")
    _, cells = await column(house)
    assert cells["T01"].value == Decimal("48.2")


# --- a paste without a command ---------------------------------------------------------------


async def test_a_paste_opens_the_errand_by_itself(house, cast):
    shown = await cast.reporter.says(PASTE)
    assert "请核对 2013年9月" in shown
    await cast.reporter.taps("file")
    assert await values(house) == by_town("48.2", 55, 28, 17)


async def test_a_paste_that_names_no_indicator_opens_the_choice_and_says_what_is_missing(cast):
    shown = await cast.reporter.says("金港 48.2\n杨舍 55")
    assert "没有写明是哪个指标" in shown
    assert K02 in shown.labels


async def test_whoever_has_one_indicator_needs_to_name_none(cast):
    assert "K08 全社会固定资产投资" in await cast.other_reporter.says("金港 190\n杨舍 230")


@pytest.mark.parametrize(
    "typed",
    [
        "你好",
        "金港的书记是谁？",
        "K02 怎么填",
        "3.21",
        "2013 年 9 月 金港",
        "周五 3 点开会",
        "金港 3 号楼",
    ],
)
async def test_talk_that_holds_no_figures_opens_nothing(house, cast, typed):
    assert f"没有明白“{typed}”" in await cast.reporter.says(typed)
    assert "没有正在办的事" in await cast.reporter.says("/cancel")


@pytest.mark.parametrize("part", ["reviewer", "contact", "observer", "office", "leader"])
async def test_a_paste_of_anybody_else_opens_nothing(house, cast, part):
    assert "没有明白" in await getattr(cast, part).says(PASTE)
    assert await count(house, filing) == 0


async def test_a_paste_inside_another_errand_is_an_answer_there(house, cast):
    await cast.reporter.says("/deputy")
    assert "找到 0 人" in await cast.reporter.says(PASTE)


# --- somebody else's indicator, too early, locked --------------------------------------------


async def test_a_column_of_another_units_indicator_is_never_taken_for_ones_own(house, cast):
    shown = await cast.other_reporter.says(PASTE)
    assert "《公共财政预算收入》由其他单位监测，您不能填报" in shown
    assert "→" not in shown
    shown = await cast.other_reporter.says(f"K08\n金港 190\n{PASTE}")
    assert "由其他单位监测" in shown
    assert cells_of(shown) == ["金港　— → 190　同比 —｜计划 180.00"]


async def test_a_forged_button_of_another_units_indicator_is_refused(house, cast):
    async with house.deed_of(cast.reporter) as (_, city, _who):
        rows = {r.indicator.code: r.id for r in city.indicator_by_id.values()}
    assert "由其他单位监测" in await cast.reporter.says(f"/file {rows['K08']}")
    await cast.reporter.says("/file")
    assert "由其他单位监测" in await _picks(cast.reporter, rows["K08"])
    assert await count(house, filing) == 0


async def _picks(someone, indicator_id):
    key = someone.panel.key("pick")
    head = key.data.rpartition(":")[0]
    return await presses(someone, f"{head}:{indicator_id}", message_id=someone.panel.id)


async def test_a_month_that_is_not_over_cannot_be_filed(house, cast):
    assert "2012年10月不需要填报" in await cast.reporter.says("/file K02 10月\n金港 48.2")
    assert "2012年9月不需要填报" in await cast.reporter.says("K02 2012年9月\n金港 48.2")
    async with house.deed_of(cast.reporter) as (conn, city, who):
        row = city.due_for(who.units_as("reporter"), SEPTEMBER)[0]
        unit = city.units_of(row)[0]
        with pytest.raises(Refusal, match="file-too-early"):
            await file_readings.file_column(
                conn,
                city,
                who,
                row,
                Period(2013, 10),
                [Reading(unit_id=unit.id, answer="no_data")],
                way="list",
                sent_at=house.now,
                now=house.now,
            )


async def test_a_unit_that_is_not_asked_cannot_be_filed_by_any_door(house, cast):
    async with house.deed_of(cast.reporter) as (conn, city, who):
        row = next(r for r in city.indicator_by_id.values() if r.indicator.code == "K03")
        for column_of in ([], [Reading(unit_id=city.unit_by_code["T04"].id, answer="no_data")]):
            with pytest.raises(Refusal, match="file-wrong-units"):
                await file_readings.file_column(
                    conn,
                    city,
                    who,
                    row,
                    SEPTEMBER,
                    column_of,
                    way="list",
                    sent_at=house.now,
                    now=house.now,
                )


async def _frozen(house, *, code=None):
    async with house.engine.begin() as conn:
        await periods.add(conn, scheme_id=1, period=SEPTEMBER, act="frozen", by=None, now=house.now)


async def test_a_locked_month_says_which_rule_since_when_and_the_way_out(house, cast):
    await _frozen(house)
    answer = await cast.reporter.says(PASTE)
    assert "🔒 2013年9月已锁定，《公共财政预算收入》不能再改" in answer
    assert "本月已于 10月8日（周二）09:00 冻结" in answer
    assert "⏳ 申请延期" in answer.labels
    assert await count(house, filing) == 0


async def test_a_month_locked_while_it_was_typed_is_refused_at_the_last_step(house, cast):
    await cast.reporter.says(PASTE)
    await _frozen(house)
    answer = await cast.reporter.taps("file")
    assert "🔒" in answer
    assert "⏳ 申请延期" in answer.labels
    assert await count(house, filing) == 0


async def test_a_reopened_indicator_is_filed_and_the_others_stay_locked(house, cast):
    await _frozen(house)
    async with house.engine.begin() as conn:
        k02 = 1
        await periods.add(
            conn,
            scheme_id=1,
            period=SEPTEMBER,
            act="reopened",
            by=None,
            now=house.now,
            indicator_id=k02,
            until_at=house.now + timedelta(hours=2),
        )
    await cast.reporter.says(PASTE)
    assert "已提交审核" in await cast.reporter.taps("file")
    assert "🔒" in await cast.reporter.says("K03\n金港 86")
    house.passes(hours=3)
    assert "🔒" in await cast.reporter.says(PASTE)


# --- partial columns and corrections ---------------------------------------------------------


async def test_a_part_may_be_filed_first_and_the_rest_is_merged_into_it(house, cast):
    await cast.reporter.says("K02\n金港 48.2\n杨舍 55")
    assert "✅ 先报已有的（缺 2）" in cast.reporter.panel.labels
    await cast.reporter.taps("file")
    house.passes(hours=1)
    await cast.reporter.says("K02\n锦丰 28\n塘桥 17\n金港 48.3")
    await cast.reporter.taps("file")
    assert await values(house) == by_town("48.3", 55, 28, 17)
    async with house.engine.begin() as conn:
        found = await readings.filings_for(conn, 1, SEPTEMBER)
    assert [each.state for each in found] == ["replaced", "filed"]
    assert "待审核（共 1 项）" in await cast.reviewer.says("审核")


async def test_one_figure_is_mended_by_a_button_and_the_rest_stays(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("mend")
    assert "2/4 杨舍" in await cast.reporter.taps("杨舍：55")
    assert "56" in await cast.reporter.says("56")
    await cast.reporter.taps("file")
    assert await values(house) == by_town("48.2", 56, 28, 17)


async def test_a_figure_typed_again_keeps_last_years_figure(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.says("金港 48.3")
    await cast.reporter.taps("file")
    _, cells = await column(house)
    assert (cells["T01"].value, cells["T01"].base) == (Decimal("48.3"), Decimal(41))


async def test_another_month_is_not_mixed_into_what_lies_on_the_desk(house, cast):
    await cast.reporter.says(PASTE)
    answer = await cast.reporter.says("K03 8月\n金港 86")
    assert "表是另一个月的，没有读入" in answer
    assert "K03" not in "".join(cells_of(answer))


async def test_a_late_month_is_filed_for_the_month_the_paste_names(house, cast):
    assert "请核对 2013年8月" in await cast.reporter.says(PASTE.replace("K02", "K02 8月"))


# --- odd values ------------------------------------------------------------------------------


SLIP = "K02\n金港 482 41\n杨舍 55 50\n锦丰 28 25\n塘桥 17 15"


async def test_an_odd_value_is_questioned_and_cannot_be_filed_unexplained(house, cast, august):
    shown = await cast.reporter.says(SLIP)
    assert "❗金港" in shown
    assert "💬 说明异常（1）" in shown.labels
    assert "✅ 确认报送" not in shown.labels
    asked = await cast.reporter.taps("explain")
    assert "金港 公共财政预算收入：482亿元" in asked


async def test_an_odd_value_is_explained_in_words_that_the_reviewer_reads(house, cast, august):
    await cast.reporter.says(SLIP)
    await cast.reporter.taps("explain")
    shown = await cast.reporter.says("保税区企业并表")
    assert "↳ 说明：保税区企业并表" in shown
    await cast.reporter.taps("file")
    _, cells = await column(house)
    assert cells["T01"].reason == "保税区企业并表"
    assert cells["T01"].oddities
    assert "↳ 说明：保税区企业并表" in await cast.reviewer.says("审核")


async def test_a_ready_reason_is_one_tap(house, cast, august):
    await cast.reporter.says(SLIP)
    await cast.reporter.taps("explain")
    await cast.reporter.taps("ready:project")
    await cast.reporter.taps("file")
    _, cells = await column(house)
    assert cells["T01"].reason == "大项目集中入库（到账）"


async def test_an_odd_value_is_corrected_by_typing_the_right_one(house, cast, august):
    await cast.reporter.says(SLIP)
    await cast.reporter.taps("explain")
    shown = await cast.reporter.says("48.2")
    assert "❗" not in shown
    assert "✅ 确认报送" in shown.labels


async def test_the_value_that_was_meant_is_suggested_and_taken_with_one_tap(house, cast, august):
    await cast.reporter.says(SLIP)
    asked = await cast.reporter.taps("explain")
    assert "✏️ 改为 48.2" in asked.labels
    shown = await cast.reporter.taps("✏️ 改为 48.2")
    assert "金港　43 → 48.2" in shown
    await cast.reporter.taps("file")
    assert (await values(house))["T01"] == "48.2"


async def test_several_odd_values_can_be_vouched_for_at_once(house, cast, august):
    await cast.reporter.says("K02\n金港 482\n杨舍 550\n锦丰 280\n塘桥 -3")
    asked = await cast.reporter.taps("explain")
    assert "还有 4 个待说明" in asked
    await cast.reporter.taps("其余 4 个均已核对无误")
    await cast.reporter.taps("file")
    _, cells = await column(house)
    assert {each.reason for each in cells.values()} == {"已核对原始报表，数值无误"}


async def test_a_reason_of_four_thousand_characters_is_kept_to_its_limit(house, cast, august):
    await cast.reporter.says(SLIP)
    await cast.reporter.taps("explain")
    await cast.reporter.says("因" * 4000)
    await cast.reporter.taps("file")
    _, cells = await column(house)
    assert cells["T01"].reason == "因" * 200


async def test_four_questions_with_long_reasons_still_fit_into_one_message(house, cast, august):
    await cast.reporter.says("K02\n金港 482\n杨舍 550\n锦丰 280\n塘桥 -3")
    await cast.reporter.taps("explain")
    for _ in range(4):
        await cast.reporter.says("因" * 200)
    await cast.reporter.taps("file")
    assert (await cast.reviewer.says("审核")).text.count("因" * 200) == 4


# --- deadlines -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "late"),
    [
        (datetime(2013, 10, 10, 9, 30, tzinfo=UTC), 0),
        (datetime(2013, 10, 10, 9, 31, tzinfo=UTC), 1),
        (datetime(2013, 10, 11, 1, 0, tzinfo=UTC), 1),
        (datetime(2013, 10, 14, 1, 0, tzinfo=UTC), 3),
    ],
)
async def test_on_time_is_judged_by_when_it_was_sent_not_by_when_it_arrived(
    house, cast, sent, late
):
    async with house.deed_of(cast.reporter) as (conn, city, who):
        row = next(r for r in city.indicator_by_id.values() if r.indicator.code == "K02")
        receipt = await file_readings.file_column(
            conn,
            city,
            who,
            row,
            SEPTEMBER,
            [Reading(unit_id=unit.id, answer="no_data") for unit in city.units_of(row)],
            way="list",
            sent_at=sent,
            now=datetime(2013, 10, 14, 2, 0, tzinfo=UTC),
        )
    assert receipt.late_working_days == late


async def test_a_late_column_says_so_before_and_after_and_blames_no_assessed_unit(house, cast):
    house.passes(days=3)
    shown = await cast.reporter.says(PASTE)
    assert "将记为迟报；被考核单位不受影响" in shown
    assert "迟报 1 个工作日" in await cast.reporter.taps("file")


# --- returned, and versions ------------------------------------------------------------------


async def test_a_returned_column_lies_on_the_desk_again_with_its_reason(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("return")
    await cast.reviewer.says("请再核对金港")
    assert "请再核对金港" in cast.reporter.sees()
    shown = await cast.reporter.taps("✏️ 修改后重报")
    assert "审核人退回：请再核对金港" in shown
    assert len(cells_of(shown)) == 4
    await cast.reporter.says("金港 48.5")
    await cast.reporter.taps("file")
    assert await values(house) == by_town("48.5", 55, 28, 17)
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    why = await cast.contact.says("为什么 K02")
    assert "林晓燕" in why
    assert "周建平" in why
    assert "个版本" not in why, "what was returned is not for the unit to know"


async def test_a_released_column_may_be_corrected_and_both_versions_stay(house, cast):
    for value in ("48.2", "48.9"):
        await cast.reporter.says(f"K02\n金港 {value}")
        await cast.reporter.taps("file")
        await cast.reviewer.says("审核")
        await cast.reviewer.taps("release")
        house.passes(hours=1)
    assert await count(house, reading) == 2
    assert "完成 48.9" in await cast.contact.says("为什么 K02")


async def test_every_column_is_in_the_journal_and_its_chain_holds(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    async with house.engine.begin() as conn:
        assert [each.act for each in await journal.latest(conn, limit=1)] == ["column-filed"]
        assert await journal.first_broken(conn) is None


async def test_the_second_tap_on_confirm_files_nothing_twice(house, cast):
    await cast.reporter.says(PASTE)
    panel = cast.reporter.panel
    await cast.reporter.taps("file")
    again = await cast.reporter.taps("file", on=panel)
    assert "已经办完" in again
    assert await count(house, filing) == 1


@pytest.mark.parametrize("part", ["reviewer", "contact", "observer", "leader", "office", "auditor"])
async def test_nobody_but_a_reporter_files(house, cast, part):
    assert "您的角色不办理这一项" in await getattr(cast, part).says("/file")
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        row = next(r for r in city.indicator_by_id.values() if r.indicator.code == "K02")
        with pytest.raises(NotAllowed, match="file-not-yours"):
            await file_readings.check_open(conn, city, who, row, SEPTEMBER, now=house.now)
