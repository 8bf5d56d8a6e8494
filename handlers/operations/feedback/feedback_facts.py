"""A quarter's observations as a book: whole, and as far as the units were told of them."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers import ledger_facts
from handlers.city import City
from handlers.feedback_books import (
    FeedbackBook,
    FeedbackCell,
    FeedbackLine,
    FeedbackOpen,
    FeedbackScore,
    FeedbackUnit,
)
from handlers.operations.observing.observation_terms import due_by, told_at
from scoring.feedback import Clock, Seen, Step, Tally, Window
from scoring.feedback_count import GONE, Counted, as_told, counted
from scoring.observation_course import WITH_UNIT
from scoring.quarters import Quarter
from storage import feedback, observation_counts, observations


@dataclass(frozen=True)
class Books:
    """A quarter twice: *whole* is the office's, *told* holds only what units were told of."""

    whole: FeedbackBook
    told: FeedbackBook


async def books_of(
    conn: AsyncConnection,
    city: City,
    quarter: Quarter,
    *,
    now: datetime,
    until: datetime | None = None,
) -> Books:
    """Return a quarter's books as they stand: up to its end, or up to now while it runs.

    *until* looks at them from a later moment, at all that has happened since.
    """
    window = window_of(city, quarter, now=now)
    window = window if until is None else Window(window.since, until)
    rows = await observations.everything(conn)
    histories = await observation_counts.histories(conn, [each.id for each in rows])
    seen = [
        Seen(
            row.receipt,
            city.unit(row.unit_id).code,
            row.category,
            tuple(
                Step(each.kind, each.at, city.unit(each.unit_id).code if each.unit_id else "")
                for each in histories.get(row.id, [])
            ),
        )
        for row in rows
    ]
    least = await feedback.least(conn)
    scores = await _scores(conn, city, quarter, window)
    count = _Count(city, quarter, window, least, tuple(scores))
    return await asyncio.to_thread(count.books, seen)


def window_of(city: City, quarter: Quarter, *, now: datetime) -> Window:
    """Return from when until when a quarter is counted: until now while it still runs."""
    return Window(_midnight(city, quarter.first_day), min(ends_at(city, quarter), now))


def ends_at(city: City, quarter: Quarter) -> datetime:
    """Return the moment a quarter is over."""
    return _midnight(city, quarter.after.first_day)


def _midnight(city: City, day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=city.zone)


def clock_of(city: City) -> Clock:
    """Return the city's terms and working days, as the counting asks for them."""
    return Clock(
        due=lambda category, state, since: due_by(city, category, state, since),
        told=lambda at: told_at(city, at),
        days=lambda since, until: city.calendar.working_days_between(
            since.astimezone(city.zone).date(), until.astimezone(city.zone).date()
        ),
    )


@dataclass(frozen=True)
class _Count:
    """The counting of one quarter, without any database: it runs beside the loop."""

    city: City
    quarter: Quarter
    window: Window
    least: int
    scores: tuple[FeedbackScore, ...]

    def books(self, seen: list[Seen]) -> Books:
        told: list[Seen] = []
        for each in seen:
            handed_to = dict.fromkeys(s.unit for s in each.steps if s.kind == "dispatched")
            told += [part for unit in handed_to if unit and (part := as_told(each, unit))]
        return Books(self._book(seen, whole=True), self._book(told, whole=False))

    def _book(self, seen: list[Seen], *, whole: bool) -> FeedbackBook:
        clock, quarter = clock_of(self.city), self.quarter
        before = Window(_midnight(self.city, quarter.before.first_day), self.window.since)
        now_found = [found for each in seen if (found := counted(each, self.window, clock))]
        then_found = [found for each in seen if (found := counted(each, before, clock))]
        now, then = _cells(now_found), _cells(then_found)
        keys = sorted({key for cells in (now, then) for key, each in cells.items() if _any(each)})
        codes = {unit for unit, _ in keys} | {each.unit_code for each in self.scores}
        kinds = {kind for _, kind in keys}
        order = [each.code for each in self.city.categories]
        return FeedbackBook(
            quarter=str(quarter),
            since=self.window.since,
            until=self.window.until,
            least=self.least,
            office=next((each.name for each in self.city.units if each.track == "office"), ""),
            invented=any(each.invented for each in self.city.schemes_of(quarter.year)),
            units=tuple(
                FeedbackUnit(code=unit.code, name=unit.name, short_name=unit.short_name)
                for unit in self.city.units
                if unit.code in codes
            ),
            names={
                code: self.city.category(code).name
                for code in [*(e for e in order if e in kinds), *sorted(kinds - set(order))]
            },
            cells=tuple(
                FeedbackCell(
                    unit_code=unit,
                    category=kind,
                    now=now.get((unit, kind), Tally()),
                    before=then.get((unit, kind), Tally()),
                )
                for unit, kind in keys
            ),
            open=self._open(now_found),
            lines=tuple(self._lines(now_found, whole=whole)),
            scores=self.scores,
        )

    def _open(self, found: list[Counted]) -> tuple[FeedbackOpen, ...]:
        opened = [each.open for each in found if each.open is not None and each.open.days]
        opened.sort(key=lambda each: (-each.days, each.receipt))
        return tuple(
            FeedbackOpen(
                receipt=each.receipt,
                unit_code=each.unit,
                category=each.category,
                state=each.state,
                since=each.since.astimezone(self.city.zone).date(),
                days=each.days,
                is_overdue=each.is_overdue,
            )
            for each in opened
        )

    def _lines(self, found: list[Counted], *, whole: bool) -> Iterable[FeedbackLine]:
        for each in found:
            mine = [unit for unit, tally in each.by_unit.items() if _any(tally)]
            is_gone = each.told_at is None or each.state == GONE
            if not mine or (not whole and is_gone):
                continue
            day = (each.told_at or each.seen.steps[0].at).astimezone(self.city.zone).date()
            yield FeedbackLine(
                receipt=each.seen.receipt,
                unit_code=each.unit,
                category=each.seen.category,
                day=day,
                state=each.state,
                is_overdue=bool(each.by_unit[each.unit].overdue) and each.state in WITH_UNIT,
                is_told=each.told_at is not None,
            )


def _cells(found: Iterable[Counted]) -> dict[tuple[str, str], Tally]:
    cells: dict[tuple[str, str], Tally] = {}
    for each in found:
        for unit, tally in each.by_unit.items():
            key = (unit, each.seen.category)
            cells[key] = cells.get(key, Tally()) + tally
    return cells


def _any(tally: Tally) -> bool:
    return not tally.is_empty


async def _scores(
    conn: AsyncConnection, city: City, quarter: Quarter, window: Window
) -> list[FeedbackScore]:
    """Return what observations put into each unit's score in the quarter, and what left it."""
    since = window.since.astimezone(city.zone).date()
    until = ends_at(city, quarter).date()
    found: dict[str, FeedbackScore] = {}
    for row in city.schemes_of(quarter.year):
        for entry in await ledger_facts.observed_entries(conn, city, row, at=window.until):
            begun = since <= entry.in_force_on < until
            ended = entry.valid_until is not None and since <= entry.valid_until < until
            if not begun and not ended:
                continue
            was = found.get(entry.unit) or FeedbackScore(
                unit_code=entry.unit, begun=0, points=Decimal(0), ended=0
            )
            found[entry.unit] = replace(
                was,
                begun=was.begun + begun,
                points=was.points + (entry.points if begun else Decimal(0)),
                ended=was.ended + ended,
            )
    return [found[code] for code in sorted(found)]


Change = Literal["refuted", "confirmed", "said", "closed", "again", "other"]


def changes_since(
    then: FeedbackBook, now: Mapping[tuple[str, str], FeedbackLine]
) -> dict[Change, int]:
    """Return how many of a released report's observations stand otherwise by now, and how."""
    found: dict[Change, int] = {}
    for line in then.lines:
        fresh = now.get((line.receipt, line.unit_code))
        if fresh is None or fresh.state == line.state:
            continue
        change = _change(line.state, fresh.state)
        found[change] = found.get(change, 0) + 1
    return found


def _change(before: str, after: str) -> Change:
    match after:
        case "dismissed" | "refuted" | "withdrawn":
            return "refuted"
        case "lasting" | "resolved" | "fixed" | "revisit":
            return "other" if before in {"lasting", "resolved", "fixed", "revisit"} else "confirmed"
        case "answered" | "unconfirmed":
            return "said"
        case "closed" | "declined":
            return "closed"
        case "not_fixed" | "partly":
            return "again"
        case _:
            return "other"
