"""More time for a matter (延期): while it may be asked for, how often, how much, and why.

A respite moves the last day of the whole; the steps' own terms follow. It is asked for while the
matter is with whoever has to do something, and it is never granted by silence.
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from scoring.courses import Side
from scoring.instruction_course import INSTRUCTION, WITH_ADDRESSEE
from scoring.rectification_course import RECTIFICATION, WITH_UNIT

Outcome: TypeAlias = Literal["granted", "shortened", "refused", "withdrawn", "lapsed"]
GRANTED: frozenset[Outcome] = frozenset({"granted", "shortened"})

ASKABLE: Mapping[str, frozenset[str]] = {
    RECTIFICATION.name: WITH_UNIT,
    INSTRUCTION.name: WITH_ADDRESSEE,
}
"""The states of each course in which more time may be asked for."""
ANSWERED_BY: frozenset[Side] = frozenset({"owner", "office"})
"""Whoever issued it, or gave the instruction; the office for them."""
MOST = 2
"""How often the last day of one matter may be moved at its unit's request, unless set otherwise."""
MOST_OFFERED = (0, 1, 2, 3, 5)
MONTHS_MAX = 3
"""How far beyond the last day a single respite may reach."""
READY_WORKING_DAYS = (5, 10)
ANSWER_WORKING_DAYS = 2
