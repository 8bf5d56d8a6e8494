"""The office's lists: late, waiting, odd, undelivered, broken, and the journal's last acts."""

from collections.abc import Mapping

import sqlalchemy as sa

from handlers.buttons import go, is_number, pairs
from handlers.city import City
from handlers.conversations.the_office import OFFICE, asked_period, only_the_office
from handlers.errands import Opening, View
from handlers.grammar.questions import question
from handlers.operations.observing.observation_masks import ACTS_OF_OBSERVERS
from handlers.operations.office import office_desk
from handlers.operations.record.discipline import discipline
from handlers.show import answer
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.permissions import may_audit
from scoring.refusals import NotAllowed
from storage import journal, people, readings
from storage.journal import Entry
from storage.questions import Vouched
from storage.schema import dead_update, person
from storage.schema import outbox as outbox_table

LINES_SHOWN = 25
ACTS_SHOWN = 15


async def late(talk: Talk, arg: str) -> None:
    only_the_office(talk)
    city = await talk.city()
    period = await asked_period(talk, arg)
    found = [
        line
        for line in await discipline(talk.conn, city, period, now=talk.now)
        if line.state in {"late", "missing"}
    ]
    talk.say(
        "office-late-list",
        period=period,
        count=len(found),
        lines=[
            msg(
                "office-late-line",
                monitor=line.reporter.short_name,
                code=line.row.indicator.code,
                indicator=line.row.indicator.name,
                due=line.deadline.shown,
                days=line.late_working_days,
                state=line.state,
            )
            for line in found[:LINES_SHOWN]
        ],
        more=max(0, len(found) - LINES_SHOWN),
        buttons=[
            [go("reporting", "office-reporting", str(period)), go("file-for", "menu-file-for")],
            [go("office", "button-office", str(period))],
        ],
    )


async def to_review(talk: Talk, arg: str) -> None:
    only_the_office(talk)
    city = await talk.city()
    period = await asked_period(talk, arg)
    found = [each for each in await readings.all_waiting(talk.conn) if each.period == period]
    talk.say(
        "office-review-list",
        period=period,
        count=len(found),
        lines=[
            msg(
                "office-review-line",
                monitor=city.unit(city.indicator(each.indicator_id).monitoring_unit_id).short_name,
                indicator=city.indicator(each.indicator_id).indicator.name,
                at=each.filed_at,
            )
            for each in found[:LINES_SHOWN]
        ],
        more=max(0, len(found) - LINES_SHOWN),
        buttons=[[go("office", "button-office", str(period))]],
    )


async def odd(talk: Talk, arg: str) -> None:
    only_the_office(talk)
    city = await talk.city()
    period = await asked_period(talk, arg)
    found = await office_desk.odd_readings(talk.conn, period)
    whole = await office_desk.odd_columns(talk.conn, period)
    talk.say(
        "office-odd-list",
        period=period,
        count=len(found) + len(whole),
        lines=[_odd_column(city, *each) for each in whole[:LINES_SHOWN]]
        + [
            msg(
                "office-odd-line",
                unit=city.unit(reading.unit_id).short_name,
                indicator=city.indicator(indicator_id).indicator.name,
                answer=answer(reading, city.indicator(indicator_id).indicator.unit_of_measure),
                kinds=_kinds(reading.oddities),
                reason=reading.reason or "—",
            )
            for indicator_id, reading in found[: max(0, LINES_SHOWN - len(whole))]
        ],
        more=max(0, len(found) + len(whole) - LINES_SHOWN),
        buttons=[
            [
                go("evidence", "evidence-all-of-month", str(period)),
                go("office", "button-office", str(period)),
            ]
        ],
    )


def _odd_column(city: City, indicator_id: int, vouched: Vouched) -> Msg:
    return msg(
        "office-odd-column",
        code=city.indicator(indicator_id).indicator.code,
        indicator=city.indicator(indicator_id).indicator.name,
        question=question(vouched.oddity),
        reason=vouched.reason or "—",
    )


def _kinds(oddities: tuple[str, ...]) -> list[Msg]:
    return [msg(f"odd-{kind}") for kind in oddities]


async def undelivered(talk: Talk, arg: str) -> None:
    """List what did not arrive, or may not have; with a number, send that one again."""
    only_the_office(talk)
    if is_number(arg):
        again = await office_desk.send_again(talk.conn, talk.person, int(arg), now=talk.now)
        talk.note("office-sent-again" if again else "office-settled-already")
        talk.services.wake()
    query = (
        sa.select(outbox_table, person.c.name.label("name"))
        .outerjoin(person, person.c.id == outbox_table.c.person_id)
        .where(outbox_table.c.state.in_(("unknown", "failed")))
        .order_by(outbox_table.c.id.desc())
        .limit(LINES_SHOWN)
    )
    found = (await talk.conn.execute(query)).all()
    talk.say(
        "office-undelivered-list",
        count=len(found),
        lines=[
            msg(
                "office-undelivered-line",
                number=number,
                name=row.name or str(row.chat_id),
                state=row.state,
                at=row.settled_at or row.queued_at,
                first=talk.first_line_of(row.message),
            )
            for number, row in enumerate(found, start=1)
        ],
        buttons=[
            *pairs(
                [
                    go("undelivered", "office-send-again", str(row.id), number=number)
                    for number, row in enumerate(found[:12], start=1)
                ],
                4,
            ),
            [go("office", "button-office")],
        ],
    )


async def set_aside(talk: Talk, _: str) -> None:
    only_the_office(talk)
    query = sa.select(dead_update).order_by(dead_update.c.id.desc()).limit(LINES_SHOWN)
    found = (await talk.conn.execute(query)).all()
    talk.say(
        "office-set-aside-list",
        count=len(found),
        lines=[
            msg(
                "office-set-aside-line",
                reference=row.reference,
                at=row.at,
                error=row.error.strip().splitlines()[-1][:120],
            )
            for row in found
        ],
        buttons=[[go("office", "button-office")]],
    )


async def audit(talk: Talk, _: str) -> None:
    if not may_audit(talk.person.roles):
        raise NotAllowed("not-for-your-role")
    names = await people.names(talk.conn)
    acts = await journal.latest(talk.conn, limit=ACTS_SHOWN)
    broken = await journal.first_broken(talk.conn)
    talk.say(
        "audit",
        whole=int(broken is None),
        broken=str(broken or ""),
        lines=[
            msg(
                "audit-line",
                at=act.at,
                who=_who(act, names),
                act=msg(f"act-{act.act}"),
                subject=act.subject,
            )
            for act in acts
        ],
        buttons=[[go("start", "button-menu")]],
    )


def _who(act: Entry, names: Mapping[int, str]) -> Msg:
    if act.act in ACTS_OF_OBSERVERS:
        # An observer is a name to nobody here: what they do is told without it.
        return msg("audit-observer")
    if act.person_id is None:
        return msg("doer-nobody")
    name = names.get(act.person_id, "—")
    lender = act.detail.get("as_deputy_of")
    if lender is None:
        return msg("doer", name=name)
    return msg("doer-as-deputy", name=name, lender=names.get(lender, "—"))


VIEWS = (
    View(
        opening=Opening(name="late", commands=("late",), words=("迟报",), roles=OFFICE),
        show=late,
        reads_only=True,
    ),
    View(
        opening=Opening(name="to-review", roles=OFFICE, in_menu=False),
        show=to_review,
        reads_only=True,
    ),
    View(
        opening=Opening(name="odd", roles=OFFICE, commands=("odd",), words=("异常",)),
        show=odd,
        reads_only=True,
    ),
    View(
        opening=Opening(
            name="undelivered", roles=OFFICE, commands=("undelivered",), words=("未送达",)
        ),
        show=undelivered,
    ),
    View(
        opening=Opening(name="set-aside", roles=OFFICE, in_menu=False),
        show=set_aside,
        reads_only=True,
    ),
    View(
        opening=Opening(
            name="audit",
            commands=("audit",),
            words=("审计",),
            roles=frozenset({"office", "auditor"}),
        ),
        show=audit,
        reads_only=True,
    ),
)
