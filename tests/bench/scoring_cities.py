"""Cities of any size for the measurements: drawn once, the same for every engine."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import numpy as np

from scoring.figure_table import NUMBER, AnswerColumn, FigureTable, Numbers
from scoring.model import Book, Group, Indicator, Period, Reported, Scheme, Unit

CATEGORIES = 6
MONTHS = tuple(Period(2013, month) for month in range(1, 13))


def figures(
    units: int, indicators: int, *, months: int = 12, seed: int = 2013
) -> list[list[list[int]]]:
    """Return hundredths by month, indicator and unit."""
    dice = Random(seed)
    return [
        [[dice.randrange(100, 100_000) for _ in range(units)] for _ in range(indicators)]
        for _ in range(months)
    ]


def weights(indicators: int) -> list[int]:
    """Return the indicators' points: between 10 and 30 each."""
    dice = Random(57)
    return [dice.randrange(10, 31) for _ in range(indicators)]


def directions(indicators: int) -> list[bool]:
    """Return whether less is better: in every fifth indicator."""
    return [number % 5 == 4 for number in range(indicators)]


def scheme(indicators: int) -> Scheme:
    """Return a scheme in which every indicator lies between its extremes (min-max)."""
    points = weights(indicators)
    rules = tuple(
        Indicator(
            f"I{number}",
            f"Indicator {number}",
            "all",
            direction="down" if down else "up",
            weight=Decimal(points[number]),
            method="efficacy(base=0,span=100)",
        )
        for number, down in enumerate(directions(indicators))
    )
    full = Decimal(sum(points))
    return Scheme(
        "bench", "Bench", 2013, "bench", full, groups=(Group("all", "All", full),), indicators=rules
    )


def units(count: int) -> tuple[Unit, ...]:
    """Return units in six categories."""
    return tuple(
        Unit(f"U{number}", f"Unit {number}", category=f"C{number % CATEGORIES}")
        for number in range(count)
    )


def book(drawn: list[list[list[int]]]) -> Book:
    """Return the drawn figures as a book."""
    indicators, count = len(drawn[0]), len(drawn[0][0])
    entries = {
        period: {
            (f"I{number}", f"U{at}"): Reported(Decimal(value).scaleb(-2))
            for number, column in enumerate(month)
            for at, value in enumerate(column)
        }
        for period, month in zip(MONTHS, drawn, strict=False)
    }
    return Book(scheme(indicators), units(count), entries=entries)


def held_in_columns(drawn: list[list[list[int]]]) -> Book:
    """Return the same book with its figures in columns, as the others have theirs in arrays."""
    indicators, count = len(drawn[0]), len(drawn[0][0])
    everyone = units(count)
    kinds, nothing = np.full(count, NUMBER, np.uint8), np.zeros(count)
    none = Numbers(nothing, nothing.astype(np.bool_), 0)

    def table(month: list[list[int]]) -> FigureTable:
        columns = {
            f"I{number}": AnswerColumn(kinds, Numbers(np.array(column, float), None, 2), none, none)
            for number, column in enumerate(month)
        }
        return FigureTable(everyone, columns)

    entries = {period: table(month) for period, month in zip(MONTHS, drawn, strict=False)}
    return Book(scheme(indicators), everyone, entries=entries)
