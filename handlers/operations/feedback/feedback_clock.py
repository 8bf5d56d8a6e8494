"""The past quarter's report waits: the clock says so once, the office's list until it is out."""

from datetime import datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.feedback.feedback_facts import books_of, window_of
from handlers.operations.feedback.feedback_report import last_ended
from handlers.operations.feedback.feedback_words import quarter_words
from handlers.operations.tell import tell
from handlers.texts import msg
from handlers.todo import TodoItem
from scoring.permissions import may_run_the_office
from scoring.quarters import Quarter
from storage import feedback, people, ticks
from storage.people import Person

REMIND_FROM = time(9, 0)


async def look_after_feedback(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Remind the office once, on the first working day after a quarter or as soon as we are up."""
    quarter = last_ended(city, now=now)
    opens = city.calendar.next_working(quarter.after.first_day)
    first = datetime.combine(opens, REMIND_FROM, tzinfo=city.zone)
    if now < first:
        return
    if not await _waits(conn, city, quarter, now=now):
        return
    if not await ticks.claim(conn, f"feedback-waiting:{quarter}", due_at=first, now=now):
        return
    total = (await books_of(conn, city, quarter, now=now)).whole.total
    for each in await people.with_role(conn, "office", at=now):
        await tell(
            conn,
            city,
            each,
            msg(
                "feedback-waiting",
                quarter=quarter_words(quarter),
                received=total.received,
                verified=total.verified,
            ),
            key=f"feedback-waiting:{quarter}:{each.id}",
            now=now,
            buttons=[[go("feedback", "button-feedback", str(quarter))]],
        )


async def waiting(
    conn: AsyncConnection, who: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return that the past quarter's report waits, for the office and nobody else."""
    quarter = last_ended(city, now=now)
    if not may_run_the_office(who.roles) or not await _waits(conn, city, quarter, now=now):
        return []
    said = msg("todo-feedback", quarter=quarter_words(quarter))
    return [TodoItem(said, "feedback", str(quarter), None)]


async def _waits(conn: AsyncConnection, city: City, quarter: Quarter, *, now: datetime) -> bool:
    window = window_of(city, quarter, now=now)
    if await feedback.released(conn, str(quarter)) is not None:
        return False
    return await feedback.has_events(conn, window.since, window.until)
