"""Freeze a month by hand after a preview; reopen one indicator of a frozen month for a while."""

from datetime import date, datetime
from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, go, pairs, step
from handlers.errands import Errand, Opening, Place, View, with_way_back
from handlers.operations.clock import collecting, deadlines
from handlers.operations.disputes import dispute_card
from handlers.operations.months import freeze_period
from handlers.operations.months.freeze_period import MonthState
from handlers.show import percent
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.due import DUE_TIME
from scoring.model import Period
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound
from storage.schemes import IndicatorRow

OFFICE = frozenset({"office"})
NAMED_MOST = 12
READY_DAYS = (1, 2, 3, 5)


class Step(IntEnum):
    """Where the office stands while it reopens. A step's return type is its outgoing arrows."""

    INDICATOR = 1  # saved in the database: never renumber
    REASON = 2
    UNTIL = 3
    CONFIRM = 4
    DONE = -1


# --- the month, and its freeze -----------------------------------------------------------------


async def show(talk: Talk, arg: str) -> None:
    _only_the_office(talk)
    text, _, deed = arg.partition(".")
    period = await month_asked(talk, text)
    if deed == "now":
        city = await talk.city()
        frozen = await freeze_period.freeze_by_hand(
            talk.conn, city, talk.services.boards, talk.person, period, now=talk.now
        )
        talk.note("freeze-done", period=period, count=len(frozen))
    await _show_month(talk, period)


async def _show_month(talk: Talk, period: Period) -> None:
    city = await talk.city()
    states = await freeze_period.month_states(
        talk.conn, city, talk.services.boards, period, now=talk.now
    )
    is_over = talk.today > period.end_on
    is_open = any(each.locked_since is None for each in states)
    buttons = [[go("freeze-month", "freeze-now", f"{period}.now")]] if is_open and is_over else []
    if not is_open:
        buttons.append([go("reopen", "clock-button-reopen", str(period))])
        buttons.append([go("release-month", "clock-button-release", str(period))])
    talk.say(
        "freeze-month",
        period=period,
        planned=(await deadlines.of_period(talk.conn, city, period)).freeze_of(period).shown,
        lines=[state_line(each) for each in states],
        waiting=await _named(talk, states, waiting=True),
        missing=await _named(talk, states, waiting=False),
        disputed=dispute_card.named(city, [each for state in states for each in state.disputed]),
        buttons=[*buttons, [go("office", "button-office", str(period))]],
    )


def state_line(state: MonthState) -> Msg:
    """Return how a scheme's month stands, as one line of the office's previews."""
    given = {
        "scheme": state.scheme.scheme.name,
        "coverage": percent(state.coverage_pct),
        "waiting": len(state.waiting),
        "missing": len(state.missing),
    }
    if state.locked_since is None:
        return msg("month-state-open", **given)
    return msg("month-state-frozen", **given, since=state.locked_since)


async def _named(talk: Talk, states: list[MonthState], *, waiting: bool) -> Msg:
    city = await talk.city()
    rows = [
        row
        for state in states
        for row in (
            [city.indicator(each.indicator_id) for each in state.waiting]
            if waiting
            else state.missing
        )
    ]
    if not rows:
        return msg("month-none")
    lines = [
        msg(
            "month-indicator",
            code=row.indicator.code,
            indicator=row.indicator.name,
            unit=city.unit(row.monitoring_unit_id).short_name,
        )
        for row in rows[:NAMED_MOST]
    ]
    return msg("month-indicators", lines=lines, more=max(0, len(rows) - NAMED_MOST))


# --- reopening one indicator -------------------------------------------------------------------


async def begin(talk: Talk, arg: str) -> Literal[Step.INDICATOR]:
    _only_the_office(talk)
    period = await month_asked(talk, arg)
    talk.data |= {"period": str(period), "indicator": 0, "reason": "", "until": ""}
    return Step.INDICATOR


async def ask_indicator(talk: Talk) -> None:
    city, period = await talk.city(), _period(talk)
    states = await freeze_period.month_states(
        talk.conn, city, talk.services.boards, period, now=talk.now
    )
    likely = [row for state in states for row in state.missing][:NAMED_MOST]
    buttons = pairs(
        step("pick", "reopen-pick", str(row.id), code=row.indicator.code) for row in likely
    )
    talk.say("reopen-which", period=period, count=len(likely), buttons=with_way_back(talk, buttons))


async def pick(talk: Talk, arg: str) -> Literal[Step.INDICATOR, Step.REASON]:
    return await _take(talk, [row for row in await _rows(talk) if str(row.id) == arg], arg)


async def type_indicator(talk: Talk, typed: str) -> Literal[Step.INDICATOR, Step.REASON]:
    sought = typed.strip().casefold()
    rows = await _rows(talk)
    exact = [row for row in rows if row.indicator.code.casefold() == sought]
    return await _take(talk, exact or [row for row in rows if sought in row.indicator.name], typed)


async def _take(
    talk: Talk, found: list[IndicatorRow], typed: str
) -> Literal[Step.INDICATOR, Step.REASON]:
    if len(found) != 1:
        talk.note("reopen-not-one", text=typed[:60], count=len(found))
        return Step.INDICATOR
    talk.data["indicator"] = found[0].id
    return Step.REASON


async def ask_reason(talk: Talk) -> None:
    row = await _row(talk)
    talk.say(
        "reopen-why",
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=_period(talk),
        most=freeze_period.REASON_MAX,
        buttons=with_way_back(talk, []),
    )


async def type_reason(talk: Talk, typed: str) -> Literal[Step.REASON, Step.UNTIL]:
    if len(typed) > freeze_period.REASON_MAX:
        talk.note("reopen-why-long", most=freeze_period.REASON_MAX, length=len(typed))
        return Step.REASON
    talk.data["reason"] = typed
    return Step.UNTIL


async def ask_until(talk: Talk) -> None:
    city = await talk.city()
    ends = [city.calendar.shifted(talk.today, days) for days in READY_DAYS]
    buttons: list[Button] = [
        step("until", "reopen-until-button", str(end), end=end) for end in ends
    ]
    talk.say("reopen-until", buttons=with_way_back(talk, pairs(buttons)))


async def pick_until(talk: Talk, arg: str) -> Literal[Step.UNTIL, Step.CONFIRM]:
    try:
        date.fromisoformat(arg)
    except ValueError:
        return Step.UNTIL
    talk.data["until"] = arg
    return Step.CONFIRM


async def ask_confirm(talk: Talk) -> None:
    row = await _row(talk)
    talk.say(
        "reopen-confirm",
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=_period(talk),
        reason=talk.data["reason"],
        until=await _until(talk),
        buttons=with_way_back(talk, [[step("reopen", "reopen-go")]]),
    )


async def reopen(talk: Talk, _: str) -> Literal[Step.DONE]:
    row, period, until = await _row(talk), _period(talk), await _until(talk)
    await freeze_period.reopen(
        talk.conn,
        await talk.city(),
        talk.person,
        row,
        period,
        reason=talk.data["reason"],
        until=until,
        now=talk.now,
    )
    talk.say(
        "reopen-done",
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=period,
        until=until,
        buttons=[[go("freeze-month", "clock-button-month", str(period))]],
    )
    return Step.DONE


async def month_asked(talk: Talk, text: str) -> Period:
    """Return the month asked for, by default the one the office works on."""
    if not text.strip():
        return await collecting.month_at_the_office(talk.conn, await talk.city(), now=talk.now)
    try:
        return Period.parse(text)
    except ValueError:
        raise NotFound("month-unknown", text=text[:60]) from None


def _only_the_office(talk: Talk) -> None:
    if not may_run_the_office(talk.person.roles):
        raise NotAllowed("office-only")


def _period(talk: Talk) -> Period:
    return Period.parse(talk.data["period"])


async def _rows(talk: Talk) -> list[IndicatorRow]:
    city, period = await talk.city(), _period(talk)
    return [row for scheme in city.schemes_of(period.year) for row in scheme.indicators]


async def _row(talk: Talk) -> IndicatorRow:
    return (await talk.city()).indicator(talk.data["indicator"])


async def _until(talk: Talk) -> datetime:
    city = await talk.city()
    return datetime.combine(date.fromisoformat(talk.data["until"]), DUE_TIME, tzinfo=city.zone)


VIEW = View(
    opening=Opening(name="freeze-month", commands=("freeze",), words=("冻结",), roles=OFFICE),
    show=show,
)
ERRAND = Errand(
    opening=Opening(name="reopen", commands=("reopen",), words=("重新开放",), roles=OFFICE),
    steps=Step,
    begin=begin,
    places={
        Step.INDICATOR: Place(ask=ask_indicator, on_tap={"pick": pick}, on_text=type_indicator),
        Step.REASON: Place(ask=ask_reason, on_text=type_reason),
        Step.UNTIL: Place(ask=ask_until, on_tap={"until": pick_until}),
        Step.CONFIRM: Place(ask=ask_confirm, on_tap={"reopen": reopen}),
    },
)
CONTENTS = (VIEW, ERRAND)
