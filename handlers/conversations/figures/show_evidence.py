"""Evidence to look at (佐证): which figures of a month have some, and opening it with one tap."""

import re

from handlers.buttons import Button, go, pairs
from handlers.city import City
from handlers.conversations.asking import understand
from handlers.conversations.figures.evidence_words import piece_lines
from handlers.errands import Opening, View
from handlers.operations.clock import collecting
from handlers.operations.doer import doer, filer
from handlers.operations.figures import evidence as deeds
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.due import last_ended
from scoring.model import Period
from scoring.permissions import may_file
from storage import evidence
from storage.evidence import Attached
from storage.schemes import IndicatorRow

SEERS = frozenset({"reporter", "reviewer", "contact", "office", "auditor"})
ONE_COLUMN = re.compile(r"^(\d{1,18})\.(20\d\d-(?:0[1-9]|1[0-2]))$")
COLUMNS_SHOWN = 24


async def show(talk: Talk, arg: str) -> None:
    """List what a month has, or open what belongs to one indicator: `12.2013-09`, `K09 9月`."""
    city = await talk.city()
    if named := ONE_COLUMN.match(arg):
        await _open(talk, city, city.indicator(int(named[1])), Period.parse(named[2]))
        return
    asked = understand(talk, city, arg)
    period = asked.period or await _month(talk)
    if asked.indicator is not None:
        await _open(talk, city, asked.indicator, period)
        return
    await _list(talk, city, period)


async def _month(talk: Talk) -> Period:
    """Return the month at a reporter's desk; to everybody else the last one that is over."""
    units = talk.person.units_as("reporter")
    if not units:
        return last_ended(talk.today)
    return await collecting.month_to_file(talk.conn, await talk.city(), units, now=talk.now)


async def _list(talk: Talk, city: City, period: Period) -> None:
    found = await deeds.seen_by(
        talk.conn, city, talk.person, await evidence.of_period(talk.conn, period)
    )
    counts: dict[int, int] = {}
    for each in found:
        counts[each.indicator_id] = counts.get(each.indicator_id, 0) + 1
    rows = [city.indicator(indicator_id) for indicator_id in counts]
    files = any(role.kind == "reporter" for role in talk.person.roles)
    talk.say(
        "evidence-list",
        period=period,
        count=len(found),
        lines=[
            msg(
                "evidence-list-line",
                code=row.indicator.code,
                indicator=row.indicator.name,
                count=counts[row.id],
            )
            for row in rows[:COLUMNS_SHOWN]
        ],
        more=max(0, len(rows) - COLUMNS_SHOWN),
        buttons=[
            *pairs(
                [
                    go(
                        "evidence",
                        "evidence-open",
                        f"{row.id}.{period}",
                        code=row.indicator.code,
                        count=counts[row.id],
                    )
                    for row in rows[:COLUMNS_SHOWN]
                ],
                3,
            ),
            [go("evidence", "evidence-month-before", str(period.previous))],
            *([[go("attach-evidence", "evidence-add", "")]] if files else []),
            [go("start", "button-menu")],
        ],
    )


async def _open(talk: Talk, city: City, row: IndicatorRow, period: Period) -> None:
    shown = await deeds.opened(talk.conn, city, talk.person, row, period, now=talk.now)
    for each in shown:
        if each.piece.file_id is not None:
            kind = "photo" if each.piece.kind == "photo" else "document"
            talk.pass_on(
                each.piece.file_id,
                kind,
                await _caption(talk, city, row, each),
                protect=True,
            )
    talk.say(
        "evidence-shown",
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=period,
        count=len(shown),
        lines=[
            *piece_lines(
                (each.piece.kind, each.piece.name, row.indicator.code, _unit(city, each))
                for each in shown
            ),
            *(
                msg(
                    "evidence-withdrawn-line", name=each.piece.name, at=each.withdrawn_at or each.at
                )
                for each in await deeds.taken_back(talk.conn, talk.person, row, period)
            ),
        ],
        buttons=[
            *_mend(talk, row, period),
            [go("evidence", "evidence-all-of-month", str(period)), go("todo", "button-todo")],
        ],
    )


def _mend(talk: Talk, row: IndicatorRow, period: Period) -> list[list[Button]]:
    if not may_file(talk.person.roles, monitoring_unit_id=row.monitoring_unit_id):
        return []
    return [[go("attach-evidence", "evidence-mend", f"{row.id}.{period}")]]


async def _caption(talk: Talk, city: City, row: IndicatorRow, each: Attached) -> Msg:
    by = await doer(talk.conn, each.by, filer(row.monitoring_unit_id), at=each.at)
    return msg(
        "evidence-caption",
        name=each.piece.name,
        code=row.indicator.code,
        indicator=row.indicator.name,
        unit=_unit(city, each),
        period=each.period,
        by=by,
        at=each.at,
        receipt=str(each.filing_id),
    )


def _unit(city: City, each: Attached) -> str:
    return city.unit(each.piece.unit_id).short_name if each.piece.unit_id is not None else "all"


VIEW = View(
    opening=Opening(name="evidence", commands=("evidence",), words=("佐证",), roles=SEERS),
    show=show,
)
