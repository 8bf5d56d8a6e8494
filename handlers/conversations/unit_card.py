"""A unit's own card (本单位): place, points, where they went, what waits; with a picture."""

from handlers.buttons import Button, go, pairs
from handlers.city import City
from handlers.conversations.asking import Asked, period_shown, understand
from handlers.errands import Opening, View
from handlers.operations.compose_books import unit_book
from handlers.show import percent, points, span
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.permissions import may_see_unit
from scoring.refusals import NotAllowed, NotFound
from scoring.result import Result
from storage.schemes import SchemeRow
from storage.units import UnitRow

SEERS = frozenset({"contact", "leader", "committee", "office", "auditor"})
GAINS_SHOWN = 3


async def show(talk: Talk, arg: str) -> None:
    city = await talk.city()
    asked = understand(talk, city, arg.replace(".", " "))
    unit = await which_unit(talk, city, asked, route="unit")
    if unit is None:
        return
    row = scheme_of(city, unit, asked.period, talk)
    period = await period_shown(talk, city, row, asked.period)
    result = await talk.services.boards.result(talk.conn, city, row, period)
    book = await unit_book(talk.conn, city, talk.services.boards, row, unit, period, now=talk.now)
    talk.picture(
        book,
        card_words(city, row, unit, period, result),
        buttons=[
            [
                go("why", "button-why", f"{unit.code}.{period}"),
                go("rank", "button-ranking", f"{unit.category}.{period}"),
            ]
        ],
    )


def card_words(city: City, row: SchemeRow, unit: UnitRow, period: Period, result: Result) -> Msg:
    """Return a unit's card in words: place, score, gaps, and the three best gains."""
    scored = result.units[unit.code]
    standing = result.standings.get(unit.code)
    if standing is None or scored.score is None:
        return msg("card-empty", unit=unit.name, span=span(period))
    return msg(
        "card",
        unit=unit.name,
        category=unit.category,
        span=span(period),
        place=standing.place,
        of=len(result.rankings[scored.category]),
        tied=int(standing.is_tied),
        score=points(scored.score, row.scheme.places),
        full=points(row.scheme.full_points, 0),
        rate=percent(scored.rate * 100 if scored.rate is not None else None),
        coverage=percent(scored.coverage * 100, 0),
        gap=msg("card-gap", gap=points(standing.gap_to_next, row.scheme.places))
        if standing.gap_to_next is not None
        else msg("card-first"),
        gains=gains(city, row, result, unit.code),
        invented=int(row.invented),
    )


def gains(city: City, row: SchemeRow, result: Result, unit_code: str) -> list[Msg]:
    """Return the indicators in which most points were lost, as lines."""
    names = {each.indicator.code: each.indicator.name for each in row.indicators}
    scored = result.units[unit_code]
    lost = sorted(
        (
            (each.points - each.score, code)
            for code, each in scored.indicators.items()
            if each.score is not None and each.score < each.points
        ),
        reverse=True,
    )
    return [
        msg(
            "card-gain",
            code=code,
            indicator=names[code],
            lost=points(gap, row.scheme.indicator_places),
        )
        for gap, code in lost[:GAINS_SHOWN]
    ]


async def which_unit(talk: Talk, city: City, asked: Asked, *, route: str) -> UnitRow | None:
    """Return the unit asked about, or offer the choice and return None.

    Raises NotAllowed where the person may not see that unit.
    """
    own = [city.unit(each) for each in talk.person.units_as("contact")]
    candidates = list(asked.units) or own
    if not candidates:
        talk.say("unit-ask", buttons=_choice(_seen(talk, city), route, asked.period))
        return None
    if len(candidates) > 1:
        seen = [each for each in candidates if may_see_unit(talk.person.roles, unit_id=each.id)]
        if len(seen) != 1:
            talk.say("unit-which", buttons=_choice(seen or candidates, route, asked.period))
            return None
        candidates = seen
    unit = candidates[0]
    if not may_see_unit(talk.person.roles, unit_id=unit.id):
        raise NotAllowed("unit-not-yours", unit=unit.short_name)
    return unit


def _seen(talk: Talk, city: City) -> list[UnitRow]:
    towns = [unit for unit in city.units if unit.track == "town"]
    lead = [city.unit(each) for each in talk.person.units_as("leader")]
    seen = [unit for unit in towns if may_see_unit(talk.person.roles, unit_id=unit.id)]
    return list(dict.fromkeys([*lead, *seen]))


def _choice(choice: list[UnitRow], route: str, period: Period | None) -> list[list[Button]]:
    month = f".{period}" if period else ""
    return pairs(
        [
            go(route, "verbatim", f"{unit.code}{month}", text=unit.short_name)
            for unit in choice[:40]
        ],
        3,
    )


def scheme_of(city: City, unit: UnitRow, period: Period | None, talk: Talk) -> SchemeRow:
    """Return the scheme that assesses a unit in the year asked about."""
    year = period.year if period else talk.today.year
    row = city.scheme_for(year, unit.track) or city.scheme_for(year - 1, unit.track)
    if row is None:
        raise NotFound("rank-no-scheme")
    return row


VIEW = View(
    opening=Opening(name="unit", commands=("unit",), words=("本单位", "单位", "卡片"), roles=SEERS),
    show=show,
    reads_only=True,
)
