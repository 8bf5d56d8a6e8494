"""Small invented files of every kind that people send, made anew by each test."""

import csv as csv_module
import io
import struct
import zipfile

import xlsxwriter
from python_calamine import CalamineWorkbook

GB18030 = "gb18030"


def xlsx(rows, *, name="9月", merged=(), formats=None, formulas=None, hidden=False):
    """Return a workbook of one sheet.

    *merged* are ranges such as "C1:D1"; *formats* give cells such as "B2" a number format;
    *formulas* are (cell, formula, value), a value None being one that was never computed.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        sheet = workbook.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(at, column, value)
        for where, shown in (formats or {}).items():
            at, column = xlsxwriter.utility.xl_cell_to_rowcol(where)
            form = workbook.add_format({"num_format": shown})
            sheet.write_number(at, column, rows[at][column], form)
        for where in merged:
            first = where.split(":")[0]
            at, column = xlsxwriter.utility.xl_cell_to_rowcol(first)
            sheet.merge_range(where, rows[at][column])
        for where, formula, value in formulas or ():
            sheet.write_formula(where, formula, None, 0 if value is None else value)
        if hidden:
            workbook.add_worksheet("资料").activate()
            sheet.hide()
    content = out.getvalue()
    if any(value is None for _, _, value in formulas or ()):
        return rewritten(content, "xl/worksheets/sheet1.xml", without_values)
    return content


def without_values(xml):
    """Return a sheet's markup in which no formula has its value, as some programs write it."""
    return xml.replace(b"</f><v>0</v>", b"</f><v></v>")


def rewritten(content, part, change):
    """Return an archive with one of its parts changed, or added where it was not there."""
    return repacked(content, {part: change})


def repacked(content, changes):
    """Return an archive with its parts changed by functions of their bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, changes[name](body) if name in changes else body)
        for name in changes.keys() - set(old.namelist()):
            new.writestr(name, changes[name](b""))
    return out.getvalue()


def ods(rows, *, percents=()):
    """Return an OpenDocument sheet; *percents* are the (row, column) shown in per cent."""
    lines = []
    for at, row in enumerate(rows):
        cells = "".join(
            _ods_cell(value, (at, column) in percents) for column, value in enumerate(row)
        )
        lines.append(f"<table:table-row>{cells}</table:table-row>")
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        '<office:body><office:spreadsheet><table:table table:name="9月">'
        f"{''.join(lines)}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return ods_of(body)


def ods_of(body):
    """Return an OpenDocument sheet with this content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", 8) as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", body)
        parts.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return out.getvalue()


def _ods_cell(value, is_percent):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        return (
            '<table:table-cell office:value-type="string">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    kind = "percentage" if is_percent else "float"
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def xls(rows, *, extra_stream=None, links=(), locked=False):
    """Return a workbook of Excel 97-2003, as small as one can be; *extra_stream* names one more.

    *links* are the files it refers to, "" being itself; *locked* says that it has a password.
    """
    globals_ = _biff(0x0809, struct.pack("<4H2I", 0x0600, 0x0005, 0, 0, 0, 0))
    if locked:
        globals_ += _biff(0x002F, b"\x01\x00" * 27)
    for each in links:
        link = struct.pack("<HB", len(each), 0) + each.encode() if each else b"\x01\x04"
        globals_ += _biff(0x01AE, struct.pack("<H", 1) + link)
    name = "9月".encode("utf-16-le")
    bound_length = 4 + 4 + 2 + 2 + len(name)
    sheet_at = len(globals_) + bound_length + 4
    globals_ += _biff(0x0085, struct.pack("<IHBB", sheet_at, 0, 2, 1) + name)
    globals_ += _biff(0x000A, b"")
    sheet = _biff(0x0809, struct.pack("<4H2I", 0x0600, 0x0010, 0, 0, 0, 0))
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                text = value.encode("utf-16-le")
                body = struct.pack("<4HB", at, column, 0, len(value), 1) + text
                sheet += _biff(0x0204, body)
            elif value is not None:
                sheet += _biff(0x0203, struct.pack("<3Hd", at, column, 0, value))
    sheet += _biff(0x000A, b"")
    return compound(
        {"Workbook": globals_ + sheet, **({extra_stream: b"x"} if extra_stream else {})}
    )


def _biff(kind, body):
    return struct.pack("<2H", kind, len(body)) + body


def compound(streams):
    """Return a compound file with these streams, each in sectors of its own."""
    sectors, directory, fat = [], [], []
    for name, body in streams.items():
        padded = body.ljust(4096, b"\0")
        padded += b"\0" * (-len(padded) % 512)
        first = len(sectors)
        count = len(padded) // 512
        sectors += [padded[n * 512 : n * 512 + 512] for n in range(count)]
        fat += [*range(first + 1, first + count), 0xFFFFFFFE]
        directory.append(_entry(name, 2, first, len(padded)))
    count = len(streams)
    entries = [
        _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1),
        *(
            _entry_with_right(entry, number + 2 if number + 1 < count else 0xFFFFFFFF)
            for number, entry in enumerate(directory)
        ),
    ]
    body = b"".join(entries).ljust(512 * (-(-len(entries) // 4)), b"\0")
    directory_at = len(sectors)
    blocks = len(body) // 512
    sectors += [body[n * 512 : n * 512 + 512] for n in range(blocks)]
    fat += [*range(directory_at + 1, directory_at + blocks), 0xFFFFFFFE]
    fat_at = len(sectors)
    fat.append(0xFFFFFFFD)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    assert len(table) == 512, "too long for this small a file"
    sectors.append(table)
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16
    header += struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<9I", 0, 1, directory_at, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", fat_at) + b"\xff" * 4 * 108
    return header + b"".join(sectors)


def _entry(name, kind, first, size, child=0xFFFFFFFF):
    text = (name + "\0").encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBB3I", len(text), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        + b"\0" * 36
        + struct.pack("<IQ", first, size)
    )


def _entry_with_right(entry, right):
    return entry[:72] + struct.pack("<I", right) + entry[76:]


def csv(rows, encoding="utf-8", separator=",", end="\n"):
    """Return a text file of these rows."""
    out = io.StringIO()
    csv_module.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    return out.getvalue().encode(encoding)


def values(content):
    """Return the cells of a workbook's first sheet."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)
