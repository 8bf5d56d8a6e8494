"""The book of a quarter's observations: one value for chat, letter, tables and picture.

It names units and categories, never anybody. Days are working days. What a unit is given is made
of what it was told, see `handlers.operations.feedback.feedback_facts`.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from pydantic import AwareDatetime

from scoring.feedback import Tally, summed
from scoring.observation_categories import InBoth
from scoring.observation_course import State

Scope: TypeAlias = Literal["city", "leader", "unit"]


@dataclass(frozen=True, kw_only=True)
class FeedbackCell:
    """One unit's observations of one category, in the quarter and in the quarter before."""

    unit_code: str
    category: str
    now: Tally
    before: Tally


@dataclass(frozen=True, kw_only=True)
class FeedbackUnit:
    """A unit as it was called when the report was made."""

    code: str
    name: str
    short_name: str


@dataclass(frozen=True, kw_only=True)
class FeedbackOpen:
    """One that was found true and still open: since which day its unit has it, and how long."""

    receipt: str
    unit_code: str
    category: str
    state: State
    since: date
    days: int
    is_overdue: bool


@dataclass(frozen=True, kw_only=True)
class FeedbackLine:
    """One observation without its observer.

    *day* is when its unit was told, or else when it was reported; *is_told* whether it was told.
    """

    receipt: str
    unit_code: str
    category: str
    day: date
    state: State
    is_overdue: bool
    is_told: bool


@dataclass(frozen=True, kw_only=True)
class FeedbackScore:
    """What observations put into a unit's score in the quarter, and what left it again.

    *points* are those of entries that began in the quarter, before any cap; *ended* counts entries
    that ceased in it because they were refuted or found fixed.
    """

    unit_code: str
    begun: int
    points: Decimal
    ended: int


@dataclass(frozen=True, kw_only=True)
class FeedbackBook:
    """A quarter's observations up to *until*, the end of the quarter or an earlier moment.

    *least* is of how many a rate needs at least. *released_at* is None for a preview. *remark* is
    the office's own sentence, *office* is who signs it. *names* are categories in both languages.
    """

    quarter: str
    since: AwareDatetime
    until: AwareDatetime
    least: int
    scope: Scope = "city"
    title: str = ""
    released_at: AwareDatetime | None = None
    remark: str = ""
    office: str = ""
    invented: bool = False
    units: tuple[FeedbackUnit, ...] = ()
    names: dict[str, InBoth]
    cells: tuple[FeedbackCell, ...] = ()
    open: tuple[FeedbackOpen, ...] = ()
    lines: tuple[FeedbackLine, ...] = ()
    scores: tuple[FeedbackScore, ...] = ()
    kind: Literal["feedback"] = "feedback"

    @property
    def total(self) -> Tally:
        """Everything of the quarter."""
        return summed(each.now for each in self.cells)

    @property
    def before(self) -> Tally:
        """Everything of the quarter before."""
        return summed(each.before for each in self.cells)

    @property
    def by_unit(self) -> dict[str, tuple[Tally, Tally]]:
        """Both quarters of each unit, in the order of *units*: this one, then the one before."""
        return {
            unit.code: _both([each for each in self.cells if each.unit_code == unit.code])
            for unit in self.units
        }

    @property
    def by_category(self) -> dict[str, tuple[Tally, Tally]]:
        """Both quarters of each category in the order of *names*, as far as there was anything."""
        found = {
            code: _both([each for each in self.cells if each.category == code])
            for code in self.names
        }
        return {
            code: both for code, both in found.items() if not all(each.is_empty for each in both)
        }

    @property
    def cell_of(self) -> dict[tuple[str, str], Tally]:
        """The quarter's tally of a unit and a category."""
        return {(each.unit_code, each.category): each.now for each in self.cells}

    @property
    def again(self) -> tuple[FeedbackCell, ...]:
        """Weaknesses that came again: found true in both quarters, or back after it was fixed."""
        found = [
            each
            for each in self.cells
            if (each.now.verified and each.before.verified) or each.now.again
        ]
        return tuple(sorted(found, key=lambda each: (-each.now.verified, each.unit_code)))

    def unit(self, code: str) -> FeedbackUnit:
        """Return a unit by its code."""
        return next(each for each in self.units if each.code == code)


def part(book: FeedbackBook, codes: frozenset[str], *, scope: Scope, title: str) -> FeedbackBook:
    """Return the part of a book that is about some units, and nothing about any other.

    Only the office's report lists what no unit was told of. The remark may speak of others, and
    goes to no unit.
    """
    lines = tuple(each for each in book.lines if each.unit_code in codes and each.is_told)
    listed = {each.receipt for each in lines}
    return replace(
        book,
        scope=scope,
        title=title,
        remark="" if scope == "unit" else book.remark,
        units=tuple(each for each in book.units if each.code in codes),
        cells=tuple(each for each in book.cells if each.unit_code in codes),
        open=tuple(each for each in book.open if each.receipt in listed),
        lines=lines,
        scores=tuple(each for each in book.scores if each.unit_code in codes),
    )


def _both(cells: list[FeedbackCell]) -> tuple[Tally, Tally]:
    return summed(each.now for each in cells), summed(each.before for each in cells)
