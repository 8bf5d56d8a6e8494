"""The ledger of a unit with what each entry counts for, the office's list, and the notice board."""

from collections.abc import Sequence

from handlers.buttons import Button, go, is_number, pairs
from handlers.city import City
from handlers.conversations.asking import understand
from handlers.conversations.ledger.ledger_entry import ROLES
from handlers.errands import Opening, View
from handlers.operations.ledger.ledger_effects import balance, balance_said, effect_lines, names_of
from handlers.operations.ledger.ledger_people import awaits
from handlers.operations.ledger.ledger_terms import Matter, all_matters, may_see, objects_for
from handlers.operations.ledger.ledger_words import line, notice_line
from handlers.operations.ledger.propose_points import year_of
from handlers.operations.matters.instruct_button import under_unit
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.permissions import INSIDE, SEE_EVERYTHING, may_see_unit
from scoring.refusals import NotAllowed
from storage import ledger, roster
from storage.people import RoleKind
from storage.units import UnitRow

PAGE = 6
NOTICE = "notice"
UNDER_WAY = "open"
PROPOSERS: tuple[RoleKind, ...] = ("office", "reporter", "reviewer")


async def show_notice(talk: Talk, arg: str) -> None:
    """Show what is on public notice: to everybody inside."""
    found = await ledger.in_states(talk.conn, {"notice", "objected"})
    may_object = bool(found) and objects_for(talk.person, await talk.city()) is not None
    how = msg("ledger-notice-how") if may_object else msg("nothing")
    await _say_list(talk, NOTICE, await all_matters(talk.conn, found), arg, how)


async def show_ledger(talk: Talk, arg: str) -> None:
    """Show a unit's ledger; who names none sees what is under way and theirs to see."""
    scope, _, page = arg.partition(".")
    city, who = await talk.city(), talk.person
    unit = await _unit(talk, scope)
    if unit is None:
        found = await all_matters(talk.conn, await ledger.all_open(talk.conn))
        mine = [each for each in found if may_see(who, city, each)]
        await _say_list(talk, UNDER_WAY, mine, page, msg("nothing"))
        return
    if not may_see_unit(who.roles, unit_id=unit.id):
        raise NotAllowed("ledger-unit-not-yours", unit=unit.short_name)
    year = year_of(city, talk.now)
    entries = await ledger.of_unit(talk.conn, unit.id, year)
    own = [each for each in entries[::-1] if each.reverses_id is None]
    balance_now = await _balance(talk, unit, year)
    await _say_list(talk, unit.code, await all_matters(talk.conn, own), page, balance_now)


async def _unit(talk: Talk, scope: str) -> UnitRow | None:
    """Return the unit that is meant: the one named, or the only one the person speaks for."""
    city, who = await talk.city(), talk.person
    if scope in {UNDER_WAY, ""}:
        own = who.units_as("contact")
        sees_more = any(role.kind in SEE_EVERYTHING for role in who.roles)
        return city.unit(own[0]) if own and not scope and not sees_more else None
    named = understand(talk, city, scope).units
    return named[0] if named else None


async def _balance(talk: Talk, unit: UnitRow, year: int) -> Msg:
    city = await talk.city()
    row = city.scheme_for(year, unit.track)
    if row is None:
        return msg("nothing")
    found = await balance(talk.conn, city, row, unit.code, now=talk.now)
    lines = effect_lines(await names_of(talk.conn, year), found)
    return msg(
        "ledger-balanced",
        balance=balance_said(row, found),
        lines=lines or [msg("ledger-effects-none")],
    )


async def _say_list(
    talk: Talk, scope: str, found: Sequence[Matter], page_text: str, above: Msg
) -> None:
    city = await talk.city()
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(int(page_text) if is_number(page_text) else 1, 1), pages)
    here = found[(page - 1) * PAGE : page * PAGE]
    named = city.unit_by_code.get(scope)
    known = await roster.load(talk.conn, at=talk.now)
    waiting = [each for each in found if awaits(known, talk.person, city, each)]
    talk.say(
        "ledger-list",
        scope=scope if scope in {NOTICE, UNDER_WAY} else "unit",
        unit=named.short_name if named else "",
        count=len(found),
        waiting=len(waiting),
        above=above,
        lines=[
            notice_line(city, each) if scope == NOTICE else line(city, each, now=talk.now)
            for each in here
        ]
        or [msg("ledger-list-none")],
        page=page,
        pages=pages,
        buttons=_buttons(talk, city, scope, here, page=page, pages=pages),
    )


def _buttons(
    talk: Talk, city: City, scope: str, here: Sequence[Matter], *, page: int, pages: int
) -> list[list[Button]]:
    rows = pairs(
        [
            go("ledger-entry", "ledger-number", str(each.entry.id), number=str(each.entry.id))
            for each in here
        ],
        3,
    )
    if scope == NOTICE:
        route, before, after = "notice", str(page - 1), str(page + 1)
    else:
        route, before, after = "ledger", f"{scope}.{page - 1}", f"{scope}.{page + 1}"
    turn: list[Button] = []
    if page > 1:
        turn.append(go(route, "observations-previous", before))
    if page < pages:
        turn.append(go(route, "observations-next", after))
    ways = [go("claim", "button-claim")] if talk.person.holds("contact") else []
    if any(talk.person.holds(kind) for kind in PROPOSERS):
        ways.append(go("deduct", "button-deduct"))
    if ways:
        ways.append(go("computed-points", "button-computed"))
    other = go("ledger", "button-ledger") if scope == NOTICE else go("notice", "button-notice")
    unit = city.unit_by_code.get(scope)
    follow = under_unit(talk.person, unit, "", kind="ledger") if unit else []
    return [*rows, turn, ways, follow, [other, go("todo", "button-todo")]]


VIEWS = (
    View(
        opening=Opening(
            name="ledger", commands=("ledger",), words=("台账", "加减分", "加减分台账"), roles=ROLES
        ),
        show=show_ledger,
    ),
    View(
        opening=Opening(
            name="notice", commands=("notice",), words=("公示", "公示栏"), roles=INSIDE
        ),
        show=show_notice,
    ),
)
