"""What is not opened: bombs, macros, links, locks, and whatever only calls itself a table."""

import io
import random
import struct
import zipfile
from contextlib import suppress

import pytest
import sheets

from storage.sheet_files import open_file
from storage.sheet_guard import FILE_BYTES_MAX, UnreadableFileError

ROWS = [["单位", "K02"], ["金港", 48.2], ["杨舍", 55]]
GOOD = sheets.xlsx(ROWS)
SHEET = "xl/worksheets/sheet1.xml"


def refusal(content):
    with pytest.raises(UnreadableFileError) as no:
        open_file(content)
    return no.value.reason_id


def a_zip(parts, *, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=1) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return out.getvalue()


BOMB = a_zip({"xl/workbook.xml": "x", SHEET: bytes(130_000_000)})


def declaring_less(content, part, size):
    """Return an archive that says in both places that a part is smaller than it is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo(part)
        real = struct.pack("<I", info.file_size)
    return content.replace(real, struct.pack("<I", size))


@pytest.mark.parametrize("make", [sheets.xlsx, sheets.xls, sheets.ods, sheets.csv])
def test_a_table_of_every_kind_is_opened(make):
    [sheet] = open_file(make(ROWS))
    assert [[str(cell) for cell in row] for row in sheet.rows[:1]] == [["单位", "K02"]]
    assert [float(row[1]) for row in sheet.rows[1:]] == [48.2, 55]


def test_nothing_and_an_empty_sheet_are_empty():
    assert refusal(b"") == "sheet-empty"
    assert refusal(sheets.xlsx([])) == "sheet-empty"
    assert refusal(b"\n\n ,, \n") == "sheet-empty"


def test_a_file_that_telegram_would_not_give_out_is_too_big():
    assert refusal(b"1" * (FILE_BYTES_MAX + 1)) == "sheet-too-big"


def test_a_bomb_that_declares_its_size_is_not_unpacked():
    assert len(BOMB) < 1_000_000
    assert refusal(BOMB) == "sheet-bomb"


def test_a_bomb_that_hides_its_size_is_counted():
    assert refusal(declaring_less(BOMB, SHEET, 1000)) == "sheet-bomb"


def test_a_part_that_is_larger_than_it_says_is_damage():
    content = a_zip({"xl/workbook.xml": "x", SHEET: b"0" * 123_457})
    assert refusal(declaring_less(content, SHEET, 1000)) == "sheet-broken"


def test_parts_that_share_their_bytes_are_a_bomb():
    content = bytearray(a_zip({"xl/workbook.xml": b"0" * 90_000, SHEET: b"1" * 90_000}))
    entries = [at for at in range(len(content)) if content[at : at + 4] == b"PK\x01\x02"]
    first = content[entries[0] + 42 : entries[0] + 46]
    content[entries[1] + 42 : entries[1] + 46] = first
    assert refusal(bytes(content)) == "sheet-bomb"


def test_an_archive_of_thousands_of_parts_is_a_bomb():
    parts = {f"xl/{n}.xml": "" for n in range(2_500)} | {"xl/workbook.xml": "x"}
    assert refusal(a_zip(parts)) == "sheet-bomb"


def test_entities_are_never_expanded():
    laughs = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">]><worksheet>&a;</worksheet>'
    assert refusal(sheets.rewritten(GOOD, SHEET, lambda _: laughs)) == "sheet-bomb"


def test_two_cells_at_the_ends_of_the_earth_are_too_many():
    far = sheets.rewritten(
        GOOD,
        SHEET,
        lambda xml: xml.replace(b'r="3"', b'r="1048576"').replace(b'"B3"', b'"XFD1048576"'),
    )
    assert refusal(far) == "sheet-too-many"


def test_cells_repeated_a_million_times_are_too_many():
    body = sheets.ods(ROWS)
    repeated = sheets.rewritten(
        body,
        "content.xml",
        lambda xml: xml.replace(
            b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048576">'
        ),
    )
    assert refusal(repeated) == "sheet-too-many"


@pytest.mark.parametrize(
    "part", ["xl/vbaProject.bin", "xl/macros/VBAPROJECT.BIN", "Basic/Standard/M.xml"]
)
def test_macros_are_not_opened(part):
    assert refusal(sheets.rewritten(GOOD, part, lambda _: b"x")) == "sheet-macros"


def test_macros_of_an_old_workbook_are_not_opened():
    assert refusal(sheets.xls(ROWS, extra_stream="_VBA_PROJECT_CUR")) == "sheet-macros"


def test_links_to_other_files_are_not_followed():
    part = "xl/externalLinks/externalLink1.xml"
    assert refusal(sheets.rewritten(GOOD, part, lambda _: b"<x/>")) == "sheet-links"


def test_a_locked_workbook_says_that_it_is_locked():
    assert (
        refusal(sheets.compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}))
        == "sheet-encrypted"
    )


def test_a_locked_archive_says_so():
    content = bytearray(GOOD)
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        at = content.find(start)
        content[at + (6 if start == b"PK\x03\x04" else 8)] |= 1
    assert refusal(bytes(content)) == "sheet-encrypted"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7 ...", "sheet-other-kind"),
        (b"\x89PNG\r\n\x1a\n....", "sheet-other-kind"),
        (b"MZ\x90\x00....", "sheet-other-kind"),
        (b"<html><table><tr><td>K02</td></tr></table></html>", "sheet-other-kind"),
        (a_zip({"word/document.xml": "<x/>"}), "sheet-other-kind"),
        (a_zip({"xl/workbook.bin": "x"}), "sheet-other-kind"),
        (a_zip({"a.txt": "x"}), "sheet-other-kind"),
        (sheets.compound({"WordDocument": b"x"}), "sheet-other-kind"),
        (b"\x00\x01\x02\x03\x00\x00", "sheet-other-kind"),
        (b"PK\x03\x04 and no more", "sheet-broken"),
        (GOOD[: len(GOOD) // 2], "sheet-broken"),
        (sheets.rewritten(GOOD, SHEET, lambda _: b"<worksheet><broken"), "sheet-broken"),
        (sheets.rewritten(GOOD, "xl/workbook.xml", lambda _: b"no markup"), "sheet-broken"),
        (sheets.xls(ROWS)[:700], "sheet-other-kind"),
    ],
)
def test_a_wrong_kind_under_a_right_name_is_told_apart(content, reason):
    assert refusal(content) == reason


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_never_raises_anything_else(seed):
    dice = random.Random(seed)
    for whole in (GOOD, sheets.xls(ROWS), sheets.ods(ROWS)):
        content = bytearray(whole)
        for _ in range(dice.randrange(1, 30)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        with suppress(UnreadableFileError):
            open_file(bytes(content))


def test_percentages_formulas_and_errors_are_marked():
    rows = [["单位", "比重", "数"], ["金港", 0.861, 1], ["杨舍", 85.2, 2]]
    content = sheets.xlsx(
        rows,
        formats={"B2": "0.0%"},
        formulas=[("D2", "=B2+1", 1.861), ("D3", "=B3+1", None), ("C3", "=1/0", "#DIV/0!")],
    )
    [sheet] = open_file(content)
    assert sheet.marks.percents == {(1, 1)}
    assert sheet.marks.unfinished == {(2, 3)}
    assert sheet.marks.errors == {(2, 2): "#DIV/0!"}
    assert sheet.rows[1][3] == 1.861


def test_a_percentage_of_an_open_document_is_marked():
    [sheet] = open_file(sheets.ods([["金港", 0.861], ["杨舍", 85.2]], percents={(0, 1)}))
    assert sheet.marks.percents == {(0, 1)}


def test_hidden_sheets_are_passed_over():
    assert refusal(sheets.xlsx(ROWS, hidden=True)) == "sheet-empty"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_text_is_read_in_every_spelling(encoding, separator, end):
    [sheet] = open_file(sheets.csv(ROWS, encoding, separator, end))
    assert sheet.rows[:3] == [["单位", "K02"], ["金港", "48.2"], ["杨舍", "55"]]
    assert sheet.line_numbers[:3] == (1, 2, 3)


def test_a_quoted_note_over_several_lines_keeps_the_lines_numbers():
    [sheet] = open_file('"注：一\n二\n三",\n金港,48.2\n'.encode())
    assert sheet.line_numbers[:2] == (1, 4)
