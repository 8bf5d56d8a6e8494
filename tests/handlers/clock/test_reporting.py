"""How reporting stands: n of N for each monitoring unit, figure by figure, and their record."""

from datetime import timedelta
from decimal import Decimal

import pytest
from clock_city import AUGUST, SEPTEMBER, by_town

from handlers.operations.record import lapses as record
from handlers.operations.record.discipline import discipline, filing_lines
from scoring.model import Period
from scoring.timeliness import tally
from storage import periods, readings
from storage.readings import Reading


async def test_the_office_sees_n_of_n_for_each_unit_and_shares_that_make_a_whole(city):
    await _a_mixed_september(city)
    city.now("10-21 10:00")
    board = await city.office.says("报送情况")
    assert "报送情况：2013年9月，已报 2/5 项（3 个单位）" in board
    assert "应报 4：按时 1（25.0%），迟报 1（25.0%），漏报 2（50.0%）；未到期 1" in board
    assert "• 财政局 1/2：按时 1，迟报 0，漏报 1，未到期 0" in board
    assert "• 统计局 1/2：按时 0，迟报 1，漏报 0，未到期 1" in board
    assert board.text.index("财政局") < board.text.index("市绩效办")


async def test_a_tap_shows_figure_by_figure_when_it_was_due_and_when_it_came(city):
    await _a_mixed_september(city)
    city.now("10-21 10:00")
    await city.office.says("报送情况")
    shown = await city.office.taps("统计局")
    assert "市统计局：2013年9月，已报 1/2 项" in shown
    assert "🟡 迟报 1 个工作日 M08 全社会固定资产投资：10月18日（周五）18:00报送" in shown
    assert "⚪ M01 地区生产总值：未报，10月21日（周一）17:30截止" in shown
    august = await city.office.taps("◀️ 2013年8月")
    assert "市统计局：2013年8月" in august


async def test_the_board_the_late_list_and_the_report_count_the_same(city):
    await _a_mixed_september(city)
    now = city.now("10-22 10:00")
    async with city.house.deed_of(city.office) as (conn, places, _):
        lines = await discipline(conn, places, SEPTEMBER, now=now)
    whole = tally(line.state for line in lines)
    counted = filing_lines(lines)
    assert sum(each.due for each in counted) == whole.due
    assert sum(each.missing for each in counted) == whole.missing
    board = await city.office.says("报送情况")
    assert f"漏报 {whole.missing}（" in board
    for each in counted:
        assert each.on_time + each.late + each.missing == each.due


@pytest.mark.parametrize("who", ["leader", "committee", "town_leader"])
async def test_leaders_see_the_board(city, who):
    city.now("10-08 10:00")
    answer = await getattr(city, who).says("/reporting")
    assert "0/5" in answer


async def test_a_reporter_sees_their_own_unit_and_no_other(city):
    city.now("10-08 10:00")
    assert "市财政局：2013年9月，已报 0/2 项" in await city.reporter.says("报送情况")
    assert "只能查看本单位" in await city.reporter.says("报送情况 统计局")
    assert "只能查看本单位" in await city.reporter.says("报送记录 统计局")


@pytest.mark.parametrize("who", ["town_contact", "observer"])
async def test_it_is_nobody_elses_business(city, who):
    city.now("10-08 10:00")
    for words in ("报送情况", "报送记录 财政局"):
        answer = await getattr(city, who).says(words)
        assert "财政局" not in answer


@pytest.mark.parametrize(
    "typed", ["报送情况 火星", "报送情况 2013-13", "报送记录 火星", "报送记录 JJ04.2013-Q9"]
)
async def test_what_is_not_understood_is_said(city, typed):
    city.now("10-08 10:00")
    answer = await city.office.says(typed)
    assert answer.text
    assert "编号" not in answer  # no apology of a bug


async def test_a_nil_report_counts_as_reported(city):
    city.now("10-08 10:00")
    await _files(city, "K02", {f"T{n:02}": None for n in range(1, 7)})
    assert "已报 1/2 项" in await city.reporter.says("报送情况")


# --- the record -----------------------------------------------------------------------------------


async def test_the_record_says_what_took_each_point_and_that_no_unit_loses_any(city):
    await _a_mixed_september(city)
    city.now("10-28 10:00")
    shown = await city.office.says("报送记录 财政局 2013-09")
    assert "市财政局报送记录：2013年9月" in shown
    assert "42.0/45.0 分" in shown
    assert "・K03（2013-09）漏报 1 项，扣 3 分" in shown
    assert "只计监测单位，不影响被考核单位得分" in shown
    quarter = await city.office.taps("📝 本季记录")
    assert "2013年第3季度" in quarter
    assert "・K02（2013-08）漏报 1 项" in quarter


async def test_a_reporter_reads_their_own_record_without_naming_the_unit(city):
    city.now("10-28 10:00")
    assert "市财政局报送记录：2013年9月" in await city.reporter.says("报送记录")


async def test_late_days_are_counted_as_the_discipline_counts_them(city):
    city.now("10-10 10:00")
    await _files(city, "K02", by_town([1] * 6))
    found = await _lapses(city, [SEPTEMBER])
    assert [(each.kind, each.indicator, each.count) for each in found] == [
        ("late", "K02", 2),
        ("missing", "K03", 1),
    ]


async def test_a_correction_within_a_day_is_free_and_a_later_one_is_an_error(city):
    first = city.now("10-08 10:00")
    await _files(city, "K02", by_town([1] * 6))
    city.house.now = first + timedelta(hours=24)
    await _files(city, "K02", by_town([2] * 6))
    assert "error" not in {each.kind for each in await _lapses(city, [SEPTEMBER])}
    city.house.now += timedelta(hours=24, minutes=1)
    await _files(city, "K02", by_town([2, 2, 2, 2, 3, 3]))
    errors = [each for each in await _lapses(city, [SEPTEMBER]) if each.kind == "error"]
    assert [(each.indicator, each.count) for each in errors] == [("K02", 2)]


async def test_the_same_figures_filed_again_are_no_error(city):
    city.now("10-08 10:00")
    await _files(city, "K02", by_town([1] * 6))
    city.now("10-14 10:00")
    await _files(city, "K02", by_town([1] * 6))
    assert "error" not in {each.kind for each in await _lapses(city, [SEPTEMBER])}


async def test_an_error_that_had_been_published_costs_more(city):
    city.now("10-08 10:00")
    await _files(city, "K02", by_town([1] * 6))
    published = city.now("10-26 10:00")
    async with city.house.engine.begin() as conn:
        await periods.add(
            conn, scheme_id=1, period=SEPTEMBER, act="released", by=None, now=published
        )
    city.now("10-28 10:00")
    await _files(city, "K02", by_town([2] * 6))
    kinds = {each.kind for each in await _lapses(city, [SEPTEMBER])}
    assert "published-error" in kinds
    assert "error" not in kinds


async def test_odd_figures_without_a_reason_are_counted_and_explained_ones_are_not(city):
    city.now("10-08 10:00")
    odd = {"T01": ("unit-slip",), "T02": ("fell",), "T03": ("zero-base",)}
    await _files(city, "K02", by_town([1] * 6), odd=odd, reasons={"T02": "修订"})
    found = [each for each in await _lapses(city, [SEPTEMBER]) if each.kind == "odd"]
    assert [(each.indicator, each.count) for each in found] == [("K02", 1)]


async def test_a_quarter_is_its_three_months(city):
    city.now("10-28 10:00")
    months = [Period(2013, 7), AUGUST, SEPTEMBER]
    whole = await _lapses(city, months)
    assert whole == [each for month in months for each in await _lapses(city, [month])]


# --- hands ----------------------------------------------------------------------------------------


async def _a_mixed_september(city):
    city.now("10-08 10:00")
    await _files(city, "K02", by_town([1] * 6))
    city.now("10-18 18:00")
    await _files(city, "M08", by_town([1] * 6))


async def _files(city, code, values, *, odd=None, reasons=None):
    async with city.house.engine.begin() as conn:
        places = await city.house.services.shelf.take(conn, city.house.now.date())
        row = next(r for r in places.indicator_by_id.values() if r.indicator.code == code)
        column = [
            Reading(
                unit_id=places.unit_by_code[unit].id,
                answer="no_data" if value is None else "value",
                value=None if value is None else Decimal(value),
                oddities=(odd or {}).get(unit, ()),
                reason=(reasons or {}).get(unit),
            )
            for unit, value in values.items()
        ]
        filing_id = await readings.add_filing(
            conn,
            indicator_id=row.id,
            period=SEPTEMBER,
            filed_by=1,
            way="list",
            sent_at=city.house.now,
            now=city.house.now,
            readings=column,
        )
        await readings.add_review(
            conn, filing_id, outcome="released", by=2, reason=None, now=city.house.now
        )


async def _lapses(city, months):
    async with city.house.deed_of(city.office) as (conn, places, _):
        unit = places.unit_by_code["JJ04"]
        scheme = places.scheme_for(2013, "town")
        return await record.lapses(conn, places, unit, scheme, months, now=city.house.now)
