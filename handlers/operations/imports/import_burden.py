"""What an import would ask of whom, before it is done: more or fewer figures, and the messages."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.operations.imports.import_plan import IndicatorDeed, Item, Plan, SchemeDeed, UnitDeed
from handlers.operations.office.burden import Pace, past_pace
from handlers.texts import Msg, msg
from scoring.model import Indicator, Unit
from scoring.periods import Frequency
from storage import schemes, units


@dataclass
class Asked:
    """What one monitoring unit would be asked more, or less, at one frequency."""

    unit_code: str
    frequency: Frequency
    added: int = 0
    removed: int = 0
    cells: int = field(default=0)


async def burden_lines(conn: AsyncConnection, made: Plan, *, now: datetime) -> list[Msg]:
    """Return a line for each monitoring unit and frequency whose number of figures changes."""
    there = {each.code: each for each in await units.all_units(conn)}
    names = {code: each.short_name for code, each in there.items()}
    track_of = {row.scheme.code: row.scheme.track for row in await schemes.all_schemes(conn)}
    assessed: dict[str, dict[str, Unit]] = {}
    for each in there.values():
        assessed.setdefault(each.track, {})[each.code] = each.assessed
    for item in made.items:
        if isinstance(item.deed, UnitDeed):
            facts = item.deed.facts
            names.setdefault(facts.code, facts.short_name or facts.name)
            assessed.setdefault(item.deed.track, {})[facts.code] = facts
        elif isinstance(item.deed, SchemeDeed):
            track_of[item.deed.facts.code] = item.deed.facts.track
    asked: dict[tuple[str, Frequency], Asked] = {}
    for item in made.items:
        if not isinstance(item.deed, IndicatorDeed):
            continue
        towns = assessed.get(track_of.get(item.deed.scheme_code, ""), {}).values()
        for facts, sign in _moved(item, item.deed):
            key = (facts.monitoring_unit, facts.frequency)
            line = asked.setdefault(key, Asked(*key))
            line.added += sign > 0
            line.removed += sign < 0
            line.cells += sign * sum(_asks(facts, unit) for unit in towns)
    ids = {code: each.id for code, each in there.items()}
    said: list[Msg] = []
    for line in asked.values():
        if line.cells:
            pace = await past_pace(conn, ids.get(line.unit_code), now=now)
            said.append(_line(line, names.get(line.unit_code, line.unit_code), pace))
    return said


def _line(line: Asked, unit: str, pace: Pace | None) -> Msg:
    cells = abs(line.cells)
    return msg(
        "import-burden",
        unit=unit,
        frequency=line.frequency,
        added=line.added,
        removed=line.removed,
        direction="more" if line.cells > 0 else "less",
        cells=cells,
        cost=cost_words(pace, cells),
    )


def cost_words(pace: Pace | None, cells: int) -> Msg:
    """Return what so many figures would take, or that there is no past to go by."""
    if pace is None:
        return msg("burden-no-past")
    return msg(
        "burden-cost",
        messages=pace.messages_for(cells),
        taps=pace.taps_for(cells),
        way=pace.way,
        figures=pace.figures,
        took=pace.acts.messages + pace.acts.taps,
    )


def _moved(item: Item, deed: IndicatorDeed) -> Iterator[tuple[Indicator, int]]:
    """Yield what is asked from now on, and what is asked no longer."""
    if item.state == "added":
        yield deed.facts, 1
    elif item.state == "removed":
        yield deed.facts, -1
    else:
        before = {each.column: each.old for each in item.changes}
        if "frequency" in before:
            yield replace(deed.facts, frequency=before["frequency"]), -1  # pyright: ignore[reportArgumentType] - as it was kept
            yield deed.facts, 1


def _asks(facts: Indicator, unit: Unit) -> bool:
    return facts.is_meant_for(unit) and not facts.is_waived_for(unit)
