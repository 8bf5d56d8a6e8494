"""Where the units stand on a sheet: down or across, in one block or in several side by side."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.grammar.grid import Grid, GridCell, turned

UnitOf = Callable[[GridCell], str | None]
"""The code of the unit a cell names, "" for a total, None for anything else."""

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A table within a sheet, from column *left* up to *right*; *names* are its unit columns."""

    left: int
    right: int
    names: tuple[int, ...]

    def unit_in(self, row: Sequence[GridCell], unit_of: UnitOf) -> tuple[str | None, bool]:
        """Return the unit a row is about, and whether its columns contradict each other."""
        codes = [code for at in self.names if (code := unit_of(row[at])) is not None]
        return (codes[0] if codes else None), len(set(codes)) > 1


def laid_out(grid: Grid, unit_of: UnitOf) -> tuple[Grid, tuple[Block, ...]]:
    """Return the grid with its units running down, and its blocks; none where no unit stands."""
    down = _most(grid, unit_of)
    across = _most(turned(grid), unit_of)
    if across > down and across >= _SEVERAL:
        grid = turned(grid)
    return grid, _blocks(grid, unit_of)


def _most(grid: Grid, unit_of: UnitOf) -> int:
    """Return how many units stand in the column that has most of them."""
    return max((len(units) for units in _by_column(grid, unit_of).values()), default=0)


def _by_column(grid: Grid, unit_of: UnitOf) -> dict[int, dict[int, str]]:
    """Return the rows' units of every column that has any; totals are no units."""
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for at, row in enumerate(grid):
        for column, cell in enumerate(row):
            if cell.kind == "text" and (code := unit_of(cell)):
                found[column][at] = code
    return {column: _distinct(units) for column, units in found.items()}


def _distinct(units: dict[int, str]) -> dict[int, str]:
    """Keep the first row of each unit, so that a column of one and the same counts little."""
    first: dict[str, int] = {}
    for at, code in units.items():
        first.setdefault(code, at)
    return {at: code for code, at in first.items()}


def _blocks(grid: Grid, unit_of: UnitOf) -> tuple[Block, ...]:
    columns = _by_column(grid, unit_of)
    most = max((len(units) for units in columns.values()), default=0)
    standing = sorted(at for at, units in columns.items() if len(units) * 2 >= most)
    groups: list[list[int]] = []
    for at in standing:
        if groups and _say_the_same(columns[groups[-1][-1]], columns[at]):
            groups[-1].append(at)
        else:
            groups.append([at])
    if not groups:
        return ()
    width = len(grid[0])
    begins = [0, *(group[0] for group in groups[1:])]
    ends = [*begins[1:], width]
    return tuple(
        Block(left, right, tuple(group))
        for group, left, right in zip(groups, begins, ends, strict=True)
    )


def _say_the_same(one: dict[int, str], other: dict[int, str]) -> bool:
    """Whether two columns name the same units in the same rows, as a code and a name do."""
    both = one.keys() & other.keys()
    return bool(both) and sum(one[at] == other[at] for at in both) * 2 >= len(both)
