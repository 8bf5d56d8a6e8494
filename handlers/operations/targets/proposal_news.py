"""Who hears what about proposed targets: each unit its own, the proposer every answer."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.doer import contact, doer
from handlers.operations.targets.target_terms import spoken_as
from handlers.operations.tell import tell
from handlers.show import change, plain
from handlers.texts import Msg, msg
from storage import people, proposals
from storage.people import Person, PersonRow
from storage.proposals import Proposal

LINES_SHOWN = 10
MORNING = time(9, 0)


def proposal_line(city: City, made: Proposal) -> Msg:
    """Return one proposal as a line: indicator, unit, the target spoken of last, and its state."""
    row = city.indicator(made.indicator_id)
    return msg(
        "proposal-line",
        code=row.indicator.code,
        indicator=row.indicator.name,
        unit=city.unit(made.unit_id).short_name,
        goal=plain(made.last.goal) if made.last.goal is not None else "—",
        measure=row.indicator.unit_of_measure,
        known=int(made.last.base is not None),
        base=plain(made.last.base) if made.last.base is not None else "—",
        growth=change(made.last.base, made.last.goal, row.indicator.unit_of_measure),
        state=made.last.kind,
        round=made.rounds,
    )


async def tell_proposed(
    conn: AsyncConnection, city: City, who: Person, made: Sequence[Proposal], *, now: datetime
) -> list[int]:
    """Tell each unit of all that is proposed to it at once; return the units that cannot hear."""
    by_unit: dict[int, list[Proposal]] = {}
    for each in made:
        by_unit.setdefault(each.unit_id, []).append(each)
    unheard: list[int] = []
    contacts = await people.in_role(conn, "contact", by_unit, at=now)
    name = await doer(conn, who.id, spoken_as(city, made[0], "proposed"), at=now)
    for unit_id, own in by_unit.items():
        told = [
            await tell(
                conn,
                city,
                contact,
                msg(
                    "proposals-for-you",
                    unit=city.unit(unit_id).name,
                    name=name,
                    count=len(own),
                    lines=_shortened(city, own),
                    until=own[0].last.answer_until or now,
                ),
                key=f"proposed:{own[0].last.id}:{contact.id}",
                now=now,
                buttons=[[go("target-talk", "proposal-button-answer", str(unit_id))]],
            )
            for contact in contacts[unit_id]
        ]
        if not any(told):
            unheard.append(unit_id)
    return unheard


async def tell_answered(
    conn: AsyncConnection, city: City, who: Person, made: Proposal, *, now: datetime
) -> None:
    """Tell whoever proposed last that the unit names another target, and why."""
    for person in await _proposers(conn, made, now=now):
        await tell(
            conn,
            city,
            person,
            msg(
                "proposal-countered-to-you",
                line=proposal_line(city, made),
                proposed=plain(_proposed(made)),
                name=await doer(conn, who.id, contact(made.unit_id), at=now),
                reason=made.last.reason or "—",
                until=made.last.answer_until or now,
            ),
            key=f"countered:{made.last.id}:{person.id}",
            now=now,
            buttons=[[go("proposal", "proposal-button-look", str(made.id))]],
        )


async def tell_ended(
    conn: AsyncConnection, city: City, who: Person, made: Sequence[Proposal], *, now: datetime
) -> None:
    """Tell the other side how the talk ended, everything that ended together in one message."""
    by_person: dict[PersonRow, list[Proposal]] = {}
    contacts = await people.in_role(conn, "contact", {each.unit_id for each in made}, at=now)
    proposers = {
        _proposed_by(each): await _proposers(conn, each, now=now)
        for each in {_proposed_by(each): each for each in made}.values()
    }
    for each in made:
        sides = [*contacts.get(each.unit_id, []), *proposers[_proposed_by(each)]]
        for person in dict.fromkeys(sides):
            if person.id != who.id:
                by_person.setdefault(person, []).append(each)
    for person, own in by_person.items():
        last = own[0].last
        await tell(
            conn,
            city,
            person,
            msg(
                "proposals-ended",
                count=len(own),
                name=await doer(conn, who.id, spoken_as(city, own[0], last.kind), at=now),
                lines=_shortened(city, own),
                reason=msg("proposal-reason", reason=last.reason)
                if last.reason
                else msg("nothing"),
            ),
            key=f"ended:{last.id}:{person.id}",
            now=now,
            buttons=[[go("proposal", "proposal-button-look", str(own[0].id))]]
            if len(own) == 1
            else [[go("targets", "button-targets")]],
        )


async def remind_of_proposals(
    conn: AsyncConnection, city: City, *, since: datetime, until: datetime
) -> None:
    """Remind those awaited on the working day before, and tell both sides when time is over.

    Asking again for the same window queues nothing twice.
    """
    ahead: dict[PersonRow, list[Proposal]] = {}
    over: dict[PersonRow, list[Proposal]] = {}
    for made in await proposals.open_ones(conn):
        due = made.last.answer_until
        if due is None:
            continue
        here = due.astimezone(city.zone)
        eve = city.calendar.shifted(here.date(), -1)
        if since < datetime.combine(eve, MORNING, tzinfo=city.zone) <= until < due:
            for person in await _awaited(conn, made, now=until):
                ahead.setdefault(person, []).append(made)
        if since < due <= until:
            office = await people.with_role(conn, "office", at=until)
            for person in dict.fromkeys([*await _awaited(conn, made, now=until), *office]):
                over.setdefault(person, []).append(made)
    for person, own in ahead.items():
        await _remind(
            conn, city, person, own, msg("proposals-due", **_due(city, own)), "due", until
        )
    for person, own in over.items():
        await _remind(
            conn, city, person, own, msg("proposals-over", **_due(city, own)), "over", until
        )


def _due(city: City, own: Sequence[Proposal]) -> dict[str, int | list[Msg] | datetime]:
    until = min(each.last.answer_until or datetime.max.replace(tzinfo=city.zone) for each in own)
    return {"count": len(own), "lines": _shortened(city, own), "until": until}


async def _remind(
    conn: AsyncConnection,
    city: City,
    person: PersonRow,
    own: Sequence[Proposal],
    said: Msg,
    what: str,
    now: datetime,
) -> None:
    await tell(
        conn,
        city,
        person,
        said,
        key=f"proposals-{what}:{own[0].last.id}:{len(own)}:{person.id}",
        now=now,
        buttons=[[go("targets", "button-targets")]],
        expires_at=now + timedelta(days=7),
    )


async def _awaited(conn: AsyncConnection, made: Proposal, *, now: datetime) -> list[PersonRow]:
    if made.last.kind == "countered":
        return await _proposers(conn, made, now=now)
    return await people.with_role(conn, "contact", made.unit_id, at=now)


async def _proposers(conn: AsyncConnection, made: Proposal, *, now: datetime) -> list[PersonRow]:
    """Return whoever proposed last; if they have left, the office."""
    person = await people.one(conn, _proposed_by(made))
    if person is not None and person.left_at is None:
        return [person]
    return await people.with_role(conn, "office", at=now)


def _proposed_by(made: Proposal) -> int:
    return next(each.by for each in reversed(made.events) if each.kind == "proposed")


def _proposed(made: Proposal) -> Decimal:
    """Return the target that was proposed last."""
    goals = (each.goal for each in reversed(made.events) if each.kind == "proposed")
    return next(goals) or Decimal(0)


def _shortened(city: City, own: Sequence[Proposal]) -> list[Msg]:
    told = [proposal_line(city, each) for each in own[:LINES_SHOWN]]
    more = len(own) - LINES_SHOWN
    return [*told, msg("proposal-more", count=more)] if more > 0 else told
