"""What a program reads of a result: JSON with numbers as strings, and faults in the same form.

Inside `because` stand the fact that gave the points with its numbers, the facts it rests on, the
rule, and where the figure comes from. A folder and a workbook of the same tables give one text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, TextIO

from scoring.explain import tell_score
from scoring.rounding import shown
from scoring.told import Told, shown_value

if TYPE_CHECKING:
    from scoring.column import IndicatorScore
    from scoring.model import Unit
    from scoring.result import Result

RATE_PLACES = 6
FILED_PLACES = 30
"""A number that was filed has at most so many decimals, and stands in JSON as it was filed."""
QUOTIENT_PLACES = 12
"""A quotient that does not end is given with so many."""
BecauseOf = Callable[[str, str], str]
"""From an indicator's and a unit's code to an explanation as JSON."""


def exact_value(value: Told) -> str:
    """Write a number for a program: whole as it was filed, a quotient to twelve decimals.

    >>> exact_value(Decimal("0.000012")), exact_value(Decimal(1) / 3 / 10**5)
    ('0.000012', '0.000003333333')
    """
    if not isinstance(value, Decimal):
        return shown_value(value)
    exponent = value.as_tuple().exponent
    is_filed = isinstance(exponent, int) and exponent >= -FILED_PLACES
    return shown(value, FILED_PLACES if is_filed else QUOTIENT_PLACES)


@dataclass(frozen=True)
class Fault:
    """Something wrong with what was given: where, what stands there, and why that cannot be."""

    file: str
    line: int
    column: str
    value: str
    code: str
    reason: str


def write_faults(out: TextIO, faults: Sequence[Fault]) -> None:
    """Write everything that is wrong as one JSON object; a fault of no line has null there."""
    listed = [
        {
            "file": each.file,
            "line": str(each.line) if each.line else None,
            "column": each.column or None,
            "value": each.value,
            "code": each.code,
            "reason": each.reason,
        }
        for each in faults
    ]
    json.dump({"errors": listed}, out, ensure_ascii=False, indent=1)
    out.write("\n")


@dataclass(frozen=True)
class JsonWriter:
    """Writes a result, unit by unit."""

    out: TextIO
    because: BecauseOf

    def result(self, names: Mapping[str, Unit], result: Result) -> None:
        """Write every category's ranking."""
        head = {"scheme": result.scheme.code, "period": str(result.period)}
        self.out.write(_opened(head) + ', "groups": [')
        for number, (category, units) in enumerate(by_category(names, result).items()):
            text = _opened({"category": category})
            self.out.write(("," if number else "") + f'\n {text}, "ranking": [')
            for position, unit in enumerate(units):
                line = self._unit(result, unit, {})
                self.out.write(("," if position else "") + "\n  " + line)
            self.out.write("]}")
        self.out.write("]}\n")

    def why(self, result: Result, unit: str) -> None:
        """Write one unit alone, with what each indicator brings its total.

        The amounts, the bonus and, taken away, the deduction add up to the score.
        """
        head = {
            "scheme": result.scheme.code,
            "period": str(result.period),
            "category": result.units[unit].category,
        }
        told = tell_score(result, unit)
        amounts = {line.indicator: f"{line.amount:f}" for line in told.lines} if told else {}
        self.out.write(f"{_opened(head)}, {self._unit(result, unit, amounts)[1:]}\n")

    def _unit(self, result: Result, unit: str, amounts: Mapping[str, str]) -> str:
        own, place = result.units[unit], result.place(unit)
        head = {
            "unit": unit,
            "place": None if place is None else str(place),
            "score": None if own.score is None else f"{own.score:f}",
            "rate": None if own.rate is None else shown(own.rate, RATE_PLACES),
            "coverage": shown(own.coverage, RATE_PLACES),
            "bonus": exact_value(own.bonus),
            "deduction": exact_value(own.deduction),
        }
        methods = {each.code: each.method for each in result.scheme.indicators}
        lines = (
            _opened(
                {
                    "indicator": code,
                    "points": shown(each.points, RATE_PLACES),
                    "score": None if each.score is None else f"{each.score:f}",
                    **({"amount": amounts[code]} if code in amounts else {}),
                }
            )
            + f', "because": {self._because(each, methods[code], result.scheme.code)}}}'
            for code, each in own.indicators.items()
        )
        return f'{_opened(head)}, "indicators": [{", ".join(lines)}]}}'

    def _because(self, each: IndicatorScore, method: str, scheme: str) -> str:
        told = self.because(each.indicator, each.unit)
        period = None if each.figure_of is None else str(each.figure_of)
        return f"{told[:-1]}, {_origin(scheme, method, each.state, period)}"


@lru_cache(maxsize=4096)
def _origin(scheme: str, method: str, state: str, period: str | None) -> str:
    """Return the rule, the state and the source of a score as the end of a JSON object."""
    source = None if period is None else {"table": "figures", "period": period}
    rule = {"scheme": scheme, "method": method}
    return json.dumps({"state": state, "rule": rule, "source": source}, ensure_ascii=False)[1:]


def _opened(pairs: Mapping[str, str | None]) -> str:
    """Return a JSON object that is still open at its end."""
    return json.dumps(pairs, ensure_ascii=False)[:-1]


def by_category(names: Mapping[str, Unit], result: Result) -> dict[str, list[str]]:
    """Return every category's units, ranked ones first in their order, then the others."""
    found: dict[str, list[str]] = {}
    for unit in names.values():
        if unit.category not in found:
            lines = result.rankings.get(unit.category, ())
            found[unit.category] = [line.unit for line in lines]
        if unit.code not in result.standings:
            found[unit.category].append(unit.code)
    return found
