"""Composite indices of the kinds that others publish, and their plain arithmetic.

Each is a scheme folder with its units, weights and figures drawn by a seeded generator. The
arithmetic is written down a second time here, in fractions, knowing nothing of the engine.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

PERIOD = "2018-12"


@dataclass(frozen=True)
class Measure:
    code: str
    block: str
    weight: str = "1"
    down: bool = False
    best: str = ""
    worst: str = ""


@dataclass(frozen=True)
class Composite:
    """Blocks as code, parent and weight; figures as text, None for a blank."""

    units: tuple[str, ...]
    blocks: tuple[tuple[str, str, str], ...]
    measures: tuple[Measure, ...]
    figures: dict[tuple[str, str], str | None]

    def write(self, folder: Path, *, method: str, full: int, places: int, blank: str = "") -> Path:
        """Write it as a scheme folder; *blank* is what stands where there is no figure."""
        head = f'code = "C"\nname = "C"\nyear = 2018\ntrack = "x"\nfull_points = {full}\n'
        finer = places if method == "percentile" else 9
        head += f"places = {places}\nindicator_places = {finer}\n"
        for code, parent, weight in self.blocks:
            head += f'[[groups]]\ncode = "{code}"\nname = "{code}"\nweight = {weight}\n'
            head += 'weights = "relative"\n' + (f'parent = "{parent}"\n' if parent else "")
        tables = {
            "scheme.toml": head,
            "units.csv": "code,name\n" + "".join(f"{unit},{unit}\n" for unit in self.units),
            "indicators.csv": "code,name,group,direction,weight,method,kind,best,worst\n"
            + "".join(
                f"{each.code},{each.code},{each.block},{'down' if each.down else 'up'},"
                f'{each.weight},"{method}",level,{each.best},{each.worst}\n'
                for each in self.measures
            ),
            "figures.csv": "period,indicator_code,unit_code,value\n"
            + "".join(
                f"{PERIOD},{code},{unit},{blank if value is None else value}\n"
                for (code, unit), value in self.figures.items()
            ),
        }
        for name, text in tables.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder


def half_up(value: Fraction, places: int) -> Fraction:
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, 10**places)


def places_of(scores: dict[str, Fraction]) -> dict[str, int]:
    ordered = sorted(scores.values(), reverse=True)
    return {unit: ordered.index(score) + 1 for unit, score in scores.items()}


def averaged(composite: Composite, marks: dict[tuple[str, str], Fraction]) -> dict[str, Fraction]:
    """Weighted means of what there is, level by level up to the top."""

    def mean(parts: list[tuple[str, Fraction | None]]) -> Fraction | None:
        there = [(Fraction(weight), mark) for weight, mark in parts if mark is not None]
        whole = sum(weight for weight, _ in there)
        return sum(weight * mark for weight, mark in there) / whole if there else None

    def block(code: str, unit: str) -> Fraction | None:
        inside = [
            (own.weight, marks.get((own.code, unit)))
            for own in composite.measures
            if own.block == code
        ]
        inside += [
            (weight, block(child, unit))
            for child, parent, weight in composite.blocks
            if parent == code
        ]
        return mean(inside)

    return {
        unit: mean(
            [(weight, block(code, unit)) for code, parent, weight in composite.blocks if not parent]
        )
        for unit in composite.units
    }


def between_extremes(composite: Composite) -> dict[tuple[str, str], Fraction]:
    """Min-max marks, the goalposts observed where none are given, cut at both ends."""
    marks = {}
    for each in composite.measures:
        column = {
            unit: Fraction(composite.figures[each.code, unit])
            for unit in composite.units
            if composite.figures[each.code, unit] is not None
        }
        low, high = min(column.values()), max(column.values())
        best = Fraction(each.best) if each.best else (low if each.down else high)
        worst = Fraction(each.worst) if each.worst else (high if each.down else low)
        for unit, value in column.items():
            mark = (value - worst) / (best - worst)
            marks[each.code, unit] = min(max(mark, Fraction(0)), Fraction(1))
    return marks


def percentile_marks(composite: Composite, places: int) -> dict[tuple[str, str], Fraction]:
    """Percentile ranks to so many places, one minus it where less is better."""
    marks = {}
    for each in composite.measures:
        column = {unit: Fraction(composite.figures[each.code, unit]) for unit in composite.units}
        ordered = sorted(column.values())
        for unit, value in column.items():
            below = Fraction(bisect_left(ordered, value), len(ordered) - 1)
            marks[each.code, unit] = half_up(1 - below if each.down else below, places)
    return marks


def connectivity_like(seed: int, *, blanks: float) -> Composite:
    """51 units, 49 measures under two sub-indices of eight pillars, skewed figures."""
    dice = random.Random(seed)
    pillars = {"C": ["C1", "C2", "C3", "C4", "C5"], "S": ["S1", "S2", "S3"]}
    blocks = []
    for sub, inside in pillars.items():
        blocks.append((sub, "", dice.choice(["1", "0.8", "1.5"])))
        blocks += [(pillar, sub, dice.choice(["1", "2", "0.333"])) for pillar in inside]
    names = [pillar for inside in pillars.values() for pillar in inside]
    measures = tuple(
        Measure(f"I{n:02}", names[n % 8], dice.choice(["1", "0.5", "2"]), dice.random() < 1 / 3)
        for n in range(49)
    )
    units = tuple(f"U{n:02}" for n in range(51))
    figures = {
        (each.code, unit): None
        if dice.random() < blanks
        else str(round(dice.lognormvariate(2, 1.2), dice.choice([1, 2, 6])))
        for each in measures
        for unit in units
    }
    return Composite(units, tuple(blocks), measures, figures)


def goals_like(seed: int, count: int, *, blanks: float) -> Composite:
    """Units under 17 goals of equal weight, fixed goalposts beyond which nothing more counts."""
    dice = random.Random(seed)
    goals = [f"G{n:02}" for n in range(1, 18)]
    measures = []
    for goal in goals:
        for n in range(dice.randint(2, 8)):
            down = dice.random() < 0.5
            best = "0" if down else str(dice.randint(50, 100))
            worst = str(dice.randint(5, 200)) if down else str(dice.randint(0, 20))
            measures.append(Measure(f"{goal}-{n}", goal, "1", down, best, worst))
    units = tuple(f"C{n:03}" for n in range(count))
    landlocked = set(dice.sample(units, count // 4))
    figures = {}
    for each in measures:
        ends = sorted((float(each.best), float(each.worst)))
        for unit in units:
            missing = dice.random() < blanks or (each.block == "G14" and unit in landlocked)
            value = round(dice.uniform(ends[0] - 5, ends[1] * 1.1), 3)
            figures[each.code, unit] = None if missing else str(value)
    return Composite(units, tuple((goal, "", "1") for goal in goals), tuple(measures), figures)


def vulnerability_like(seed: int, count: int) -> Composite:
    """Units with heavy ties in fifteen measures of four themes, a point each."""
    dice = random.Random(seed)
    themes = {"T1": 4, "T2": 4, "T3": 2, "T4": 5}
    measures = tuple(
        Measure(f"{theme}-{n}", theme, down=(theme, n) == ("T1", 2))
        for theme, size in themes.items()
        for n in range(size)
    )
    units = tuple(f"{n:05}" for n in range(count))
    figures = {
        (each.code, unit): str(int(dice.gauss(15, 6) * 10) / 10)
        for each in measures
        for unit in units
    }
    blocks = tuple((theme, "", str(size)) for theme, size in themes.items())
    return Composite(units, blocks, measures, figures)
