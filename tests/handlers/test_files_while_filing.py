"""A file sent in the middle of filing: figures are told from evidence, and asked where unsure."""

import pytest
import sheets
from past_figures import SEPTEMBER, by_town
from rough_hands import bugs, presses
from workbooks import downloaded, filled

from storage import readings

TOWNS = ("T01", "T02", "T03", "T04")
BARE = [["金港", 48.2], ["杨舍", 55], ["锦丰", 28], ["塘桥", 17]]
NAMED = [["单位", "公共财政预算收入（亿元）"], *BARE]
UNNAMED = [["单位", "1-9月累计"], *BARE]
OTHER = [["姓名", "电话"], ["张三", 5611], ["李四", 5622]]
STEPS = ("each", "reason", "evidence")


def blank_figures():
    return {("K02", unit): value for unit, value in zip(TOWNS, (48.2, 55, 28, 17), strict=True)}


async def stands(cast, step):
    """Bring the reporter to one of the steps at which evidence may be sent."""
    await cast.reporter.says("/file K02")
    if step == "each":
        await cast.reporter.taps("each")
        return
    await cast.reporter.says("1=482 2=-3 3=28 4=17" if step == "reason" else "1=48.2")
    await cast.reporter.taps("explain" if step == "reason" else "evidence")


async def filed(house):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        columns = await readings.filings_of_period(conn, SEPTEMBER)
        if not columns:
            return {}
        found = await readings.readings_of(conn, columns[-1].id)
        return {city.unit(each.unit_id).code: str(each.value) for each in found}


@pytest.mark.parametrize("step", STEPS)
async def test_our_own_blank_is_figures_wherever_it_is_sent(house, cast, step):
    content = filled(await downloaded(house, await cast.reporter.says("填报表")), blank_figures())
    await stands(cast, step)
    shown = await cast.reporter.sends_document("9月.xlsx", content=content)
    assert "金港　— → 48.2" in shown
    await cast.reporter.taps("file")
    assert await filed(house) == by_town("48.2", 55, 28, 17)


@pytest.mark.parametrize("step", STEPS)
async def test_a_table_of_ones_own_figures_is_asked_about(house, cast, step):
    await stands(cast, step)
    shown = await cast.reporter.sends_document("9月.xlsx", content=sheets.xlsx(NAMED))
    assert "《9月.xlsx》里读到 4 个您负责的数" in shown
    assert "金港　— → 48.2" in await cast.reporter.taps("📊 是报送数据")
    assert await bugs(house) == []


@pytest.mark.parametrize("step", STEPS)
async def test_said_to_be_evidence_it_is_evidence(house, cast, step):
    await stands(cast, step)
    before = cast.reporter.panel
    await cast.reporter.sends_document("明细.xlsx", content=sheets.xlsx(NAMED))
    asked = cast.reporter.panel
    assert "明细.xlsx" in await cast.reporter.taps("📎 是佐证材料")
    again = await cast.reporter.taps("📎 是佐证材料", on=asked)  # an old button changes nothing
    assert "明细.xlsx" in again
    assert await cast.reporter.taps("cancel")
    assert before.id != asked.id
    assert await bugs(house) == []


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("name", "content"),
    [("通讯录.xlsx", sheets.xlsx(OTHER)), ("证明.pdf", b"%PDF-1.4 ..."), ("说明.txt", b"hello")],
)
async def test_what_holds_no_figures_is_evidence_at_once(house, cast, step, name, content):
    await stands(cast, step)
    shown = await cast.reporter.sends_document(name, content=content)
    assert name in shown
    assert "哪一项指标" not in shown
    assert "是要报送的数据" not in shown
    assert await bugs(house) == []


# --- a table that names no indicator -------------------------------------------------------------


@pytest.mark.parametrize("table", [UNNAMED, BARE])
@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv", "txt"])
async def test_a_table_without_an_indicator_is_kept_and_asked_about(house, cast, table, kind):
    text = "\n".join(f"{unit} {value}" for unit, value in BARE)
    content = {
        "xlsx": sheets.xlsx(table, name="Sheet1"),
        "ods": sheets.ods(table),
        "csv": "\n".join(f"{a},{b}" for a, b in table).encode(),
        "txt": text.encode(),
    }[kind]
    shown = await cast.reporter.sends_document(f"表.{kind}", content=content)
    assert "这 4 个数是哪一项指标" in shown
    assert {"K02 公共财政预算收入", "K03 税收收入占公共财政预算收入比重"} <= set(shown.labels)
    assert "金港　— → 48.2" in await cast.reporter.taps("K02 公共财政预算收入")
    await cast.reporter.taps("file")
    assert await filed(house) == by_town("48.2", 55, 28, 17)
    assert house.files.read_count == 1


async def test_none_of_these_leaves_the_table_out(house, cast):
    await cast.reporter.sends_document("表.xlsx", content=sheets.xlsx(BARE, name="Sheet1"))
    asked = cast.reporter.panel
    shown = await cast.reporter.taps("✖ 都不是，不读这张表")
    assert "2013年9月填报" in shown
    await cast.reporter.taps("K02 公共财政预算收入", on=asked)
    assert await filed(house) == {}
    assert await bugs(house) == []


async def test_shares_that_may_be_per_cent_are_asked_about_after_the_indicator(house, cast):
    table = [["单位", "1-9月累计"], ["金港", 0.86], ["杨舍", 0.85], ["锦丰", 0.87]]
    content = sheets.xlsx(table, name="Sheet1")
    assert "这 3 个数是哪一项指标" in await cast.reporter.sends_document("表.xlsx", content=content)
    asked = await cast.reporter.taps("K03 税收收入占公共财政预算收入比重")
    assert "⬜" not in asked
    shown = await cast.reporter.taps("hundred")
    assert "金港　— → 86" in shown


async def test_a_head_that_names_something_else_is_not_offered_as_ones_own(house, cast):
    table = [["单位", "招商引资到账额"], ["金港", 3], ["杨舍", 4]]
    shown = await cast.reporter.sends_document("表.xlsx", content=sheets.xlsx(table, name="S1"))
    assert "哪一项指标" not in shown


async def test_a_forged_choice_changes_nothing(house, cast):
    await cast.reporter.sends_document("表.xlsx", content=sheets.xlsx(BARE, name="Sheet1"))
    key = next(k for row in cast.reporter.panel.keys for k in row if ":of:" in k.data)
    forged = key.data.rpartition(":")[0] + ":99"
    await presses(cast.reporter, forged, message_id=cast.reporter.panel.id)
    assert await filed(house) == {}
    assert await bugs(house) == []
