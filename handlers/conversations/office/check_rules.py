"""The office's view of the checks: how often each asked, was right or false, and tuning it."""

from decimal import Decimal
from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, go, pairs, step
from handlers.city import City
from handlers.conversations.the_office import OFFICE, only_the_office
from handlers.errands import Errand, Opening, Place, View, with_way_back
from handlers.grammar.answers import Number
from handlers.grammar.numbers import read_answer
from handlers.operations.clock import collecting
from handlers.operations.office import tune_check
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.refusals import NotFound
from scoring.tuning import RULES, THRESHOLDS, OddityKind
from storage import check_settings, questions
from storage.check_settings import Decision
from storage.questions import Tally

INDICATORS_SHOWN = 12
HUNDRED = 100


async def _latest(talk: Talk) -> Period:
    """Return the newest month that questions may have been asked about."""
    return await collecting.month_collected(talk.conn, await talk.city(), now=talk.now)


# --- looking -------------------------------------------------------------------------------------


async def show(talk: Talk, arg: str) -> None:
    """Show every rule of the year so far; with a rule's name, that one by indicator."""
    only_the_office(talk)
    until = await _latest(talk)
    tallies = await questions.tallies(talk.conn, since=Period(until.year, 1), until=until)
    decided = await check_settings.in_force(talk.conn, at=talk.now)
    if arg:
        await _show_rule(talk, tune_check.known_rule(arg), tallies, decided)
        return
    whole = {rule: _added([t for (r, _), t in tallies.items() if r == rule]) for rule in RULES}
    order = sorted(RULES, key=lambda rule: -whole[rule].asked)
    talk.say(
        "checks",
        until=until,
        lines=[_line(msg(f"odd-{rule}"), whole[rule], decided, rule, None) for rule in order],
        buttons=[
            *pairs([go("checks", f"odd-{rule}", rule) for rule in order], 2),
            [go("office", "button-office")],
        ],
    )


async def _show_rule(
    talk: Talk,
    rule: OddityKind,
    tallies: dict[tuple[OddityKind, int], Tally],
    decided: dict[tuple[OddityKind, int | None], Decision],
) -> None:
    city = await talk.city()
    own = {indicator_id: tally for (each, indicator_id), tally in tallies.items() if each == rule}
    tuned = {of: Tally() for (each, of) in decided if each == rule and of is not None}
    rows = sorted({**tuned, **own}.items(), key=lambda item: -item[1].asked)[:INDICATORS_SHOWN]
    talk.say(
        "checks-rule",
        rule=msg(f"odd-{rule}"),
        whole=_line(msg("checks-all"), _added(list(own.values())), decided, rule, None),
        threshold=_threshold(rule),
        lines=[
            _line(_name(city, indicator_id), tally, decided, rule, indicator_id)
            for indicator_id, tally in rows
        ],
        count=len(rows),
        buttons=[
            [go("tune-check", "checks-tune", rule)],
            [go("checks", "checks-back"), go("office", "button-office")],
        ],
    )


def _name(city: City, indicator_id: int) -> Msg:
    facts = city.indicator(indicator_id).indicator
    return msg("checks-indicator", code=facts.code, indicator=facts.name)


def _threshold(rule: OddityKind) -> Msg:
    if rule not in THRESHOLDS:
        return msg("checks-no-threshold")
    bounds = THRESHOLDS[rule]
    return msg(
        "checks-threshold",
        usual=f"{bounds.usual:f}",
        lowest=f"{bounds.lowest:f}",
        highest=f"{bounds.highest:f}",
        measured=bounds.measured,
    )


def _added(tallies: list[Tally]) -> Tally:
    total = Tally()
    for each in tallies:
        total.asked += each.asked
        for outcome, count in each.outcomes.items():
            total.outcomes[outcome] = total.of(outcome) + count
    return total


def _line(
    name: Msg,
    tally: Tally,
    decided: dict[tuple[OddityKind, int | None], Decision],
    rule: OddityKind,
    indicator_id: int | None,
) -> Msg:
    settled = tally.of("mended") + tally.of("false")
    decision = decided.get((rule, indicator_id))
    is_own = decision is not None and decision.state != "general"
    return msg(
        "checks-line",
        name=name,
        asked=tally.asked,
        mended=tally.of("mended"),
        false=tally.of("false"),
        vouched=tally.of("vouched"),
        rate=str(round(tally.of("false") * HUNDRED / settled)) if settled else "none",
        state=decision.state if decision is not None and is_own else "usual",
        threshold=f"{decision.threshold:f}" if decision and is_own and decision.threshold else "0",
    )


# --- tuning --------------------------------------------------------------------------------------


class Step(IntEnum):
    """Where the office stands that tunes a rule."""

    SCOPE = 1  # saved in the database: never renumber
    WHAT = 2
    REASON = 3
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.SCOPE]:
    only_the_office(talk)
    rule = tune_check.known_rule(arg or RULES[0])
    talk.data |= {"rule": rule, "indicator": 0, "state": "", "threshold": None}
    return Step.SCOPE


async def ask_scope(talk: Talk) -> None:
    city = await talk.city()
    until = await _latest(talk)
    tallies = await questions.tallies(talk.conn, since=Period(until.year, 1), until=until)
    asked = [of for (rule, of) in tallies if rule == talk.data["rule"]][:INDICATORS_SHOWN]
    buttons = [step("all", "tune-for-all")]
    buttons += [
        step("one", "verbatim", str(of), text=city.indicator(of).indicator.code) for of in asked
    ]
    talk.say("tune-scope", rule=_rule(talk), buttons=with_way_back(talk, pairs(buttons, 3)))


async def for_all(talk: Talk, _: str) -> Literal[Step.WHAT]:
    talk.data["indicator"] = 0
    return Step.WHAT


async def for_one(talk: Talk, arg: str) -> Literal[Step.WHAT]:
    city = await talk.city()
    year = (await _latest(talk)).year
    found = [
        row
        for scheme in city.schemes_of(year)
        for row in scheme.indicators
        if arg.strip().upper() == row.indicator.code or arg == str(row.id)
    ]
    if not found:
        raise NotFound("indicator-unknown", text=arg[:60])
    talk.data["indicator"] = found[0].id
    return Step.WHAT


async def ask_what(talk: Talk) -> None:
    rule = tune_check.known_rule(talk.data["rule"])
    own = [step("state", "tune-general", "general")] if talk.data["indicator"] else []
    buttons: list[list[Button]] = [
        [step("state", "tune-off", "off"), step("state", "tune-on", "on")],
        own,
    ]
    talk.say(
        "tune-what",
        rule=_rule(talk),
        scope=await _scope(talk),
        threshold=_threshold(rule),
        buttons=with_way_back(talk, buttons),
    )


async def state(talk: Talk, arg: str) -> Literal[Step.REASON]:
    if arg not in {"on", "off", "general"}:
        raise NotFound("button-outdated")
    talk.data |= {"state": arg, "threshold": None}
    return Step.REASON


async def threshold(talk: Talk, typed: str) -> Literal[Step.WHAT, Step.REASON]:
    answer = read_answer(typed.strip().rstrip("%倍"), unit_of_measure="")
    if not isinstance(answer, Number):
        talk.note("tune-not-a-number", text=typed[:60])
        return Step.WHAT
    tune_check.check_threshold(tune_check.known_rule(talk.data["rule"]), answer.value)
    talk.data |= {"state": "on", "threshold": f"{answer.value:f}"}
    return Step.REASON


async def ask_reason(talk: Talk) -> None:
    talk.say(
        "tune-reason",
        rule=_rule(talk),
        scope=await _scope(talk),
        state=talk.data["state"],
        threshold=talk.data["threshold"] or "0",
        buttons=with_way_back(talk, []),
    )


async def save(talk: Talk, reason: str) -> Literal[Step.DONE]:
    rule = tune_check.known_rule(talk.data["rule"])
    text: str | None = talk.data["threshold"]
    await tune_check.tune(
        talk.conn,
        await talk.city(),
        talk.person,
        rule,
        talk.data["indicator"] or None,
        state=talk.data["state"],
        threshold=None if text is None else Decimal(text),
        reason=reason,
        now=talk.now,
    )
    talk.say(
        "tune-done",
        rule=_rule(talk),
        scope=await _scope(talk),
        state=talk.data["state"],
        threshold=text or "0",
        buttons=[[go("checks", "checks-back", rule), go("office", "button-office")]],
    )
    return Step.DONE


def _rule(talk: Talk) -> Msg:
    return msg(f"odd-{talk.data['rule']}")


async def _scope(talk: Talk) -> Msg:
    if not talk.data["indicator"]:
        return msg("checks-all")
    return _name(await talk.city(), talk.data["indicator"])


VIEW = View(
    opening=Opening(name="checks", commands=("checks",), words=("核对规则",), roles=OFFICE),
    show=show,
    reads_only=True,
)
ERRAND = Errand(
    opening=Opening(name="tune-check", roles=OFFICE, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.SCOPE: Place(ask=ask_scope, on_tap={"all": for_all, "one": for_one}, on_text=for_one),
        Step.WHAT: Place(ask=ask_what, on_tap={"state": state}, on_text=threshold),
        Step.REASON: Place(ask=ask_reason, on_text=save),
    },
)
CONTENTS = (VIEW, ERRAND)
