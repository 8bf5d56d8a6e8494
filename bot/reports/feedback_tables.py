"""The tables of a feedback report as plain columns and rows, for letter and workbook alike.

A rate comes with its n; of too few there is none, and the cell says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from bot.reports.wording import Words, number
from handlers.feedback_books import FeedbackBook
from scoring.feedback import Tally, middle, share
from scoring.observation_categories import InBoth


@dataclass(frozen=True)
class Rate:
    """A share in per cent of *whole*; None where there are too few."""

    value: Decimal | None
    whole: int


@dataclass(frozen=True)
class Days:
    """A median of working days of so many; None where there are too few."""

    value: Decimal | None
    whole: int


Cell: TypeAlias = "str | int | Decimal | date | Rate | Days | None"


@dataclass(frozen=True)
class Grid:
    """One table: its name, the heads of its columns, how wide each is in letters, its rows."""

    name: str
    heads: tuple[str, ...]
    wide: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]


Named: TypeAlias = "list[tuple[str, Tally, Tally]]"
"""What is compared: a name, this quarter's tally and that of the quarter before."""


def categories(book: FeedbackBook, words: Words) -> Named:
    """Return every category by its name, and the sum of several."""
    found = [(in_lang(book.names[c], words), *both) for c, both in book.by_category.items()]
    return _with_total(found, book, words)


def units(book: FeedbackBook, words: Words) -> Named:
    """Return every unit by its name, what most of theirs is past its term first."""
    found = [
        (book.unit(code).short_name, now, before)
        for code, (now, before) in book.by_unit.items()
        if not (now.is_empty and before.is_empty)
    ]
    found.sort(key=lambda each: (-each[1].overdue, -each[1].open, each[0]))
    return _with_total(found, book, words)


def _with_total(found: Named, book: FeedbackBook, words: Words) -> Named:
    if len(found) < 2:  # noqa: PLR2004 - one is the sum
        return found
    return [*found, (words.say("feedback-total"), book.total, book.before)]


def parts(named: Named, head: str, book: FeedbackBook, words: Words) -> list[Grid]:
    """Return what is compared in three tables, each narrow enough for a page."""
    return [
        _verdicts(named, head, book, words),
        _answers(named, head, book, words),
        _stands(named, head, book, words),
    ]


def _verdicts(named: Named, head: str, book: FeedbackBook, words: Words) -> Grid:
    say = words.say
    unit = book.scope == "unit"
    heads = [head, say("feedback-column-received", scope=book.scope)]
    heads += [] if unit else [say("feedback-column-verified"), say("feedback-column-refuted")]
    heads += [
        say("feedback-column-contested"),
        say("feedback-column-upheld"),
        say("feedback-column-overturned"),
        say("feedback-column-transfers"),
        say("feedback-column-revisits"),
        say("feedback-column-again"),
    ]
    rows = [
        (
            name,
            now.received,
            *(() if unit else (now.verified, now.refuted)),
            now.contested,
            now.upheld,
            now.overturned,
            now.transfers,
            now.revisits,
            now.again,
        )
        for name, now, _ in named
    ]
    return grid(say("feedback-table-verdicts"), heads, rows)


def _answers(named: Named, head: str, book: FeedbackBook, words: Words) -> Grid:
    say, least = words.say, book.least
    heads = [
        head,
        say("feedback-column-due"),
        say("feedback-column-in-time"),
        say("feedback-column-late"),
        say("feedback-column-overdue"),
        say("feedback-column-answer-rate"),
        say("feedback-column-before"),
        say("feedback-column-days"),
    ]
    rows = [
        (
            name,
            now.due,
            now.in_time,
            now.late,
            now.overdue,
            Rate(share(now.in_time, now.due, least=least), now.due),
            Rate(share(before.in_time, before.due, least=least), before.due),
            Days(middle(now.answer_days, least=least), len(now.answer_days)),
        )
        for name, now, before in named
    ]
    return grid(say("feedback-table-answers"), heads, rows)


def _stands(named: Named, head: str, book: FeedbackBook, words: Words) -> Grid:
    say, least = words.say, book.least
    heads = [
        head,
        say("feedback-column-verified"),
        say("feedback-column-confirmed"),
        say("feedback-column-said"),
        say("feedback-column-closed"),
        say("feedback-column-overdue"),
        say("feedback-column-running"),
        say("feedback-column-elsewhere"),
        say("feedback-column-fixed-rate"),
        say("feedback-column-before"),
    ]
    rows = [
        (
            name,
            now.true,
            now.confirmed,
            now.said,
            now.closed,
            now.overdue,
            now.running,
            now.elsewhere,
            Rate(share(now.confirmed, now.ripe, least=least), now.ripe),
            Rate(share(before.confirmed, before.ripe, least=least), before.ripe),
        )
        for name, now, before in named
    ]
    return grid(say("feedback-table-stands"), heads, rows)


def overview(book: FeedbackBook, words: Words) -> Grid:
    """Return the whole in lines: this quarter beside the one before."""
    say, least = words.say, book.least
    now, before = book.total, book.before
    counts: list[tuple[str, int, int]] = [
        (say("feedback-column-received", scope=book.scope), now.received, before.received),
        (say("feedback-column-verified"), now.verified, before.verified),
        (say("feedback-column-refuted"), now.refuted, before.refuted),
        (say("feedback-column-contested"), now.contested, before.contested),
        (say("feedback-column-upheld"), now.upheld, before.upheld),
        (say("feedback-column-overturned"), now.overturned, before.overturned),
        (say("feedback-column-in-time"), now.in_time, before.in_time),
        (say("feedback-column-late"), now.late, before.late),
        (say("feedback-column-overdue"), now.overdue, before.overdue),
        (say("feedback-column-confirmed"), now.confirmed, before.confirmed),
        (say("feedback-column-said"), now.said, before.said),
        (say("feedback-column-closed"), now.closed, before.closed),
        (say("feedback-column-running"), now.running, before.running),
        (say("feedback-column-elsewhere"), now.elsewhere, before.elsewhere),
        (say("feedback-column-transfers"), now.transfers, before.transfers),
        (say("feedback-column-revisits"), now.revisits, before.revisits),
        (say("feedback-column-again"), now.again, before.again),
    ]
    if book.scope == "unit":
        del counts[1:3]
    rates = [
        (
            say("feedback-column-answer-rate"),
            *(Rate(share(e.in_time, e.due, least=least), e.due) for e in (now, before)),
        ),
        (
            say("feedback-column-fixed-rate"),
            *(Rate(share(e.confirmed, e.ripe, least=least), e.ripe) for e in (now, before)),
        ),
        (
            say("feedback-column-days"),
            *(Days(middle(e.answer_days, least=least), len(e.answer_days)) for e in (now, before)),
        ),
    ]
    heads = [
        say("feedback-column-what"),
        say("feedback-column-this"),
        say("feedback-column-before"),
    ]
    return grid(say("feedback-sheet-overview"), heads, [*counts, *rates], (24, 16, 16))


def beside(grids: Sequence[Grid], name: str) -> Grid:
    """Return tables with the same rows as one, the name of each row only once."""
    first, *others = grids
    heads, wide = list(first.heads), list(first.wide)
    rows = [list(each) for each in first.rows]
    for each in others:
        heads += each.heads[1:]
        wide += each.wide[1:]
        rows = [[*row, *more[1:]] for row, more in zip(rows, each.rows, strict=True)]
    return Grid(name, tuple(heads), tuple(wide), tuple(tuple(each) for each in rows))


def in_lang(name: InBoth, words: Words) -> str:
    """Return a name of the city's in the reader's language."""
    return name.zh if words.lang == "zh" else name.en


def short(cell: Cell, words: Words) -> str:
    """Return a cell as it stands in a letter: a rate with its n in a second line."""
    match cell:
        case None:
            return ""
        case Rate(value=None) | Days(value=None):
            return words.say("feedback-short-few", count=cell.whole)
        case Rate(value=Decimal() as value):
            return words.say("feedback-short-rate", pct=number(value, 0), count=cell.whole)
        case Days(value=Decimal() as value):
            days = f"{value.normalize():f}"
            return words.say("feedback-short-days", days=days, count=cell.whole)
        case date():
            return cell.isoformat()
        case Decimal():
            return number(cell)
        case _:
            return str(cell)


def grid(
    name: str,
    heads: Sequence[str],
    rows: Iterable[tuple[Cell, ...]],
    wide: Sequence[float] = (),
) -> Grid:
    """Return a table; its first column is the widest unless *wide* says otherwise."""
    widths = tuple(wide) or (17, *(11 for _ in heads[1:]))
    return Grid(name, tuple(heads), widths, tuple(rows))
