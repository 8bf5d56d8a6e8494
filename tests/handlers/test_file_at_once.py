"""Many figures with one tap: as last month, or no data; a column, what is missing, the rest."""

from dataclasses import replace
from datetime import timedelta

import pytest
from past_figures import AUGUST, SEPTEMBER, by_town, release
from rough_hands import count, presses
from small_city import MORNING, REVENUE

from scoring.model import Period, Unit
from storage import readings, schemes, units
from storage.schema import filing

LONG_AGO = MORNING - timedelta(days=60)


@pytest.fixture
async def august(house):
    """Let K02 and K03 of August be released, K03 without 塘桥, to which it does not apply."""
    await release(house, "K02", by_town(43, 50, 25, 15), period=AUGUST, at=LONG_AGO)
    await release(house, "K03", {"T01": "86", "T02": "85", "T03": "87"}, period=AUGUST, at=LONG_AGO)


async def filed(house, code):
    """Return what was filed of September last: the way each answer came out, by unit."""
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        row = next(r for r in city.indicator_by_id.values() if r.indicator.code == code)
        columns = await readings.filings_for(conn, row.id, SEPTEMBER)
        if not columns:
            return {}
        found = await readings.readings_of(conn, columns[-1].id)
        return {
            city.unit(each.unit_id).code: str(each.value) if each.value is not None else each.answer
            for each in found
        }


async def test_a_column_as_last_month_is_looked_at_and_filed_with_two_taps(house, cast, august):
    await cast.reporter.says("/file K02")
    shown = await cast.reporter.taps("same")
    assert "金港　43 → 43" in shown
    assert "回执" in await cast.reporter.taps("file")
    assert await filed(house, "K02") == by_town(43, 50, 25, 15)


async def test_what_was_typed_stays_and_only_the_missing_is_as_last_month(house, cast, august):
    await cast.reporter.says("/file K02")
    shown = await cast.reporter.says("1=48.2")
    assert "🟰 缺的 3 个与上月相同" in shown.labels
    await cast.reporter.taps("same")
    await cast.reporter.taps("file")
    assert await filed(house, "K02") == by_town("48.2", 50, 25, 15)


async def test_the_rest_of_the_month_as_last_month_with_one_tap(house, cast, august):
    await cast.reporter.says("/file")
    shown = await cast.reporter.taps("🟰 其余 2 项都与上月相同")
    assert "K02 公共财政预算收入" in shown
    assert "K03 税收收入占公共财政预算收入比重" in shown
    await cast.reporter.taps("file")
    assert await filed(house, "K02") == by_town(43, 50, 25, 15)
    assert await filed(house, "K03") == {"T01": "86", "T02": "85", "T03": "87"}


async def test_the_rest_is_what_nobody_has_filed_yet(house, cast, august):
    await cast.reporter.says("/file K02")
    await cast.reporter.taps("same")
    await cast.reporter.taps("file")
    shown = await cast.reporter.says("/file")
    assert "🟰 其余 1 项都与上月相同" in shown.labels
    shown = await cast.reporter.taps("rest-same")
    assert "K02" not in shown


async def test_the_rest_without_data_is_one_tap_too(house, cast):
    await cast.reporter.says("/file")
    shown = await cast.reporter.taps("∅ 其余 2 项都无数据")
    assert "→ 无数据" in shown
    await cast.reporter.taps("file")
    assert set((await filed(house, "K02")).values()) == {"no_data"}


@pytest.mark.parametrize("opened", ["/file K02", "/file"])
async def test_who_has_no_earlier_figure_is_named_and_nothing_is_invented(house, cast, opened):
    await cast.reporter.says(opened)
    button = "same" if opened == "/file K02" else "rest-same"
    shown = await cast.reporter.taps(button)
    assert "没有上次的数" in shown
    assert "K02 金港、K02 杨舍" in shown
    assert "file" not in shown.actions
    assert await count(house, filing) == 0


async def test_a_running_total_that_stops_growing_is_asked_about_though_it_took_one_tap(
    house, cast
):
    for month in range(1, 9):
        figures, bases = by_town(5 * month, 6 * month, 2 * month, month), by_town(*[4 * month] * 4)
        await release(house, "K02", figures, period=Period(2013, month), bases=bases, at=LONG_AGO)
    await release(house, "K02", by_town(36, 36, 36, 36), period=Period(2012, 9), at=LONG_AGO)
    await cast.reporter.says("/file K02")
    shown = await cast.reporter.taps("same")
    assert "❗金港　40 → 40" in shown
    assert "explain" in shown.actions
    assert "file" not in shown.actions


async def test_an_old_button_and_a_second_tap_answer_nothing_again(house, cast, august):
    await cast.reporter.says("/file K02")
    panel = cast.reporter.panel
    await cast.reporter.taps("same")
    await cast.reporter.taps("file")
    again = await cast.reporter.taps("same", on=panel)
    assert "这件事已经办完" in again or again.toast
    assert await count(house, filing) == 3


async def test_nobody_elses_button_answers_for_a_reporter(house, cast, august):
    await cast.reporter.says("/file K02")
    data = cast.reporter.panel.key("same").data
    await presses(cast.other_reporter, data)
    assert await count(house, filing) == 2


async def test_a_month_of_four_indicators_and_ten_towns_takes_one_message_and_one_tap(house, cast):
    await _grown(house)
    names = ["金港", "杨舍", "锦丰", "塘桥", *(f"新{n}镇" for n in range(5, 11))]
    table = ["单位\tK02\tK03\tK21\tK22"]
    for number, name in enumerate(names):
        share = "" if name == "塘桥" else 80 + number
        table.append(f"{name}\t{20 + number}\t{share}\t{30 + number}\t{40 + number}")
    shown = await cast.reporter.says("\n".join(table))
    assert all(f"{code} " in shown for code in ("K02", "K03", "K21", "K22"))
    receipt = await cast.reporter.taps("file")
    assert "回执 4" in receipt
    assert len(await filed(house, "K22")) == 10


async def test_forty_odd_figures_still_fit_into_one_message(house, cast):
    await _grown(house)
    for code in ("K02", "K21", "K22"):
        values = {f"T{n:02}": "5000" for n in range(1, 11)}
        await release(house, code, values, period=AUGUST, at=LONG_AGO)
    names = ["金港", "杨舍", "锦丰", "塘桥", *(f"新{n}镇" for n in range(5, 11))]
    table = ["单位\tK02\tK21\tK22", *(f"{name}\t5\t5\t5" for name in names)]
    shown = await cast.reporter.says("\n".join(table))
    assert "explain" in shown.actions


async def _grown(house):
    """Let there be ten towns, and four indicators of the finance bureau."""
    async with house.engine.begin() as conn:
        for n in range(5, 11):
            unit = Unit(f"T{n:02}", f"新{n}镇", f"新{n}镇", "区镇")
            await units.add(conn, unit, track="town")
        for code in ("K21", "K22"):
            extra = replace(REVENUE, code=code, name=f"指标{code}")
            await schemes.add_indicator(conn, 1, extra, monitoring_unit_id=5)
