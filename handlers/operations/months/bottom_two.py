"""Bottom-two alerts: the unit is heard first, then those in charge are told with its reply.

Never in a group, never twice for a unit and month, and never in a category too small to have a
bottom.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.buttons import Button, go
from handlers.city import City
from handlers.operations.matters.instruct_button import named_after
from handlers.operations.months.alert_facts import alert_facts, alert_inputs, reply, weakest_lines
from handlers.operations.tell import tell
from handlers.texts import msg
from scoring import permissions
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from scoring.workdays import working_hours_after
from storage import alerts, journal, people
from storage.alerts import Alert, AnswerKind
from storage.people import Person, PersonRow
from storage.schemes import SchemeRow

ANSWER_HOURS = 8
ANSWER_MAX = 200
UNITS_MOST = 4


async def open_alerts(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    period: Period,
    *,
    now: datetime,
) -> list[int]:
    """Open an alert for each unit in the bottom of its category; tell it, and nobody else yet.

    The time to answer runs from *now* in working hours whether or not anybody of the unit can be
    written to; the office is asked to reach a unit that cannot be.
    """
    result = await boards.result(conn, city, scheme_row, period)
    book = await boards.book(conn, city, scheme_row)
    until = working_hours_after(now.astimezone(city.zone), ANSWER_HOURS, city.calendar)
    opened: list[int] = []
    for line in (each for lines in result.rankings.values() for each in lines if each.is_bottom):
        unit = city.unit_by_code[line.unit]
        alert_id = await alerts.add(
            conn,
            scheme_id=scheme_row.id,
            unit_id=unit.id,
            period=period,
            category=unit.category,
            inputs=alert_inputs(book, result, line.unit),
            answer_until=until,
            now=now,
        )
        if alert_id is not None:
            opened.append(alert_id)
            await _hear(conn, city, await alerts.one(conn, alert_id), now=now)
    return opened


async def answer(
    conn: AsyncConnection,
    city: City,
    who: Person,
    alert_id: int,
    *,
    kind: AnswerKind,
    text: str,
    now: datetime,
) -> Alert:
    """Keep a unit's answer to its alert; return the alert.

    Raises NotFound for an alert that is not the person's unit's, Outdated once its time is over,
    Refusal for an empty answer or one of more than 200 characters.
    """
    alert = await answerable(conn, who, alert_id, now=now)
    said = text.strip()
    if not said:
        raise Refusal("alert-answer-empty")
    if len(said) > ANSWER_MAX:
        raise Refusal("alert-answer-long", most=ANSWER_MAX, length=len(said))
    if not await alerts.answer(conn, alert_id, kind=kind, text=said, by=who.id, now=now):
        raise Outdated("alert-too-late", until=alert.answer_until)
    await journal.add(
        conn,
        person_id=who.id,
        act="alert-answered",
        subject=f"{city.unit(alert.unit_id).code} {alert.period}",
        detail={"alert": alert_id, "kind": kind, **who.as_deputy("contact", alert.unit_id)},
        at=now,
    )
    return alert


async def answerable(conn: AsyncConnection, who: Person, alert_id: int, *, now: datetime) -> Alert:
    """Return an alert this person may answer now; raises as `answer` does."""
    alert = await alerts.one(conn, alert_id)
    if alert is None:
        raise NotFound("alert-gone")
    if not permissions.may_answer_for(who.roles, unit_id=alert.unit_id):
        raise NotAllowed("alert-not-yours")
    if alert.state == "sent" or alert.answer_until <= now:
        raise Outdated("alert-too-late", until=alert.answer_until)
    return alert


async def send_due_alerts(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Tell those in charge of the alerts whose time to answer is over, a message a category."""
    owed: dict[tuple[PersonRow, Period, str], list[Alert]] = {}
    office = await people.with_role(conn, "office", at=now)
    for alert in await alerts.due(conn, now=now):
        if not await alerts.mark_sent(conn, alert.id, now=now):
            continue
        await journal.add(
            conn,
            person_id=None,
            act="alert-sent",
            subject=f"{city.unit(alert.unit_id).code} {alert.period}",
            detail={"alert": alert.id, "answered": alert.answer_kind},
            at=now,
        )
        for person in dict.fromkeys(
            [*await people.leaders_for(conn, alert.unit_id, at=now), *office]
        ):
            owed.setdefault((person, alert.period, alert.category), []).append(alert)
    for (person, *_), theirs in owed.items():
        for start in range(0, len(theirs), UNITS_MOST):
            together = theirs[start : start + UNITS_MOST]
            await _tell_in_charge(conn, city, person, together, now=now)


async def _hear(conn: AsyncConnection, city: City, alert: Alert | None, *, now: datetime) -> None:
    if alert is None:
        return
    told = False
    unit = city.unit(alert.unit_id)
    for person in await people.with_role(conn, "contact", alert.unit_id, at=now):
        queued = await tell(
            conn,
            city,
            person,
            msg(
                "alert-heard",
                unit=unit.name,
                period=alert.period,
                category=alert.category,
                until=alert.answer_until,
                facts=alert_facts(alert),
                lines=weakest_lines(alert.inputs),
            ),
            key=f"alert-heard:{alert.id}:{person.id}",
            now=now,
            buttons=[
                [
                    go("answer-alert", "alert-button-wrong", f"{alert.id}.wrong_data"),
                    go("answer-alert", "alert-button-filed", f"{alert.id}.filed_since"),
                ],
                [go("answer-alert", "alert-button-statement", f"{alert.id}.statement")],
            ],
            protect=True,
        )
        told = told or queued is not None
    if not told:
        await _ask_office(conn, city, alert, now=now)


async def _ask_office(conn: AsyncConnection, city: City, alert: Alert, *, now: datetime) -> None:
    for person in await people.with_role(conn, "office", at=now):
        await tell(
            conn,
            city,
            person,
            msg(
                "alert-unheard",
                unit=city.unit(alert.unit_id).name,
                period=alert.period,
                until=alert.answer_until,
            ),
            key=f"alert-unheard:{alert.id}:{person.id}",
            now=now,
        )


async def _tell_in_charge(
    conn: AsyncConnection, city: City, person: PersonRow, theirs: Sequence[Alert], *, now: datetime
) -> None:
    who = await people.by_id(conn, person.id, at=now)
    said = [
        msg(
            "alert-unit",
            unit=city.unit(alert.unit_id).name,
            facts=alert_facts(alert),
            lines=weakest_lines(alert.inputs),
            reply=reply(alert),
        )
        for alert in theirs
    ]
    await tell(
        conn,
        city,
        person,
        msg(
            "alert-in-charge",
            period=theirs[0].period,
            category=theirs[0].category,
            count=len(theirs),
            units=said,
        ),
        key=f"alerts:{theirs[0].id}:{person.id}",
        now=now,
        protect=True,
        buttons=[_ways(city, who, alert) for alert in theirs],
    )


def _ways(city: City, who: Person | None, alert: Alert) -> list[Button]:
    """Return the way to a unit's card, and to an instruction for those who may give one."""
    unit = city.unit(alert.unit_id)
    card = go("unit", "alert-button-card", f"{unit.code}.{alert.period}", unit=unit.short_name)
    follow = named_after(who, unit, str(alert.period), kind="alert") if who else []
    seen = go("observations", "button-observations", f"all.1.{unit.code}")
    return [card, seen, *follow]
