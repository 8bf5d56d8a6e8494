"""Quarters: three months that are reported together, written "2013Q3"."""

import re
from dataclasses import dataclass
from datetime import date

QUARTERS = 4
MONTHS = 3
_WRITTEN = re.compile(r"^(20\d\d)Q([1-4])$")


@dataclass(frozen=True, order=True)
class Quarter:
    """One quarter of a year, *number* 1 to 4.

    >>> str(Quarter(2013, 1).before)
    '2012Q4'
    """

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Quarter":
        """Return the quarter written as "2013Q3"; raise ValueError for anything else."""
        found = _WRITTEN.match(text.strip().upper())
        if found is None:
            raise ValueError(f"no quarter: {text!r}")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """Return the quarter a day lies in."""
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    @property
    def before(self) -> "Quarter":
        """The quarter before this one."""
        if self.number == 1:
            return Quarter(self.year - 1, QUARTERS)
        return Quarter(self.year, self.number - 1)

    @property
    def after(self) -> "Quarter":
        """The quarter after this one."""
        if self.number == QUARTERS:
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)

    @property
    def first_day(self) -> date:
        """Its first day.

        >>> Quarter(2013, 4).first_day
        datetime.date(2013, 10, 1)
        """
        return date(self.year, (self.number - 1) * MONTHS + 1, 1)
