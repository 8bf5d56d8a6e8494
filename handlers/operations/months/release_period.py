"""Release a frozen month: the same plan that was previewed, once, to everybody it is meant for."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.city import City
from handlers.operations.months.freeze_period import MonthState, month_states
from handlers.operations.months.monthly_report import (
    CategoryMonth,
    chart_category,
    leaders_push,
    month_by_category,
)
from handlers.operations.months.publish_month import publish
from handlers.operations.months.snapshot_month import inputs, keep_month, unit_facts
from handlers.operations.office.burden_words import tell_burden
from handlers.texts import Msg
from scoring import permissions
from scoring.model import Period
from scoring.refusals import Locked, NotAllowed, Outdated, Refusal
from storage import contacts, destinations, journal, people, periods
from storage.destinations import Destination
from storage.people import Person, PersonRow
from storage.units import UnitRow

CODE_LENGTH = 6


@dataclass(frozen=True)
class Recipients:
    """Who is meant to hear of the month, and which units nobody can be reached in."""

    leaders: tuple[PersonRow, ...]
    contacts: tuple[tuple[UnitRow, PersonRow], ...]
    units_alone: tuple[UnitRow, ...]
    destinations: tuple[Destination, ...]

    @property
    def leaders_reached(self) -> tuple[PersonRow, ...]:
        """The leaders and committee members who can be written to."""
        return tuple(person for person in self.leaders if can_be_told(person))

    @property
    def contacts_reached(self) -> tuple[tuple[UnitRow, PersonRow], ...]:
        """The contacts who can be written to, with their units."""
        return tuple((unit, person) for unit, person in self.contacts if can_be_told(person))


@dataclass(frozen=True)
class ReleasePlan:
    """What a release would do; *code* changes with the figures and with the recipients."""

    period: Period
    states: tuple[MonthState, ...]
    months: tuple[CategoryMonth, ...]
    recipients: Recipients
    leaders_text: Msg
    code: str


def can_be_told(person: PersonRow) -> bool:
    """Whether a message to this person has an address."""
    return person.user_id is not None and person.left_at is None and person.unreachable_at is None


async def plan_release(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    who: Person,
    period: Period,
    *,
    now: datetime,
) -> ReleasePlan:
    """Return what a release of the month would do, without doing any of it.

    Raises NotAllowed for anybody but the office, Refusal while the month is not frozen in every
    scheme or is reopened, Locked once it has been released.
    """
    if not permissions.may_run_the_office(who.roles):
        raise NotAllowed("office-only")
    states = await month_states(conn, city, boards, period, now=now)
    released = [each.released_at for each in states if each.released_at]
    if released:
        raise Locked("release-already", period=period, since=max(released))
    for state in states:
        if await is_open(conn, state, period, now=now):
            raise Refusal("release-not-frozen", period=period, scheme=state.scheme.scheme.name)
    schemes = [state.scheme for state in states]
    months = await month_by_category(conn, city, boards, schemes, period, now=now)
    recipients = await _recipients(conn, city, months, now=now)
    return ReleasePlan(
        period,
        tuple(states),
        tuple(months),
        recipients,
        leaders_push(city, chart_category(months), frozenset()),
        await _code(conn, city, boards, states, months, recipients, period),
    )


async def is_open(
    conn: AsyncConnection, state: MonthState, period: Period, *, now: datetime
) -> bool:
    """Whether figures of the month may still change: not frozen, or an indicator is reopened."""
    month = await periods.acts(conn, state.scheme.id, period)
    ids = (None, *(row.id for row in state.scheme.indicators))
    return any(periods.locked_since(month, indicator_id=each, at=now) is None for each in ids)


async def release(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    who: Person,
    period: Period,
    *,
    code: str,
    now: datetime,
) -> ReleasePlan:
    """Release the month exactly as planned under *code*; return the plan that was carried out.

    Raises Outdated if figures or recipients have changed since that plan, and what
    `plan_release` raises.
    """
    plan = await plan_release(conn, city, boards, who, period, now=now)
    if plan.code != code:
        raise Outdated("release-plan-moved", period=period)
    for state in plan.states:
        kept = await keep_month(conn, city, boards, state.scheme, period, now=now)
        await periods.add(
            conn, scheme_id=state.scheme.id, period=period, act="released", by=who.id, now=now
        )
        await journal.add(
            conn,
            person_id=who.id,
            act="period-released",
            subject=f"{state.scheme.scheme.code} {period}",
            detail={"digest": kept.digest, "plan": code},
            at=now,
        )
    await publish(conn, city, boards, plan.months, plan.recipients, now=now)
    await tell_burden(conn, city, period, now=now)
    return plan


async def _recipients(
    conn: AsyncConnection, city: City, months: Sequence[CategoryMonth], *, now: datetime
) -> Recipients:
    leaders = await people.with_role(conn, "leader", at=now)
    committee = await people.with_role(conn, "committee", at=now)
    by_unit = await contacts.by_unit(conn, at=now)
    told: list[tuple[UnitRow, PersonRow]] = []
    alone: list[UnitRow] = []
    for line in (each for month in months for each in month.ranking.lines):
        unit = city.unit_by_code[line.unit_code]
        theirs = by_unit.get(unit.id, [])
        told += [(unit, person) for person in theirs]
        if not any(can_be_told(person) for person in theirs):
            alone.append(unit)
    return Recipients(
        tuple(dict.fromkeys([*leaders, *committee])),
        tuple(told),
        tuple(alone),
        tuple(await destinations.with_purpose(conn, "bulletin")),
    )


async def _code(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    states: Sequence[MonthState],
    months: Sequence[CategoryMonth],
    recipients: Recipients,
    period: Period,
) -> str:
    """Return a short code over the figures, the results and the addresses of a plan."""
    used = [await inputs(conn, city, boards, state.scheme, period) for state in states]
    body = json.dumps(
        [
            [each.digest for each in used],
            [unit_facts(month.facts.result) for month in months],
            [[filing.id for filing in state.waiting] for state in states],
            [[each.id for each in state.disputed] for state in states],
            [person.id for person in recipients.leaders_reached],
            [[unit.id, person.id] for unit, person in recipients.contacts_reached],
            [each.chat_id for each in recipients.destinations],
        ],
        sort_keys=True,
    )
    return hashlib.sha256(body.encode()).hexdigest()[:CODE_LENGTH]
