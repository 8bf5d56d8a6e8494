"""The ranking as it stands: computed from released readings, kept up to date reading by reading.

What is kept is only ever derived from rows. A board knows which review, target and plan it has
seen last; newer ones are laid over it and only what they touch is computed again.
"""

import asyncio
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from random import Random

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers import ledger_facts
from handlers.city import City
from scoring.change import Known
from scoring.engine import rescore, score
from scoring.gains import best_gains
from scoring.model import Book, Bounds, Cell, Entry, LedgerEntry, Period
from scoring.result import Result
from scoring.robustness import Band, place_bands
from scoring.what_if import StepUp
from scoring.words import Words, changes
from storage import periods, released, seasons, targets
from storage.released import Released
from storage.schema import snapshot
from storage.schemes import SchemeRow

KEPT_PERIODS = 24
KEPT_RELEASED = 2
"""Months kept as they were released; each holds everything that was known then."""
SEED = 2013
ALWAYS = datetime.max.replace(tzinfo=UTC)


@dataclass
class _Board:
    review_id: int
    base_version: tuple[int, int]
    words_version: tuple[int, int]
    words: Words
    book: Book
    ledger_version: tuple[int, int] = (0, 0)
    results: dict[Period, Result] = field(default_factory=dict[Period, Result])
    reading_ids: dict[tuple[Period, str, str], int] = field(
        default_factory=dict[tuple[Period, str, str], int]
    )
    answers: dict[Period, "_Answers"] = field(default_factory=dict[Period, "_Answers"])


@dataclass
class _Answers:
    """What was asked of one result before, and cost the engine many computations."""

    result: Result
    gains: dict[str, tuple[StepUp, ...]] = field(default_factory=dict[str, tuple[StepUp, ...]])
    bands: Mapping[str, Band] | None = None


@dataclass
class BoardShelf:
    """Where the boards are kept between turns, one a scheme."""

    _boards: dict[int, _Board] = field(default_factory=dict[int, _Board])
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)
    _released: dict[tuple[int, Period, datetime, int], Known] = field(
        default_factory=dict[tuple[int, Period, datetime, int], Known]
    )

    async def result(
        self, conn: AsyncConnection, city: City, row: SchemeRow, period: Period
    ) -> Result:
        """Return a scheme's result for a month from everything released so far."""
        async with self._one_at_a_time:
            board = await self._current(conn, city, row)
            if period not in board.results:
                # Scoring a whole scheme takes longer than the loop may be held.
                board.results[period] = await asyncio.to_thread(score, board.book, period)
                while len(board.results) > KEPT_PERIODS:
                    board.results.pop(min(board.results))
            return board.results[period]

    async def book(self, conn: AsyncConnection, city: City, row: SchemeRow) -> Book:
        """Return everything a scheme's computation reads, as released so far."""
        async with self._one_at_a_time:
            return (await self._current(conn, city, row)).book

    async def as_released(
        self, conn: AsyncConnection, city: City, row: SchemeRow, period: Period
    ) -> Known:
        """Return a month as it was when first released; as it stands where it has not been.

        What has been corrected or laid down since is not in it.
        """
        at = periods.released_at(await periods.acts(conn, row.id, period))
        if at is None:
            book = await self.book(conn, city, row)
            return Known(book, await self.result(conn, city, row, period))
        key = (row.id, period, at, city.version)
        if key not in self._released:
            known = await known_at(conn, city, row, period, at=at)
            while len(self._released) >= KEPT_RELEASED:
                self._released.pop(next(iter(self._released)))
            self._released[key] = known
        return self._released[key]

    async def reading_ids(
        self, conn: AsyncConnection, city: City, row: SchemeRow
    ) -> Mapping[tuple[Period, str, str], int]:
        """Return the reading in force of each period, indicator code and unit code."""
        async with self._one_at_a_time:
            return (await self._current(conn, city, row)).reading_ids

    async def gains(
        self, conn: AsyncConnection, city: City, row: SchemeRow, period: Period, unit: str
    ) -> tuple[StepUp, ...]:
        """Return a unit's best gains; computed once for figures as they stand."""
        kept = await self._answers(conn, city, row, period)
        if unit not in kept.gains:
            book = await self.book(conn, city, row)
            kept.gains[unit] = await asyncio.to_thread(best_gains, book, kept.result, unit)
        return kept.gains[unit]

    async def bands(
        self, conn: AsyncConnection, city: City, row: SchemeRow, period: Period
    ) -> Mapping[str, Band]:
        """Return how firm every place is; computed once for figures as they stand.

        The dice start from the same number, so that the same question gets the same answer.
        """
        kept = await self._answers(conn, city, row, period)
        if kept.bands is None:
            book, dice = await self.book(conn, city, row), Random(SEED)  # noqa: S311 - dice for a band of places, not a secret
            kept.bands = await asyncio.to_thread(place_bands, book, kept.result, dice)
        return kept.bands

    async def _answers(
        self, conn: AsyncConnection, city: City, row: SchemeRow, period: Period
    ) -> _Answers:
        result = await self.result(conn, city, row, period)
        answers = self._boards[row.id].answers
        if period not in answers or answers[period].result is not result:
            answers[period] = _Answers(result)
            while len(answers) > KEPT_PERIODS:
                answers.pop(min(answers))
        return answers[period]

    async def _current(self, conn: AsyncConnection, city: City, row: SchemeRow) -> _Board:
        version = await _version(conn, city, row)
        said = (await targets.newest_id(conn, row.id), await seasons.newest_id(conn, row.id))
        newest = await released.latest_review_id(conn)
        board = self._boards.get(row.id)
        if board is None or board.base_version != version:
            words = await _words(conn, row)
            book = await _empty_book(conn, city, row, words)
            board = self._boards[row.id] = _Board(0, version, said, words, book)
        if board.words_version != said:
            words = await _words(conn, row)
            await asyncio.to_thread(_lay_down, board, words)
            board.words_version = said  # last: a turn cut off here lays the same down once more
        ledger_version = await ledger_facts.version(conn)
        if board.ledger_version != ledger_version:
            entries = await ledger_facts.entries_of(conn, city, row, at=ALWAYS)
            await asyncio.to_thread(_enter, board, entries)
            board.ledger_version = ledger_version
        if board.review_id != newest:
            fresh = await released.since(
                conn, [each.id for each in row.indicators], after_review=board.review_id
            )
            await asyncio.to_thread(_lay_over, board, city, fresh)
            board.review_id = newest  # last: a turn cut off here lays the same over once more
        return board


async def result_at(
    conn: AsyncConnection, city: City, row: SchemeRow, period: Period, *, at: datetime
) -> Result:
    """Return a scheme's result for a month as it was known at a moment."""
    return (await known_at(conn, city, row, period, at=at)).result


async def known_at(
    conn: AsyncConnection, city: City, row: SchemeRow, period: Period, *, at: datetime
) -> Known:
    """Return a month's result as it was known at a moment, with the book it comes from."""
    words = await _words(conn, row, at=at)
    book = await _empty_book(conn, city, row, words, at=at)
    book = replace(book, ledger=await ledger_facts.entries_of(conn, city, row, at=at))
    ids = [each.id for each in row.indicators]
    known = await released.until(conn, ids, at=at)
    board = _Board(0, (0, 0), (0, 0), words, book)
    await asyncio.to_thread(_lay_over, board, city, known)
    return Known(board.book, await asyncio.to_thread(score, board.book, period))


async def _version(conn: AsyncConnection, city: City, row: SchemeRow) -> tuple[int, int]:
    last_snapshot = await conn.scalar(
        sa.select(sa.func.max(snapshot.c.id)).where(snapshot.c.scheme_id == row.id)
    )
    return city.version, last_snapshot or 0


async def _words(conn: AsyncConnection, row: SchemeRow, *, at: datetime = ALWAYS) -> Words:
    return Words(
        await targets.words_known_at(conn, row.id, at=at),
        await seasons.known_at(conn, row.id, at=at),
    )


async def _empty_book(
    conn: AsyncConnection, city: City, row: SchemeRow, words: Words, *, at: datetime = ALWAYS
) -> Book:
    bare = Book(
        scheme=row.scheme,
        units=tuple(unit.assessed for unit in city.assessed(row)),
        seasonality=row.seasonality,
        frozen_bounds=await _frozen_bounds(conn, row.id, at=at),
    )
    return words.laid_in(bare)


async def _frozen_bounds(
    conn: AsyncConnection, scheme_id: int, *, at: datetime
) -> dict[tuple[str, Period, str, str], Bounds]:
    """Return the peers' bounds of every frozen month: later figures do not move them."""
    query = (
        sa.select(snapshot.c.period, snapshot.c.places)
        .where(snapshot.c.scheme_id == scheme_id, snapshot.c.made_at <= at)
        .order_by(snapshot.c.id)
    )
    return {
        (indicator, Period.parse(row.period), category, method): Bounds(
            Decimal(best), Decimal(worst)
        )
        for row in await conn.execute(query)
        for indicator, category, method, best, worst in row.places.get("bounds", [])
    }


def _lay_down(board: _Board, words: Words) -> None:
    """Put newly laid down targets and plans into the board, and compute again what they touch."""
    found = changes(board.words, words)
    board.book = words.laid_in(board.book)
    board.words = words
    board.results = {
        period: _retold(board.book, result, found.cells(period), found.indicators(period))
        for period, result in board.results.items()
    }


def _retold(
    book: Book, result: Result, cells: Collection[Cell], indicators: Collection[str]
) -> Result:
    if not cells and not indicators:
        return result
    return rescore(book, result, cells=cells, indicators=indicators)


def _enter(board: _Board, entries: tuple[LedgerEntry, ...]) -> None:
    """Put the ledger into the board, and compute again the units whose entries changed."""
    differing = set(board.book.ledger) ^ set(entries)
    board.book = replace(board.book, ledger=entries)
    units = {each.unit for each in differing}
    if units:
        board.results = {
            period: rescore(board.book, result, units=units)
            for period, result in board.results.items()
        }


def _lay_over(board: _Board, city: City, fresh: Iterable[Released]) -> None:
    """Put newly released readings over the board, and compute again what they touch."""
    entries: dict[Period, dict[Cell, Entry]] = {}
    touched: set[Cell] = set()
    earliest: Period | None = None
    for each in fresh:
        code = city.indicator(each.indicator_id).indicator.code
        unit = city.unit(each.unit_id).code
        if each.period not in entries:
            entries[each.period] = dict(board.book.entries.get(each.period, {}))
        entries[each.period][code, unit] = each.entry
        board.reading_ids[each.period, code, unit] = each.reading_id
        touched.add((code, unit))
        earliest = each.period if earliest is None else min(earliest, each.period)
    if earliest is None:
        return
    board.book = replace(board.book, entries={**board.book.entries, **entries})
    board.results = {
        period: rescore(board.book, result, cells=touched) if period >= earliest else result
        for period, result in board.results.items()
    }
