"""Pasted figures, as people paste them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.grammar.answers import NoDataSaid, NotApplicableSaid, Number
from handlers.grammar.columns import read_paste
from scoring.periods import Period

SEPTEMBER = Period(2013, 9)


@pytest.fixture(scope="session")
def read(towns, indicators):
    def read_text(text, **others):
        return read_paste(text, units=towns, indicators=indicators, latest=SEPTEMBER, **others)

    return read_text


def _values(column):
    return {
        cell.unit_code: cell.answer.value
        for cell in column.cells
        if isinstance(cell.answer, Number)
    }


def _bases(column):
    return {cell.unit_code: cell.base for cell in column.cells if cell.base is not None}


def _reasons(paste):
    return [(problem.line_no, problem.reason.id) for problem in paste.problems]


def _d(**numbers):
    return {name: Decimal(number) for name, number in numbers.items()}


def test_the_message_of_the_commerce_bureau_is_read_whole(read):
    paste = read(
        "/report K09 9月\n"
        "金港 3.21 2.90\n"
        "开发区 2.05，上年1.98\n"
        "冶金园：1.10亿美元（1.20）\n"
        "凤凰 1,493万美元 / 乐余 无 / 常阴沙 -"
    )
    assert paste.problems == ()
    (column,) = paste.columns
    assert (column.indicator_code, column.period) == ("K09", SEPTEMBER)
    assert _values(column) == _d(T01="3.21", T02="2.05", T03="1.10", T05="0.1493")
    assert _bases(column) == _d(T01="2.90", T02="1.98", T03="1.20")
    said = {cell.unit_code: cell.answer for cell in column.cells}
    assert said["T06"] == NoDataSaid()
    assert said["T09"] == NotApplicableSaid()
    assert column.missing == ("T04", "T07", "T08", "T10")
    assert column.stated_total is None
    assert [(cell.unit_code, cell.line_no, cell.text) for cell in column.cells[3:]] == [
        ("T05", 5, "凤凰 1,493万美元"),
        ("T06", 5, "乐余 无"),
        ("T09", 5, "常阴沙 -"),
    ]


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("/填报 K09 9月", Period(2013, 9)),
        ("K09 实际利用外资 9月", Period(2013, 9)),
        ("到账外资 2013年9月", Period(2013, 9)),
        ("实际利用外资（到账外资） 1—9月累计", Period(2013, 9)),
        ("2013年1-8月实际利用外资情况", Period(2013, 8)),
        ("k09 2013-07", Period(2013, 7)),
        ("K09 12月", Period(2012, 12)),
        ("K09 上半年", Period(2013, 6)),
        ("K09 2012年前三季度", Period(2012, 9)),
        ("K09 一季度", Period(2013, 3)),
        ("K09", None),
    ],
)
def test_the_first_line_names_indicator_and_month(read, heading, period):
    (column,) = read(f"{heading}\n金港 3.21").columns
    assert (column.indicator_code, column.period) == ("K09", period)
    assert _values(column) == _d(T01="3.21")


def test_heading_and_figures_may_share_one_line(read):
    paste = read("到账外资 2013年9月 金港 3.21 / 开发区 2.05；乐于 3；南丰2.1 合计 9")
    (column,) = paste.columns
    assert _values(column) == _d(T01="3.21", T02="2.05", T07="2.1")
    assert column.stated_total is not None
    assert column.stated_total.value == 9
    assert _reasons(paste) == [(1, "grammar-unknown-unit")]
    assert paste.problems[0].reason.given["near"] == "乐余"


def test_the_order_of_units_never_matters(read):
    lines = [f"{name} {n}" for n, name in enumerate(["金港", "杨舍", "锦丰", "塘桥", "凤凰"], 1)]
    forward = read("K09 9月\n" + "\n".join(lines)).columns[0]
    backward = read("K09 9月\n" + "\n".join(reversed(lines))).columns[0]
    assert _values(forward) == _values(backward)
    assert forward.missing == backward.missing


def test_the_measure_of_the_sheet_applies_to_bare_numbers(read):
    paste = read(
        "张家港市2013年1-9月实际利用外资完成情况\n单位：万美元\n"
        "1. 金港 32100 29000\n2. 杨舍 20500（19800）\n3. 大新 0.2亿美元\n合计 90,000"
    )
    assert paste.problems == ()
    (column,) = paste.columns
    assert _values(column) == _d(T01="3.21", T02="2.05", T08="0.2")
    assert _bases(column) == _d(T01="2.9", T02="1.98")
    assert column.stated_total is not None
    assert column.stated_total.value == 9


@pytest.mark.parametrize("name", ["合计", "总计", "全市", "合 计", "全市合计", "各区镇合计"])
def test_a_total_is_kept_apart_and_never_a_unit(read, name):
    paste = read(f"K09 9月\n金港 3\n{name} 10.5")
    assert paste.problems == ()
    total = paste.columns[0].stated_total
    assert total is not None
    assert (total.value, total.line_no) == (Decimal("10.5"), 3)


def test_good_lines_are_kept_and_each_bad_line_says_why(read):
    paste = read("K09 9月\n金港 3.21\n南丰 3,0\n乌有镇 4\n塘桥 待定\n杨舍-3\n锦丰 - 3\n大新 -3")
    assert _reasons(paste) == [
        (3, "grammar-comma"),
        (4, "grammar-unknown-unit"),
        (5, "grammar-not-a-number"),
        (6, "grammar-dash-or-minus"),
        (7, "grammar-dash-or-minus"),
    ]
    assert paste.problems[0].unit_code == "T07"
    (column,) = paste.columns
    assert _values(column) == _d(T01="3.21", T08="-3")
    assert "T07" not in column.missing


def test_a_unit_given_twice_with_different_figures_keeps_neither(read):
    paste = read("K09 9月\n金港 3\n大新 1\n保税区 4")
    assert _reasons(paste) == [(4, "grammar-said-twice")]
    assert paste.problems[0].reason.given["line"] == 2
    (column,) = paste.columns
    assert _values(column) == _d(T08="1")
    assert "T01" not in column.missing


def test_a_unit_given_twice_with_the_same_figure_is_taken_once(read):
    paste = read("K09 9月\n金港 3\n保税区 3.0")
    assert paste.problems == ()
    assert _values(paste.columns[0]) == _d(T01="3")


def test_an_excel_column_has_value_and_base(read):
    paste = read("金港\t412\t380\n杨舍\t\t3\n凤凰\t无\t\n常阴沙\t-\n", default_indicator="K11")
    assert paste.problems == ()
    (column,) = paste.columns
    assert _values(column) == _d(T01="412")
    assert _bases(column) == _d(T01="380")
    assert "T02" in column.missing


def test_a_table_of_four_indicators_by_ten_towns_is_read_whole(read, towns):
    codes = ["K09", "K10", "K11", "K12"]
    rows = [[town.short_name, *(f"{n}.{k}" for k in range(1, 5))] for n, town in enumerate(towns)]
    lines = ["\t".join(["单位", *codes]), *("\t".join(row) for row in reversed(rows))]
    paste = read("9月\n" + "\n".join(lines))
    assert paste.problems == ()
    assert [column.indicator_code for column in paste.columns] == codes
    for k, column in enumerate(paste.columns, 1):
        assert column.period == SEPTEMBER
        assert column.missing == ()
        assert _values(column) == {f"T{n + 1:02}": Decimal(f"{n}.{k}") for n in range(10)}


def test_heads_tell_base_growth_measure_and_remarks_apart(read):
    paste = read(
        "序号\t区镇\tK09(万美元)\t上年同期\t增幅\t进出口总额\t上年同期\t位次\t备注\n"
        "1\t金港\t22436\t22560\t-0.5\t93.3097\t94.9969\t1\t\n"
        "2\t杨舍\t20,329\t18,079\t12.4%\t39.78\t36.09\t2\t已核\n"
        "3\t常阴沙\t-\t\t\t/\t\t\t\n"
        "4\t乌有镇\t1\t2\t\t\t\t\t\n"
        "\t合计\t42765\t\t\t133\t\t\t\n"
    )
    assert _reasons(paste) == [(5, "grammar-unknown-unit")]
    first, second = paste.columns
    assert _values(first) == _d(T01="2.2436", T02="2.0329")
    assert _bases(first) == _d(T01="2.256", T02="1.8079")
    growth = {cell.unit_code: cell.growth for cell in first.cells}
    assert growth == _d(T01="-0.5", T02="12.4") | {"T09": None}
    assert _values(second) == _d(T01="93.3097", T02="39.78")
    assert second.stated_total is not None
    assert second.stated_total.value == 133


def test_a_merged_head_reaches_over_its_columns(read):
    paste = read(
        "单位\t实际利用外资\t\t进出口总额\t\n\t累计\t上年同期\t累计\t上年同期\n金港\t1.1\t1.0\t2.1\t2.0"
    )
    assert paste.problems == ()
    first, second = paste.columns
    assert (_values(first), _bases(first)) == (_d(T01="1.1"), _d(T01="1.0"))
    assert (_values(second), _bases(second)) == (_d(T01="2.1"), _d(T01="2.0"))


def test_units_may_stand_across_the_top(read):
    paste = read("指标\t金港\t杨舍\t全市\nK09\t1.1\t1.2\t9\nK10 进出口总额\t2.1\t\t8")
    assert paste.problems == ()
    first, second = paste.columns
    assert _values(first) == _d(T01="1.1", T02="1.2")
    assert first.cells[0].line_no == 2
    assert _values(second) == _d(T01="2.1")
    assert second.stated_total is not None
    assert second.stated_total.value == 8


def test_the_months_own_figure_is_not_taken_for_the_running_total(read):
    paste = read("单位\t当月实际利用外资\t累计实际利用外资\n金港\t0.3\t3.2")
    assert paste.problems == ()
    assert _values(paste.columns[0]) == _d(T01="3.2")


def test_a_column_nobody_can_name_is_refused(read):
    paste = read("单位\tK09\t神秘数\n金港\t1\t2")
    assert _reasons(paste) == [(2, "grammar-unknown-column")]
    assert _values(paste.columns[0]) == _d(T01="1")


def test_two_columns_of_the_same_figures_are_not_chosen_between(read):
    paste = read("单位\tK09\tK09\n金港\t1\t2\n杨舍\t3\t")
    assert _reasons(paste) == [(2, "grammar-two-columns")]
    assert _values(paste.columns[0]) == _d(T02="3")


def test_a_chat_line_under_several_indicators_needs_a_figure_for_each(read):
    paste = read("K09 K10 K11 K12 9月\n金港 1.1 2.2 3.3 4.4\n杨舍 1 2 3\n南丰\t1\t2\t3\t无")
    assert _reasons(paste) == [(3, "grammar-column-count")]
    assert [_values(column).get("T01") for column in paste.columns] == [
        Decimal(n) for n in ("1.1", "2.2", "3.3", "4.4")
    ]
    assert _values(paste.columns[2]) == _d(T01="3.3", T07="3")


def test_a_new_heading_starts_a_new_column(read):
    paste = read("K09 9月\n金港 1\n\n进出口总额\n金港 20\n开发区 30")
    first, second = paste.columns
    assert _values(first) == _d(T01="1")
    assert (second.indicator_code, second.period) == ("K10", SEPTEMBER)
    assert _values(second) == _d(T01="20", T02="30")


def test_a_part_of_the_year_is_refused_and_its_figures_are_not_taken(read):
    paste = read("K09 7-9月\n金港 1\n杨舍 2", default_indicator="K09")
    assert _reasons(paste) == [(1, "grammar-part-of-year")]
    assert paste.columns == ()


def test_without_an_indicator_nothing_is_taken_and_it_is_said_once(read):
    paste = read("金港 1\n杨舍 2")
    assert _reasons(paste) == [(1, "grammar-no-indicator")]
    assert paste.columns == ()


def test_the_only_indicator_needs_no_naming(towns, indicators):
    paste = read_paste("金港 1", units=towns, indicators=indicators[:1], latest=SEPTEMBER)
    assert paste.columns[0].indicator_code == "K03"


def test_a_fall_rate_knows_what_a_fall_is(read):
    (column,) = read("单位GDP能耗下降率 9月\n金港 下降3.9%\n杨舍 3.5").columns
    assert _values(column) == _d(T01="3.9", T02="3.5")


def test_averages_and_greetings_are_passed_over(read):
    paste = read("王主任：\n各区镇情况如下\nK09 9月\n金港 1\n全市平均 3")
    assert paste.problems == ()
    assert paste.columns[0].stated_total is None


def test_more_problems_than_anyone_reads_are_counted(read):
    paste = read("K09 9月\n" + "乌有镇 1\n" * 80)
    assert len(paste.problems) == 50
    assert paste.more_problems == 30


def test_a_contradiction_after_many_problems_still_keeps_neither_figure(read):
    paste = read("K09 9月\n金港 3\n" + "乌有镇 1\n" * 60 + "金港 4")
    assert paste.columns[0].cells == ()


def test_a_unit_whose_whole_line_failed_is_not_missing_as_well(read):
    first, _ = read("K09 K10 9月\n金港 1 2\n杨舍 1").columns
    assert "T02" not in first.missing


numbers = st.decimals(min_value=0, max_value=9999, places=4).map(abs)


@settings(max_examples=60)
@given(
    data=st.dictionaries(st.integers(0, 9), st.tuples(numbers, numbers), min_size=1),
    form=st.sampled_from(["{} {}（{}）", "{}：{}，上年{}", "{}\t{}\t{}", "{}{} 上年同期{}亿美元"]),
    order=st.randoms(use_true_random=False),
)
def test_any_set_of_towns_survives_every_form(read, towns, data, form, order):
    lines = [
        form.format(order.choice(towns[at].aliases), f"{value:f}", f"{base:f}")
        for at, (value, base) in data.items()
    ]
    order.shuffle(lines)
    paste = read("K09 9月\n" + "\n".join(lines))
    assert paste.problems == ()
    (column,) = paste.columns
    assert _values(column) == {towns[at].code: value for at, (value, _) in data.items()}
    assert _bases(column) == {towns[at].code: base for at, (_, base) in data.items()}
    assert len(column.missing) == 10 - len(data)


@given(text=st.text(max_size=300))
def test_reading_never_raises(read, text):
    read(text)


@given(
    text=st.lists(
        st.sampled_from(
            [
                "金港",
                "杨舍",
                "K09",
                "9月",
                "\t",
                "\n",
                " ",
                "/",
                "3.2",
                "上年",
                "1,5",
                "无",
                "合计",
                "-",
                "（",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_reading_near_misses_never_raises(read, text):
    read(text)


class _Named:
    aliases = ()

    def __init__(self, code, name, measure="%"):
        self.code, self.name, self.short_name, self.unit_of_measure = code, name, name, measure


def test_an_indicator_code_that_begins_like_a_unit_code_is_a_heading():
    paste = read_paste(
        "JJ01-2 9月\n发改委 88.8 77",
        units=[_Named("JJ01", "发改委")],
        indicators=[_Named("JJ01-2", "重大产业项目开工率"), _Named("JJ01-1", "投资")],
        latest=SEPTEMBER,
    )
    assert not paste.problems
    (column,) = paste.columns
    assert column.indicator_code == "JJ01-2"
    assert _values(column) == {"JJ01": Decimal("88.8")}
