"""What is open and waits for somebody, or was begun by them: it goes on with whoever takes over.

Nothing of it is rewritten when they hand over: it is addressed to their roles, and what they began
is their successor's to answer for. It is counted and listed, so that nobody takes over blindly.
"""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.clock import extension_rules as rules
from handlers.operations.disputes import dispute_todo
from handlers.operations.disputes.restate_waiting import concerns
from handlers.operations.ledger.ledger_people import awaits
from handlers.operations.ledger.ledger_terms import all_matters, sides_of
from handlers.operations.matters import matter_todo
from handlers.operations.people.leaver import Leaver
from handlers.operations.targets import retarget
from handlers.operations.targets.target_todo import talks_of
from handlers.operations.waiting import figures_to_file, waiting
from handlers.todo import TodoItem
from storage import (
    disputes,
    extensions,
    ledger,
    proposals,
    restatements,
    retargets,
    roster,
    staff_changes,
)
from storage.people import Person


async def person_of(conn: AsyncConnection, leaver: Leaver) -> Person:
    """Return a leaver with the roles they hold, or held when they left."""
    before = await staff_changes.predecessors(conn, leaver.row.id)
    return Person(leaver.row, tuple(leaver.roles), before)


async def open_extensions(conn: AsyncConnection, _: City, leaver: Leaver) -> Sequence[int]:
    """Return the requests for more time they made, and those that wait for them."""
    who = await person_of(conn, leaver)
    return [
        each.id
        for each in await extensions.all_open(conn)
        if who.answers_for(each.asked_by) or (each.state == "asked" and rules.may_answer(who, each))
    ]


async def open_disputes(conn: AsyncConnection, city: City, leaver: Leaver) -> Sequence[int]:
    """Return the disputes they raised, and those that wait for their side."""
    who = await person_of(conn, leaver)
    return [
        each.id
        for each in await disputes.all_open(conn)
        if who.answers_for(each.raised_by)
        or await dispute_todo.awaits(conn, who, city, each, now=leaver.at)
    ]


async def open_restatements(conn: AsyncConnection, city: City, leaver: Leaver) -> Sequence[int]:
    """Return the restatements they proposed, and those that wait for them."""
    who = await person_of(conn, leaver)
    return [
        each.id
        for each in await restatements.all_open(conn)
        if who.answers_for(each.proposed_by) or await concerns(conn, who, city, each, now=leaver.at)
    ]


async def open_targets(conn: AsyncConnection, city: City, leaver: Leaver) -> Sequence[int]:
    """Return the targets they proposed and nobody has settled, and those that wait for them."""
    who = await person_of(conn, leaver)
    talks = await talks_of(conn, who, city, now=leaver.at)
    begun = [e.id for e in await proposals.open_ones(conn) if who.answers_for(e.opened_by)]
    theirs = [each.id for each in (*talks.mine, *talks.countered, *talks.overdue)]
    return sorted({*begun, *theirs})


async def open_retargets(conn: AsyncConnection, _: City, leaver: Leaver) -> Sequence[int]:
    """Return the adjustments of targets they proposed, and those they may approve."""
    who = await person_of(conn, leaver)
    return [
        each.id
        for each in await retargets.open_ones(conn)
        if who.answers_for(each.proposed_by) or retarget.may_approve(who, each)
    ]


async def open_matters(conn: AsyncConnection, _: City, leaver: Leaver) -> Sequence[int]:
    """Return the matters they opened, and those that wait for them."""
    who = await person_of(conn, leaver)
    return [
        each.id
        for each in await matter_todo.all_open(conn)
        if who.answers_for(each.opened_by)
        or await matter_todo.awaits(conn, who, each, now=leaver.at)
    ]


async def open_points(conn: AsyncConnection, city: City, leaver: Leaver) -> Sequence[int]:
    """Return the ledger entries they brought in or want revoked, and those that wait for them."""
    who = await person_of(conn, leaver)
    known = await roster.load(conn, at=leaver.at)
    return [
        matter.entry.id
        for matter in await all_matters(conn, await ledger.all_open(conn))
        if who.answers_for(matter.entry.by)
        or "revoker" in sides_of(who, city, matter)
        or awaits(known, who, city, matter)
    ]


async def everything_open(conn: AsyncConnection, city: City, leaver: Leaver) -> list[TodoItem]:
    """Return every line of their list of what waits, the most urgent first, drafts apart."""
    who = await person_of(conn, leaver)
    found = [
        *await figures_to_file(conn, who, city, now=leaver.at),
        *await waiting(conn, who, city, now=leaver.at),
    ]
    return sorted(found, key=lambda item: (item.urgency is None, item.urgency or leaver.at))
