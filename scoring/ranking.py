"""Places within a category: ties share the better one (1, 2, 2, 4), and the bottom is flagged.

Places are decided on published scores unless the scheme ranks on exact ones. What is level after
the scheme's tie-breaks stays level. A tie on the boundary of the bottom flags all who are tied, for
the committee to decide.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Key: TypeAlias = tuple[Decimal, ...]


class Standing(NamedTuple):
    """One line of a ranking.

    *gap_to_next* is the distance to the score of the next better place, *gap_to_bottom* that to
    the best of the flagged; both are None where there is no such unit, and zero or positive.
    """

    unit: str
    place: int
    score: Decimal
    is_tied: bool = False
    is_bottom: bool = False
    gap_to_next: Decimal | None = None
    gap_to_bottom: Decimal | None = None


Ranking: TypeAlias = tuple[Standing, ...]


def ranking(keys: Mapping[str, Key], *, bottom: int = 2, bottom_above: int = 4) -> Ranking:
    """Rank units by their keys, the first part of which is the score.

    The last *bottom* places are flagged where more than *bottom_above* units are ranked. Units that
    share a place stand in the order they came in.

    >>> four = {"a": (Decimal(9),), "b": (Decimal(8),), "c": (Decimal(8),), "d": (Decimal(7),)}
    >>> [line.place for line in ranking(four)]
    [1, 2, 2, 4]
    """
    ordered = sorted(keys, key=keys.__getitem__, reverse=True)
    flagged = _bottom(keys, ordered, bottom=bottom, bottom_above=bottom_above)
    best_flagged = max((keys[unit][0] for unit in flagged), default=None)
    lines: list[Standing] = []
    better: Decimal | None = None
    for key, level in groupby(ordered, key=keys.__getitem__):
        tied, place, score = tuple(level), len(lines) + 1, key[0]
        is_bottom = tied[0] in flagged
        to_next = None if better is None else better - score
        to_bottom = None if best_flagged is None or is_bottom else score - best_flagged
        is_tied = len(tied) > 1
        lines += [
            Standing(unit, place, score, is_tied, is_bottom, to_next, to_bottom) for unit in tied
        ]
        better = score
    return tuple(lines)


def _bottom(
    keys: Mapping[str, Key], ordered: list[str], *, bottom: int, bottom_above: int
) -> frozenset[str]:
    if len(ordered) <= bottom_above or not 0 < bottom <= len(ordered):
        return frozenset()
    boundary = keys[ordered[-bottom]]
    return frozenset(unit for unit in ordered if keys[unit] <= boundary)
