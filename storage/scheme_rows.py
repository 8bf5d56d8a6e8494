"""How the facts of schemes and indicators lie in their rows, and come back out of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

import sqlalchemy as sa

from scoring.due import DEFAULT_DUE_DAY
from scoring.ledger_course import ledger_terms
from scoring.model import ADJUSTABLE_UNTIL, OUTAGE_MINUTES, Group, Indicator, Scheme
from scoring.reporting_record import record_terms

DUE_DAY_DEFAULT = DEFAULT_DUE_DAY
"""The day of the month after on which a figure is due where the scheme names no day."""

Seasonality: TypeAlias = tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator as it is kept.

    The rules' own *indicator* names its monitoring unit by code and always has a `due_day`.
    *seasonality* holds twelve planned cumulative percentages, or is None.
    """

    id: int
    scheme_id: int
    monitoring_unit_id: int
    indicator: Indicator
    seasonality: Seasonality | None = None


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """A scheme as it is kept, its indicators inside; *invented* marks a demonstration's."""

    id: int
    scheme: Scheme
    invented: bool
    indicators: tuple[IndicatorRow, ...] = ()

    @property
    def seasonality(self) -> dict[str, Seasonality]:
        """The seasonal plans, under the indicators' codes."""
        return {
            row.indicator.code: row.seasonality
            for row in self.indicators
            if row.seasonality is not None
        }


def scheme_columns(facts: Scheme) -> dict[str, object]:
    """Return what a scheme's row holds, its indicators aside."""
    return {
        "code": facts.code,
        "name": facts.name,
        "year": facts.year,
        "track": facts.track,
        "full_points": facts.full_points,
        "places": facts.places,
        "indicator_places": facts.indicator_places,
        "rank_on": facts.rank_on,
        "groups": [_group_json(each) for each in facts.groups],
        "rules": {
            "bonus_cap": _text(facts.bonus_cap),
            "deduction_cap": _text(facts.deduction_cap),
            "tie_break": list(facts.tie_break),
            "bottom": facts.bottom,
            "bottom_above": facts.bottom_above,
            "record": str(facts.record),
            "adjustable_until": facts.adjustable_until,
            "ledger": str(facts.ledger),
            "outage_minutes": facts.outage_minutes,
        },
    }


def indicator_columns(facts: Indicator) -> dict[str, object]:
    """Return what an indicator's row holds, scheme, monitoring unit and plan aside."""
    return {
        "code": facts.code,
        "name": facts.name,
        "group_code": facts.group,
        "unit_of_measure": facts.unit_of_measure,
        "direction": facts.direction,
        "weight": facts.weight,
        "method": facts.method,
        "frequency": facts.frequency,
        "kind": facts.kind,
        "cap_pct": facts.cap_pct,
        "due_day": DUE_DAY_DEFAULT if facts.due_day is None else facts.due_day,
        "applies_to": sorted(facts.applies_to),
        "not_applicable": sorted(facts.not_applicable),
        "best": facts.best,
        "worst": facts.worst,
        "missing": facts.missing,
        "accepted_min": facts.accepted_min,
        "accepted_max": facts.accepted_max,
        "parts": sorted(facts.parts),
        "parts_band_pct": facts.parts_band_pct,
        "total_band_pct": facts.total_band_pct,
        "evidence": facts.evidence,
    }


def scheme_row(row: sa.Row[Any], indicators: Sequence[IndicatorRow]) -> SchemeRow:
    """Return the scheme a row holds, with its indicators."""
    rules: Mapping[str, Any] = row.rules
    facts = Scheme(
        code=row.code,
        name=row.name,
        year=row.year,
        track=row.track,
        full_points=row.full_points,
        places=row.places,
        indicator_places=row.indicator_places,
        rank_on=row.rank_on,
        groups=tuple(_group(each) for each in row.groups),
        indicators=tuple(each.indicator for each in indicators),
        bonus_cap=_decimal(rules["bonus_cap"]),
        deduction_cap=_decimal(rules["deduction_cap"]),
        tie_break=tuple(rules["tie_break"]),
        bottom=rules["bottom"],
        bottom_above=rules["bottom_above"],
        record=record_terms(rules.get("record", "")),
        adjustable_until=rules.get("adjustable_until", ADJUSTABLE_UNTIL),
        ledger=ledger_terms(rules.get("ledger", "")),
        outage_minutes=rules.get("outage_minutes", OUTAGE_MINUTES),
    )
    return SchemeRow(row.id, facts, row.invented, tuple(indicators))


def indicator_row(row: sa.Row[Any]) -> IndicatorRow:
    """Return the indicator a row holds; the row names the monitoring unit by its code."""
    facts = Indicator(
        code=row.code,
        name=row.name,
        group=row.group_code,
        unit_of_measure=row.unit_of_measure,
        direction=row.direction,
        weight=row.weight,
        method=row.method,
        monitoring_unit=row.monitoring_unit,
        frequency=row.frequency,
        kind=row.kind,
        cap_pct=row.cap_pct,
        due_day=row.due_day,
        applies_to=frozenset(row.applies_to),
        not_applicable=frozenset(row.not_applicable),
        best=row.best,
        worst=row.worst,
        missing=row.missing,
        accepted_min=row.accepted_min,
        accepted_max=row.accepted_max,
        parts=frozenset(row.parts),
        parts_band_pct=row.parts_band_pct,
        total_band_pct=row.total_band_pct,
        evidence=row.evidence,
    )
    plan = None if row.seasonality is None else tuple(_decimal(each) for each in row.seasonality)
    return IndicatorRow(row.id, row.scheme_id, row.monitoring_unit_id, facts, plan)


def _group_json(each: Group) -> dict[str, object]:
    return {
        "code": each.code,
        "name": each.name,
        "points": _text(each.points),
        "weight": _text(each.weight),
        "parent": each.parent,
        "weights": each.weights,
        "own_set_replaces": each.own_set_replaces,
    }


def _group(given: Mapping[str, Any]) -> Group:
    return Group(
        code=given["code"],
        name=given["name"],
        points=_decimal(given["points"]),
        weight=_decimal(given["weight"]),
        parent=given["parent"],
        weights=given["weights"],
        own_set_replaces=given["own_set_replaces"],
    )


def plan_json(plan: Seasonality | None) -> list[str | None] | None:
    """Return a seasonal plan as the row keeps it."""
    return None if plan is None else [_text(each) for each in plan]


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
