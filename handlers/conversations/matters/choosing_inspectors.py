"""Who inspects: people by their names, and units by theirs, whose contacts then do."""

from handlers.operations.observing.observation_terms import observable
from handlers.talk import Talk
from storage import people, units

TEXT_SHOWN = 60


async def take_name(talk: Talk, typed: str) -> tuple[int | None, int | None]:
    """Return the person or the unit that was named; say so where it is neither, or not clear."""
    name = typed.strip()
    named = [each for each in await people.everybody(talk.conn) if each.name == name]
    if len(named) == 1:
        return named[0].id, None
    found = units.match(observable(await talk.city(), talk.today), name) if not named else []
    if len(found) == 1:
        return None, found[0].id
    talk.note("inspection-name-unclear", text=typed[:TEXT_SHOWN], count=len(named) or len(found))
    return None, None


async def names_of(talk: Talk, person_ids: list[int], unit_ids: list[int]) -> str:
    """Return who inspects, units first."""
    city, names = await talk.city(), await people.names(talk.conn)
    both = [*(city.unit(each).short_name for each in unit_ids), *(names[e] for e in person_ids)]
    return "、".join(both)
