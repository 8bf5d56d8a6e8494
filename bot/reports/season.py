"""A seasonal plan through the year: the proposed one beside the one in force, month by month."""

from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from bot.reports import palette
from bot.reports.furniture import Frame
from bot.reports.lines import draw_series
from bot.reports.page import MARGIN, RIGHT, Page, width
from bot.reports.wording import Words, number
from handlers.books import SeasonBook
from handlers.report_lines import SeasonMonth

_HEIGHT = 560
_STEP_PCT = 20
_ROW = 46
_LINE = 40
_TWELFTHS = Decimal(12)


def draw(book: SeasonBook, words: Words) -> Page:
    """Return the plan as a page: two lines, and under them the table of both."""
    title = words.say("reports-season-title", indicator=book.indicator_name)
    comma = words.say("reports-comma")
    rests = words.say(
        "reports-season-rests", count=len(book.years), years=comma.join(map(str, book.years))
    )
    notes = (rests, words.say("reports-season-note"))
    frame = Frame(words, book.heading, title, (words.say("reports-season-lead"),), notes)
    top = frame.top() + 40
    page = Page(top + _HEIGHT + 110 + _ROW * 4 + frame.bottom())
    frame.draw(page)
    labels = (words.say("reports-season-proposed"), words.say("reports-season-current"))
    room = max(width(label, 27, bold=True) for label in labels) + 24
    axes = page.axes(MARGIN + 70, top, RIGHT - MARGIN - 70 - room, _HEIGHT)
    axes.set_xlim(0, len(book.months) - 1)
    axes.set_ylim(0, 104)
    _grid(page, axes, book, words)
    _line(page, axes, book, labels)
    _table(page, top + _HEIGHT + 90, book, words, labels)
    return page


def current_pct(month: SeasonMonth, number_: int) -> Decimal:
    """Return the share in force; where no plan counts, as many twelfths as months."""
    if month.current is not None:
        return month.current
    return Decimal(number_ * 100) / _TWELFTHS


def _grid(page: Page, axes: Axes, book: SeasonBook, words: Words) -> None:
    for mark in range(0, 101, _STEP_PCT):
        ends = (0, len(book.months) - 1)
        axes.add_artist(Line2D(ends, (mark, mark), color=palette.RULE, linewidth=1.5))
        said = f"{mark}%"
        page.label(axes, 0, mark, said, size=26, color=palette.MUTED, align="right", along=-20)
    for n, month in enumerate(book.months):
        said = words.month(month.period)
        page.label(axes, n, 0, said, size=25, color=palette.MUTED, align="center", up=-40)


def _line(page: Page, axes: Axes, book: SeasonBook, labels: tuple[str, str]) -> None:
    proposed = [None if m.proposed is None else float(m.proposed) for m in book.months]
    current = [float(current_pct(m, n)) for n, m in enumerate(book.months, start=1)]
    draw_series(axes, current, color=palette.MUTED, thick=3.5, style="--", gid="current")
    draw_series(axes, proposed, color=palette.BLUE_DEEP, thick=6, dots=13, gid="proposed", above=9)
    last = len(book.months) - 1
    for label, up, bold, colour in (
        (labels[0], 0, True, palette.BLUE_DEEP),
        (labels[1], -_LINE, False, palette.MUTED),
    ):
        page.label(axes, last, 100, label, size=27, bold=bold, color=colour, up=up, along=20)


def _table(page: Page, y: float, book: SeasonBook, words: Words, labels: tuple[str, str]) -> None:
    """Write both plans in two halves of six months, so that every number can be read on a phone."""
    half = len(book.months) // 2
    names = max(width(label, 25) for label in labels) + 20
    step = (RIGHT - MARGIN - names) / half
    for part in range(2):
        months = list(enumerate(book.months, start=1))[part * half : (part + 1) * half]
        for row, label in enumerate(labels):
            at = y + (part * 2 + row) * _ROW
            page.text(MARGIN, at, label, size=25, color=palette.MUTED)
            for column, (number_, month) in enumerate(months):
                share = month.proposed if row == 0 else current_pct(month, number_)
                said = "" if row else f"{words.month(month.period)} "
                x = MARGIN + names + (column + 1) * step - 8
                page.text(x, at, f"{said}{number(share, 1)}", size=25, bold=not row, align="right")
