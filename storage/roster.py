"""Who holds which role at one moment, read at once: for whoever asks about many affairs.

It answers what `people.with_role`, `people.in_unit` and `people.answering_for` answer one by one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deputies, people, staff_changes
from storage.people import PersonRow, RoleKind
from storage.schema import deputy, role


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody who has not left, what they hold, who stands in for them, and who took over."""

    everybody: Mapping[int, PersonRow]
    holders: Mapping[tuple[RoleKind, int | None], frozenset[int]]
    members: Mapping[int, frozenset[int]]
    deputies: Mapping[int, frozenset[int]]
    heirs: Mapping[int, int]

    def with_role(
        self, kind: RoleKind, unit_id: int | None = None, *, but: frozenset[int] = frozenset()
    ) -> list[PersonRow]:
        """Return who holds a role, or stands in for a holder; without a unit, wherever it is.

        Those *but*, and whoever only stands in for one of them, are left out.
        """
        held = self.holders.get((kind, unit_id), frozenset()) - but
        found = held.union(*(self.deputies.get(each, frozenset()) for each in held)) - but
        return [self.everybody[each] for each in sorted(found) if each in self.everybody]

    def and_heirs(self, person_ids: frozenset[int]) -> frozenset[int]:
        """Return these people with everybody who took over from one of them."""
        found = set(person_ids)
        while more := {self.heirs[each] for each in found if each in self.heirs} - found:
            found |= more
        return frozenset(found)

    def in_unit(self, unit_id: int) -> frozenset[int]:
        """Return the ids of who holds a role in a unit; a leader in charge is not of it."""
        return self.members.get(unit_id, frozenset()) & self.everybody.keys()

    def answering_for(self, person_id: int) -> list[PersonRow]:
        """Return who answers for a person now: they or their successor, and deputies."""
        heir, seen = person_id, set[int]()
        while heir in self.heirs and heir not in seen:
            seen.add(heir)
            heir = self.heirs[heir]
        lent = sorted(self.deputies.get(heir, frozenset()) - {heir})
        return [self.everybody[each] for each in (heir, *lent) if each in self.everybody]


async def load(conn: AsyncConnection, *, at: datetime) -> Roster:
    """Read the roster of a moment in four queries, however many people there are."""
    everybody = {each.id: each for each in await people.everybody(conn)}
    holders: dict[tuple[RoleKind, int | None], set[int]] = {}
    members: dict[int, set[int]] = {}
    for row in await conn.execute(sa.select(role).where(role.c.revoked_at.is_(None))):
        for place in {None, row.unit_id}:
            holders.setdefault((row.kind, place), set()).add(row.person_id)
        if row.unit_id is not None and row.kind != "leader":
            members.setdefault(row.unit_id, set()).add(row.person_id)
    standing_in: dict[int, set[int]] = {}
    for row in await conn.execute(sa.select(deputy).where(deputies.in_force(at))):
        standing_in.setdefault(row.person_id, set()).add(row.deputy_id)
    return Roster(
        everybody,
        {each: frozenset(ids) for each, ids in holders.items()},
        {each: frozenset(ids) for each, ids in members.items()},
        {each: frozenset(ids) for each, ids in standing_in.items()},
        await staff_changes.heirs(conn),
    )
