"""What a person decides for themselves: language, quiet hours, leaving off."""

import re
from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.operations.people.push_kinds import KINDS
from scoring.due import MORNING
from scoring.workdays import PUSH_UNTIL
from storage import drafts, journal, people, preferences
from storage.people import Person

HOURS = re.compile(r"^([01]\d|2[0-3]):([0-5]\d)\s*[-–—~至到]\s*([01]\d|2[0-3]):([0-5]\d)$")
CLOCK = re.compile(r"^([01]?\d|2[0-3])[:：]([0-5]\d)$")


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


async def choose_digest(
    conn: AsyncConnection,
    who: Person,
    *,
    rhythm: str | None = None,
    at: str | None = None,
    now: datetime,
) -> bool:
    """Keep how often the digest comes, or its hour; return False for what cannot be chosen.

    The hour lies between the morning's first reminder and the end of the day's pushes.
    """
    chosen = await preferences.one(conn, who.id)
    found = next((each for each in preferences.RHYTHMS if each == rhythm), None)
    hour = CLOCK.match(at) if at else None
    moment = f"{int(hour[1]):02}:{hour[2]}" if hour else ""
    if found is None and not f"{MORNING:%H:%M}" <= moment < f"{PUSH_UNTIL:%H:%M}":
        return False
    kept = replace(
        chosen, digest=found or chosen.digest, digest_at=moment if hour else chosen.digest_at
    )
    await preferences.keep(conn, who.id, kept)
    await journal.add(
        conn,
        person_id=who.id,
        act="digest-chosen",
        subject=f"{kept.digest} {kept.digest_at}",
        detail={},
        at=now,
    )
    return True


async def switch_push(conn: AsyncConnection, who: Person, kind: str, *, now: datetime) -> bool:
    """Switch a kind of pushes off, or on again; return False for one that cannot be switched."""
    if kind not in KINDS:
        return False
    chosen = await preferences.one(conn, who.id)
    await preferences.keep(conn, who.id, replace(chosen, muted=chosen.muted ^ {kind}))
    state = "on" if kind in chosen.muted else "off"
    await journal.add(
        conn, person_id=who.id, act="push-switched", subject=f"{kind} {state}", detail={}, at=now
    )
    return True


async def drop_draft(conn: AsyncConnection, user_id: int, *, now: datetime) -> bool:
    """End the conversation the person is in; return False if there is none."""
    draft = await drafts.open_one(conn, user_id)
    if draft is None:
        return False
    await drafts.close(conn, draft.id, status="cancelled", now=now)
    return True
