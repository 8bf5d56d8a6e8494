"""One dispute with all that was said in it, the list of them (异议), and its one-tap deeds."""

from handlers.buttons import Button, go, is_number, pairs
from handlers.errands import Opening, View
from handlers.operations.disputes import move_dispute
from handlers.operations.disputes.dispute_card import buttons_for, card, line
from handlers.operations.disputes.dispute_terms import may_see, one_seen, waits_alone
from handlers.operations.disputes.dispute_todo import awaits
from handlers.talk import Talk
from scoring.disputes import Deed, is_open
from scoring.permissions import SEE_EVERYTHING
from scoring.refusals import NotFound
from storage import disputes
from storage.disputes import Dispute

ROLES = frozenset({"contact", "reporter", "reviewer", "office", "committee", "auditor"})
PAGE = 8


async def show(talk: Talk, arg: str) -> None:
    found, city = await _one(talk, arg), await talk.city()
    talk.say(
        await card(talk.conn, city, found, now=talk.now),
        buttons=buttons_for(talk.person, city, found),
    )
    files = await disputes.files_of(talk.conn, found.id)
    if talk.came.tap is None or not files:
        return
    for number, each in enumerate(files, start=1):
        talk.pass_on(each.file_id, each.kind, "dispute-file", number=str(found.id), at=number)


async def accept(talk: Talk, arg: str) -> None:
    await _act(talk, arg, "accept")


async def withdraw(talk: Talk, arg: str) -> None:
    """Ask once more, then take the dispute back: it cannot be raised a second time."""
    number, _, sure = arg.partition(".")
    if sure == "sure":
        await _act(talk, number, "withdraw")
        return
    found = await _one(talk, number)
    await move_dispute.movable(talk.conn, await talk.city(), talk.person, found.id, "withdraw")
    talk.say(
        "dispute-withdraw-sure",
        number=str(found.id),
        buttons=[
            [
                go("withdraw-dispute", "dispute-withdraw-yes", f"{found.id}.sure"),
                go("dispute", "button-back", str(found.id)),
            ]
        ],
    )


async def _act(talk: Talk, arg: str, deed: Deed) -> None:
    if not is_number(arg):
        raise NotFound("dispute-gone")
    await move_dispute.act(
        talk.conn, await talk.city(), talk.person, int(arg), deed, said="", now=talk.now
    )
    await show(talk, arg)


async def _one(talk: Talk, arg: str) -> Dispute:
    if not is_number(arg):
        raise NotFound("dispute-gone")
    return await one_seen(talk.conn, await talk.city(), talk.person, int(arg))


async def show_list(talk: Talk, arg: str) -> None:
    """Show the disputes that are this person's to see, the open ones first."""
    city = await talk.city()
    scope, _, page_text = arg.partition(".")
    wants_closed = scope == "closed"
    mine = await _mine(talk)
    chosen = [each for each in mine if is_open(each.state) != wants_closed]
    pages = max(1, -(-len(chosen) // PAGE))
    page = min(max(int(page_text) if is_number(page_text) else 1, 1), pages)
    here = chosen[(page - 1) * PAGE : page * PAGE]
    waiting = [
        each.id for each in chosen if await awaits(talk.conn, talk.person, city, each, now=talk.now)
    ]
    buttons = _list_buttons(
        talk, here, scope="closed" if wants_closed else "open", page=page, pages=pages
    )
    if not chosen:
        talk.say("disputes-none", closed=int(wants_closed), buttons=buttons)
        return
    talk.say(
        "disputes",
        closed=int(wants_closed),
        count=len(chosen),
        waiting=len(waiting),
        lines=[
            line(
                city,
                each,
                now=talk.now,
                alone=await waits_alone(talk.conn, city, each, now=talk.now),
            )
            for each in here
        ],
        page=page,
        pages=pages,
        buttons=buttons,
    )


async def _mine(talk: Talk) -> list[Dispute]:
    city, who = await talk.city(), talk.person
    found: list[Dispute] = []
    if any(role.kind in SEE_EVERYTHING for role in who.roles):
        found = await disputes.of_indicators(talk.conn, list(city.indicator_by_id))
    else:
        monitors = {*who.units_as("reporter"), *who.units_as("reviewer")}
        rows = [e.id for e in city.indicator_by_id.values() if e.monitoring_unit_id in monitors]
        found += await disputes.of_indicators(talk.conn, rows)
        for unit_id in who.units_as("contact"):
            found += await disputes.of_unit(talk.conn, unit_id, None)
    once = {each.id: each for each in found if may_see(who, city, each)}
    return sorted(once.values(), key=lambda each: each.id, reverse=True)


def _list_buttons(
    talk: Talk, here: list[Dispute], *, scope: str, page: int, pages: int
) -> list[list[Button]]:
    rows = pairs(
        [
            go("dispute", "button-dispute-number", str(each.id), number=str(each.id))
            for each in here
        ],
        4,
    )
    turn: list[Button] = []
    if page > 1:
        turn.append(go("disputes", "observations-previous", f"{scope}.{page - 1}"))
    if page < pages:
        turn.append(go("disputes", "observations-next", f"{scope}.{page + 1}"))
    other = "open" if scope == "closed" else "closed"
    rows += [turn, [go("disputes", "disputes-scope", other, scope=other)]]
    if talk.person.holds("contact"):
        rows.append([go("check", "button-check")])
    return [*rows, [go("todo", "button-todo"), go("start", "button-menu")]]


VIEWS = (
    View(opening=Opening(name="dispute", roles=ROLES, in_menu=False), show=show, reads_only=True),
    View(
        opening=Opening(name="disputes", commands=("disputes",), words=("异议",), roles=ROLES),
        show=show_list,
        reads_only=True,
    ),
    View(
        opening=Opening(name="accept-dispute", roles=frozenset({"contact"}), in_menu=False),
        show=accept,
    ),
    View(
        opening=Opening(name="withdraw-dispute", roles=frozenset({"contact"}), in_menu=False),
        show=withdraw,
    ),
)
