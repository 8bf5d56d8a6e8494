"""Small deeds of the office: look at odd figures, send again, use a channel."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import is_number
from scoring.model import Period
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound
from storage import journal, outbox, questions
from storage.people import Person
from storage.questions import Vouched
from storage.readings import Reading
from storage.schema import destination, filing, reading


async def odd_readings(conn: AsyncConnection, period: Period) -> list[tuple[int, Reading]]:
    """Return the odd figures of a month still in force or under review, with their indicators."""
    query = (
        sa.select(reading)
        .join(filing, filing.c.id == reading.c.filing_id)
        .where(
            reading.c.period == str(period),
            filing.c.state.in_(("filed", "released")),
            sa.func.length(sa.cast(reading.c.oddities, sa.String)) > len("[]"),
        )
        .order_by(reading.c.id)
    )
    return [
        (
            row.indicator_id,
            Reading(
                id=row.id,
                unit_id=row.unit_id,
                answer=row.answer,
                value=row.value,
                base=row.base,
                growth=row.growth,
                oddities=tuple(row.oddities),
                reason=row.reason,
            ),
        )
        for row in await conn.execute(query)
    ]


async def odd_columns(conn: AsyncConnection, period: Period) -> list[tuple[int, Vouched]]:
    """Return what was asked of columns as a whole and answered with a reason, by indicator.

    A question that two columns of one indicator were handed in with is one question.
    """
    found = await questions.vouched_of_period(conn, period)
    return list({vouched.id: (indicator_id, vouched) for indicator_id, vouched in found}.values())


async def count_odd(conn: AsyncConnection, period: Period) -> int:
    """Return how many figures of a month look odd, and columns as a whole."""
    return len(await odd_readings(conn, period)) + len(await odd_columns(conn, period))


async def send_again(conn: AsyncConnection, who: Person, row_id: int, *, now: datetime) -> bool:
    """Queue a message again that failed or may not have arrived; False if it was settled."""
    _only_the_office(who)
    again = await outbox.repeat(conn, row_id, now=now)
    if again:
        await journal.add(
            conn, person_id=who.id, act="message-sent-again", subject=str(row_id), at=now
        )
    return again


async def use_channel(conn: AsyncConnection, who: Person, chat_id: str, *, now: datetime) -> str:
    """Publish bulletins in a group or channel from now on; return its title."""
    _only_the_office(who)
    if not is_number(chat_id.removeprefix("-")):
        raise NotFound("button-outdated")
    title = await conn.scalar(
        destination.update()
        .where(destination.c.chat_id == int(chat_id))
        .values(purpose="bulletin")
        .returning(destination.c.title)
    )
    if title is None:
        raise NotFound("button-outdated")
    await journal.add(conn, person_id=who.id, act="channel-used", subject=title, at=now)
    return title


def _only_the_office(who: Person) -> None:
    if not may_run_the_office(who.roles):
        raise NotAllowed("not-for-your-role")
