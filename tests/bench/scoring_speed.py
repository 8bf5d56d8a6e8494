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
from scoring_cities import CATEGORIES, MONTHS, book, directions, figures, scheme, weights
from scoring_peers import available

from scoring.engine import rescore, score
from scoring.fast import prepare
from scoring.model import Reported

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


def ranked_year(name: str, *, runs: int) -> None:
    """Twelve months of scores and places, ours in exact whole numbers, theirs in floats."""
    units, indicators = SIZES[name]
    print(f"\n{name}: 12 months x {units} units x {indicators} indicators, scores and places")
    categories = [f"C{number % CATEGORIES}" for number in range(units)]
    months = [np.array(month, np.int64) for month in figures(units, indicators)]
    plain = prepare(scheme(indicators), categories)
    ours = seconds(lambda: [plain.ranking(month) for month in months], runs=runs)
    line("ours, exact at every published digit", ours)
    floats = [np.ascontiguousarray(month.T / 100.0) for month in months]
    for other, make in available().items():
        work = make(weights(indicators), directions(indicators), categories)
        line(other, seconds(lambda work=work: work(floats), runs=runs), ours)


def explained_year(*, runs: int) -> None:
    """The engine itself, every score with its reason; and one released reading."""
    units, indicators = SIZES["city"]
    city = book(figures(units, indicators))
    print("\nthe engine, every one of the year's scores with its reason")
    line("city's year", seconds(lambda: [score(city, month) for month in MONTHS], runs=runs))
    result = score(city, MONTHS[8])
    cell, turn = ("I3", "U5"), iter(range(10_000))

    def reading() -> None:
        entries = dict(city.entries[MONTHS[8]])
        entries[cell] = Reported(Decimal(next(turn)) / 7)
        changed = replace(city, entries={**city.entries, MONTHS[8]: entries})
        rescore(changed, result, cells=[cell])

    line("one released reading to the new ranking", seconds(reading, runs=15))


def agree() -> None:
    """Stop unless the fast ranking is the engine's, to the digit, on the city measured."""
    units, indicators = SIZES["city"]
    drawn = figures(units, indicators, months=1)
    slow = score(book(drawn), MONTHS[0])
    categories = [f"C{number % CATEGORIES}" for number in range(units)]
    fast = prepare(scheme(indicators), categories).ranking(np.array(drawn[0], np.int64))
    for at in range(units):
        unit = slow.units[f"U{at}"]
        same = unit.score == Decimal(int(fast.scores[at])).scaleb(-2)
        if not same or slow.place(f"U{at}") != fast.places[at]:
            sys.exit(f"U{at}: {unit.score} is not {fast.scores[at]}")


if __name__ == "__main__":
    print(f"{Path(sys.executable)}  numpy {np.__version__}")
    agree()
    ranked_year("city", runs=7)
    ranked_year("country", runs=3)
    explained_year(runs=3)
