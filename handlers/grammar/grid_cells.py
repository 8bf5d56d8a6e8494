"""One cell of a sheet as the text of an answer, or why it is none."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handlers.grammar.gathering import NOTHING, Beside
from handlers.grammar.grid import GridCell
from handlers.grammar.measures import measure
from handlers.grammar.spelling import folded, shortened
from handlers.grammar.words import SAME_AS_LAST_YEAR
from handlers.texts import Msg, msg

_FOOTNOTE = re.compile(r"(?:[*＊†‡§※#^]|[①-⑳]|\[注?\s*[0-9]{0,2}\]|［注?[0-9]{0,2}］)+\s*$")
_REMARK = re.compile(
    r"^(?P<figure>[^()（）]*[0-9%％元吨人])\s*[(（](?P<said>[^()（）0-9]+)[)）]\s*$"
)
_NOT_SURE = re.compile("预|估|约|计划|目标|初步")
_ELLIPSIS = re.compile(r"[….·]{1,6}")
_LEGEND = re.compile(
    r"[“\"'‘「]\s*(?P<mark>[—\-─…#*/]+|\.{3,})\s*[”\"'’」]\s*(?:表示|为|指|代表)(?P<said>[^，。;；,\n“\"]{1,24})"
)
_NOTHING_THERE = re.compile("无|没有|缺|未")
_NOT_MEANT = re.compile("不适用|不考核|不涉及")

BROKEN: Mapping[str, str] = {
    "unfinished": "sheet-formula",
    "shared": "sheet-shared",
    "date": "sheet-date",
    "garbled": "sheet-garbled",
}
"""Kinds of cells that hold no answer, and the sentence that says why."""


def said_in(cell: GridCell, legend: Mapping[str, str]) -> str | Msg:
    """Return the text of the answer in a cell, empty for an empty cell, or why there is none.

    *legend* is what the sheet itself says its marks stand for.
    """
    if cell.kind in BROKEN:
        return Msg(BROKEN[cell.kind], {"cell": cell.spot or str(cell.line_no), "text": cell.text})
    if cell.kind == "error":
        return msg("grammar-sheet-error", text=cell.text)
    if cell.kind != "text":
        return cell.text
    text = cell.text
    if (meant := legend.get(folded(text).strip())) is not None:
        return meant
    if _ELLIPSIS.fullmatch(text):
        return msg("sheet-ellipsis", text=text)
    return _without_remark(_FOOTNOTE.sub("", text))


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as its cell says it, with what stands beside it."""

    said: str
    beside: Beside = NOTHING


def answer_of(
    value: GridCell,
    base: GridCell | None,
    growth: GridCell | None,
    legend: Mapping[str, str],
) -> Told | Msg | None:
    """Return a figure with its base and growth, None for an empty cell, or why it is none.

    A base or growth that is no figure is left away; one that is broken breaks the answer.
    """
    said = said_in(value, legend)
    if isinstance(said, Msg):
        return said
    if not said:
        return None
    last_year = said_in(base, legend) if base is not None else ""
    grown = said_in(growth, legend) if growth is not None else ""
    for each in (last_year, grown):
        if isinstance(each, Msg):
            return each
    return Told(said, Beside(_figure(last_year), _growth(grown)))


def _figure(said: str | Msg) -> str:
    return said if isinstance(said, str) and any(map(str.isdigit, said)) else ""


def _growth(said: str | Msg) -> str:
    if isinstance(said, Msg):
        return ""
    return said if said in SAME_AS_LAST_YEAR else _figure(said)


def _without_remark(text: str) -> str | Msg:
    """Take a remark in brackets off a figure; a measure there belongs to the figure."""
    found = _REMARK.match(text)
    if found is None:
        return text
    said = found["said"].strip()
    if _NOT_SURE.search(said):
        return msg("grammar-approximate", text=shortened(text))
    read = measure(folded(said))
    if read.base in {"元", "美元", "%", "平方米", "吨"} or not read.base:
        return f"{found['figure'].strip()}{said}"
    return found["figure"].strip()


def legend_in(lines: Iterable[str]) -> Mapping[str, str]:
    """Return what footnotes such as “—”表示无该项数据 say of the marks in a sheet."""
    legend: dict[str, str] = {}
    for line in lines:
        for found in _LEGEND.finditer(line):
            mark = folded(found["mark"]).strip()
            if _NOT_MEANT.search(found["said"]):
                legend[mark] = "不适用"
            elif _NOTHING_THERE.search(found["said"]):
                legend[mark] = "无数据"
    return legend
