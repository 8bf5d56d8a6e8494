"""The lists of a feedback report: open longest, come again, in the score, and one of all."""

from bot.reports.feedback_tables import Grid, grid, in_lang
from bot.reports.wording import Words
from handlers.feedback_books import FeedbackBook


def longest(book: FeedbackBook, words: Words) -> Grid:
    """Return what is open longest, the longest first."""
    say = words.say
    heads = [
        say("feedback-column-receipt"),
        say("feedback-column-unit"),
        say("feedback-column-category"),
        say("feedback-column-since"),
        say("feedback-column-open-days"),
        say("feedback-column-state"),
        say("feedback-column-late-mark"),
    ]
    rows = [
        (
            each.receipt,
            book.unit(each.unit_code).short_name,
            in_lang(book.names[each.category], words),
            each.since,
            each.days,
            say("observation-state", state=each.state),
            say("feedback-yes") if each.is_overdue else None,
        )
        for each in book.open
    ]
    return grid(say("feedback-sheet-longest"), heads, rows, (15, 11, 13, 13, 9, 24, 8))


def again(book: FeedbackBook, words: Words) -> Grid:
    """Return which weaknesses came again."""
    say = words.say
    heads = [
        say("feedback-column-unit"),
        say("feedback-column-category"),
        say("feedback-column-now"),
        say("feedback-column-then"),
        say("feedback-column-again"),
    ]
    rows = [
        (
            book.unit(each.unit_code).short_name,
            in_lang(book.names[each.category], words),
            each.now.verified,
            each.before.verified,
            each.now.again,
        )
        for each in book.again
    ]
    return grid(say("feedback-sheet-again"), heads, rows, (14, 18, 12, 12, 12))


def scored(book: FeedbackBook, words: Words) -> Grid:
    """Return what observations put into the score of each unit."""
    say = words.say
    heads = [
        say("feedback-column-unit"),
        say("feedback-column-begun"),
        say("feedback-column-points"),
        say("feedback-column-ended"),
    ]
    rows = [
        (book.unit(each.unit_code).short_name, each.begun, each.points, each.ended)
        for each in book.scores
    ]
    return grid(say("feedback-sheet-scored"), heads, rows, (20, 10, 18, 12))


def listed(book: FeedbackBook, words: Words) -> Grid:
    """Return every observation of the report, without its observer."""
    say = words.say
    told = book.scope == "unit" or all(each.is_told for each in book.lines)
    heads = [
        say("feedback-column-receipt"),
        say("feedback-column-unit-code"),
        say("feedback-column-unit"),
        say("feedback-column-category"),
        say("feedback-column-day"),
        say("feedback-column-state"),
        say("feedback-column-late-mark"),
        *(() if told else (say("feedback-unit-told"),)),
    ]
    rows = [
        (
            each.receipt,
            each.unit_code,
            book.unit(each.unit_code).short_name,
            in_lang(book.names[each.category], words),
            each.day if each.is_told else None,
            say("observation-state", state=each.state),
            say("feedback-yes") if each.is_overdue else None,
            *(() if told else (say("feedback-yes") if each.is_told else None,)),
        )
        for each in book.lines
    ]
    wide = (14, 10, 14, 16, 13, 34, 8, *(() if told else (10,)))
    return grid(say("feedback-sheet-lines"), heads, rows, wide)
