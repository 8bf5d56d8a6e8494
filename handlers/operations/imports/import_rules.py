"""The plan for schemes, their indicators and their targets: a scheme's rules come in whole."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from handlers.operations.imports.import_plan import (
    Change,
    IndicatorDeed,
    Item,
    Plan,
    Roster,
    SchemeDeed,
    Seen,
    TargetDeed,
    differences,
    found_unit,
    state_of,
)
from scoring.checks import problems
from scoring.ledger_course import ledger_terms
from scoring.model import Cell, Indicator, Scheme, Target
from scoring.reporting_record import record_terms
from scoring.told import shown_value
from storage.city_folder import SchemeFolder
from storage.scheme_rows import DUE_DAY_DEFAULT, IndicatorRow, SchemeRow, Seasonality
from storage.tables import Fault
from storage.units import UnitRow

CHECKS_ONLY = frozenset(
    {
        "accepted_min",
        "accepted_max",
        "parts",
        "parts_band_pct",
        "total_band_pct",
        "evidence",
    }
)
"""What an indicator asks of its figures before they are filed. It may be tuned in a frozen year."""


@dataclass(frozen=True)
class Rules:
    """A scheme as it will be: its facts, its seasonal plans, and whether it may still change."""

    scheme: Scheme
    plans: Mapping[str, Seasonality]
    row: SchemeRow | None
    is_frozen: bool

    @property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators under their codes."""
        return {each.code: each for each in self.scheme.indicators}


def plan_rules(
    plan: Plan,
    folder: SchemeFolder,
    roster: Roster,
    row: SchemeRow | None,
    *,
    is_frozen: bool,
    invented: bool,
    named: Mapping[str, Mapping[str, int]],
) -> Rules | None:
    """Plan a scheme with its indicators; return it as it will be, or None if there will be none.

    It goes in whole or not at all: a scheme without one of its indicators adds up to nothing. One
    that somebody has filed under stays as it is, and every difference is a fault. *named* counts
    what names an indicator that is there now: such an indicator cannot be left out.
    """
    before = None if row is None else Rules(row.scheme, row.seasonality, row, is_frozen)
    built, faults = _build(folder, roster)
    if row is not None and not is_frozen and folder.indicators:
        faults += _left_out(folder, row, named)
    if not faults and folder.is_whole:
        faults = list(_problems(folder, built.scheme, roster))
    if faults or not folder.is_whole:
        plan.faults += faults
        head = folder.head
        plan.faults.append(Fault(head.file, 0, "", head.line.code, "import-fault-scheme-broken"))
        return before
    if row is None and not folder.indicators:
        return None
    items = list(_items(folder, built, row, invented=invented))
    if is_frozen:
        plan.faults += [fault for item in items for fault in _frozen_faults(item)]
        plan.items += [item for item in items if item.state == "unchanged" or _is_checks_only(item)]
        return before
    plan.items += items
    return replace(built, row=row)


def plan_targets(
    plan: Plan,
    folder: SchemeFolder,
    roster: Roster,
    rules: Rules,
    known: Mapping[Cell, Sequence[Target]],
    agreed: Collection[Cell],
) -> None:
    """Plan the targets; those of a scheme somebody has filed under stay as they are.

    *known* are the words on each cell. Those *agreed* between both sides, decided or adjusted are
    not undone by a file; what it says is nothing new where it was said before.
    """
    indicators, seen = rules.indicators, Seen()
    for found in folder.targets:
        line, file, number = found.line, found.file, found.number
        unit = found_unit(roster, line.unit_code, file=file, line=number, column="unit_code")
        if isinstance(unit, Fault):
            plan.faults.append(unit)
            continue
        indicator = indicators.get(line.indicator_code)
        fault = not_asked(rules.scheme, indicator, unit, line.indicator_code, file, number)
        cell = (line.indicator_code, unit.code)
        subject = f"{line.indicator_code} {unit.short_name}"
        fault = fault or seen.twice(
            cell, file=file, line=number, column="indicator_code", value=subject
        )
        if fault is not None:
            plan.faults.append(fault)
            continue
        words = known.get(cell, ())
        before = (word for word in words if (word.base, word.target) == (line.base, line.target))
        old = next(before, _last(words)) if cell in agreed else _last(words)
        new = {"base": line.base, "target": line.target}
        changes = differences({"base": old.base, "target": old.target}, new) if old else ()
        deed = TargetDeed(rules.scheme.code, *cell, line.base, line.target)
        state = state_of(is_new=old is None, changes=changes)
        item = Item("target", state, file, number, subject, deed, changes)
        if cell in agreed and item.state != "unchanged":
            plan.faults.append(Fault(file, number, "target", subject, "import-fault-target-agreed"))
        elif rules.is_frozen and item.state != "unchanged":
            plan.faults += _frozen_faults(item)
        else:
            plan.items.append(item)


def _last(words: Sequence[Target]) -> Target | None:
    return words[-1] if words else None


def not_asked(
    scheme: Scheme, indicator: Indicator | None, unit: UnitRow, code: str, file: str, line: int
) -> Fault | None:
    """Return why a scheme has no such cell, or None if it has."""
    given = {"unit": unit.short_name, "scheme": scheme.name}
    if indicator is None:
        return Fault(file, line, "indicator_code", code, "import-fault-indicator-unknown", given)
    if unit.track != scheme.track:
        return Fault(file, line, "unit_code", unit.code, "import-fault-unit-elsewhere", given)
    facts = unit.assessed
    if not indicator.is_meant_for(facts) or indicator.is_waived_for(facts):
        given = {"unit": unit.short_name, "indicator": indicator.name}
        return Fault(file, line, "unit_code", unit.code, "import-fault-not-meant", given)
    return None


def _build(folder: SchemeFolder, roster: Roster) -> tuple[Rules, list[Fault]]:
    head = folder.head.line
    indicators: list[Indicator] = []
    faults: list[Fault] = []
    for found in folder.indicators:
        asked = found.line.monitoring_unit
        unit = found_unit(
            roster, asked, file=found.file, line=found.number, column="monitoring_unit"
        )
        if isinstance(unit, Fault):
            faults.append(unit)
        else:
            indicators.append(found.line.facts(unit.code, DUE_DAY_DEFAULT))
    codes = {each.line.code for each in folder.indicators}
    plans: dict[str, Seasonality] = {}
    for found in folder.seasons:
        code = found.line.indicator_code
        if code not in codes:
            place = (found.file, found.number, "indicator_code", code)
            given = {"unit": "", "scheme": head.name}
            faults.append(Fault(*place, "import-fault-indicator-unknown", given))
        plans[code] = found.line.plan
    scheme = Scheme(
        code=head.code,
        name=head.name,
        year=head.year,
        track=head.track,
        full_points=head.full_points,
        places=head.places,
        indicator_places=(head.places if head.indicator_places is None else head.indicator_places),
        rank_on=head.rank_on,
        groups=tuple(each.line.facts for each in folder.groups),
        indicators=tuple(indicators),
        bonus_cap=head.bonus_cap,
        deduction_cap=head.deduction_cap,
        tie_break=head.tie_break,
        bottom=head.bottom,
        bottom_above=head.bottom_above,
        record=record_terms(head.record),
        adjustable_until=head.adjustable_until,
        outage_minutes=head.outage_minutes,
        ledger=ledger_terms(head.ledger),
    )
    return Rules(scheme, plans, None, is_frozen=False), faults


def _problems(folder: SchemeFolder, scheme: Scheme, roster: Roster) -> Iterator[Fault]:
    """Return what keeps the scheme from being computed, each on its own line."""
    lines = {"indicators": folder.indicators, "groups": folder.groups}
    places = {
        (table, each.line.code): (each.file, each.number)
        for table, found in lines.items()
        for each in found
    }
    for problem in problems(scheme, roster.assessed(scheme.track)):
        file, line = places.get((problem.table, problem.where), (folder.head.file, 0))
        given = {name: str(value) for name, value in problem.given}
        value = shown_value(problem.value)
        yield Fault(file, line, problem.column, value, problem.reason_id, given)


def left_out(folder: SchemeFolder, row: SchemeRow) -> list[IndicatorRow]:
    """Return the indicators of a scheme that its folder no longer has."""
    codes = {each.line.code for each in folder.indicators}
    return [each for each in row.indicators if each.indicator.code not in codes]


def _left_out(
    folder: SchemeFolder, row: SchemeRow, named: Mapping[str, Mapping[str, int]]
) -> Iterator[Fault]:
    """Say which indicators are left out although something names them, at the table's end."""
    last = folder.indicators[-1]
    for each in left_out(folder, row):
        subject = f"{each.indicator.code} {each.indicator.name}"
        for what, count in named.get(each.indicator.code, {}).items():
            given = {"what": what, "count": str(count), "last": str(last.number)}
            reason = "import-fault-indicator-named"
            yield Fault(last.file, last.number, "", subject, reason, given)


def _items(
    folder: SchemeFolder, built: Rules, row: SchemeRow | None, *, invented: bool
) -> Iterator[Item]:
    scheme = built.scheme
    head = folder.head
    changes = _scheme_changes(row.scheme, scheme) if row else ()
    deed = SchemeDeed(scheme, invented, row.id if row else None)
    state = state_of(is_new=row is None, changes=changes)
    subject = f"{scheme.code} {scheme.name}"
    yield Item("scheme", state, head.file, head.number, subject, deed, changes)
    there = {each.indicator.code: each for each in row.indicators} if row else {}
    for found, facts in zip(folder.indicators, scheme.indicators, strict=True):
        old = there.pop(facts.code, None)
        plan = built.plans.get(facts.code)
        changes = ()
        if old is not None:
            before = {**_facts(old.indicator), "seasonality": old.seasonality}
            changes = differences(before, {**_facts(facts), "seasonality": plan})
        state = state_of(is_new=old is None, changes=changes)
        kept = IndicatorDeed(scheme.code, facts, plan, old.id if old else None)
        subject = f"{facts.code} {facts.name}"
        yield Item("indicator", state, found.file, found.number, subject, kept, changes)
    for old in there.values():
        gone = IndicatorDeed(scheme.code, old.indicator, None, old.id)
        subject = f"{old.indicator.code} {old.indicator.name}"
        yield Item("indicator", "removed", head.file, 0, subject, gone)


def _scheme_changes(old: Scheme, new: Scheme) -> tuple[Change, ...]:
    kept = [each.name for each in fields(Scheme) if each.name not in {"groups", "indicators"}]
    changes = differences(
        {name: getattr(old, name) for name in kept}, {name: getattr(new, name) for name in kept}
    )
    if old.groups == new.groups:
        return changes
    texts = [" ".join(f"{g.code}={g.points or g.weight}" for g in s.groups) for s in (old, new)]
    return (*changes, Change("groups", *texts))


def _facts(indicator: Indicator) -> dict[str, object]:
    return {each.name: getattr(indicator, each.name) for each in fields(Indicator)}


def _frozen_faults(item: Item) -> Sequence[Fault]:
    """Return what an unchanged scheme keeps out, field by field."""
    if item.state == "unchanged" or _is_checks_only(item):
        return []
    reason = "import-fault-scheme-frozen"
    if not item.changes:
        return [Fault(item.file, item.line, "", item.subject, reason, {"old": ""})]
    return [
        Fault(item.file, item.line, each.column, each.new, reason, {"old": each.old})
        for each in item.changes
    ]


def _is_checks_only(item: Item) -> bool:
    """Whether an item changes nothing but how figures are asked about: no score follows from it."""
    is_indicator = item.state == "changed" and isinstance(item.deed, IndicatorDeed)
    return is_indicator and {each.column for each in item.changes} <= CHECKS_ONLY
