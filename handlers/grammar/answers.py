"""What a person can have meant by one answer, with the four meanings that are never mixed up."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from handlers.texts import Msg


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in the indicator's own unit of measure; 0 is a figure.

    *note* says how it was read where it is not simply what was typed (a conversion, a bracket
    read as minus), so that the person sees it before confirming.
    """

    value: Decimal
    note: Msg | None = None


@dataclass(frozen=True, slots=True)
class NoDataSaid:
    """A nil report (无数据、零报告、未发生)."""


@dataclass(frozen=True, slots=True)
class NotApplicableSaid:
    """The indicator does not apply to the unit (不适用、—)."""


@dataclass(frozen=True, slots=True)
class UnchangedSaid:
    """The same figure as in the period before (不变、同上月); filed as a fresh reading."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The text cannot be read without guessing; *reason* asks for what would settle it."""

    reason: Msg


Answer: TypeAlias = Number | NoDataSaid | NotApplicableSaid | UnchangedSaid | Unreadable


@dataclass(frozen=True, slots=True)
class Figures:
    """One answer with what was said beside it.

    *base* is the same period of last year in the indicator's unit of measure; *growth* the growth
    stated by the officer, in percent (in percentage points for an indicator in %).
    """

    answer: Answer
    base: Decimal | None = None
    growth: Decimal | None = None
