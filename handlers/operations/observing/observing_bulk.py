"""Many observations at once, for the office: assign them, or remind whom they wait for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observing.observation_clock import remind
from handlers.operations.observing.observation_parties import Parties
from handlers.operations.observing.verifier_turn import assign
from scoring.observation_course import AWAITED
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, Refusal
from storage import journal, observations
from storage.people import Person


@dataclass(frozen=True)
class Done:
    """What became of many: with how many it was done, and the receipts of those it was not."""

    done: int
    left: Sequence[str]


async def assign_many(
    conn: AsyncConnection,
    city: City,
    by: Person,
    ids: Sequence[int],
    verifier_id: int | None,
    *,
    now: datetime,
) -> Done:
    """Assign each to one verifier, or to whoever is next in turn; what cannot be is left and named.

    Raises NotAllowed for anybody but the office.
    """
    _only_the_office(by)
    done, left = 0, list[str]()
    for each in await observations.all_of(conn, ids):
        try:
            await assign(conn, city, by, each.id, verifier_id, now=now)
        except Refusal:
            left.append(each.receipt)
        else:
            done += 1
    return Done(done, left)


async def remind_many(
    conn: AsyncConnection, city: City, by: Person, ids: Sequence[int], *, now: datetime
) -> Done:
    """Remind whomever each waits for, once a day; what waits for nobody is left and named."""
    _only_the_office(by)
    parties, day = Parties(conn, now=now), now.astimezone(city.zone).date()
    done, left = 0, list[str]()
    for each in await observations.all_of(conn, ids):
        may = each.state in AWAITED and await parties.seen_as(by, each) == "office"
        if may and await remind(conn, city, parties, each, stamp=f"office.{day}", now=now):
            done += 1
        else:
            left.append(each.receipt)
    if done:
        await journal.add(
            conn, person_id=by.id, act="observations-reminded", subject=str(done), at=now
        )
    return Done(done, left)


def _only_the_office(who: Person) -> None:
    if not may_run_the_office(who.roles):
        raise NotAllowed("not-for-your-role")
