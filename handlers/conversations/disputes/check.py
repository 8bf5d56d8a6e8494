"""Check one's figures (核对数据): each with what was said of it, until when, and two buttons."""

from handlers.buttons import Button, go, is_number, pairs
from handlers.city import City
from handlers.conversations.asking import understand
from handlers.errands import Opening, View
from handlers.operations.disputes import raise_dispute
from handlers.operations.disputes.dispute_card import state_said
from handlers.operations.disputes.raise_dispute import Checked
from handlers.show import answer
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.due import last_ended
from scoring.model import Period
from scoring.permissions import may_answer_for
from scoring.refusals import NotAllowed, NotFound
from storage.schemes import IndicatorRow
from storage.units import UnitRow

CONTACTS = frozenset({"contact"})
LINES_SHOWN = 40
BUTTONS_SHOWN = 24


async def show(talk: Talk, arg: str) -> None:
    city = await talk.city()
    unit, period = await _asked(talk, city, arg)
    await _show(talk, city, unit, period)


async def confirm(talk: Talk, arg: str) -> None:
    """Confirm what one message showed ("unit.month.first.last"), or all that is shown here."""
    city = await talk.city()
    name, _, rest = arg.partition(".")
    month, _, shown = rest.partition(".")
    first, _, last = shown.partition(".")
    unit, period = await _asked(talk, city, f"{name}.{month}")
    reviews = (int(first), int(last)) if is_number(first) and is_number(last) else None
    done = await raise_dispute.confirm(
        talk.conn, city, talk.person, unit, period, reviews=reviews, now=talk.now
    )
    talk.note("check-confirmed", unit=unit.short_name, period=period, count=len(done))
    await _show(talk, city, unit, period)


async def _show(talk: Talk, city: City, unit: UnitRow, period: Period) -> None:
    figures = await raise_dispute.figures_of(talk.conn, city, unit.id, period)
    shown = [
        (city.indicator(indicator_id), each)
        for indicator_id, each in figures.items()
        if each.told.was_told
    ]
    shown.sort(key=lambda each: each[0].indicator.code)
    waiting = [each for _, each in shown if each.is_waiting(talk.now)]
    if not shown:
        talk.say("check-none", unit=unit.short_name, period=period, buttons=_ways(unit, period))
        return
    talk.say(
        "check",
        unit=unit.short_name,
        period=period,
        waiting=len(waiting),
        due=min(each.until for each in waiting) if waiting else talk.now,
        lines=[_line(row, each, talk) for row, each in shown[:LINES_SHOWN]],
        more=max(0, len(shown) - LINES_SHOWN),
        buttons=_buttons(talk, unit, period, shown, any_waiting=bool(waiting)),
    )


def _buttons(
    talk: Talk,
    unit: UnitRow,
    period: Period,
    shown: list[tuple[IndicatorRow, Checked]],
    *,
    any_waiting: bool,
) -> list[list[Button]]:
    arg = f"{unit.code}.{period}"
    rows: list[list[Button]] = []
    if any_waiting:
        # What this very answer shows, and nothing that is released after it.
        reviews = [each.told.review_id for _, each in shown]
        seen = f"{min(reviews)}.{max(reviews)}"
        rows.append([go("confirm", "button-confirm", f"{arg}.{seen}")])
    rows += pairs(
        [
            go(
                "dispute-figure",
                "check-dispute-one",
                f"{unit.code}.{row.indicator.code}.{period}",
                code=row.indicator.code,
            )
            for row, each in shown
            if each.is_disputable(talk.now)
        ][:BUTTONS_SHOWN],
        3,
    )
    rows += pairs(
        [
            go(
                "dispute",
                "button-dispute-number",
                str(each.dispute.id),
                number=str(each.dispute.id),
            )
            for _, each in shown
            if each.dispute is not None
        ],
        3,
    )
    return [*rows, *_ways(unit, period)]


def _ways(unit: UnitRow, period: Period) -> list[list[Button]]:
    return [
        [
            go("unit", "button-card", f"{unit.code}.{period}"),
            go("todo", "button-todo"),
        ]
    ]


def _line(row: IndicatorRow, each: Checked, talk: Talk) -> Msg:
    return msg(
        "check-line",
        code=row.indicator.code,
        indicator=row.indicator.name,
        answer=answer(each.told.reading, row.indicator.unit_of_measure),
        standing=_standing(each, talk),
    )


def _standing(each: Checked, talk: Talk) -> Msg:
    if each.dispute is not None:
        return msg("check-disputed", number=str(each.dispute.id), state=state_said(each.dispute))
    if each.told.confirmed:
        return msg("check-is-right")
    if talk.now <= each.until:
        return msg("check-until", until=each.until)
    return msg("check-time-over")


async def _asked(talk: Talk, city: City, arg: str) -> tuple[UnitRow, Period]:
    """Return the unit and month asked for, by default one's own and the last with figures."""
    asked = understand(talk, city, arg.replace(".", " "))
    own = [city.unit(each) for each in talk.person.units_as("contact")]
    unit = asked.units[0] if asked.units else next(iter(own), None)
    if unit is None:
        raise NotFound("check-no-unit")
    if not may_answer_for(talk.person.roles, unit_id=unit.id):
        raise NotAllowed("check-not-yours", unit=unit.short_name)
    if asked.period is not None:
        return unit, asked.period
    latest = await raise_dispute.latest_told(talk.conn, unit.id, now=talk.now)
    return unit, latest or last_ended(talk.today)


VIEWS = (
    View(
        opening=Opening(
            name="check", commands=("check",), words=("核对", "核对数据"), roles=CONTACTS
        ),
        show=show,
        reads_only=True,
    ),
    View(opening=Opening(name="confirm", roles=CONTACTS, in_menu=False), show=confirm),
)
