"""People: who has joined, who cannot be reached; let somebody go, name a deputy."""

from datetime import datetime, time, timedelta
from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, go, is_number, pairs, step
from handlers.errands import Errand, Opening, Place, View, with_way_back
from handlers.operations import invite as inviting
from handlers.talk import Talk
from handlers.texts import msg
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import people
from storage.people import PersonRow

OFFICE = frozenset({"office"})
FOUND_SHOWN = 12
PAGE = 20
DAYS = (7, 30, 90)


def _only_the_office(talk: Talk) -> None:
    if not may_run_the_office(talk.person.roles):
        raise NotAllowed("not-for-your-role")


async def show(talk: Talk, arg: str) -> None:
    """Show how many have joined; with a name, the people of that name or unit."""
    _only_the_office(talk)
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
            [go("office", "button-office")],
        ],
    )


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


async def person(talk: Talk, arg: str) -> None:
    _only_the_office(talk)
    row = await _row(talk, arg)
    talk.say(
        "person",
        name=row.name,
        title=row.title or "—",
        state="absent" if row.user_id is None else "lost" if row.unreachable_at else "joined",
        buttons=[
            [go("invite-again", "person-invite", str(row.id))],
            [
                go("revoke", "person-revoke", str(row.id)),
                go("deputy", "person-deputy", str(row.id)),
            ],
            [go("people", "office-people")],
        ],
    )


async def _row(talk: Talk, arg: str) -> PersonRow:
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
    _only_the_office(talk)
    if is_number(arg):
        talk.data["person"] = (await _row(talk, arg)).id
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
    row = await _row(talk, str(talk.data["person"]))
    talk.say(
        "revoke-sure",
        name=row.name,
        title=row.title or "—",
        buttons=with_way_back(talk, [[step("go", "revoke-go")]]),
    )


async def let_go(talk: Talk, _: str) -> Literal[Revoke.DONE]:
    row = await _row(talk, str(talk.data["person"]))
    stopped = await inviting.revoke_person(talk.conn, row.id, by=talk.person, now=talk.now)
    talk.say(
        "revoke-done",
        name=row.name,
        stopped=stopped,
        buttons=[[go("people", "office-people"), go("invite", "office-invite")]],
    )
    return Revoke.DONE


class Deputise(IntEnum):
    """Where somebody stands who names a deputy."""

    FOR = 1  # saved in the database: never renumber
    DEPUTY = 2
    DAYS = 3
    DONE = -1


async def begin_deputy(talk: Talk, arg: str) -> Literal[Deputise.FOR, Deputise.DEPUTY]:
    if not may_run_the_office(talk.person.roles):
        talk.data["person"] = talk.person.id
        return Deputise.DEPUTY
    if is_number(arg):
        talk.data["person"] = (await _row(talk, arg)).id
        return Deputise.DEPUTY
    return Deputise.FOR


async def ask_for(talk: Talk) -> None:
    talk.say("deputy-for", buttons=with_way_back(talk, []))


async def for_typed(talk: Talk, typed: str) -> Literal[Deputise.FOR, Deputise.DEPUTY]:
    found = await _one_of_this_name(talk, typed)
    if found is None:
        return Deputise.FOR
    talk.data["person"] = found.id
    return Deputise.DEPUTY


async def ask_deputy(talk: Talk) -> None:
    row = await _row(talk, str(talk.data["person"]))
    talk.say("deputy-who", name=row.name, buttons=with_way_back(talk, []))


async def deputy_typed(talk: Talk, typed: str) -> Literal[Deputise.DEPUTY, Deputise.DAYS]:
    found = await _one_of_this_name(talk, typed)
    if found is None:
        return Deputise.DEPUTY
    talk.data["deputy"] = found.id
    return Deputise.DAYS


async def _one_of_this_name(talk: Talk, typed: str) -> PersonRow | None:
    found = [each for each in await people.everybody(talk.conn) if each.name == typed.strip()]
    if len(found) == 1:
        return found[0]
    talk.note("person-not-one", text=typed[:40], count=len(found))
    return None


async def ask_days(talk: Talk) -> None:
    talk.say(
        "deputy-days",
        buttons=with_way_back(
            talk, [[step("days", "deputy-days-button", str(days), count=days) for days in DAYS]]
        ),
    )


async def days_picked(talk: Talk, arg: str) -> Literal[Deputise.DONE]:
    if arg not in map(str, DAYS):
        raise Refusal("button-outdated")
    city = await talk.city()
    last_day = talk.today + timedelta(days=int(arg))
    until = datetime.combine(last_day, time(23, 59), tzinfo=city.zone)
    await inviting.name_deputy(
        talk.conn,
        talk.data["person"],
        talk.data["deputy"],
        from_at=talk.now,
        until_at=until,
        by=talk.person,
        now=talk.now,
    )
    row = await _row(talk, str(talk.data["person"]))
    deputy = await _row(talk, str(talk.data["deputy"]))
    talk.say(
        "deputy-named",
        name=row.name,
        deputy=deputy.name,
        until=until,
        buttons=[[go("start", "button-menu")]],
    )
    return Deputise.DONE


CONTENTS = (
    View(
        opening=Opening(name="people", commands=("people",), words=("人员",), roles=OFFICE),
        show=show,
    ),
    View(opening=Opening(name="absent", roles=OFFICE, in_menu=False), show=absent),
    View(opening=Opening(name="person", roles=OFFICE, in_menu=False), show=person),
    Errand(
        opening=Opening(name="revoke", commands=("revoke",), words=("撤销",), roles=OFFICE),
        steps=Revoke,
        begin=begin_revoke,
        places={
            Revoke.WHO: Place(ask=ask_who, on_text=who_typed),
            Revoke.SURE: Place(ask=ask_sure, on_tap={"go": let_go}),
        },
    ),
    Errand(
        opening=Opening(
            name="deputy",
            commands=("deputy",),
            words=("代理",),
            roles=frozenset({"office", "reporter", "reviewer", "contact"}),
        ),
        steps=Deputise,
        begin=begin_deputy,
        places={
            Deputise.FOR: Place(ask=ask_for, on_text=for_typed),
            Deputise.DEPUTY: Place(ask=ask_deputy, on_text=deputy_typed),
            Deputise.DAYS: Place(ask=ask_days, on_tap={"days": days_picked}),
        },
    ),
)
