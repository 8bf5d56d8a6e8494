"""A unit's own card whole: the book that is drawn, and the words under the picture."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.books import Heading, UnitBook
from handlers.city import City
from handlers.operations.ledger.ledger_effects import ledger_lines, names_of, with_ledger
from handlers.operations.months.compose_books import (
    GAINS_SHOWN,
    MonthFacts,
    month_facts,
    unit_book_of,
)
from handlers.operations.months.standings import heading
from handlers.operations.observing.observation_told import to_answer
from handlers.operations.results.unit_lines import gains, with_adjusted
from handlers.report_lines import Gain
from handlers.show import percent, plain, points, signed, span
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.what_if import StepUp
from storage.schemes import SchemeRow
from storage.units import UnitRow

MONTHS_SHOWN = 6
CODES_SHOWN = 8


async def unit_book(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    unit_row: UnitRow,
    period: Period,
    *,
    now: datetime,
) -> UnitBook:
    """Return a unit's own card as the figures stand."""
    month = await month_facts(conn, city, boards, scheme_row, period)
    head = await heading(conn, scheme_row, month.result, category=unit_row.category, now=now)
    count = await to_answer(conn, city, unit_row.id, now=now)
    return await whole_card(conn, city, boards, month, unit_row, head, to_answer=count)


async def whole_card(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    month: MonthFacts,
    unit_row: UnitRow,
    head: Heading,
    *,
    to_answer: int = 0,
) -> UnitBook:
    """Return a unit's card with what costs the engine more: its best gains, and how firm it is."""
    book = unit_book_of(city, month, unit_row, head)
    row, period = month.scheme_row, month.result.period
    names = await names_of(conn, period.year)
    own = ledger_lines(names, month.result.units[unit_row.code].adjustment)
    book = replace(book, ledger=own)
    if book.place is None:
        return replace(book, to_answer=to_answer)
    steps = await boards.gains(conn, city, row, period, unit_row.code)
    band = (await boards.bands(conn, city, row, period))[unit_row.code]
    return replace(
        book,
        gains=_gains(book, month, steps),
        firm=band.is_firm,
        best_place=band.best,
        worst_place=band.worst,
        to_answer=to_answer,
    )


def _gains(book: UnitBook, month: MonthFacts, steps: Sequence[StepUp]) -> tuple[Gain, ...]:
    """Return the gains within reach first, then the indicators that lost the most points."""
    lines = {line.indicator_code: line for line in book.indicators}
    lost = {each.indicator_code: each for each in gains(book.indicators)}
    found: list[Gain] = []
    for step in steps:
        line = lines[step.indicator]
        got = line.got or month.result.columns[step.indicator][book.unit_code].points
        rises = step.place_after is not None and book.place is not None
        found.append(
            Gain(
                indicator_code=step.indicator,
                indicator_name=line.indicator_name,
                lost=line.full - got,
                got=got,
                full=line.full,
                measure=line.measure,
                value=step.value,
                needed=step.needed,
                gain=step.gain,
                places=(book.place or 0) - (step.place_after or 0) if rises else 0,
            )
        )
    named = {each.indicator_code for each in found}
    rest = [each for code, each in lost.items() if code not in named]
    return tuple([*found, *rest][:GAINS_SHOWN])


def card_words(book: UnitBook, *, places: int) -> Msg:
    """Return the words of a card, whose first line stands alone; *places* are a score's decimals.

    The same words go with the card that is asked for and with the one that is pushed; targets
    adjusted in the year are named at the end.
    """
    said = with_ledger(_card_words(book, places=places), book, places=places)
    return with_adjusted(said, book.indicators)


def _card_words(book: UnitBook, *, places: int) -> Msg:
    period, head = Period.parse(book.heading.period), book.heading
    facts = {
        "unit": book.unit_name,
        "category": head.category,
        "span": span(period),
        "coverage": percent(head.coverage_pct, 0),
        "as_of": head.as_of,
        "invented": int(head.invented),
        "waits": _waits(book),
    }
    if book.place is None or book.score is None:
        return msg("card-unranked", **facts)
    return msg(
        "card",
        **facts,
        place=book.place,
        of=book.of,
        tied=int(book.is_tied),
        move=_move(book.move),
        score=points(book.score, places),
        full=points(book.full_points, 0),
        rate=percent(book.rate_pct),
        up=msg("card-first")
        if book.gap_up is None
        else msg("card-gap-up", gap=points(book.gap_up, places)),
        down=msg("card-last")
        if book.gap_down is None
        else msg("card-gap-down", gap=points(book.gap_down, places)),
        band=_band(book),
        trend=_trend(book),
        gains=[gain_line(each, places=places) for each in book.gains],
        count=len(book.gains),
    )


def gain_line(gain: Gain, *, places: int) -> Msg:
    """Return a gain in words: what to add, the points it brings, the places it gains."""
    named: Mapping[str, str] = {"code": gain.indicator_code, "indicator": gain.indicator_name}
    if gain.needed is None or gain.value is None or gain.gain is None:
        return msg("card-lost", **named, lost=points(gain.lost, places))
    more = gain.needed - gain.value
    return msg(
        "card-gain",
        **named,
        direction="more" if more >= 0 else "less",
        more=plain(abs(more)),
        measure=gain.measure,
        value=plain(gain.value),
        needed=plain(gain.needed),
        gain=signed(gain.gain, places),
        places=gain.places,
    )


def _move(move: int | None) -> Msg:
    if move is None:
        return msg("nothing")
    if not move:
        return msg("card-same")
    return msg("card-up", places=move) if move > 0 else msg("card-down", places=-move)


def _band(book: UnitBook) -> Msg:
    if book.firm is None:
        return msg("nothing")
    if book.firm:
        return msg("card-firm")
    best, worst, place = book.best_place or 0, book.worst_place or 0, book.place or 0
    if place and not best <= place <= worst:
        # Much is still open, and what is in flatters or wrongs the unit: both places are named.
        return msg("card-fragile-apart", place=place, best=best, worst=worst)
    return msg("card-fragile", best=best, worst=worst)


def _trend(book: UnitBook) -> Msg:
    """Return the places of the last months, one after the other; nothing for a first month."""
    stood = [each for each in book.trend if each.place is not None][-MONTHS_SHOWN:]
    if len(stood) < 2:  # noqa: PLR2004 - one month is no trend
        return msg("nothing")
    first, *rest = (
        msg("card-month", month=Period.parse(each.period).month, place=each.place or 0)
        for each in stood
    )
    for each in rest:
        first = msg("card-then", first=first, then=each)
    return msg("card-trend", months=first)


def _waits(book: UnitBook) -> Msg:
    codes = list(book.waiting_codes[:CODES_SHOWN])
    if len(book.waiting_codes) > CODES_SHOWN:
        codes.append("…")
    if not codes and not book.to_answer:
        return msg("nothing")
    return msg("card-waits", figures=book.waiting, codes=" ".join(codes), answers=book.to_answer)
