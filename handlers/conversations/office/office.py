"""The office's desk (市绩效办): who is late, what waits, what is odd, what did not arrive."""

from handlers.buttons import go
from handlers.conversations.the_office import OFFICE, asked_period, only_the_office
from handlers.errands import Opening, View
from handlers.operations.clock import deadlines
from handlers.operations.office import office_desk
from handlers.operations.people import access
from handlers.operations.record.discipline import DisciplineLine, discipline
from handlers.talk import Talk
from handlers.texts import msg
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed
from storage import disputes, outbox, readings

MANAGERS = frozenset({"office", "administrator"})
LINES_ASKED = 10


async def show(talk: Talk, arg: str) -> None:
    only_the_office(talk)
    city = await talk.city()
    period = await asked_period(talk, arg)
    lines = await discipline(talk.conn, city, period, now=talk.now)
    waiting = [each for each in await readings.all_waiting(talk.conn) if each.period == period]
    counted = await office_desk.count_odd(talk.conn, period)
    disputed = len(await disputes.all_open(talk.conn))
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
                go("checks", "office-checks"),
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
            [
                go("reporting", "office-reporting", str(period)),
                go("extensions", "office-extensions"),
            ],
            [go("reopen", "office-reopen", str(period)), go("observations", "office-observations")],
            [
                go("disputes", "office-disputes", count=disputed),
                go("restatements", "office-restatements"),
            ],
            [
                go("rectifications", "menu-rectifications"),
                go("instructions", "menu-instructions"),
                go("inspections", "menu-inspections"),
            ],
            [go("ledger", "button-ledger", "open"), go("notice", "button-notice")],
            [go("invite", "office-invite"), go("people", "office-people")],
            [
                go("bands", "office-bands", str(period)),
                go("scheme-audit", "office-scheme-audit", str(period)),
            ],
            [go("burden", "menu-burden", str(period)), go("audit", "office-audit")],
            [go("start", "button-menu")],
        ],
    )


def _count(lines: list[DisciplineLine], state: str) -> int:
    return sum(line.state == state for line in lines)


async def access_list(talk: Talk, _: str) -> None:
    """List who asks to be let in, as far as it is theirs to answer."""
    found = await access.waiting(talk.conn, await talk.city(), talk.person)
    if not found and not may_run_the_office(talk.person.roles):
        raise NotAllowed("not-for-your-role")
    talk.say(
        "access-list",
        count=len(found),
        lines=[
            msg("access-line", name=each.name, said=each.said or "—", at=each.asked_at)
            for each in found[:LINES_ASKED]
        ],
        buttons=[
            *[
                [
                    go("invite", "access-invite-one", f"a{each.id}", name=each.name),
                    go("access-decline", "access-decline-button", str(each.id)),
                ]
                for each in found[:LINES_ASKED]
            ],
            [go("start", "button-menu")],
        ],
    )


async def decline(talk: Talk, arg: str) -> None:
    city = await talk.city()
    done = await access.decline(talk.conn, city, talk.person, arg, now=talk.now)
    talk.hint("access-declined" if done else "button-outdated")
    if may_run_the_office(talk.person.roles):
        await access_list(talk, "")


async def channel(talk: Talk, arg: str) -> None:
    title = await office_desk.use_channel(talk.conn, talk.person, arg, now=talk.now)
    talk.say("channel-used", title=title, buttons=[[go("office", "button-office")]])


VIEWS = (
    View(
        opening=Opening(name="office", commands=("office",), words=("绩效办",), roles=OFFICE),
        show=show,
        reads_only=True,
    ),
    View(opening=Opening(name="access", roles=MANAGERS, in_menu=False), show=access_list),
    View(opening=Opening(name="access-decline", roles=MANAGERS, in_menu=False), show=decline),
    View(opening=Opening(name="channel", roles=OFFICE, in_menu=False), show=channel),
)
