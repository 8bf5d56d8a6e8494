"""Asking to be let in without an invitation: the office hears, and whoever runs the unit named."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go, is_number
from handlers.city import City
from handlers.operations.tell import tell
from handlers.texts import msg
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed
from storage import journal, people, units
from storage.people import Person
from storage.schema import access_request
from storage.units import UnitRow

SAID_MAX = 200


@dataclass(frozen=True)
class Request:
    """Somebody who asked to be let in, and what they wrote."""

    id: int
    name: str
    said: str
    asked_at: datetime


async def ask(
    conn: AsyncConnection, city: City, user_id: int, name: str, *, said: str, now: datetime
) -> bool:
    """Ask to be let in; return False if this account asks already and says nothing new.

    Who was declined, or was here before, may ask again. A second message names the unit that was
    not named with the first.
    """
    known = (
        await conn.execute(sa.select(access_request).where(access_request.c.user_id == user_id))
    ).first()
    words = said.strip()[:SAID_MAX]
    if known is not None and known.state == "open" and (known.said or not words):
        return False
    values = {"name": name, "said": words, "asked_at": now, "state": "open"}
    if known is None:
        query: sa.Executable = access_request.insert().values(user_id=user_id, **values)
        await conn.execute(query)
    else:
        await conn.execute(
            access_request.update().where(access_request.c.id == known.id).values(**values)
        )
    found = await conn.scalar(
        sa.select(access_request.c.id).where(access_request.c.user_id == user_id)
    )
    await _tell(conn, city, Request(int(found or 0), name, words, now), now=now)
    return True


async def is_open(conn: AsyncConnection, user_id: int) -> bool:
    """Whether somebody asks to be let in and nobody has decided."""
    query = sa.select(access_request.c.id).where(
        access_request.c.user_id == user_id, access_request.c.state == "open"
    )
    return await conn.scalar(query) is not None


async def one(conn: AsyncConnection, request_id: int) -> Request | None:
    """Return a request to be let in by its id."""
    found = (
        await conn.execute(sa.select(access_request).where(access_request.c.id == request_id))
    ).first()
    return None if found is None else _request(found)


async def waiting(conn: AsyncConnection, city: City, who: Person) -> list[Request]:
    """Return the requests this person may answer, oldest first."""
    query = sa.select(access_request).where(access_request.c.state == "open")
    rows = await conn.execute(query.order_by(access_request.c.asked_at))
    return [each for row in rows if may_answer(city, who, each := _request(row))]


def may_answer(city: City, who: Person, request: Request) -> bool:
    """Whether a request is the person's to answer: the office's all, an administrator's own."""
    if may_run_the_office(who.roles):
        return True
    unit = named_unit(city, request.said)
    return unit is not None and unit.id in who.units_as("administrator")


def named_unit(city: City, said: str) -> UnitRow | None:
    """Return the one unit a request names, whole or as its first word; None if none or several."""
    words = said.replace("，", " ").replace(",", " ").split()
    for text in [said.strip(), *words]:
        found = units.match(city.units, text) if text else []
        if len(found) == 1:
            return found[0]
    return None


async def decline(
    conn: AsyncConnection, city: City, who: Person, request_id: str, *, now: datetime
) -> bool:
    """Decline a request; return False if it was decided before. NotAllowed if not one's own."""
    request = await one(conn, int(request_id)) if is_number(request_id) else None
    if request is None:
        if not may_run_the_office(who.roles):
            raise NotAllowed("not-for-your-role")
        return False
    if not may_answer(city, who, request):
        raise NotAllowed("not-for-your-role")
    changed = await conn.execute(
        access_request.update()
        .where(access_request.c.id == request.id, access_request.c.state == "open")
        .values(state="declined", decided_at=now, decided_by=who.id)
    )
    if changed.rowcount:
        await journal.add(conn, person_id=who.id, act="access-declined", subject=request_id, at=now)
    return changed.rowcount == 1


async def _tell(conn: AsyncConnection, city: City, request: Request, *, now: datetime) -> None:
    rows = await people.with_role(conn, "office", at=now)
    unit = named_unit(city, request.said)
    if unit is not None:
        rows += await people.with_role(conn, "administrator", unit.id, at=now)
    for each in dict.fromkeys(rows):
        await tell(
            conn,
            city,
            each,
            msg("access-wanted", name=request.name, said=request.said or "—"),
            key=f"access:{request.id}:{each.id}:{now.isoformat()}",
            now=now,
            buttons=[
                [
                    go("invite", "access-invite", f"a{request.id}"),
                    go("access-decline", "access-decline-button", str(request.id)),
                ]
            ],
        )


def _request(row: sa.Row[Any]) -> Request:
    return Request(row.id, row.name, row.said or "", row.asked_at)
