"""Months of a performance year, and which of them an indicator's own frequency asks for."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Frequency: TypeAlias = Literal["monthly", "quarterly", "half_yearly", "yearly"]

MONTHS_BETWEEN: Mapping[Frequency, int] = {
    "monthly": 1,
    "quarterly": 3,
    "half_yearly": 6,
    "yearly": 12,
}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One calendar month; figures of a period run from January to its end (1—N月累计)."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1 <= self.year <= 9999):  # noqa: PLR2004 - a calendar
            msg = f"no such month: {self.year}-{self.month}"
            raise ValueError(msg)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read "2013-09"; raise ValueError for anything else.

        >>> Period.parse("2013-09").end_on
        datetime.date(2013, 9, 30)
        """
        year, dash, month = text.strip().partition("-")
        if not (dash and year.isdecimal() and month.isdecimal() and len(month) <= len("12")):
            msg = f"not a month: {text!r}"
            raise ValueError(msg)
        return cls(int(year), int(month))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def start_on(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def end_on(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def previous(self) -> Period:
        """The month before; December comes before January."""
        return self.shifted(-1)

    @property
    def next(self) -> Period:
        """The month after."""
        return self.shifted(1)

    @property
    def year_before(self) -> Period:
        """The same month of the year before (上年同期)."""
        return Period(self.year - 1, self.month)

    def shifted(self, months: int) -> Period:
        """Return the month so many months later, or earlier when negative."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Period(year, month + 1)

    def is_due_for(self, frequency: Frequency) -> bool:
        """Whether an indicator of this frequency has a figure of its own for this month."""
        return self.month % MONTHS_BETWEEN[frequency] == 0
