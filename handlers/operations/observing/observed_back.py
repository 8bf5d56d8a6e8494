"""Tell a unit that an observation was refuted after all, and that its deduction is taken back."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.ledger_facts import entries_of
from handlers.operations.ledger.ledger_effects import names_of
from handlers.operations.ledger.ledger_words import bare
from handlers.operations.tell import tell
from handlers.texts import msg
from storage import observed, people


async def tell_taken_back(
    conn: AsyncConnection, city: City, *, since: datetime, until: datetime
) -> None:
    """Tell the units whose deductions ended in (since, until] because somebody refuted them."""
    receipts = await observed.refuted_between(conn, since=since, until=until)
    if not receipts:
        return
    for row in city.schemes:
        names = await names_of(conn, row.scheme.year)
        for entry in await entries_of(conn, city, row, at=until):
            if entry.number not in receipts or entry.valid_until is None:
                continue
            unit = city.unit_by_code[entry.unit]
            for contact in await people.with_role(conn, "contact", unit.id, at=until):
                await tell(
                    conn,
                    city,
                    contact,
                    msg(
                        "observation-effect-back",
                        receipt=entry.number,
                        unit=unit.short_name,
                        code=entry.item,
                        item=names.items.get(entry.item, entry.item),
                        points=bare(abs(entry.points)),
                        since=entry.valid_until,
                    ),
                    key=f"observed-back:{entry.number}:{entry.valid_until}:{contact.id}",
                    now=until,
                    buttons=[[go("ledger", "button-ledger", unit.code)]],
                )
