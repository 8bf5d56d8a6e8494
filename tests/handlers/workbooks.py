"""A blank as a person fills it in: downloaded, opened, typed into, saved."""

import io
from decimal import Decimal

import xlsxwriter
from python_calamine import CalamineWorkbook

from bot.reports import blank
from handlers.blanks import KEYS
from handlers.books import from_json
from storage import artworks

VALUE, BASE, GROWTH, REASON = (KEYS.index(key) for key in ("value", "base", "growth", "reason"))
CODE, UNIT = KEYS.index("indicator"), KEYS.index("unit")


async def downloaded(house, answer, lang="zh"):
    """Return the workbook that an answer carries, drawn as the studio draws it."""
    shown = next(each for each in answer if each.artwork_id)
    async with house.engine.begin() as conn:
        ordered = await artworks.one(conn, shown.artwork_id)
    return blank.write(from_json(ordered.book), lang, house.texts)


def filled(content, figures, *, bases=None, reasons=None, growths=None):
    """Return a blank with figures typed in, by (indicator, unit), as another program saves it."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        saved = workbook.add_worksheet(sheet.name)
        for at, row in enumerate(sheet.to_python(skip_empty_area=False)):
            for column, value in enumerate(row):
                if value != "":
                    saved.write(at, column, value)
            cell = (str(row[CODE]), str(row[UNIT]))
            for column, typed in (
                (VALUE, figures),
                (BASE, bases),
                (GROWTH, growths),
                (REASON, reasons),
            ):
                if (typed or {}).get(cell) is not None:
                    _write(saved, at, column, typed[cell])
    return out.getvalue()


def _write(sheet, at, column, value):
    if isinstance(value, int | float | Decimal):
        sheet.write_number(at, column, float(value))
    else:
        sheet.write_string(at, column, value)
