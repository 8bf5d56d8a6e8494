"""Which month lies on the desk: the one that is asked for first, or another that is open."""

from typing import Literal

from handlers.buttons import Button, go, step
from handlers.conversations.figures.filing_behalf import units_filed_for
from handlers.conversations.figures.filing_desk import period_of
from handlers.conversations.figures.filing_steps import Step
from handlers.errands import with_way_back
from handlers.grammar.months import read_period, without_period
from handlers.operations.clock import collecting, deadlines
from handlers.talk import Talk
from scoring.due import last_ended
from scoring.model import Period
from scoring.refusals import Refusal
from storage.schemes import IndicatorRow


async def takes_month_named(talk: Talk, text: str) -> bool:
    """Turn to the month a text names and nothing else; return whether it was one."""
    found = _month_in(talk, text)
    if found is None or without_period(text).strip():
        return False
    talk.data["period"] = str(found)
    return True


async def named_row(talk: Talk, text: str) -> IndicatorRow | None:
    """Return the indicator a code names, perhaps with a month, and turn to that month.

    Without a month it is the first in which it may be filed now.
    """
    code, dated = without_period(text).strip().upper(), _month_in(talk, text)
    city, units = await talk.city(), units_filed_for(talk)
    here = dated or period_of(talk)
    months = [] if dated else [(each.period, each.rows) for each in await _open(talk)]
    for period, rows in [*months, (here, city.due_for(units, here))]:
        for row in rows:
            if row.indicator.code == code:
                talk.data["period"] = str(period)
                return row
    return None


def _month_in(talk: Talk, text: str) -> Period | None:
    found = read_period(text, max(period_of(talk), last_ended(talk.today)))
    return found if isinstance(found, Period) else None


async def is_open(talk: Talk) -> bool:
    """Whether anything of the month on the desk may be filed now."""
    return any(month.period == period_of(talk) for month in await _open(talk))


async def indicators_open(talk: Talk) -> set[int]:
    """Return the indicators of the month on the desk that may be filed now, by their rows."""
    here = period_of(talk)
    return {row.id for month in await _open(talk) if month.period == here for row in month.rows}


async def say_all_locked(talk: Talk) -> bool:
    """Say when the next figures may be filed if nothing may be now; return whether it was said."""
    city, units = await talk.city(), units_filed_for(talk)
    period, running = period_of(talk), last_ended(talk.today).next
    if period != running.previous or await _open(talk):
        return False
    dues = await deadlines.of_period(talk.conn, city, running)
    days = [dues.opens_on(row, running) for row in city.due_for(units, running)]
    if not days or not city.due_for(units, period):
        return False
    buttons = [
        [go("workbook", "workbook-get-of", str(running), period=running)],
        [go("extend", "button-extend")],
    ]
    talk.say(
        "file-all-locked",
        period=period,
        running=running,
        since=min(days),
        buttons=with_way_back(talk, buttons),
    )
    return True


async def other_months(talk: Talk) -> list[list[Button]]:
    """Return a button for each other month of which something may be filed now."""
    here = period_of(talk)
    return [
        [step("month", "file-other-open", str(month.period), period=month.period)]
        for month in await _open(talk)
        if month.period != here
    ]


async def turn_to_month(talk: Talk, arg: str) -> Literal[Step.CHOOSE]:
    if any(talk.data["columns"].values()):
        talk.note("file-month-busy", period=period_of(talk))
        return Step.CHOOSE
    try:
        talk.data["period"] = str(Period.parse(arg))
    except ValueError:
        raise Refusal("button-outdated") from None
    return Step.CHOOSE


async def _open(talk: Talk) -> list[collecting.OpenMonth]:
    city, units = await talk.city(), units_filed_for(talk)
    return await collecting.open_months(talk.conn, city, units, now=talk.now)
