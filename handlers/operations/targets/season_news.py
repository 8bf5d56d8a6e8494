"""Who hears of a seasonal plan: the monitoring unit with a picture, the office, and back again."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.books import Heading, SeasonBook
from handlers.buttons import go
from handlers.city import City
from handlers.operations.doer import doer, season_side
from handlers.operations.targets.target_terms import reporters_of
from handlers.operations.tell import tell
from handlers.order_artwork import order_artwork
from handlers.report_lines import SeasonMonth
from handlers.texts import msg
from scoring.model import Period, Shares
from storage import people, seasons
from storage.people import Person, PersonRow
from storage.seasons import SeasonProposal


def season_book(city: City, made: SeasonProposal, current: Shares, *, now: datetime) -> SeasonBook:
    """Return a proposed plan beside the one in force, to be drawn."""
    row = city.indicator(made.indicator_id)
    scheme = city.scheme_by_id[row.scheme_id]
    months = tuple(
        SeasonMonth(
            period=str(Period(scheme.scheme.year, month)),
            proposed=made.shares[month - 1],
            current=current[month - 1] if len(current) >= month else None,
        )
        for month in range(1, 13)
    )
    return SeasonBook(
        heading=Heading(
            scheme=scheme.scheme.name,
            category="",
            period=str(Period(scheme.scheme.year, 12)),
            as_of=now,
            invented=scheme.invented,
        ),
        indicator_code=row.indicator.code,
        indicator_name=row.indicator.name,
        months=months,
        years=made.years,
    )


async def tell_proposed(
    conn: AsyncConnection, city: City, who: Person, made: SeasonProposal, *, now: datetime
) -> None:
    """Show the plan to the monitoring unit's reporters and to the office, as a picture."""
    row = city.indicator(made.indicator_id)
    confirmed = await seasons.known_at(conn, row.scheme_id, at=now)
    plans = confirmed.get(row.indicator.code, ())
    current = plans[-1][1] if plans else row.seasonality or ()
    book = season_book(city, made, current, now=now)
    picture = await order_artwork(conn, book, form="png", now=now)
    readers = [
        *await reporters_of(conn, [row], now=now),
        *await people.with_role(conn, "office", at=now),
    ]
    for person in dict.fromkeys(readers):
        if person.id == who.id:
            continue
        await tell(
            conn,
            city,
            person,
            msg(
                "season-for-you",
                code=row.indicator.code,
                indicator=row.indicator.name,
                count=len(made.years),
                years="、".join(map(str, made.years)),
                name=await doer(conn, who.id, season_side(row.monitoring_unit_id), at=now),
            ),
            key=f"season:{made.id}:{person.id}",
            now=now,
            artwork_id=picture,
            buttons=[[go("season", "season-button-look", str(made.id))]],
        )


async def tell_commented(
    conn: AsyncConnection, city: City, who: Person, made: SeasonProposal, *, now: datetime
) -> None:
    """Tell the office and whoever proposed the plan what the monitoring unit thinks of it."""
    row = city.indicator(made.indicator_id)
    for person in await _deciders(conn, made, now=now):
        if person.id == who.id:
            continue
        await tell(
            conn,
            city,
            person,
            msg(
                "season-commented-to-you",
                code=row.indicator.code,
                indicator=row.indicator.name,
                name=await doer(conn, who.id, season_side(row.monitoring_unit_id), at=now),
                said=made.events[-1].said or "—",
            ),
            key=f"season-comment:{made.id}:{len(made.events)}:{person.id}",
            now=now,
            buttons=[[go("season", "season-button-look", str(made.id))]],
        )


async def tell_confirmed(
    conn: AsyncConnection, city: City, who: Person, made: SeasonProposal, *, now: datetime
) -> None:
    """Tell the monitoring unit from which month on its figures are held to another plan."""
    row = city.indicator(made.indicator_id)
    for person in await reporters_of(conn, [row], now=now):
        if person.id == who.id:
            continue
        await tell(
            conn,
            city,
            person,
            msg(
                "season-confirmed-to-you",
                code=row.indicator.code,
                indicator=row.indicator.name,
                since=made.events[-1].effective_from or Period(now.year, now.month),
            ),
            key=f"season-confirmed:{made.id}:{person.id}",
            now=now,
            buttons=[[go("season", "season-button-look", str(made.id))]],
        )


async def _deciders(
    conn: AsyncConnection, made: SeasonProposal, *, now: datetime
) -> list[PersonRow]:
    proposer = await people.one(conn, made.proposed_by)
    office = await people.with_role(conn, "office", at=now)
    return list(dict.fromkeys([*([proposer] if proposer else []), *office]))
