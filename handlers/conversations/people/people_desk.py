"""People: who has joined, who cannot be reached; let somebody go, name a deputy."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, go, is_number, pairs, step
from handlers.errands import Errand, Opening, Place, View, with_way_back
from handlers.operations.people import leave
from handlers.talk import Talk
from handlers.texts import msg
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound
from storage import people
from storage.people import PersonRow

OFFICE = frozenset({"office"})
MANAGERS = frozenset({"office", "administrator"})
FOUND_SHOWN = 12
PAGE = 20


def _only_the_office(talk: Talk) -> None:
    if not may_run_the_office(talk.person.roles):
        raise NotAllowed("not-for-your-role")


def only_managers(talk: Talk) -> None:
    """Let the office and the units' administrators through."""
    if not may_run_the_office(talk.person.roles) and not talk.person.holds("administrator"):
        raise NotAllowed("not-for-your-role")


async def show(talk: Talk, arg: str) -> None:
    """Show how many have joined; with a name, the people of that name or unit."""
    only_managers(talk)
    if not may_run_the_office(talk.person.roles):
        await _own_people(talk)
        return
    everybody = await people.everybody(talk.conn)
    if arg:
        await _matching(talk, arg, everybody)
        return
    absent = [each for each in everybody if each.user_id is None]
    unreachable = [each for each in everybody if each.unreachable_at is not None]
    talk.say(
        "people",
        count=len(everybody),
        joined=len(everybody) - len(absent),
        absent=len(absent),
        unreachable=[
            msg("people-line", name=each.name, title=each.title or "")
            for each in unreachable[:PAGE]
        ],
        lost=len(unreachable),
        buttons=[
            *[[go("person", "verbatim", str(each.id), text=each.name)] for each in unreachable[:6]],
            [go("absent", "people-absent-button", count=len(absent))],
            [go("invite", "office-invite"), go("deputy", "people-deputy-button")],
            [go("handover", "menu-handover"), go("deputies", "button-deputies")],
            [go("gaps", "menu-gaps"), go("staff", "button-staff")],
            [go("invitations", "button-invitations"), go("office", "button-office")],
        ],
    )


async def _own_people(talk: Talk) -> None:
    """Show an administrator the people of the own unit, and who can be reached."""
    city = await talk.city()
    units = [city.unit(each) for each in talk.person.units_as("administrator")]
    found: list[PersonRow] = []
    for unit in units:
        found += await people.in_unit(talk.conn, unit.id)
    rows = list(dict.fromkeys(found))
    talk.say(
        "people-of-unit",
        units=", ".join(unit.short_name for unit in units),
        count=len(rows),
        lines=[
            msg("people-of-unit-line", name=each.name, title=each.title or "", state=state_of(each))
            for each in rows[:PAGE]
        ],
        buttons=[
            *pairs([go("person", "verbatim", str(e.id), text=e.name) for e in rows[:PAGE]], 3),
            [go("invite", "office-invite"), go("handover", "menu-handover")],
            [go("staff", "button-staff"), go("start", "button-menu")],
        ],
    )


def state_of(row: PersonRow) -> str:
    """Return whether somebody has joined and can be reached."""
    if row.user_id is None:
        return "absent"
    return "lost" if row.unreachable_at else "joined"


async def _matching(talk: Talk, text: str, everybody: list[PersonRow]) -> None:
    found = [each for each in everybody if text in each.name or text in (each.title or "")]
    talk.say(
        "people-found",
        text=text[:40],
        count=len(found),
        buttons=[
            *pairs(
                [
                    go(
                        "person",
                        "people-pick",
                        str(each.id),
                        name=each.name,
                        title=each.title or "",
                    )
                    for each in found[:FOUND_SHOWN]
                ],
                1,
            ),
            [go("people", "office-people")],
        ],
    )


async def absent(talk: Talk, arg: str) -> None:
    _only_the_office(talk)
    everybody = await people.everybody(talk.conn)
    found = [each for each in everybody if each.user_id is None]
    at = int(arg) if is_number(arg) else 0
    shown = found[at : at + PAGE]
    turning: list[Button] = []
    if at:
        turning.append(go("absent", "page-before", str(max(0, at - PAGE))))
    if at + PAGE < len(found):
        turning.append(go("absent", "page-after", str(at + PAGE)))
    talk.say(
        "people-absent",
        count=len(found),
        since=at + 1,
        until=at + len(shown),
        buttons=[
            *pairs(
                [
                    go("person", "verbatim", str(each.id), text=each.title or each.name)
                    for each in shown
                ],
                2,
            ),
            turning,
            [go("people", "office-people")],
        ],
    )


async def person_row(talk: Talk, arg: str) -> PersonRow:
    row = await people.one(talk.conn, int(arg)) if is_number(arg) else None
    if row is None or row.left_at is not None:
        raise NotFound("person-gone")
    return row


class Revoke(IntEnum):
    """Where the clerk stands who lets somebody go."""

    WHO = 1  # saved in the database: never renumber
    SURE = 2
    DONE = -1


async def begin_revoke(talk: Talk, arg: str) -> Literal[Revoke.WHO, Revoke.SURE]:
    only_managers(talk)
    if is_number(arg):
        talk.data["person"] = (await person_row(talk, arg)).id
        return Revoke.SURE
    return Revoke.WHO


async def ask_who(talk: Talk) -> None:
    talk.say("person-ask", buttons=with_way_back(talk, []))


async def who_typed(talk: Talk, typed: str) -> Literal[Revoke.WHO, Revoke.SURE]:
    found = [each for each in await people.everybody(talk.conn) if typed in each.name]
    if len(found) != 1:
        talk.note("person-not-one", text=typed[:40], count=len(found))
        return Revoke.WHO
    talk.data["person"] = found[0].id
    return Revoke.SURE


async def ask_sure(talk: Talk) -> None:
    row = await person_row(talk, str(talk.data["person"]))
    talk.say(
        "revoke-sure",
        name=row.name,
        title=row.title or "—",
        buttons=with_way_back(talk, [[step("go", "revoke-go")]]),
    )


async def let_go(talk: Talk, _: str) -> Literal[Revoke.DONE]:
    row = await person_row(talk, str(talk.data["person"]))
    gone = await leave.let_go(talk.conn, await talk.city(), row.id, by=talk.person, now=talk.now)
    talk.say(
        "revoke-done",
        name=row.name,
        stopped=gone.stopped,
        must_arrive=gone.must_arrive,
        gaps=leave.gap_words(gone.gaps),
        buttons=[*leave.after_leaving(gone), [go("people", "office-people")]],
    )
    return Revoke.DONE


CONTENTS = (
    View(
        opening=Opening(name="people", commands=("people",), words=("人员",), roles=MANAGERS),
        show=show,
    ),
    View(opening=Opening(name="absent", roles=OFFICE, in_menu=False), show=absent),
    Errand(
        opening=Opening(name="revoke", commands=("revoke",), words=("撤销",), roles=MANAGERS),
        steps=Revoke,
        begin=begin_revoke,
        places={
            Revoke.WHO: Place(ask=ask_who, on_text=who_typed),
            Revoke.SURE: Place(ask=ask_sure, on_tap={"go": let_go}),
        },
    ),
)
