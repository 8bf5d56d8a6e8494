"""Reporters who download their workbook over HTTP, fill it in and send it back."""

import io
from decimal import Decimal

import xlsxwriter
from python_calamine import CalamineWorkbook

from handlers.blanks import KEYS

CODE, UNIT, VALUE, BASE, REASON = (
    KEYS.index(key) for key in ("indicator", "unit", "value", "base", "reason")
)


def attached(world, user_id):
    """Return the newest workbook in a person's chat."""
    messages = world.chat(user_id).messages
    newest = next(m for m in reversed(messages) if m.media_kind == "document" and m.from_bot)
    return world.files.by_id[newest.file_id].content


def filled(content, cells, reason=""):
    """Return a blank with (value, base) typed in for each (indicator, unit), saved anew."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        saved = workbook.add_worksheet(sheet.name)
        for at, row in enumerate(sheet.to_python(skip_empty_area=False)):
            for column, value in enumerate(row):
                if value != "":
                    saved.write(at, column, value)
            cell = cells.get((str(row[CODE]), str(row[UNIT])))
            if cell is not None:
                _write(saved, at, VALUE, cell[0])
                _write(saved, at, BASE, cell[1])
                if reason:
                    saved.write_string(at, REASON, reason)
    return out.getvalue()


def _write(sheet, at, column, value):
    if isinstance(value, Decimal):
        sheet.write_number(at, column, float(value))
    elif value:
        sheet.write_string(at, column, value)
