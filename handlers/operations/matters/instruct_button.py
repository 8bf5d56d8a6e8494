"""The way to an instruction (批示) from whatever a leader looks at: a button that says what it was.

The button's argument is a letter for the kind of thing, then what names it ("uT01.2013-09"), and
becomes what the instruction is *about* ("unit:T01.2013-09").
"""

from collections.abc import Collection, Mapping

from handlers.buttons import Button, go
from handlers.texts import msg
from scoring.permissions import may_instruct
from storage.people import Person
from storage.units import UnitRow

OF_A_UNIT: Mapping[str, str] = {
    "u": "unit",
    "p": "place",
    "c": "change",
    "t": "trend",
    "w": "why",
    "h": "history",
    "f": "if",
    "a": "alert",
    "d": "reporting",
    "g": "record",
    "l": "ledger",
}
"""What shows one unit: its code follows, with an indicator's code and a month where there are."""
OF_A_CATEGORY: Mapping[str, str] = {"r": "rank", "x": "express", "b": "feedback"}
"""What shows several units: a category and a month; a quarter's feedback, by its quarter."""
OF_A_MONTH: Mapping[str, str] = {"q": "month", "s": "reports"}
"""What shows a month of all: the report, and who has reported."""
BY_NUMBER: Mapping[str, str] = {
    "o": "observation",
    "m": "matter",
    "e": "entry",
    "n": "inspection",
    "j": "retarget",
}
KINDS: Mapping[str, str] = {**OF_A_UNIT, **OF_A_CATEGORY, **OF_A_MONTH, **BY_NUMBER}
LETTERS: Mapping[str, str] = {kind: letter for letter, kind in KINDS.items()}


def under_unit(
    who: Person, unit: UnitRow, month: str, *, kind: str = "unit", indicator: str = ""
) -> list[Button]:
    """Return [批示] under something that shows one unit, for those who may instruct it."""
    if unit.track == "office" or not may_instruct(who.roles, unit_id=unit.id):
        return []
    parts = (unit.code, indicator, month)
    return [_button(kind, ".".join(each for each in parts if each))]


def under_ranking(who: Person, category: str, month: str, *, kind: str = "rank") -> list[Button]:
    """Return [批示] under something that shows several units."""
    if not may_instruct_somebody(who):
        return []
    return [_button(kind, ".".join(each for each in (category, month) if each))]


def under_observation(who: Person, observation_id: int, unit_id: int) -> list[Button]:
    """Return [批示] under an observation of a unit one may instruct."""
    return under_number(who, "observation", observation_id, [unit_id])


def under_number(who: Person, kind: str, number: int, unit_ids: Collection[int]) -> list[Button]:
    """Return [批示] under something with a number of its own that is about these units."""
    if not any(may_instruct(who.roles, unit_id=each) for each in unit_ids):
        return []
    return [_button(kind, str(number))]


def named_after(who: Person, unit: UnitRow, month: str, *, kind: str) -> list[Button]:
    """Return [批示] with the unit's name on it, where one message shows several units."""
    return [
        go(each.route, "button-instruct-unit", each.arg, unit=unit.short_name)
        for each in under_unit(who, unit, month, kind=kind)
    ]


def may_instruct_somebody(who: Person) -> bool:
    """Whether there may be a unit this person may instruct."""
    return any(role.kind in {"leader", "committee"} for role in who.roles)


def _button(kind: str, what: str) -> Button:
    return Button(msg("button-instruct"), route="instruct", arg=f"{LETTERS[kind]}{what}")
