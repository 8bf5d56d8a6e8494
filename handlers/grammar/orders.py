"""What a file is read for, and what was found in it: values that travel to another process."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from handlers.grammar.gathering import Cell, Column, Problem
from handlers.grammar.headings import Measured
from handlers.grammar.units import Nameable
from handlers.texts import Msg
from scoring.periods import Period

DoubtKind: TypeAlias = Literal["fraction"]


@dataclass(frozen=True, slots=True)
class Called:
    """A unit by all its names."""

    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """An indicator by its names and the measure its figures are kept in."""

    code: str
    name: str
    unit_of_measure: str


@dataclass(frozen=True, slots=True)
class Order:
    """A file to be read: for which units and indicators, in the month on the desk.

    *own* are the codes that the sender files. *default* is meant where a table names no indicator.
    """

    units: tuple[Called, ...]
    indicators: tuple[Kept, ...]
    own: tuple[str, ...]
    period: Period
    default: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Cells that can be read in two ways: only the person can say which.

    *fraction*: are 0.873 to be 0.873% or 87.3%?
    """

    kind: DoubtKind
    indicator_code: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """A table as it reads if it is meant for one indicator, with what cannot be read then."""

    column: Column
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A table of figures that names no indicator: what it is for each of the sender's own.

    *title* is the sheet's name, *example* its first line.
    """

    title: str
    example: str
    guesses: tuple[Guess, ...]


@dataclass(frozen=True, slots=True)
class FileRead:
    """Everything understood of a file; *lines* are those that name a unit.

    *remarks* say how something was read that is not plain. *is_blank* says that it is our own
    blank, filled in.
    """

    columns: tuple[Column, ...] = ()
    problems: tuple[Problem, ...] = ()
    more_problems: int = 0
    doubts: tuple[Doubt, ...] = ()
    remarks: tuple[Msg, ...] = ()
    lines: int = 0
    is_blank: bool = False
    unnamed: tuple[Unnamed, ...] = ()


def order_for(
    units: Iterable[Nameable],
    indicators: Iterable[Measured],
    own: Sequence[str],
    period: Period,
    *,
    default: str = "",
) -> Order:
    """Return the order to read a file for these units and indicators."""
    return Order(
        tuple(Called(each.code, each.name, each.short_name, tuple(each.aliases)) for each in units),
        tuple(Kept(each.code, each.name, each.unit_of_measure) for each in indicators),
        tuple(own),
        period,
        default,
    )
