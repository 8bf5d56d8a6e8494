"""The course of a rectification (整改): from the order to the second look, with its clocks.

Whoever checks is never of the unit, and never the one who issued it: an observer named by the
office, or a second member of the office.
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from scoring.courses import Course, Move, Term, all_to, by

Source: TypeAlias = Literal["office", "finding", "instruction", "observation", "indicator"]
Card: TypeAlias = Literal["none", "yellow", "red"]

CATEGORIES = (
    "indicator",
    "sanitation",
    "service_desk",
    "works",
    "illegal_building",
    "hazard",
    "conduct",
    "other",
)
"""What a weakness may be of: a low indicator, or one of the kinds of observation."""

LOOK_AGAIN_MONTHS = 3
RED_AFTER_WORKING_DAYS = 5
RED_AFTER_TIMES = 2
FINISH_MONTHS = 3
"""How long a rectification has as a whole where nobody says otherwise."""

RECTIFICATION = Course(
    name="rectification",
    start="issued",
    awaited={
        "issued": "unit",
        "acknowledged": "unit",
        "in_progress": "unit",
        "returned": "unit",
        "asked": "independent",
        "checking": "checker",
        "recheck": "independent",
        "rechecking": "checker",
    },
    moves={
        "sign": Move(by("unit"), {"issued": "acknowledged"}),
        "plan": Move(by("unit"), {"acknowledged": "in_progress"}, in_words=True),
        "progress": Move(by("unit"), {"in_progress": "in_progress"}, in_words=True),
        "ask": Move(
            by("unit"),
            all_to("asked", "in_progress", "returned"),
            in_words=True,
            with_file=True,
        ),
        "replan": Move(by("office"), {"in_progress": "acknowledged"}, in_words=True),
        "assign": Move(by("office"), {"asked": "checking", "recheck": "rechecking"}),
        "close": Move(
            by("independent", "checker"), all_to("closed", "asked", "checking"), in_words=True
        ),
        "send_back": Move(
            by("independent", "checker"), all_to("returned", "asked", "checking"), in_words=True
        ),
        "look": Move(by("office"), {"closed": "recheck"}),
        "hold": Move(
            by("independent", "checker"), all_to("held", "recheck", "rechecking"), in_words=True
        ),
        "reopen": Move(
            by("independent", "checker"), all_to("returned", "recheck", "rechecking"), in_words=True
        ),
        "withdraw": Move(
            by("office"),
            all_to("withdrawn", "issued", "acknowledged", "in_progress", "returned"),
            in_words=True,
        ),
    },
    terms={
        "issued": Term(working_days=2),
        "acknowledged": Term(working_days=10),
        "in_progress": Term(months=1),
        "returned": Term(working_days=10),
        "asked": Term(working_days=5),
        "checking": Term(working_days=10),
        "closed": Term(months=LOOK_AGAIN_MONTHS),
        "recheck": Term(working_days=10),
        "rechecking": Term(working_days=10),
    },
    runs_out={
        "checking": ("unchecked", "asked"),
        "rechecking": ("unchecked", "recheck"),
        "closed": ("look_due", "recheck"),
    },
    rests=frozenset({"closed"}),
    until_finish=frozenset({"in_progress"}),
)

WITH_UNIT = frozenset(state for state, side in RECTIFICATION.awaited.items() if side == "unit")
"""Where lateness is the unit's: it brings the red list and the deduction."""

CHECKED_BY: Mapping[str, str] = {"close": "closed", "hold": "held"}
"""The only deeds that end a rectification well; both belong to whoever is independent."""


def card_for(*, working_days_late: int, times_late: int) -> Card:
    """Return which card lateness brings: yellow at once, red when it lasts or happens again.

    >>> card_for(working_days_late=1, times_late=1), card_for(working_days_late=1, times_late=2)
    ('yellow', 'red')
    """
    if not times_late:
        return "none"
    is_red = working_days_late > RED_AFTER_WORKING_DAYS or times_late >= RED_AFTER_TIMES
    return "red" if is_red else "yellow"
