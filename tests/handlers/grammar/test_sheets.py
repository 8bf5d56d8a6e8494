"""Tables as offices keep them: read where certain, asked about where not."""

import json

import pytest
import sheets

from handlers.grammar.answers import NoDataSaid, NotApplicableSaid, Number
from handlers.grammar.orders import Called, Kept, order_for
from handlers.grammar.packed_read import packed, unpacked
from handlers.grammar.read_file import read_file
from scoring.periods import Period

SEPTEMBER = Period(2013, 9)
UNITS = (
    Called("T01", "张家港保税区（金港镇）", "金港", ("金港镇", "保税区")),
    Called("T02", "张家港经济技术开发区（杨舍镇）", "杨舍", ("杨舍镇", "经开区")),
    Called("T03", "锦丰镇", "锦丰", ("冶金园",)),
    Called("T04", "塘桥镇", "塘桥", ()),
)
REVENUE = Kept("K02", "公共财政预算收入", "亿元")
SHARE = Kept("K03", "税收收入占公共财政预算收入比重", "%")
INVESTMENT = Kept("K08", "全社会固定资产投资", "亿元")
PETITIONS = Kept("S01", "信访件数", "件")
INDICATORS = (REVENUE, SHARE, INVESTMENT, PETITIONS)


def read(content, *, default="", period=SEPTEMBER):
    codes = [each.code for each in INDICATORS]
    order = order_for(UNITS, INDICATORS, codes, period, default=default)
    return read_file(content, order, lambda _done, _of: None)


def shown(cell):
    match cell.answer:
        case Number(value=value):
            return f"{value.normalize():f}"
        case NoDataSaid():
            return "无数据"
        case NotApplicableSaid():
            return "不适用"


def figures(found, code="K02"):
    cells = [
        cell for column in found.columns if column.indicator_code == code for cell in column.cells
    ]
    return {cell.unit_code: shown(cell) for cell in cells}


def bases(found, code="K02"):
    cells = [
        cell for column in found.columns if column.indicator_code == code for cell in column.cells
    ]
    return {cell.unit_code: f"{cell.base.normalize():f}" for cell in cells if cell.base is not None}


def reasons(found):
    return [(each.spot or each.line_no, each.reason.id) for each in found.problems]


FOUR = {"T01": "48.2", "T02": "55", "T03": "28", "T04": "17"}
COLUMN = [["金港", 48.2], ["杨舍", 55], ["锦丰", 28], ["塘桥", 17]]


# --- titles, heads, notes ------------------------------------------------------------------------


@pytest.mark.parametrize("make", [sheets.xlsx, sheets.xls, sheets.ods, sheets.csv])
def test_titles_above_and_notes_below_are_no_figures(make):
    rows = [
        ["2013年1—9月各区镇公共财政预算收入完成情况", None],
        ["单位：亿元", None],
        ["区镇", "累计"],
        *COLUMN,
        ["合计", 148.2],
        ["注：1.不含基金收入。2.按决算口径 12.5 计。", None],
        ["制表：张三　审核：李四", None],
    ]
    found = read(make(rows))
    assert figures(found) == FOUR
    assert found.columns[0].period == SEPTEMBER
    assert (
        found.columns[0].stated_total.value == 148_2 / 10
        or str(found.columns[0].stated_total.value) == "148.2"
    )
    assert reasons(found) == []


def test_two_rows_of_merged_heads_tell_each_column_apart():
    rows = [
        ["指标完成情况", None, None, None, None, None],
        ["单位", "公共财政预算收入（万元）", None, None, "全社会固定资产投资", "信访件数"],
        [None, "1-9月累计", "上年同期", "位次", "1-9月累计", None],
        ["金港", 482000, 410000, 2, 200, 3],
        ["杨舍", "５５０，０００", "500,000", 1, 240.5, 0],
    ]
    merged = ("A1:F1", "A2:A3", "B2:D2", "F2:F3")
    for content in (sheets.xlsx(rows, merged=merged), sheets.csv(rows), sheets.xls(rows)):
        found = read(content)
        assert (
            figures(found)
            in (
                {"T01": "48.2", "T02": "55"},
                {"T01": "48.2000", "T02": "55.0000"},
            )
            or content
        )
        assert {unit: float(value) for unit, value in figures(found).items()} == {
            "T01": 48.2,
            "T02": 55,
        }
        assert {unit: float(value) for unit, value in bases(found).items()} == {
            "T01": 41,
            "T02": 50,
        }
        assert figures(found, "K08") == {"T01": "200", "T02": "240.5"}
        assert figures(found, "S01") == {"T01": "3", "T02": "0"}


def test_units_across_the_top_are_the_same_table():
    rows = [
        ["类别", "指标", "#金港", "#杨舍", "锦丰镇", "塘桥镇"],
        ["财政", "公共财政预算收入", 48.2, 55, 28, 17],
        [None, "税收收入占公共财政预算收入比重", "86.1%", "85.2%", "87%", "—"],
        ["投资", "全社会固定资产投资", 200, 240, 150, None],
    ]
    found = read(sheets.xlsx(rows, merged=("A2:A3",)))
    assert figures(found) == FOUR
    assert figures(found, "K03") == {"T01": "86.1", "T02": "85.2", "T03": "87", "T04": "不适用"}
    assert figures(found, "K08") == {"T01": "200", "T02": "240", "T03": "150"}


def test_two_blocks_side_by_side_are_read_one_after_the_other():
    rows = [
        ["公共财政预算收入（亿元）", None, None, None, None],
        ["单位", "累计", None, "单位", "累计"],
        ["金港", 48.2, None, "锦丰", 28],
        ["杨舍", 55, None, "塘桥", 17],
    ]
    assert figures(read(sheets.xlsx(rows))) == FOUR


def test_tables_one_below_the_other_keep_their_own_heads():
    rows = [
        ["K02 公共财政预算收入（亿元）", None],
        ["单位", "累计"],
        *COLUMN[:2],
        [None, None],
        ["K08 全社会固定资产投资（亿元）", None],
        ["单位", "累计"],
        ["金港", 200],
        ["杨舍", 240],
    ]
    found = read(sheets.xlsx(rows))
    assert figures(found) == {"T01": "48.2", "T02": "55"}
    assert figures(found, "K08") == {"T01": "200", "T02": "240"}


def test_a_line_for_each_indicator_and_unit_is_read_by_its_names():
    rows = [
        ["指标", "单位名称", "计量单位", "本期数", "上年同期"],
        ["公共财政预算收入", "金港", "万元", 482000, 410000],
        [None, "杨舍", "亿元", 55, 50],
        ["信访件数", "金港", "件", 3, None],
    ]
    found = read(sheets.xlsx(rows, merged=("A2:A3",)))
    assert figures(found) == {"T01": "48.2", "T02": "55"}
    assert figures(found, "S01") == {"T01": "3"}


def test_codes_and_names_beside_each_other_are_one_unit_and_two_are_a_question():
    rows = [
        ["编号", "单位", "K02"],
        ["T01", "金港", 48.2],
        ["T02", "锦丰", 55],
        ["T03", "锦丰", 28],
    ]
    found = read(sheets.xlsx(rows))
    assert figures(found) == {"T01": "48.2", "T03": "28"}
    assert reasons(found) == [("A3", "sheet-two-names")]


def test_the_month_on_the_desk_is_picked_out_of_several():
    rows = [
        ["地区", "2013年9月", "2013年8月", "2012年9月"],
        ["金港", 48.2, 43, 41],
        ["杨舍", 55, 50, 50],
    ]
    found = read(sheets.csv(rows), default="K02")
    assert figures(found) == {"T01": "48.2", "T02": "55"}
    assert bases(found) == {"T01": "41", "T02": "50"}


# --- cells ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("４８．２", "48.2"),
        ("48.2*", "48.2"),
        ("48.2①", "48.2"),
        ("48.2(可比口径)", "48.2"),
        ("48.2（亿元）", "48.2"),
        ("482,000万元", "48.2"),
        ("(48.2)", "-48.2"),
        (48.2, "48.2"),
        (0, "0"),
        (0.1 + 0.2, "0.3"),
        (1234567.891, "1234567.891"),
        ("无", "无数据"),
        ("—", "不适用"),
        ("/", "不适用"),
    ],
)
def test_a_cell_is_read_as_it_was_meant(typed, value):
    found = read(sheets.xlsx([["单位", "K02"], ["金港", typed], ["杨舍", 55]]))
    assert figures(found)["T01"] == value


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("…", "sheet-ellipsis"),
        ("1,5", "grammar-comma"),
        ("约48", "grammar-approximate"),
        ("48.2(预计)", "grammar-approximate"),
        ("12.5%", "grammar-percent-for-amount"),
        ("48.2人", "grammar-wrong-measure"),
        ("3.1 2.9 4", "grammar-two-numbers"),
        ("=1+1", "grammar-two-numbers"),
        ("#N/A", "grammar-sheet-error"),
    ],
)
def test_a_cell_that_is_not_certain_is_named_with_its_place(typed, reason):
    found = read(sheets.xlsx([["单位", "K02"], ["金港", typed], ["杨舍", 55]]))
    assert figures(found) == {"T02": "55"}
    assert reasons(found) == [("B2", reason)]


def test_an_empty_cell_is_missing_and_never_zero():
    found = read(sheets.xlsx([["单位", "K02"], ["金港", None], ["杨舍", ""], ["锦丰", 28]]))
    assert figures(found) == {"T03": "28"}
    assert reasons(found) == []


def test_a_footnote_says_what_a_dash_stands_for():
    rows = [["单位", "K02"], ["金港", "—"], ["杨舍", 55], ["注：“—”表示无该项数据。", None]]
    assert figures(read(sheets.xlsx(rows))) == {"T01": "无数据", "T02": "55"}


def test_a_formula_counts_by_its_stored_value_and_is_named_where_there_is_none():
    rows = [["单位", "K02"], ["金港", None], ["杨舍", None]]
    content = sheets.xlsx(rows, formulas=[("B2", "=40+8.2", 48.2), ("B3", "=50+5", None)])
    found = read(content)
    assert figures(found) == {"T01": "48.2"}
    assert reasons(found) == [("B3", "sheet-formula")]


def test_a_figure_merged_over_several_units_is_nobodys():
    content = sheets.xlsx([["单位", "K02"], *COLUMN], merged=("B2:B3",))
    found = read(content)
    assert figures(found) == {"T03": "28", "T04": "17"}
    assert reasons(found) == [("B2", "sheet-shared"), ("B3", "sheet-shared")]


def test_garbled_lines_are_named_and_the_others_are_read():
    content = sheets.csv([["单位", "K02"], *COLUMN]).replace(
        "杨舍,55".encode(), "杨舍".encode() + b",5\xff\xfe5"
    )
    found = read(content)
    assert figures(found) == {"T01": "48.2", "T03": "28", "T04": "17"}
    assert reasons(found) == [(3, "sheet-garbled")]


# --- shares --------------------------------------------------------------------------------------


def test_a_percent_format_is_certain_and_a_bare_fraction_is_a_doubt():
    rows = [["单位", "K03"], ["金港", 0.861], ["杨舍", 0.852]]
    certain = read(sheets.xlsx(rows, formats={"B2": "0.0%", "B3": "0.00%"}))
    assert figures(certain, "K03") == {"T01": "86.1", "T02": "85.2"}
    assert certain.doubts == ()
    for content in (sheets.xlsx(rows), sheets.csv(rows), sheets.xls(rows)):
        found = read(content)
        assert figures(found, "K03") == {}
        assert [(each.indicator_code, len(each.cells)) for each in found.doubts] == [("K03", 2)]


def test_one_figure_above_one_settles_a_column_of_shares():
    rows = [["单位", "K03"], ["金港", 0.9], ["杨舍", 85.2]]
    found = read(sheets.xlsx(rows))
    assert figures(found, "K03") == {"T01": "0.9", "T02": "85.2"}
    assert found.doubts == ()


# --- what is not taken ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("公共财政预算收入本月", "sheet-only-one-month"),
        ("公共财政预算收入（其中：税收）", "sheet-head-unclear"),
        ("公共财政预算收入（预计）", "sheet-head-unclear"),
        ("公共财政预算收入 7-9月", "grammar-part-of-year"),
        ("公共财政预算收入（人）", "grammar-wrong-measure"),
        ("公共财政预算收入和全社会固定资产投资", "sheet-two-indicators"),
    ],
)
def test_a_head_that_may_mean_something_else_is_asked_about(head, reason):
    found = read(sheets.xlsx([["单位", head], *COLUMN]))
    assert figures(found) == {}
    assert reasons(found) == [("B1", reason)]


def test_two_columns_that_could_both_be_meant_are_asked_about():
    rows = [["单位", "公共财政预算收入", "公共财政预算收入"], ["金港", 48.2, 49], ["杨舍", 55, 56]]
    found = read(sheets.xlsx(rows))
    assert figures(found) == {}
    assert reasons(found) == [("C1", "grammar-two-columns")]


def test_a_column_of_something_else_is_left_out_by_name():
    rows = [["单位", "K02", "工业用电量", "累计"], ["金港", 48.2, 9, 8], ["杨舍", 55, 9, 8]]
    found = read(sheets.xlsx(rows), default="K08")
    assert figures(found) == {"T01": "48.2", "T02": "55"}
    assert "工业用电量" in str(found.remarks)


def test_an_unknown_unit_is_named_with_the_one_it_may_be():
    found = read(sheets.xlsx([["单位", "K02"], ["金港", 48.2], ["杨舍", 55], ["锦封", 28.5]]))
    assert figures(found) == {"T01": "48.2", "T02": "55"}
    assert reasons(found) == [("A4", "grammar-unknown-unit")]


def test_a_unit_told_twice_keeps_neither():
    found = read(sheets.xlsx([["单位", "K02"], ["金港", 48.2], ["保税区", 48.3], ["杨舍", 55]]))
    assert figures(found) == {"T02": "55"}
    assert reasons(found) == [("B3", "grammar-said-twice")]


def test_a_table_of_strangers_is_refused_in_one_sentence():
    rows = [["城市", "K02"], ["无锡", 48.2], ["常州", 55]]
    assert reasons(read(sheets.xlsx(rows))) == [("A1", "sheet-no-units")]


def test_a_pasted_column_saved_as_text_is_read_as_pasted():
    found = read("K02 9月\n金港镇 48.2 41\n经开区：55\n冶金园 28\n塘桥 17".encode())
    assert figures(found) == FOUR
    assert bases(found) == {"T01": "41"}


def test_cover_sheets_are_passed_over():
    found = read(sheets.xlsx([["单位", "K02"], *COLUMN], name="公共财政预算收入"))
    assert figures(found) == FOUR


@pytest.mark.parametrize(
    "table",
    [
        [["单位", "公共财政预算收入（亿元）", "上年同期"], ["金港", 48.2, 41], ["全市", 90, None]],
        [["单位", "1-9月累计"], ["金港", 48.2], ["杨舍", "1,5"], ["锦丰", "无"]],
        [["单位", "税收收入占公共财政预算收入比重"], ["金港", 0.8], ["杨舍", 0.7]],
        [["金港", 0.8], ["杨舍", "—"], ["塘桥", "不变"]],
        [["单位", "投资（万元）"], ["金港", "12.5万"]],
    ],
)
def test_a_reading_comes_back_from_a_draft_as_it_was(table):
    found = read(sheets.xlsx(table, name="S1"))
    assert unpacked(json.loads(json.dumps(packed(found)))) == found
