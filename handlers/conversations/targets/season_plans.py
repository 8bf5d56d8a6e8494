"""Seasonal plans (序时计划): what last years make of each indicator, and what that would change."""

from handlers.buttons import Button, go, is_number, pairs
from handlers.city import City
from handlers.conversations.asking import period_shown
from handlers.errands import Opening, View
from handlers.operations.doer import doer, season_side
from handlers.operations.targets import season_plans as deeds
from handlers.operations.targets.season_news import season_book
from handlers.operations.targets.target_terms import first_open
from handlers.show import percent, points
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period, Shares
from scoring.permissions import may_propose_target, may_run_the_office
from scoring.refusals import NotFound, Refusal
from scoring.what_if import WhatIf
from storage import seasons
from storage.schemes import IndicatorRow, SchemeRow
from storage.seasons import SeasonProposal

PAGE = 8
MOVES_SHOWN = 6
MONTHS_OFFERED = 3
PROPOSERS = frozenset({"office", "reporter"})
SEERS = frozenset({"office", "reporter", "reviewer", "auditor"})


async def show_all(talk: Talk, arg: str) -> None:
    """List the indicators that can have a plan, a page at a time, with what last years make."""
    city = await talk.city()
    rows = _rows(talk, city)
    page = min(int(arg), 99) if is_number(arg) else 0
    shown = rows[page * PAGE : (page + 1) * PAGE]
    talk.say(
        "seasons",
        count=len(rows),
        lines=[await _listed(talk, city, row) for row in shown] or [msg("seasons-none")],
        buttons=[
            *pairs(
                [go("season-of", "verbatim", str(r.id), text=r.indicator.code) for r in shown], 4
            ),
            _around(page, len(rows)),
            [go("targets", "button-targets")],
        ],
    )


def _around(page: int, count: int) -> list[Button]:
    keys: list[Button] = []
    if page > 0:
        keys.append(go("seasons", "target-page-before", str(page - 1)))
    if count > (page + 1) * PAGE:
        keys.append(go("seasons", "target-page-after", str(page + 1)))
    return keys


async def _listed(talk: Talk, city: City, row: IndicatorRow) -> Msg:
    plan = await deeds.computed(talk.conn, city, row)
    found = await seasons.all_for(talk.conn, row.id)
    return msg(
        "seasons-line",
        code=row.indicator.code,
        indicator=row.indicator.name,
        years=len(plan.years) if plan else 0,
        waits=int(any(each.is_open for each in found)),
        plan="season" if row.seasonality or any(not each.is_open for each in found) else "linear",
    )


async def show_of(talk: Talk, arg: str) -> None:
    """Show what last years make of one indicator before anybody proposes it."""
    city, row = await _asked(talk, arg)
    waiting = [each for each in await seasons.all_for(talk.conn, row.id) if each.is_open]
    if waiting:
        await _say(talk, waiting[-1])
        return
    plan = await deeds.computed(talk.conn, city, row)
    if plan is None:
        raise Refusal("season-no-full-year", indicator=row.indicator.name)
    scheme = city.scheme_by_id[row.scheme_id]
    current = await deeds.in_force(
        talk.conn, row, await first_open(talk.conn, scheme), now=talk.now
    )
    talk.say(
        "season-computed",
        code=row.indicator.code,
        indicator=row.indicator.name,
        count=len(plan.years),
        years="、".join(str(each.year) for each in plan.years),
        units=min(each.units for each in plan.years),
        lines=_table(plan.shares, current),
        buttons=[
            [go("season-propose", "season-button-propose", str(row.id))],
            [go("seasons", "button-seasons"), go("targets", "button-targets")],
        ],
    )


def _table(shares: Shares, current: Shares) -> list[Msg]:
    """Return the twelve months, two a line: the computed share, and the one in force."""
    cells = [
        msg(
            "season-month",
            month=month,
            share=percent(share),
            now=percent(current[month - 1] if len(current) >= month else None),
        )
        for month, share in enumerate(shares, start=1)
        if share is not None
    ]
    return [
        msg("season-pair", first=first, second=second)
        for first, second in zip(cells[::2], cells[1::2], strict=False)
    ]


async def propose(talk: Talk, arg: str) -> None:
    city, row = await _asked(talk, arg)
    made = await deeds.propose(talk.conn, city, talk.person, row, now=talk.now)
    talk.note("season-proposed-note")
    await _say(talk, made)


async def show_one(talk: Talk, arg: str) -> None:
    await _say(talk, await deeds.visible(talk.conn, await talk.city(), talk.person, _number(arg)))


async def _say(talk: Talk, made: SeasonProposal) -> None:
    city = await talk.city()
    row = city.indicator(made.indicator_id)
    scheme = city.scheme_by_id[row.scheme_id]
    settled = next((each.effective_from for each in made.events if each.effective_from), None)
    before = settled.previous if settled else await first_open(talk.conn, scheme)
    current = await deeds.in_force(talk.conn, row, before, now=talk.now)
    period = await period_shown(talk, city, scheme, None)
    told = await deeds.effect(talk.conn, city, talk.services.boards, made, period)
    acting = season_side(row.monitoring_unit_id)
    proposer = await doer(talk.conn, made.proposed_by, acting, at=made.proposed_at)
    talk.picture(
        season_book(city, made, current, now=talk.now),
        "season-shown",
        code=row.indicator.code,
        indicator=row.indicator.name,
        count=len(made.years),
        years="、".join(map(str, made.years)),
        name=proposer,
        at=made.proposed_at,
        state=made.events[-1].kind if not made.is_open else "open",
        since=settled or period,
        period=period,
        moves=_moves(city, scheme, told) if made.is_open else [msg("nothing")],
        comments=[
            msg("season-comment", said=each.said or "—")
            for each in made.events[-2:]
            if each.kind == "commented"
        ]
        or [msg("nothing")],
        buttons=await _ways(talk, made, scheme),
    )


def _moves(city: City, scheme: SchemeRow, told: WhatIf) -> list[Msg]:
    """Return whom the plan would move in the scores as they stand."""
    places = scheme.scheme.places
    lines = [
        msg(
            "season-move",
            unit=city.unit_by_code[move.unit].short_name,
            before=points(move.score_before, places),
            after=points(move.score_after, places),
            place_before=move.place_before or 0,
            place_after=move.place_after or 0,
        )
        for move in told.moves[:MOVES_SHOWN]
    ]
    more = len(told.moves) - MOVES_SHOWN
    return (
        [*lines, msg("season-moves-more", count=more)]
        if more > 0
        else lines or [msg("season-moves-nobody")]
    )


async def _ways(talk: Talk, made: SeasonProposal, scheme: SchemeRow) -> list[list[Button]]:
    ways: list[list[Button]] = []
    if made.is_open and may_run_the_office(talk.person.roles):
        earliest = await first_open(talk.conn, scheme)
        last = min(earliest.month + MONTHS_OFFERED, 13)
        months = [Period(earliest.year, month) for month in range(earliest.month, last)]
        ways += [
            [go("season-confirm", "season-button-confirm", f"{made.id}.{each}", period=each)]
            for each in months
        ]
        ways.append([go("season-drop", "season-button-drop", str(made.id))])
    elif made.is_open:
        ways.append([go("season-comment", "season-button-comment", str(made.id))])
    return [*ways, [go("seasons", "button-seasons"), go("todo", "button-todo")]]


async def confirm(talk: Talk, arg: str) -> None:
    number, _, month = arg.partition(".")
    try:
        since = Period.parse(month)
    except ValueError:
        raise NotFound("season-gone") from None
    made = await deeds.confirm(
        talk.conn, await talk.city(), talk.person, _number(number), since, now=talk.now
    )
    talk.note("season-confirmed-note", since=since)
    await _say(talk, made)


async def drop(talk: Talk, arg: str) -> None:
    await deeds.drop(talk.conn, await talk.city(), talk.person, _number(arg), now=talk.now)
    talk.note("season-dropped-note")
    await show_all(talk, "")


def _rows(talk: Talk, city: City) -> list[IndicatorRow]:
    """Return this year's and next year's indicators that this person may see the plans of."""
    year = talk.today.year
    return [
        row
        for scheme in (*city.schemes_of(year), *city.schemes_of(year + 1))
        for row in scheme.indicators
        if deeds.takes_a_plan(row)
        and may_propose_target(talk.person.roles, monitoring_unit_id=row.monitoring_unit_id)
    ]


async def _asked(talk: Talk, arg: str) -> tuple[City, IndicatorRow]:
    city = await talk.city()
    row = next((each for each in _rows(talk, city) if str(each.id) == arg), None)
    if row is None:
        raise NotFound("season-gone")
    return city, row


def _number(arg: str) -> int:
    if not is_number(arg):
        raise NotFound("season-gone")
    return int(arg)


VIEWS = (
    View(
        opening=Opening(
            name="seasons", commands=("seasons",), words=("序时计划",), roles=PROPOSERS
        ),
        show=show_all,
        reads_only=True,
    ),
    View(
        opening=Opening(name="season-of", roles=PROPOSERS, in_menu=False),
        show=show_of,
        reads_only=True,
    ),
    View(opening=Opening(name="season-propose", roles=PROPOSERS, in_menu=False), show=propose),
    View(
        opening=Opening(name="season", roles=SEERS, in_menu=False), show=show_one, reads_only=True
    ),
    View(
        opening=Opening(name="season-confirm", roles=frozenset({"office"}), in_menu=False),
        show=confirm,
    ),
    View(
        opening=Opening(name="season-drop", roles=frozenset({"office"}), in_menu=False), show=drop
    ),
)
