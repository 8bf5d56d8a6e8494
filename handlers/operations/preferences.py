"""What a person decides for themselves: language, quiet hours, leaving off."""

import re
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import drafts, journal, people
from storage.people import Person

HOURS = re.compile(r"^([01]\d|2[0-3]):([0-5]\d)\s*[-–—~至到]\s*([01]\d|2[0-3]):([0-5]\d)$")


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
