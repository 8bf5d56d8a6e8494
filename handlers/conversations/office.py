"""The office's desk (市绩效办): who is late, what waits, what is odd, what did not arrive."""

import sqlalchemy as sa

from handlers.buttons import go
from handlers.errands import Opening, View
from handlers.operations import deadlines, office_desk
from handlers.operations.discipline import DisciplineLine, discipline
from handlers.talk import Talk
from handlers.texts import msg
from scoring.due import period_to_file
from scoring.model import Period
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound
from storage import outbox, readings
from storage.schema import access_request

OFFICE = frozenset({"office"})
LINES_SHOWN = 25
ACTS_SHOWN = 15


def only_the_office(talk: Talk) -> None:
    if not may_run_the_office(talk.person.roles):
        raise NotAllowed("not-for-your-role")


async def show(talk: Talk, arg: str) -> None:
    only_the_office(talk)
    city = await talk.city()
    period = asked_period(talk, arg)
    lines = await discipline(talk.conn, city, period, now=talk.now)
    waiting = [each for each in await readings.all_waiting(talk.conn) if each.period == period]
    counted = await office_desk.count_odd(talk.conn, period)
    states = await outbox.count_by_state(talk.conn)
    talk.say(
        "office",
        period=period,
        freeze=(await deadlines.of_period(talk.conn, city, period)).freeze_of(period).shown,
        due=len(lines),
        on_time=_count(lines, "on_time"),
        late=_count(lines, "late"),
        missing=_count(lines, "missing"),
        open=_count(lines, "open"),
        waiting=len(waiting),
        odd=counted,
        queued=states.get("pending", 0),
        unknown=states.get("unknown", 0),
        failed=states.get("failed", 0),
        buttons=[
            [
                go(
                    "late",
                    "office-late",
                    str(period),
                    count=_count(lines, "missing") + _count(lines, "late"),
                ),
                go("to-review", "office-review", str(period), count=len(waiting)),
            ],
            [
                go("odd", "office-odd", str(period), count=counted),
                go(
                    "undelivered",
                    "office-undelivered",
                    count=states.get("unknown", 0) + states.get("failed", 0),
                ),
            ],
            [
                go("freeze-month", "office-freeze", str(period)),
                go("release-month", "office-release", str(period)),
            ],
            [go("reopen", "office-reopen", str(period)), go("observations", "office-observations")],
            [go("invite", "office-invite"), go("people", "office-people")],
            [
                go("bands", "office-bands", str(period)),
                go("scheme-audit", "office-scheme-audit", str(period)),
            ],
            [go("audit", "office-audit"), go("start", "button-menu")],
        ],
    )


def _count(lines: list[DisciplineLine], state: str) -> int:
    return sum(line.state == state for line in lines)


def asked_period(talk: Talk, arg: str) -> Period:
    try:
        period = Period.parse(arg) if arg else period_to_file(talk.today)
    except ValueError:
        raise NotFound("asked-unknown", text=arg[:60]) from None
    if period > Period(talk.today.year + 1, 12):  # beyond it no month has a day that falls due
        raise NotFound("asked-unknown", text=arg[:60])
    return period


async def access(talk: Talk, _: str) -> None:
    only_the_office(talk)
    query = sa.select(access_request).where(access_request.c.state == "open").limit(10)
    found = (await talk.conn.execute(query)).all()
    talk.say(
        "access-list",
        count=len(found),
        lines=[
            msg("access-line", name=row.name, said=row.said or "—", at=row.asked_at)
            for row in found
        ],
        buttons=[
            *[
                [
                    go("invite", "access-invite-one", f"a{row.id}", name=row.name),
                    go("access-decline", "access-decline-button", str(row.id)),
                ]
                for row in found
            ],
            [go("office", "button-office")],
        ],
    )


async def decline(talk: Talk, arg: str) -> None:
    done = await office_desk.decline_access(talk.conn, talk.person, arg, now=talk.now)
    talk.hint("access-declined" if done else "button-outdated")
    await access(talk, "")


async def channel(talk: Talk, arg: str) -> None:
    title = await office_desk.use_channel(talk.conn, talk.person, arg, now=talk.now)
    talk.say("channel-used", title=title, buttons=[[go("office", "button-office")]])


VIEWS = (
    View(
        opening=Opening(name="office", commands=("office",), words=("绩效办",), roles=OFFICE),
        show=show,
        reads_only=True,
    ),
    View(opening=Opening(name="access", roles=OFFICE, in_menu=False), show=access),
    View(opening=Opening(name="access-decline", roles=OFFICE, in_menu=False), show=decline),
    View(opening=Opening(name="channel", roles=OFFICE, in_menu=False), show=channel),
)
