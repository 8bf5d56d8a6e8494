"""The steps of bringing evidence later (补佐证)."""

from enum import IntEnum


class Step(IntEnum):
    """Where the reporter stands who brings evidence later."""

    COLUMN = 1  # saved in the database: never renumber
    SEND = 2
    SURE = 3
    KIND = 4
    DONE = -1
