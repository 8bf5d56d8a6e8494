"""One matter with all that was done in it, its files, the lists (整改), and what one tap does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.buttons import Button, go, is_number, pairs
from handlers.city import City
from handlers.errands import Opening, View
from handlers.openings import Show
from handlers.operations.matters import instruct, move_matter, red_list
from handlers.operations.matters.instruct_button import may_instruct_somebody
from handlers.operations.matters.instruct_days import is_weekend
from handlers.operations.matters.matter_card import ONE_TAP, buttons_for, card, files_for, line
from handlers.operations.matters.matter_terms import (
    LISTS,
    is_late,
    is_open,
    may_see,
    name_of,
    one_seen,
)
from handlers.operations.matters.matter_todo import awaits
from handlers.talk import Talk
from scoring.finding_course import FINDING
from scoring.instruction_course import INSTRUCTION, READY_WORKING_DAYS
from scoring.permissions import may_run_the_office
from scoring.rectification_course import RECTIFICATION
from scoring.refusals import NotFound
from scoring.respites import ASKABLE
from storage import matters, respites
from storage.matters import Matter

ROLES = frozenset({"contact", "observer", "leader", "committee", "office", "auditor"})
INSTRUCTING = frozenset({"leader", "committee", "office"})
PAGE = 8
SCOPES: dict[str, tuple[str, ...]] = {
    RECTIFICATION.name: ("open", "late", "carried", "closed"),
    INSTRUCTION.name: ("open", "late", "closed"),
    FINDING.name: ("open", "late", "closed"),
}


# --- one -------------------------------------------------------------------------------------


async def show(talk: Talk, arg: str) -> None:
    await _show(talk, await _one(talk, arg))


async def _show(talk: Talk, found: Matter) -> None:
    there = files_for(talk.person, found, await matters.files_of(talk.conn, found.id))
    city = await talk.city()
    talk.say(
        await card(talk.conn, city, found, talk.person, now=talk.now),
        buttons=await buttons_for(talk.conn, city, talk.person, found, files=len(there)),
    )


async def show_files(talk: Talk, arg: str) -> None:
    """Pass the files of a matter on, as far as they are this person's to have."""
    found = await _one(talk, arg)
    there = files_for(talk.person, found, await matters.files_of(talk.conn, found.id))
    if not there:
        talk.hint("matter-no-files")
    for number, each in enumerate(there, start=1):
        talk.pass_on(
            each.file_id,
            each.kind,
            "matter-file",
            name=name_of(found),
            side=each.side,
            number=number,
            of=len(there),
        )


async def tap(talk: Talk, arg: str) -> None:
    """Do what needs no words; the card then shows it."""
    number, _, deed = arg.partition(".")
    if not is_number(number) or deed not in ONE_TAP:
        raise NotFound("matter-gone")
    city = await talk.city()
    found = await move_matter.act(
        talk.conn, city, talk.person, int(number), deed, said="", now=talk.now
    )
    talk.hint("matter-done-toast", deed=deed)
    await _show(talk, found)


async def _one(talk: Talk, arg: str) -> Matter:
    if not is_number(arg):
        raise NotFound("matter-gone")
    return await one_seen(talk.conn, talk.person, int(arg))


async def assign(talk: Talk, arg: str) -> None:
    """Name who checks: show the observers who may, or take the one tapped ("matter.person")."""
    number, _, person = arg.partition(".")
    if not is_number(number):
        raise NotFound("matter-gone")
    if is_number(person):
        found = await move_matter.assign(
            talk.conn, await talk.city(), talk.person, int(number), int(person), now=talk.now
        )
        await _show(talk, found)
        return
    found = await move_matter.movable(talk.conn, talk.person, int(number), "assign")
    there = await move_matter.checkers(talk.conn, found, now=talk.now)
    talk.say(
        "assign-checker",
        name=name_of(found),
        count=len(there),
        buttons=[
            *pairs(
                go("assign-checker", "verbatim", f"{found.id}.{each.id}", text=each.name)
                for each in there[:40]
            ),
            [go("matter", "button-back", str(found.id))],
        ],
    )


async def put_off(talk: Talk, arg: str) -> None:
    """Give an instruction more time: show the days, or take the one tapped ("matter.day")."""
    number, _, day = arg.partition(".")
    if not is_number(number):
        raise NotFound("matter-gone")
    city = await talk.city()
    if day:
        try:
            until = date.fromisoformat(day)
        except ValueError:
            raise NotFound("button-outdated") from None
        found = await instruct.put_off(
            talk.conn, city, talk.person, int(number), until, now=talk.now
        )
        await _show(talk, found)
        return
    found = await move_matter.movable(talk.conn, talk.person, int(number), "put_off")
    start = max(found.finish_by or talk.now, talk.now).astimezone(city.zone).date()
    days = [(each, city.calendar.shifted(start, each)) for each in READY_WORKING_DAYS]
    talk.say(
        "put-off",
        name=name_of(found),
        finish=found.finish_by or talk.now,
        buttons=[
            *[
                [
                    go(
                        "put-off",
                        "due-in-days",
                        f"{found.id}.{until}",
                        days=each,
                        day=until,
                        weekend=is_weekend(until),
                    )
                ]
                for each, until in days
            ],
            [go("matter", "button-back", str(found.id))],
        ],
    )


async def turn(talk: Talk, arg: str) -> None:
    """Turn an instruction into a rectification; its own card then says which one."""
    if not is_number(arg):
        raise NotFound("matter-gone")
    issued = await instruct.turn(talk.conn, await talk.city(), talk.person, int(arg), now=talk.now)
    talk.hint("instruction-turned", number=str(issued.id))
    await _show(talk, await _one(talk, arg))


# --- many ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Wanted:
    course: str
    scope: str
    page: int


def list_of(course: str) -> Show:
    """Return the view that lists a course's matters; its argument is "scope.page"."""

    async def show_list(talk: Talk, arg: str) -> None:
        scope, _, page = arg.partition(".")
        scopes = SCOPES[course]
        scope = scope if scope in scopes else scopes[0]
        await _show_list(talk, _Wanted(course, scope, int(page) if is_number(page) else 1))

    return show_list


async def _show_list(talk: Talk, wanted: _Wanted) -> None:
    city = await talk.city()
    mine = await seen(talk, wanted.course)
    chosen = await _chosen(talk, city, wanted, mine)
    pages = max(1, -(-len(chosen) // PAGE))
    page = min(max(wanted.page, 1), pages)
    here = chosen[(page - 1) * PAGE : page * PAGE]
    waiting = [e for e in chosen if await awaits(talk.conn, talk.person, e, now=talk.now)]
    talk.say(
        "matters",
        course=wanted.course,
        scope=wanted.scope,
        count=len(chosen),
        waiting=len(waiting),
        lines=[await line(talk.conn, city, each, now=talk.now) for each in here],
        page=page,
        pages=pages,
        buttons=await _list_buttons(talk, wanted, here, page=page, pages=pages),
    )


async def seen(talk: Talk, course: str) -> list[Matter]:
    """Return the matters of a course that are this person's to see, the newest first."""
    found = await matters.of_course(talk.conn, course)
    return [each for each in reversed(found) if may_see(talk.person, each)]


async def _chosen(talk: Talk, city: City, wanted: _Wanted, mine: Sequence[Matter]) -> list[Matter]:
    match wanted.scope:
        case "late":
            return [each for each in mine if is_late(each, now=talk.now)]
        case "carried":
            carried = await red_list.check_list(talk.conn, city, now=talk.now)
            ids = {each.id for each in carried}
            return [each for each in mine if each.id in ids]
        case "closed":
            return [each for each in mine if not is_open(each)]
        case _:
            return [each for each in mine if is_open(each)]


async def _list_buttons(
    talk: Talk, wanted: _Wanted, here: Sequence[Matter], *, page: int, pages: int
) -> list[list[Button]]:
    route, scope = LISTS[wanted.course], wanted.scope
    rows = pairs([go("matter", "verbatim", str(each.id), text=f"{each.id}") for each in here], 4)
    turn: list[Button] = []
    if page > 1:
        turn.append(go(route, "observations-previous", f"{scope}.{page - 1}"))
    if page < pages:
        turn.append(go(route, "observations-next", f"{scope}.{page + 1}"))
    others = [each for each in SCOPES[wanted.course] if each != scope]
    rows += [turn, *pairs([go(route, "matters-scope", each, scope=each) for each in others], 3)]
    if wanted.course in ASKABLE and may_run_the_office(talk.person.roles):
        most = await respites.most(talk.conn, wanted.course)
        rows.append([go("respite-limit", "respite-limit-button", wanted.course, most=most)])
    if wanted.course == RECTIFICATION.name and may_run_the_office(talk.person.roles):
        rows.append([go("issue-rectification", "button-issue")])
    if wanted.course == INSTRUCTION.name and may_instruct_somebody(talk.person):
        rows.append([go("instruct", "button-instruct")])
    return [*rows, [go("todo", "button-todo"), go("start", "button-menu")]]


VIEWS = (
    View(opening=Opening(name="matter", roles=ROLES, in_menu=False), show=show, reads_only=True),
    View(
        opening=Opening(name="matter-files", roles=ROLES, in_menu=False),
        show=show_files,
        reads_only=True,
    ),
    View(opening=Opening(name="matter-tap", roles=ROLES, in_menu=False), show=tap),
    View(
        opening=Opening(name="assign-checker", roles=frozenset({"office"}), in_menu=False),
        show=assign,
    ),
    View(opening=Opening(name="put-off", roles=INSTRUCTING, in_menu=False), show=put_off),
    View(opening=Opening(name="turn-instruction", roles=INSTRUCTING, in_menu=False), show=turn),
    View(
        opening=Opening(
            name="instructions", commands=("instructions",), words=("批示",), roles=ROLES
        ),
        show=list_of(INSTRUCTION.name),
        reads_only=True,
    ),
    View(
        opening=Opening(
            name="rectifications", commands=("rectifications",), words=("整改",), roles=ROLES
        ),
        show=list_of(RECTIFICATION.name),
        reads_only=True,
    ),
)
