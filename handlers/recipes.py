"""What is to be drawn of a month as it stands when it is drawn: ordered at once, composed later.

Composing a whole card asks much of the engine. Where it is ordered inside a transaction that
others wait for, the order says what to compose, and whoever draws composes it first.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Dish: TypeAlias = Literal["unit", "ranking", "public", "monthly"]


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One book of a scheme's month: a unit's card, the chart for a leader, the public, or all.

    *unit* is the unit of a card, *own* are a leader's units. *reason* tells two orders of the
    same book apart between which the month was corrected: each is drawn once.
    """

    dish: Dish
    scheme_id: int
    period: str
    title: str
    category: str = ""
    unit: str = ""
    own: tuple[str, ...] = ()
    reason: str = ""
    kind: Literal["recipe"] = "recipe"
