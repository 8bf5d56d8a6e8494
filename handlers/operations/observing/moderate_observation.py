"""Hide a text, a photo or a place of an observation: kept for good, out of sight, with a reason."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observing.observation_parties import Parties
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, observation_files, observation_hidings, observations, people
from storage.observation_hidings import Hiding
from storage.observations import Observation
from storage.people import Person
from storage.schema import outbox

REASON_MAX = 300


async def parts_of(conn: AsyncConnection, found: Observation) -> list[str]:
    """Return what of an observation can be hidden, in the order it came."""
    parts = ["said"] if found.said else []
    parts += ["place"] if found.place else []
    parts += [f"file:{each.id}" for each in await observation_files.files_of(conn, found.id)]
    events = await observations.events_of(conn, found.id)
    return parts + [f"event:{e.id}" for e in events if e.said and e.kind != "assigned"]


async def moderate(
    conn: AsyncConnection,
    city: City,
    who: Person,
    observation_id: int,
    what: str,
    deed: Hiding,
    *,
    reason: str,
    now: datetime,
) -> int:
    """Hide something or show it again; return how many people who had seen it were told so.

    Raises NotAllowed for anybody but the office, or one of it with a part in this, NotFound for
    what is not there, Refusal without a reason, Outdated if it is so already.
    """
    found = await moderated_by(conn, who, observation_id, now=now)
    words = reason.strip()[:REASON_MAX]
    if what not in await parts_of(conn, found):
        raise NotFound("button-outdated")
    if not words:
        raise Refusal("hide-needs-reason")
    done = await observation_hidings.add(
        conn, found.id, what, deed, reason=words, by=who.id, now=now
    )
    if not done:
        raise Outdated("hide-so-already", receipt=found.receipt)
    await journal.add(
        conn,
        person_id=who.id,
        act="observation-part-hidden" if deed == "hide" else "observation-part-shown",
        subject=found.receipt,
        detail={"observation": found.id, "what": what, "reason": words},
        at=now,
    )
    seen_by = await _seen_by(conn, found, what) - {who.id}
    message = msg("hide-told", receipt=found.receipt, what=part_kind(what), deed=deed, reason=words)
    return await _tell_all(conn, city, found, seen_by, message, what=what, now=now)


async def moderated_by(
    conn: AsyncConnection, who: Person, observation_id: int, *, now: datetime
) -> Observation:
    """Return an observation whose parts this person may hide; raise otherwise."""
    found = await observations.one(conn, observation_id)
    if found is None:
        raise NotFound("observation-gone")
    if not who.holds("office") or await Parties(conn, now=now).seen_as(who, found) != "office":
        raise NotAllowed("not-for-your-role")
    return found


def part_kind(what: str) -> str:
    """Return what kind of part this is: said, place, file or event."""
    return what.partition(":")[0]


async def _tell_all(
    conn: AsyncConnection,
    city: City,
    found: Observation,
    ids: Iterable[int],
    message: Msg,
    *,
    what: str,
    now: datetime,
) -> int:
    told = 0
    for person_id in sorted(ids):
        row = await people.one(conn, person_id)
        key = f"hidden:{found.id}:{what}:{now.isoformat()}:{person_id}"
        if row is not None and await tell(conn, city, row, message, key=key, now=now):
            told += 1
    return told


async def _seen_by(conn: AsyncConnection, found: Observation, what: str) -> set[int]:
    """Return who was sent it: a file by its id, a text in any message about this receipt."""
    kind, _, number = what.partition(":")
    if kind == "file":
        files = await observation_files.files_of(conn, found.id)
        ids = [each.file_id for each in files if str(each.id) == number]
        about = outbox.c.file_id.in_(ids)
    else:
        about = outbox.c.message.contains(found.receipt, autoescape=True)
    query = sa.select(outbox.c.person_id).where(
        about, outbox.c.state == "sent", outbox.c.person_id.is_not(None)
    )
    return set(await conn.scalars(query.distinct()))
