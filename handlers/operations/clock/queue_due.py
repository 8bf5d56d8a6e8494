"""What the clock owes: asked for the window since the last look, queued in one transaction.

Every due thing is claimed by a key, so that neither a repeated window nor a second process does
anything twice. After an outage the window is simply longer.
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from handlers.boards import BoardShelf
from handlers.buttons import go
from handlers.city import City, CityShelf
from handlers.operations.clock import deadlines
from handlers.operations.clock.daily_digest import send_daily
from handlers.operations.clock.deadlines import Deadlines
from handlers.operations.clock.digest_items import clear_done
from handlers.operations.clock.due_figures import DueFigure, due_figure
from handlers.operations.clock.extension_waiting import ask_again
from handlers.operations.clock.locked_again import say_locked_again
from handlers.operations.clock.outage_shift import shift_after_outage
from handlers.operations.clock.remind import remind
from handlers.operations.disputes.dispute_clock import look_after_disputes
from handlers.operations.disputes.restate_waiting import remind as remind_restatements
from handlers.operations.feedback.feedback_clock import look_after_feedback
from handlers.operations.ledger.ledger_clock import look_after_ledger
from handlers.operations.matters.matter_clock import look_after_matters
from handlers.operations.months.bottom_two import send_due_alerts
from handlers.operations.months.express import send_express
from handlers.operations.months.freeze_period import Frozen, freeze, tell_frozen
from handlers.operations.observing.observation_clock import look_after_observations
from handlers.operations.record.careless import look_after_careless
from handlers.operations.targets.proposal_news import remind_of_proposals
from handlers.operations.targets.retarget_clock import remind_approvers
from handlers.operations.tell import tell
from handlers.texts import CITY_ZONE, Texts, msg
from scoring.checks import SchemeError
from scoring.due import Closing, closings_due, reminders_due
from scoring.method_text import MethodError
from scoring.model import Period
from scoring.refusals import Refusal
from storage import drafts, journal, outbox, people, ticks, updates
from storage.schemes import SchemeRow

log = logging.getLogger(__name__)


class LookAfter(Protocol):
    """A look at everything of one kind that has a clock."""

    def __call__(self, conn: AsyncConnection, city: City, *, now: datetime) -> Awaitable[None]:
        """Do what is due by *now*; asking again changes nothing."""
        ...


TICK = ticks.DUE
DRAFT_KEPT = timedelta(days=7)
UPDATE_KEPT = timedelta(days=7)
EXPRESS_TRACK = "town"

LOOKED_AFTER: Sequence[tuple[str, LookAfter]] = (
    ("disputes", look_after_disputes),
    ("observations", look_after_observations),
    ("feedback", look_after_feedback),
    ("restatements", remind_restatements),
    ("approvals", remind_approvers),
    ("ledger", look_after_ledger),
    ("matters", look_after_matters),
    ("careless", look_after_careless),
)
"""What runs by clocks of its own: each reminds, and moves on what is over."""


async def queue_due(
    engine: AsyncEngine,
    *,
    now: datetime,
    shelf: CityShelf,
    boards: BoardShelf,
    texts: Texts,
    was_down: bool = False,
) -> None:
    """Queue everything that fell due since the last look, up to *now*, in one transaction.

    The first look of all only starts the clock: nothing of the past is sent. If the bot *was down*
    since the last look, the deadlines that this fell upon are moved before anything else.
    """
    async with engine.begin() as conn:
        city = await shelf.take(conn, now.astimezone(CITY_ZONE).date())
        since = await ticks.last(conn, TICK)
        if since is not None and since < now:
            if was_down:
                await shift_after_outage(conn, city, since=since, until=now)
            await _remind(conn, city, since=since, until=now)
            await _close_months(conn, city, boards, since=since, until=now)
            await say_locked_again(conn, city, since=since, until=now)
            await ask_again(conn, city, since=since, until=now)
            await _kept_apart(
                conn,
                city,
                "targets",
                lambda: remind_of_proposals(conn, city, since=since, until=now),
                now=now,
            )
        await _kept_apart(
            conn, city, "alerts", lambda: send_due_alerts(conn, city, now=now), now=now
        )
        for what, look_after in LOOKED_AFTER:
            await _kept_apart(conn, city, what, partial(look_after, conn, city, now=now), now=now)
        await clear_done(conn, city, since=since, now=now)
        await _expire_drafts(conn, city, texts, now=now)
        await updates.forget_before(conn, now - UPDATE_KEPT)
        await outbox.expire(conn, now=now)
        if since is None or since < now:
            await ticks.record(conn, TICK, now)


async def _remind(conn: AsyncConnection, city: City, *, since: datetime, until: datetime) -> None:
    found: list[DueFigure] = []
    dues = await deadlines.about(conn, city, since)
    for scheme_row in city.schemes:
        found += await _claimed(conn, dues, scheme_row, since=since, until=until)
    await _kept_apart(
        conn, city, "reminders", lambda: remind(conn, city, found, now=until), now=until
    )
    # After the ladder, so that what both have to say to somebody is one message.
    await _kept_apart(
        conn, city, "digests", lambda: send_daily(conn, city, since=since, until=until), now=until
    )


async def _claimed(
    conn: AsyncConnection,
    dues: Deadlines,
    scheme_row: SchemeRow,
    *,
    since: datetime,
    until: datetime,
) -> list[DueFigure]:
    """Return the steps of the ladder that fell due in a scheme and were not taken before."""
    city = dues.city
    rows = {row.indicator.code: row for row in scheme_row.indicators if city.units_of(row)}
    asked = [row.indicator for row in rows.values()]
    by_id = {row.id: code for code, row in rows.items()}
    moved = {
        (by_id[indicator_id], period): at
        for (indicator_id, period), at in dues.dues().items()
        if indicator_id in by_id
    }
    found: list[DueFigure] = []
    for step in reminders_due(
        asked, city.calendar, city.zone, since=since, until=until, moved=moved
    ):
        row = rows[step.indicator]
        deadline = dues.of(row, step.period)
        # A moved deadline has a ladder of its own, whatever steps of the old one were taken.
        stamp = (
            "" if deadline.move is None else f"@{deadline.at.astimezone(city.zone):%Y-%m-%dT%H:%M}"
        )
        key = f"{step.rung}:{row.id}:{step.period}{stamp}"
        if step.period.year == scheme_row.scheme.year and await ticks.claim(
            conn, key, due_at=step.at, now=until
        ):
            found.append(due_figure(row, step.period, deadline, step.rung))
    return found


async def _close_months(
    conn: AsyncConnection, city: City, boards: BoardShelf, *, since: datetime, until: datetime
) -> None:
    """Freeze each month due, and send the express rankings of those that are still open."""
    freezes = (await deadlines.about(conn, city, since)).freezes()
    closings = sorted(
        closings_due(city.calendar, city.zone, since=since, until=until, freezes=freezes)
    )
    frozen: dict[Period, list[Frozen]] = {}
    for closing in closings:
        for scheme_row in city.schemes_of(closing.period.year):
            key = f"{closing.event}:{scheme_row.id}:{closing.period}"
            if not await ticks.claim(conn, key, due_at=closing.at, now=until):
                continue
            await _kept_apart(
                conn,
                city,
                key,
                _closing(conn, city, boards, scheme_row, closing, closings, frozen, now=until),
                now=until,
            )
    for period, done in frozen.items():
        await tell_frozen(conn, city, period, done, now=until)


def _closing(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    closing: Closing,
    closings: list[Closing],
    frozen: dict[Period, list[Frozen]],
    *,
    now: datetime,
) -> Callable[[], Awaitable[None]]:
    """Return the deed of one closing of one scheme."""
    period = closing.period

    async def express() -> None:
        is_over = any(each.event == "freeze" and each.period == period for each in closings)
        if scheme_row.scheme.track == EXPRESS_TRACK and not is_over:
            await send_express(conn, city, boards, scheme_row, period, now=now)

    async def close() -> None:
        done = await freeze(conn, city, boards, scheme_row, period, by=None, now=now)
        if done is not None:
            frozen.setdefault(period, []).append(done)

    return express if closing.event == "express" else close


async def _kept_apart(
    conn: AsyncConnection,
    city: City,
    what: str,
    deed: Callable[[], Awaitable[None]],
    *,
    now: datetime,
) -> None:
    """Do one deed; if it cannot be done, undo only that one, write it down and tell the office."""
    try:
        async with conn.begin_nested():
            await deed()
    except (Refusal, SchemeError, MethodError) as problem:
        log.exception("the clock could not do %s", what)
        await journal.add(
            conn,
            person_id=None,
            act="clock-failed",
            subject=what,
            detail={"problem": f"{type(problem).__name__}: {problem}"},
            at=now,
        )
        for person in await people.with_role(conn, "office", at=now):
            await tell(
                conn,
                city,
                person,
                msg("clock-failed", what=what, problem=str(problem), at=now),
                key=f"clock-failed:{what}:{now.isoformat()}:{person.id}",
                now=now,
            )


async def _expire_drafts(conn: AsyncConnection, city: City, texts: Texts, *, now: datetime) -> None:
    """Close conversations nobody has touched for a week, and tell their people once."""
    for draft in await drafts.untouched_since(conn, now - DRAFT_KEPT):
        await drafts.close(conn, draft.id, status="expired", now=now)
        whose = await people.by_user(conn, draft.user_id, at=now)
        name = f"errand-{draft.errand}"
        # A conversation that a newer version no longer has, has no name to be called by.
        if whose is not None and texts.has(whose.row.lang, name):
            await tell(
                conn,
                city,
                whose.row,
                msg("errand-expired", errand=msg(name)),
                key=f"draft-expired:{draft.id}:{draft.rev}",
                now=now,
                buttons=[[go("todo", "button-todo")]],
            )
