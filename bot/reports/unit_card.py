"""A unit's own card: place, points, what is near, what is still to be won."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.reports import ledger_part, palette
from bot.reports.furniture import Frame
from bot.reports.lines import draw_series
from bot.reports.page import MARGIN, RIGHT, Page, cut, fitted, width
from bot.reports.wording import NONE, Words, decimals, grouped, number, percent, trimmed
from handlers.books import BlockLine, Gain, IndicatorLine, UnitBook

INDICATORS_MOST = 9  # More rows would make the picture too tall for a phone's chat.

_SECTION = 76
_TREND_HEIGHT = 250
_ROW = 53


@dataclass(frozen=True)
class Part:
    """One part of the card: how high it is and what draws it from a given y down."""

    height: float
    draw: Callable[[Page, float], None]


def draw(book: UnitBook, words: Words) -> Page:
    """Return the card as a page."""
    frame = Frame(
        words, book.heading, book.unit_name, (words.say("reports-unit-lead"),), _notes(book, words)
    )
    parts = list(_parts(book, words))
    page = Page(frame.top() + 16 + sum(part.height for part in parts) + frame.bottom())
    frame.draw(page)
    y = frame.top() + 16
    for part in parts:
        part.draw(page, y)
        y += part.height
    return page


def _parts(book: UnitBook, words: Words) -> Iterator[Part]:
    yield Part(196, lambda page, y: _standing(page, y, book, words))
    yield Part(150, lambda page, y: _gaps(page, y, book, words))
    if book.firm is not None or book.waiting:
        yield Part(56, lambda page, y: _certainty(page, y, book, words))
    if book.blocks:
        high = _SECTION + 78 * len(book.blocks)
        yield Part(high, lambda page, y: _blocks(page, y, book.blocks, words))
    if book.ledger:
        high = ledger_part.height(book)
        yield Part(high, lambda page, y: ledger_part.draw(page, y, book, words))
    if book.gains:
        high = _SECTION + sum(_gain_height(gain) for gain in book.gains)
        yield Part(high, lambda page, y: _gains(page, y, book.gains, words))
    if sum(step.rate_pct is not None for step in book.trend) > 1:
        yield Part(_SECTION + _TREND_HEIGHT + 44, lambda page, y: _trend(page, y, book, words))
    if book.indicators:
        rows = min(len(book.indicators), INDICATORS_MOST)
        yield Part(_SECTION + 44 + _ROW * rows, lambda page, y: _indicators(page, y, book, words))


def _notes(book: UnitBook, words: Words) -> tuple[str, ...]:
    notes = []
    if book.firm is not None:
        firm = words.say("reports-unit-firm-note")
        notes.append(firm if book.firm else words.say("reports-unit-fragile-note"))
    left_out = len(book.indicators) - INDICATORS_MOST
    if left_out > 0:
        notes.append(words.say("reports-unit-more", count=left_out))
    notes += [
        words.say(
            "reports-adjusted-of",
            name=line.indicator_name,
            adjusted=words.adjusted(line.adjusted_from, line.document) or "",
        )
        for line in book.indicators
        if line.document
    ]
    return tuple(notes)


def _standing(page: Page, y: float, book: UnitBook, words: Words) -> None:
    none = words.say("reports-unit-place-none")
    place = none if book.place is None else words.say("reports-unit-place", place=book.place)
    size = 88 if book.place is not None else 60
    x = MARGIN + page.text(MARGIN, y + 56, place, size=size, bold=True) + 20
    of = words.say("reports-unit-of", count=book.of)
    x += page.text(x, y + 72, of, size=31, color=palette.MUTED) + 16
    for tag in _tags(book, words):
        x += page.tag(x, y + 72, tag) + 12
    colour = palette.MUTED
    if book.move:
        colour = palette.BLUE_DEEP if book.move > 0 else palette.ORANGE
    page.text(MARGIN, y + 138, _move(book, words), size=33, bold=True, color=colour)
    score = number(book.score)
    page.text(RIGHT, y + 56, score, size=88, bold=True, align="right")
    rate = words.say("reports-unit-rate", rate=percent(book.rate_pct))
    full = words.say("reports-full", points=trimmed(book.full_points))
    page.text(RIGHT, y + 138, words.dotted(rate, full), size=30, color=palette.MUTED, align="right")


def _tags(book: UnitBook, words: Words) -> list[str]:
    tags = []
    if book.is_tied:
        tags.append(words.say("reports-tied"))
    if book.is_bottom:
        tags.append(words.say("reports-bottom"))
    return tags


def _move(book: UnitBook, words: Words) -> str:
    if not book.move:
        return NONE if book.move is None else words.say("reports-unit-same")
    if book.move > 0:
        return words.say("reports-unit-up", places=book.move)
    return words.say("reports-unit-down", places=-book.move)


def _gaps(page: Page, y: float, book: UnitBook, words: Words) -> None:
    half = (RIGHT - MARGIN - 20) / 2
    say = words.say
    ends = (
        ("↑", say("reports-unit-gap-up"), book.gap_up, say("reports-unit-gap-first")),
        ("↓", say("reports-unit-gap-down"), book.gap_down, say("reports-unit-gap-last")),
    )
    for index, (arrow, label, gap, end) in enumerate(ends):
        x = MARGIN + index * (half + 20)
        page.box(x, y, half, 124, fill=palette.TRACK)
        page.text(x + 24, y + 36, f"{arrow} {label}", size=28, color=palette.MUTED)
        said = words.say("reports-unit-gap-points", points=number(gap))
        if gap is None:
            said = end if book.place is not None else NONE
        page.text(x + 24, y + 86, said, size=44, bold=True)


def _certainty(page: Page, y: float, book: UnitBook, words: Words) -> None:
    x = float(MARGIN)
    if book.firm is not None:
        firm = words.say("reports-unit-firm")
        said = firm if book.firm else _fragile(book, words)
        colour = palette.BLUE_DEEP if book.firm else palette.ORANGE
        x += page.tag(x, y + 22, said, size=27, color=colour) + 20
    if book.waiting:
        page.text(x, y + 22, words.say("reports-unit-waiting", count=book.waiting), size=29)


def _fragile(book: UnitBook, words: Words) -> str:
    if book.best_place is None or book.worst_place is None:
        return words.say("reports-unit-fragile")
    if book.place and book.worst_place and not book.best_place <= book.place <= book.worst_place:
        # The heading names the place on what is in; this is what is to be expected.
        return words.say("reports-unit-fragile-apart", best=book.best_place, worst=book.worst_place)
    return words.say("reports-unit-fragile-band", best=book.best_place, worst=book.worst_place)


def _section(page: Page, y: float, title: str) -> float:
    page.rule(y + 8)
    page.text(MARGIN, y + 44, title, size=32, bold=True)
    return y + _SECTION


def _blocks(page: Page, y: float, blocks: tuple[BlockLine, ...], words: Words) -> None:
    y = _section(page, y, words.say("reports-unit-blocks"))
    places = decimals(block.got for block in blocks)
    for block in blocks:
        _bar_row(page, y, block.name, block.got, block.full, number(block.got, places))
        y += 78


def _gain_height(gain: Gain) -> float:
    return 78 if gain.needed is None else 118


def _gains(page: Page, y: float, gains: tuple[Gain, ...], words: Words) -> None:
    y = _section(page, y, words.say("reports-unit-gains"))
    for gain in gains:
        said = _brings(gain, words)
        room = RIGHT - MARGIN - width(said, 31, bold=True) - 24
        size = fitted(gain.indicator_name, room, 31, 25)
        page.text(MARGIN, y + 20, cut(gain.indicator_name, room, size), size=size)
        page.text(RIGHT, y + 20, said, size=31, bold=True, align="right")
        _split_bar(page, y + 46, gain.got, gain.full, open_end=True)
        if gain.needed is not None and gain.value is not None:
            page.text(MARGIN, y + 90, _asks(gain, words), size=28, color=palette.MUTED)
        y += _gain_height(gain)


def _brings(gain: Gain, words: Words) -> str:
    if gain.gain is None:
        return words.say("reports-unit-gain", points=number(gain.lost))
    if gain.places:
        return words.say("reports-unit-gain-up", points=number(gain.gain), places=gain.places)
    return words.say("reports-unit-gain-more", points=number(gain.gain))


def _asks(gain: Gain, words: Words) -> str:
    """Return what has to be added, or taken away, and what the figure would be then."""
    value, needed = gain.value or Decimal(0), gain.needed or Decimal(0)
    more = "reports-unit-gain-add" if needed >= value else "reports-unit-gain-cut"
    return words.say(
        more,
        more=f"{grouped(abs(needed - value))} {gain.measure}".rstrip(),
        value=grouped(value),
        needed=grouped(needed),
    )


def _bar_row(
    page: Page, y: float, name: str, got: Decimal | None, full: Decimal, digits: str
) -> None:
    of = f" / {trimmed(full)}"
    page.text(RIGHT, y + 20, of, size=29, color=palette.MUTED, align="right")
    right = RIGHT - width(of, 29)
    page.text(right, y + 20, digits, size=33, bold=True, align="right")
    page.text(MARGIN, y + 20, cut(name, 600, 31), size=31)
    _split_bar(page, y + 46, got, full, open_end=False)


def _split_bar(page: Page, y: float, got: Decimal | None, full: Decimal, *, open_end: bool) -> None:
    """Draw what was got, and behind it what was not: hatched where it can still be won."""
    long = RIGHT - MARGIN
    share = min(max(float((got or Decimal(0)) / full), 0), 1) if full else 0.0
    if open_end:
        page.box(MARGIN, y, long, 20, fill=palette.PAPER, hatch="//", hatch_color=palette.ORANGE)
    else:
        page.box(MARGIN, y, long, 20, fill=palette.TRACK)
    page.box(MARGIN, y, long * share, 20, fill=palette.BLUE)


def _trend(page: Page, y: float, book: UnitBook, words: Words) -> None:
    y = _section(page, y, words.say("reports-unit-trend"))
    axes = page.axes(MARGIN + 50, y + 56, RIGHT - MARGIN - 110, _TREND_HEIGHT - 120)
    rates = [None if step.rate_pct is None else float(step.rate_pct) for step in book.trend]
    known = [rate for rate in rates if rate is not None]
    low, high = min(known), max(known)
    axes.set_ylim(low - max((high - low) * 0.1, 0.5), high + max((high - low) * 0.1, 0.5))
    axes.set_xlim(0, len(rates) - 1)
    draw_series(axes, rates, color=palette.BLUE_DEEP, thick=6, dots=13, gid="rate")
    last = max(n for n, rate in enumerate(rates) if rate is not None)
    bottom = axes.get_ylim()[0]
    for n, (step, rate) in enumerate(zip(book.trend, rates, strict=True)):
        month = words.month(step.period)
        page.label(axes, n, bottom, month, size=26, color=palette.MUTED, align="center", up=-58)
        if rate is not None:
            bold = n == last
            said = number(step.rate_pct, 1)
            page.label(axes, n, rate, said, size=27, bold=bold, align="center", up=30)
        if step.place is not None:
            place = words.say("reports-unit-trend-place", place=step.place)
            page.label(axes, n, bottom, place, size=23, color=palette.MUTED, align="center", up=-88)


def _indicators(page: Page, y: float, book: UnitBook, words: Words) -> None:
    y = _section(page, y, words.say("reports-unit-indicators"))
    columns = (560.0, 730.0, 880.0, float(RIGHT))
    heads = (
        words.say("reports-unit-value"),
        "",
        words.say("reports-unit-completion"),
        words.say("reports-unit-got"),
    )
    for x, head in zip(columns, heads, strict=True):
        at = columns[1] if x == columns[0] else x
        page.text(at, y + 14, head, size=25, color=palette.MUTED, align="right")
    y += 44
    places = decimals(line.got for line in book.indicators)
    for line in book.indicators[:INDICATORS_MOST]:
        _indicator(page, y + _ROW / 2, line, words, columns, places)
        y += _ROW


def _indicator(
    page: Page,
    y: float,
    line: IndicatorLine,
    words: Words,
    columns: tuple[float, ...],
    places: int,
) -> None:
    room = columns[0] - MARGIN - 24
    name = f"{'*' if line.document else ''}{line.indicator_name}"
    size = fitted(name, room, 29, 24)
    page.text(MARGIN, y, cut(name, room, size), size=size)
    if line.value is None:
        page.text(columns[1], y, words.state(line.state), size=27, align="right")
    else:
        said = f"{grouped(line.value)} {line.measure}".rstrip()
        size = fitted(said, columns[1] - columns[0] + 20, 27, 20)
        page.text(columns[1], y, said, size=size, color=palette.MUTED, align="right")
        done = percent(line.completion_pct)
        page.text(columns[2], y, done, size=27, color=palette.MUTED, align="right")
    of = f" / {trimmed(line.full)}"
    page.text(RIGHT, y, of, size=25, color=palette.MUTED, align="right")
    got = number(line.got, places)
    page.text(RIGHT - width(of, 25), y, got, size=29, bold=True, align="right")
