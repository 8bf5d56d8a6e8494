"""The plan for figures: what is new comes in; what was filed before is corrected elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.operations.imports.import_plan import (
    FigureDeed,
    Item,
    Plan,
    Roster,
    Seen,
    found_unit,
    shown,
)
from handlers.operations.imports.import_rules import Rules, not_asked
from handlers.texts import CITY_ZONE
from scoring.due import is_due
from scoring.model import Period
from storage.city_folder import Found, SchemeFolder
from storage.city_lines import FigureLine
from storage.imported import Place
from storage.periods import MonthAct, locked_since
from storage.readings import Answer, Reading
from storage.tables import Fault
from storage.units import UnitRow


@dataclass(frozen=True)
class Filed:
    """What the scheme's cells hold already, what waits, and what happened to its months."""

    in_force: Mapping[Place, Reading]
    waiting: frozenset[tuple[int, str]]
    months: Mapping[str, list[MonthAct]]
    indicator_ids: Mapping[str, int]


def plan_figures(
    plan: Plan, folder: SchemeFolder, roster: Roster, rules: Rules, filed: Filed, *, now: datetime
) -> None:
    """Plan the figures of a scheme; a blank value is no figure."""
    indicators, seen = rules.indicators, Seen()
    for found in folder.figures:
        line, file, number = found.line, found.file, found.number
        if line.value is None:
            continue
        unit = found_unit(roster, line.unit_code, file=file, line=number, column="unit_code")
        if isinstance(unit, Fault):
            plan.faults.append(unit)
            continue
        period = Period.parse(line.period)
        indicator = indicators.get(line.indicator_code)
        fault = not_asked(rules.scheme, indicator, unit, line.indicator_code, file, number)
        subject = f"{period} {line.indicator_code} {unit.short_name}"
        key = (period, line.indicator_code, unit.code)
        fault = fault or seen.twice(key, file=file, line=number, column="period", value=subject)
        other_year = period.year != rules.scheme.year
        if fault is None and (other_year or (indicator and not is_due(indicator, period))):
            fault = Fault(file, number, "period", str(period), "import-fault-not-due")
        if fault is None:
            _plan_figure(plan, found, rules, unit, filed, subject, now=now)
        else:
            plan.faults.append(fault)


def _plan_figure(
    plan: Plan,
    found: Found[FigureLine],
    rules: Rules,
    unit: UnitRow,
    filed: Filed,
    subject: str,
    *,
    now: datetime,
) -> None:
    line = found.line
    value = None if isinstance(line.value, str) else line.value
    answer: Answer = line.value if isinstance(line.value, str) else "value"
    deed = FigureDeed(
        scheme_code=rules.scheme.code,
        indicator_code=line.indicator_code,
        unit_code=unit.code,
        period=Period.parse(line.period),
        answer=answer,
        value=value,
        base=line.base,
        growth=line.growth,
        filed_on=line.filed_on,
    )
    indicator_id = filed.indicator_ids.get(line.indicator_code, 0)
    old = filed.in_force.get((indicator_id, unit.id, line.period))
    if old is not None:
        same = (old.answer, old.value, old.base, old.growth)
        if same == (answer, value, line.base, line.growth):
            plan.items.append(Item("figure", "unchanged", found.file, found.number, subject, deed))
            return
        given = {"old": shown(old.value) if old.answer == "value" else old.answer}
        _refuse(plan, found, "value", shown(line.value), "import-fault-figure-there", given)
    elif (indicator_id, line.period) in filed.waiting:
        _refuse(plan, found, "value", shown(line.value), "import-fault-figure-waiting", {})
    elif locked_since(filed.months.get(line.period, []), indicator_id=indicator_id, at=now):
        _refuse(plan, found, "period", line.period, "import-fault-month-locked", {})
    elif line.filed_on is not None and line.filed_on > now.astimezone(CITY_ZONE).date():
        _refuse(plan, found, "filed_on", str(line.filed_on), "import-fault-future", {})
    else:
        plan.items.append(Item("figure", "added", found.file, found.number, subject, deed))


def _refuse(
    plan: Plan,
    found: Found[FigureLine],
    column: str,
    value: str,
    reason: str,
    given: Mapping[str, str],
) -> None:
    plan.faults.append(Fault(found.file, found.number, column, value, reason, given))
