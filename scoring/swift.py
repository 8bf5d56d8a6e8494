"""A whole column scored at once, exact at the published digit, for methods whose rules have twins.

The points are worked out in floating point with a bound on how far they can be off. A score that
lies within that bound of a rounding is in doubt and is worked out again in decimals. Reasons are
never computed here: `CellAccounts` gives them, by the rules themselves, when somebody asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from scoring.column import STATE_NUMBERS, UNSCORED, ColumnScores, packed
from scoring.facts import RATE_UNITS, ZERO
from scoring.figure_table import (
    MISSING,
    NO_DATA,
    NOT_APPLICABLE,
    NUMBER,
    SAFE,
    AnswerColumn,
    FigureTable,
    Numbers,
    numbers,
)
from scoring.figures import YEAR_MONTHS, figure_period
from scoring.method_text import Part, method
from scoring.model import Missing, Target
from scoring.rounding import EXACT, rounded
from scoring.sheet import EPSILON, Shares, Sheet
from scoring.swift_rules import TWINS

if TYPE_CHECKING:
    from scoring.column import Accounts
    from scoring.figure_table import Flags, Floats, Kinds
    from scoring.model import Book, Indicator, Period
    from scoring.rolls import Roll

SLACK: Final = 2.0**-30
"""Scores closer to a rounding than this are always worked out again."""
NOWHERE = Missing()
NO_TARGET = Target("", "")


def swift_column(
    book: Book, indicator: Indicator, period: Period, roll: Roll, accounts: Accounts, *, final: bool
) -> ColumnScores | None:
    """Score a column at once; None where only the rules themselves can."""
    parts = _parts(indicator.method)
    if parts is None or not roll.units or book.frozen_bounds:
        return None
    speaks = figure_period(book, indicator, period)
    answers = None if speaks is None else _answers(book, indicator.code, speaks, roll)
    if speaks is None or answers is None:
        return None
    exempt = _exempt(roll, indicator.code)
    kinds = answers.kinds if exempt is None else np.where(exempt, NOT_APPLICABLE, answers.kinds)
    there = kinds == NUMBER
    everywhere = bool(there.all())
    if not everywhere:
        fills = final or indicator.missing not in {"renormalise", "zero"}
        if not there.any() or (fills and (kinds == MISSING).any()):
            return None
    sheet = _sheet(book, indicator, speaks, roll, answers, None if everywhere else there)
    with np.errstate(all="ignore"):
        cap = None if indicator.cap_pct is None else indicator.cap_pct / 100
        shares = [
            TWINS[part.name](sheet, part, cap if part.cap is None else part.cap) for part in parts
        ]
        known = [each for each in shares if each is not None]
        if len(known) < len(parts):
            return None
        work = _Work(
            indicator.code, roll, book.scheme.indicator_places, parts, tuple(known), accounts
        )
        found = work.scores(there)
        if found is None:
            return None
    scores, answered = found
    states = _states(kinds, there, answered, fills=indicator.missing == "zero")
    if indicator.missing == "zero":
        scores[kinds == MISSING] = 0
    return ColumnScores(
        indicator.code,
        roll,
        book.scheme.indicator_places,
        states.tobytes(),
        packed(scores),
        speaks,
        {},
        accounts,
    )


@dataclass(frozen=True)
class _Work:
    """The parts of a method with the shares each awards, to be put together into scores."""

    indicator: str
    roll: Roll
    places: int
    parts: tuple[Part, ...]
    shares: tuple[Shares, ...]
    accounts: Accounts

    def scores(
        self, there: Flags
    ) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], Flags] | None:
        """Return scores in units of the last decimal or UNSCORED, and who has one.

        None where a score is too long to be held exactly.
        """
        share, answered, noise = self._mixed(there)
        full = self._full()
        scaled = np.where(answered, share * full, 0.0)
        if scaled.max(initial=0) >= SAFE:
            return None
        away = np.abs(scaled - np.floor(scaled) - 0.5)
        in_doubt = away <= noise * full + 64 * EPSILON * scaled + SLACK
        scores = np.floor(scaled + 0.5).astype(np.int64)
        for row in (in_doubt & answered).nonzero()[0].tolist():
            scores[row] = self._settled(row)
        scores[~answered] = UNSCORED
        return scores, answered

    def _mixed(self, there: Flags) -> tuple[Floats, Flags, float]:
        """Return the shares of the parts together; a part without an answer leaves its share."""
        (first, *more) = self.shares
        noise = sum(each.noise for each in self.shares)
        if not more:
            known = there if first.answered is None else there & first.answered
            return first.share, known, noise
        total, weight = np.zeros(len(there)), np.zeros(len(there))
        for part, each in zip(self.parts, self.shares, strict=True):
            pct = float(part.share_pct)
            counts = pct if each.answered is None else pct * each.answered
            total += np.where(counts, each.share, 0) * counts
            weight += counts
        return total / np.maximum(weight, EPSILON), there & (weight > 0), noise * len(self.parts)

    def _full(self) -> Floats | float:
        """Return the full points in units of the last decimal, a row a unit or one for all."""
        of_kind = [
            float(profile.points.get(self.indicator, ZERO).scaleb(self.places))
            for profile in self.roll.profiles
        ]
        return of_kind[0] if len(of_kind) == 1 else np.array(of_kind)[self.roll.layout.kinds]

    def _settled(self, row: int) -> int:
        """Work a score out in decimals: by its quotients, or by the rule where they are not whole.

        The order of the steps is that of the rules, which multiply first.
        """
        with localcontext(EXACT):
            full = self.roll.points(row, self.indicator)
            total = weight = ZERO
            for part, each in zip(self.parts, self.shares, strict=True):
                if each.answered is None or each.answered[row]:
                    if not each.is_whole:
                        return self.accounts.score(self.roll.units[row].code)
                    total += _points(full * part.share_pct / 100, each, row)
                    weight += part.share_pct
            return _scaled(total if weight == Decimal(100) else total * 100 / weight, self.places)


def _points(full: Decimal, shares: Shares, row: int) -> Decimal:
    below = np.broadcast_to(shares.denominator, shares.numerator.shape)[row]
    points = full * int(shares.numerator[row]) / int(below)
    if points <= 0:
        return ZERO
    return points if shares.most is None else min(points, full * shares.most)


def _scaled(points: Decimal, places: int) -> int:
    return int(rounded(points, places).scaleb(places))


@lru_cache(maxsize=1024)
def _parts(text: str) -> tuple[Part, ...] | None:
    """Return the parts of a method if all have twins and nothing special goes with them."""
    parts = method(text).parts
    special = (
        part.uses_difficulty or part.exempt_by or part.mean_without_case or part.looks_at
        for part in parts
    )
    return None if any(special) or any(part.name not in TWINS for part in parts) else parts


def _answers(book: Book, code: str, period: Period, roll: Roll) -> AnswerColumn | None:
    """Return what was answered in the order of the roll; None where it cannot be a column."""
    entries = book.entries.get(period)
    if isinstance(entries, FigureTable) and entries.units is book.units:
        column = entries.columns.get(code)
        if column is None or roll.rows is None:
            return column
        return column.taken(roll.layout.rows_of(roll.rows))
    found = entries or {}
    return AnswerColumn.of(found.get((code, unit.code), NOWHERE) for unit in roll.units)


def _exempt(roll: Roll, code: str) -> Flags | None:
    of_kind = [code in profile.exempt for profile in roll.profiles]
    return np.array(of_kind)[roll.layout.kinds] if any(of_kind) else None


def _sheet(
    book: Book,
    indicator: Indicator,
    speaks: Period,
    roll: Roll,
    answers: AnswerColumn,
    there: Flags | None,
) -> Sheet:
    # The whole of last year is this month's base too: for a level at any time, else in December.
    has_targets = bool(book.targets or book.retargeted)
    whole_year = has_targets and (indicator.kind == "level" or speaks.month == YEAR_MONTHS)
    needs_target = method(indicator.method).needs_target
    target = year_base = None
    if needs_target or whole_year:
        held = [book.target(speaks, indicator.code, unit.code) or NO_TARGET for unit in roll.units]
        target = numbers([each.target for each in held]) if needs_target else None
        year_base = numbers([each.base for each in held]) if whole_year else None
    return Sheet(
        indicator,
        roll.layout,
        there,
        answers.value,
        answers.base if year_base is None else _either(answers.base, year_base),
        _if_any(answers.growth),
        target if target is None else _if_any(target),
        _planned(book, indicator, speaks),
        indicator.unit_of_measure in RATE_UNITS,
    )


def _if_any(column: Numbers) -> Numbers | None:
    return column if column.there is None or column.there.any() else None


def _either(first: Numbers, second: Numbers) -> Numbers | None:
    """Return the first number of each row, or the second where there is no first."""
    if first.there is None:
        return first
    places = max(first.places, second.places)
    own, other = first.scaled(places), second.scaled(places)
    if own is None or other is None:
        return None
    there = None if second.there is None else first.there | second.there
    return Numbers(np.where(first.there, own, other), there, places)


def _planned(book: Book, indicator: Indicator, period: Period) -> tuple[float, float] | None:
    """Return the share of the year planned by a month as a whole quotient, as `planned_pct`."""
    shares = book.shares(period, indicator.code)
    share = shares[period.month - 1] if len(shares) >= period.month else None
    if share is None:
        return float(period.month), float(YEAR_MONTHS)
    column = numbers([share])
    if column is None or 100 * 10**column.places >= SAFE:
        return None
    return float(column.whole[0]), 100.0 * 10**column.places


def _states_of_kinds(*, fills: bool) -> Kinds:
    of_kind = np.zeros(len((MISSING, NUMBER, NO_DATA, NOT_APPLICABLE)), np.uint8)
    of_kind[MISSING] = STATE_NUMBERS["filled" if fills else "missing"]
    of_kind[NUMBER] = STATE_NUMBERS["scored"]
    of_kind[NO_DATA] = STATE_NUMBERS["no_data"]
    of_kind[NOT_APPLICABLE] = STATE_NUMBERS["not_applicable"]
    return of_kind


OF_KIND: Final = {fills: _states_of_kinds(fills=fills) for fills in (False, True)}
"""The state that each kind of answer comes to, by whether the missing rule fills it."""


def _states(kinds: Kinds, there: Flags, answered: Flags, *, fills: bool) -> Kinds:
    """Return the numbers of the states that answers and scores come to."""
    states = OF_KIND[fills][kinds]
    states[there & ~answered] = STATE_NUMBERS["undefined"]
    return states
