"""The plan for items of the ledger and for what verified observations cost.

An item somebody has made use of stays as it is, and so does a rule once it is laid down: points
that were given are not given anew. Another rule may follow from a later day on.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation

from handlers.operations.imports.import_plan import (
    Change,
    Item,
    LedgerItemDeed,
    ObservationRuleDeed,
    Plan,
    Roster,
    Seen,
    differences,
    found_unit,
    state_of,
)
from scoring.ledger_points import SECOND_CLASS
from scoring.ledger_rules import ledger_rule
from storage import ledger_items
from storage.city_folder import CityFolder, Found
from storage.ledger_items import ALL, ItemRow, ObservationRule, RuleRow
from storage.ledger_lines import ItemLine, ObservationRuleLine
from storage.tables import Fault


@dataclass(frozen=True)
class LedgerKnown:
    """What the city has already: items, those in use, rules, years, and days that are settled.

    *settled* is the last day of the last frozen month, for each year and track.
    """

    items: Sequence[ItemRow]
    used: Collection[int]
    rules: Sequence[RuleRow]
    years: Collection[int]
    settled: Mapping[tuple[int, str], date]
    categories: Collection[str]


def plan_ledger(plan: Plan, folder: CityFolder, roster: Roster, known: LedgerKnown) -> None:
    """Plan the items, then the rules that stand under them."""
    years = {each.head.line.year for each in folder.schemes} or set(known.years)
    items = {(each.item.year, each.item.code): each.item for each in known.items}
    items |= _plan_items(plan, folder, roster, known, years)
    _plan_rules(plan, folder, known, years, items)


def _plan_items(
    plan: Plan, folder: CityFolder, roster: Roster, known: LedgerKnown, years: set[int]
) -> dict[tuple[int, str], ledger_items.Item]:
    there = {(each.item.year, each.item.code): each for each in known.items}
    unit_codes = {row.id: row.code for row in roster.rows.values()}
    seen, good = Seen(), dict[tuple[int, str], ledger_items.Item]()
    for found in folder.items:
        line = found.line
        year = line.year or (next(iter(years)) if len(years) == 1 else None)
        item = _item(found, year)
        unit = found_unit(
            roster,
            line.monitoring_unit,
            file=found.file,
            line=found.number,
            column="monitoring_unit",
        )
        faults = [each for each in (item, unit) if isinstance(each, Fault)]
        twice = seen.twice(
            (year, line.code), file=found.file, line=found.number, column="code", value=line.code
        )
        faults += [twice] if twice else []
        if faults or isinstance(item, Fault) or isinstance(unit, Fault):
            plan.faults += faults
            continue
        old = there.get((item.year, item.code))
        changes = ()
        if old is not None:
            before = {**_facts(old.item), "monitoring_unit": unit_codes[old.verifying_unit_id]}
            changes = differences(before, {**_facts(item), "monitoring_unit": unit.code})
        if old is not None and old.id in known.used and changes:
            plan.faults += [_used(found, each) for each in changes]
            continue
        good[item.year, item.code] = item
        deed = LedgerItemDeed(item, unit.code, old.id if old else None)
        state = state_of(is_new=old is None, changes=changes)
        subject = f"{item.code} {item.name}"
        plan.items.append(
            Item("ledger_item", state, found.file, found.number, subject, deed, changes)
        )
    return good


def _used(found: Found[ItemLine], change: Change) -> Fault:
    """Return the fault of a changed column of an item that is in use."""
    place = (found.file, found.number, change.column, change.new)
    return Fault(*place, "import-fault-item-used", {"old": change.old})


def _item(found: Found[ItemLine], year: int | None) -> ledger_items.Item | Fault:
    """Return the item a line means, or what is wrong with it by itself."""
    line = found.line

    def fault(column: str, value: object, reason: str) -> Fault:
        return Fault(found.file, found.number, column, str(value), reason)

    if year is None:
        return fault("year", "", "import-fault-item-year")
    if line.kind == "veto" and line.points:
        return fault("points", line.points, "import-fault-veto-points")
    if line.kind != "veto" and not line.points:
        return fault("points", line.points, "import-fault-item-points")
    if line.kind == "bonus" and line.points < 0:
        return fault("points", line.points, "import-fault-item-sign")
    levels = _levels(line.levels)
    if levels is None:
        return fault("levels", line.levels, "import-fault-item-levels")
    if not _is_rule(line.rule):
        return fault("rule", line.rule, "import-fault-item-rule")
    return ledger_items.Item(
        year=year,
        code=line.code,
        name=line.name,
        kind=line.kind,
        scope=line.scope,
        points=abs(line.points),
        per=line.per or line.unit_of_measure,
        cap=_positive(line.cap),
        evidence=line.evidence,
        agency_points=_positive(line.agency_points),
        agency_cap=_positive(line.agency_cap),
        second_class_half=line.second_class == "yes",
        levels=levels,
        note=line.note,
        rule=line.rule,
    )


def _is_rule(text: str) -> bool:
    """Whether this is a rule by which cases are computed, or none at all."""
    try:
        return not text or bool(ledger_rule(text))
    except ValueError:
        return False


def _levels(text: str) -> tuple[tuple[str, Decimal], ...] | None:
    """Read "省级:5|国家级:10"; None for what cannot be read."""
    found: dict[str, Decimal] = {}
    for part in filter(None, (each.strip() for each in text.replace("：", ":").split("|"))):
        name, _, digits = part.partition(":")
        try:
            points = abs(Decimal(digits.strip()))
        except InvalidOperation:
            return None
        if not name.strip() or name.strip() in {*found, SECOND_CLASS} or not points.is_finite():
            return None
        found[name.strip()] = points
    return tuple(found.items())


def _positive(number: Decimal | None) -> Decimal | None:
    return None if number is None else abs(number)


def _facts(item: ledger_items.Item) -> dict[str, object]:
    facts = {each.name: getattr(item, each.name) for each in fields(item)}
    levels = [f"{name}:{points:f}" for name, points in item.levels]
    return {**facts, "levels": "|".join(levels)}


def _plan_rules(
    plan: Plan,
    folder: CityFolder,
    known: LedgerKnown,
    years: set[int],
    items: Mapping[tuple[int, str], ledger_items.Item],
) -> None:
    there = {_key(each.rule): each for each in known.rules}
    codes = {each.id: each.item.code for each in known.items}
    seen = Seen()
    brought = {each.line.code for each in folder.categories}
    categories = sorted({*known.categories, *brought})
    for found in folder.observation_rules:
        line = found.line
        year = line.year or (next(iter(years)) if len(years) == 1 else None)
        fault = _rule_fault(found, year, items, categories)
        rule = ObservationRule(
            year=year or 0,
            track=line.track,
            category=line.category,
            counts=line.counts,
            points=line.points,
            cap=line.cap,
            since=line.since or date(year or 1990, 1, 1),
        )
        fault = fault or seen.twice(
            _key(rule),
            file=found.file,
            line=found.number,
            column="category",
            value=line.category,
        )
        old = there.get(_key(rule))
        changes = ()
        if old is not None:
            before = {**_rule_facts(old.rule), "item": codes[old.item_id]}
            changes = differences(before, {**_rule_facts(rule), "item": line.item})
        elif fault is None:
            fault = _is_settled(found, rule, known)
        if changes and fault is None:
            place = (found.file, found.number, changes[0].column, changes[0].new)
            fault = Fault(*place, "import-fault-rule-there", {"old": changes[0].old})
        if fault is not None:
            plan.faults.append(fault)
            continue
        state = state_of(is_new=old is None, changes=())
        subject = f"{rule.track} {rule.category}"
        deed = ObservationRuleDeed(rule, line.item)
        plan.items.append(Item("observation_rule", state, found.file, found.number, subject, deed))


def _rule_fault(
    found: Found[ObservationRuleLine],
    year: int | None,
    items: Mapping[tuple[int, str], ledger_items.Item],
    categories: Collection[str],
) -> Fault | None:
    line = found.line
    if year is None:
        return Fault(found.file, found.number, "year", "", "import-fault-item-year")
    if line.category not in {ALL, *categories}:
        given = {"choices": ", ".join((ALL, *categories))}
        place = (found.file, found.number, "category", line.category)
        return Fault(*place, "import-fault-choice", given)
    item = items.get((year, line.item))
    if item is None or item.kind != "deduction" or not item.is_for(line.track):
        return Fault(found.file, found.number, "item", line.item, "import-fault-rule-item")
    return None


def _is_settled(
    found: Found[ObservationRuleLine], rule: ObservationRule, known: LedgerKnown
) -> Fault | None:
    """Return the fault of a new rule that would reach back into a frozen month."""
    until = known.settled.get((rule.year, rule.track))
    if until is None or rule.since > until:
        return None
    place = (found.file, found.number, "since", rule.since.isoformat())
    return Fault(*place, "import-fault-rule-settled", {"until": until.isoformat()})


def _key(rule: ObservationRule) -> tuple[int, str, str, date]:
    return (rule.year, rule.track, rule.category, rule.since)


def _rule_facts(rule: ObservationRule) -> dict[str, object]:
    return {"counts": rule.counts, "points": rule.points, "cap": rule.cap}
