"""What an entry would bring before it is handed in: points, caps, and earlier ones of its fact."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.ledger_facts import entries_of
from handlers.operations.ledger.ledger_words import bare, level_said, points_said
from handlers.operations.ledger.propose_points import Fact, earlier, key_of
from handlers.texts import Msg, msg
from scoring.adjustments import would_count
from scoring.ledger_course import OPEN
from scoring.ledger_entry import LedgerEntry
from scoring.ledger_points import points_of
from storage import ledger
from storage.ledger import Entry
from storage.ledger_items import ItemRow
from storage.units import UnitRow

LAST = "9" * 12
"""Of one day the highest number comes last: a new entry finds what the others have left."""


async def preview(
    conn: AsyncConnection, city: City, unit: UnitRow, row: ItemRow, fact: Fact, *, now: datetime
) -> tuple[Msg, list[Entry]]:
    """Return an entry as it would come, and what was entered for the same fact before."""
    terms = row.item.terms(unit.track)
    before = await earlier(conn, unit, row, fact)
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
        counts=await _would_count(conn, city, unit, row, fact, now=now),
        fact=fact.said,
        document=fact.document or "—",
        files=len(fact.files),
        verifier=city.unit(row.verifying_unit_id).short_name,
        earlier=[msg("claim-earlier-line", number=str(each.id)) for each in before]
        or msg("nothing"),
    )
    return said, before


async def _would_count(
    conn: AsyncConnection, city: City, unit: UnitRow, row: ItemRow, fact: Fact, *, now: datetime
) -> Msg:
    """Return what would count of it by today's ledger, and which cap or fact keeps it from more."""
    scheme_row = city.scheme_for(row.item.year, unit.track)
    if scheme_row is None or row.item.kind == "veto":
        return msg("nothing")
    today = now.astimezone(city.zone).date()
    known = await entries_of(conn, city, scheme_row, at=now)
    own = [each for each in known if each.unit == unit.code and each.is_in_force(today)]
    terms = row.item.terms(unit.track)
    new = LedgerEntry(
        unit=unit.code,
        item=row.item.code,
        points=points_of(terms, cases=fact.cases, level=fact.level),
        in_force_on=today,
        kind=terms.kind,
        item_cap=terms.cap,
        fact=key_of(row, fact),
        number=LAST,
    )
    found = would_count(scheme_row.scheme, own, new)
    waiting = [
        each
        for each in await ledger.of_unit(conn, unit.id, row.item.year)
        if each.state in OPEN - {"revoking"} and each.item_id == row.id
    ]
    return msg(
        "claim-would-count",
        kind=terms.kind,
        limit=found.limit,
        counted=points_said(found.counted),
        points=points_said(new.points),
        moves=points_said(found.moves),
        displaces=int(found.limit == "none" and found.moves != found.counted),
        capped=int(terms.cap is not None),
        cap=bare(terms.cap) if terms.cap is not None else "",
        used=bare(found.item_used),
        total=bare(found.total_cap) if found.total_cap is not None else "—",
        total_used=bare(found.total_used),
        waiting=len(waiting),
    )
