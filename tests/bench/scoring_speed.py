"""How fast the engine is: the city's year, one reading, and a country; ratios to others.

Processor time, median of a few runs, everything in one process one after the other. `make bench`
runs this in a virtual environment of its own that has the others installed.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
from scoring_cities import (
    CATEGORIES,
    MONTHS,
    book,
    directions,
    figures,
    held_in_columns,
    weights,
)
from scoring_peers import available

from scoring.cells import score_cells
from scoring.engine import rescore, score
from scoring.model import Book, Reported

SIZES = {"city": (141, 57), "country": (10_000, 100)}


def seconds(work: Callable[[], Any], *, runs: int) -> float:
    """Return the median processor time of some runs after one to warm up."""
    work()
    measured = []
    for _ in range(runs):
        start = process_time()
        work()
        measured.append(process_time() - start)
    return statistics.median(measured)


def line(name: str, taken: float, ours: float | None = None) -> None:
    ratio = "" if ours is None else f"   {taken / ours:8.2f} x ours"
    print(f"  {name:<44} {taken * 1000:10.2f} ms{ratio}")


def our_year(drawn: list[list[list[int]]]) -> Callable[[], Any]:
    """Return the engine's work: twelve months scored and ranked, every reason there to be asked."""
    book_of_year = held_in_columns(drawn)
    return lambda: [score(book_of_year, month) for month in MONTHS]


def ranked_year(name: str, *, runs: int) -> None:
    """Twelve months of scores and places, ours in exact whole numbers, theirs in floats."""
    units, indicators = SIZES[name]
    print(f"\n{name}: 12 months x {units} units x {indicators} indicators, scores and places")
    categories = [f"C{number % CATEGORIES}" for number in range(units)]
    drawn = figures(units, indicators)
    ours = seconds(our_year(drawn), runs=runs)
    line("ours, exact at every published digit", ours)
    floats = [np.ascontiguousarray(np.array(month).T / 100.0) for month in drawn]
    for other, make in available().items():
        work = make(weights(indicators), directions(indicators), categories)
        line(other, seconds(lambda work=work: work(floats), runs=runs), ours)


def explained_year(*, runs: int) -> None:
    """The engine itself, every score with its reason; and one released reading."""
    units, indicators = SIZES["city"]
    city = book(figures(units, indicators))
    print("\nthe engine on answers as the bot keeps them")
    line("city's year", seconds(lambda: [score(city, month) for month in MONTHS], runs=runs))
    line("city's year and the reason of every score", seconds(lambda: reasons(city), runs=runs))
    result = score(city, MONTHS[8])
    cell, turn = ("I3", "U5"), iter(range(10_000))

    def reading() -> None:
        entries = dict(city.entries[MONTHS[8]])
        entries[cell] = Reported(Decimal(next(turn)) / 7)
        changed = replace(city, entries={**city.entries, MONTHS[8]: entries})
        rescore(changed, result, cells=[cell])

    line("one released reading to the new ranking", seconds(reading, runs=15))


def reasons(city: Book) -> int:
    """Ask every score of the year for its reason."""
    return sum(
        bool(each.because.fact)
        for month in MONTHS
        for column in score(city, month).columns.values()
        for each in column.values()
    )


def agree() -> None:
    """Stop unless every score of the measured city is what the rules say one by one."""
    units, indicators = SIZES["city"]
    city = held_in_columns(figures(units, indicators, months=1))
    for code, column in score(city, MONTHS[0]).columns.items():
        if list(column.scores) != list(score_cells(city, code, MONTHS[0]).scores):
            sys.exit(f"{code}: the column is not what its rule says")


if __name__ == "__main__":
    print(f"{Path(sys.executable)}  numpy {np.__version__}")
    agree()
    ranked_year("city", runs=7)
    ranked_year("country", runs=3)
    explained_year(runs=3)
