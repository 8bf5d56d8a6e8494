"""A month's burden in words: the same on the office's desk and with the month's report."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.office.burden import Burden, UnitBurden, burden
from handlers.operations.tell import tell
from handlers.report_lines import BurdenLine
from handlers.show import plain, rounded
from handlers.texts import Msg, msg
from scoring.model import Period
from storage import people

UNITS_SHOWN = 24


async def tell_burden(conn: AsyncConnection, city: City, period: Period, *, now: datetime) -> None:
    """Give the office, and nobody else, the burden of a month that goes out."""
    found, before = await burden(conn, city, period), await burden(conn, city, period.previous)
    for person in await people.with_role(conn, "office", at=now):
        await tell(
            conn,
            city,
            person,
            burden_words(city, found, before),
            key=f"burden:{period}:{person.id}",
            now=now,
            lane="broadcast",
            buttons=[[go("burden", "menu-burden", str(period))]],
        )


async def burden_lines(conn: AsyncConnection, city: City, period: Period) -> tuple[BurdenLine, ...]:
    """Return a month's burden for the office's copy of the workbook: each unit, then its people."""
    found = await burden(conn, city, period)
    return tuple(line for each in found.units for line in _workbook_lines(city, each))


def _workbook_lines(city: City, each: UnitBurden) -> list[BurdenLine]:
    unit = city.unit(each.unit_id)
    whole = BurdenLine(
        unit_code=unit.code,
        unit_name=unit.short_name,
        person="",
        messages=each.acts.messages,
        taps=each.acts.taps,
        pushes=sum(person.pushes for person in each.people),
        figures=each.figures,
    )
    people = [
        BurdenLine(
            unit_code=unit.code,
            unit_name=unit.short_name,
            person=person.name,
            messages=person.acts.messages,
            taps=person.acts.taps,
            pushes=person.pushes,
        )
        for person in each.people
    ]
    return [whole, *people]


def burden_words(city: City, found: Burden, before: Burden) -> Msg:
    """Return a month beside the month before, the units in the order of their codes."""
    acts, acts_before = found.acts, before.acts
    return msg(
        "burden",
        period=found.period,
        people=sum(len(each.people) for each in found.units),
        messages=acts.messages,
        taps=acts.taps,
        figures=found.figures,
        rate=_rate(acts.messages + acts.taps, found.figures),
        before=acts_before.messages + acts_before.taps,
        before_rate=_rate(acts_before.messages + acts_before.taps, before.figures),
        lines=[_unit_line(city, each) for each in found.units[:UNITS_SHOWN]]
        or [msg("burden-nothing")],
    )


def _unit_line(city: City, each: UnitBurden) -> Msg:
    return msg(
        "burden-unit",
        unit=city.unit(each.unit_id).short_name,
        people=len(each.people),
        messages=each.acts.messages,
        taps=each.acts.taps,
        figures=each.figures,
    )


def _rate(acts: int, figures: int) -> str:
    """Return acts for ten figures; a dash where there are no figures."""
    return plain(rounded(Decimal(acts) * 10 / figures, 1)) if figures else "—"
