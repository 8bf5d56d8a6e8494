"""What waits for somebody about targets: to answer, to decide, to adjust, to approve."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.targets import retarget
from handlers.operations.targets.answer_target import may_be_decided
from handlers.operations.targets.propose_targets import speaks_for_side
from handlers.operations.targets.retarget_news import due_by, headline
from handlers.texts import msg
from handlers.todo import TodoItem
from scoring.permissions import may_run_the_office
from storage import proposals, retargets, seasons
from storage.people import Person
from storage.proposals import Proposal


@dataclass(frozen=True)
class Talks:
    """The open proposals that concern a person, by what they can do about them.

    *mine* await their unit's answer, *countered* their own side's; *overdue* may be decided by the
    office because the unit let its time go by.
    """

    mine: Sequence[Proposal] = ()
    countered: Sequence[Proposal] = ()
    overdue: Sequence[Proposal] = ()


async def talks_of(conn: AsyncConnection, who: Person, city: City, *, now: datetime) -> Talks:
    """Return the open proposals that wait for this person."""
    waiting = await proposals.open_ones(conn)
    own = who.units_as("contact")
    is_office = may_run_the_office(who.roles)
    return Talks(
        [each for each in waiting if each.last.kind == "proposed" and each.unit_id in own],
        [
            each
            for each in waiting
            if each.last.kind == "countered" and (is_office or speaks_for_side(city, who, each))
        ],
        [
            each
            for each in waiting
            if is_office and each.last.kind == "proposed" and may_be_decided(each, now=now)
        ],
    )


async def waiting(
    conn: AsyncConnection, who: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return what waits for this person about targets and plans."""
    talks = await talks_of(conn, who, city, now=now)
    items: list[TodoItem] = []
    for unit_id in dict.fromkeys(each.unit_id for each in talks.mine):
        own = [each for each in talks.mine if each.unit_id == unit_id]
        due = _soonest(own)
        name = city.unit(unit_id).short_name
        said = msg("todo-target-answer", unit=name, count=len(own), until=due or now)
        items.append(TodoItem(said, "target-talk", str(unit_id), due))
    for each in talks.countered:
        row, unit = city.indicator(each.indicator_id), city.unit(each.unit_id)
        said = msg(
            "todo-target-countered",
            code=row.indicator.code,
            indicator=row.indicator.name,
            unit=unit.short_name,
            until=each.last.answer_until or now,
        )
        items.append(TodoItem(said, "proposal", str(each.id), each.last.answer_until))
    if talks.overdue:
        said = msg("todo-target-overdue", count=len(talks.overdue))
        items.append(TodoItem(said, "target-talks", "overdue", _soonest(talks.overdue)))
    items += await _to_adjust(conn, who, city)
    items += await _to_approve(conn, who, city)
    items += await _to_confirm(conn, who, city)
    return items


async def agreed_not_adjusted(conn: AsyncConnection, city: City) -> list[Proposal]:
    """Return what was agreed or decided, but takes an adjustment that nobody has proposed since."""
    ended = [
        each
        for each in await proposals.of_indicators(conn, list(city.indicator_by_id))
        if each.last.kind in {"agreed", "decided"} and each.last.target_id is None
    ]
    if not ended:
        return []
    latest = {(each.indicator_id, each.unit_id): each for each in ended}
    adjusted = await retargets.since(conn, min(each.last.at for each in ended))
    for made in adjusted:
        for line in made.lines:
            talk = latest.get((made.indicator_id, line.unit_id))
            if talk is not None and made.proposed_at >= talk.last.at:
                del latest[made.indicator_id, line.unit_id]
    return list(latest.values())


async def _to_adjust(conn: AsyncConnection, who: Person, city: City) -> list[TodoItem]:
    if not may_run_the_office(who.roles):
        return []
    return [
        TodoItem(
            msg(
                "todo-target-adjust",
                code=city.indicator(each.indicator_id).indicator.code,
                unit=city.unit(each.unit_id).short_name,
                goal=f"{each.last.goal:f}",
            ),
            "adjust-target",
            f"{each.indicator_id}.{each.unit_id}={each.last.goal:f}",
            each.last.at,
        )
        for each in await agreed_not_adjusted(conn, city)
    ]


async def _to_approve(conn: AsyncConnection, who: Person, city: City) -> list[TodoItem]:
    return [
        TodoItem(
            msg("todo-retarget", headline=headline(city, each), due=due_by(city, each)),
            "retarget",
            str(each.id),
            due_by(city, each),
        )
        for each in await retargets.open_ones(conn)
        if retarget.may_approve(who, each)
    ]


async def _to_confirm(conn: AsyncConnection, who: Person, city: City) -> list[TodoItem]:
    if not may_run_the_office(who.roles):
        return []
    items: list[TodoItem] = []
    for plan in await seasons.open_ones(conn):
        facts = city.indicator(plan.indicator_id).indicator
        said = msg("todo-season", code=facts.code, indicator=facts.name)
        items.append(TodoItem(said, "season", str(plan.id), plan.proposed_at))
    return items


def _soonest(own: Sequence[Proposal]) -> datetime | None:
    return min((each.last.answer_until for each in own if each.last.answer_until), default=None)
