"""Pictures: one chart for each kind of book."""

from bot.reports import (
    feedback_heat,
    heat,
    invitation,
    lines,
    places,
    progress,
    ranking,
    season,
    unit_card,
)
from bot.reports.errors import UnknownFormError
from bot.reports.page import Page
from bot.reports.wording import Words
from handlers.blanks import BlankBook
from handlers.books import (
    Book,
    HeatBook,
    InvitationBook,
    MonthlyBook,
    PlacesBook,
    ProgressBook,
    RankingBook,
    RegisterBook,
    SeasonBook,
    TrendBook,
    UnitBook,
)
from handlers.feedback_books import FeedbackBook
from handlers.inspection_books import InspectionBook
from handlers.recipes import Recipe
from handlers.texts import Texts


def draw(book: Book, lang: str, texts: Texts) -> bytes:
    """Return the book as a PNG; the same book gives the same bytes.

    Raises MissingGlyphsError where a name holds a character our fonts lack, and UnknownFormError
    for a monthly book, which is a workbook and no picture.
    """
    if isinstance(book, InvitationBook):
        return invitation.draw(book)
    return page(book, lang, texts).png()


def page(book: Book, lang: str, texts: Texts) -> Page:
    """Return the book laid out on a page, not yet drawn; raises UnknownFormError as `draw`."""
    words = Words(texts, lang)
    match book:
        case RankingBook():
            return ranking.draw(book, words)
        case UnitBook():
            return unit_card.draw(book, words)
        case TrendBook():
            return lines.draw(book, words)
        case PlacesBook():
            return places.draw(book, words)
        case HeatBook():
            return heat.draw(book, words)
        case ProgressBook():
            return progress.draw(book, words)
        case SeasonBook():
            return season.draw(book, words)
        case FeedbackBook():
            return feedback_heat.draw(book, words)
        case MonthlyBook() | InvitationBook() | RegisterBook() | BlankBook() | Recipe():
            raise UnknownFormError(book.kind)
        case InspectionBook():
            raise UnknownFormError(book.kind)
