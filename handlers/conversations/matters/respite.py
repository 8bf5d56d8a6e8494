"""More time for a matter (延期): how a request stands, one tap to grant it, how often it may be."""

from handlers.buttons import Button, go, is_number, pairs
from handlers.errands import Opening, View
from handlers.operations.matters import respite_news as news
from handlers.operations.matters import respite_rules as rules
from handlers.operations.matters import respites
from handlers.operations.matters.instruct_button import under_number
from handlers.operations.matters.matter_terms import LISTS, name_of, sides_of
from handlers.talk import Talk
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound
from scoring.respites import ASKABLE, MOST_OFFERED
from storage import respites as requests
from storage.matters import Matter
from storage.respites import Respite

ROLES = frozenset({"contact", "leader", "committee", "office", "auditor"})
ANSWERERS = frozenset({"leader", "committee", "office"})


async def show(talk: Talk, arg: str) -> None:
    asked, found = await rules.seen(talk.conn, talk.person, _number(arg))
    await show_card(talk, asked, found)


async def show_card(talk: Talk, asked: Respite, found: Matter) -> None:
    """Show a request with whatever this person may do about it now."""
    city = await talk.city()
    rows: list[list[Button]] = []
    if asked.is_open and rules.is_answerer(talk.person, found):
        rows += [list(row) for row in news.answer_buttons(city, found, asked)]
    else:
        rows.append([go("matter", "button-matter", str(found.id), name=name_of(found))])
    if asked.is_open and rules.asking_side(found) in sides_of(talk.person, found):
        rows.append([go("withdraw-respite", "respite-withdraw", str(asked.id))])
    talk.say(
        await news.card(talk.conn, city, found, asked),
        buttons=[
            *rows,
            under_number(talk.person, "matter", found.id, [found.unit_id]),
            [go("todo", "button-todo")],
        ],
    )


async def grant(talk: Talk, arg: str) -> None:
    said = await respites.grant(
        talk.conn, await talk.city(), talk.person, _number(arg), now=talk.now
    )
    await _answered(talk, said)


async def withdraw(talk: Talk, arg: str) -> None:
    said = await respites.withdraw(
        talk.conn, await talk.city(), talk.person, _number(arg), now=talk.now
    )
    await _answered(talk, said)


async def _answered(talk: Talk, said: Respite) -> None:
    talk.services.wake()
    said, found = await rules.seen(talk.conn, talk.person, said.id)
    await show_card(talk, said, found)


async def limit(talk: Talk, arg: str) -> None:
    """Show how often a matter may be given more time; with ".3" set it."""
    if not may_run_the_office(talk.person.roles):
        raise NotAllowed("not-for-your-role")
    course, _, most = arg.partition(".")
    if course not in ASKABLE:
        raise NotFound("button-outdated")
    if is_number(most):
        await respites.set_most(talk.conn, talk.person, course, int(most), now=talk.now)
        talk.hint("respite-limit-set", most=int(most))
    now_most = await requests.most(talk.conn, course)
    talk.say(
        "respite-limit",
        course=course,
        most=now_most,
        buttons=[
            *pairs(
                (
                    go("respite-limit", "respite-times", f"{course}.{each}", times=each)
                    for each in MOST_OFFERED
                    if each != now_most
                ),
                4,
            ),
            [go(LISTS[course], "button-matters", course=course)],
        ],
    )


def _number(arg: str) -> int:
    if not is_number(arg):
        raise NotFound("matter-gone")
    return int(arg)


VIEWS = (
    View(opening=Opening(name="respite", roles=ROLES, in_menu=False), show=show, reads_only=True),
    View(opening=Opening(name="grant-respite", roles=ANSWERERS, in_menu=False), show=grant),
    View(opening=Opening(name="withdraw-respite", roles=ROLES, in_menu=False), show=withdraw),
    View(
        opening=Opening(name="respite-limit", roles=frozenset({"office"}), in_menu=False),
        show=limit,
    ),
)
