"""加分, 扣分 and 一票否决: what the ledger adds, takes away and bars, computed and never stored.

net = min(Σ bonus, cap) − min(Σ deduction, cap), and each item within its own cap. One fact scores
once: of a unit's bonuses, or deductions, for one fact only the highest counts. A veto is a document
with a term; it bars from honours and leaves the score alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.facts import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from scoring.model import LedgerEntry, Scheme

Limit: TypeAlias = Literal["none", "fact", "item", "total"]
"""What keeps an entry from counting in full: a higher one for the same fact, or a cap."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What one entry counts for, signed, after all that *limit* took from it."""

    entry: LedgerEntry
    counted: Decimal
    limit: Limit = "none"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What the ledger makes of one unit: both amounts positive, after all caps.

    *effects* are its bonuses and deductions in force, in the order in which they came into force.
    """

    bonus: Decimal = ZERO
    deduction: Decimal = ZERO
    vetoes: tuple[LedgerEntry, ...] = ()
    effects: tuple[Effect, ...] = ()

    @property
    def net(self) -> Decimal:
        """The points added to the score, or taken from it when negative."""
        return self.bonus - self.deduction

    @property
    def may_be_honoured(self) -> bool:
        """Whether no veto stands in the way of 评优."""
        return not self.vetoes


NO_ADJUSTMENT = Adjustment()


def adjustments(
    scheme: Scheme, ledger: Iterable[LedgerEntry], *, on: date
) -> Mapping[str, Adjustment]:
    """Return what the entries in force on a day make of each unit that has any."""
    by_unit: dict[str, list[LedgerEntry]] = {}
    for entry in ledger:
        if entry.is_in_force(on):
            by_unit.setdefault(entry.unit, []).append(entry)
    return {unit: adjustment(scheme, entries) for unit, entries in by_unit.items()}


def adjustment(scheme: Scheme, entries: Iterable[LedgerEntry]) -> Adjustment:
    """Add up one unit's entries in force, within every cap; their order makes no difference."""
    ordered = sorted(entries, key=_when)
    bonus = [each for each in ordered if each.kind == "bonus"]
    deduction = [each for each in ordered if each.kind == "deduction"]
    effects = [
        *_effects(bonus, scheme.bonus_cap),
        *_effects(deduction, scheme.deduction_cap),
    ]
    return Adjustment(
        sum((each.counted for each in effects if each.entry.kind == "bonus"), ZERO),
        sum((-each.counted for each in effects if each.entry.kind == "deduction"), ZERO),
        tuple(each for each in ordered if each.kind == "veto"),
        tuple(sorted(effects, key=lambda each: _when(each.entry))),
    )


@dataclass(frozen=True, slots=True)
class WouldCount:
    """What one more entry would count, signed, beside what is in force.

    *moves* is what the balance would move by, which is less where it displaces another entry for
    the same fact. *item_used* and *total_used* are what is used of the caps now, positive.
    """

    counted: Decimal
    limit: Limit
    moves: Decimal
    item_used: Decimal
    total_used: Decimal
    total_cap: Decimal | None


def would_count(scheme: Scheme, own: Sequence[LedgerEntry], new: LedgerEntry) -> WouldCount:
    """Return what a new entry of a unit would count beside its *own* ones in force."""
    before, after = adjustment(scheme, own), adjustment(scheme, [*own, new])
    effect = next(each for each in after.effects if each.entry is new)
    same = [each for each in before.effects if each.entry.kind == new.kind]
    return WouldCount(
        effect.counted,
        effect.limit,
        after.net - before.net,
        sum((abs(each.counted) for each in same if each.entry.item == new.item), ZERO),
        sum((abs(each.counted) for each in same), ZERO),
        scheme.bonus_cap if new.kind == "bonus" else scheme.deduction_cap,
    )


def _effects(entries: Sequence[LedgerEntry], cap: Decimal | None) -> list[Effect]:
    """Return what each entry of one kind counts for; whoever comes later finds less room."""
    highest: dict[str, LedgerEntry] = {}
    for each in entries:
        held = highest.get(each.fact)
        if each.fact and (held is None or abs(each.points) > abs(held.points)):
            highest[each.fact] = each
    rooms: dict[str, Decimal | None] = {}
    for each in entries:
        rooms[each.item] = _lower(rooms.get(each.item), each.item_cap)
    left, effects = cap, list[Effect]()
    for each in entries:
        if each.fact and highest[each.fact] is not each:
            effects.append(Effect(each, ZERO, "fact"))
            continue
        whole, room = abs(each.points), rooms[each.item]
        within = whole if room is None else min(whole, room)
        counted = within if left is None else min(within, left)
        if room is not None:
            rooms[each.item] = room - within
        if left is not None:
            left -= counted
        limit: Limit = "total" if counted < within else "item" if within < whole else "none"
        effects.append(Effect(each, counted if each.kind == "bonus" else -counted, limit))
    return effects


def _lower(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """Return the lower of two caps; None is no cap."""
    caps = [abs(each) for each in (one, other) if each is not None]
    return min(caps) if caps else None


def _when(entry: LedgerEntry) -> tuple[date, str, str, Decimal]:
    return (entry.in_force_on, entry.number.rjust(12, "0"), entry.item, -abs(entry.points))
