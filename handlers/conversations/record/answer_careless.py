"""Decide whether a unit collects its figures carelessly: what the rule counted, and a reason."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.errands import Errand, Opening, Place, View, with_way_back
from handlers.operations.matters.instruct_button import under_unit
from handlers.operations.record import careless as deeds
from handlers.operations.record.lapses import lapses
from handlers.show import because_lines
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.permissions import may_rate_analysis, may_see_reporting
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from scoring.reporting_record import reporting_record
from storage import careless
from storage.careless import Careless

OFFICE = frozenset({"office"})
READY = {"found": ("repeated", "unchecked"), "dropped": ("explained", "source")}
LINES_SHOWN = 12


class Step(IntEnum):
    """Where the clerk stands who decides."""

    WORDS = 1  # saved in the database: never renumber
    DONE = -1


async def show(talk: Talk, arg: str) -> None:
    """Show what the rule counted, and the two answers to whoever may give one."""
    found = await _found(talk, arg)
    city = await talk.city()
    unit = city.unit(found.unit_id)
    if not may_see_reporting(talk.person.roles, monitoring_unit_id=unit.id):
        raise NotAllowed("reporting-not-yours")
    answers = [[go("answer-careless", f"careless-{each}", f"{found.id}.{each}") for each in READY]]
    may = may_rate_analysis(talk.person.roles, monitoring_unit_id=unit.id)
    talk.say(
        "careless",
        unit=unit.name,
        span=deeds.span_words(found.span),
        errors=found.errors,
        lines=await _lines(talk, found),
        outcome=found.outcome or "open",
        reason=found.reason,
        by=await deeds.decided_by(talk.conn, found),
        buttons=[
            *(answers if may and found.outcome is None else []),
            [go("record", "record-quarter", f"{unit.code}.{found.span}")],
            under_unit(talk.person, unit, str(deeds.months_of(found.span)[-1]), kind="record"),
            [go("todo", "button-todo"), go("start", "button-menu")],
        ],
    )


async def _lines(talk: Talk, found: Careless) -> list[Msg]:
    city = await talk.city()
    scheme = next(each for each in city.schemes if each.id == found.scheme_id)
    wrong = [
        each
        for each in await lapses(
            talk.conn,
            city,
            city.unit(found.unit_id),
            scheme,
            deeds.months_of(found.span),
            now=talk.now,
        )
        if each.kind in deeds.ERRORS
    ]
    accuracy = reporting_record(wrong, scheme.scheme.record).because.parts[1]
    return [*because_lines(accuracy)[1:][:LINES_SHOWN]]


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    head, _, outcome = arg.partition(".")
    found = await _found(talk, head)
    if not may_rate_analysis(talk.person.roles, monitoring_unit_id=found.unit_id):
        raise NotAllowed("analysis-not-yours-to-rate")
    if outcome not in READY:
        raise Refusal("button-outdated")
    if found.outcome is not None:
        raise Outdated("careless-decided")
    talk.data |= {"careless": found.id, "outcome": outcome}
    return Step.WORDS


async def ask_words(talk: Talk) -> None:
    found = await _found(talk, str(talk.data["careless"]))
    outcome: str = talk.data["outcome"]
    ready = [[step("ready", f"careless-reason-{each}", each)] for each in READY[outcome]]
    talk.say(
        "careless-ask-reason",
        unit=(await talk.city()).unit(found.unit_id).short_name,
        outcome=outcome,
        buttons=with_way_back(talk, ready),
    )


async def ready(talk: Talk, arg: str) -> Literal[Step.DONE]:
    if arg not in READY[talk.data["outcome"]]:
        raise Refusal("button-outdated")
    return await words(talk, talk.services.texts.plain("zh", msg(f"careless-reason-{arg}")))


async def words(talk: Talk, typed: str) -> Literal[Step.DONE]:
    city = await talk.city()
    done = await deeds.answer(
        talk.conn,
        city,
        talk.person,
        talk.data["careless"],
        talk.data["outcome"],
        reason=typed,
        now=talk.now,
    )
    unit = city.unit(done.unit_id)
    talk.say(
        "careless-done",
        unit=unit.short_name,
        outcome=talk.data["outcome"],
        reason=done.reason,
        buttons=[
            [go("record", "record-quarter", f"{unit.code}.{done.span}")],
            [go("todo", "button-todo"), go("start", "button-menu")],
        ],
    )
    return Step.DONE


async def _found(talk: Talk, arg: str) -> Careless:
    found = await careless.one(talk.conn, int(arg)) if is_number(arg) else None
    if found is None:
        raise NotFound("careless-gone")
    return found


CONTENTS = (
    View(
        opening=Opening(
            name="careless",
            roles=frozenset({"office", "reporter", "reviewer", "auditor", "committee", "leader"}),
            in_menu=False,
        ),
        show=show,
        reads_only=True,
    ),
    Errand(
        opening=Opening(name="answer-careless", roles=OFFICE, in_menu=False),
        steps=Step,
        begin=begin,
        places={Step.WORDS: Place(ask=ask_words, on_tap={"ready": ready}, on_text=words)},
    ),
)
