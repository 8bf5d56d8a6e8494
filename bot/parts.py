"""Long texts in parts that Telegram takes: cut between lines, with tags closed and opened again."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# https://core.telegram.org/bots/api#sendmessage: code points, after the markup is read.
TEXT_MAX = 4096
CAPTION_MAX = 1024

_PIECE = re.compile(
    r"<(?P<close>/?)(?P<name>[a-z-]+)[^<>]*>|&(?:[a-z]+|#\d+|#x[0-9a-f]+);|.", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Cell:
    """One visible character as it is written, and the tags it stands in, outermost first."""

    written: str
    within: tuple["_Tag", ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Tag:
    """One opening tag; two that are written alike are still two."""

    written: str
    name: str


def split(text: str, *, first_max: int = TEXT_MAX) -> list[str]:
    """Return the HTML in parts of at most 4096 visible characters, the first of *first_max*.

    Parts end between two lines where there are any, and each is complete by itself. An empty
    text has no parts.
    """
    cells = list(_cells(text))
    parts: list[str] = []
    start, limit = 0, first_max
    while start < len(cells):
        end = _end(cells, start, limit)
        part = _written(cells[start:end])
        if visible(part).strip():
            parts.append(part)
        start = end + 1 if end < len(cells) and cells[end].written == "\n" else end
        limit = TEXT_MAX
    return parts


def visible(text: str) -> str:
    """Return what a person reads of the HTML."""
    return html.unescape("".join(cell.written for cell in _cells(text)))


def _cells(text: str) -> Iterator[_Cell]:
    within: tuple[_Tag, ...] = ()
    for piece in _PIECE.finditer(text):
        name = piece["name"]
        if name is None:
            yield _Cell(piece[0], within)
        elif not piece["close"]:
            within = (*within, _Tag(piece[0], name))
        elif within:
            within = within[:-1]


def _end(cells: Sequence[_Cell], start: int, limit: int) -> int:
    if len(cells) - start <= limit:
        return len(cells)
    for at in range(start + limit, start, -1):
        if cells[at].written == "\n":
            return at
    return start + limit


def _written(cells: Sequence[_Cell]) -> str:
    written: list[str] = []
    before: tuple[_Tag, ...] = ()
    for cell in cells:
        written += _between(before, cell.within)
        written.append(cell.written)
        before = cell.within
    written += _between(before, ())
    return "".join(written)


def _between(before: Sequence[_Tag], after: Sequence[_Tag]) -> Iterator[str]:
    same = 0
    while same < min(len(before), len(after)) and before[same] is after[same]:
        same += 1
    for tag in reversed(before[same:]):
        yield f"</{tag.name}>"
    for tag in after[same:]:
        yield tag.written
