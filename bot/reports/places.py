"""Places by month: a line for each unit, the first place on top."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from bot.reports import palette
from bot.reports.furniture import Frame
from bot.reports.lines import draw_series
from bot.reports.page import MARGIN, RIGHT, Page, cut, fitted, width
from bot.reports.wording import NONE, Words
from handlers.books import PlacesBook, PlacesLine

_MOVERS = 2  # How many risers, and how many fallers, are drawn heavy where nobody is "own".
_MOVE_LEAST = 2
_CROWD = 16
_NAMES_MOST = 420


def draw(book: PlacesBook, words: Words) -> Page:
    """Return the places as a page; names stand in the order of the last month."""
    heavy = _heavy(book)
    frame = Frame(
        words,
        book.heading,
        words.say("reports-places-title"),
        (words.say("reports-units", count=len(book.lines)),),
        _notes(book, heavy, words),
    )
    row = 84 if len(book.lines) <= _CROWD else 56
    top, high = frame.top() + 70, row * max(len(book.lines), 1)
    page = Page(top + high + 10 + frame.bottom())
    frame.draw(page)
    names_at = RIGHT - _names_wide(book, words)
    axes = page.axes(MARGIN + 34, top, names_at - 90 - MARGIN - 34, high)
    axes.set_xlim(0, max(len(book.periods) - 1, 1))
    axes.set_ylim(max(len(book.lines), 1) + 0.5, 0.5)
    _months(page, axes, book, words)
    for line in sorted(book.lines, key=lambda each: each.unit_code in heavy):
        _line(page, axes, line, heavy.get(line.unit_code, 0), row)
    _names(page, axes, book, heavy, words, row=row, top=top, names_at=names_at)
    return page


def _names_wide(book: PlacesBook, words: Words) -> float:
    """Return how much room the names ask for, within bounds that leave the lines theirs."""
    asked = (
        width(line.unit_name, 31, bold=True) + _tags_wide(_tags(line, words)) for line in book.lines
    )
    return min(max(asked, default=0) + 4, _NAMES_MOST)


def _tags(line: PlacesLine, words: Words) -> list[str]:
    tags = [words.say("reports-own")] if line.is_own else []
    return tags + ([words.say("reports-bottom")] if line.is_bottom else [])


def _tags_wide(tags: list[str]) -> float:
    return sum(width(tag, 21, bold=True) + 34 for tag in tags)


def _heavy(book: PlacesBook) -> dict[str, int]:
    """Return the units to be drawn heavy, each with the sign of its move."""
    own = {line.unit_code: 1 for line in book.lines if line.is_own}
    if own:
        return own
    moves = sorted(((_gained(line.places), line.unit_code) for line in book.lines), reverse=True)
    risers = [(gain, code) for gain, code in moves[:_MOVERS] if gain >= _MOVE_LEAST]
    fallers = [(gain, code) for gain, code in moves[-_MOVERS:] if gain <= -_MOVE_LEAST]
    return {code: 1 if gain > 0 else -1 for gain, code in (*risers, *fallers)}


def _gained(places: Sequence[int | None]) -> int:
    known = [place for place in places if place is not None]
    return known[0] - known[-1] if known else 0


def _notes(book: PlacesBook, heavy: dict[str, int], words: Words) -> tuple[str, ...]:
    notes = []
    if any(line.is_own for line in book.lines):
        notes.append(words.say("reports-places-note-own"))
    elif heavy:
        notes.append(words.say("reports-places-note-movers"))
    if any(None in line.places for line in book.lines):
        notes.append(words.say("reports-places-note-unranked"))
    return tuple(notes)


def _months(page: Page, axes: Axes, book: PlacesBook, words: Words) -> None:
    for n, period in enumerate(book.periods):
        month = words.month(period)
        page.label(axes, n, 0.5, month, size=27, color=palette.MUTED, align="center", up=28)
        bottom = len(book.lines) + 0.5
        axes.add_artist(Line2D((n, n), (0.5, bottom), color=palette.TRACK, linewidth=2, zorder=1))


def _line(page: Page, axes: Axes, line: PlacesLine, sign: int, row: float) -> None:
    colour = {1: palette.BLUE_DEEP, -1: palette.ORANGE, 0: palette.GREY_LINE}[sign]
    size = min(46, row * 0.62)
    draw_series(
        axes,
        [None if place is None else float(place) for place in line.places],
        color=colour,
        thick=8 if sign else 3.5,
        dots=size if sign else size * 0.5,
        style="--" if sign < 0 else "-",
        gid=line.unit_code,
        above=4 if sign else 2,
    )
    for n, place in enumerate(line.places):
        if sign and place is not None:
            page.label(
                axes,
                n,
                place,
                str(place),
                size=size * 0.55,
                bold=True,
                color=palette.PAPER,
                align="center",
            )


def _names(
    page: Page,
    axes: Axes,
    book: PlacesBook,
    heavy: dict[str, int],
    words: Words,
    *,
    row: float,
    top: float,
    names_at: float,
) -> None:
    last = len(book.periods) - 1
    order = sorted(book.lines, key=lambda line: (line.places[-1] is None, line.places[-1] or 0))
    for slot, line in enumerate(order, 1):
        place, sign = line.places[-1], heavy.get(line.unit_code, 0)
        bold = bool(sign)
        y = top + (slot - 0.5) * row
        colour = {1: palette.BLUE_DEEP, -1: palette.ORANGE, 0: palette.INK}[sign]
        if place is not None and place != slot:
            left, right = axes.get_xlim()
            wide = names_at - 90 - MARGIN - 34
            _lead(axes, last, place, slot, step=34 * (right - left) / wide)
        said = NONE if place is None else str(place)
        page.text(names_at - 12, y, said, size=31, bold=True, color=colour, align="right")
        tags = _tags(line, words)
        room = RIGHT - names_at - _tags_wide(tags)
        size = fitted(line.unit_name, room, 31, 23, bold=bold)
        name = cut(line.unit_name, room, size, bold=bold)
        x = names_at + page.text(names_at, y, name, size=size, bold=bold, color=colour) + 12
        for tag in tags:
            x += page.tag(x, y, tag, size=21) + 10


def _lead(axes: Axes, last: int, place: int, slot: int, *, step: float) -> None:
    """Lead from a shared place to the name's own line below it."""
    line = Line2D(
        (last, last + step),
        (place, slot),
        color=palette.GREY_LINE,
        linewidth=2,
        clip_on=False,
        zorder=1,
    )
    axes.add_artist(line)
