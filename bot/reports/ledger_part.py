"""The ledger on a unit's card: what was added, taken and barred, and the sum it is a part of."""

from decimal import Decimal

from bot.reports import palette
from bot.reports.page import MARGIN, RIGHT, Page, cut, fitted, width
from bot.reports.wording import Words, exact_signed, number, trimmed
from handlers.books import UnitBook
from handlers.report_lines import LedgerLine

ENTRIES_MOST = 5
_HEAD = 76
_ROW = 53


def height(book: UnitBook) -> float:
    """Return how high the part is: a line an entry, the sum, and how many are left out."""
    return _HEAD + _ROW * (min(len(book.ledger), ENTRIES_MOST) + 1)


def draw(page: Page, y: float, book: UnitBook, words: Words) -> None:
    """Draw the entries from a y down, and the score as the sum of what is shown."""
    page.rule(y + 8)
    title = words.say("reports-ledger")
    left_out = len(book.ledger) - ENTRIES_MOST
    if left_out > 0:
        title = words.say("reports-ledger-more", count=left_out)
    page.text(MARGIN, y + 44, title, size=32, bold=True)
    y += _HEAD
    for line in book.ledger[:ENTRIES_MOST]:
        _entry(page, y + _ROW / 2, line, words)
        y += _ROW
    if book.score is None:
        return
    said = sum_said(book, words)
    size = fitted(said, RIGHT - MARGIN, 29, 20)
    page.text(MARGIN, y + _ROW / 2, said, size=size, color=palette.MUTED)


def sum_said(book: UnitBook, words: Words) -> str:
    """Return the score as what was scored with bonus and deduction, every number exact."""
    bonus = sum((each.counted for each in book.ledger if each.counted > 0), Decimal(0))
    taken = -sum((each.counted for each in book.ledger if each.counted < 0), Decimal(0))
    score = book.score or Decimal(0)
    return words.say(
        "reports-ledger-sum",
        base=number(score - bonus + taken),
        bonus=trimmed(bonus),
        deduction=trimmed(taken),
        score=number(score),
    )


def _entry(page: Page, y: float, line: LedgerLine, words: Words) -> None:
    said, colour = exact_signed(line.counted), palette.INK
    if line.limit == "veto":
        said, colour = words.say("reports-ledger-veto", until=line.until or "—"), palette.ORANGE
    elif line.counted:
        colour = palette.BLUE_DEEP if line.counted > 0 else palette.ORANGE
    page.text(RIGHT, y, said, size=29, bold=True, color=colour, align="right")
    room = RIGHT - MARGIN - width(said, 29, bold=True) - 24
    name = f"{line.code} {line.name}"
    if line.limit not in {"none", "veto"}:
        limit = words.say(
            "reports-ledger-limit", limit=line.limit, points=exact_signed(line.points)
        )
        name = f"{name}{limit}"
    size = fitted(name, room, 29, 22)
    page.text(MARGIN, y, cut(name, room, size), size=size)
