"""What an entry would bring before it is handed in: points, caps, and earlier ones of its fact."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.ledger_effects import balance
from handlers.operations.ledger_words import bare, level_said, points_said
from handlers.operations.propose_points import Fact, earlier
from handlers.texts import Msg, msg
from scoring.facts import ZERO
from scoring.ledger_points import points_of
from storage.ledger import Entry
from storage.ledger_items import ItemRow
from storage.units import UnitRow


async def preview(
    conn: AsyncConnection, city: City, unit: UnitRow, row: ItemRow, fact: Fact, *, now: datetime
) -> tuple[Msg, list[Entry]]:
    """Return an entry as it would come, and what was entered for the same fact before."""
    terms = row.item.terms(unit.track)
    before = await earlier(conn, unit, row, fact)
    scheme_row = city.scheme_for(row.item.year, unit.track)
    held = ZERO
    if scheme_row is not None:
        found = await balance(conn, city, scheme_row, unit.code, now=now)
        held = sum((e.counted for e in found.effects if e.entry.item == row.item.code), ZERO)
    said = msg(
        "claim-preview",
        unit=unit.short_name,
        code=row.item.code,
        item=row.item.name,
        kind=terms.kind,
        cases=bare(fact.cases),
        per=row.item.per,
        level=level_said(fact.level),
        points=points_said(points_of(terms, cases=fact.cases, level=fact.level)),
        capped=int(terms.cap is not None),
        cap=bare(terms.cap) if terms.cap is not None else "",
        held=points_said(held),
        fact=fact.said,
        document=fact.document or "—",
        files=len(fact.files),
        verifier=city.unit(row.verifying_unit_id).short_name,
        earlier=[msg("claim-earlier-line", number=str(each.id)) for each in before]
        or msg("nothing"),
    )
    return said, before
