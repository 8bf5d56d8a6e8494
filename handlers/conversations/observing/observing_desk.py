"""The office's desk for observations (观测台): what waits where, what is late, and who verifies."""

from collections import Counter

from handlers.buttons import Button, go, is_number, pairs
from handlers.conversations.observing.observation import show as show_one
from handlers.conversations.observing.observations_list import FILTERS, Listed, all_of_mine, passes
from handlers.conversations.the_office import OFFICE, only_the_office
from handlers.errands import Opening, View
from handlers.operations.observing.observation_parties import Parties
from handlers.operations.observing.observing_bulk import remind_many
from handlers.operations.observing.verifier_turn import assign, overturned
from handlers.talk import Talk
from handlers.texts import msg
from scoring.refusals import NotFound
from storage import observation_counts, observations, people, shortlists

DESK_LISTS = tuple(each for each in FILTERS if each != "closed")


async def show(talk: Talk, _: str) -> None:
    only_the_office(talk)
    listed = await all_of_mine(talk)
    counts = Counter(
        chosen for each in listed.found for chosen in FILTERS if passes(talk, listed, each, chosen)
    )
    talk.say(
        "observing",
        open=sum(passes(talk, listed, each, "all") for each in listed.found),
        verify=counts["filed"],
        unit=counts["with_unit"],
        observer=counts["with_observer"],
        office=counts["with_office"],
        fixed=sum(each.state == "fixed" for each in listed.found),
        overdue=counts["overdue"],
        closed=counts["closed"],
        buttons=[
            *pairs(_list_button(talk, listed, each) for each in DESK_LISTS),
            [go("bulk", "observing-bulk", "all"), go("verifiers", "button-verifiers")],
            [go("feedback", "button-feedback"), go("feedback-heat", "button-feedback-heat")],
            [go("observing-limits", "button-observing-limits"), go("office", "button-office")],
        ],
    )


def _list_button(talk: Talk, listed: Listed, chosen: str) -> Button:
    count = sum(passes(talk, listed, each, chosen) for each in listed.found)
    return go("observations", "observing-list", chosen, filter=chosen, count=count)


async def show_assign(talk: Talk, arg: str) -> None:
    """Offer who may verify an observation; *arg* is its number, then the one chosen or "turn"."""
    number, _, chosen = arg.partition(".")
    if not is_number(number):
        raise NotFound("observation-gone")
    if chosen:
        if chosen != "turn" and not is_number(chosen):
            raise NotFound("button-outdated")
        verifier_id = None if chosen == "turn" else int(chosen)
        who = await assign(
            talk.conn, await talk.city(), talk.person, int(number), verifier_id, now=talk.now
        )
        talk.hint("assign-done", name=who.row.name)
        await show_one(talk, number)
        return
    only_the_office(talk)
    found, parties = (
        await observations.one(talk.conn, int(number)),
        Parties(talk.conn, now=talk.now),
    )
    if found is None or await parties.seen_as(talk.person, found) != "office":
        raise NotFound("observation-gone")
    able = await parties.able_to_verify(found)
    rows = pairs(go("assign", "verbatim", f"{number}.{e.id}", text=e.row.name) for e in able)
    turn = [[go("assign", "assign-in-turn", f"{number}.turn")]] if able else []
    talk.say(
        "assign-whom",
        receipt=found.receipt,
        count=len(able),
        buttons=[*turn, *rows, [go("observation", "button-observation", number)]],
    )


async def star(talk: Talk, arg: str) -> None:
    only_the_office(talk)
    found = await observations.one(talk.conn, int(arg)) if is_number(arg) else None
    parties = Parties(talk.conn, now=talk.now)
    if found is None or await parties.seen_as(talk.person, found) != "office":
        raise NotFound("observation-gone")
    on = await shortlists.turn(talk.conn, talk.person.id, found.id)
    talk.hint("star-done", on=int(on))
    await show_one(talk, arg)


async def remind_one(talk: Talk, arg: str) -> None:
    if not is_number(arg):
        raise NotFound("observation-gone")
    done = await remind_many(talk.conn, await talk.city(), talk.person, [int(arg)], now=talk.now)
    talk.hint("remind-done" if done.done else "remind-nobody")


async def show_verifiers(talk: Talk, _: str) -> None:
    """Show how often each verifier's word was contested and overturned, with what it is of."""
    only_the_office(talk)
    everything = [each.id for each in await observations.everything(talk.conn)]
    histories = await observation_counts.histories(talk.conn, everything)
    names = await people.names(talk.conn)
    talk.say(
        "verifiers",
        lines=[
            msg(
                "verifiers-line",
                name=names.get(each.person_id, "—"),
                verdicts=each.verdicts,
                contested=each.contested,
                overturned=each.overturned,
            )
            for each in overturned(list(histories.values()))
        ]
        or msg("verifiers-none"),
        buttons=[[go("observing", "button-observing")]],
    )


VIEWS = (
    View(
        opening=Opening(name="observing", commands=("observing",), words=("观测台",), roles=OFFICE),
        show=show,
        reads_only=True,
    ),
    View(opening=Opening(name="assign", roles=OFFICE, in_menu=False), show=show_assign),
    View(opening=Opening(name="star", roles=OFFICE, in_menu=False), show=star),
    View(opening=Opening(name="remind-observation", roles=OFFICE, in_menu=False), show=remind_one),
    View(
        opening=Opening(name="verifiers", roles=OFFICE, in_menu=False),
        show=show_verifiers,
        reads_only=True,
    ),
)
