"""The book of a special inspection (专项监察): one value for its letter and its tables.

It names units, never whoever answered or decided. Who inspected by name is in no unit's own part.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from pydantic import AwareDatetime

Part: TypeAlias = Literal["whole", "leader", "unit"]


@dataclass(frozen=True, kw_only=True)
class FindingLine:
    """One finding that was confirmed: what it was, what the unit said, and what came of it.

    *points* are those of all its cases before any cap, 0 without a deduction. *rectification* is
    the number of what has to be put right, and *finish* its last day; *state* how that stands.
    """

    number: int
    unit_code: str
    unit: str
    category: str
    severity: str
    title: str
    answer: str
    code: str
    item: str
    level: str
    cases: int
    points: Decimal
    rectification: int
    state: str
    finish: date | None


@dataclass(frozen=True, kw_only=True)
class InspectionBook:
    """An inspection as one reader is given it: the whole, a leader's units, or one unit's own.

    *dropped* is how many findings were not upheld, *open* how many are undecided. *released_at*
    is None for a preview. *to* is whom the part is for, *office* who signs it.
    """

    number: int
    theme: str
    since: AwareDatetime
    until: AwareDatetime
    as_of: AwareDatetime
    part: Part = "whole"
    to: str = ""
    office: str = ""
    released_at: AwareDatetime | None = None
    invented: bool = False
    units: tuple[str, ...] = ()
    inspectors: str = ""
    filed: int = 0
    dropped: int = 0
    open: int = 0
    lines: tuple[FindingLine, ...] = ()
    kind: Literal["inspection"] = "inspection"
