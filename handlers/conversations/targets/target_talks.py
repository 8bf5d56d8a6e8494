"""Talks about targets (目标商定): one's own list, one proposal with its rounds, and the answers."""

from handlers.buttons import Button, go, is_number, pairs
from handlers.errands import Opening, View
from handlers.operations.doer import doer
from handlers.operations.targets import answer_target as answers
from handlers.operations.targets import propose_targets as deeds
from handlers.operations.targets.agree_to_rest import agree_to_rest
from handlers.operations.targets.proposal_news import proposal_line
from handlers.operations.targets.target_terms import spoken_as
from handlers.operations.targets.target_todo import Talks, talks_of
from handlers.show import figure, plain
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.permissions import may_answer_for, may_propose_target, may_run_the_office
from scoring.refusals import NotAllowed, NotFound
from storage import proposals
from storage.proposals import Proposal, ProposalEvent

LIST_SHOWN = 12
INSIDE = frozenset({"office", "committee", "auditor", "contact", "reporter", "reviewer"})
SIDES = frozenset({"office", "reporter"})


# --- the unit's list -----------------------------------------------------------------------------


async def show_unit(talk: Talk, arg: str) -> None:
    """Show a unit everything proposed to it this year: "57 项，53 项待答复"."""
    unit_id = _number(arg)
    if not may_answer_for(talk.person.roles, unit_id=unit_id):
        raise NotAllowed("proposal-contact-only")
    city = await talk.city()
    every = await _of_year(talk, unit_id)
    waiting = [each for each in every if each.last.kind == "proposed"]
    shown = waiting[:LIST_SHOWN]
    counts = {"count": len(waiting), "others": len(every) - len(waiting)}
    seen = f"{unit_id}.{answers.newest_event(waiting)}"
    rest = [[go("agree-rest", "proposal-button-rest", seen, **counts)]]
    talk.say(
        "target-talk-unit",
        unit=city.unit(unit_id).name,
        count=len(every),
        waiting=len(waiting),
        countered=sum(each.last.kind == "countered" for each in every),
        ended=sum(each.last.kind in {"agreed", "decided"} for each in every),
        lines=[_numbered(number, proposal_line(city, each)) for number, each in _counted(shown)]
        or [msg("proposals-none")],
        more=len(waiting) - len(shown),
        buttons=[
            *(rest if waiting else []),
            *_numbers(shown),
            [go("targets", "button-targets"), go("todo", "button-todo")],
        ],
    )


async def agree_rest(talk: Talk, arg: str) -> None:
    """Say once more what would be agreed to, before it is."""
    unit_id, seen = _two(arg)
    if not may_answer_for(talk.person.roles, unit_id=unit_id):
        raise NotAllowed("proposal-contact-only")
    every = await _of_year(talk, unit_id)
    waiting = [each for each in every if each.last.kind == "proposed" and each.last.id <= seen]
    if not waiting:
        raise NotFound("proposal-nothing-left")
    talk.say(
        "proposal-agree-rest",
        unit=(await talk.city()).unit(unit_id).name,
        count=len(waiting),
        of=len(every),
        countered=sum(each.last.kind == "countered" for each in every),
        buttons=[
            [go("agree-rest-sure", "proposal-button-sure", arg, count=len(waiting))],
            [go("target-talk", "proposal-button-back", str(unit_id))],
        ],
    )


async def agree_rest_sure(talk: Talk, arg: str) -> None:
    unit_id, seen = _two(arg)
    done = await agree_to_rest(
        talk.conn, await talk.city(), talk.person, unit_id, seen=seen, now=talk.now
    )
    talk.note("proposals-agreed", count=len(done), adjust=_count_unadjusted(done))
    await show_unit(talk, str(unit_id))


# --- one proposal --------------------------------------------------------------------------------


async def show_one(talk: Talk, arg: str) -> None:
    """Show one proposal with everything said, and what this person may do about it."""
    made = await deeds.visible(talk.conn, await talk.city(), talk.person, _number(arg))
    await say_one(talk, made)


async def say_one(talk: Talk, made: Proposal) -> None:
    city = await talk.city()
    row, unit = city.indicator(made.indicator_id), city.unit(made.unit_id)
    held = await deeds.held_target(talk.conn, city, row, unit.id, now=talk.now)
    talk.say(
        "proposal-shown",
        code=row.indicator.code,
        indicator=row.indicator.name,
        measure=row.indicator.unit_of_measure,
        unit=unit.name,
        held=figure(held.target if held else None),
        held_base=figure(held.base if held else None),
        base=figure(made.last.base),
        moved=int(held is not None and made.last.base not in (None, held.base)),
        rounds=made.rounds,
        lines=[await _event(talk, made, each) for each in made.events],
        state=made.last.kind,
        until=made.last.answer_until or talk.now,
        over=int(made.last.answer_until is not None and made.last.answer_until <= talk.now),
        adjust=_count_unadjusted([made]),
        buttons=[
            *_ways(talk, made, speaks=deeds.speaks_for_side(city, talk.person, made)),
            [go("targets", "button-targets"), go("todo", "button-todo")],
        ],
    )


def _ways(talk: Talk, made: Proposal, *, speaks: bool) -> list[list[Button]]:
    if not made.is_open:
        return []
    arg = f"{made.id}.{made.last.id}"
    ways: list[list[Button]] = []
    if made.last.kind == "proposed":
        if may_answer_for(talk.person.roles, unit_id=made.unit_id):
            agree = go("agree-target", "proposal-button-agree", arg)
            ways.append([agree, go("answer-target", "proposal-button-counter", f"counter.{arg}")])
    elif speaks:
        ways.append(
            [
                go("accept-target", "proposal-button-accept", arg),
                go("answer-target", "proposal-button-again", f"again.{arg}"),
            ]
        )
    may_decide = may_run_the_office(talk.person.roles) and answers.may_be_decided(
        made, now=talk.now
    )
    if may_decide:
        ways.append([go("answer-target", "proposal-button-decide", f"decide.{arg}")])
    if speaks:
        ways.append([go("withdraw-target", "proposal-button-withdraw", str(made.id))])
    return ways


async def agree(talk: Talk, arg: str) -> None:
    proposal_id, seen = _two(arg)
    made = await answers.agree(
        talk.conn, await talk.city(), talk.person, proposal_id, seen=seen, now=talk.now
    )
    talk.hint("proposal-agreed-hint")
    await say_one(talk, made)


async def accept(talk: Talk, arg: str) -> None:
    proposal_id, seen = _two(arg)
    made = await answers.accept(
        talk.conn, await talk.city(), talk.person, proposal_id, seen=seen, now=talk.now
    )
    talk.hint("proposal-agreed-hint")
    await say_one(talk, made)


async def withdraw(talk: Talk, arg: str) -> None:
    made = await deeds.withdraw(
        talk.conn, await talk.city(), talk.person, _number(arg), now=talk.now
    )
    talk.hint("proposal-withdrawn-hint")
    await say_one(talk, made)


# --- the proposers' list -------------------------------------------------------------------------


async def show_all(talk: Talk, arg: str) -> None:
    """Show the proposers every open talk of theirs: what waits for them comes first."""
    city = await talk.city()
    talks = await talks_of(talk.conn, talk.person, city, now=talk.now)
    mine = [
        each
        for each in await proposals.open_ones(talk.conn)
        if may_propose_target(
            talk.person.roles,
            monitoring_unit_id=city.indicator(each.indicator_id).monitoring_unit_id,
        )
    ]
    chosen = list(talks.overdue) if arg == "overdue" else _sorted(mine, talks)
    shown = chosen[:LIST_SHOWN]
    talk.say(
        "target-talks",
        count=len(mine),
        countered=len(talks.countered),
        overdue=len(talks.overdue),
        lines=[_numbered(number, proposal_line(city, each)) for number, each in _counted(shown)]
        or [msg("proposals-none")],
        more=len(chosen) - len(shown),
        buttons=[
            *_numbers(shown),
            [go("propose-targets", "button-propose-targets"), go("targets", "button-targets")],
        ],
    )


def _sorted(mine: list[Proposal], talks: Talks) -> list[Proposal]:
    first = {each.id for each in (*talks.countered, *talks.overdue)}
    return sorted(mine, key=lambda each: (each.id not in first, each.id))


async def _of_year(talk: Talk, unit_id: int) -> list[Proposal]:
    """Return a unit's proposals of this year's and later schemes, one a cell, the newest."""
    city = await talk.city()
    ids = [
        row.id
        for scheme in city.schemes
        if scheme.scheme.year >= talk.today.year
        for row in scheme.indicators
    ]
    found = await proposals.of_units(talk.conn, [unit_id], indicator_ids=ids)
    newest = {each.indicator_id: each for each in found}
    return [each for each in newest.values() if each.last.kind != "withdrawn"]


async def _event(talk: Talk, made: Proposal, event: ProposalEvent) -> Msg:
    city = await talk.city()
    acting = spoken_as(city, made, event.kind)
    return msg(
        f"proposal-event-{event.kind}",
        at=event.at,
        name=await doer(talk.conn, event.by, acting, at=event.at),
        goal=plain(event.goal) if event.goal is not None else "—",
        reason=msg("proposal-event-reason", reason=event.reason)
        if event.reason
        else msg("nothing"),
    )


def _count_unadjusted(ended: list[Proposal]) -> int:
    return sum(
        each.last.kind in {"agreed", "decided"} and each.last.target_id is None for each in ended
    )


def _counted(shown: list[Proposal]) -> list[tuple[int, Proposal]]:
    return list(enumerate(shown, start=1))


def _numbered(number: int, item: Msg) -> Msg:
    return msg("todo-line", number=number, item=item)


def _numbers(shown: list[Proposal]) -> list[list[Button]]:
    return pairs(
        [go("proposal", "todo-open", str(each.id), number=n) for n, each in _counted(shown)], 4
    )


def _number(arg: str) -> int:
    if not is_number(arg):
        raise NotFound("proposal-gone")
    return int(arg)


def _two(arg: str) -> tuple[int, int]:
    first, _, second = arg.partition(".")
    return _number(first), _number(second)


VIEWS = (
    View(
        opening=Opening(name="target-talk", roles=frozenset({"contact"}), in_menu=False),
        show=show_unit,
    ),
    View(
        opening=Opening(name="agree-rest", roles=frozenset({"contact"}), in_menu=False),
        show=agree_rest,
    ),
    View(
        opening=Opening(name="agree-rest-sure", roles=frozenset({"contact"}), in_menu=False),
        show=agree_rest_sure,
    ),
    View(opening=Opening(name="proposal", roles=INSIDE, in_menu=False), show=show_one),
    View(
        opening=Opening(name="agree-target", roles=frozenset({"contact"}), in_menu=False),
        show=agree,
    ),
    View(opening=Opening(name="accept-target", roles=SIDES, in_menu=False), show=accept),
    View(opening=Opening(name="withdraw-target", roles=SIDES, in_menu=False), show=withdraw),
    View(opening=Opening(name="target-talks", roles=SIDES, in_menu=False), show=show_all),
)
