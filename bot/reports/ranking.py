"""The ranking of a category: one bar for each unit, as long as its score."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from bot.reports import palette
from bot.reports.furniture import Frame
from bot.reports.page import MARGIN, RIGHT, Page, cut, fitted, width
from bot.reports.wording import NONE, Words, decimals, exact_signed, number, percent, trimmed
from handlers.books import RankingBook, RankLine
from scoring.periods import Period

ROOMY_MOST = 16  # More units than this share one line each with their bar.


@dataclass(frozen=True)
class Shape:
    """Where the columns of a row stand, and how large its letters are."""

    row: float
    place: float
    name: float
    bar: tuple[float, float]
    bar_height: float
    bar_down: float
    coverage: float
    move: float
    size: float
    place_size: float
    ledger: float  # where what the ledger adds or takes ends; the bars leave it room
    ledger_wide: float

    @property
    def is_roomy(self) -> bool:
        """Whether a unit has two lines: the bar stands under its name."""
        return self.row == ROOMY.row


ROOMY = Shape(112, 96, 124, (124, RIGHT), 26, 82, 690, 840, 37, 42, RIGHT, 140)
COMPACT = Shape(54, 92, 112, (604, 806), 24, 27, 594, 900, 31, 31, 806, 104)


def draw(book: RankingBook, words: Words) -> Page:
    """Return the ranking as a page."""
    shape = ROOMY if len(book.lines) <= ROOMY_MOST else COMPACT
    if book.is_adjusted:
        left, right = shape.bar
        shape = replace(shape, bar=(left, right - shape.ledger_wide))
    frame = _frame(book, words)
    legend = 58 if _stacked(book) else 0
    top = frame.top() + legend + 50
    page = Page(top + shape.row * len(book.lines) + frame.bottom())
    frame.draw(page)
    if legend:
        _legend(page, frame.top() + 26, book, words)
    _heads(page, top - 24, words, shape, book)
    axes = _bars_axes(page, top, shape, book)
    places = decimals(line.score for line in book.lines)
    for index, line in enumerate(book.lines):
        _bar(axes, index, line, book, shape)
        _row(page, top + shape.row * index, line, words, shape, places=places, book=book)
    return page


def _frame(book: RankingBook, words: Words) -> Frame:
    notes = [words.say("reports-ranking-note-move")]
    if any(line.is_bottom for line in book.lines):
        notes.append(words.say("reports-ranking-note-bottom"))
    if any(line.place is None for line in book.lines):
        notes.append(words.say("reports-ranking-note-unranked"))
    if book.is_adjusted:
        vetoes = int(any(line.vetoes for line in book.lines))
        stacked = int(_stacked(book))
        notes.append(words.say("reports-ranking-note-ledger", vetoes=vetoes, stacked=stacked))
    full = words.say("reports-full", points=trimmed(book.full_points))
    units = words.say("reports-units", count=len(book.lines))
    title = words.say("reports-ranking-title", month=Period.parse(book.heading.period).month)
    return Frame(words, book.heading, title, (units, full), tuple(notes))


def _stacked(book: RankingBook) -> bool:
    """Return whether every bar can be shown as its parts: none negative, all adding up."""
    scored = [line for line in book.lines if line.score is not None]
    return bool(book.blocks) and all(
        len(line.block_points) == len(book.blocks) <= len(palette.PARTS)
        and all(part is None or part >= 0 for part in line.block_points)
        and sum((part or Decimal(0) for part in line.block_points), Decimal(0)) == line.base
        for line in scored
    )


def _legend(page: Page, y: float, book: RankingBook, words: Words) -> None:
    named = [f"{block.name} {trimmed(block.full_points)}" for block in book.blocks]
    parts: list[tuple[str, str]] = [*zip(named, palette.PARTS, strict=False)]
    if any(line.bonus for line in book.lines):
        parts.append((words.say("reports-ledger-bonus"), palette.BONUS))
    room = RIGHT - MARGIN - 72 * len(parts)
    size = fitted("".join(said for said, _ in parts), room, 28, 18)
    x = float(MARGIN)
    for said, colour in parts:
        page.box(x, y - 14, 28, 28, fill=colour)
        x += 38 + page.text(x + 38, y, said, size=size) + 34


def _heads(page: Page, y: float, words: Words, shape: Shape, book: RankingBook) -> None:
    said = words.say
    muted = palette.MUTED
    place_size = 25 if shape.is_roomy else 22
    page.text(shape.place, y, said("reports-place"), size=place_size, color=muted, align="right")
    page.text(shape.name, y, said("reports-unit"), size=25, color=muted)
    page.text(shape.move, y, said("reports-move"), size=25, color=muted, align="right")
    page.text(RIGHT, y, said("reports-score"), size=25, color=muted, align="right")
    if _coverage_differs(book):
        covered = said("reports-scored-weight")
        page.text(shape.coverage, y, covered, size=25, color=muted, align="right")
    if book.is_adjusted and not shape.is_roomy:
        page.text(shape.ledger, y, said("reports-ledger"), size=22, color=muted, align="right")


def _bars_axes(page: Page, top: float, shape: Shape, book: RankingBook) -> Axes:
    left, right = shape.bar
    high = shape.row * max(len(book.lines), 1)
    axes = page.axes(left, top, right - left, high)
    ends = (max(line.score or Decimal(0), line.base or Decimal(0)) for line in book.lines)
    longest = max(ends, default=Decimal(0))
    axes.set_xlim(0, float(max(book.full_points, longest)))
    axes.set_ylim(high, 0)
    axes.set_gid("bars")
    return axes


def _bar(axes: Axes, index: int, line: RankLine, book: RankingBook, shape: Shape) -> None:
    y = index * shape.row + shape.bar_down - shape.bar_height / 2
    full = float(book.full_points)
    axes.add_artist(_rectangle(0, y, full, shape.bar_height, palette.TRACK, gid="track"))
    if line.score is None:
        return
    hatch = "//" if line.is_bottom else ""
    if not _stacked(book):
        strong = line.is_own or not any(each.is_own for each in book.lines)
        fill = palette.BLUE if strong else palette.BLUE_PALE
        bar = _rectangle(0, y, float(line.score), shape.bar_height, fill, line.unit_code, hatch)
        axes.add_artist(bar)
        return
    start = Decimal(0)
    for part, colour in zip(line.block_points, palette.PARTS, strict=False):
        size = part or Decimal(0)
        at, long = float(start), float(size)
        axes.add_artist(_rectangle(at, y, long, shape.bar_height, colour, line.unit_code, hatch))
        start += size
    _ledger_bar(axes, y, line, shape)


def _ledger_bar(axes: Axes, y: float, line: RankLine, shape: Shape) -> None:
    """Lengthen a stacked bar by what the ledger adds; strike out of it what the ledger takes."""
    at, size = float(line.base or 0), float(line.net)
    if size > 0:
        axes.add_artist(_rectangle(at, y, size, shape.bar_height, palette.BONUS, "ledger"))
    elif size < 0:
        left = max(at + size, 0.0)
        struck = _rectangle(left, y, at - left, shape.bar_height, palette.PAPER, "ledger", "xx")
        struck.set_edgecolor(palette.ORANGE)
        axes.add_artist(struck)


def _rectangle(
    x: float, y: float, width: float, height: float, fill: str, gid: str, hatch: str = ""
) -> Rectangle:
    return Rectangle(
        (x, y),
        width,
        height,
        facecolor=fill,
        edgecolor=palette.HATCH,
        linewidth=0,
        hatch=hatch,
        gid=gid,
    )


def _row(
    page: Page,
    top: float,
    line: RankLine,
    words: Words,
    shape: Shape,
    *,
    places: int,
    book: RankingBook,
) -> None:
    y = top + (32 if shape.is_roomy else shape.row / 2)
    page.text(
        shape.place,
        y,
        NONE if line.place is None else str(line.place),
        size=shape.place_size,
        bold=True,
        align="right",
    )
    _name(page, y, line, words, shape, book)
    if _coverage_differs(book):
        covered = percent(line.coverage_pct, 0)
        page.text(shape.coverage, y, covered, size=28, color=palette.MUTED, align="right")
    _move(page, shape.move, y, line, words)
    score = number(line.score, places)
    page.text(RIGHT, y, score, size=shape.size + 2, bold=True, align="right")
    _ledger(page, top, line, words, shape)


def _ledger(page: Page, top: float, line: RankLine, words: Words, shape: Shape) -> None:
    """Write what the ledger makes of the unit at the end of its bar; nothing where it does not."""
    if not line.is_adjusted:
        return
    said = exact_signed(line.net) if line.bonus or line.deduction else ""
    if shape.is_roomy and said:
        said = words.say("reports-ledger-short", net=said)
    colour = palette.BLUE_DEEP if line.net > 0 else palette.ORANGE if line.net < 0 else palette.INK
    size = fitted(said, shape.ledger_wide - 12, 26, 16, bold=True)
    page.text(
        shape.ledger, top + shape.bar_down, said, size=size, bold=True, color=colour, align="right"
    )


def _name(
    page: Page, y: float, line: RankLine, words: Words, shape: Shape, book: RankingBook
) -> None:
    tags = _tags(line, words, ties=shape.is_roomy)
    size = 24 if shape.is_roomy else 22
    taken = sum(width(each, size, bold=True) + 36 for each in tags)
    until = shape.coverage - (90 if _coverage_differs(book) else 16)
    room = until - shape.name - taken
    letters = fitted(line.unit_name, room, shape.size, 24, bold=line.is_own)
    name = cut(line.unit_name, room, letters, bold=line.is_own)
    x = shape.name + page.text(shape.name, y, name, size=letters, bold=line.is_own) + 14
    for tag in tags:
        x += page.tag(x, y, tag, size=size, color=palette.INK) + 14


def _tags(line: RankLine, words: Words, *, ties: bool) -> Sequence[str]:
    tags = []
    if line.is_own:
        tags.append(words.say("reports-own"))
    if line.is_bottom:
        tags.append(words.say("reports-bottom"))
    if line.is_tied and ties:
        tags.append(words.say("reports-tied"))
    if line.vetoes:
        tags.append(words.say("reports-veto"))
    return tags


def _move(page: Page, x: float, y: float, line: RankLine, words: Words) -> None:
    move = line.move or 0
    colour = palette.BLUE_DEEP if move > 0 else palette.ORANGE if move < 0 else palette.MUTED
    said = words.move(line.move)
    page.text(x, y, said, size=29, bold=move != 0, color=colour, align="right")


def _coverage_differs(book: RankingBook) -> bool:
    return len({line.coverage_pct for line in book.lines if line.place is not None}) > 1
