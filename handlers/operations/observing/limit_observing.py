"""Against abuse: the most a day, and who may not observe for a while, with the reason and end."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.tell import tell
from handlers.texts import msg
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, observing_limits, people
from storage.people import Person, PersonRow

MOST_LEAST, MOST_MOST = 1, 200
BAN_DAYS_MOST = 366
REASON_MAX = 300


async def set_daily_most(conn: AsyncConnection, who: Person, most: int, *, now: datetime) -> None:
    """Let one person report so many a day from now on.

    Raises NotAllowed for anybody but the office, Refusal for a number that makes no sense, Outdated
    where it is so already.
    """
    _only_the_office(who)
    if not MOST_LEAST <= most <= MOST_MOST:
        raise Refusal("limit-beyond", lowest=MOST_LEAST, highest=MOST_MOST)
    if most == await observing_limits.daily_most(conn):
        raise Outdated("limit-so-already", most=most)
    await observing_limits.set_daily_most(conn, most, by=who.id, now=now)
    await journal.add(conn, person_id=who.id, act="observing-limit-set", subject=str(most), at=now)


async def ban(
    conn: AsyncConnection,
    city: City,
    who: Person,
    observer_id: int,
    *,
    days: int,
    reason: str,
    now: datetime,
) -> datetime:
    """Let an observer report nothing for so many days, and tell them why; return the end.

    What they have reported goes on. Raises NotAllowed for anybody but the office, NotFound for
    whoever observes nothing, Refusal without a reason or beyond a year.
    """
    _only_the_office(who)
    row = await _observer(conn, observer_id, now=now)
    if not reason.strip():
        raise Refusal("ban-needs-reason")
    if not 1 <= days <= BAN_DAYS_MOST:
        raise Refusal("ban-beyond", most=BAN_DAYS_MOST)
    until = now + timedelta(days=days)
    words = reason.strip()[:REASON_MAX]
    await observing_limits.add_ban(
        conn, row.id, "ban", reason=words, until=until, by=who.id, now=now
    )
    await journal.add(conn, person_id=who.id, act="observer-banned", subject=str(row.id), at=now)
    message = msg("observer-ban-told", until=until, reason=words)
    key = f"observer-ban:{row.id}:{now.isoformat()}"
    await tell(conn, city, row, message, key=key, now=now)
    return until


async def lift(
    conn: AsyncConnection, city: City, who: Person, observer_id: int, *, now: datetime
) -> None:
    """Let an observer report again, and tell them; raise Outdated if they may already."""
    _only_the_office(who)
    row = await _observer(conn, observer_id, now=now)
    if await observing_limits.ban_of(conn, row.id, at=now) is None:
        raise Outdated("ban-over-already")
    await observing_limits.add_ban(conn, row.id, "lift", reason="", until=None, by=who.id, now=now)
    await journal.add(
        conn, person_id=who.id, act="observer-ban-lifted", subject=str(row.id), at=now
    )
    key = f"observer-ban-lifted:{row.id}:{now.isoformat()}"
    await tell(conn, city, row, msg("observer-ban-lifted-told"), key=key, now=now)


async def _observer(conn: AsyncConnection, observer_id: int, *, now: datetime) -> PersonRow:
    found = await people.by_id(conn, observer_id, at=now)
    if found is None or not found.holds("observer"):
        raise NotFound("ban-no-observer")
    return found.row


def _only_the_office(who: Person) -> None:
    if not may_run_the_office(who.roles):
        raise NotAllowed("not-for-your-role")
