"""The way from what a leader looks at to an instruction about it: under cards, charts, rankings."""

from handlers.buttons import Button, go
from scoring.permissions import may_instruct
from storage.people import Person
from storage.units import UnitRow


def under_unit(who: Person, unit: UnitRow, month: str) -> list[Button]:
    """Return [批示] under something that shows one unit, for those who may instruct it."""
    if not may_instruct(who.roles, unit_id=unit.id):
        return []
    return [go("instruct", "button-instruct", f"u{unit.code}.{month}")]


def under_ranking(who: Person, category: str, month: str) -> list[Button]:
    """Return [批示] under something that shows several units."""
    if not may_instruct_somebody(who):
        return []
    return [go("instruct", "button-instruct", f"r{category}.{month}")]


def under_observation(who: Person, observation_id: int, unit_id: int) -> list[Button]:
    """Return [批示] under an observation of a unit one may instruct."""
    if not may_instruct(who.roles, unit_id=unit_id):
        return []
    return [go("instruct", "button-instruct", f"o{observation_id}")]


def may_instruct_somebody(who: Person) -> bool:
    """Whether there may be a unit this person may instruct."""
    return any(role.kind in {"leader", "committee"} for role in who.roles)
