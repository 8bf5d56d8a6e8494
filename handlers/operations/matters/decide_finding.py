"""Decide a finding (认定): what it costs goes to the ledger, and the unit has to put it right."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.ledger.propose_points import Fact, propose
from handlers.operations.matters.finding_points import check_cost
from handlers.operations.matters.inspect_units import is_inspector
from handlers.operations.matters.issue_rectification import Order, issue
from handlers.operations.matters.matter_terms import after_months, name_of
from handlers.operations.matters.move_matter import movable, step
from scoring.finding_course import FINDING, FINISH_MONTHS
from scoring.refusals import NotAllowed
from storage import inspections
from storage.inspections import Decision
from storage.ledger import Source
from storage.matters import Matter
from storage.people import Person


async def decide(
    conn: AsyncConnection,
    city: City,
    who: Person,
    matter_id: int,
    deed: str,
    *,
    decided: Decision,
    now: datetime,
) -> Matter:
    """Confirm a finding with what it costs, or with nothing; return it as it stands then.

    The deduction goes to the ledger as a proposal, and the unit has to put it right: once each.
    """
    found = await movable(conn, who, matter_id, deed)
    facts = (await inspections.findings(conn, [found.id]))[found.id]
    unit = city.unit(found.unit_id)
    within = await inspections.one(conn, facts.inspection_id)
    if within is not None and is_inspector(who, within):
        raise NotAllowed("finding-own-inspection", name=name_of(found))
    await check_cost(conn, city, unit, decided, now=now)
    await inspections.decide(conn, found.id, decided, by=who.id, now=now)
    done = await step(
        conn,
        city,
        found,
        deed,
        FINDING.moves[deed].leads[found.state],
        who=who,
        side="independent",
        said="",
        now=now,
    )
    if decided.item is not None:
        await propose(
            conn,
            city,
            unit=unit,
            item_code=decided.item,
            fact=Fact(said=found.title, level=decided.level, cases=Decimal(decided.cases)),
            source=Source(FINDING.name, found.id),
            by=None,
            now=now,
        )
    await _put_right(conn, city, who, found, facts.category, now=now)
    return done


async def _put_right(
    conn: AsyncConnection, city: City, who: Person, found: Matter, category: str, *, now: datetime
) -> None:
    order = Order(
        unit_id=found.unit_id,
        category=category,
        title=found.title,
        finish_by=after_months(city, now, FINISH_MONTHS),
        source=f"{FINDING.name}:{found.id}",
    )
    await issue(conn, city, who, order, now=now)
