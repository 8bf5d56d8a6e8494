"""How well a monitoring unit reports: on time, right and whole; never a matter of those assessed.

Source: 金坛 2011 scores the data of each quarter with 45 points: 15 for timeliness (three a day,
nothing left when three days late in the quarter), 15 for accuracy (two for an odd figure that
nobody explained, three for an error, five if it had reached the city's leaders), 15 for
completeness (three a missing item). Its 55 points for written analyses are in `analysis_record`
and count where a scheme asks for analyses. A scheme may say otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.analysis_record import analysis_parts
from scoring.punctuality import PER_DAY, ZERO_AT_DAYS, punctuality
from scoring.told import Because, Scored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.analysis_record import AnalysisFact

LapseKind: TypeAlias = Literal["late", "missing", "odd", "error", "published-error"]


@dataclass(frozen=True, slots=True)
class RecordTerms:
    """What a scheme takes for each lapse; an error corrected within the hours is none.

    Written analyses are asked where they have points (金坛: 25 and 30, due on the 5th). From so
    many errors in a quarter on (*careless_errors*; 0 is never) the office is asked whether the
    unit collects its figures carelessly, which a person decides (常德 2017 takes three points).
    """

    timeliness: Decimal = Decimal(15)
    accuracy: Decimal = Decimal(15)
    completeness: Decimal = Decimal(15)
    per_day: Decimal = PER_DAY
    zero_at_days: Decimal = Decimal(ZERO_AT_DAYS)
    per_odd: Decimal = Decimal(2)
    per_error: Decimal = Decimal(3)
    per_published_error: Decimal = Decimal(5)
    per_missing: Decimal = Decimal(3)
    correction_hours: Decimal = Decimal(24)
    analysis_timeliness: Decimal = Decimal(0)
    analysis_quality: Decimal = Decimal(0)
    analysis_due_day: Decimal = Decimal(5)
    good_pct: Decimal = Decimal(80)
    fair_pct: Decimal = Decimal(60)
    poor_pct: Decimal = Decimal(0)
    careless_errors: Decimal = Decimal(3)

    def __str__(self) -> str:
        return "|".join(f"{each.name}:{getattr(self, each.name):f}" for each in fields(self))

    @property
    def full(self) -> Decimal:
        """The points there are."""
        data = self.timeliness + self.accuracy + self.completeness
        return data + self.analysis_timeliness + self.analysis_quality

    @property
    def asks_analyses(self) -> bool:
        """Whether monitoring units are asked for a written analysis every month."""
        return self.analysis_timeliness + self.analysis_quality > 0


@dataclass(frozen=True, slots=True)
class Lapse:
    """One thing that went wrong: of which indicator and month, and how many days or figures."""

    kind: LapseKind
    indicator: str
    period: str
    count: int


def record_terms(text: str) -> RecordTerms:
    """Read terms as a scheme writes them; what it leaves out is as in the source.

    Raise ValueError for an unknown name or for anything but a number from zero up.

    >>> record_terms("timeliness:20|per_day:2").full
    Decimal('50')
    """
    known = {each.name for each in fields(RecordTerms)}
    said: dict[str, Decimal] = {}
    for part in filter(None, text.split("|")):
        name, _, digits = part.strip().partition(":")
        if name.strip() not in known:
            msg = f"unknown: {name.strip()!r}"
            raise ValueError(msg)
        try:
            said[name.strip()] = Decimal(digits.strip())
        except InvalidOperation:
            msg = f"not a number: {part.strip()!r}"
            raise ValueError(msg) from None
        if not said[name.strip()].is_finite() or said[name.strip()] < 0:
            msg = f"not a number from zero up: {part.strip()!r}"
            raise ValueError(msg)
    return RecordTerms(**said)


def reporting_record(
    lapses: Sequence[Lapse], terms: RecordTerms, analyses: Sequence[AnalysisFact] = ()
) -> Scored:
    """Return what is left of a unit's points for a month or quarter, and why.

    Every part ends at zero. What never came is missing and not also late. The points it is of
    leave the quality of analyses out while none is rated.
    """
    parts = (
        _timeliness([each for each in lapses if each.kind == "late"], terms),
        _accuracy([each for each in lapses if each.kind in _COSTS], terms),
        _completeness([each for each in lapses if each.kind == "missing"], terms),
        *analysis_parts(analyses, terms),
    )
    score = sum((part.points for part in parts), Decimal(0))
    full = sum((_points_of(part) for part in parts), Decimal(0))
    given = (("score", score), ("points", full))
    return Scored(score, Because("why-record", given, tuple(part.because for part in parts)))


def _points_of(part: Scored) -> Decimal:
    return Decimal(str(part.because.value("points")))


_COSTS = {
    "odd": ("per_odd", "why-record-odd"),
    "error": ("per_error", "why-record-error"),
    "published-error": ("per_published_error", "why-record-published-error"),
}


def _timeliness(late: Sequence[Lapse], terms: RecordTerms) -> Scored:
    days = sum(each.count for each in late)
    left = punctuality(
        terms.timeliness,
        days_late=days,
        per_day=terms.per_day,
        zero_at=max(1, int(terms.zero_at_days)),
    )
    given = (
        ("score", left),
        ("points", terms.timeliness),
        ("days", days),
        ("each", terms.per_day),
        ("zero_at", int(terms.zero_at_days)),
    )
    facts = tuple(_fact("why-record-late", each) for each in late)
    return Scored(left, Because("why-record-timeliness", given, facts))


def _accuracy(wrong: Sequence[Lapse], terms: RecordTerms) -> Scored:
    cost, facts = Decimal(0), list[Because]()
    for each in wrong:
        name, fact = _COSTS[each.kind]
        price: Decimal = getattr(terms, name)
        times = each.count if each.kind == "odd" else 1
        cost += price * times
        facts.append(_fact(fact, each, ("cost", price * times)))
    return _less("why-record-accuracy", terms.accuracy, cost, facts)


def _completeness(missing: Sequence[Lapse], terms: RecordTerms) -> Scored:
    facts = [_fact("why-record-missing", each, ("cost", terms.per_missing)) for each in missing]
    cost = terms.per_missing * len(missing)
    return _less("why-record-completeness", terms.completeness, cost, facts)


def _less(fact: str, points: Decimal, cost: Decimal, facts: Sequence[Because]) -> Scored:
    left = max(Decimal(0), points - cost)
    given = (("score", left), ("points", points), ("cost", cost))
    return Scored(left, Because(fact, given, tuple(facts)))


def _fact(fact: str, lapse: Lapse, *more: tuple[str, Decimal]) -> Because:
    given = (("indicator", lapse.indicator), ("period", lapse.period), ("count", lapse.count))
    return Because(fact, (*given, *more))
