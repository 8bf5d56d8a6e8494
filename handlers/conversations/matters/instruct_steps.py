"""The steps of an instruction, which two files share."""

from enum import IntEnum


class Step(IntEnum):
    """Where the leader stands. A step's return type is its outgoing arrows."""

    WORDS = 1  # saved in the database: never renumber
    TO = 2
    UNIT = 3
    DUE = 4
    CONFIRM = 5
    DONE = -1
