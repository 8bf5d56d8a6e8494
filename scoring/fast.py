"""The ranking alone, of very many units at once: whole numbers in columns, exact at every digit.

For schemes in which every indicator lies between its extremes (`efficacy` without logarithms) and
what is missing is left out. Nothing here is a float: figures are whole multiples of their smallest
decimal, and a score is one division rounded half up, as `engine` has it. Reasons are not kept; ask
the engine for those of the units that somebody looks at.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from scoring.facts import HUNDRED, ZERO
from scoring.method_text import method

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from scoring.facts import Parameter
    from scoring.model import Indicator, Scheme

    Whole: TypeAlias = NDArray[np.int64]
    Yes: TypeAlias = NDArray[np.bool_]

LIMIT = 2**62
"""Beyond this a product might not fit into 64 bits; such a scheme is the engine's."""


class NotPlainError(ValueError):
    """A scheme, or figures, that only the engine can score."""


@dataclass(frozen=True, slots=True)
class FastRanking:
    """Published scores, in units of the last published decimal, and places within categories.

    Units of whom nothing has been scored have place 0.
    """

    scores: Whole
    places: Whole


@dataclass(frozen=True, slots=True)
class _Scale:
    """One indicator as whole numbers: *full* points in units of the last decimal of its score."""

    full: int
    start: int
    span: int
    is_down: bool


@dataclass(frozen=True)
class FastScheme:
    """A plain scheme prepared for columns of figures. Build it with `prepare`.

    *full* are the scheme's points in units of the last published decimal. *order* brings the units
    of a category together, which then start at *starts* and are *lengths* long.
    """

    scales: tuple[_Scale, ...]
    full: int
    order: Whole
    starts: Whole
    lengths: Whole

    def ranking(self, figures: Whole, reported: Yes | None = None) -> FastRanking:
        """Rank units by their figures, a row an indicator and a column a unit.

        *figures* are whole multiples of one smallest decimal an indicator; *reported* says which
        of them there are, all when left out. Raise NotPlainError where 64 bits are not enough.
        """
        earned = np.zeros(len(self.order), np.int64)
        scored = np.zeros(len(self.order), np.int64)
        for scale, figure, there in zip(
            self.scales, figures, figures if reported is None else reported, strict=True
        ):
            row = figure[self.order]
            if reported is None:
                earned += self._points(scale, row, None)
                scored += scale.full
            else:
                known = there[self.order].astype(np.bool_)
                earned += self._points(scale, np.where(known, row, 0), known) * known
                scored += scale.full * known
        return self._ranked(self._published(earned, scored), scored)

    def _points(self, scale: _Scale, row: Whole, known: Yes | None) -> Whole:
        """Score one indicator: ⌊(2·score + 1) ÷ 2⌋ with one whole division a unit."""
        low = row if known is None else np.where(known, row, LIMIT)
        high = row if known is None else np.where(known, row, -LIMIT)
        least, most = np.minimum.reduceat(low, self.starts), np.maximum.reduceat(high, self.starts)
        # All alike, or nobody there at all: everybody has full points.
        alike = least >= most
        if alike.any():
            least, most = np.where(alike, 0, least), np.where(alike, 1, most)
        slope = 2 * scale.full * scale.span
        widest = max(int(most.max()), -int(least.min()), int(row.max()), -int(row.min()))
        if widest * (2 * slope + 800 * scale.full + 200) > LIMIT:
            raise NotPlainError("figures too wide for 64 bits")
        width = most - least
        away = slope * most if scale.is_down else -slope * least
        points = row * (-slope if scale.is_down else slope)
        points += np.repeat((2 * scale.full * scale.start + 100) * width + away, self.lengths)
        points //= np.repeat(200 * width, self.lengths)
        if alike.any():
            points[np.repeat(alike, self.lengths)] = scale.full
        return points

    def _published(self, earned: Whole, scored: Whole) -> Whole:
        if 2 * self.full * int(earned.max(initial=0)) > LIMIT:
            raise NotPlainError("totals too wide for 64 bits")
        return (2 * earned * self.full + scored) // np.maximum(2 * scored, 1)

    def _ranked(self, scores: Whole, scored: Whole) -> FastRanking:
        places = np.zeros_like(scores)
        keys = np.where(scored > 0, scores, -1)
        for start, length in zip(self.starts.tolist(), self.lengths.tolist(), strict=True):
            inside = slice(start, start + length)
            better = np.sort(keys[inside])
            above = len(better) - np.searchsorted(better, keys[inside], side="right")
            places[inside] = above + 1
        places[scored == 0] = 0
        back = np.empty_like(self.order)
        back[self.order] = np.arange(len(self.order))
        return FastRanking(scores[back], places[back])


def prepare(scheme: Scheme, categories: Sequence[str]) -> FastScheme:
    """Prepare a plain scheme for units of these categories, in the order of the figures' columns.

    Raise NotPlainError for a scheme that only the engine can score.
    """
    inside = sum((indicator.weight for indicator in scheme.indicators), ZERO)
    blocks = len(scheme.groups) == 1 and scheme.groups[0].weights == "points"
    if not blocks or inside != scheme.full_points or scheme.tie_break:
        raise NotPlainError("blocks, relative weights or tie-breaks")
    if scheme.rank_on == "exact":
        raise NotPlainError("ranked on exact scores")
    names = {name: number for number, name in enumerate(dict.fromkeys(categories))}
    numbers = np.array([names[category] for category in categories], np.int64)
    order = np.argsort(numbers, kind="stable")
    lengths = np.bincount(numbers)
    return FastScheme(
        tuple(_scale(indicator, scheme.indicator_places) for indicator in scheme.indicators),
        _whole(scheme.full_points.scaleb(scheme.places)),
        order,
        np.cumsum(lengths) - lengths,
        lengths,
    )


def _scale(indicator: Indicator, places: int) -> _Scale:
    (part, *more) = method(indicator.method).parts
    fixed = (indicator.best, indicator.worst)
    named = indicator.applies_to or indicator.not_applicable
    common = part.cap or part.uses_difficulty or part.exempt_by or part.mean_without_case
    plain = part.name == "efficacy" and not part.params["log"]
    if more or common or named or not plain or fixed != (None, None):
        raise NotPlainError(f"{indicator.code}: {indicator.method}")
    if indicator.missing != "renormalise" or indicator.frequency != "monthly":
        raise NotPlainError(f"{indicator.code}: {indicator.missing}, {indicator.frequency}")
    start, span = (_whole(part.params[name]) for name in ("base", "span"))
    if start < 0 or span < 0 or start + span > HUNDRED:
        raise NotPlainError(f"{indicator.code}: {indicator.method}")
    full = _whole(indicator.weight.scaleb(places))
    return _Scale(full, start, span, indicator.direction == "down")


def _whole(value: Parameter) -> int:
    if not isinstance(value, Decimal) or value != value.to_integral_value():
        raise NotPlainError(str(value))
    return int(value)
