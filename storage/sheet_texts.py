"""Text files with a table in them: their encoding, what stands between cells, and their lines."""

import csv
import io
import re
from collections import Counter

from storage.sheet_guard import UnreadableFileError
from storage.sheet_marks import check_reach

UNREADABLE = "\ufffd"
"""What stands for a character that belongs to no encoding we know."""

_SEPARATORS = ("\t", ",", ";", "|", "，")
_LOOKED_AT = 60
_CELL_MAX = 1_000_000
_MARKED = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_LINES = re.compile(r"\r\n|\r|\n")


def text_sheet(content: bytes) -> list[tuple[int, list[str]]]:
    """Return the rows of a text file with the number of the line each begins on.

    Raises UnreadableFileError where it is no text.
    """
    text = _LINES.sub("\n", decoded(content))
    if "\0" in text:
        raise UnreadableFileError("sheet-other-kind", {"kind": "unknown"})
    separator = _separator(text)
    if separator is None:
        lines = text.split("\n")
        check_reach(len(lines), 1)
        return [(number, [line]) for number, line in enumerate(lines, start=1)]
    return _rows(text, separator)


def _rows(text: str, separator: str) -> list[tuple[int, list[str]]]:
    limit = csv.field_size_limit(_CELL_MAX)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows: list[tuple[int, list[str]]] = []
        begins, widest = 1, 0
        for row in reader:  # A quoted cell may run over several lines: the one it begins on counts.
            widest = max(widest, len(row))
            check_reach(len(rows), widest)
            rows.append((begins, [cell.strip() for cell in row]))
            begins = reader.line_num + 1
    except csv.Error as broken:
        raise UnreadableFileError("sheet-broken") from broken
    finally:
        csv.field_size_limit(limit)
    return rows


def decoded(content: bytes) -> str:
    """Return a text by its mark, else as UTF-8 or GB18030, whichever it is.

    In a text that is neither, what cannot be read stands as U+FFFD, so that the lines around it
    can still be used.
    """
    for mark, name in _MARKED:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    for name in ("utf-8", "gb18030"):
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    tried = [content.decode(name, errors="replace") for name in ("utf-8", "gb18030")]
    return min(tried, key=lambda text: text.count(UNREADABLE))


def _separator(text: str) -> str | None:
    """Return what stands between cells: what most lines have equally often; None for nothing."""
    lines = [line for line in text.split("\n")[:_LOOKED_AT] if line.strip()]
    best: tuple[int, int, str] | None = None
    for rank, mark in enumerate(_SEPARATORS):
        counted = Counter(line.count(mark) for line in lines)
        times = [(lines_with, count) for count, lines_with in counted.items() if count]
        if not times:
            continue
        lines_with, _ = max(times)
        if lines_with * 2 >= len(lines) and (best is None or lines_with > best[0]):
            best = (lines_with, -rank, mark)
    return best[2] if best else None
