"""Questions about a figure before it is filed: never accusations, and never corrections.

Each check compares one figure with what is already on file and, where something is out of the
ordinary, returns the evidence. A figure that is right costs its reporter one sentence at most: a
check that another one already explains keeps silent (a decimal slip is not also a rise of 900 %).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring import own_history
from scoring.expected import Expected, expected, increment_oddness, is_monthly, slip
from scoring.rounding import EXACT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.model import Kind
    from scoring.periods import Period
    from scoring.told import Told
