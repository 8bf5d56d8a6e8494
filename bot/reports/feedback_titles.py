"""What a feedback report is called, and up to which day it counts, in the reader's language."""

from datetime import datetime, timedelta

from bot.reports.wording import Words
from handlers.feedback_books import FeedbackBook
from handlers.texts import CITY_ZONE
from scoring.quarters import Quarter


def title(book: FeedbackBook, words: Words) -> str:
    """Return the title of a report."""
    said = words.say("feedback-letter-title", quarter=quarter_name(book, words))
    behind = words.say("feedback-title-of", title=book.title) if book.title else ""
    return said + behind


def subtitle(book: FeedbackBook, words: Words) -> str:
    """Return up to when a report counts, and whether it is one yet."""
    said = words.say("reports-as-of", moment=last_day(book, words))
    if book.released_at is None:
        said = words.dotted(said, words.say("feedback-letter-preview"))
    return words.dotted(said, words.say("reports-invented")) if book.invented else said


def quarter_name(book: FeedbackBook, words: Words) -> str:
    """Return the quarter's name."""
    quarter = Quarter.parse(book.quarter)
    return words.say("quarter", year=str(quarter.year), number=quarter.number)


def last_day(book: FeedbackBook, words: Words) -> str:
    """Return the last day a report counts."""
    return on_day(book.until - timedelta(seconds=1), words)


def on_day(at: datetime, words: Words) -> str:
    """Return a day with its year, in the city's time."""
    here = at.astimezone(CITY_ZONE)
    return words.say("feedback-until-day", year=str(here.year), month=here.month, day=here.day)
