"""Where an observer stands while reporting."""

from enum import IntEnum


class Step(IntEnum):
    """Where the observer stands. A step's return type is its outgoing arrows."""

    POINT = 1  # saved in the database: never renumber
    UNIT = 2
    CATEGORY = 3
    CONTENT = 4
    ALIKE = 5
    QUESTION = 6
    DONE = -1
