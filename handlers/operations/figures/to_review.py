"""Which columns wait for a person's review; nobody reviews what is their own."""

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from scoring.permissions import may_run_the_office
from storage import on_behalf, readings
from storage.people import Person
from storage.readings import Filing
from storage.schemes import IndicatorRow


async def columns_to_review(conn: AsyncConnection, person: Person, city: City) -> list[Filing]:
    """Return the columns this person can review now, oldest first; never their own.

    The office reviews what one of it filed for a silent unit, too.
    """
    units = person.units_as("reviewer")
    ids = [row.id for row in city.indicator_by_id.values() if row.monitoring_unit_id in units]
    found = await readings.waiting(conn, ids) if ids else []
    if may_run_the_office(person.roles):
        others = [each for each in await readings.all_waiting(conn) if each not in found]
        filed_for = await on_behalf.of_filings(conn, [each.id for each in others])
        found = [*found, *(each for each in others if each.id in filed_for)]
    return [
        filing
        for filing in found
        if not is_own(person, filing, city.indicator(filing.indicator_id))
    ]


def is_own(who: Person, filing: Filing, row: IndicatorRow) -> bool:
    """Whether a column is one's own, or of whoever lent one the right to review it."""
    lenders = (who.lender_of("reviewer", row.monitoring_unit_id), who.lender_of("office"))
    return filing.filed_by is not None and filing.filed_by in (who.id, *lenders)
