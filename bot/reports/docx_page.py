"""The pages of an official letter: type faces, sizes, margins and page numbers of GB/T 9704—2012.

Title in 小标宋 22 pt, heads in 黑体, text in 仿宋 16 pt on lines of 28 pt, page numbers in 宋体
14 pt between dashes. Whoever lacks a face sees what their Word puts in its place.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import IO, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

SONG_TITLE, SONG, FANG, HEI = "方正小标宋简体", "宋体", "仿宋_GB2312", "黑体"
LATIN = "Times New Roman"
TEXT_PT, LINE_PT, TABLE_PT = 16.0, 28.0, 10.5
COLUMNS_EASY = 8
TWIP = 635  # The lengths of a docx, in the library's measure.
PAGE_WIDE, PAGE_HIGH = Mm(210), Mm(297)
TOP, BOTTOM, LEFT, RIGHT = Mm(37), Mm(35), Mm(28), Mm(26)
ROOM_MM = 210 - 28 - 26
EPOCH = (1980, 1, 1, 0, 0, 0)  # The first moment a zip knows.


class Letter:
    """One letter in the making."""

    def __init__(self, title: str, lang: str, made: datetime) -> None:
        self._doc: DocumentObject = Document()
        self._zh = lang == "zh"
        self._properties(title, lang, made)
        self._set_page()
        self._number_pages()

    def title(self, said: str) -> None:
        """Write the title."""
        paragraph = self._line(said, face=SONG_TITLE, size=22, align="center", spacing=36)
        paragraph.paragraph_format.space_after = Pt(14)

    def centred(self, said: str) -> None:
        """Write a line under the title."""
        self._line(said, face=FANG, size=14, align="center")

    def plain(self, said: str) -> None:
        """Write to whom it goes: from the margin."""
        self._line(said, face=FANG, size=TEXT_PT)

    def paragraph(self, said: str) -> None:
        """Write a paragraph, its first line two characters in."""
        self._indented(said, face=FANG, size=TEXT_PT)

    def heading(self, said: str) -> None:
        """Write a head, kept with what follows it."""
        paragraph = self._indented(said, face=HEI, size=TEXT_PT)
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(6)

    def caption(self, said: str) -> None:
        """Write what a table is, kept with it."""
        paragraph = self._line(said, face=HEI, size=12, align="center", spacing=24)
        paragraph.paragraph_format.keep_with_next = True

    def note(self, said: str) -> None:
        """Write a note, smaller than the text."""
        self._indented(said, face=FANG, size=12, spacing=20)

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], wide: Sequence[float]
    ) -> None:
        """Write a table over the whole width, its heads repeated on every page."""
        table: Table = self._doc.add_table(rows=1 + len(rows), cols=len(heads))
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        _margins(table, Mm(0.8))
        size = self._table_size(len(heads))
        for column, share in zip(table.columns, wide, strict=True):
            column.width = Mm(ROOM_MM * share / sum(wide))
        for row, cells in zip(table.rows, [heads, *rows], strict=True):
            is_head = row is table.rows[0] or cells is heads
            for number, (cell, said) in enumerate(zip(row.cells, cells, strict=True)):
                cell.width = Mm(ROOM_MM * wide[number] / sum(wide))
                self._fill(cell, said, size, head=is_head)
            _cannot_split(row._tr)  # noqa: SLF001 - python-docx has no word for it
            if is_head:
                _repeats(row._tr)  # noqa: SLF001 - as above
        behind = self._doc.add_paragraph()
        behind.paragraph_format.line_spacing = Pt(8)

    def picture(self, png: bytes) -> None:
        """Show a picture over the whole width."""
        paragraph = self._doc.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run().add_picture(BytesIO(png), width=Mm(ROOM_MM))

    def signed(self, office: str, date: str) -> None:
        """Write who signs it and when, at the right."""
        if office:
            first = self._line(office, face=FANG, size=TEXT_PT, align="right")
            first.paragraph_format.space_before = Pt(28)
            first.paragraph_format.keep_with_next = True
        self._line(date, face=FANG, size=TEXT_PT, align="right")

    def save(self, out: IO[bytes]) -> None:
        """Write the letter without the moment of packing: the same text gives the same bytes."""
        whole = BytesIO()
        self._doc.save(whole)
        with ZipFile(whole) as packed, ZipFile(out, "w", ZIP_DEFLATED) as fresh:
            for each in packed.infolist():
                named = ZipInfo(each.filename, date_time=EPOCH)
                named.compress_type = ZIP_DEFLATED
                fresh.writestr(named, packed.read(each.filename))

    # --- runs and paragraphs -------------------------------------------------------------------

    def _line(
        self,
        said: str,
        *,
        face: str,
        size: float,
        align: Literal["left", "center", "right"] = "left",
        spacing: float = LINE_PT,
    ) -> Paragraph:
        paragraph = self._doc.add_paragraph()
        form = paragraph.paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(spacing)
        form.space_before = form.space_after = Pt(0)
        paragraph.alignment = {
            "left": WD_ALIGN_PARAGRAPH.JUSTIFY,
            "center": WD_ALIGN_PARAGRAPH.CENTER,
            "right": WD_ALIGN_PARAGRAPH.RIGHT,
        }[align]
        set_face(paragraph.add_run(said), face, size, zh=self._zh)
        return paragraph

    def _indented(
        self, said: str, *, face: str, size: float, spacing: float = LINE_PT
    ) -> Paragraph:
        paragraph = self._line(said, face=face, size=size, spacing=spacing)
        paragraph.paragraph_format.first_line_indent = Pt(2 * size)
        return paragraph

    def _table_size(self, columns: int) -> float:
        """Return the size of a table's text: narrow columns hold a word only if it is smaller."""
        if not self._zh:
            return TABLE_PT - 2.5
        return TABLE_PT - 1.5 if columns > COLUMNS_EASY else TABLE_PT

    def _fill(self, cell: _Cell, said: str, most: float, *, head: bool) -> None:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        for number, line in enumerate(said.splitlines() or [""]):
            run = paragraph.add_run(line)
            size = most if not number else most - 1.5
            set_face(run, HEI if head else FANG, size, zh=self._zh)
            if number + 1 < len(said.splitlines()):
                run.add_break()

    # --- the page ------------------------------------------------------------------------------

    def _properties(self, title: str, lang: str, made: datetime) -> None:
        """Say what it is and when it was made; who made it is an office, not a person."""
        about = self._doc.core_properties
        about.title, about.author, about.last_modified_by, about.comments = title, "", "", ""
        about.language = {"zh": "zh-CN", "en": "en-GB"}[lang]
        about.created = about.modified = made.replace(tzinfo=None, microsecond=0)
        about.revision = 1

    def _set_page(self) -> None:
        section = self._doc.sections[0]
        section.page_width, section.page_height = PAGE_WIDE, PAGE_HIGH
        section.top_margin, section.bottom_margin = TOP, BOTTOM
        section.left_margin, section.right_margin = LEFT, RIGHT
        section.footer_distance = Mm(28)

    def _number_pages(self) -> None:
        paragraph = self._doc.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for part in ("— ", None, " —"):
            run = paragraph.add_run(part or "")
            set_face(run, SONG, 14, zh=self._zh)
            if part is None:
                _field(run, "PAGE")


def set_face(run: Run, face: str, size: float, *, zh: bool) -> None:
    """Set a run's type face: the Chinese one by `w:eastAsia`, the Latin one beside it."""
    run.font.size = Pt(size)
    run.font.name = LATIN
    if face == HEI and not zh:
        run.font.bold = True
    properties = run._element.get_or_add_rPr()  # noqa: SLF001 - python-docx has no word for it
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), face)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "en-GB")
    spoken.set(qn("w:eastAsia"), "zh-CN")
    properties.append(spoken)


def _field(run: Run, code: str) -> None:
    """Put a field into a run: Word fills it in, page by page."""
    for kind in ("begin", None, "end"):
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = code
            run._element.append(instruction)  # noqa: SLF001
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._element.append(mark)  # noqa: SLF001


def _margins(table: Table, wide: int) -> None:
    """Set the room left and right of what stands in a table's cells."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        mark = OxmlElement(side)
        mark.set(qn("w:w"), str(round(wide / TWIP)))
        mark.set(qn("w:type"), "dxa")
        margins.append(mark)
    table._tbl.tblPr.append(margins)  # noqa: SLF001 - as above


def _repeats(row: object) -> None:
    _set(row, "w:tblHeader")


def _cannot_split(row: object) -> None:
    _set(row, "w:cantSplit")


def _set(row: object, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row.get_or_add_trPr().append(mark)  # type: ignore[attr-defined]
