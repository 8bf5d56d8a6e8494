"""Special inspections (专项监察): the list, one with its findings, its report, what is decided."""

from handlers.buttons import Button, go, is_number, pairs
from handlers.conversations.matters.choosing_inspectors import names_of
from handlers.conversations.matters.matter import list_of
from handlers.errands import Opening, View
from handlers.operations.matters import (
    decide_finding,
    inspect_units,
    inspection_book,
    inspection_report,
    move_matter,
)
from handlers.operations.matters.instruct_button import under_number
from handlers.operations.matters.matter_card import buttons_for, card
from handlers.operations.matters.matter_terms import name_of
from handlers.talk import Talk
from scoring.finding_course import FINDING
from scoring.permissions import may_run_the_office
from scoring.refusals import NotFound
from storage import inspections
from storage.inspections import Decision, Inspection

SHOWN = 12
FORMS = frozenset({"docx", "xlsx"})
INSIDE = frozenset({"contact", "leader", "committee", "office", "auditor", "observer"})


async def show_list(talk: Talk, _: str) -> None:
    """List the inspections this person sees whole; a unit is shown what was found at it."""
    every = await inspections.every(talk.conn)
    seen = [each for each in every if inspect_units.may_see(talk.person, each)]
    told = [
        each for each in every if each not in seen and inspection_book.has_part(talk.person, each)
    ]
    office = may_run_the_office(talk.person.roles)
    talk.say(
        "inspections",
        count=len(seen) + len(told),
        buttons=[
            *[
                [go("inspection", "verbatim", str(each.id), text=each.theme[:40])]
                for each in seen[:SHOWN]
            ],
            *[
                [go("inspection-report", "verbatim", str(each.id), text=each.theme[:40])]
                for each in told[:SHOWN]
            ],
            *([[go("open-inspection", "button-open-inspection")]] if office else []),
            [go("findings", "menu-findings"), go("start", "button-menu")],
        ],
    )


async def show(talk: Talk, arg: str) -> None:
    found = await _one(talk, arg)
    city = await talk.city()
    there = await inspect_units.all_findings(talk.conn, found.id)
    talk.say(
        "inspection",
        theme=found.theme,
        state=found.state,
        until=found.until_at,
        units="、".join(city.unit(each).short_name for each in found.unit_ids[:40]),
        inspectors=await names_of(talk, [*found.inspector_ids], [*found.inspecting_unit_ids]),
        count=len(there),
        lines=await inspection_report.lines(talk.conn, city, there[-SHOWN:]),
        buttons=[
            *_deeds(talk, found),
            inspection_report.file_buttons(found.id),
            *pairs(
                (
                    go("matter", "button-matter", str(each.id), name=name_of(each))
                    for each in there[-SHOWN:]
                ),
                2,
            ),
            under_number(talk.person, "inspection", found.id, found.unit_ids),
            [go("inspections", "menu-inspections"), go("todo", "button-todo")],
        ],
    )


def _deeds(talk: Talk, found: Inspection) -> list[list[Button]]:
    if found.state != "open":
        return []
    rows: list[list[Button]] = []
    if inspect_units.is_inspector(talk.person, found) and talk.now <= found.until_at:
        rows.append([go("file-finding", "button-file-finding", str(found.id))])
    if may_run_the_office(talk.person.roles):
        rows.append(
            [
                go("report-inspection", "button-report-inspection", str(found.id)),
                go("reinforce-inspection", "button-reinforce", str(found.id)),
            ]
        )
    return rows


async def report(talk: Talk, arg: str) -> None:
    """Show the report as it would go out; with ".yes" send it."""
    number, _, sure = arg.partition(".")
    found, city = await _one(talk, number), await talk.city()
    if sure == "yes":
        await inspection_report.release(talk.conn, city, talk.person, found.id, now=talk.now)
        talk.say(
            "inspection-released",
            theme=found.theme,
            buttons=[[go("inspection", "button-look", number), go("todo", "button-todo")]],
        )
        return
    left = len(await inspect_units.undecided(talk.conn, found.id))
    there = await inspect_units.all_findings(talk.conn, found.id)
    counted = [each for each in there if each.state == "confirmed"]
    yes = [[go("report-inspection", "inspection-release", f"{number}.yes")]] if not left else []
    talk.say(
        "inspection-preview",
        theme=found.theme,
        count=len(counted),
        left=left,
        lines=await inspection_report.lines(talk.conn, city, counted[:SHOWN]),
        more=max(0, len(counted) - SHOWN),
        buttons=[
            *yes,
            inspection_report.file_buttons(found.id),
            [go("inspection", "button-back", number)],
        ],
    )


async def show_report(talk: Talk, arg: str) -> None:
    """Show one's own part of a released report, with the ways to its files."""
    if not is_number(arg):
        raise NotFound("inspection-gone")
    city = await talk.city()
    book = await inspection_book.for_reader(talk.conn, city, talk.person, int(arg), now=talk.now)
    numbers = {line.number for line in book.lines}
    there = await inspect_units.all_findings(talk.conn, book.number)
    found = [each for each in there if each.id in numbers]
    talk.say(
        await inspection_report.words_of(talk.conn, city, book, found),
        buttons=[
            inspection_report.file_buttons(book.number),
            *pairs(
                (
                    go("matter", "button-matter", str(each.id), name=name_of(each))
                    for each in found[:SHOWN]
                ),
                2,
            ),
            inspection_report.follow(city, talk.person, book),
            [go("inspections", "menu-inspections"), go("todo", "button-todo")],
        ],
    )


async def hand_out(talk: Talk, arg: str) -> None:
    """Hand one's part of a report out as a letter or as tables ("3.docx")."""
    number, _, form = arg.partition(".")
    if not is_number(number) or form not in FORMS:
        raise NotFound("inspection-gone")
    city = await talk.city()
    book = await inspection_book.for_reader(talk.conn, city, talk.person, int(number), now=talk.now)
    if form == "docx":
        talk.letter(book, "inspection-file", theme=book.theme)
    else:
        talk.document(book, "inspection-file", theme=book.theme)


async def decide(talk: Talk, arg: str) -> None:
    """Confirm a finding as its inspector proposed it."""
    if not is_number(arg):
        raise NotFound("matter-gone")
    found = await move_matter.movable(talk.conn, talk.person, int(arg), "confirm")
    if found.course != FINDING.name:
        raise NotFound("matter-gone")
    facts = (await inspections.findings(talk.conn, [found.id]))[found.id]
    city = await talk.city()
    done = await decide_finding.decide(
        talk.conn,
        city,
        talk.person,
        found.id,
        "confirm",
        decided=Decision(facts.item, facts.level, facts.cases),
        now=talk.now,
    )
    talk.say(
        await card(talk.conn, city, done, talk.person, now=talk.now),
        buttons=await buttons_for(talk.conn, city, talk.person, done),
    )


async def _one(talk: Talk, arg: str) -> Inspection:
    if not is_number(arg):
        raise NotFound("inspection-gone")
    return await inspect_units.one_seen(talk.conn, talk.person, int(arg))


JUDGES = frozenset({"office", "committee"})
VIEWS = (
    View(
        opening=Opening(
            name="inspections", commands=("inspections",), words=("专项监察",), roles=INSIDE
        ),
        show=show_list,
        reads_only=True,
    ),
    View(opening=Opening(name="inspection", in_menu=False), show=show, reads_only=True),
    View(
        opening=Opening(name="inspection-report", roles=INSIDE, in_menu=False),
        show=show_report,
        reads_only=True,
    ),
    View(opening=Opening(name="inspection-file", in_menu=False), show=hand_out),
    View(
        opening=Opening(name="findings", roles=INSIDE, in_menu=False),
        show=list_of(FINDING.name),
        reads_only=True,
    ),
    View(
        opening=Opening(name="report-inspection", roles=frozenset({"office"}), in_menu=False),
        show=report,
    ),
    View(opening=Opening(name="decide-finding", roles=JUDGES, in_menu=False), show=decide),
)
