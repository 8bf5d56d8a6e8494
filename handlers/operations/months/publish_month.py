"""Queue a released month: leaders' push, each unit's own card, the public bulletin; each once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.books import MonthlyBook, RankingBook
from handlers.buttons import Button, go, packed, pairs
from handlers.city import City
from handlers.operations.months.bulletin import bulletin, public_ranking
from handlers.operations.months.compose_month import monthly_book
from handlers.operations.months.monthly_report import (
    CategoryMonth,
    agencies_push,
    chart_category,
    leaders_push,
)
from handlers.operations.observing.observation_told import to_answer
from handlers.operations.office.burden_words import burden_lines
from handlers.operations.results.unit_card import card_words, whole_card
from handlers.operations.tell import tell
from handlers.order_artwork import order_artwork
from handlers.texts import msg, to_json
from scoring.model import Period
from scoring.workdays import next_push_moment
from storage import outbox, people
from storage.destinations import Destination
from storage.outbox import Owed
from storage.people import PersonRow
from storage.schemes import SchemeRow
from storage.units import UnitRow

OWN_BUTTONS_MOST = 4


class Readers(Protocol):
    """Who can be written to, of those a month is meant for."""

    @property
    def leaders_reached(self) -> tuple[PersonRow, ...]:
        """Leaders and committee members."""
        ...

    @property
    def contacts_reached(self) -> tuple[tuple[UnitRow, PersonRow], ...]:
        """Contacts, each with their unit."""
        ...

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """Channels and groups."""
        ...


async def prepare_cards(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    months: Sequence[CategoryMonth],
    readers: Readers,
) -> None:
    """Compute what the cards of a release will ask of the engine, before anything is written.

    The shelf keeps it, so that the release itself holds nobody up.
    """
    found = {(each.facts.scheme_row.scheme.track, each.category): each for each in months}
    for unit in dict.fromkeys(unit for unit, _ in readers.contacts_reached):
        month = found[unit.track, unit.category]
        await whole_card(conn, city, boards, month.facts, unit, month.ranking.heading)


async def publish(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    months: Sequence[CategoryMonth],
    readers: Readers,
    *,
    now: datetime,
) -> None:
    """Queue everything a released month owes; a second time queues nothing."""
    period = months[0].facts.result.period
    schemes = {each.facts.scheme_row.id: each.facts.scheme_row for each in months}
    books = {
        row.id: await monthly_book(conn, city, boards, row, period, now=now)
        for row in schemes.values()
    }
    workbooks = {
        scheme_id: await order_artwork(conn, book, form="xlsx", now=now)
        for scheme_id, book in books.items()
    }
    for person in readers.leaders_reached:
        await _tell_leader(conn, city, months, person, now=now)
        for scheme_id, artwork_id in workbooks.items():
            await _send_workbook(
                conn, city, schemes[scheme_id], period, person, artwork_id, now=now
            )
    await _tell_units(conn, city, boards, months, readers.contacts_reached, now=now)
    await _tell_office(conn, city, schemes, books, period, now=now)
    for destination in readers.destinations:
        await _tell_public(conn, city, chart_category(months), destination, now=now)


async def _tell_office(
    conn: AsyncConnection,
    city: City,
    schemes: Mapping[int, SchemeRow],
    books: Mapping[int, MonthlyBook],
    period: Period,
    *,
    now: datetime,
) -> None:
    """Give the office, and nobody else, its own copies: with what the month took whom."""
    lines = await burden_lines(conn, city, period)
    copies = {
        scheme_id: await order_artwork(conn, replace(book, burden=lines), form="xlsx", now=now)
        for scheme_id, book in books.items()
    }
    for person in await people.with_role(conn, "office", at=now):
        for scheme_id, artwork_id in copies.items():
            await tell(
                conn,
                city,
                person,
                msg("office-workbook", scheme=schemes[scheme_id].scheme.name, period=period),
                key=f"office-workbook:{period}:{scheme_id}:{person.id}",
                now=now,
                lane="broadcast",
                artwork_id=artwork_id,
                form="document",
            )


async def _tell_leader(
    conn: AsyncConnection,
    city: City,
    months: Sequence[CategoryMonth],
    person: PersonRow,
    *,
    now: datetime,
) -> None:
    """Send the towns' chart with its text, then a line for each other category."""
    own = await own_units(conn, city, person.id, now=now)
    main = chart_category(months)
    period = main.facts.result.period
    await tell(
        conn,
        city,
        person,
        leaders_push(city, main, own),
        key=f"push:{period}:{person.id}",
        now=now,
        lane="broadcast",
        artwork_id=await order_artwork(conn, with_own(main.ranking, own), form="png", now=now),
        buttons=[
            [go("rank", "push-button-rank", f"{main.category}.{period}")],
            [go("instruct", "button-instruct", f"r{main.category}.{period}")],
            *_own_buttons(city, own, period),
        ],
    )
    others = [each for each in months if each is not main]
    if others:
        await tell(
            conn,
            city,
            person,
            agencies_push(city, others, own),
            key=f"push-others:{period}:{person.id}",
            now=now,
            lane="broadcast",
            buttons=[
                *pairs(_chart_button(each.category, period) for each in others),
                [go("instruct", "button-instruct", f"q{period}")],
            ],
        )


async def _send_workbook(
    conn: AsyncConnection,
    city: City,
    scheme_row: SchemeRow,
    period: Period,
    person: PersonRow,
    artwork_id: int,
    *,
    now: datetime,
) -> None:
    await tell(
        conn,
        city,
        person,
        msg("push-workbook", scheme=scheme_row.scheme.name, period=period),
        key=f"workbook:{period}:{scheme_row.id}:{person.id}",
        now=now,
        lane="broadcast",
        artwork_id=artwork_id,
        form="document",
    )


async def _tell_units(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    months: Sequence[CategoryMonth],
    contacts: Sequence[tuple[UnitRow, PersonRow]],
    *,
    now: datetime,
) -> None:
    found = {(e.facts.scheme_row.scheme.track, e.category): e for e in months}
    period = months[0].facts.result.period
    for unit, person in contacts:
        month = found[unit.track, unit.category]
        count = await to_answer(conn, city, unit.id, now=now)
        head = month.ranking.heading
        book = await whole_card(conn, city, boards, month.facts, unit, head, to_answer=count)
        arg = f"{unit.code}.{period}"
        await tell(
            conn,
            city,
            person,
            card_words(book, places=month.facts.scheme_row.scheme.places),
            key=f"card:{period}:{unit.id}:{person.id}",
            now=now,
            lane="broadcast",
            artwork_id=await order_artwork(conn, book, form="png", now=now),
            buttons=[
                [
                    go("why", "push-button-why", arg),
                    go("rank", "push-button-rank", f"{unit.category}.{period}"),
                ]
            ],
        )


async def _tell_public(
    conn: AsyncConnection,
    city: City,
    month: CategoryMonth,
    destination: Destination,
    *,
    now: datetime,
) -> None:
    shown = public_ranking(month.ranking)
    picture = await order_artwork(conn, shown, form="png", now=now) if shown.lines else None
    owed = Owed(
        key=f"bulletin:{month.facts.result.period}:{destination.chat_id}",
        chat_id=destination.chat_id,
        lane="broadcast",
        method="text" if picture is None else "photo",
        message=to_json(bulletin(city, month)),
        buttons=packed(()),
        artwork_id=picture,
        not_before=next_push_moment(now.astimezone(city.zone), city.calendar),
    )
    await outbox.enqueue(conn, owed, now=now)


def with_own(ranking: RankingBook, own: frozenset[str]) -> RankingBook:
    """Return a ranking in which a leader's own units stand out."""
    lines = (replace(line, is_own=line.unit_code in own) for line in ranking.lines)
    return replace(ranking, lines=tuple(lines))


async def own_units(
    conn: AsyncConnection, city: City, person_id: int | None, *, now: datetime
) -> frozenset[str]:
    """Return the codes of the units a leader is in charge of."""
    whole = await people.by_id(conn, person_id, at=now) if person_id is not None else None
    ids = whole.units_as("leader") if whole else ()
    return frozenset(city.unit(unit_id).code for unit_id in ids)


def _own_buttons(city: City, own: frozenset[str], period: Period) -> list[list[Button]]:
    units = [city.unit_by_code[code] for code in sorted(own)][:OWN_BUTTONS_MOST]
    return pairs(
        go("unit", "push-button-unit", f"{unit.code}.{period}", unit=unit.short_name)
        for unit in units
    )


def _chart_button(category: str, period: Period) -> Button:
    return go("rank-chart", "push-button-chart", f"{category}.{period}", category=category)
