"""The express ranking (快报): how the towns stand on the figures released so far, provisionally."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.buttons import go
from handlers.city import City
from handlers.operations.matters.instruct_button import under_ranking
from handlers.operations.months.monthly_report import chain, month_by_category, stood
from handlers.operations.tell import tell
from handlers.order_artwork import order_artwork
from handlers.show import percent, span
from handlers.texts import msg
from scoring.model import Period
from storage import people
from storage.people import PersonRow
from storage.schemes import SchemeRow

TOP_SHOWN = 3


async def send_express(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    period: Period,
    *,
    now: datetime,
) -> int:
    """Queue the express ranking to leaders and the office; return how many messages.

    Nothing is sent while no figure of the month itself has been released.
    """
    book = await boards.book(conn, city, scheme_row)
    if not book.entries.get(period):
        return 0
    queued = 0
    for month in await month_by_category(conn, city, boards, [scheme_row], period, now=now):
        if not month.ranked:
            continue
        picture = await order_artwork(conn, month.ranking, form="png", now=now)
        head = month.ranking.heading
        said = msg(
            "express",
            period=period,
            span=span(period),
            category=month.category,
            units=chain(stood(city, line) for line in month.ranked[:TOP_SHOWN]),
            coverage=percent(head.coverage_pct),
            as_of=head.as_of,
        )
        for person in await _readers(conn, now=now):
            who = await people.by_id(conn, person.id, at=now)
            sent = await tell(
                conn,
                city,
                person,
                said,
                key=f"express:{scheme_row.id}:{month.category}:{period}:{person.id}",
                now=now,
                lane="broadcast",
                artwork_id=picture,
                buttons=[
                    [go("rank", "push-button-rank", f"{month.category}.{period}")],
                    under_ranking(who, month.category, str(period), kind="express") if who else [],
                ],
            )
            queued += sent is not None
    return queued


async def _readers(conn: AsyncConnection, *, now: datetime) -> list[PersonRow]:
    leaders = await people.with_role(conn, "leader", at=now)
    office = await people.with_role(conn, "office", at=now)
    return list(dict.fromkeys([*leaders, *office]))
