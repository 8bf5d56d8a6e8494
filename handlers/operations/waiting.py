"""What waits for a person: shared by the list, the digest and the handover."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.clock import collecting, deadlines
from handlers.operations.clock.extension_waiting import waiting_for as extensions_waiting
from handlers.operations.disputes.dispute_todo import waiting as disputes_waiting
from handlers.operations.disputes.restate_waiting import waiting as restatements_waiting
from handlers.operations.feedback.feedback_clock import waiting as feedback_waiting
from handlers.operations.figures.to_review import columns_to_review
from handlers.operations.ledger.ledger_todo import waiting as ledger_waiting
from handlers.operations.matters.inspection_report import waiting as inspections_waiting
from handlers.operations.matters.matter_todo import waiting as matters_waiting
from handlers.operations.matters.respite_todo import waiting as respites_waiting
from handlers.operations.observing.observe_todo import waiting as observations_waiting
from handlers.operations.office.office_todo import waiting as office_waiting
from handlers.operations.record.analysis_todo import waiting as analyses_waiting
from handlers.operations.record.careless import waiting as careless_waiting
from handlers.operations.targets.target_todo import waiting as targets_waiting
from handlers.texts import msg
from handlers.todo import TodoItem
from scoring.model import Period
from storage import outbox, readings
from storage.people import Person
from storage.schemes import IndicatorRow


async def waiting(
    conn: AsyncConnection, person: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return what waits for this person, in no order; each item goes once it is done."""
    return [
        *await _to_review(conn, person, city),
        *await disputes_waiting(conn, person, city, now=now),
        *await restatements_waiting(conn, person, city, now=now),
        *await observations_waiting(conn, person, city, now=now),
        *await feedback_waiting(conn, person, city, now=now),
        *await matters_waiting(conn, person, city, now=now),
        *await respites_waiting(conn, person, city, now=now),
        *await inspections_waiting(conn, person, city, now=now),
        *await extensions_waiting(conn, person, city, now=now),
        *await office_waiting(conn, person, city, now=now),
        *await targets_waiting(conn, person, city, now=now),
        *await ledger_waiting(conn, person, city, now=now),
        *await analyses_waiting(conn, person, city, now=now),
        *await careless_waiting(conn, person, city, now=now),
    ]


async def figures_to_file(
    conn: AsyncConnection, person: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return what this person's units have not filed, of every month that is open."""
    units = person.units_as("reporter")
    if not units:
        return []
    items: list[TodoItem] = []
    for month in await collecting.open_months(conn, city, units, now=now):
        filed = await readings.filings_of_period(conn, month.period)
        done = {each.indicator_id for each in filed}
        dues = await deadlines.of_period(conn, city, month.period)
        items += [
            _to_file(row, month.period, dues.of(row, month.period), now=now)
            for row in month.rows
            if row.id not in done
        ]
    return items


def _to_file(
    row: IndicatorRow, period: Period, due: deadlines.Deadline, *, now: datetime
) -> TodoItem:
    said = msg(
        "todo-file",
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=period,
        due=due.shown,
        late=int(now > due.at),
    )
    return TodoItem(said, "file", f"{row.id}.{period}", due.at)


async def not_pushed(conn: AsyncConnection, person: Person) -> list[TodoItem]:
    """Return the line for pushes that are only kept, where there are unread ones."""
    kept = await outbox.unread(conn, person.id)
    if not kept:
        return []
    return [TodoItem(msg("todo-not-pushed", count=len(kept)), "not-pushed", "", None)]


async def _to_review(conn: AsyncConnection, person: Person, city: City) -> list[TodoItem]:
    return [
        TodoItem(
            msg(
                "todo-review",
                indicator=city.indicator(each.indicator_id).indicator.name,
                period=each.period,
                at=each.filed_at,
            ),
            "review",
            str(each.id),
            each.filed_at,
        )
        for each in await columns_to_review(conn, person, city)
    ]
