"""Our own blank, sent while evidence is awaited: its figures are asked about, never lost."""

import pytest
import sheets
from past_figures import SEPTEMBER, by_town
from rough_hands import bugs, count, presses
from test_files_while_filing import NAMED, blank_figures, filed
from workbooks import downloaded, filled

from storage import periods
from storage.schema import evidence


@pytest.fixture
async def content(house, cast):
    """A filled-in blank, while 补佐证 of the column that was handed in waits for evidence."""
    made = filled(await downloaded(house, await cast.reporter.says("填报表")), blank_figures())
    await cast.reporter.says("/file K02")
    await cast.reporter.says("1=48 2=54 3=27 4=16")
    await cast.reporter.taps("file")
    await cast.reporter.says("补佐证")
    await cast.reporter.taps("pick")
    return made


async def test_it_is_asked_about_and_filed_with_one_tap(house, cast, content):
    shown = await cast.reporter.sends_document("9月.xlsx", content=content)
    assert "《9月.xlsx》里读到 4 个您负责的数" in shown
    shown = await cast.reporter.taps("📊 是报送数据")
    assert "金港　— → 48.2" in shown
    assert "暂放" not in shown
    await cast.reporter.taps("file")
    assert await filed(house) == by_town("48.2", 55, 28, 17)
    assert await count(house, evidence) == 0
    assert await bugs(house) == []


async def test_it_may_be_evidence_all_the_same(house, cast, content):
    await cast.reporter.sends_document("9月.xlsx", content=content)
    assert "9月.xlsx" in await cast.reporter.taps("📎 是佐证材料")
    assert await count(house, evidence) == 1
    assert await filed(house) == by_town(48, 54, 27, 16)


async def test_any_other_table_and_an_empty_blank_are_evidence_at_once(house, cast, content):
    shown = await cast.reporter.sends_document("明细.xlsx", content=sheets.xlsx(NAMED))
    assert "明细.xlsx" in shown
    assert await count(house, evidence) == 1
    await cast.reporter.sends_document("证明.pdf", "pdf-1", content=b"%PDF-1.4 ...")
    assert await count(house, evidence) == 2
    assert await bugs(house) == []


async def test_the_button_of_somebody_elses_or_an_old_file_takes_nothing(house, cast, content):
    await cast.reporter.sends_document("9月.xlsx", content=content)
    asked = cast.reporter.panel
    data = asked.key("📊 是报送数据").data
    assert "48.2" not in (await presses(cast.other_reporter, data)).text
    await cast.reporter.taps("📎 是佐证材料")
    shown = await cast.reporter.taps("📊 是报送数据", on=asked)
    assert "48.2" not in shown.text
    for forged in ("m:file:kept.", "m:file:kept.x", "m:file:kept.999"):
        assert (await presses(cast.reporter, forged)).text
    assert await filed(house) == by_town(48, 54, 27, 16)
    assert await bugs(house) == []


async def test_a_blank_of_a_locked_month_is_told_of_its_lock_once(house, cast):
    made = filled(
        await downloaded(house, await cast.reporter.says("填报表")),
        blank_figures() | {("K03", unit): 86 for unit in ("T01", "T02", "T03")},
    )
    async with house.engine.begin() as conn:
        await periods.add(conn, scheme_id=1, period=SEPTEMBER, act="frozen", by=None, now=house.now)
    shown = await cast.reporter.sends_document("9月.xlsx", content=made)
    assert shown.text.count("已锁定，《") == 1
    assert "还有 1 项同样如此：" in shown
    assert await filed(house) == {}


async def test_somebody_elses_blank_names_whose_indicators_they_are_not_once(house, cast):
    theirs = await downloaded(house, await cast.reporter.says("填报表"))
    made = filled(theirs, blank_figures() | {("K03", "T01"): 86})
    shown = await cast.other_reporter.sends_document("9月.xlsx", content=made)
    assert shown.text.count("由其他单位监测") == 1
    assert "还有 1 项同样如此：税收收入占公共财政预算收入比重。" in shown
