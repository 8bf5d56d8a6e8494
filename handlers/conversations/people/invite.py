"""Invite somebody: name, role, place, and a link with its picture that works once."""

from enum import IntEnum
from typing import Literal, get_args

from handlers.books import InvitationBook
from handlers.buttons import Button, go, is_number, pairs, step
from handlers.errands import Errand, Opening, Place, View, with_way_back
from handlers.operations.people import access
from handlers.operations.people import invite as inviting
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.permissions import OF_A_UNIT, may_run_the_office
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import people, units
from storage.people import RoleKind

NAME_MAX = 40
MANAGERS = frozenset({"office", "administrator"})


class Step(IntEnum):
    """Where the clerk stands."""

    NAME = 1  # saved in the database: never renumber
    ROLE = 2
    PLACE = 3
    CHECK = 4
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.NAME, Step.ROLE]:
    if not may_run_the_office(talk.person.roles) and not talk.person.holds("administrator"):
        raise NotAllowed("invite-not-allowed")
    talk.data |= {"name": "", "role": "", "unit": 0, "point": 0}
    if arg.startswith("a") and is_number(arg[1:]):
        request = await access.one(talk.conn, int(arg[1:]))
        if request is not None and access.may_answer(await talk.city(), talk.person, request):
            talk.data["name"] = request.name[:NAME_MAX]
            return Step.ROLE
    kind, _, code = arg.partition(".")
    city = await talk.city()
    if kind in _kinds(talk) and code in city.unit_by_code:  # a place that nobody holds
        talk.data |= {"role": kind, "unit": city.unit_by_code[code].id}
    return Step.NAME


def _kinds(talk: Talk) -> tuple[RoleKind, ...]:
    """Return the roles this person may give."""
    if may_run_the_office(talk.person.roles):
        return get_args(RoleKind)
    return tuple(kind for kind in get_args(RoleKind) if kind in OF_A_UNIT)


async def ask_name(talk: Talk) -> None:
    talk.say("invite-name", buttons=with_way_back(talk, []))


async def name_typed(talk: Talk, typed: str) -> Literal[Step.ROLE, Step.CHECK]:
    talk.data["name"] = typed.strip()[:NAME_MAX]
    return Step.CHECK if talk.data["unit"] else Step.ROLE


async def ask_role(talk: Talk) -> None:
    roles = [step("role", f"role-name-{kind}", kind) for kind in _kinds(talk)]
    talk.say("invite-role", name=talk.data["name"], buttons=with_way_back(talk, pairs(roles, 2)))


async def role_picked(talk: Talk, arg: str) -> Literal[Step.PLACE, Step.CHECK]:
    if arg not in _kinds(talk):
        raise Refusal("button-outdated")
    talk.data |= {"role": arg, "unit": 0, "point": 0}
    own = talk.person.units_as("administrator")
    if not may_run_the_office(talk.person.roles) and len(own) == 1:
        talk.data["unit"] = own[0]
        return Step.CHECK
    needs_place = arg in inviting.WITHIN_A_UNIT or arg == "observer"
    return Step.PLACE if needs_place else Step.CHECK


async def ask_place(talk: Talk) -> None:
    city = await talk.city()
    rows: list[list[Button]] = []
    if talk.data["role"] == "observer":
        rows = pairs(
            [step("point", "verbatim", point.code, text=point.name) for point in city.points], 2
        )
    elif talk.data["role"] == "contact":
        towns = [unit for unit in city.units if unit.track == "town"]
        rows = pairs(
            [step("unit", "verbatim", unit.code, text=unit.short_name) for unit in towns], 3
        )
    talk.say("invite-place", kind=talk.data["role"], buttons=with_way_back(talk, rows[:25]))


async def place_typed(talk: Talk, typed: str) -> Literal[Step.PLACE, Step.CHECK]:
    city = await talk.city()
    if talk.data["role"] == "observer":
        found = [point for point in city.points if typed in (point.code, point.name)]
        if len(found) != 1:
            talk.note("invite-place-unknown", text=typed[:40])
            return Step.PLACE
        talk.data["point"] = found[0].id
        return Step.CHECK
    matched = units.match(city.units, typed)
    if len(matched) != 1:
        talk.note("invite-place-unknown", text=typed[:40])
        return Step.PLACE
    talk.data["unit"] = matched[0].id
    return Step.CHECK


async def unit_picked(talk: Talk, arg: str) -> Literal[Step.CHECK]:
    city = await talk.city()
    if arg not in city.unit_by_code:
        raise NotFound("button-outdated")
    talk.data["unit"] = city.unit_by_code[arg].id
    return Step.CHECK


async def point_picked(talk: Talk, arg: str) -> Literal[Step.CHECK]:
    city = await talk.city()
    point = next((each for each in city.points if each.code == arg), None)
    if point is None:
        raise NotFound("button-outdated")
    talk.data["point"] = point.id
    return Step.CHECK


async def ask_check(talk: Talk) -> None:
    talk.say(
        "invite-check",
        name=talk.data["name"],
        role=await _role(talk),
        buttons=with_way_back(talk, [[step("send", "invite-send")]]),
    )


async def _role(talk: Talk) -> Msg:
    city = await talk.city()
    where = ""
    if talk.data["unit"]:
        where = city.unit(talk.data["unit"]).short_name
    if talk.data["point"]:
        where = next(each.name for each in city.points if each.id == talk.data["point"])
    kind = talk.data["role"]
    if kind == "leader" and not where:
        kind = "city-leader"
    return msg("role", kind=kind, where=where, lent=0)


async def send(talk: Talk, _: str) -> Literal[Step.DONE]:
    made = await inviting.invite(
        talk.conn,
        name=talk.data["name"],
        role=talk.data["role"],
        unit_id=talk.data["unit"] or None,
        point_id=talk.data["point"] or None,
        by=talk.person,
        now=talk.now,
    )
    await show_link(talk, talk.data["name"], made)
    return Step.DONE


async def again(talk: Talk, arg: str) -> None:
    """Invite somebody who is known and has not joined, or has a new telephone."""
    if not is_number(arg):
        raise NotFound("person-gone")
    made = await inviting.invite_again(talk.conn, int(arg), by=talk.person, now=talk.now)
    row = await people.one(talk.conn, int(arg))
    await show_link(talk, row.name if row else "", made)


async def show_link(talk: Talk, name: str, made: inviting.Invitation) -> None:
    """Show the link once, as words to forward and as a picture to scan."""
    url = f"https://t.me/{talk.services.bot_username}?start={made.token}"
    talk.say(
        "invite-link",
        name=name,
        url=url,
        until=made.expires_at,
        buttons=[[go("people", "office-people"), go("start", "button-menu")]],
    )
    talk.picture(InvitationBook(url=url), "invite-picture", name=name, until=made.expires_at)


ERRAND = Errand(
    opening=Opening(name="invite", commands=("invite",), words=("邀请",), roles=MANAGERS),
    steps=Step,
    begin=begin,
    places={
        Step.NAME: Place(ask=ask_name, on_text=name_typed),
        Step.ROLE: Place(ask=ask_role, on_tap={"role": role_picked}),
        Step.PLACE: Place(
            ask=ask_place,
            on_tap={"unit": unit_picked, "point": point_picked},
            on_text=place_typed,
        ),
        Step.CHECK: Place(ask=ask_check, on_tap={"send": send}),
    },
)
CONTENTS = (
    ERRAND,
    View(opening=Opening(name="invite-again", roles=MANAGERS, in_menu=False), show=again),
)
