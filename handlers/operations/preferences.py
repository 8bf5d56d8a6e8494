"""What a person decides for themselves: language, quiet hours, leaving off, asking to come in."""

import re
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.tell import tell
from handlers.texts import msg
from storage import drafts, journal, people
from storage.people import Person
from storage.schema import access_request

HOURS = re.compile(r"^([01]\d|2[0-3]):([0-5]\d)\s*[-–—~至到]\s*([01]\d|2[0-3]):([0-5]\d)$")
SAID_MAX = 200


async def choose_language(
    conn: AsyncConnection, who: Person, lang: str, *, now: datetime
) -> Person:
    """Speak *lang* to the person from now on; return them as they are then."""
    await people.set_lang(conn, who.id, lang)
    changed = await people.by_id(conn, who.id, at=now)
    return changed or who


async def choose_hours(conn: AsyncConnection, who: Person, text: str, *, now: datetime) -> bool:
    """Keep one's own quiet hours ("21:00-08:00", "off"); return False for anything else."""
    if text == "off":
        await people.set_hours(conn, who.id, quiet_from=None, quiet_until=None)
    elif found := HOURS.match(text):
        await people.set_hours(
            conn,
            who.id,
            quiet_from=f"{found[1]}:{found[2]}",
            quiet_until=f"{found[3]}:{found[4]}",
        )
    else:
        return False
    await journal.add(
        conn, person_id=who.id, act="quiet-hours-chosen", subject=text, detail={}, at=now
    )
    return True


async def drop_draft(conn: AsyncConnection, user_id: int, *, now: datetime) -> bool:
    """End the conversation the person is in; return False if there is none."""
    draft = await drafts.open_one(conn, user_id)
    if draft is None:
        return False
    await drafts.close(conn, draft.id, status="cancelled", now=now)
    return True


async def ask_access(
    conn: AsyncConnection, city: City, user_id: int, name: str, *, said: str, now: datetime
) -> bool:
    """Ask the office to be let in; return False if this account has asked before."""
    known = await conn.scalar(
        sa.select(access_request.c.id).where(access_request.c.user_id == user_id)
    )
    if known is not None:
        return False
    request_id = await conn.scalar(
        access_request.insert()
        .values(user_id=user_id, name=name, said=said[:SAID_MAX], asked_at=now)
        .returning(access_request.c.id)
    )
    for clerk in await people.with_role(conn, "office", at=now):
        await tell(
            conn,
            city,
            clerk,
            msg("access-wanted", name=name, said=said[:SAID_MAX] or "—"),
            key=f"access:{request_id}:{clerk.id}",
            now=now,
            buttons=[
                [
                    go("invite", "access-invite", f"a{request_id}"),
                    go("access-decline", "access-decline-button", str(request_id)),
                ]
            ],
        )
    return True
