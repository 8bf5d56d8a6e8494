"""How books are put into words: messages of the catalogue, and numbers as a reader expects them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from handlers.books import Heading
from handlers.report_lines import State
from handlers.texts import CITY_ZONE, Msg, Texts, Value
from scoring.periods import Period
from scoring.rounding import decimals_of

NONE = "—"


@dataclass(frozen=True)
class Words:
    """The catalogue in one language, for pictures and cells."""

    texts: Texts
    lang: str

    def say(self, message_id: str, /, **given: Value) -> str:
        """Return the message, nothing escaped."""
        return self.texts.plain(self.lang, Msg(message_id, given))

    def span(self, period: str) -> str:
        """Return the months from January to the end of the period."""
        month = Period.parse(period)
        return self.say("reports-span", year=str(month.year), month=month.month)

    def month(self, period: str) -> str:
        """Return the month alone, short."""
        return self.say("reports-month", month=Period.parse(period).month)

    def moment(self, at: datetime) -> str:
        """Return the moment in the city's time, with its year."""
        here = at.astimezone(CITY_ZONE)
        return self.say(
            "reports-moment",
            year=str(here.year),
            month=here.month,
            day=here.day,
            clock=f"{here.hour:02}:{here.minute:02}",
        )

    def dotted(self, first: str, second: str) -> str:
        """Return two phrases in one line, as this language sets them apart."""
        return self.say("reports-dotted", first=first, second=second)

    def state(self, state: State) -> str:
        """Return the two or three letters that stand for a number that is not there."""
        match state:
            case "no-data":
                return self.say("reports-state-no-data")
            case "not-applicable":
                return self.say("reports-state-not-applicable")
            case "missing":
                return self.say("reports-state-missing")
            case "reported":
                return NONE

    def adjusted(self, since: str, document: str) -> str | None:
        """Return that a target was adjusted, from which month and by which document."""
        if not document:
            return None
        month = Period.parse(since)
        return self.say(
            "reports-adjusted", year=str(month.year), month=month.month, document=document
        )

    def scope(self, heading: Heading) -> str:
        """Return the scheme and the category, the category alone where it says it all."""
        if not heading.category:
            return heading.scheme
        return self.say("reports-scope", scheme=heading.scheme, category=heading.category)

    def move(self, move: int | None) -> str:
        """Return the change of place as an arrow and a number."""
        if move is None:
            return NONE
        if move == 0:
            return self.say("reports-move-none")
        return f"↑{move}" if move > 0 else f"↓{-move}"


def number(value: Decimal | None, places: int | None = None) -> str:
    """Return the digits with a true minus sign; to *places* decimals, rounded half up, if given."""
    if value is None:
        return NONE
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{value:f}".replace("-", "−")


def grouped(value: Decimal | None) -> str:
    """Return an amount as it was given, thousands apart."""
    return NONE if value is None else f"{value:,f}".replace("-", "−")


def percent(value: Decimal | None, places: int = 1) -> str:
    """Return the percentage with its sign %."""
    return NONE if value is None else f"{number(value, places)}%"


def signed(value: Decimal, places: int) -> str:
    """Return the number with + or −, none for a zero."""
    digits = number(value, places)
    return f"+{digits}" if Decimal(digits.replace("−", "-")) > 0 else digits


def exact_signed(value: Decimal) -> str:
    """Return points with their sign and every decimal they have, two at least.

    >>> exact_signed(Decimal(8)), exact_signed(Decimal("-0.125"))
    ('+8.00', '−0.125')
    """
    return signed(value, max(2, decimals_of(value)))


def trimmed(value: Decimal) -> str:
    """Return the number without zeros that say nothing: 1000.00 is 1000."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def decimals(values: Iterable[Decimal | None], *, most: int = 2) -> int:
    """Return how many decimals a column needs to show each of its numbers as given."""
    exponents = (value.as_tuple().exponent for value in values if value is not None)
    return min(most, max((-each for each in exponents if isinstance(each, int)), default=0))
