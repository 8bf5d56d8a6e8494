"""Release a month: look at everything that would go out, then send exactly that."""

from collections.abc import Sequence

from handlers.buttons import go
from handlers.city import City
from handlers.errands import Opening, View
from handlers.operations.clock import collecting
from handlers.operations.disputes import dispute_card
from handlers.operations.months.publish_month import prepare_cards
from handlers.operations.months.release_period import ReleasePlan, plan_release, release
from handlers.show import percent
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.refusals import NotFound, Outdated
from storage.units import UnitRow

UNITS_NAMED = 10
CODES_NAMED = 20


async def show(talk: Talk, arg: str) -> None:
    """Show the plan. It only reads, so nobody waits while the units' cards are computed."""
    city, boards = await talk.city(), talk.services.boards
    period = await _month(talk, arg.partition(".")[0])
    plan = await plan_release(talk.conn, city, boards, talk.person, period, now=talk.now)
    await prepare_cards(talk.conn, city, boards, plan.months, plan.recipients)
    _say_plan(talk, city, plan)


async def go_out(talk: Talk, arg: str) -> None:
    """Release what was shown under this code; where that has moved, show the new plan."""
    text, _, code = arg.partition(".")
    city, boards, period = await talk.city(), talk.services.boards, await _month(talk, text)
    try:
        plan = await release(talk.conn, city, boards, talk.person, period, code=code, now=talk.now)
    except Outdated as moved:
        talk.note(moved.message_id, **moved.given)
        plan = await plan_release(talk.conn, city, boards, talk.person, period, now=talk.now)
        _say_plan(talk, city, plan)
    else:
        _say_released(talk, plan)


async def _month(talk: Talk, text: str) -> Period:
    if not text.strip():
        return await collecting.month_at_the_office(talk.conn, await talk.city(), now=talk.now)
    try:
        return Period.parse(text)
    except ValueError:
        raise NotFound("month-unknown", text=text[:60]) from None


def _say_plan(talk: Talk, city: City, plan: ReleasePlan) -> None:
    who = plan.recipients
    talk.say(
        "release-plan",
        period=plan.period,
        code=plan.code,
        schemes=[_scheme_line(plan, number) for number in range(len(plan.states))],
        leaders=len(who.leaders_reached),
        leaders_all=len(who.leaders),
        units=len({unit.id for unit, _ in who.contacts_reached}),
        contacts=len(who.contacts_reached),
        contacts_all=len(who.contacts),
        channels=len(who.destinations),
        alone=_alone(who.units_alone),
        bottom=_bottom(plan),
        disputed=dispute_card.named(
            city, [each for state in plan.states for each in state.disputed]
        ),
        text=plan.leaders_text,
        buttons=[
            [go("release-now", "release-confirm", f"{plan.period}.{plan.code}")],
            [go("freeze-month", "clock-button-month", str(plan.period))],
        ],
    )


def _say_released(talk: Talk, plan: ReleasePlan) -> None:
    who = plan.recipients
    talk.say(
        "release-done",
        period=plan.period,
        leaders=len(who.leaders_reached),
        contacts=len(who.contacts_reached),
        channels=len(who.destinations),
        alone=len(who.units_alone),
        buttons=[[go("office", "button-office", str(plan.period))]],
    )


def _scheme_line(plan: ReleasePlan, number: int) -> Msg:
    state = plan.states[number]
    return msg(
        "release-scheme",
        scheme=state.scheme.scheme.name,
        coverage=percent(state.coverage_pct),
        waiting=len(state.waiting),
        missing=len(state.missing),
        missing_codes=_codes([row.indicator.code for row in state.missing]),
    )


def _codes(codes: Sequence[str]) -> str:
    return " ".join([*codes[:CODES_NAMED], *(["…"] if len(codes) > CODES_NAMED else [])])


def _alone(units: Sequence[UnitRow]) -> Msg:
    if not units:
        return msg("release-all-reached")
    return msg(
        "release-units-alone",
        count=len(units),
        lines=[msg("release-unit", unit=unit.short_name) for unit in units[:UNITS_NAMED]],
        more=max(0, len(units) - UNITS_NAMED),
    )


def _bottom(plan: ReleasePlan) -> Msg:
    lines = [
        msg("release-bottom-line", category=month.category, unit=line.unit_name)
        for month in plan.months
        for line in month.ranked
        if line.is_bottom
    ]
    return msg("release-bottom", lines=lines) if lines else msg("release-no-bottom")


VIEW = View(
    opening=Opening(
        name="release-month",
        commands=("release",),
        words=("发布",),
        roles=frozenset({"office"}),
    ),
    show=show,
    reads_only=True,
)
CONTENTS = (
    VIEW,
    View(
        opening=Opening(name="release-now", roles=frozenset({"office"}), in_menu=False), show=go_out
    ),
)
