"""What was seen when an instruction (批示) was given: the numbers as the message showed them.

They are kept with the instruction, so that whoever has to act reads the figure the leader read,
also when it has moved since.
"""

from datetime import datetime, timedelta
from types import MappingProxyType

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf, known_at
from handlers.city import City
from handlers.operations.matters.instruct_about import Named, named
from handlers.operations.record.discipline import discipline
from handlers.show import percent, plain, points
from scoring.change import Known
from scoring.model import Missing, NoData, NotApplicable, Period, Reported
from scoring.timeliness import tally
from storage.schemes import SchemeRow
from storage.sights import Sight
from storage.units import UnitRow

FRESH = timedelta(minutes=1)
"""A message shown this long ago shows what is known now."""
REPORTING = frozenset({"reporting", "record"})


async def seen(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    about: str | None,
    addressee: UnitRow,
    *,
    at: datetime,
    now: datetime,
) -> Sight | None:
    """Return the numbers that were shown at a moment; None where there were none.

    Under a ranking it is where the addressee stood in it.
    """
    shown = named(city, about or "")
    unit = shown.unit or addressee
    if shown.period is None or (shown.category and shown.category != unit.category):
        return None
    if shown.kind in REPORTING:
        return await _reporting(conn, city, unit, shown.period, at=at)
    row = city.scheme_for(shown.period.year, unit.track)
    if row is None:
        return None
    if now - at <= FRESH:
        result = await boards.result(conn, city, row, shown.period)
        known = Known(await boards.book(conn, city, row), result)
    else:
        known = await known_at(conn, city, row, shown.period, at=at)
    if shown.indicator:
        figure = _figure(row, known, unit, shown)
        return Sight("figure", MappingProxyType(figure), at) if figure else None
    standing = _standing(known, unit, shown.period, row.scheme.places)
    return Sight("unit", MappingProxyType(standing), at) if standing else None


def _standing(
    known: Known, unit: UnitRow, period: Period, places: int
) -> dict[str, str | int] | None:
    line, scored = known.result.standings.get(unit.code), known.result.units.get(unit.code)
    if line is None or scored is None:
        return None
    return {
        "unit": unit.short_name,
        "period": str(period),
        "place": line.place,
        "of": len(known.result.rankings[unit.category]),
        "score": points(line.score, places),
        "full": points(known.result.scheme.full_points, 0),
        "coverage": percent(scored.coverage * 100, 0),
    }


def _figure(
    scheme: SchemeRow, known: Known, unit: UnitRow, shown: Named
) -> dict[str, str | int] | None:
    scored = known.result.units.get(unit.code)
    each = scored.indicators.get(shown.indicator) if scored else None
    row = next((r for r in scheme.indicators if r.indicator.code == shown.indicator), None)
    month = each.figure_of or shown.period if each else None
    if each is None or row is None or month is None:
        return None
    places = scheme.scheme.indicator_places
    entry = known.book.entry(month, shown.indicator, unit.code)
    return {
        "unit": unit.short_name,
        "period": str(month),
        "code": shown.indicator,
        "indicator": row.indicator.name,
        "answer": _answered(entry),
        "value": plain(entry.value) if isinstance(entry, Reported) else "",
        "measure": row.indicator.unit_of_measure,
        "got": points(each.score, places),
        "full": points(each.points, places),
    }


def _answered(entry: Reported | NoData | NotApplicable | Missing) -> str:
    match entry:
        case Reported():
            return "value"
        case NoData():
            return "no_data"
        case NotApplicable():
            return "not_applicable"
        case Missing():
            return "missing"


async def _reporting(
    conn: AsyncConnection, city: City, unit: UnitRow, period: Period, *, at: datetime
) -> Sight | None:
    own = [e for e in await discipline(conn, city, period, now=at) if e.reporter.id == unit.id]
    if not own:
        return None
    counted = tally(each.state for each in own)
    facts: dict[str, str | int] = {
        "unit": unit.short_name,
        "period": str(period),
        "came": counted.came,
        "asked": counted.asked,
        "late": counted.late,
        "missing": counted.missing,
    }
    return Sight("reporting", MappingProxyType(facts), at)
