"""Lines through the year: a score rate, an indicator against its plan, places by month."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, TypeAlias

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from bot.reports import palette
from bot.reports.furniture import Frame
from bot.reports.page import MARGIN, RIGHT, Page, width
from bot.reports.wording import Words, decimals, grouped, number, signed
from handlers.books import TrendBook, TrendPoint

Stroke: TypeAlias = Literal["-", "--", ":", "-."]
Series: TypeAlias = tuple[str, list[Decimal | None], str, Stroke]

_HEIGHT = 640
_LINE = 40


def draw_series(
    axes: Axes,
    values: Sequence[float | None],
    *,
    color: str,
    thick: float,
    dots: float = 0,
    style: Stroke = "-",
    gid: str,
    above: int = 3,
) -> None:
    """Draw one line with gaps where there is no value; a lone value is a dot."""
    there = [float("nan") if value is None else value for value in values]
    line = Line2D(
        range(len(there)),
        there,
        color=color,
        linewidth=thick,
        linestyle=style,
        marker="o",
        markersize=dots,
        markeredgecolor=palette.PAPER,
        markeredgewidth=2 if dots else 0,
        clip_on=False,
        solid_capstyle="round",
        gid=gid,
        zorder=above,
    )
    axes.add_artist(line)


def draw(book: TrendBook, words: Words) -> Page:
    """Return the trend as a page."""
    frame = Frame(words, book.heading, _title(book, words), _lead(book, words), _notes(book, words))
    top = frame.top()
    page = Page(top + 100 + _HEIGHT + 90 + frame.bottom())
    frame.draw(page)
    _headline(page, top + 46, book, words)
    ends_last = (
        width(label, 27, bold=True)
        for _, values, label, _ in _series(book, words)
        if values[-1] is not None
    )
    room = max(ends_last, default=0) + 24
    axes = page.axes(MARGIN + 90, top + 120, RIGHT - MARGIN - 90 - room, _HEIGHT - 20)
    _limits(axes, book)
    _grid(page, axes, book, words)
    for number_, (gid, values, _, style) in enumerate(_series(book, words)):
        _one_line(axes, gid, values, style, above=9 - number_)
    _end_labels(page, axes, book, words)
    return page


def _title(book: TrendBook, words: Words) -> str:
    if book.subject == "rate":
        return words.say("reports-trend-rate-title", unit=book.unit_name)
    return words.say("reports-trend-indicator-title", indicator=book.indicator_name)


def _lead(book: TrendBook, words: Words) -> tuple[str, ...]:
    if book.subject == "rate":
        return ()
    whole = words.say("reports-trend-indicator-city")
    measure = words.say("reports-trend-measure", measure=book.measure)
    return (book.unit_name or whole, measure)


def _notes(book: TrendBook, words: Words) -> tuple[str, ...]:
    there = [n for n, point in enumerate(book.points) if point.value is not None]
    holes = [
        words.month(point.period)
        for n, point in enumerate(book.points)
        if point.value is None and there and n < there[-1]
    ]
    months = words.say("reports-comma").join(holes)
    return (words.say("reports-trend-note-gap", months=months),) if holes else ()


def _series(book: TrendBook, words: Words) -> list[Series]:
    say = words.say
    rate = book.subject == "rate"
    own = say("reports-trend-rate") if rate else say("reports-trend-value")
    every: list[Series] = [
        ("value", [point.value for point in book.points], own, "-"),
        ("plan", [point.plan for point in book.points], say("reports-trend-plan"), "--"),
        (
            "last-year",
            [point.last_year for point in book.points],
            say("reports-trend-last-year"),
            ":",
        ),
        ("middle", [point.middle for point in book.points], say("reports-trend-middle"), "-."),
    ]
    return [each for each in every if any(value is not None for value in each[1])]


def _one_line(
    axes: Axes, gid: str, values: list[Decimal | None], style: Stroke, *, above: int
) -> None:
    own = gid == "value"
    draw_series(
        axes,
        [None if value is None else float(value) for value in values],
        color=palette.BLUE_DEEP if own else palette.MUTED,
        thick=7 if own else 3.5,
        dots=15 if own else 0,
        style=style,
        gid=gid,
        above=above,
    )


def _limits(axes: Axes, book: TrendBook) -> None:
    points = book.points
    columns = ([p.value, p.plan, p.last_year, p.middle] for p in points)
    known = [float(value) for column in columns for value in column if value is not None]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    # Amounts that add up through the year start at zero; rates may start where they are.
    start = min(low, 0.0) if book.subject == "indicator" and low < high / 2 else low
    room = max((high - start) * 0.08, 0.5)
    axes.set_ylim(start if start == 0 else start - room, high + room)
    axes.set_xlim(0, max(len(points) - 1, 1))


def _grid(page: Page, axes: Axes, book: TrendBook, words: Words) -> None:
    low, high = axes.get_ylim()
    marks = _marks(low, high)
    places = decimals([Decimal(repr(mark)) for mark in marks if mark % 1])
    for mark in marks:
        line = Line2D((0, len(book.points) - 1), (mark, mark), color=palette.RULE, linewidth=1.5)
        axes.add_artist(line)
        said = number(Decimal(repr(mark)), places)
        page.label(axes, 0, mark, said, size=26, color=palette.MUTED, align="right", along=-30)
    for n, point in enumerate(book.points):
        month = words.month(point.period)
        page.label(axes, n, low, month, size=27, color=palette.MUTED, align="center", up=-40)


def _marks(low: float, high: float) -> list[float]:
    rough = (high - low) / 5
    power = 10.0 ** (len(f"{rough:.0f}") - 1 if rough >= 1 else -1)
    step = next((n * power for n in (1, 2, 5, 10) if n * power >= rough), rough)
    first = int(low // step) + (low % step > 0)
    return [round(n * step, 6) for n in range(first, first + 12) if low <= n * step <= high + 1e-9]


def _headline(page: Page, y: float, book: TrendBook, words: Words) -> None:
    """Write the newest value and how it stands to the plan, or to the median."""
    known = [point for point in book.points if point.value is not None]
    if not known or known[-1].value is None:
        return
    last, value = known[-1], known[-1].value
    unit = "%" if book.measure == "%" else f" {book.measure}"
    said = f"{words.month(last.period)} {grouped(value)}{unit}"
    x = MARGIN + page.text(MARGIN, y, said, size=44, bold=True) + 28
    stand = _standing(last, value, book, words)
    page.text(x, y + 4, stand, size=32, color=palette.MUTED)


def _standing(last: TrendPoint, value: Decimal, book: TrendBook, words: Words) -> str:
    unit = "%" if book.measure == "%" else f" {book.measure}"
    if book.subject == "indicator" and last.plan is not None:
        gap = value - last.plan
        amount = f"{number(abs(gap), 2)}{unit}"
        if gap == 0:
            return words.say("reports-trend-level")
        if gap > 0:
            return words.say("reports-trend-ahead", amount=amount)
        return words.say("reports-trend-behind", amount=amount)
    if last.middle is None:
        return ""
    gap = value - last.middle
    amount = signed(abs(gap), 1).removeprefix("+")
    if gap == 0:
        return words.say("reports-trend-at-middle")
    if gap > 0:
        return words.say("reports-trend-above-middle", amount=amount)
    return words.say("reports-trend-below-middle", amount=amount)


def _end_labels(page: Page, axes: Axes, book: TrendBook, words: Words) -> None:
    """Write each line's name beside its end, pushed apart where two would meet."""
    ends = []
    for gid, values, label, _ in _series(book, words):
        n, end = [(n, float(value)) for n, value in enumerate(values) if value is not None][-1]
        ends.append((n, end, label, gid))
    low, high = axes.get_ylim()
    pixels = (_HEIGHT - 20) / (high - low)
    taken: dict[int, float] = {}
    for n, end, label, gid in sorted(ends):
        up = max((end - low) * pixels, taken.get(n, float("-inf")) + _LINE)
        taken[n] = up
        own = gid == "value"
        colour = palette.BLUE_DEEP if own else palette.MUTED
        page.label(axes, n, low, label, size=27, bold=own, color=colour, up=up, along=20)
