"""What a monitoring unit's written analyses leave of its points: on time, and how good.

Source: 金坛 2011 gives the analyses of a quarter 55 points: 25 for timeliness (due on the 5th;
three a day, nothing left when three days late in the quarter) and 30 for quality (what stands
out, what is peculiar, what is wrong, what comes next; unlike last month's; fitting the figures).
How many points a worse analysis keeps is the scheme's to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.punctuality import punctuality
from scoring.rounding import EXACT
from scoring.told import Because, Scored

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.reporting_record import RecordTerms

Level: TypeAlias = Literal["excellent", "good", "fair", "poor"]
LEVELS: tuple[Level, ...] = ("excellent", "good", "fair", "poor")
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class AnalysisFact:
    """One month's analysis: how many working days late it came, or is by now, and its level."""

    period: str
    came: bool
    days_late: int = 0
    level: Level | None = None


def analysis_parts(facts: Sequence[AnalysisFact], terms: RecordTerms) -> tuple[Scored, ...]:
    """Return timeliness and quality of some months' analyses; nothing if the scheme asks none.

    What is neither in nor due is no fact yet. One that never came has no quality; one that nobody
    has rated is left out of it.
    """
    if not terms.asks_analyses:
        return ()
    return (_timeliness(facts, terms), _quality(facts, terms))


def _timeliness(facts: Sequence[AnalysisFact], terms: RecordTerms) -> Scored:
    days = sum(each.days_late for each in facts)
    left = punctuality(
        terms.analysis_timeliness,
        days_late=days,
        per_day=terms.per_day,
        zero_at=max(1, int(terms.zero_at_days)),
    )
    given = (
        ("score", left),
        ("points", terms.analysis_timeliness),
        ("days", days),
        ("each", terms.per_day),
        ("zero_at", int(terms.zero_at_days)),
    )
    late = [each for each in facts if each.days_late]
    lines = tuple(
        Because(
            "why-record-analysis-late" if each.came else "why-record-analysis-missing",
            (("period", each.period), ("count", each.days_late)),
        )
        for each in late
    )
    return Scored(left, Because("why-record-analysis-timeliness", given, lines))


def _quality(facts: Sequence[AnalysisFact], terms: RecordTerms) -> Scored:
    pcts: Mapping[Level, Decimal] = {
        "excellent": HUNDRED,
        "good": terms.good_pct,
        "fair": terms.fair_pct,
        "poor": terms.poor_pct,
    }
    earned, lines = list[Decimal](), list[Because]()
    for each in facts:
        if each.came and each.level is None:
            lines.append(Because("why-record-analysis-unrated", (("period", each.period),)))
            continue
        pct = Decimal(0) if each.level is None else pcts[each.level]
        share = EXACT.divide(EXACT.multiply(terms.analysis_quality, pct), HUNDRED)
        earned.append(share)
        given = (("period", each.period), ("level", each.level or "none"), ("score", share))
        lines.append(Because("why-record-analysis-rated", given))
    if not earned:
        none = (("score", Decimal(0)), ("points", Decimal(0)))
        return Scored(Decimal(0), Because("why-record-analysis-open", none, tuple(lines)))
    mean = EXACT.divide(sum(earned, Decimal(0)), Decimal(len(earned)))
    given = (("score", mean), ("points", terms.analysis_quality), ("count", len(earned)))
    return Scored(mean, Because("why-record-analysis-quality", given, tuple(lines)))
