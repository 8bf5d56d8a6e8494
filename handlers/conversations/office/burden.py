"""The office looks at the burden (减负账): what a month took, and who would have to do more."""

import re
from dataclasses import dataclass, replace

from handlers.buttons import Button, go, pairs
from handlers.city import City
from handlers.conversations.the_office import OFFICE, asked_period, only_the_office
from handlers.errands import Opening, View
from handlers.operations.imports.import_burden import cost_words
from handlers.operations.office import burden as counting
from handlers.operations.office.burden import TIMES_A_YEAR, Burden
from handlers.operations.office.burden_words import UNITS_SHOWN, burden_words
from handlers.talk import Talk
from handlers.texts import msg
from scoring.periods import Frequency
from scoring.refusals import NotFound
from storage import units as unit_rows
from storage.units import UnitRow

COUNTED = re.compile(r"^(\d{1,3})(项|个单位|个|家)?$")
FREQUENCIES: dict[str, Frequency] = {
    "月报": "monthly",
    "monthly": "monthly",
    "季报": "quarterly",
    "quarterly": "quarterly",
    "半年报": "half_yearly",
    "half_yearly": "half_yearly",
    "年报": "yearly",
    "yearly": "yearly",
}


async def show(talk: Talk, arg: str) -> None:
    """Show a month's acts by monitoring unit, or by person within one of them."""
    only_the_office(talk)
    city = await talk.city()
    month, _, code = arg.partition(".")
    period = await asked_period(talk, month)
    found = await counting.burden(talk.conn, city, period)
    if code:
        _say_unit(talk, city, found, code)
        return
    before = await counting.burden(talk.conn, city, period.previous)
    talk.say(
        burden_words(city, found, before),
        buttons=[
            *pairs(
                [
                    go(
                        "burden",
                        "verbatim",
                        f"{period}.{city.unit(each.unit_id).code}",
                        text=city.unit(each.unit_id).short_name,
                    )
                    for each in found.units[:UNITS_SHOWN]
                ],
                3,
            ),
            [
                go("burden", "rank-previous", str(period.previous)),
                go("burden", "rank-next", str(period.next)),
            ],
            [go("cost", "burden-ask"), go("office", "button-office", str(period))],
        ],
    )


def _say_unit(talk: Talk, city: City, found: Burden, code: str) -> None:
    each = next((e for e in found.units if city.unit(e.unit_id).code == code), None)
    if each is None:
        raise NotFound("asked-unknown", text=code[:60])
    talk.say(
        "burden-people",
        period=found.period,
        unit=city.unit(each.unit_id).name,
        figures=each.figures,
        lines=[
            msg(
                "burden-person",
                name=person.name,
                messages=person.acts.messages,
                taps=person.acts.taps,
                pushes=person.pushes,
            )
            for person in each.people
        ]
        or [msg("burden-nothing")],
        buttons=[
            [go("cost", "burden-ask", code)],
            [go("burden", "button-back", str(found.period)), go("office", "button-office")],
        ],
    )


# --- who would have to do more ------------------------------------------------------------------


@dataclass(frozen=True)
class Request:
    """A request as it is thought of: of whom, how often, how many indicators and units."""

    unit: UnitRow
    frequency: Frequency = "monthly"
    indicators: int = 1
    units: int = 10

    @property
    def arg(self) -> str:
        """The request as a button carries it."""
        return f"{self.unit.code}.{self.frequency}.{self.indicators}.{self.units}"


async def cost(talk: Talk, arg: str) -> None:
    """Answer "商务局 月报 3项 10个": what it would add, before anybody is asked."""
    only_the_office(talk)
    city = await talk.city()
    asked = _understood(talk, city, arg)
    if asked is None:
        _ask_whom(talk, city)
        return
    each_time = asked.indicators * asked.units
    pace = await counting.past_pace(talk.conn, asked.unit.id, now=talk.now)
    talk.say(
        "cost",
        unit=asked.unit.name,
        frequency=asked.frequency,
        indicators=asked.indicators,
        units=asked.units,
        cells=each_time,
        year=each_time * TIMES_A_YEAR[asked.frequency],
        has=_monitored(talk, city, asked.unit),
        cost=cost_words(pace, each_time),
        buttons=_variations(asked),
    )


def _variations(asked: Request) -> list[list[Button]]:
    names = list(TIMES_A_YEAR)
    fewer = replace(asked, indicators=max(1, asked.indicators - 1))
    more = replace(asked, indicators=min(99, asked.indicators + 1))
    return [
        [
            go("cost", f"frequency-{each}", replace(asked, frequency=each).arg)
            for each in names
            if each != asked.frequency
        ],
        [go("cost", "cost-fewer", fewer.arg), go("cost", "cost-more", more.arg)],
        [go("cost", "cost-other"), go("burden", "menu-burden")],
    ]


def _understood(talk: Talk, city: City, text: str) -> Request | None:
    words = text.replace(".", " ").split()
    if not words:
        return None
    found: Request | None = None
    numbers: list[tuple[int, str]] = []
    frequency: Frequency | None = None
    units: int | None = None
    for word in words:
        if counted := COUNTED.match(word):
            numbers.append((int(counted[1]), counted[2] or ""))
        elif word in FREQUENCIES:
            frequency = FREQUENCIES[word]
        elif row := next(
            (r for r in city.indicator_by_id.values() if r.indicator.code == word.upper()), None
        ):
            found = Request(city.unit(row.monitoring_unit_id), row.indicator.frequency)
            units = len(city.units_of(row))
        else:
            matched = unit_rows.match(city.units, word)
            if len(matched) != 1:
                raise NotFound("asked-unknown", text=word[:60])
            found = replace(found, unit=matched[0]) if found else Request(matched[0])
    if found is None:
        return None
    indicators = next((n for n, mark in numbers if mark == "项"), None)
    plain_numbers = [n for n, mark in numbers if mark == ""]
    if indicators is None and plain_numbers:
        indicators = plain_numbers.pop(0)
    meant = next((n for n, mark in numbers if mark not in {"", "项"}), None)
    if meant is None and plain_numbers:
        meant = plain_numbers.pop(0)
    return replace(
        found,
        frequency=frequency or found.frequency,
        indicators=max(1, indicators or 1),
        units=max(1, meant or units or found.units),
    )


def _ask_whom(talk: Talk, city: City) -> None:
    monitoring = {
        row.monitoring_unit_id
        for scheme in city.schemes_of(talk.today.year)
        for row in scheme.indicators
    }
    named = sorted((city.unit(each) for each in monitoring), key=lambda unit: unit.code)
    talk.say(
        "cost-how",
        buttons=[
            *pairs(
                [go("cost", "verbatim", each.code, text=each.short_name) for each in named[:60]], 3
            ),
            [go("burden", "menu-burden")],
        ],
    )


def _monitored(talk: Talk, city: City, unit: UnitRow) -> int:
    """Return how many indicators a unit files this year."""
    return sum(
        row.monitoring_unit_id == unit.id
        for scheme in city.schemes_of(talk.today.year)
        for row in scheme.indicators
    )


VIEWS = (
    View(
        opening=Opening(
            name="burden", commands=("burden",), words=("减负账", "减负"), roles=OFFICE
        ),
        show=show,
        reads_only=True,
    ),
    View(
        opening=Opening(
            name="cost", commands=("cost",), words=("谁会多做什么", "多做什么"), roles=OFFICE
        ),
        show=cost,
        reads_only=True,
    ),
)
