"""Tables out of a file that somebody sent: values only, with whatever marks their cells carry.

Nothing in a file is run, followed or computed. Spots count from 0; people are shown "C7".
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element, ParseError, fromstring

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from storage.sheet_guard import UnreadableFileError, kind_of
from storage.sheet_marks import Marks, Spot, check_reach, ods_marks, percent_styles, xlsx_marks
from storage.sheet_texts import text_sheet

Value: TypeAlias = "str | float | date | None"
Merged: TypeAlias = "tuple[Spot, Spot]"

SHEETS_MAX = 60
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One visible sheet: rows of values, and what its cells are beyond their values.

    *is_text* says that it was a text file, in which a line is a line of the file.
    """

    name: str
    rows: list[list[Value]]
    marks: Marks = field(default_factory=Marks)
    merged: tuple[Merged, ...] = ()
    is_text: bool = False
    line_numbers: tuple[int, ...] = ()


def open_file(content: bytes) -> list[Sheet]:
    """Return the visible sheets that hold anything.

    Raises UnreadableFileError for whatever is not opened, and for a file with nothing in it.
    """
    kind = kind_of(content)
    if kind == "text":
        numbered = text_sheet(content)
        sheets = [
            Sheet(
                "",
                [[cell or None for cell in cells] for _, cells in numbered],
                is_text=True,
                line_numbers=tuple(number for number, _ in numbered),
            )
        ]
    else:
        sheets = _workbook(content, _marks(content, kind))
    filled = [sheet for sheet in sheets if any(any(row) or 0 in row for row in sheet.rows)]
    if not filled:
        raise UnreadableFileError("sheet-empty")
    return filled


def _workbook(content: bytes, marks: Mapping[str, Marks]) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found = [
            each.name
            for each in book.sheets_metadata
            if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible
        ]
        return [_sheet(book.get_sheet_by_name(name), marks) for name in found[:SHEETS_MAX]]
    except PasswordError as locked:
        raise UnreadableFileError("sheet-encrypted") from locked
    except (CalamineError, OSError, ValueError) as broken:
        raise UnreadableFileError("sheet-broken") from broken


def _sheet(sheet: CalamineSheet, marks: Mapping[str, Marks]) -> Sheet:
    check_reach(sheet.total_height, sheet.total_width)
    rows = [[_value(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    return Sheet(
        sheet.name, rows, marks.get(sheet.name, Marks()), tuple(sheet.merged_cell_ranges or ())
    )


def _value(cell: Any) -> Value:  # noqa: ANN401 - a cell of a workbook has one of many types
    match cell:
        case str():
            return cell or None
        case bool():
            return str(cell).upper()
        case int() | float():
            return float(cell)
        case datetime():
            return cell.date()
        case date():
            return cell
        case time() | timedelta():
            return str(cell)
        case _:
            return None


def _marks(content: bytes, kind: str) -> Mapping[str, Marks]:
    """Return the marks of each sheet by name; an xls tells none."""
    if kind == "xls":
        return {}
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if kind == "ods":
            return ods_marks(parts.read("content.xml"))
        percents = frozenset[int]()
        if "xl/styles.xml" in parts.namelist():
            percents = percent_styles(parts.read("xl/styles.xml"))
        names = set(parts.namelist())
        return {
            name: xlsx_marks(parts.read(part), percents)
            for name, part in _sheet_parts(parts)
            if part in names
        }


def _sheet_parts(parts: zipfile.ZipFile) -> Iterable[tuple[str, str]]:
    """Yield the visible sheets' names with the parts that hold them."""
    try:
        workbook = fromstring(parts.read("xl/workbook.xml"))  # noqa: S314 - declares no entities: the guard has looked
        related = fromstring(parts.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - as above
    except (ParseError, KeyError) as broken:
        raise UnreadableFileError("sheet-broken") from broken
    targets = {each.get("Id"): each.get("Target", "") for each in related}
    for sheet in _named(workbook, "sheet"):
        if sheet.get("state", "visible") != "visible":
            continue
        target = targets.get(sheet.get(_RELATION), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        yield sheet.get("name", ""), part


def _named(tree: Element, name: str) -> Iterable[Element]:
    return (each for each in tree.iter() if each.tag.rpartition("}")[2] == name)
