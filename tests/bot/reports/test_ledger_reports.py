"""The ledger in pictures and in the workbook: what is added and taken is what makes the score."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
import report_cast as cast
import report_cast_charts as charts_cast
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Rectangle
from python_calamine import CalamineWorkbook

from bot.reports import charts, workbook
from bot.reports.page import texts as texts_on
from handlers.report_lines import LedgerLine, LedgerRow
from handlers.texts import Texts

pytestmark = pytest.mark.slow

D = Decimal
CATALOGUE = Texts.load()
GIVEN = {
    "T02": (D(8), D(0), 0),
    "T06": (D("1.5"), D(15), 1),
    "T10": (D(0), D(0), 1),
    "JJ01": (D("0.5"), D("0.1"), 0),
    "JJ34": (D(0), D("1.25"), 1),
}
ENTRIES = (
    LedgerLine(
        number="1", code="B02", name="获国家部委或省委、省政府表彰", counted=D(15), points=D(20),
        limit="item", cap=D(15),
    ),
    LedgerLine(
        number="2", code="X09", name="整改事项逾期未完成", counted=D(-2), points=D(-2),
        limit="none", cap=D(10),
    ),
    LedgerLine(
        number="3", code="V03", name="安全生产(重大事故)", counted=D(0), points=D(0),
        limit="veto", until="2013-12-31",
    ),
)  # fmt: skip


def adjusted(book):
    lines = []
    for each in book.lines:
        bonus, deduction, vetoes = GIVEN.get(each.unit_code, (D(0), D(0), 0))
        score = each.score and each.score + bonus - deduction
        lines.append(replace(each, score=score, bonus=bonus, deduction=deduction, vetoes=vetoes))
    return replace(book, lines=tuple(lines))


def page(book, lang="zh"):
    return charts.page(book, lang, CATALOGUE)


def bars(made, gid):
    return [bar for bar in made.figure.findobj(Rectangle) if bar.get_gid() == gid]


@pytest.mark.parametrize(
    ("lang", "veto", "plus"), [("zh", "一票否决", "加减 "), ("en", "veto", "")]
)
def test_a_ranking_writes_what_the_ledger_makes_of_a_unit_beside_its_bar(lang, veto, plus):
    words = texts_on(page(adjusted(cast.town_ranking()), lang).figure)
    assert f"{plus}+8.00" in words
    assert f"{plus}−13.50" in words
    assert words.count(veto) == 2
    assert not any("+0.00" in each for each in words)


def test_the_parts_of_a_bar_with_its_bonus_end_where_the_score_is():
    book = adjusted(cast.town_ranking())
    made = page(book)
    ends = {round(bar.get_x() + bar.get_width(), 2) for bar in bars(made, "ledger")}
    first = next(each for each in book.lines if each.unit_code == "T02")
    losing = next(each for each in book.lines if each.unit_code == "T06")
    assert ends == {float(first.score), float(losing.base)}
    struck = [bar for bar in bars(made, "ledger") if bar.get_hatch()]
    assert [round(bar.get_x(), 2) for bar in struck] == [float(losing.score)]


def test_without_any_entry_a_ranking_looks_as_it_did():
    words = texts_on(page(cast.town_ranking()).figure)
    assert not any("加减" in each or "加分" in each for each in words)
    assert bars(page(cast.town_ranking()), "ledger") == []


@pytest.mark.parametrize("ranking", [cast.town_ranking, cast.agency_ranking])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_ranking_with_the_ledger_is_no_wider_and_nothing_leaves_the_page(ranking, lang):
    plain, made = page(ranking(), lang), page(adjusted(ranking()), lang)
    assert made.width == plain.width
    renderer = FigureCanvasAgg(made.figure).get_renderer()
    for text in made.figure.findobj(lambda each: hasattr(each, "get_text") and each.get_text()):
        box = text.get_window_extent(renderer)
        assert box.x0 >= -1
        assert box.x1 <= made.width + 1


@pytest.mark.parametrize(
    ("lang", "sum_said", "veto"),
    [
        ("zh", "考核得分 853.21 ＋ 加分 15 － 扣分 2 ＝ 得分 866.21", "一票否决至 2013-12-31"),
        ("en", "853.21 scored + bonus 15 − deductions 2 = 866.21", "veto until 2013-12-31"),
    ],
)
def test_a_card_names_each_entry_and_the_sum(lang, sum_said, veto):
    words = texts_on(page(replace(cast.unit_card(), ledger=ENTRIES), lang).figure)
    assert sum_said in words
    assert veto in words
    assert "+15.00" in words
    assert "−2.00" in words
    many = tuple(replace(ENTRIES[1], number=str(n)) for n in range(9))
    words = " ".join(texts_on(page(replace(cast.unit_card(), ledger=many), lang).figure))
    assert "4" in words
    assert words.count("X09") == 5


def read(book, lang="zh"):
    made = CalamineWorkbook.from_filelike(BytesIO(workbook.write(book, lang, CATALOGUE)))
    return {name: made.get_sheet_by_name(name).to_python() for name in made.sheet_names}


@pytest.mark.parametrize(("lang", "sheet"), [("zh", "加减分"), ("en", "Bonus and deductions")])
def test_the_workbook_takes_every_score_apart_and_lists_the_entries(lang, sheet):
    whole = charts_cast.monthly()
    rows = tuple(
        LedgerRow(
            unit_code="T02", unit_name="杨舍", line=each, fact="事实", document="张委〔2013〕1号",
            since="2013-09-12",
        )
        for each in ENTRIES
    )  # fmt: skip
    book = replace(whole, rankings=(adjusted(whole.rankings[0]), whole.rankings[1]), ledger=rows)
    sheets = read(book, lang)
    ranked, *_ = sheets.values()
    for row in ranked[workbook.FIRST_ROW :]:
        base, bonus, deduction = (D(str(each or 0)) for each in row[8:11])
        assert base + bonus - deduction == D(str(row[3]))
    assert [row[5] for row in sheets[sheet][workbook.FIRST_ROW :]] == [15, -2, ""]
    assert sheets[sheet][workbook.FIRST_ROW + 2][7] in {
        "一票否决至 2013-12-31",
        "veto until 2013-12-31",
    }
    heads = [len(table[workbook.FIRST_ROW - 1]) for table in sheets.values()]
    assert heads[0] == heads[1] + 6, "three of the ledger and three blocks, for the towns alone"
    assert sheet not in read(whole, lang)
