"""One person's page: what they are here, and what the office or their administrator can change."""

from typing import get_args

from handlers.buttons import Button, go, is_number, pairs
from handlers.city import City
from handlers.conversations.people.people_desk import MANAGERS, only_managers, person_row, state_of
from handlers.errands import Opening, View
from handlers.operations.people import staff
from handlers.operations.people.role_words import role_words
from handlers.talk import Talk
from handlers.texts import msg
from scoring.permissions import OF_A_UNIT, may_run_the_office
from scoring.refusals import NotFound
from storage import people, staff_changes
from storage.people import PersonRow, RoleKind, RoleRow

ROLES_SHOWN = 8


async def show(talk: Talk, arg: str) -> None:
    only_managers(talk)
    city, row = await talk.city(), await person_row(talk, arg)
    roles = await people.roles_of(talk.conn, row.id)
    if not may_run_the_office(talk.person.roles) and not _in_my_units(talk, roles):
        raise NotFound("person-gone")
    brings = await staff_changes.work_waiting_for(talk.conn, row.id)
    follows = await people.one(talk.conn, brings) if brings else None
    talk.say(
        "person",
        name=row.name,
        title=row.title or "—",
        state=state_of(row),
        roles=role_words(city, roles[:ROLES_SHOWN]),
        held=len(roles),
        follows=msg("person-follows", name=follows.name) if follows else msg("nothing"),
        buttons=[
            [go("invite-again", "person-invite", str(row.id))],
            [
                go("handover", "person-handover", str(row.id)),
                go("deputy", "person-deputy", str(row.id)),
                go("revoke", "person-revoke", str(row.id)),
            ],
            *_role_buttons(talk, city, row, roles),
            [go("people", "office-people")],
        ],
    )


def _in_my_units(talk: Talk, roles: list[RoleRow]) -> bool:
    return bool({role.unit_id for role in roles} & {*talk.person.units_as("administrator")})


def _role_buttons(
    talk: Talk, city: City, row: PersonRow, roles: list[RoleRow]
) -> list[list[Button]]:
    """Return a button for each role that can be taken here, and for each that could be given."""
    office = may_run_the_office(talk.person.roles)
    mine = talk.person.units_as("administrator")
    if not office and row.id == talk.person.id:
        return []
    taking = [
        go("role-take", "person-role-take", f"{row.id}.{e.id}", role=role_words(city, [e])[0])
        for e in roles
        if office or (e.unit_id in mine and e.kind in OF_A_UNIT)
    ]
    units = dict.fromkeys(e.unit_id for e in roles if e.unit_id and e.kind != "leader")
    held = {(e.kind, e.unit_id) for e in roles}
    kinds = [kind for kind in get_args(RoleKind) if kind in OF_A_UNIT]
    if office:
        kinds.append("administrator")
    giving = [
        go(
            "role-give",
            "person-role-give",
            f"{row.id}.{kind}.{city.unit(unit_id).code}",
            role=role_words(city, [RoleRow(0, kind, unit_id)])[0],
        )
        for unit_id in units
        for kind in kinds
        if (kind, unit_id) not in held and (office or unit_id in mine)
    ]
    return [*pairs(taking[:ROLES_SHOWN], 1), *pairs(giving[:ROLES_SHOWN], 1)]


async def give(talk: Talk, arg: str) -> None:
    """Give a role of a unit's desk: "12.reviewer.JJ04"."""
    city = await talk.city()
    person_id, kind, code = [*arg.split("."), "", ""][:3]
    kinds: dict[str, RoleKind] = {each: each for each in get_args(RoleKind)}
    is_desk = kind in OF_A_UNIT or kind == "administrator"
    if not is_number(person_id) or not is_desk or code not in city.unit_by_code:
        raise NotFound("button-outdated")
    done = await staff.give(
        talk.conn,
        city,
        int(person_id),
        kinds[kind],
        city.unit_by_code[code].id,
        by=talk.person,
        now=talk.now,
    )
    talk.hint("role-given" if done else "button-outdated")
    await show(talk, person_id)


async def take(talk: Talk, arg: str) -> None:
    """Take a role back: "12.34", the person and the role."""
    person_id, _, role_id = arg.partition(".")
    if not is_number(person_id) or not is_number(role_id):
        raise NotFound("button-outdated")
    city = await talk.city()
    done = await staff.take(
        talk.conn, city, int(role_id), int(person_id), by=talk.person, now=talk.now
    )
    talk.hint("role-taken" if done else "button-outdated")
    await show(talk, person_id)


VIEWS = (
    View(opening=Opening(name="person", roles=MANAGERS, in_menu=False), show=show),
    View(opening=Opening(name="role-give", roles=MANAGERS, in_menu=False), show=give),
    View(opening=Opening(name="role-take", roles=MANAGERS, in_menu=False), show=take),
)
