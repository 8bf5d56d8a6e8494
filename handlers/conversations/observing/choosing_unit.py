"""Choosing the unit an observation goes to: by button, or by typing any of its names."""

from handlers.buttons import Button, pairs, step
from handlers.operations.observing.observation_terms import observable
from handlers.talk import Talk
from scoring.refusals import NotFound
from storage import units

FOUND_MAX = 8


async def unit_buttons(talk: Talk, *, but: int | None) -> list[list[Button]]:
    """Return a button for each unit found by typing, or for each town; *but* is left out."""
    known = {each.id: each for each in observable(await talk.city(), talk.today)}
    found: list[int] = talk.data.get("found") or []
    shown = [known[each] for each in found if each in known and each != but]
    if not shown:
        shown = [each for each in known.values() if each.track == "town" and each.id != but]
    return pairs(step("unit", "verbatim", str(each.id), text=each.short_name) for each in shown)


async def unit_typed(talk: Talk, typed: str) -> int | None:
    """Return the one unit a text names; several are offered as buttons, none is said."""
    found = units.match(observable(await talk.city(), talk.today), typed)
    if len(found) == 1:
        talk.data["found"] = []
        return found[0].id
    talk.data["found"] = [each.id for each in found[:FOUND_MAX]]
    if not found:
        talk.note("observe-unit-unknown", text=typed)
    return None


async def unit_tapped(talk: Talk, arg: str) -> int:
    """Return the unit behind a button; raise NotFound if it cannot be observed any more."""
    if arg not in {str(each.id) for each in observable(await talk.city(), talk.today)}:
        raise NotFound("observe-unit-gone")
    return int(arg)
