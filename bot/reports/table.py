"""A sheet of a workbook as plain columns and rows, before any spreadsheet is opened."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from handlers.books import Heading

Cell: TypeAlias = "str | int | Decimal | None"
Form: TypeAlias = Literal["text", "count", "number", "rate", "move", "place"]


@dataclass(frozen=True)
class Column:
    """A column: its heading, how its cells are shown and how many letters wide it is."""

    title: str
    form: Form = "text"
    wide: float = 12


@dataclass(frozen=True)
class Table:
    """One sheet: its name, what its page is headed with, columns and rows."""

    name: str
    title: str
    heading: Heading
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
