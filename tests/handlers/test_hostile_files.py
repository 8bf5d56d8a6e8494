"""Files that mean harm or are no tables: each is refused in words, with the way out, and no more.

The whole path is walked: sent to the chat, looked at, refused, and filing goes on.
"""

import io
import zipfile

import pytest
import sheets
from past_figures import SEPTEMBER, by_town
from rough_hands import bugs

from storage import readings
from storage.sheet_guard import FILE_BYTES_MAX

ROWS = [
    ["单位", "公共财政预算收入（亿元）"],
    ["金港", 48.2],
    ["杨舍", 55],
    ["锦丰", 28],
    ["塘桥", 17],
]


def with_part(name, body=b"x"):
    return sheets.rewritten(sheets.xlsx(ROWS), name, lambda _: body)


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return out.getvalue()


def ods_with(inside):
    plain = sheets.ods(ROWS)
    with zipfile.ZipFile(io.BytesIO(plain)) as parts:
        body = parts.read("content.xml").decode()
    return sheets.ods_of(body.replace("<table:table-row>", inside + "<table:table-row>", 1))


ODS_LINK = (
    '<table:table-source xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xlink:href="file:///c:/other.ods"/>'
)
ODS_FORMULA = (
    "<table:table-row><table:table-cell table:formula=\"of:=['file:///c:/o.ods'#$A.A1]\" "
    'office:value-type="float" office:value="1"/></table:table-row>'
)
HOSTILE = {
    "nothing.xlsx": (b"", "没有内容"),
    "picture.xlsx": (b"\x89PNG\r\n\x1a\n" + b"x" * 99, "图片"),
    "document.xlsx": (b"%PDF-1.7 " + b"x" * 99, "PDF"),
    "page.xls": (b"<html><table><tr><td>1</td></tr></table></html>", "网页"),
    "program.csv": (b"MZ\x90\x00" + b"x" * 99, "程序"),
    "letter.xlsx": (with_part("word/document.xml"), "文档"),
    "archive.xlsx": (zipped({"a.txt": b"x"}), "压缩包"),
    "torn.xlsx": (sheets.xlsx(ROWS)[:-60], "损坏"),
    "bomb.xlsx": (with_part("xl/media/a.bin", b"0" * (130 << 20)), "解压后异常庞大"),
    "entities.xlsx": (
        with_part("xl/workbook.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'),
        "结构可疑",
    ),
    "macros.xlsm": (with_part("xl/vbaProject.bin"), "带有宏"),
    "macros.xls": (sheets.xls(ROWS, extra_stream="_VBA_PROJECT_CUR"), "带有宏"),
    "macros.ods": (
        sheets.repacked(sheets.ods(ROWS), {"Basic/Standard/Module1.xml": lambda _: b"<x/>"}),
        "带有宏",
    ),
    "links.xlsx": (with_part("xl/externalLinks/externalLink1.xml"), "外部链接"),
    "links.xls": (sheets.xls(ROWS, links=("", "c:\\budget\\2013.xls")), "外部链接"),
    "links.ods": (ods_with(ODS_LINK), "外部链接"),
    "formula-links.ods": (ods_with(ODS_FORMULA), "外部链接"),
    "locked.xlsx": (sheets.compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "密码"),
    "locked.xls": (sheets.xls(ROWS, locked=True), "密码"),
    "formulas.xlsx": (
        sheets.xlsx(ROWS, formulas=[(f"B{n}", "=1+1", None) for n in range(2, 6)]),
        "是公式，但文件里没有存下结果",
    ),
}
"""What is sent under which name, and the reason it is refused for."""


@pytest.mark.parametrize("name", HOSTILE)
async def test_it_is_refused_with_its_reason_and_filing_goes_on(house, cast, name):
    content, reason = HOSTILE[name]
    await cast.reporter.says("/file K02")
    shown = await cast.reporter.sends_document(name, content=content)
    assert reason in shown
    assert any(each in shown for each in ("再发", "请")), "no way out"
    assert await bugs(house) == []
    await cast.reporter.says("1=48.2 2=55 3=28 4=17")
    await cast.reporter.taps("file")
    assert await filed(house) == by_town("48.2", 55, 28, 17)


async def test_what_telegram_would_not_give_out_is_not_asked_for(house, cast):
    content = b"x" * (FILE_BYTES_MAX + 1)
    shown = await cast.reporter.sends_document("big.xlsx", content=content)
    assert "文件超过 20 MB" in shown
    assert house.files.read_count == 0


@pytest.mark.parametrize("name", HOSTILE)
async def test_it_is_refused_in_english_too(house, cast, name):
    await cast.reporter.says("/lang en")
    shown = await cast.reporter.sends_document(name, content=HOSTILE[name][0])
    assert not any("\u4e00" <= char <= "\u9fff" for char in str(shown[0].text).splitlines()[0])
    assert await bugs(house) == []


async def test_an_old_workbook_that_refers_to_itself_alone_is_read(house, cast):
    content = sheets.xls(ROWS, links=("",))
    assert "金港　— → 48.2" in await cast.reporter.sends_document("9月.xls", content=content)


async def filed(house):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        (column,) = await readings.filings_of_period(conn, SEPTEMBER)
        found = await readings.readings_of(conn, column.id)
        return {city.unit(each.unit_id).code: str(each.value) for each in found}
