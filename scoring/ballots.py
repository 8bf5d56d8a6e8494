"""社会评议 and leaders' ratings: from counted ballots to an index out of 100.

Nothing here knows who voted. 不了解 is not a vote. More than five scores lose the highest and the
lowest; five or fewer are all kept. A group without enough ballots leaves its weight to the others.
Sources: trimming and grades from published rating rules; 100/80/60/0 is customary.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from scoring.facts import ZERO
from scoring.rounding import EXACT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TRIM_ABOVE = 5
SATISFIED_FROM = Decimal(60)


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll counted: *index* out of 100, the share of the satisfied in percent, the votes."""

    index: Decimal
    satisfied_pct: Decimal
    votes: int


def poll(
    ballots: Mapping[str, int],
    values: Mapping[str, Decimal],
    *,
    satisfied_from: Decimal = SATISFIED_FROM,
) -> Poll | None:
    """Count ballots by grade; grades without a value are not votes. None without a single vote.

    >>> grades = {"good": Decimal(100), "fair": Decimal(60), "bad": Decimal(0)}
    >>> poll({"good": 3, "fair": 1, "do not know": 9}, grades)
    Poll(index=Decimal('90'), satisfied_pct=Decimal('100'), votes=4)
    """
    counted = {grade: count for grade, count in ballots.items() if grade in values}
    votes = sum(counted.values())
    if not votes:
        return None
    with localcontext(EXACT):
        total = sum((values[grade] * count for grade, count in counted.items()), ZERO)
        satisfied = sum(
            count for grade, count in counted.items() if values[grade] >= satisfied_from
        )
        return Poll(total / votes, Decimal(satisfied * 100) / votes, votes)


def trimmed_mean(
    scores: Sequence[Decimal], *, trim_above: int = TRIM_ABOVE, trim_pct: Decimal | None = None
) -> Decimal | None:
    """Return the mean of scores without the extremes; None without scores.

    With more than *trim_above* scores one highest and one lowest are dropped, or *trim_pct*
    percent at each end (whole scores, rounded down).

    >>> trimmed_mean([Decimal(score) for score in (95, 90, 88, 86, 84, 70, 100)])
    Decimal('88.6')
    """
    if not scores:
        return None
    drop = 1 if trim_pct is None else int(len(scores) * trim_pct / 100)
    kept = sorted(scores)
    if len(scores) > trim_above and drop:
        kept = kept[drop:-drop]
    with localcontext(EXACT):
        return sum(kept, ZERO) / len(kept)


def group_index(means: Sequence[tuple[Decimal, Decimal | None]]) -> Decimal | None:
    """Weigh the groups' means, each given as (weight, mean); None when every group is empty.

    >>> group_index([(Decimal(60), Decimal(90)), (Decimal(40), None)])
    Decimal('90')
    """
    voted = [(weight, mean) for weight, mean in means if mean is not None]
    weights = sum((weight for weight, _ in voted), ZERO)
    if not weights:
        return None
    with localcontext(EXACT):
        return sum((weight * mean for weight, mean in voted), ZERO) / weights
