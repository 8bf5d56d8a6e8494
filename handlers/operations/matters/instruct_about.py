"""What an instruction (批示) is about: what that names, in words, and the way to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.buttons import Button, go
from handlers.city import City
from handlers.operations.matters.instruct_button import OF_A_CATEGORY, OF_A_MONTH, OF_A_UNIT
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.permissions import may_see_unit
from storage.people import Person
from storage.sights import Sight
from storage.units import UnitRow

ROUTES: Mapping[str, str] = {
    **{kind: kind for kind in OF_A_UNIT.values()},
    "if": "unit",
    "alert": "unit",
    "reporting": "reporting-unit",
    "rank": "rank",
    "express": "rank",
    "feedback": "feedback",
    "month": "rank",
    "reports": "reporting",
    "observation": "observation",
    "matter": "matter",
    "entry": "ledger-entry",
    "inspection": "inspection-report",
    "retarget": "retarget",
}
"""Which view shows again what an instruction was given under."""


@dataclass(frozen=True)
class Named:
    """What an *about* names: a unit or a category, an indicator, a month."""

    kind: str
    what: str
    unit: UnitRow | None = None
    category: str = ""
    indicator: str = ""
    period: Period | None = None


def named(city: City, about: str) -> Named:
    """Take an *about* apart.

    What is no month is an indicator's code.
    """
    kind, _, what = about.partition(":")
    first, *rest = what.split(".")
    period, indicator = None, ""
    for part in [first] if kind in OF_A_MONTH.values() else rest:
        try:
            period = Period.parse(part)
        except ValueError:
            indicator = part
    of_unit = kind in OF_A_UNIT.values()
    category = first if kind in OF_A_CATEGORY.values() else ""
    unit = city.unit_by_code.get(first) if of_unit else None
    return Named(kind, what, unit, category, indicator, period)


def said(seen_then: Sight) -> Msg:
    """Return what was seen, in words."""
    given: Mapping[str, str | int | Period | datetime] = {
        **seen_then.facts,
        "period": Period.parse(str(seen_then.facts["period"])),
        "at": seen_then.as_of,
    }
    match seen_then.kind:
        case "unit":
            return Msg("sight-unit", given)
        case "figure":
            return Msg("sight-figure", given)
        case "reporting":
            return Msg("sight-reporting", given)


def under(city: City, about: str | None) -> Msg:
    """Return under what an instruction was given, as a line of its own."""
    found = named(city, about or "")
    if found.kind not in ROUTES:
        return msg("nothing")
    whose = found.unit.short_name if found.unit else found.category
    is_number = not (found.unit or found.category or found.period)
    return msg(
        "instruction-under",
        kind=found.kind,
        what=" ".join(each for each in (whose, found.indicator) if each),
        number=found.what if is_number else "",
        month=msg("instruction-month", period=found.period) if found.period else msg("nothing"),
    )


def look(city: City, who: Person, about: str | None) -> Button | None:
    """Return the way to what an instruction was given under, for whoever may see it."""
    found = named(city, about or "")
    if found.kind not in ROUTES:
        return None
    if found.unit is not None and not may_see_unit(who.roles, unit_id=found.unit.id):
        return None
    if found.kind == "inspection" and all(role.kind == "contact" for role in who.roles):
        return None
    return go(ROUTES[found.kind], "instruction-look", found.what)
