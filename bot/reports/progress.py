"""Completion of one indicator: a bar for each unit against the plan line."""

from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from bot.reports import palette
from bot.reports.furniture import Frame
from bot.reports.page import MARGIN, RIGHT, Page, cut, fitted, width
from bot.reports.wording import Words, grouped, number, percent
from handlers.books import ProgressBook, ProgressLine

CUT_PCT = 150  # A bar beyond this would make all others unreadable; it is cut and says so.

_CROWD = 16


def draw(book: ProgressBook, words: Words) -> Page:
    """Return the progress as a page, units in the order of the book."""
    title = words.say("reports-progress-title", indicator=book.indicator_name)
    lead = (words.say("reports-units", count=len(book.lines)),)
    frame = Frame(words, book.heading, title, lead, _notes(book, words))
    roomy = len(book.lines) <= _CROWD
    row, bar = (112, 26) if roomy else (76, 16)
    top, high = frame.top() + 64, row * len(book.lines)
    page = Page(top + 44 + high + frame.bottom())
    frame.draw(page)
    axes = page.axes(MARGIN, top, RIGHT - MARGIN, high + 44)
    axes.set_xlim(0, _longest(book))
    axes.set_ylim(high + 44, 0)
    axes.set_gid("bars")
    if book.plan_pct is not None:
        _plan(page, axes, book.plan_pct, words)
    for index, line in enumerate(book.lines):
        y = 44 + index * row
        _bar(axes, y + row - bar - 18, bar, line)
        if book.plan_pct is not None:
            _plan_mark(axes, float(book.plan_pct), y + row - bar - 27, y + row - 9)
        _row(page, top + y + (26 if roomy else 18), line, book, words, roomy=roomy)
    return page


def _notes(book: ProgressBook, words: Words) -> tuple[str, ...]:
    notes = []
    if book.plan_pct is not None:
        notes.append(words.say("reports-progress-note"))
    if any((line.completion_pct or 0) > CUT_PCT for line in book.lines):
        notes.append(words.say("reports-progress-note-cut"))
    return tuple(notes)


def _longest(book: ProgressBook) -> float:
    done = [line.completion_pct for line in book.lines if line.completion_pct is not None]
    plan = book.plan_pct or Decimal(0)
    return float(min(max([Decimal(100), plan, *done]), Decimal(CUT_PCT)))


def _plan(page: Page, axes: Axes, plan: Decimal, words: Words) -> None:
    at = float(plan)
    _plan_mark(axes, at, 4, 30)
    said = words.say("reports-progress-plan", plan=percent(plan))
    left = MARGIN + (RIGHT - MARGIN) * at / axes.get_xlim()[1]
    half = width(said, 30, bold=True) / 2
    middle = min(max(left, MARGIN + half), RIGHT - half)
    along = middle - left
    page.label(axes, at, 0, said, size=30, bold=True, align="center", up=20, along=along)


def _plan_mark(axes: Axes, at: float, start: float, end: float) -> None:
    """Draw the plan line over one bar only: it must not cross the numbers between."""
    line = Line2D((at, at), (start, end), color=palette.INK, linewidth=5, gid="plan", zorder=5)
    axes.add_artist(line)


def _bar(axes: Axes, y: float, high: float, line: ProgressLine) -> None:
    end = axes.get_xlim()[1]
    axes.add_artist(_rectangle(y, end, high, palette.TRACK, gid="track"))
    if line.completion_pct is None or line.completion_pct <= 0:
        return
    behind = line.gap_pp is not None and line.gap_pp < 0
    fill = palette.SAND if behind else palette.BLUE
    long = min(float(line.completion_pct), end)
    axes.add_artist(_rectangle(y, long, high, fill, line.unit_code, "//" if behind else ""))


def _rectangle(
    y: float, width: float, height: float, fill: str, gid: str, hatch: str = ""
) -> Rectangle:
    return Rectangle(
        (0, y),
        width,
        height,
        facecolor=fill,
        edgecolor=palette.HATCH,
        linewidth=0,
        hatch=hatch,
        gid=gid,
    )


def _row(
    page: Page, y: float, line: ProgressLine, book: ProgressBook, words: Words, *, roomy: bool
) -> None:
    size = 36 if roomy else 29
    place = "" if line.place is None else f"{line.place}"
    page.text(MARGIN, y, place, size=size, bold=True)
    x = MARGIN + 62
    tag = words.say("reports-own") if line.is_own else ""
    amount = _amount(line, book, words)
    room = 590 - 62 - (width(tag, 24, bold=True) + 40 if tag else 0)
    letters = fitted(line.unit_name, room, size, 24, bold=line.is_own)
    name = cut(line.unit_name, room, letters, bold=line.is_own)
    x += page.text(x, y, name, size=letters, bold=line.is_own) + 14
    if tag:
        x += page.tag(x, y, tag) + 14
    left = RIGHT - 310
    if width(amount, 24) <= left - x - 10:
        page.text(left, y + 3, amount, size=24, color=palette.MUTED, align="right")
    if line.completion_pct is None:
        page.text(RIGHT, y, words.state(line.state), size=size, align="right")
        return
    cut_short = "→" if line.completion_pct > CUT_PCT else ""
    done = f"{percent(line.completion_pct)}{cut_short}"
    page.text(RIGHT - 150, y, done, size=size, bold=True, align="right")
    _gap(page, y, line.gap_pp, size)


def _amount(line: ProgressLine, book: ProgressBook, words: Words) -> str:
    if line.value is None or line.target is None:
        return ""
    return words.say(
        "reports-progress-of",
        value=grouped(line.value),
        target=grouped(line.target),
        measure=book.measure,
    )


def _gap(page: Page, y: float, gap: Decimal | None, size: float) -> None:
    if gap is None:
        return
    mark = "▲" if gap > 0 else "▼" if gap < 0 else ""
    colour = palette.BLUE_DEEP if gap >= 0 else palette.ORANGE
    said = f"{mark} {number(abs(gap), 1)}".strip()
    page.text(RIGHT, y, said, size=size - 4, bold=True, color=colour, align="right")
