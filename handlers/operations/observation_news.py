"""Whom an observation's news reaches, and how: the unit never learns who reported."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Keyboard, go
from handlers.city import City
from handlers.operations.observation_terms import SAID_MAX, verifiers
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from storage import observations, people
from storage.observations import EventKind, Observation
from storage.people import PersonRow


def words(said: str | None) -> Msg:
    """Return what somebody said, or the words for saying nothing."""
    bare = (said or "").strip()
    return msg("observation-words", text=bare[:SAID_MAX]) if bare else msg("observation-no-words")


async def tell_unit(
    conn: AsyncConnection,
    city: City,
    found: Observation,
    message: Msg,
    *,
    event: EventKind,
    now: datetime,
    buttons: Keyboard | None = None,
) -> None:
    """Tell the contacts of the observed unit; *message* must not tell who reported."""
    for contact in await people.with_role(conn, "contact", found.unit_id, at=now):
        await _tell(conn, city, contact, found, message, event, now=now, buttons=buttons)


async def tell_observer(
    conn: AsyncConnection,
    city: City,
    found: Observation,
    message: Msg,
    *,
    event: EventKind,
    now: datetime,
    buttons: Keyboard | None = None,
) -> None:
    """Tell whoever reported it, or took over from them, and who stands in for them."""
    for observer in await people.answering_for(conn, found.observer_id, at=now):
        await _tell(conn, city, observer, found, message, event, now=now, buttons=buttons)


async def tell_office(
    conn: AsyncConnection,
    city: City,
    found: Observation,
    message: Msg,
    *,
    event: EventKind,
    now: datetime,
) -> None:
    """Tell those of the office who may verify it."""
    for clerk in await verifiers(conn, found, now=now):
        await _tell(conn, city, clerk, found, message, event, now=now, buttons=None)


async def _tell(
    conn: AsyncConnection,
    city: City,
    to: PersonRow,
    found: Observation,
    message: Msg,
    event: EventKind,
    *,
    now: datetime,
    buttons: Keyboard | None,
) -> None:
    # A state may be reached more than once (answered, not fixed, answered): its round is counted.
    past = await observations.events_of(conn, found.id)
    round_number = sum(each.kind == event for each in past)
    look = [[go("observation", "button-observation", str(found.id))]]
    await tell(
        conn,
        city,
        to,
        message,
        key=f"observation:{found.id}:{event}{round_number}:{to.id}:{message.id}",
        now=now,
        buttons=look if buttons is None else buttons,
    )
