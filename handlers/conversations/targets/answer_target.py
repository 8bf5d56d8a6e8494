"""Answer about a target with another one, and say why: the unit, its proposer, or the office.

The unit counters, its proposer proposes again, the office decides; each sees both before it counts.
"""

from decimal import Decimal
from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, is_number, step
from handlers.conversations.targets.target_talks import SIDES, say_one
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.answers import Number, Unreadable
from handlers.grammar.figures import read_figures
from handlers.operations.targets import answer_target as deeds
from handlers.operations.targets.propose_targets import REASON_MAX, check_side, visible
from handlers.operations.targets.retarget_terms import NewTarget
from handlers.show import plain
from handlers.talk import Talk
from handlers.texts import msg
from scoring.permissions import may_answer_for, may_run_the_office
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage.proposals import Proposal

VERBS = ("counter", "again", "decide")


class Step(IntEnum):
    """Where somebody stands who names another target. A return type is the outgoing arrows."""

    GOAL = 1  # saved in the database: never renumber
    REASON = 2
    CONFIRM = 3
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.GOAL]:
    verb, _, rest = arg.partition(".")
    proposal_id, _, seen = rest.partition(".")
    if verb not in VERBS or not is_number(proposal_id) or not is_number(seen):
        raise NotFound("proposal-gone")
    talk.data |= {"verb": verb, "proposal": int(proposal_id), "seen": int(seen)}
    await _checked(talk)
    return Step.GOAL


async def ask_goal(talk: Talk) -> None:
    made = await _checked(talk)
    city = await talk.city()
    row = city.indicator(made.indicator_id)
    talk.say(
        f"answer-target-ask-{talk.data['verb']}",
        code=row.indicator.code,
        indicator=row.indicator.name,
        measure=row.indicator.unit_of_measure,
        unit=city.unit(made.unit_id).short_name,
        goal=plain(made.last.goal or Decimal(0)),
        base=plain(made.last.base) if made.last.base is not None else "—",
        buttons=with_way_back(talk, _choices(talk, made)),
    )


def _choices(talk: Talk, made: Proposal) -> list[list[Button]]:
    """Offer the office both sides' last targets, to decide with one tap."""
    if talk.data["verb"] != "decide":
        return []
    ways: list[list[Button]] = []
    for kind, label in (
        ("proposed", "answer-target-as-proposed"),
        ("countered", "answer-target-as-unit"),
    ):
        goal = next((e.goal for e in reversed(made.events) if e.kind == kind), None)
        if goal is not None:
            ways.append([step("goal", label, f"{goal:f}", goal=plain(goal))])
    return ways


async def goal_tapped(talk: Talk, arg: str) -> Literal[Step.GOAL, Step.REASON]:
    return await goal_typed(talk, arg)


async def goal_typed(talk: Talk, typed: str) -> Literal[Step.GOAL, Step.REASON]:
    made = await _checked(talk)
    row = (await talk.city()).indicator(made.indicator_id)
    read = read_figures(typed, unit_of_measure=row.indicator.unit_of_measure)
    if not isinstance(read.answer, Number):
        reason = (
            read.answer.reason if isinstance(read.answer, Unreadable) else msg("goal-not-a-number")
        )
        talk.note("file-problem", text=typed[:40], reason=reason)
        return Step.GOAL
    if talk.data["verb"] != "decide" and read.answer.value == made.last.goal:
        same = "proposal-counter-same" if talk.data["verb"] == "counter" else "proposal-again-same"
        talk.note(same)
        return Step.GOAL
    talk.data["goal"] = f"{read.answer.value:f}"
    talk.data["base"] = None if read.base is None else f"{read.base:f}"
    return Step.REASON


async def ask_reason(talk: Talk) -> None:
    await _checked(talk)
    talk.say("answer-target-ask-reason", most=REASON_MAX, buttons=with_way_back(talk, []))


async def reason_typed(talk: Talk, typed: str) -> Literal[Step.REASON, Step.CONFIRM]:
    said = " ".join(typed.split())
    if len(said) > REASON_MAX:
        talk.note("answer-target-reason-long", most=REASON_MAX, length=len(said))
        return Step.REASON
    talk.data["reason"] = deeds.checked_reason(said)
    return Step.CONFIRM


async def ask_confirm(talk: Talk) -> None:
    made = await _checked(talk)
    city = await talk.city()
    row = city.indicator(made.indicator_id)
    talk.say(
        "answer-target-confirm",
        verb=talk.data["verb"],
        code=row.indicator.code,
        indicator=row.indicator.name,
        measure=row.indicator.unit_of_measure,
        unit=city.unit(made.unit_id).short_name,
        old=plain(made.last.goal or Decimal(0)),
        new=plain(Decimal(talk.data["goal"])),
        reason=talk.data["reason"],
        buttons=with_way_back(talk, [[step("send", "answer-target-send")]]),
    )


async def send(talk: Talk, _: str) -> Literal[Step.DONE]:
    base = talk.data["base"]
    new = NewTarget(Decimal(talk.data["goal"]), None if base is None else Decimal(base))
    deed = {"counter": deeds.counter, "again": deeds.propose_again, "decide": deeds.decide}
    made = await deed[talk.data["verb"]](
        talk.conn,
        await talk.city(),
        talk.person,
        talk.data["proposal"],
        new,
        reason=talk.data["reason"],
        seen=talk.data["seen"],
        now=talk.now,
    )
    talk.note(f"answer-target-done-{talk.data['verb']}")
    await say_one(talk, made)
    return Step.DONE


async def _checked(talk: Talk) -> Proposal:
    """Return the proposal this answer is about; raise the refusal that the deed would raise."""
    city = await talk.city()
    made = await visible(talk.conn, city, talk.person, talk.data["proposal"])
    if not made.is_open:
        raise Outdated("proposal-ended")
    if made.last.id != talk.data["seen"]:
        raise Outdated("proposal-moved-on")
    match talk.data["verb"]:
        case "counter":
            if not may_answer_for(talk.person.roles, unit_id=made.unit_id):
                raise NotAllowed("proposal-contact-only")
        case "again":
            check_side(city, talk.person, made)
        case _:
            if not may_run_the_office(talk.person.roles):
                raise NotAllowed("proposal-office-decides")
            if not deeds.may_be_decided(made, now=talk.now):
                raise Refusal("proposal-unit-has-time", until=made.last.answer_until or talk.now)
    return made


ERRAND = Errand(
    opening=Opening(name="answer-target", roles=SIDES | {"contact"}, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.GOAL: Place(ask=ask_goal, on_tap={"goal": goal_tapped}, on_text=goal_typed),
        Step.REASON: Place(ask=ask_reason, on_text=reason_typed),
        Step.CONFIRM: Place(ask=ask_confirm, on_tap={"send": send}, on_text=reason_typed),
    },
)
