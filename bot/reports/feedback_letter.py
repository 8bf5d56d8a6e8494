"""A feedback report as an official letter (docx), set as GB/T 9704 sets one.

Word asks for the Chinese type face of a run apart from its Latin one, by `w:eastAsia`: a name set
for the run alone leaves Chinese in whatever the reader's Word falls back to.
"""

from collections.abc import Iterator
from datetime import UTC
from io import BytesIO

from bot.reports import feedback_heat
from bot.reports import feedback_lists as lists
from bot.reports import feedback_tables as tables
from bot.reports.docx_page import Letter
from bot.reports.feedback_tables import Grid, short
from bot.reports.feedback_titles import last_day, on_day, quarter_name, title
from bot.reports.wording import Words, number
from handlers.feedback_books import FeedbackBook
from handlers.texts import Texts
from scoring.feedback import middle, share

LONGEST_MOST, AGAIN_MOST = 10, 15
UNITS_MOST = 30


def write(book: FeedbackBook, lang: str, texts: Texts) -> bytes:
    """Return the report as a docx; the same book gives the same bytes, and names no author."""
    words = Words(texts, lang)
    say = words.say
    made = (book.released_at or book.until).astimezone(UTC)
    letter = Letter(title(book, words), lang, made)
    letter.title(title(book, words))
    if book.released_at is None:
        letter.centred(say("feedback-letter-preview"))
    if book.invented:
        letter.centred(say("reports-invented"))
    letter.plain(say("feedback-letter-to", scope=book.scope, title=_whole_name(book)))
    opening = say(
        "feedback-letter-opening",
        scope=book.scope,
        quarter=quarter_name(book, words),
        until=last_day(book, words),
        units=len(book.units),
    )
    letter.paragraph(opening)
    heads = _Heads(letter, words)
    heads.next(say("feedback-letter-overall"))
    for said in _overall(book, words):
        letter.paragraph(said)
    _compared(letter, heads, book, words)
    _lists(letter, heads, book, words)
    if book.remark:
        heads.next(say("feedback-letter-remark"))
        for line in book.remark.splitlines():
            letter.paragraph(line)
    letter.heading(say("feedback-letter-notes"))
    for note in notes(book, words):
        letter.note(note)
    letter.signed(book.office, on_day(book.released_at or book.until, words))
    out = BytesIO()
    letter.save(out)
    return out.getvalue()


def notes(book: FeedbackBook, words: Words) -> Iterator[str]:
    """Yield what the numbers of a report mean."""
    yield words.say("feedback-letter-note-rate")
    yield words.say("feedback-letter-note-least", least=book.least)
    yield words.say("feedback-letter-note-closed")
    yield words.say("feedback-letter-note-days")
    yield words.say("feedback-letter-note-whole")


def _overall(book: FeedbackBook, words: Words) -> Iterator[str]:
    say, least = words.say, book.least
    now, before = book.total, book.before
    yield say(
        "feedback-letter-received",
        scope=book.scope,
        received=now.received,
        before=before.received,
        verified=now.verified,
        refuted=now.refuted,
        contested=now.contested,
        upheld=now.upheld,
        overturned=now.overturned,
    )
    yield say(
        "feedback-letter-answered",
        due=now.due,
        in_time=now.in_time,
        late=now.late,
        overdue=now.overdue,
        rate=_rate(now.in_time, now.due, least, words),
        before=_rate(before.in_time, before.due, least, words),
    )
    yield say(
        "feedback-letter-stands",
        count=now.true,
        confirmed=now.confirmed,
        said=now.said,
        closed=now.closed,
        overdue=now.overdue,
        running=now.running,
        elsewhere=now.elsewhere,
        rate=_rate(now.confirmed, now.ripe, least, words),
        before=_rate(before.confirmed, before.ripe, least, words),
    )
    yield say(
        "feedback-letter-days",
        answer=_median(now.answer_days, least, words),
        fix=_median(now.fix_days, least, words),
        transfers=now.transfers,
        revisits=now.revisits,
        lasting=now.lasting,
        again=now.again,
    )


class _Heads:
    """The heads of a letter's sections, numbered as they come."""

    def __init__(self, letter: Letter, words: Words) -> None:
        self._letter, self._words, self._number = letter, words, 0

    def next(self, title: str) -> None:
        """Write the next head."""
        self._number += 1
        said = self._words.say("feedback-letter-section", number=self._number, title=title)
        self._letter.heading(said)


def _compared(letter: Letter, heads: _Heads, book: FeedbackBook, words: Words) -> None:
    say = words.say
    heads.next(say("feedback-letter-by-category"))
    head = say("feedback-column-category")
    for grid in tables.parts(tables.categories(book, words), head, book, words):
        _table(letter, grid, words, caption=grid.name)
    if book.scope == "unit":
        return
    heads.next(say("feedback-letter-by-unit"))
    named, head = tables.units(book, words), say("feedback-column-unit")
    for grid in tables.parts(named, head, book, words):
        _table(letter, grid, words, caption=grid.name, most=UNITS_MOST)
    letter.picture(feedback_heat.draw(book, words).png())


def _lists(letter: Letter, heads: _Heads, book: FeedbackBook, words: Words) -> None:
    say = words.say
    heads.next(say("feedback-letter-longest"))
    _table(letter, lists.longest(book, words), words, most=LONGEST_MOST)
    heads.next(say("feedback-letter-again"))
    _table(letter, lists.again(book, words), words, most=AGAIN_MOST)
    heads.next(say("feedback-letter-scored"))
    grid = lists.scored(book, words)
    if not grid.rows:
        letter.paragraph(say("feedback-letter-none"))
        return
    points = sum((each.points for each in book.scores), start=book.scores[0].points * 0)
    letter.paragraph(
        say(
            "feedback-letter-scored-line",
            begun=sum(each.begun for each in book.scores),
            points=number(points, 2),
            ended=sum(each.ended for each in book.scores),
        )
    )
    _table(letter, grid, words, most=UNITS_MOST)


def _table(
    letter: Letter, grid: Grid, words: Words, *, caption: str = "", most: int | None = None
) -> None:
    if not grid.rows:
        letter.paragraph(words.say("feedback-letter-none"))
        return
    rows = list(grid.rows)
    if most is not None and len(rows) > most:
        rows = rows[:most]
    if caption:
        letter.caption(caption)
    letter.table(grid.heads, [[short(cell, words) for cell in row] for row in rows], grid.wide)
    if len(rows) < len(grid.rows):
        letter.note(words.say("feedback-letter-more", count=len(grid.rows) - len(rows)))


def _rate(part: int, whole: int, least: int, words: Words) -> str:
    value = share(part, whole, least=least)
    if value is None:
        return words.say("feedback-too-few", count=whole)
    return words.say("feedback-rate", pct=number(value, 1), part=part, whole=whole)


def _median(days: tuple[int, ...], least: int, words: Words) -> str:
    value = middle(days, least=least)
    if value is None:
        return words.say("feedback-too-few", count=len(days))
    return words.say("feedback-median", days=f"{value.normalize():f}", count=len(days))


def _whole_name(book: FeedbackBook) -> str:
    return book.units[0].name if book.scope == "unit" and book.units else book.title
