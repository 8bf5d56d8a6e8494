"""A unit's own card (本单位): place, points, where they went, what waits; with a picture."""

from handlers.buttons import Button, go, pairs
from handlers.city import City
from handlers.conversations.asking import Asked, period_shown, understand
from handlers.errands import Opening, View
from handlers.operations.matters.instruct_button import under_unit
from handlers.operations.matters.issue_rectification import may_issue
from handlers.operations.results.unit_card import card_words, unit_book
from handlers.talk import Talk
from scoring.model import Period
from scoring.permissions import may_see_unit
from scoring.refusals import NotAllowed, NotFound
from storage.schemes import SchemeRow
from storage.units import UnitRow

SEERS = frozenset({"contact", "leader", "committee", "office", "auditor"})


async def show(talk: Talk, arg: str) -> None:
    city = await talk.city()
    asked = understand(talk, city, arg.replace(".", " "))
    unit = await which_unit(talk, city, asked, route="unit")
    if unit is None:
        return
    row = scheme_of(city, unit, asked.period, talk)
    period = await period_shown(talk, city, row, asked.period)
    book = await unit_book(talk.conn, city, talk.services.boards, row, unit, period, now=talk.now)
    is_own = talk.person.holds("contact", unit_id=unit.id)
    arg = f"{unit.code}.{period}"
    talk.picture(
        book,
        card_words(book, places=row.scheme.places),
        buttons=[
            *([[go("todo", "button-todo")]] if is_own and book.to_answer else []),
            *([[go("check", "button-check", arg)]] if is_own else []),
            [go("why", "button-why", arg), go("place", "button-place", arg)],
            [
                go("ledger", "button-ledger", unit.code),
                go("observations", "button-observations", f"all.1.{unit.code}"),
            ],
            [go("trend", "button-trend", arg), go("change", "button-change", arg)],
            under_unit(talk.person, unit, str(period)),
            *(
                [[go("issue-rectification", "button-issue", f"u{unit.code}")]]
                if may_issue(talk.person, unit.id)
                else []
            ),
            [
                go("rank", "button-ranking", f"{unit.category}.{period}"),
                go("start", "button-menu"),
            ],
        ],
    )


async def which_unit(talk: Talk, city: City, asked: Asked, *, route: str) -> UnitRow | None:
    """Return the unit asked about, or offer the choice and return None.

    Raises NotAllowed where the person may not see that unit.
    """
    own = [city.unit(each) for each in talk.person.units_as("contact")]
    candidates = list(asked.units) or own
    if not candidates:
        seen = _seen(talk, city, asked.category)
        talk.say(
            "unit-ask",
            buttons=[
                *_choice(seen, route, asked.period),
                *_categories(talk, city, asked, route),
                [go("start", "button-menu")],
            ],
        )
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


def _seen(talk: Talk, city: City, category: str | None) -> list[UnitRow]:
    """Return the units to choose from: those in one's charge first, then the category's."""
    lead = [city.unit(each) for each in talk.person.units_as("leader")]
    among = [
        unit
        for unit in city.units
        if (unit.category == category if category else unit.track == "town")
        and may_see_unit(talk.person.roles, unit_id=unit.id)
    ]
    return list(dict.fromkeys([*(lead if category is None else []), *among]))


def _categories(talk: Talk, city: City, asked: Asked, route: str) -> list[list[Button]]:
    """Return a button for every other category of which the person may see a unit."""
    year = asked.period.year if asked.period else talk.today.year
    found = dict.fromkeys(
        unit.category
        for row in city.schemes_of(year) or city.schemes_of(year - 1)
        for unit in city.assessed(row)
        if may_see_unit(talk.person.roles, unit_id=unit.id)
    )
    shown = {unit.category for unit in _seen(talk, city, asked.category)}
    month = f".{asked.period}" if asked.period else ""
    return pairs(
        go(route, "unit-category", f"{name}{month}", category=name)
        for name in found
        if name not in shown
    )


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
