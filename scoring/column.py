"""One indicator in one period: every unit's score, the unit of recomputation.

Units touch each other only inside a column: through the peers a method compares with, and through
a mean that stands in for a figure that is missing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext

from scoring.facts import HUNDRED, ZERO, Facts, Peers, Terms
from scoring.figures import Blank, Figure, State, figures
from scoring.method_text import Method, Part, method, terms
from scoring.model import Book, Bounds, Indicator, Period, Unit
from scoring.plan import plan
from scoring.rounding import EXACT, rounded
from scoring.told import Because, Outcome, Scored, Unscored


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """What one unit has in one indicator.

    *points* are the full points, *score* the points awarded, rounded once, *exact* the same before
    rounding; both are None where there is nothing to count. *figure_of* is the period of the
    figure used. A state of "filled" means that the indicator's missing rule spoke.
    """

    indicator: str
    unit: str
    points: Decimal
    state: State
    because: Because
    score: Decimal | None = None
    exact: Decimal | None = None
    figure_of: Period | None = None


@dataclass(frozen=True, slots=True)
class ColumnScores(Mapping[str, IndicatorScore]):
    """The scores of a column by unit; *observed* are its bounds by category and method."""

    indicator: str
    scores: Mapping[str, IndicatorScore]
    observed: Mapping[tuple[str, str], Bounds] = field(
        default_factory=dict[tuple[str, str], Bounds]
    )

    def __getitem__(self, unit: str) -> IndicatorScore:
        return self.scores[unit]

    def __iter__(self) -> Iterator[str]:
        return iter(self.scores)

    def __len__(self) -> int:
        return len(self.scores)


def score_column(
    book: Book,
    indicator: str,
    period: Period,
    *,
    final: bool = False,
    categories: Collection[str] | None = None,
) -> ColumnScores:
    """Score every unit that an indicator judges, in the units' order.

    *final* is the account of the whole year, in which what is missing is zero unless waived.
    *categories* keeps to some of them: units never touch those of another.
    Raise KeyError for an unknown indicator and MethodError for a method that cannot be read.
    """
    with localcontext(EXACT):
        column = book.indicator_by_code[indicator]
        return _Work(book, column, period, final=final, categories=categories).scores()


class _Work:
    """The scoring of one column: figures first, then peers, then points, then what stands in."""

    def __init__(
        self,
        book: Book,
        indicator: Indicator,
        period: Period,
        *,
        final: bool,
        categories: Collection[str] | None,
    ) -> None:
        self.book = book
        self.indicator = indicator
        self.period = period
        self.method: Method = method(indicator.method)
        self.cap = None if indicator.cap_pct is None else indicator.cap_pct / 100
        work = plan(book.scheme, book.units)
        code = indicator.code
        self.units: dict[str, Unit] = {}
        self.points: dict[str, Decimal] = {}
        self.exempt: set[str] = set()
        for unit in book.units:
            if categories is None or unit.category in categories:
                profile = work.profile(unit)
                if code in profile.points:
                    self.units[unit.code] = unit
                    self.points[unit.code] = profile.points[code]
                    if code in profile.exempt:
                        self.exempt.add(unit.code)
        asked = [unit for unit in self.units.values() if unit.code not in self.exempt]
        looks_at = self.method.looks_at
        found = figures(book, indicator, period, units=asked, looks_at=looks_at, final=final)
        self.found = {unit.code: figure for unit, figure in found}
        self.peers = self._peers()
        self.terms: dict[tuple[int, Decimal], Terms] = {}

    def scores(self) -> ColumnScores:
        """Score the column."""
        scores = {code: self._first(code, unit) for code, unit in self.units.items()}
        for code in self._wanting(scores):
            scores[code] = self._at_mean(code, scores)
        observed = {
            (category, name): bounds
            for category, peers in self.peers.items()
            for name, bounds in peers.observed.items()
        }
        return ColumnScores(self.indicator.code, scores, observed)

    def _peers(self) -> dict[str, Peers]:
        facts: dict[str, list[Facts]] = {}
        for code, figure in self.found.items():
            if isinstance(figure, Figure):
                facts.setdefault(self.units[code].category, []).append(figure.facts)
        signs = {code: self._sign(code) for code in self.method.looks_at}
        return {
            category: Peers(
                tuple(members),
                self.indicator.best,
                self.indicator.worst,
                self._frozen(category),
                signs,
            )
            for category, members in facts.items()
        }

    def _sign(self, code: str) -> int:
        return -1 if self.book.indicator_by_code[code].direction == "down" else 1

    def _frozen(self, category: str) -> Mapping[str, Bounds]:
        kept = self.book.frozen_bounds
        if not kept:
            return {}
        start = (self.indicator.code, self.period, category)
        names = (part.name for part in self.method.parts)
        return {name: kept[*start, name] for name in names if (*start, name) in kept}

    def _first(self, code: str, unit: Unit) -> IndicatorScore:
        """Score a unit by what is known of itself."""
        if code in self.exempt:
            return self._blank(code, Blank("not_applicable", Because("why-not-for-unit")))
        figure = self.found[code]
        if isinstance(figure, Blank):
            return self._blank(code, figure)
        outcome = self._award(figure.facts, unit)
        if isinstance(outcome, Unscored):
            return self._blank(code, Blank("undefined", outcome.because), figure.figure_of)
        because = outcome.because
        if figure.filled:
            because = Because("why-missing-last", (("of", str(figure.figure_of)),), (because,))
        state: State = "filled" if figure.filled else "scored"
        return self._scored(code, state, outcome.points, because, figure.figure_of)

    def _award(self, facts: Facts, unit: Unit) -> Outcome:
        peers = self.peers[unit.category]
        outcomes = [self._award_part(part, facts, peers, unit) for part in self.method.parts]
        if len(outcomes) == 1:
            return outcomes[0]
        return _mixed(self.method, outcomes, self.points[unit.code])

    def _award_part(self, part: Part, facts: Facts, peers: Peers, unit: Unit) -> Outcome:
        points = self.points[unit.code]
        plays_for = self.terms.get((id(part), points))
        if plays_for is None:
            plays_for = self.terms[id(part), points] = terms(part, points, self.cap)
        if part.exempt_by and _is_exempt(part, facts, peers):
            given = (("by", part.exempt_by), ("above", part.exempt_above))
            return Scored(plays_for.points, Because("why-exempt", given))
        outcome = part.rule.award(facts, peers, plays_for)
        if not part.uses_difficulty or isinstance(outcome, Unscored):
            return outcome
        points = outcome.points * unit.difficulty
        if plays_for.cap is not None:
            points = plays_for.capped(points)
        given = (("coefficient", unit.difficulty), ("score", points))
        return Scored(points, Because("why-difficulty", given, (outcome.because,)))

    def _wanting(self, scores: Mapping[str, IndicatorScore]) -> list[str]:
        """Return the units that are given the mean of the others."""
        by_rule = {
            code
            for code, figure in self.found.items()
            if isinstance(figure, Blank) and figure.rule == "category_mean"
        }
        if any(part.mean_without_case for part in self.method.parts):
            by_rule |= {code for code in self.found if self._has_no_case(code)}
        return [code for code in scores if code in by_rule]

    def _has_no_case(self, code: str) -> bool:
        figure = self.found[code]
        if isinstance(figure, Blank):
            return figure.state == "no_data"
        return figure.facts.value == 0

    def _at_mean(self, code: str, scores: Mapping[str, IndicatorScore]) -> IndicatorScore:
        """Give a unit the share of the points that its peers with a figure have on average."""
        category = self.units[code].category
        shares = [
            each.exact / each.points
            for other, each in scores.items()
            if self.units[other].category == category
            and each.state == "scored"
            and each.exact is not None
            and each.points
            and not self._stands_in(other)
        ]
        blank = self.found[code]
        because = blank.because if isinstance(blank, Blank) else scores[code].because
        if not shares:
            return self._blank(code, Blank("missing", Because("why-mean-of-nobody")))
        points = self.points[code] * sum(shares, ZERO) / len(shares)
        given = (("count", len(shares)), ("score", points), ("points", self.points[code]))
        fact = "why-missing-mean" if because.fact == "why-missing-mean" else "why-no-case-mean"
        return self._scored(code, "filled", points, Because(fact, given), None)

    def _stands_in(self, code: str) -> bool:
        no_case = any(part.mean_without_case for part in self.method.parts)
        return no_case and self._has_no_case(code)

    def _blank(self, code: str, blank: Blank, figure_of: Period | None = None) -> IndicatorScore:
        points = self.points[code]
        if blank.rule == "zero":
            because = Because(blank.because.fact, (("points", points),))
            return self._scored(code, "filled", ZERO, because, None)
        return IndicatorScore(
            self.indicator.code, code, points, blank.state, blank.because, figure_of=figure_of
        )

    def _scored(
        self, code: str, state: State, points: Decimal, because: Because, of: Period | None
    ) -> IndicatorScore:
        score = rounded(points, self.book.scheme.indicator_places)
        return IndicatorScore(
            self.indicator.code, code, self.points[code], state, because, score, points, of
        )


def _mixed(read: Method, outcomes: list[Outcome], points: Decimal) -> Outcome:
    """Add up a mix; the parts without an answer leave their share to the others.

    A growth without a base is thus scored by completion alone.
    """
    parts = tuple(outcome.because for outcome in outcomes)
    answered = [
        (part, outcome)
        for part, outcome in zip(read.parts, outcomes, strict=True)
        if isinstance(outcome, Scored)
    ]
    if not answered:
        return Unscored(Because("why-mix-unanswered", (("points", points),), parts))
    shares = sum((part.share_pct for part, _ in answered), ZERO)
    total = sum((outcome.points for _, outcome in answered), ZERO)
    if shares == HUNDRED:
        return Scored(total, Because("why-mix", (("score", total), ("points", points)), parts))
    total = total * 100 / shares
    given = (("score", total), ("points", points), ("shares", shares))
    return Scored(total, Because("why-mix-partly", given, parts))


def _is_exempt(part: Part, facts: Facts, peers: Peers) -> bool:
    own = facts.second.get(part.exempt_by)
    if own is None:
        return False
    others = peers.derived(f"second {part.exempt_by}", lambda peer: peer.second.get(part.exempt_by))
    mean = others.mean(facts.unit, own=True)
    sign = peers.second_signs.get(part.exempt_by, 1)
    return mean is not None and (own - mean) * sign > part.exempt_above
