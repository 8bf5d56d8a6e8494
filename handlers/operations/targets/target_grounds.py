"""What proposed targets are judged by, asked once for however many cells there are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.targets.retarget_terms import NewTarget
from handlers.operations.targets.target_terms import first_open
from scoring import permissions
from scoring.model import Target
from scoring.refusals import NotAllowed, Outdated, Refusal
from storage import proposals, targets
from storage.people import Person
from storage.schemes import IndicatorRow


@dataclass(frozen=True)
class Grounds:
    """By indicator's and unit's id: what is talked about, and what is in force.

    *held* are the targets in force from the first open month on; *asked* the units an indicator
    asks, by its id.
    """

    talked: frozenset[tuple[int, int]]
    held: Mapping[tuple[int, int], Target]
    asked: Mapping[int, frozenset[int]]

    def fault(
        self, city: City, who: Person, cell: tuple[int, int], new: NewTarget
    ) -> Refusal | None:
        """Return why this target cannot be proposed now, or None if it can."""
        row, unit = city.indicator(cell[0]), city.unit(cell[1])
        named = {"unit": unit.short_name, "indicator": row.indicator.name}
        if not permissions.may_propose_target(who.roles, monitoring_unit_id=row.monitoring_unit_id):
            return NotAllowed("proposal-not-yours", indicator=row.indicator.name)
        if unit.id not in self.asked[row.id]:
            return Refusal("retarget-unit-not-asked", **named)
        if cell in self.talked:
            return Outdated("proposal-open-already", **named)
        held = self.held.get(cell)
        if held is not None and held.target == new.goal and new.base in (None, held.base):
            return Refusal("proposal-same", **named)
        return None

    def with_base(self, cell: tuple[int, int], new: NewTarget) -> NewTarget:
        """Return a target with last year's figure: its own, else that of the one in force."""
        held = self.held.get(cell)
        return new if new.base is not None or held is None else NewTarget(new.goal, held.base)


async def grounds(
    conn: AsyncConnection, city: City, cells: Collection[tuple[int, int]], *, now: datetime
) -> Grounds:
    """Return what targets of these cells are judged by: a few queries a scheme, none a cell."""
    rows = {indicator_id: city.indicator(indicator_id) for indicator_id, _ in cells}
    held: dict[tuple[int, int], Target] = {}
    for scheme_id in {row.scheme_id for row in rows.values()}:
        own = {row.indicator.code: row for row in rows.values() if row.scheme_id == scheme_id}
        held |= await _held(conn, city, scheme_id, own, now=now)
    return Grounds(
        frozenset(await proposals.open_cells(conn, list(rows))),
        held,
        {row.id: frozenset(unit.id for unit in city.units_of(row)) for row in rows.values()},
    )


async def _held(
    conn: AsyncConnection,
    city: City,
    scheme_id: int,
    rows: Mapping[str, IndicatorRow],
    *,
    now: datetime,
) -> dict[tuple[int, int], Target]:
    earliest = await first_open(conn, city.scheme_by_id[scheme_id])
    one = next(iter(rows.values())).id if len(rows) == 1 else None
    known = await targets.known_at(conn, scheme_id, at=now, indicator_id=one, period=earliest)
    return {
        (rows[code].id, city.unit_by_code[unit].id): word
        for (code, unit), word in known.items()
        if code in rows
    }
