"""Figures as people read them: digits as filed, their measure, and nothing rounded twice."""

from decimal import ROUND_HALF_UP, Decimal

from handlers.texts import Msg, msg
from scoring.model import Period, Target
from scoring.rounding import decimals_of
from scoring.told import Because
from storage.people import PersonRow
from storage.readings import Reading
from storage.schemes import IndicatorRow

SHARES = frozenset({"%", "‰", "百分点"})


def figure(value: Decimal | None, unit_of_measure: str = "") -> Msg:
    """Return a figure with its unit of measure; None shows as a dash."""
    if value is None:
        return msg("figure-none")
    if not unit_of_measure:
        return msg("figure-bare", value=plain(value))
    return msg("figure", value=plain(value), measure=unit_of_measure)


def plain(value: Decimal) -> str:
    """Return the digits, with groups of thousands and without an exponent.

    >>> plain(Decimal("12345.60"))
    '12,345.60'
    """
    return f"{value:,f}"


def points(value: Decimal | None, places: int = 2) -> str:
    """Return points with a fixed number of decimal places; a dash where there are none."""
    return "—" if value is None else f"{rounded(value, places):f}"


def exact(value: Decimal | None, places: int = 2) -> str:
    """Return points with so many decimals, or as many more as they have: parts of a sum.

    >>> exact(Decimal("1.125")), exact(Decimal(3))
    ('1.125', '3.00')
    """
    return "—" if value is None else points(value, max(places, decimals_of(value)))


def exact_signed(value: Decimal, places: int = 2) -> str:
    """Return a part of a sum with its sign, which zero has none of, and every decimal it has."""
    return signed(value, max(places, decimals_of(value))) if value else points(value, places)


def percent(share_pct: Decimal | None, places: int = 1) -> str:
    """Return a percentage without its sign; a dash where there is none."""
    return "—" if share_pct is None else f"{rounded(share_pct, places):f}"


def signed(value: Decimal, places: int = 2) -> str:
    """Return a difference with its sign, also when it is positive."""
    return f"{rounded(value, places):+f}"


def rounded(value: Decimal, places: int) -> Decimal:
    """Return the value rounded half up, as officials expect it (2.675 → 2.68)."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def change(old: Decimal | None, new: Decimal | None, unit_of_measure: str) -> Msg:
    """Return the change on the same period of last year, or a dash where it says nothing.

    Amounts change in percent of the old value; rates, shares and deviations in percentage points,
    never in a percentage of a percentage.
    """
    if old is None or new is None:
        return msg("figure-none")
    if unit_of_measure in SHARES:
        return msg("change-pp", pp=signed(new - old, 2))
    if old == 0:
        return msg("figure-none")
    return msg("change-pct", pct=signed((new - old) * 100 / abs(old), 1))


def answer(reading: Reading, unit_of_measure: str) -> Msg:
    """Return what was answered: the figure, a nil report, or not applicable."""
    match reading.answer:
        case "no_data":
            return msg("answer-no-data")
        case "not_applicable":
            return msg("answer-not-applicable")
        case "value":
            return figure(reading.value, unit_of_measure)


def figure_line(row: IndicatorRow, reading: Reading) -> Msg:
    """Return one indicator's figure as a line of a unit's own message."""
    return msg(
        "figure-line",
        code=row.indicator.code,
        indicator=row.indicator.name,
        answer=answer(reading, row.indicator.unit_of_measure),
        growth=growth(reading, row.indicator.unit_of_measure),
    )


def growth(reading: Reading, unit_of_measure: str) -> Msg:
    """Return the growth on the same period of last year, where the filed figures tell it."""
    if reading.growth is not None:
        return msg("growth-stated", pct=signed(reading.growth, 1))
    if reading.value is None or reading.base is None:
        return msg("nothing")
    if reading.base <= 0 and unit_of_measure not in SHARES:
        return msg("nothing")
    return msg("growth-computed", change=change(reading.base, reading.value, unit_of_measure))


def adjusted(word: Target | None) -> Msg | None:
    """Return that a target was adjusted, since when and by which document; None if it was not."""
    if word is None or not word.document or word.since is None:
        return None
    return msg("target-adjusted", since=word.since, document=word.document)


def with_mark(said: Msg, mark: Msg | None) -> Msg:
    """Return what is said with a mark after it in the same line, where there is one."""
    return said if mark is None else msg("target-marked", said=said, mark=mark)


def span(period: Period) -> Msg:
    """Return the months a cumulative figure covers: January to N."""
    return msg("span", year=str(period.year), month=period.month)


def quiet_hours(row: PersonRow) -> Msg:
    """Return somebody's own quiet hours, or that there are none."""
    if not row.quiet_from:
        return msg("settings-no-quiet")
    return msg("verbatim", text=f"{row.quiet_from}–{row.quiet_until}")


def because_lines(because: Because) -> list[Msg]:
    """Return an explanation as sentences, each fact after the one it supports."""
    return [Msg(each.fact, each.texts()) for each in because.all_facts()]
