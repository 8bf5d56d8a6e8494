"""A reporter files by workbook: a prefilled one, and whatever tables their offices keep."""

from datetime import timedelta

import pytest
import sheets
from past_figures import AUGUST, SEPTEMBER, by_town, release
from rough_hands import bugs
from small_city import MORNING
from workbooks import downloaded, filled

from storage import periods, readings

TOWNS = ("T01", "T02", "T03", "T04")
SMALL = [
    ["单位", "公共财政预算收入（亿元）"],
    ["金港镇", 48.2],
    ["经开区", 55],
    ["冶金园", 28],
    ["塘桥", 17],
]


def k02(*values):
    return {("K02", unit): value for unit, value in zip(TOWNS, values, strict=False)}


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


async def column(house, code="K02"):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        row = next(r for r in city.indicator_by_id.values() if r.indicator.code == code)
        found = (await readings.filings_for(conn, row.id, SEPTEMBER))[-1]
        filed = await readings.readings_of(conn, found.id)
        return found, {city.unit(each.unit_id).code: each for each in filed}


async def filings(house):
    async with house.engine.begin() as conn:
        return await readings.filings_of_period(conn, SEPTEMBER)


# --- refusals first ------------------------------------------------------------------------------


async def test_only_a_reporter_gets_the_workbook(house, cast):
    for someone in (cast.contact, cast.leader, cast.office, cast.auditor):
        answer = await someone.says("填报表")
        assert all(each.artwork_id is None for each in answer)
        assert "不" in answer
    assert all(each.artwork_id is None for each in await cast.stranger.says("填报表"))
    assert await bugs(house) == []


async def test_a_file_of_somebody_who_files_nothing_is_not_read(house, cast):
    for someone in (cast.contact, cast.leader, cast.stranger, cast.observer):
        await someone.sends_document("9月.xlsx", content=sheets.xlsx(SMALL))
    assert house.files.read_count == 0
    assert await bugs(house) == []


async def test_a_file_with_somebody_elses_indicator_is_refused_by_name(house, cast):
    table = [["单位", "全社会固定资产投资（亿元）"], ["金港", 200], ["杨舍", 210]]
    answer = await cast.reporter.sends_document("投资.xlsx", content=sheets.xlsx(table))
    assert "《全社会固定资产投资》由其他单位监测，您不能填报。" in answer
    assert await filings(house) == []


async def test_a_frozen_month_is_refused_with_its_rule(house, cast):
    async with house.engine.begin() as conn:
        await periods.add(conn, scheme_id=1, period=SEPTEMBER, act="frozen", by=None, now=house.now)
    answer = await cast.reporter.sends_document("9月.xlsx", content=sheets.xlsx(SMALL))
    assert "🔒" in answer
    assert await bugs(house) == []
    assert await filings(house) == []


# --- the prefilled workbook ----------------------------------------------------------------------


async def test_a_month_is_done_in_four_messages_with_the_workbook(house, cast, august):
    blank = await downloaded(house, await cast.reporter.says("填报表"))
    shown = await cast.reporter.sends_document(
        "9月.xlsx", content=filled(blank, k02(48.2, 55, 28, 17))
    )
    assert "金港　43 → 48.2" in shown
    receipt = await cast.reporter.taps("file")
    assert "公共财政预算收入，4 个单位，按时" in receipt
    found, cells = await column(house)
    assert found.way == "workbook"
    assert {unit: str(each.value) for unit, each in cells.items()} == by_town("48.2", 55, 28, 17)


async def test_the_workbook_is_offered_where_figures_are_filed(house, cast):
    for answer in (await cast.reporter.says("填报"), await cast.reporter.taps("pick")):
        assert "📄 下载填报表" in answer.labels
    assert "2013年9月填报表" in await cast.reporter.taps("workbook")
    assert "金港　— → 48.2" in await cast.reporter.says("1=48.2")  # the conversation went on


async def test_the_workbook_says_what_is_known_of_every_cell(house, cast, august):
    await cast.reporter.says("/file K02\n金港 48.2\n杨舍 55\n锦丰 28\n塘桥 17")
    await cast.reporter.taps("file")
    content = await downloaded(house, await cast.reporter.says("/workbook"))
    rows = sheets.values(content)
    line = next(row for row in rows if row[1] == "K02" and row[4] == "T01")
    assert line[5:11] == ["金港", 60, "", 43, 45, 48.2]
    assert line[11:] == ["", "", "", ""]


async def test_words_zero_bases_reasons_and_growth_come_back_from_the_workbook(house, cast, august):
    blank = await downloaded(house, await cast.reporter.says("填报表"))
    content = filled(
        blank,
        k02("无数据", 0, "不适用", "0.0017万亿元"),
        bases={("K02", "T04"): 15},
        growths={("K02", "T04"): 13.3},
        reasons={("K02", "T02"): "企业迁出", ("K02", "T04"): "核对过"},
    )
    shown = await cast.reporter.sends_document("9月.xlsx", content=content)
    assert "按 17.0000 亿元 计" in shown or "按 17 亿元 计" in shown
    await cast.reporter.taps("file")
    _, cells = await column(house)
    assert [cells[unit].answer for unit in TOWNS] == ["no_data", "value", "not_applicable", "value"]
    assert (cells["T02"].value, cells["T02"].reason) == (0, "企业迁出")
    assert (cells["T04"].value, cells["T04"].base, str(cells["T04"].growth)) == (17, 15, "13.3")


async def test_good_lines_are_kept_and_bad_ones_say_where_why_and_what_to_do(house, cast):
    blank = await downloaded(house, await cast.reporter.says("填报表"))
    content = filled(blank, k02(48.2, "1,5", "约28", 17))
    shown = await cast.reporter.sends_document("九月.xlsx", content=content)
    assert "《九月.xlsx》：7 行，读入 2 个数；2 处没有读入" in shown
    assert "第 8 行 L8“1,5”：“1,5”中的逗号有歧义" in shown
    assert "第 9 行 L9“约28”" in shown
    assert "请填写准确数字" in shown
    assert "杨舍、锦丰" in shown.text.replace("，", "、")
    mended = await cast.reporter.sends_document(
        "改.xlsx", "d2", content=filled(blank, k02(None, 55, 28))
    )
    assert "确认报送" in " ".join(mended.labels)
    await cast.reporter.taps("file")
    _, cells = await column(house)
    assert {unit: str(each.value) for unit, each in cells.items()} == by_town("48.2", 55, 28, 17)


async def test_an_empty_workbook_sent_back_says_so(house, cast):
    blank = await downloaded(house, await cast.reporter.says("填报表"))
    assert "没有填任何数" in await cast.reporter.sends_document("9月.xlsx", content=blank)


async def test_a_workbook_of_last_month_is_not_taken_for_this_one(house, cast):
    blank = await downloaded(house, await cast.reporter.says("/workbook 2013-08"))
    content = filled(blank, k02(40, 41, 42, 43))
    await cast.reporter.says("/file K02\n金港 48.2")
    shown = await cast.reporter.sends_document("8月.xlsx", content=content)
    assert "是另一个月的，没有读入" in shown


async def test_a_file_begins_an_errand_goes_on_with_it_or_lays_another_aside(house, cast):
    assert "金港　— → 48.2" in await cast.reporter.sends_document(
        "a.xlsx", content=sheets.xlsx(SMALL)
    )
    await cast.reporter.says("排名")
    again = await cast.reporter.sends_document(
        "b.csv", "d2", content=sheets.csv([["单位", "K03"], ["金港", "86.1"]])
    )
    assert "K02" in again
    assert "K03" in again
    assert "金港　— → 86.1" in again


async def test_the_english_workbook_comes_back_as_well(house, cast):
    await cast.reporter.says("/lang en")
    blank = await downloaded(house, await cast.reporter.says("/workbook"), lang="en")
    shown = await cast.reporter.sends_document(
        "september.xlsx", content=filled(blank, k02("No data", "Not applicable", 28, 17))
    )
    await cast.reporter.taps("file")
    _, cells = await column(house)
    assert [cells[unit].answer for unit in TOWNS] == ["no_data", "not_applicable", "value", "value"]
    assert "lines" in shown


async def test_a_second_tap_and_a_second_send_record_nothing_twice(house, cast):
    await cast.reporter.sends_document("a.xlsx", content=sheets.xlsx(SMALL))
    panel = cast.reporter.panel
    await cast.reporter.taps("file", on=panel)
    await cast.reporter.taps("file", on=panel)
    assert len(await filings(house)) == 1


# --- questions -----------------------------------------------------------------------------------


FRACTIONS = [
    ["单位", "税收收入占公共财政预算收入比重"],
    ["金港", 0.861],
    ["杨舍", 0.852],
    ["锦丰", 0.87],
]


async def test_fractions_shown_as_percentages_are_read_as_such(house, cast):
    content = sheets.xlsx(FRACTIONS, formats={"B2": "0.0%", "B3": "0.0%", "B4": "0%"})
    shown = await cast.reporter.sends_document("比重.xlsx", content=content)
    assert "金港　— → 86.1" in shown


@pytest.mark.parametrize(
    ("answer", "value"), [("hundred", "86.1"), ("plain", "0.861"), ("drop", None)]
)
async def test_bare_fractions_are_asked_about_and_never_guessed(house, cast, answer, value):
    asked = await cast.reporter.sends_document("比重.xlsx", content=sheets.xlsx(FRACTIONS))
    assert "是用小数表示的百分数，还是本来就这么小" in asked
    shown = await cast.reporter.taps(answer)
    assert (f"金港　— → {value}" in shown) is (value is not None)


async def test_all_that_was_not_read_can_be_listed(house, cast):
    rows = [["单位", "K02"], ["金港", 48.2], *[[f"外地单位{n}号", n + 0.5] for n in range(20)]]
    shown = await cast.reporter.sends_document("杂.xlsx", content=sheets.xlsx(rows))
    assert "另有 12 处没有读入" in shown
    listed = await cast.reporter.taps("faults")
    assert "外地单位19号" in listed
    assert "金港　— → 48.2" in listed


async def test_a_long_reading_says_so_in_one_message_that_becomes_the_answer(
    house, cast, monkeypatch
):
    monkeypatch.setattr("handlers.bring.PATIENCE_SECONDS", 0)
    monkeypatch.setattr("handlers.bring.STEP_SECONDS", 0.01)
    house.files.pause_seconds = 0.2
    shown = await cast.reporter.sends_document("大.xlsx", content=sheets.xlsx(SMALL))
    assert len(shown) == 1
    assert shown[0].edited >= 1
    assert "正在读取" not in shown
    assert "金港　— → 48.2" in shown
    assert "回执 1" in await cast.reporter.taps("file")
