"""The desk for people coming and going: empty places, messages taken back, every change."""

from collections.abc import Mapping

from handlers.buttons import go, is_number, pairs
from handlers.city import City
from handlers.conversations.people.people_desk import MANAGERS, only_managers
from handlers.conversations.the_office import only_the_office
from handlers.errands import Opening, View
from handlers.operations.doer import AS_MANAGER, doer
from handlers.operations.people import undo_staff
from handlers.operations.people.gaps import gap_buttons, gap_lines, gaps
from handlers.operations.people.invitation_register import invitation_register
from handlers.operations.people.role_words import role_words
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.permissions import may_run_the_office
from scoring.refusals import NotFound
from storage import leaving, people, staff_changes
from storage.people import RoleRow
from storage.staff_changes import StaffChange

OFFICE = frozenset({"office"})
LINES_SHOWN = 20
CHANGES_SHOWN = 12


async def empty_places(talk: Talk, _: str) -> None:
    only_the_office(talk)
    found = await gaps(talk.conn, await talk.city(), talk.today.year)
    shown = found[:LINES_SHOWN]
    talk.say(
        "gaps",
        count=len(found),
        lines=gap_lines(shown),
        more=len(found) - len(shown),
        buttons=[*gap_buttons(found), [go("people", "office-people")]],
    )


async def taken_back(talk: Talk, arg: str) -> None:
    """List what had to reach somebody who left, and no longer does."""
    only_the_office(talk)
    change = await staff_changes.one(talk.conn, int(arg)) if is_number(arg) else None
    row = await people.one(talk.conn, change.person_id) if change else None
    if change is None or row is None:
        raise NotFound("button-outdated")
    found = await leaving.taken_back(talk.conn, row.id, at=change.at)
    owed = [each for each in found if each.must_arrive]
    talk.say(
        "taken-back",
        name=row.name,
        count=len(owed),
        lines=[
            msg("taken-back-line", first=talk.first_line_of(each.message))
            for each in owed[:LINES_SHOWN]
        ],
        buttons=[[go("handover", "gap-handover", str(row.id))], [go("people", "office-people")]],
    )


async def staff(talk: Talk, arg: str) -> None:
    """List the last changes of staff; the office undoes one by its number."""
    only_managers(talk)
    city, office = await talk.city(), may_run_the_office(talk.person.roles)
    if is_number(arg):
        row = await undo_staff.undo(talk.conn, city, int(arg), by=talk.person, now=talk.now)
        talk.note("staff-undone", name=row.name)
    mine = None if office else talk.person.units_as("administrator")
    found = await staff_changes.latest(talk.conn, limit=CHANGES_SHOWN, unit_ids=mine)
    names = await people.names(talk.conn)
    numbered = list(enumerate(found, start=1))
    undoing = [
        go("staff", "staff-undo", str(each.id), number=number)
        for number, each in numbered
        if office and not each.undone
    ]
    talk.say(
        "staff",
        count=len(found),
        lines=[
            _change_line(
                city, number, each, names, await doer(talk.conn, each.by, AS_MANAGER, at=each.at)
            )
            for number, each in numbered
        ],
        buttons=[*pairs(undoing, 3), [go("people", "office-people"), go("start", "button-menu")]],
    )


def _change_line(
    city: City, number: int, each: StaffChange, names: Mapping[int, str], by: Msg
) -> Msg:
    kind, unit_id = each.detail.get("role"), each.detail.get("unit")
    role = role_words(city, [RoleRow(0, kind, unit_id)])[0] if kind else msg("nothing")
    where = msg("nothing")
    if each.unit_id is not None:
        where = msg("staff-line-where", unit=city.unit(each.unit_id).short_name)
    return msg(
        "staff-line",
        number=number,
        at=each.at,
        by=by,
        kind=each.kind,
        name=names.get(each.person_id, "—"),
        heir=names.get(each.successor_id or 0, "—"),
        role=role,
        where=where,
        undone=int(each.undone),
    )


async def register(talk: Talk, _: str) -> None:
    """Give the office every invitation there is, as a workbook."""
    only_the_office(talk)
    book = await invitation_register(talk.conn, await talk.city(), now=talk.now)
    talk.document(book, "invitations-register", count=len(book.lines), at=talk.now)


VIEWS = (
    View(
        opening=Opening(name="staff", commands=("staff",), words=("人员变动",), roles=MANAGERS),
        show=staff,
    ),
    View(
        opening=Opening(
            name="invitations", commands=("invitations",), words=("邀请名册",), roles=OFFICE
        ),
        show=register,
    ),
    View(
        opening=Opening(name="gaps", commands=("gaps",), words=("空岗",), roles=OFFICE),
        show=empty_places,
        reads_only=True,
    ),
    View(
        opening=Opening(name="taken-back", roles=OFFICE, in_menu=False),
        show=taken_back,
        reads_only=True,
    ),
)
