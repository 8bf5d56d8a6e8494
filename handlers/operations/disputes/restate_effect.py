"""What a restated figure moves: places and points of each unit, before and after."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.city import City
from handlers.show import points
from handlers.texts import Msg, msg
from scoring.engine import rescore
from scoring.model import Entry, Period
from scoring.result import Result
from storage import periods
from storage.schemes import SchemeRow

Standing: TypeAlias = tuple[int | None, Decimal | None]
"""A place and a score."""
NOTICED_POINTS = Decimal("0.1")
"""A place, or a tenth of a point: less is not worth a message."""


@dataclass(frozen=True)
class Moved:
    """One unit whose place or points a restatement moves; *was_bottom*: before or after."""

    unit_code: str
    category: str
    place_before: int | None
    place_after: int | None
    score_before: Decimal | None
    score_after: Decimal | None
    was_bottom: bool


def moved(old: Result, new: Result, told: Mapping[str, Standing]) -> list[Moved]:
    """Return the units that move by a place or a tenth of a point, in the order of categories.

    *told* is the place and score that each unit was told; where it was told none, *old* counts.
    """
    found: list[Moved] = []
    for code, unit in new.units.items():
        place, score = told.get(code, (old.place(code), old.units[code].score))
        if not _is_noticed(place, new.place(code), score, unit.score):
            continue
        at_bottom = any(
            code in result.standings and result.standings[code].is_bottom for result in (old, new)
        )
        found.append(
            Moved(code, unit.category, place, new.place(code), score, unit.score, at_bottom)
        )
    return sorted(found, key=lambda each: (each.category, each.place_after or 0, each.unit_code))


def _is_noticed(
    place: int | None, place_after: int | None, score: Decimal | None, score_after: Decimal | None
) -> bool:
    if place != place_after or (score is None) != (score_after is None):
        return True
    return (
        score is not None
        and score_after is not None
        and (abs(score_after - score) >= NOTICED_POINTS)
    )


async def expected(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    period: Period,
    *,
    indicator: str,
    unit: str,
    entry: Entry,
) -> list[Moved]:
    """Return what a figure would move if it came into force, without bringing it into force."""
    book = await boards.book(conn, city, scheme_row)
    old = await boards.result(conn, city, scheme_row, period)
    month = {**book.entries.get(period, {}), (indicator, unit): entry}
    changed = replace(book, entries={**book.entries, period: month})
    # A whole column is compared again: longer than the loop may be held.
    new = await asyncio.to_thread(rescore, changed, old, cells={(indicator, unit)})
    return moved(old, new, await told_of(conn, scheme_row.id, period))


async def told_of(conn: AsyncConnection, scheme_id: int, period: Period) -> dict[str, Standing]:
    """Return each unit's place and score as a month was kept last; empty where it was not."""
    kept = await periods.latest_snapshot(conn, scheme_id, period)
    if kept is None:
        return {}
    return {
        code: (each["place"], None if each["score"] is None else Decimal(each["score"]))
        for code, each in kept.places["units"].items()
    }


def lines(city: City, found: Sequence[Moved], places: int) -> list[Msg]:
    """Return the moves as lines: unit, place before and after, points before and after."""
    return [
        msg(
            "restated-line",
            unit=city.unit_by_code[each.unit_code].short_name,
            place=_place(each.place_before),
            place_after=_place(each.place_after),
            moved=int(each.place_before != each.place_after),
            score=points(each.score_before, places),
            score_after=points(each.score_after, places),
        )
        for each in found
    ]


def _place(place: int | None) -> str:
    return "—" if place is None else str(place)
