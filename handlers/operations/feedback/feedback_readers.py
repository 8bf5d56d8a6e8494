"""Who reads a quarter's feedback, and which part of it: by the roles they hold at that moment."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.feedback_books import FeedbackBook, part
from handlers.operations.disputes.dispute_terms import can_hear
from handlers.operations.feedback.feedback_facts import Books
from scoring.permissions import OF_A_UNIT, SEE_EVERYTHING
from storage import contacts, people
from storage.people import Person, PersonRow
from storage.units import UnitRow

NAMES_MAX = 3


@dataclass(frozen=True)
class Reader:
    """What somebody's roles let them read: everything, the city, units they lead or speak for.

    *desks* are the units of whose desk they are: of these they read what the unit was told.
    """

    everything: bool
    city: bool
    led: frozenset[str]
    spoken_for: frozenset[str]
    desks: frozenset[str]

    @classmethod
    def of(cls, city: City, who: Person) -> "Reader":
        """Return what somebody may read."""
        leads = [role for role in who.roles if role.kind == "leader"]
        desks = {role.unit_id for role in who.roles if role.kind in OF_A_UNIT}
        return cls(
            any(role.kind in SEE_EVERYTHING for role in who.roles),
            any(role.unit_id is None for role in leads),
            _codes(city, {role.unit_id for role in leads}),
            _codes(city, set(who.units_as("contact"))),
            _codes(city, desks),
        )

    @property
    def is_nobody(self) -> bool:
        """Whether the report is not for them at all."""
        return not (self.everything or self.city or self.led or self.spoken_for)


@dataclass(frozen=True)
class Led:
    """A leader or committee member with the part that is theirs."""

    row: PersonRow
    book: FeedbackBook


@dataclass(frozen=True)
class Recipients:
    """Who is told of a release, as far as they can be, and the units in which nobody can be."""

    leaders: tuple[Led, ...]
    office: tuple[PersonRow, ...]
    contacts: tuple[tuple[UnitRow, PersonRow], ...]
    units_alone: tuple[UnitRow, ...]


def part_for(city: City, reader: Reader, books: Books, *, unit: str = "") -> FeedbackBook | None:
    """Return the widest part somebody may read, or that of a *unit* they speak for; None of none.

    Only those who see everything read of what no unit was told, and not of their own desk's unit.
    """
    if unit and unit in reader.spoken_for:
        return _of_unit(city, books, unit)
    if reader.everything:
        return _without_untold(books.whole, lambda code: code in reader.desks)
    if reader.city:
        return _without_untold(books.whole, lambda _: True)
    if reader.led:
        named = [city.unit_by_code[code].short_name for code in sorted(reader.led)]
        title = "、".join(named[:NAMES_MAX]) + ("…" if len(named) > NAMES_MAX else "")
        led = part(books.whole, reader.led, scope="leader", title=title)
        return led if led.cells else None
    for code in sorted(reader.spoken_for):
        own = _of_unit(city, books, code)
        if own is not None:
            return own
    return None


async def recipients(
    conn: AsyncConnection, city: City, books: Books, *, now: datetime
) -> Recipients:
    """Return who would be told of these books, each once for each part of theirs."""
    office = [each for each in await people.with_role(conn, "office", at=now) if can_hear(each)]
    known = {each.id for each in office}
    led: list[Led] = []
    for kind in ("leader", "committee"):
        for row in await people.with_role(conn, kind, at=now):
            who = await people.by_id(conn, row.id, at=now) if can_hear(row) else None
            if who is None or row.id in known:
                continue
            known.add(row.id)
            book = part_for(city, Reader.of(city, who), books)
            if book is not None:
                led.append(Led(row, book))
    codes = {each.unit_code for each in books.told.cells}
    by_unit = await contacts.by_unit(conn, at=now)
    told: list[tuple[UnitRow, PersonRow]] = []
    alone: list[UnitRow] = []
    for unit in city.units:
        if unit.code not in codes:
            continue
        able = [each for each in by_unit.get(unit.id, []) if can_hear(each)]
        told += [(unit, each) for each in able]
        if not able:
            alone.append(unit)
    return Recipients(tuple(led), tuple(office), tuple(told), tuple(alone))


def _of_unit(city: City, books: Books, code: str) -> FeedbackBook | None:
    named = city.unit_by_code[code]
    own = part(books.told, frozenset({code}), scope="unit", title=named.short_name)
    return own if own.cells else None


def _without_untold(book: FeedbackBook, hides: Callable[[str], bool]) -> FeedbackBook:
    hidden = {each.receipt for each in book.lines if hides(each.unit_code) and not each.is_told}
    return replace(
        book,
        lines=tuple(each for each in book.lines if each.receipt not in hidden),
        open=tuple(each for each in book.open if each.receipt not in hidden),
    )


def _codes(city: City, ids: set[int | None]) -> frozenset[str]:
    return frozenset(city.unit(each).code for each in ids if each in city.unit_by_id and each)
