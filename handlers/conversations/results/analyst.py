"""For the office and the auditor: how firm the places are, and what the scheme itself does."""

import asyncio

from handlers.buttons import Button, go, pairs
from handlers.conversations.asking import period_shown, understand
from handlers.conversations.results.moves import band_words
from handlers.conversations.results.ranking import categories_of
from handlers.errands import Opening, View
from handlers.show import plain, span
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.audit import Remark, audit
from scoring.permissions import may_audit
from scoring.refusals import NotAllowed, NotFound
from storage.schemes import SchemeRow

ANALYSTS = frozenset({"office", "auditor"})
REMARKS_SHOWN = 30


async def _scheme(talk: Talk, arg: str) -> tuple[SchemeRow, str | None, list[list[Button]]]:
    if not may_audit(talk.person.roles):
        raise NotAllowed("not-for-your-role")
    city = await talk.city()
    asked = understand(talk, city, arg.replace(".", " "))
    year = asked.period.year if asked.period else talk.today.year
    schemes = city.schemes_of(year)
    if not schemes:
        raise NotFound("rank-no-scheme")
    row = asked.scheme or schemes[0]
    return row, asked.category, []


async def bands(talk: Talk, arg: str) -> None:
    """Show each place with the band it may take while open figures arrive."""
    row, category, _ = await _scheme(talk, arg)
    city = await talk.city()
    asked = understand(talk, city, arg.replace(".", " "))
    period = await period_shown(talk, city, row, asked.period)
    result = await talk.services.boards.result(talk.conn, city, row, period)
    found = await talk.services.boards.bands(talk.conn, city, row, period)
    names = categories_of(city, row)
    chosen = category or names[0]
    talk.say(
        "bands",
        category=chosen,
        span=span(period),
        lines=[
            msg(
                "bands-line",
                place=line.place,
                unit=city.unit_by_code[line.unit].short_name,
                band=band_words(found[line.unit]),
            )
            for line in result.rankings.get(chosen, ())
        ]
        or [msg("bands-none")],
        buttons=[
            *pairs(
                [
                    go("bands", "verbatim", f"{each.scheme.track}.{name}.{period}", text=name)
                    for each in city.schemes_of(period.year)
                    for name in categories_of(city, each)
                    if name != chosen
                ],
                2,
            ),
            [go("office", "button-office")],
        ],
    )


async def scheme_audit(talk: Talk, arg: str) -> None:
    """Show which indicators decide nothing, are constant, redundant, or count twice."""
    row, _, _ = await _scheme(talk, arg)
    city = await talk.city()
    asked = understand(talk, city, arg.replace(".", " "))
    period = await period_shown(talk, city, row, asked.period)
    result = await talk.services.boards.result(talk.conn, city, row, period)
    book = await talk.services.boards.book(talk.conn, city, row)
    found = await asyncio.to_thread(audit, book, result)
    talk.say(
        "scheme-audit",
        scheme=row.scheme.name,
        span=span(period),
        count=len(found),
        lines=[_remark(row, each) for each in found[:REMARKS_SHOWN]] or [msg("scheme-audit-none")],
        more=max(0, len(found) - REMARKS_SHOWN),
        buttons=[
            [
                go(
                    "scheme-audit",
                    "verbatim",
                    f"{each.scheme.track}.{period}",
                    text=each.scheme.name,
                )
                for each in city.schemes_of(period.year)
                if each.id != row.id
            ],
            [go("office", "button-office")],
        ],
    )


def _remark(row: SchemeRow, each: Remark) -> Msg:
    names = {facts.indicator.code: facts.indicator.name for facts in row.indicators}
    return msg(
        f"finding-{each.finding}",
        indicators=" / ".join(f"{code} {names[code]}" for code in each.indicators),
        number=plain(round(each.number, 2)),
    )


VIEWS = (
    View(
        opening=Opening(name="bands", commands=("bands",), words=("稳定性",), roles=ANALYSTS),
        show=bands,
        reads_only=True,
    ),
    View(
        opening=Opening(
            name="scheme-audit", commands=("schemeaudit",), words=("方案体检",), roles=ANALYSTS
        ),
        show=scheme_audit,
        reads_only=True,
    ),
)
