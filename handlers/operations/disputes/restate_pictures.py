"""What goes out again with a 更正: the card, the chart, the workbook, to whoever had the old ones.

Nobody gets anew what they never had: a unit its own card where it changed, a leader the chart and
the workbook of the scheme, a channel the public chart. All of it is ordered by recipe, so that the
approval waits for none of it: it is composed when it is drawn, from the month as it stands then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Keyboard, go
from handlers.city import City
from handlers.operations.months.monthly_report import categories
from handlers.operations.months.publish_month import own_units
from handlers.order_artwork import Form, order_artwork
from handlers.recipes import Dish, Recipe
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.ranking import Ranking
from storage.schemes import SchemeRow

OUT_OF_PUBLIC = 2
"""The last two of a ranking are never shown in public; below that there is nothing to show."""
TITLES: Mapping[Dish, str] = {"unit": "unit", "ranking": "ranking", "public": "ranking"}


@dataclass(frozen=True)
class Enclosure:
    """A picture or workbook that goes with a 更正; *name* tells those of one chat apart."""

    name: str
    method: Literal["photo", "document"]
    artwork_id: int
    words: Msg
    buttons: Keyboard = ()


@dataclass(frozen=True)
class Anew:
    """A scheme's month after a correction, of which things are ordered again, for *reason*."""

    conn: AsyncConnection
    city: City
    scheme_row: SchemeRow
    month: Period
    rankings: Mapping[str, Ranking]
    reason: str
    now: datetime


async def card(made: Anew, unit_id: int) -> Enclosure:
    """Return a unit's card as it is now."""
    unit = made.city.unit(unit_id)
    arg = f"{unit.code}.{made.month}"
    return Enclosure(
        f"card{unit_id}",
        "photo",
        await _order(made, "unit", unit=unit.code),
        msg("restated-card", unit=unit.short_name, period=made.month),
        [
            [
                go("why", "push-button-why", arg),
                go("rank", "push-button-rank", f"{unit.category}.{made.month}"),
            ]
        ],
    )


async def chart(made: Anew, person_id: int | None) -> Enclosure | None:
    """Return the chart that went with the leaders' push; None where it was another scheme's."""
    if not _is_charted(made):
        return None
    category = categories(made.city, made.scheme_row)[0]
    own = await own_units(made.conn, made.city, person_id, now=made.now)
    picture = await _order(made, "ranking", category=category, own=tuple(sorted(own)))
    words = msg("restated-chart", category=category, period=made.month)
    rank = go("rank", "push-button-rank", f"{category}.{made.month}")
    return Enclosure("chart", "photo", picture, words, [[rank]])


async def public_chart(made: Anew) -> Enclosure | None:
    """Return the bulletin's chart; None where there is nothing of it that may be shown."""
    if not _is_charted(made):
        return None
    category = categories(made.city, made.scheme_row)[0]
    if len(made.rankings.get(category, ())) <= OUT_OF_PUBLIC:
        return None
    picture = await _order(made, "public", category=category)
    words = msg("restated-chart", category=category, period=made.month)
    return Enclosure("bulletin", "photo", picture, words)


async def workbook(made: Anew) -> Enclosure:
    """Return the monthly workbook of the scheme as it is now."""
    scheme = made.scheme_row.scheme
    return Enclosure(
        f"workbook{made.scheme_row.id}",
        "document",
        await _order(made, "monthly", form="xlsx"),
        msg("restated-workbook", scheme=scheme.name, period=made.month),
    )


async def _order(
    made: Anew,
    dish: Dish,
    *,
    form: Form = "png",
    category: str = "",
    unit: str = "",
    own: tuple[str, ...] = (),
) -> int:
    recipe = Recipe(
        dish=dish,
        scheme_id=made.scheme_row.id,
        period=str(made.month),
        title=TITLES.get(dish, made.scheme_row.scheme.name),
        category=category,
        unit=unit,
        own=own,
        reason=made.reason,
    )
    return await order_artwork(made.conn, recipe, form=form, now=made.now)


def _is_charted(made: Anew) -> bool:
    """Whether it was this scheme whose chart went out: the towns', else the first of the year."""
    year = [row for row in made.city.schemes if row.scheme.year == made.month.year]
    towns = [row for row in year if row.scheme.track == "town"]
    return (towns or year)[0].id == made.scheme_row.id
