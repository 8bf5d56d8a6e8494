"""What a rectification may come from, as a button names it, and what it suggests."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import is_number
from handlers.city import City
from handlers.operations.observing.observation_masks import Veil
from scoring.model import Period
from scoring.observation_course import HEARD_BY_UNIT
from scoring.rectification_course import CATEGORIES
from scoring.refusals import NotFound
from storage import matters, observations


@dataclass(frozen=True)
class Suggested:
    """What is known before anybody types: the unit, the kind, words, and the source's key."""

    unit_id: int | None = None
    category: str = ""
    title: str = ""
    source: str | None = None
    indicator_id: int | None = None


async def suggested(conn: AsyncConnection, city: City, arg: str) -> Suggested:
    """Return what a button stands for; raise NotFound for what there is not.

    "uT01" is a unit, "o5" an observation, "m7" a matter (an instruction, a finding), and
    "i3.T01.2013-09" the figure of an indicator.
    """
    kind, rest = arg[:1], arg[1:]
    match kind:
        case "":
            return Suggested()
        case "u" if rest in city.unit_by_code:
            return Suggested(unit_id=city.unit_by_code[rest].id)
        case "o" if is_number(rest):
            return await _from_observation(conn, int(rest))
        case "m" if is_number(rest):
            return await _from_matter(conn, int(rest))
        case "i":
            return _from_figure(city, rest)
        case _:
            raise NotFound("button-outdated")


async def _from_observation(conn: AsyncConnection, observation_id: int) -> Suggested:
    found = await observations.one(conn, observation_id)
    if found is None or found.state not in HEARD_BY_UNIT:
        raise NotFound("rectification-not-verified")
    category = found.category if found.category in CATEGORIES else "other"
    said = (await Veil.over(conn, found)).said()  # the unit reads it, and learns of nobody
    return Suggested(found.unit_id, category, said, f"observation:{found.id}")


async def _from_matter(conn: AsyncConnection, matter_id: int) -> Suggested:
    found = await matters.one(conn, matter_id)
    if found is None or found.course == "rectification":
        raise NotFound("matter-gone")
    return Suggested(found.unit_id, "", found.title, f"{found.course}:{found.id}")


def _from_figure(city: City, text: str) -> Suggested:
    indicator, _, about = text.partition(".")
    code, _, month = about.partition(".")
    row = city.indicator_by_id.get(int(indicator)) if is_number(indicator) else None
    unit = city.unit_by_code.get(code)
    if row is None or unit is None:
        raise NotFound("button-outdated")
    try:
        period = Period.parse(month)
    except ValueError:
        raise NotFound("button-outdated") from None
    return Suggested(
        unit.id, "indicator", "", f"indicator:{row.id}.{unit.code}.{period}", indicator_id=row.id
    )
