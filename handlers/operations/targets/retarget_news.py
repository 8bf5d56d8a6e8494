"""Who hears of an adjusted target: those who may approve it, then its units and their monitor."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.doer import AS_APPROVER, doer
from handlers.operations.matters.instruct_button import under_number
from handlers.operations.targets.target_terms import answer_until, reporters_of
from handlers.operations.tell import take_back, tell
from handlers.show import plain
from handlers.texts import Msg, msg
from storage import people
from storage.people import Person, PersonRow
from storage.retargets import Retarget, RetargetLine
from storage.schema import outbox

LINES_SHOWN = 12
APPROVE_WORKING_DAYS = 5
"""The term of each of the two approvals; the city's proposal."""


def headline(city: City, made: Retarget) -> Msg:
    """Return which indicator is adjusted, from when, why, and by which document."""
    row = city.indicator(made.indicator_id)
    return msg(
        "retarget-headline",
        code=row.indicator.code,
        indicator=row.indicator.name,
        measure=row.indicator.unit_of_measure,
        since=made.effective_from,
        reason=msg(f"retarget-reason-{made.reason_kind}"),
        document=made.document,
        committee=int(made.of_committee),
    )


def lines(city: City, shown: Sequence[RetargetLine]) -> list[Msg]:
    """Return each unit's target, old → new; many are counted at the end."""
    told = [
        msg(
            "retarget-line",
            unit=city.unit(line.unit_id).short_name,
            old=plain(line.old) if line.old is not None else "—",
            new=plain(line.new),
        )
        for line in shown[:LINES_SHOWN]
    ]
    more = len(shown) - LINES_SHOWN
    return [*told, msg("retarget-more", count=more)] if more > 0 else told


def due_by(city: City, made: Retarget) -> datetime:
    """Return by when the next approval is awaited: so long after the last word on it."""
    said = made.events[-1].at if made.events else made.proposed_at
    return answer_until(city, said, APPROVE_WORKING_DAYS)


async def asked_for(conn: AsyncConnection, made: Retarget, *, now: datetime) -> list[PersonRow]:
    """Return whom an approval is asked of: the office and the leaders in charge, each once."""
    found = await people.with_role(conn, "office", at=now)
    for unit_id in dict.fromkeys(line.unit_id for line in made.lines):
        found += await people.leaders_for(conn, unit_id, at=now)
    return list(dict.fromkeys(found))


async def close_copies(
    conn: AsyncConnection, city: City, made: Retarget, *, now: datetime, only: int | None = None
) -> None:
    """Let every question sent about an adjustment say how it stands now, without its button.

    *only* the questions to one person: to whoever has just approved.
    """
    about = [f"retarget-{kind}:{made.id}:" for kind in ("asked", "due", "late")]
    keys = sa.or_(*(outbox.c.key.like(f"{each}%") for each in about))
    query = sa.select(outbox.c.id).where(keys).order_by(outbox.c.id)
    if only is not None:
        query = query.where(outbox.c.person_id == only)
    stands = msg(
        "retarget-stands",
        headline=headline(city, made),
        state=made.state,
        count=len(made.approved_by),
    )
    for outbox_id in list(await conn.scalars(query)):
        await take_back(conn, outbox_id, stands, now=now, stamp=f":{len(made.events)}")


async def tell_approvers(
    conn: AsyncConnection, city: City, who: Person, made: Retarget, *, now: datetime
) -> None:
    """Ask the rest of the office and the leaders in charge for their approval."""
    for person in await asked_for(conn, made, now=now):
        if person.id != who.id:
            whole = await people.by_id(conn, person.id, at=now)
            await tell(
                conn,
                city,
                person,
                msg(
                    "retarget-asked",
                    headline=headline(city, made),
                    lines=lines(city, made.lines),
                    name=await doer(conn, who.id, AS_APPROVER, at=now),
                    due=due_by(city, made),
                ),
                key=f"retarget-asked:{made.id}:{person.id}",
                now=now,
                buttons=[
                    [go("retarget", "retarget-button-look", str(made.id))],
                    under_number(whole, "retarget", made.id, [e.unit_id for e in made.lines])
                    if whole
                    else [],
                ],
            )


async def tell_in_force(
    conn: AsyncConnection, city: City, made: Retarget, *, now: datetime
) -> None:
    """Tell each unit its own new target, and the proposer and the monitoring unit all of them."""
    row = city.indicator(made.indicator_id)
    for line in made.lines:
        unit = city.unit(line.unit_id)
        for contact in await people.with_role(conn, "contact", unit.id, at=now):
            await tell(
                conn,
                city,
                contact,
                msg(
                    "retarget-in-force",
                    headline=headline(city, made),
                    lines=lines(city, [line]),
                    since=made.effective_from,
                ),
                key=f"retarget-in-force:{made.id}:{unit.id}:{contact.id}",
                now=now,
                buttons=[
                    [
                        go(
                            "why",
                            "retarget-button-why",
                            f"{unit.code}.{row.indicator.code}",
                        )
                    ]
                ],
            )
    proposer = await people.one(conn, made.proposed_by)
    others = [*([proposer] if proposer else []), *await reporters_of(conn, [row], now=now)]
    for person in dict.fromkeys(others):
        await tell(
            conn,
            city,
            person,
            msg(
                "retarget-in-force",
                headline=headline(city, made),
                lines=lines(city, made.lines),
                since=made.effective_from,
            ),
            key=f"retarget-in-force:{made.id}:all:{person.id}",
            now=now,
            buttons=[[go("retarget", "retarget-button-look", str(made.id))]],
        )


async def tell_ended(
    conn: AsyncConnection, city: City, who: Person, made: Retarget, *, now: datetime
) -> None:
    """Tell the proposer who declined it, and why."""
    proposer = await people.one(conn, made.proposed_by)
    if proposer is None:
        return
    await tell(
        conn,
        city,
        proposer,
        msg(
            "retarget-declined",
            headline=headline(city, made),
            name=await doer(conn, who.id, AS_APPROVER, at=now),
            reason=made.events[-1].said or "—",
        ),
        key=f"retarget-declined:{made.id}:{proposer.id}",
        now=now,
        buttons=[[go("retarget", "retarget-button-look", str(made.id))]],
    )
