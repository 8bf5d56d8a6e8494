"""Points that follow from what is on file (加分测算): each unit's sum, and a tap to propose it."""

from handlers.buttons import Button, go, pairs
from handlers.errands import Opening, View
from handlers.operations.ledger.compute_points import (
    Sheet,
    UnitComputed,
    compute,
    fact_said,
    items_with_rules,
    propose_computed,
)
from handlers.operations.ledger.ledger_words import bare, item_line, points_said
from handlers.operations.ledger.propose_points import may_propose, year_of
from handlers.operations.matters.instruct_button import under_ranking
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.ledger_points import points_of
from scoring.permissions import SEE_EVERYTHING, may_see_unit
from scoring.refusals import NotFound

ROLES = frozenset({"office", "reporter", "reviewer", "contact", "leader", "committee", "auditor"})
PROPOSERS = frozenset({"office", "reporter", "reviewer"})
LINES_SHOWN = 20
ALL = "all"


async def show(talk: Talk, arg: str) -> None:
    """Show the items that can be computed, or one of them unit by unit."""
    city = await talk.city()
    year = year_of(city, talk.now)
    code = arg.strip().upper()
    if code:
        await _say_sheet(talk, code, year)
        return
    items = await items_with_rules(talk.conn, year)
    talk.say(
        "computed-items",
        lines=[item_line(city, each, "town") for each in items] or [msg("ledger-list-none")],
        buttons=[
            *pairs(
                [go("computed-points", "verbatim", e.item.code, text=e.item.code) for e in items], 4
            ),
            [go("ledger", "button-ledger"), go("start", "button-menu")],
        ],
    )


async def _say_sheet(talk: Talk, code: str, year: int) -> None:
    city = await talk.city()
    sheet = await compute(talk.conn, city, talk.services.boards, code, year, now=talk.now)
    who = talk.person
    sees_all = any(role.kind in SEE_EVERYTHING for role in who.roles) or any(
        may_propose(who, sheet.row, each.unit) for each in sheet.lines
    )
    seen = [e for e in sheet.lines if sees_all or may_see_unit(who.roles, unit_id=e.unit.id)]
    talk.say(
        "computed-sheet",
        item=item_line(city, sheet.row, "town"),
        rule=sheet.rule.name,
        of=sheet.rule.of,
        period=sheet.period,
        frozen=int(sheet.is_frozen),
        lines=[_line(sheet, each) for each in seen[:LINES_SHOWN]]
        or [msg("computed-none", rule=sheet.rule.name)],
        more=max(0, len(seen) - LINES_SHOWN),
        buttons=_buttons(talk, sheet),
    )


def _line(sheet: Sheet, each: UnitComputed) -> Msg:
    terms = sheet.row.item.terms(each.unit.track)
    points = points_of(terms, cases=each.found.cases)
    return msg(
        "computed-line",
        unit=each.unit.short_name,
        fact=fact_said(sheet, each.found),
        points=points_said(points),
        over=int(terms.cap is not None and abs(points) > terms.cap),
        cap=bare(terms.cap) if terms.cap is not None else "",
        entry=str(each.entry.id) if each.entry else "",
        entered=int(each.entry is not None),
    )


def _buttons(talk: Talk, sheet: Sheet) -> list[list[Button]]:
    code = sheet.row.item.code
    mine = [each for each in sheet.open_lines if may_propose(talk.person, sheet.row, each.unit)]
    rows: list[list[Button]] = []
    if sheet.is_frozen and mine:
        rows = [
            *pairs(
                [
                    go(
                        "propose-computed",
                        "computed-propose",
                        f"{code}.{each.unit.code}",
                        unit=each.unit.short_name,
                    )
                    for each in mine[:12]
                ],
                3,
            ),
        ]
        if len(mine) > 1:
            every = f"{code}.{ALL}"
            rows.append([go("propose-computed", "computed-propose-all", every, count=len(mine))])
    rows.append(under_ranking(talk.person, "", str(sheet.period), kind="month"))
    entered = [each.entry for each in sheet.lines if each.entry is not None]
    looks = [
        go("ledger-entry", "ledger-number", str(each.id), number=str(each.id))
        for each in entered[:6]
    ]
    return [
        *rows,
        *pairs(looks, 3),
        [go("computed-points", "button-computed"), go("ledger", "button-ledger")],
    ]


async def propose(talk: Talk, arg: str) -> None:
    """Propose a unit's sum, or every unit's that has none yet, and show the sheet again."""
    code, _, unit = arg.partition(".")
    city = await talk.city()
    if unit != ALL and unit not in city.unit_by_code:
        raise NotFound("button-outdated")
    year = year_of(city, talk.now)
    numbers = await propose_computed(
        talk.conn,
        city,
        talk.services.boards,
        talk.services.texts,
        talk.person,
        code,
        year,
        unit_code=None if unit == ALL else unit,
        now=talk.now,
    )
    talk.note("computed-proposed", count=len(numbers), numbers=" ".join(map(str, numbers)))
    await _say_sheet(talk, code, year)


VIEWS = (
    View(
        opening=Opening(
            name="computed-points", commands=("computed",), words=("加分测算",), roles=ROLES
        ),
        show=show,
    ),
    View(opening=Opening(name="propose-computed", roles=PROPOSERS, in_menu=False), show=propose),
)
