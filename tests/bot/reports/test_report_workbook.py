"""The workbook, read back by another program."""

import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
import report_cast as cast
import report_cast_charts as charts_cast
from python_calamine import CalamineWorkbook

from bot.reports import workbook
from handlers.books import MonthlyBook
from handlers.report_lines import BurdenLine
from handlers.texts import Texts

CATALOGUE = Texts.load()


def read(book, lang="zh"):
    made = CalamineWorkbook.from_filelike(BytesIO(workbook.write(book, lang, CATALOGUE)))
    return {name: made.get_sheet_by_name(name).to_python() for name in made.sheet_names}


def inside(book, lang="zh"):
    with zipfile.ZipFile(BytesIO(workbook.write(book, lang, CATALOGUE))) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist()}


def test_the_sheets_are_there_in_both_languages():
    assert list(read(charts_cast.monthly())) == [
        "排名",
        "排名 经济服务类",
        "指标得分",
        "指标得分 经济服务类",
        "数据",
        "报送情况",
        "观测",
        "评分方法",
        "说明",
    ]
    assert list(read(charts_cast.monthly(), "en")) == [
        "Ranking",
        "Ranking 经济服务类",
        "Points",
        "Points 经济服务类",
        "Figures",
        "Filing",
        "Observations",
        "Methods",
        "Notes",
    ]


def test_scores_and_places_come_back_as_the_same_numbers():
    book = charts_cast.monthly()
    rows = read(book)["排名"][workbook.FIRST_ROW :]
    for row, line in zip(rows, book.rankings[0].lines, strict=True):
        assert row[0] == line.place
        assert row[2] == line.unit_name
        assert Decimal(str(row[3])) == line.score
        assert row[8:11] == [float(part) for part in line.block_points]


def test_an_unranked_unit_has_empty_cells_and_not_zeros():
    row = read(charts_cast.monthly())["排名 经济服务类"][-1]
    assert row[0] == row[3] == row[4] == ""


def test_the_three_absences_stand_as_words_among_the_points():
    cells = {cell for row in read(charts_cast.monthly())["指标得分"] for cell in row}
    assert {"未报", "不适用", "无数据"} <= cells


def test_on_time_late_and_missing_add_up_to_what_was_due():
    for row in read(charts_cast.monthly())["报送情况"][workbook.FIRST_ROW :]:
        assert row[2] == row[3] + row[4] + row[5]


def test_the_notes_name_versions_moment_and_invention():
    said = " ".join(str(cell) for row in read(charts_cast.monthly())["说明"] for cell in row)
    assert "共 951 条，摘要 9f2c41d07b" in said
    assert "2013年10月8日 17:00" in said
    assert "演示数据，非真实数据" in said


def test_each_method_stands_in_a_row_with_its_source():
    row = read(charts_cast.monthly())["评分方法"][workbook.FIRST_ROW]
    assert row[3] == "progress:50|growth:30|contribution:20"
    assert row[5] == '=HYPERLINK("http://example.org")'


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "http://a.example"]
)
def test_a_text_that_looks_like_a_formula_or_an_address_stays_a_text(text):
    ranking = cast.town_ranking()
    odd = type(ranking.lines[0])(**vars(ranking.lines[0]) | {"unit_name": text})
    book = MonthlyBook(
        heading=ranking.heading,
        rankings=(type(ranking)(**vars(ranking) | {"lines": (odd,)}),),
        remarks=(text,),
    )
    assert read(book)["排名"][workbook.FIRST_ROW][2] == text
    parts = inside(book)
    assert not any("<f>" in part or "<hyperlink" in part for part in parts.values())


def test_heads_are_frozen_filtered_and_printed_on_a4():
    sheet = inside(charts_cast.monthly())["xl/worksheets/sheet1.xml"]
    assert 'state="frozen"' in sheet
    assert "<autoFilter" in sheet
    assert 'paperSize="9"' in sheet
    assert 'orientation="landscape"' in sheet


def test_the_same_book_gives_the_same_bytes():
    book = charts_cast.monthly()
    assert workbook.write(book, "zh", CATALOGUE) == workbook.write(book, "zh", CATALOGUE)


def test_names_that_a_sheet_may_not_have_are_made_fit_and_kept_apart():
    ranking = cast.town_ranking()
    names = ("a/b:c*d?[e]", "a/b:c*d?[e]", "很长的类别名称" * 8, "很长的类别名称" * 8)
    book = MonthlyBook(
        heading=ranking.heading,
        rankings=tuple(
            type(ranking)(heading=cast.heading(name), full_points=Decimal(1000), lines=())
            for name in names
        ),
    )
    sheets = list(read(book))
    assert len(sheets) == len(set(sheets)) == 5
    assert all(len(name) <= 31 for name in sheets)


@pytest.mark.parametrize(("lang", "sheet"), [("zh", "减负账"), ("en", "Burden")])
def test_the_burden_has_a_sheet_in_a_copy_that_holds_it_and_none_in_any_other(lang, sheet):
    line = BurdenLine(
        unit_code="JJ04", unit_name="财政局", person="林晓燕", messages=4, taps=6, pushes=3
    )
    whole = replace(line, person="", figures=40)
    book = replace(charts_cast.monthly(), burden=(whole, line))
    rows = read(book, lang)[sheet][workbook.FIRST_ROW :]
    assert [row[3:] for row in rows] == [[4, 6, 10, 3, 40], [4, 6, 10, 3, ""]]
    assert rows[1][2] == "林晓燕"
    assert sheet not in read(charts_cast.monthly(), lang)
