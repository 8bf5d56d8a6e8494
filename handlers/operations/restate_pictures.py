"""What goes out again with a 更正: the card, the chart, the workbook, to whoever had the old ones.

Nobody gets anew what they never had: a unit its own card where it changed, a leader the chart and
the workbook of the scheme, a channel the public chart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.buttons import Keyboard, go
from handlers.city import City
from handlers.operations.bulletin import public_ranking
from handlers.operations.compose_books import unit_book_of
from handlers.operations.compose_month import monthly_book
from handlers.operations.monthly_report import CategoryMonth, chart_category, month_by_category
from handlers.operations.publish_month import own_units, with_own
from handlers.operations.unit_card import whole_card
from handlers.order_artwork import order_artwork
from handlers.texts import Msg, msg
from scoring.model import Period
from storage.schemes import SchemeRow


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
    """A scheme's month as it stands now, from which everything is drawn again."""

    conn: AsyncConnection
    city: City
    boards: BoardShelf
    scheme_row: SchemeRow
    month: Period
    categories: Sequence[CategoryMonth]
    now: datetime


async def anew(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    month: Period,
    *,
    now: datetime,
) -> Anew:
    """Return a scheme's month as it stands after a correction."""
    found = await month_by_category(conn, city, boards, [scheme_row], month, now=now)
    return Anew(conn, city, boards, scheme_row, month, found, now)


async def card(made: Anew, unit_id: int, *, whole: bool) -> Enclosure:
    """Return a unit's card as it is now; unless *whole*, without what asks much of the engine."""
    unit = made.city.unit(unit_id)
    found = next(each for each in made.categories if each.category == unit.category)
    head = found.ranking.heading
    if whole:
        book = await whole_card(made.conn, made.city, made.boards, found.facts, unit, head)
    else:
        book = unit_book_of(made.city, found.facts, unit, head)
    arg = f"{unit.code}.{made.month}"
    return Enclosure(
        f"card{unit_id}",
        "photo",
        await order_artwork(made.conn, book, form="png", now=made.now),
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
    main = chart_category(made.categories)
    own = await own_units(made.conn, made.city, person_id, now=made.now)
    picture = await order_artwork(made.conn, with_own(main.ranking, own), form="png", now=made.now)
    words = msg("restated-chart", category=main.category, period=made.month)
    rank = go("rank", "push-button-rank", f"{main.category}.{made.month}")
    return Enclosure("chart", "photo", picture, words, [[rank]])


async def public_chart(made: Anew) -> Enclosure | None:
    """Return the bulletin's chart; None where there is nothing of it that may be shown."""
    if not _is_charted(made):
        return None
    main = chart_category(made.categories)
    shown = public_ranking(main.ranking)
    if not shown.lines:
        return None
    picture = await order_artwork(made.conn, shown, form="png", now=made.now)
    words = msg("restated-chart", category=main.category, period=made.month)
    return Enclosure("bulletin", "photo", picture, words)


async def workbook(made: Anew) -> Enclosure:
    """Return the monthly workbook of the scheme as it is now."""
    book = await monthly_book(
        made.conn, made.city, made.boards, made.scheme_row, made.month, now=made.now
    )
    scheme = made.scheme_row.scheme
    return Enclosure(
        f"workbook{made.scheme_row.id}",
        "document",
        await order_artwork(made.conn, book, form="xlsx", now=made.now),
        msg("restated-workbook", scheme=scheme.name, period=made.month),
    )


def _is_charted(made: Anew) -> bool:
    """Whether it was this scheme whose chart went out: the towns', else the first of the year."""
    year = [row for row in made.city.schemes if row.scheme.year == made.month.year]
    towns = [row for row in year if row.scheme.track == "town"]
    return (towns or year)[0].id == made.scheme_row.id
