"""The quarterly feedback report as a letter, as tables and as a picture, read back."""

import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from python_calamine import CalamineWorkbook

from bot.reports import charts, feedback_heat, feedback_letter, feedback_sheets
from bot.reports.errors import UnknownFormError
from bot.reports.page import texts
from bot.reports.studio import _make
from bot.reports.wording import Words
from handlers import books
from handlers.feedback_books import (
    FeedbackBook,
    FeedbackCell,
    FeedbackLine,
    FeedbackOpen,
    FeedbackScore,
    FeedbackUnit,
    part,
)
from handlers.texts import Texts
from scoring.feedback import Tally
from scoring.observation_categories import BUILT_IN

CATALOGUE = Texts.load()
RELEASED = datetime(2013, 10, 9, 2, 0, tzinfo=UTC)


def cell(unit, category, **counted):
    before = Tally(received=1, verified=int(category == "sanitation"))
    return FeedbackCell(unit_code=unit, category=category, now=Tally(**counted), before=before)


def quarter(units=3):
    named = tuple(
        FeedbackUnit(code=f"T{n:02}", name=f"第{n}镇人民政府", short_name=f"第{n}镇")
        for n in range(1, units + 1)
    )
    cells = [
        cell(
            unit.code,
            "sanitation",
            received=9,
            verified=8,
            refuted=1,
            in_time=3,
            late=1,
            overdue=n,
            confirmed=4,
            said=1,
            open=n,
            answer_days=(1, 2, 3, 4, 9),
            fix_days=(7,),
        )
        for n, unit in enumerate(named)
    ]
    cells.append(cell("T01", "hazard", received=2, verified=2, overdue=2, open=2))
    return FeedbackBook(
        quarter="2013Q3",
        since=datetime(2013, 6, 30, 16, tzinfo=UTC),
        until=datetime(2013, 9, 30, 16, tzinfo=UTC),
        least=5,
        released_at=RELEASED,
        remark="环境卫生问题突出。\n请各单位重视。",
        office="市绩效管理委员会办公室",
        units=named,
        names={each.code: each.name for each in BUILT_IN if each.code in {"sanitation", "hazard"}},
        cells=tuple(cells),
        open=(
            FeedbackOpen(
                receipt="G-2013-0007",
                unit_code="T01",
                category="hazard",
                state="dispatched",
                since=date(2013, 7, 2),
                days=61,
                is_overdue=True,
            ),
        ),
        lines=(
            FeedbackLine(
                receipt="G-2013-0007",
                unit_code="T01",
                category="hazard",
                day=date(2013, 7, 2),
                state="dispatched",
                is_overdue=True,
                is_told=True,
            ),
            FeedbackLine(
                receipt="G-2013-0008",
                unit_code="T01",
                category="hazard",
                day=date(2013, 7, 3),
                state="filed",
                is_overdue=False,
                is_told=False,
            ),
        ),
        scores=(FeedbackScore(unit_code="T02", begun=3, points=Decimal("-1.5"), ended=1),),
    )


WHOLE = quarter()


@pytest.fixture(scope="module")
def letters():
    """The whole report as a letter, in both languages."""
    return {lang: feedback_letter.write(WHOLE, lang, CATALOGUE) for lang in ("zh", "en")}


def read(book, lang="zh"):
    made = CalamineWorkbook.from_filelike(BytesIO(feedback_sheets.write(book, lang, CATALOGUE)))
    return {name: made.get_sheet_by_name(name).to_python() for name in made.sheet_names}


# --- the letter ------------------------------------------------------------------------------


def test_the_chinese_of_a_letter_is_set_in_the_faces_of_an_official_one(letters):
    document = Document(BytesIO(letters["zh"]))
    faces = {
        paragraph.text: paragraph.runs[0]._element.rPr.rFonts.get(qn("w:eastAsia"))
        for paragraph in document.paragraphs
        if paragraph.text
    }
    assert faces["2013年第三季度观测评议反馈报告"] == "方正小标宋简体"
    assert faces["一、总体情况"] == "黑体"
    assert faces["市领导："] == "仿宋_GB2312"
    every = document.element.body.iter(qn("w:rFonts"))
    assert all(each.get(qn("w:eastAsia")) for each in every)
    sizes = {paragraph.runs[0].font.size.pt for paragraph in document.paragraphs if paragraph.text}
    assert {22, 16} <= sizes


def test_a_letter_has_page_numbers_and_tables_whose_heads_come_again(letters):
    document = Document(BytesIO(letters["zh"]))
    footer = document.sections[0].footer._element
    assert [each.text for each in footer.iter(qn("w:instrText"))] == ["PAGE"]
    assert document.tables
    for table in document.tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)


def test_a_letter_says_what_the_report_says(letters):
    said = "\n".join(each.text for each in Document(BytesIO(letters["zh"])).paragraphs)
    assert "本季受理观测 29 件（上季 4 件），核实属实 26 件，不属实 3 件" in said
    assert "应答复 17 件次：按期答复 9 件次，逾期答复 3 件次，超期未答复 5 件" in said
    assert "按期答复率52.9%（9/17）" in said
    assert "环境卫生问题突出。" in said
    assert "市绩效管理委员会办公室" in said
    assert "2013年10月9日" in said
    assert "另有" not in said


def test_an_english_letter_has_no_chinese_words_of_ours(letters):
    document = Document(BytesIO(letters["en"]))
    own = "\n".join(each.text for each in document.paragraphs)
    for theirs in (WHOLE.remark, WHOLE.office):
        for line in theirs.splitlines():
            own = own.replace(line, "")
    assert [each for each in own if "一" <= each <= "鿿"] == []
    assert "Answered in time: 52.9% (9/17)" in own


def test_a_letter_names_no_author_and_is_the_same_each_time(letters):
    again = feedback_letter.write(WHOLE, "zh", CATALOGUE)
    assert again == letters["zh"]
    about = Document(BytesIO(again)).core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.title == "2013年第三季度观测评议反馈报告"
    assert about.created == RELEASED.replace(tzinfo=about.created.tzinfo)
    with zipfile.ZipFile(BytesIO(again)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "python-docx" not in "".join(
            parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")
        )


def test_a_preview_says_on_paper_that_it_is_one():
    said = feedback_letter.write(replace(WHOLE, released_at=None), "zh", CATALOGUE)
    assert "（预览稿，尚未发布）" in [each.text for each in Document(BytesIO(said)).paragraphs]


def test_a_long_list_of_units_is_cut_and_says_so():
    whole = quarter(40)
    document = Document(BytesIO(feedback_letter.write(whole, "zh", CATALOGUE)))
    assert "另有 11 项，见工作簿。" in [each.text for each in document.paragraphs]


# --- the tables ------------------------------------------------------------------------------


def test_the_workbook_holds_every_list_with_numbers_as_numbers():
    sheets = read(WHOLE)
    assert list(sheets) == [
        "总体", "分类别", "分单位", "最久未结", "反复出现", "计入考核", "观测清单", "说明",
    ]  # fmt: skip
    units = sheets["分单位"]
    head, first = units[2], units[3]
    assert first[0] == "第1镇"
    assert first[head.index("按期答复率")] == pytest.approx(0.5)
    assert isinstance(first[head.index("受理")], float)
    assert units[-1][0] == "合计"
    assert sheets["计入考核"][3][1:] == [3.0, -1.5, 1.0]
    assert sheets["说明"][3][0] == WHOLE.remark


def test_a_rate_of_too_few_is_said_to_be_of_too_few():
    kinds = read(WHOLE)["分类别"]
    row = next(each for each in kinds if each[0] == "安全隐患")
    assert row[kinds[2].index("按期答复率")] == "样本不足（n=2）"
    english = read(WHOLE, "en")["By category"]
    assert "too few (n=2)" in next(each for each in english if each[0] == "Safety hazards")


def test_a_unit_is_given_no_line_of_another_and_none_it_was_not_told_of():
    own = part(WHOLE, frozenset({"T01"}), scope="unit", title="第1镇")
    sheets = read(own)
    assert "分单位" not in sheets
    told = [row[0] for row in sheets["观测清单"][3:]]
    assert told == ["G-2013-0007"]
    flat = str(sheets)
    assert "第2镇" not in flat
    assert WHOLE.remark not in flat


def test_a_workbook_names_no_author_and_is_the_same_each_time():
    made = feedback_sheets.write(WHOLE, "zh", CATALOGUE)
    assert made == feedback_sheets.write(WHOLE, "zh", CATALOGUE)
    with zipfile.ZipFile(BytesIO(made)) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core


# --- the picture -----------------------------------------------------------------------------


def test_a_cell_is_what_is_late_of_all_that_is_true_and_the_worst_unit_is_first():
    shown, hidden = feedback_heat.rows(WHOLE)
    assert [each.name for each in shown] == ["第1镇", "第3镇", "第2镇"]
    assert hidden == 0
    said = texts(feedback_heat.draw(WHOLE, Words(CATALOGUE, "zh")).figure)
    assert "2/7" in said
    assert "5/20" in said
    assert "不足 5 件" in said


def test_of_many_units_the_worst_are_shown_and_the_rest_is_counted():
    many = quarter(40)
    shown, hidden = feedback_heat.rows(many)
    assert (len(shown), hidden) == (20, 20)
    said = "".join(texts(feedback_heat.draw(many, Words(CATALOGUE, "zh")).figure))
    assert "另有 20 个单位未列出" in said
    total = sum(range(40)) + 2
    assert f"{total}/{total + 40 * 5}" in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_picture_is_as_wide_as_a_phone(lang):
    page = feedback_heat.draw(WHOLE, Words(CATALOGUE, lang))
    assert page.width == 1080
    assert page.png().startswith(b"\x89PNG")


# --- the worker ------------------------------------------------------------------------------


def test_the_worker_makes_all_three_and_no_letter_of_anything_else():
    order = books.to_json(WHOLE)
    assert _make(order, "zh", "png").startswith(b"\x89PNG")
    assert _make(order, "zh", "xlsx").startswith(b"PK")
    assert _make(order, "zh", "docx").startswith(b"PK")
    assert books.from_json(order) == WHOLE
    blank = replace(WHOLE, cells=(), units=(), open=(), lines=(), scores=())
    assert charts.draw(blank, "en", CATALOGUE)
    season = (
        '{"heading":{"scheme":"x","category":"","period":"2013-09","as_of":"2013-09-30T00:00:00Z"},'
        '"indicator_code":"K","indicator_name":"K","months":[],"years":[],"kind":"season"}'
    )
    with pytest.raises(UnknownFormError):
        _make(season, "zh", "docx")
