"""The steps of filing a month, and what their buttons carry."""

from enum import IntEnum

from handlers.buttons import is_number
from scoring.refusals import Refusal


class Step(IntEnum):
    """Where the reporter stands. A step's return type is its outgoing arrows."""

    CHOOSE = 1  # saved in the database: never renumber
    ENTER = 2
    EACH = 3
    REASON = 4
    LOOK = 5
    MEND = 6
    EVIDENCE = 7
    SETTLE = 8
    KIND = 11  # 9 and 10 are the steps that filing on behalf puts before these
    WHICH = 12
    LIST = 13
    DONE = -1


def whole_number(arg: str) -> int:
    """Return the number a button carries; raise Refusal for a forged one."""
    if not is_number(arg):
        raise Refusal("button-outdated")
    return int(arg)
