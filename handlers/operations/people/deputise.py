"""Let one person stand in for another (代理), for a time; and end it early."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Keyboard, go
from handlers.city import City
from handlers.operations.doer import AS_MANAGER, doer
from handlers.operations.people.staff import check_manages, fits, staying
from handlers.operations.tell import tell
from handlers.texts import msg
from scoring.refusals import NotFound, Outdated, Refusal
from storage import deputies, journal, people
from storage.deputies import DeputyRow
from storage.people import Person


async def name_deputy(
    conn: AsyncConnection,
    city: City,
    person_id: int,
    deputy_id: int,
    *,
    from_at: datetime,
    until_at: datetime | None,
    by: Person | None,
    now: datetime,
) -> None:
    """Let one person act for another in [from_at, until_at), and tell both; None has no end.

    A person names their own deputy, or the office does, or the unit's administrator. Raises
    NotAllowed for anybody else, NotFound if either has left, Refusal for oneself, for a time that
    is over before it begins, where another stands in already, or where it would make a chain.
    """
    if by is None or by.id != person_id:
        check_manages(by, person_id, await people.roles_of(conn, person_id))
    if until_at is not None and until_at <= max(from_at, now):
        raise Refusal("deputy-over")
    row = await staying(conn, person_id)
    standing_in = await staying(conn, deputy_id)
    no = await why_not(conn, city, person_id, deputy_id, from_at=from_at, until_at=until_at)
    if no is not None:
        raise no
    deputy_row = await deputies.add(conn, person_id, deputy_id, from_at=from_at, until_at=until_at)
    await journal.add(
        conn,
        person_id=by.id if by else None,
        act="deputy-named",
        subject=str(row.id),
        detail={"name": row.name, "deputy": standing_in.name, **_term(from_at, until_at)},
        at=now,
    )
    said = msg(
        "deputy-told",
        name=row.name,
        deputy=standing_in.name,
        until=until_at or msg("deputy-no-end"),
    )
    look: Keyboard = [[go("todo", "button-todo"), go("deputies", "button-deputies")]]
    for each in (row, standing_in):
        if by is None or each.id != by.id:
            key = f"deputy:{deputy_row}:{each.id}"
            await tell(conn, city, each, said, key=key, now=now, buttons=look)


def _term(from_at: datetime, until_at: datetime | None) -> dict[str, str | None]:
    return {"from": from_at.isoformat(), "until": until_at.isoformat() if until_at else None}


async def end_deputy(
    conn: AsyncConnection, city: City, row_id: int, *, by: Person, now: datetime
) -> DeputyRow:
    """End a standing-in before its time, and tell the other side; return it.

    Either side may, the office, and the unit's administrator. Raises NotAllowed for anybody else,
    Outdated for what is over.
    """
    found = await deputies.one(conn, row_id)
    if found is None:
        raise NotFound("button-outdated")
    if by.id not in (found.person_id, found.deputy_id):
        check_manages(by, found.person_id, await people.roles_of(conn, found.person_id))
    if not await deputies.end(conn, row_id, at=now):
        raise Outdated("deputy-over-already")
    sides = [await people.one(conn, each) for each in (found.person_id, found.deputy_id)]
    names = [each.name if each else "—" for each in sides]
    await journal.add(
        conn,
        person_id=by.id,
        act="deputy-ended",
        subject=str(found.person_id),
        detail={"name": names[0], "deputy": names[1]},
        at=now,
    )
    said = msg(
        "deputy-ended-told",
        name=names[0],
        deputy=names[1],
        by=await doer(conn, by.id, AS_MANAGER, at=now),
    )
    for each in sides:
        if each is not None and each.id != by.id:
            await tell(conn, city, each, said, key=f"deputy-end:{row_id}:{each.id}", now=now)
    return found


async def why_not(
    conn: AsyncConnection,
    city: City,
    person_id: int,
    deputy_id: int,
    *,
    from_at: datetime,
    until_at: datetime | None,
) -> Refusal | None:
    """Return why one person cannot stand in for another in that time; None if they can.

    Nobody gets roles together that nobody may hold together. One deputy at a time, and no chains:
    a role that was lent is not lent on, so a deputy who has one himself would leave the work to
    nobody.
    """
    if person_id == deputy_id:
        return Refusal("deputy-self")
    roles = [*await people.roles_of(conn, person_id), *await people.roles_of(conn, deputy_id)]
    if not fits(city, roles):
        return Refusal("staff-roles-clash")
    for each in await deputies.ahead(conn, person_id, at=from_at):
        if each.overlaps(from_at, until_at):
            kind = "deputy-overlaps" if each.person_id == person_id else "deputy-chain-lends-on"
            return await _no(conn, kind, each)
    for each in await deputies.ahead(conn, deputy_id, at=from_at):
        if each.person_id == deputy_id and each.overlaps(from_at, until_at):
            return await _no(conn, "deputy-chain-away", each)
    return None


async def _no(conn: AsyncConnection, message_id: str, found: DeputyRow) -> Refusal:
    row, standing_in = [await people.one(conn, each) for each in (found.person_id, found.deputy_id)]
    return Refusal(
        message_id,
        name=row.name if row else "—",
        deputy=standing_in.name if standing_in else "—",
        until=found.until_at or msg("deputy-no-end"),
    )
