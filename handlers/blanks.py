"""The blank (填报表): a reporter's month as a workbook to fill in and send back.

Like every book it holds no words of ours. `KEYS` names the columns in a row that people do not see,
by which a filled-in blank is read back whatever its language and wherever its rows went.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from pydantic import AwareDatetime

Said: TypeAlias = Literal["value", "no_data", "not_applicable"]
Standing: TypeAlias = Literal["open", "filed", "released", "returned"]

MARK = "jixiao-blank-1"
"""What stands in the first cell of the row of keys; the month follows it."""

KEYS = (
    MARK,
    "indicator",
    "",
    "",
    "unit",
    "",
    "",
    "",
    "",
    "",
    "",
    "value",
    "base",
    "growth",
    "reason",
)
"""What each column of a blank holds, from the left; those without a key are not read back."""


@dataclass(frozen=True, kw_only=True)
class BlankLine:
    """One unit of one indicator: what is known before a figure is typed.

    *last* is the figure before, *filed* the one handed in for this very month, if there is one.
    """

    unit_code: str
    unit_name: str
    target: Decimal | None = None
    base: Decimal | None = None
    last_said: Said | None = None
    last: Decimal | None = None
    plan: Decimal | None = None
    filed_said: Said | None = None
    filed: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class BlankColumn:
    """One indicator with all its units."""

    indicator_code: str
    indicator_name: str
    measure: str
    standing: Standing
    due_at: AwareDatetime
    lines: tuple[BlankLine, ...]


@dataclass(frozen=True, kw_only=True)
class BlankBook:
    """Everything that monitoring units file for a month, to be filled in."""

    period: str
    monitors: str
    as_of: AwareDatetime
    columns: tuple[BlankColumn, ...]
    kind: Literal["blank"] = "blank"
