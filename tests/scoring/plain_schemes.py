"""Schemes in points with relative blocks inside, drawn at random, and their plain arithmetic.

Every rule that a page of docs/scoring.md states is written down here a second time, in fractions,
by somebody who has read the page and not the engine.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import xlsxwriter
from plain_composites import half_up

YEAR, MONTH = 2013, 9
MONTHS_OF = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
BLANK, NOT_FOR_IT, NOTHING = "", "不适用", "无数据"
CATEGORIES = ("towns", "bureaus")


@dataclass(frozen=True)
class Measure:
    code: str
    block: str
    weight: int
    method: str
    frequency: str = "monthly"
    kind: str = "cumulative"
    down: bool = False
    cap: int | None = None
    missing: str = "renormalise"
    best: str = ""
    worst: str = ""
    applies_to: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()


@dataclass
class PlainScheme:
    """*figures* by measure, unit and month, (year, month): what was filed, with its day."""

    units: dict[str, str]
    measures: list[Measure]
    targets: dict[tuple[str, str], tuple[str, str]]
    figures: dict[tuple[str, str, tuple[int, int]], list[tuple[str, str]]]
    shares: dict[str, dict[int, int]]
    ledger: list[tuple[str, str, str, str]]
    rank_on: str = "published"
    bonus_cap: int = 2
    as_of: str = ""
    final: bool = False
    blocks: tuple[tuple[str, str, str, str], ...] = field(
        default=(
            # code, parent, points or weight, whether its indicators are relative
            ("A", "", "60", "points"),
            ("B", "", "30", "relative"),
            ("C", "", "10", "points"),
            ("C1", "C", "w3", "relative"),
            ("C2", "C", "w1", "relative"),
        )
    )

    # -- what is filed ---------------------------------------------------------------------

    def tables(self) -> dict[str, list[list[str]]]:
        head = [["key", "value"], ["code", "P"], ["name", "P"], ["year", str(YEAR)]]
        head += [["track", "t"], ["full_points", "100"], ["places", "2"], ["bottom", "0"]]
        head += [["rank_on", self.rank_on], ["bonus_cap", str(self.bonus_cap)]]
        groups = [["code", "name", "parent", "points", "weight", "weights"]]
        for code, parent, size, inside in self.blocks:
            own = ["", size[1:]] if size.startswith("w") else [size, ""]
            groups.append([code, code, parent, *own, inside])
        units = [
            ["code", "name", "category"],
            *([code, code, of] for code, of in self.units.items()),
        ]
        names = "code name group direction weight method frequency kind cap_pct missing best worst"
        indicators = [[*names.split(), "applies_to", "not_applicable"]]
        for each in self.measures:
            way, cap = "down" if each.down else "up", "" if each.cap is None else str(each.cap)
            line = [each.code, each.code, each.block, way, str(each.weight), each.method]
            line += [each.frequency, each.kind, cap, each.missing, each.best, each.worst]
            indicators.append([*line, "|".join(each.applies_to), "|".join(each.not_applicable)])
        targets = [["indicator_code", "unit_code", "base", "target"]]
        targets += [[*cell, *pair] for cell, pair in self.targets.items()]
        figures = [["period", "indicator_code", "unit_code", "value", "filed_on"]]
        for (code, unit, (year, month)), filed in self.figures.items():
            figures += [[f"{year}-{month:02}", code, unit, *each] for each in filed]
        seasons = [["indicator_code", *(f"m{n:02}_cum_pct" for n in range(1, 13))]]
        for code, given in self.shares.items():
            seasons.append([code, *(str(given.get(n, "")) for n in range(1, 13))])
        ledger = [["unit_code", "item", "points", "in_force_on"], *map(list, self.ledger)]
        return {
            "scheme": head,
            "groups": groups,
            "units": units,
            "indicators": indicators,
            "targets": targets,
            "figures": figures,
            "seasonality": seasons,
            "ledger": ledger,
        }

    def write_folder(self, folder: Path) -> Path:
        tables = self.tables()
        words = {"code", "name", "track", "rank_on"}
        head = [
            f'{key} = "{value}"' if key in words else f"{key} = {value}"
            for key, value in tables.pop("scheme")[1:]
        ]
        columns, *groups = tables.pop("groups")
        for line in groups:
            head.append("[[groups]]")
            for key, value in zip(columns, line, strict=True):
                if value:
                    head.append(
                        f"{key} = {value}" if key in {"points", "weight"} else f'{key} = "{value}"'
                    )
        folder.mkdir()
        (folder / "scheme.toml").write_text("\n".join(head), encoding="utf-8")
        for name, lines in tables.items():
            quoted = (
                ",".join(f'"{cell}"' if "," in cell else cell for cell in line) for line in lines
            )
            (folder / f"{name}.csv").write_text("\n".join(quoted) + "\n", encoding="utf-8")
        return folder

    def write_workbook(self, path: Path) -> Path:
        with xlsxwriter.Workbook(path) as book:
            for name, lines in self.tables().items():
                sheet = book.add_worksheet(name)
                for row, line in enumerate(lines):
                    for column, cell in enumerate(line):
                        if row and cell and cell.replace(".", "", 1).lstrip("-").isdigit():
                            sheet.write_number(row, column, float(cell))
                        elif cell:
                            sheet.write_string(row, column, cell)
        return path

    # -- what follows from it --------------------------------------------------------------

    def told(self, code: str, unit: str, when: tuple[int, int]) -> str:
        """What is known of a cell: the latest word on it by the day asked about."""
        known = [
            (day, text)
            for text, day in self.figures.get((code, unit, when), [])
            if not (self.as_of and day and day > self.as_of)
        ]
        return max(known)[1] if known else BLANK

    def speaks(self, each: Measure) -> tuple[int, int] | None:
        """The month whose figures count."""
        if each.frequency == "monthly":
            return YEAR, MONTH
        for month in range(MONTH, 0, -1):
            if any(self.told(each.code, unit, (YEAR, month)) != BLANK for unit in self.units):
                return YEAR, month
        due = [month for month in range(1, MONTH + 1) if month % MONTHS_OF[each.frequency] == 0]
        return (YEAR, due[-1]) if due else None

    def judges(self, each: Measure, unit: str) -> bool:
        return not each.applies_to or bool({unit, self.units[unit]} & set(each.applies_to))

    def waived(self, each: Measure, unit: str) -> bool:
        return bool({unit, self.units[unit]} & set(each.not_applicable))

    def points(self, each: Measure, unit: str) -> Fraction:
        """Full points of an indicator for a unit, before anything is stretched."""
        sizes = {code: (parent, size, inside) for code, parent, size, inside in self.blocks}

        def whole(code: str) -> Fraction:
            parent, size, _ = sizes[code]
            if not size.startswith("w"):
                return Fraction(size)
            beside = [size for up, size, _ in sizes.values() if up == parent]
            return whole(parent) * Fraction(size[1:]) / sum(Fraction(own[1:]) for own in beside)

        if sizes[each.block][2] != "relative":
            return Fraction(each.weight)
        beside = [
            own for own in self.measures if own.block == each.block and self.judges(own, unit)
        ]
        return whole(each.block) * each.weight / sum(own.weight for own in beside)

    def planned(self, code: str, month: int) -> Fraction:
        return Fraction(self.shares.get(code, {}).get(month, Fraction(month * 100, 12))) / 100

    def share(
        self, each: Measure, unit: str, value: Fraction, month: int, peers: list[Fraction]
    ) -> Fraction | None:
        """The share of its points a figure brings; None where the rule has no answer."""
        cap = Fraction(100 if each.cap is None else each.cap, 100)
        target = self.targets.get((each.code, unit), ("", ""))[1]
        name = each.method.partition("(")[0]
        if name in {"completion", "progress"}:
            if not target:
                return None
            goal = Fraction(target)
            if name == "progress":
                goal *= self.planned(each.code, month)
            if goal <= 0:
                return Fraction((value >= goal) if not each.down else (value <= goal))
            if each.down:
                return cap if value <= 0 else min(max(goal / value, Fraction(0)), cap)
            return min(max(value / goal, Fraction(0)), cap)
        if name == "rating100":
            return min(max(value / 100, Fraction(0)), Fraction(1))
        better = [one for one in peers if (one < value if each.down else one > value)]
        worse = [one for one in peers if (one > value if each.down else one < value)]
        n = len(peers)
        if name == "percentile":
            if n == 1:
                return Fraction(1)
            below = Fraction(sum(one < value for one in peers), n - 1)
            return 1 - below if each.down else below
        if name == "rank_linear":
            return Fraction(1) if n == 1 else 1 - Fraction(len(better), n - 1)
        assert name == "efficacy"
        assert len(worse) <= n
        low, high = min(peers), max(peers)
        best = Fraction(each.best) if each.best else (low if each.down else high)
        worst = Fraction(each.worst) if each.worst else (high if each.down else low)
        if best == worst:
            return Fraction(1)
        mark = 60 + 40 * (value - worst) / (best - worst)
        return min(max(mark, Fraction(0)), Fraction(100)) / 100

    def scores(self, each: Measure) -> dict[str, Fraction | str]:
        """Every judged unit's score rounded to two places, or why it has none."""
        speaks = self.speaks(each)
        judged = [unit for unit in self.units if self.judges(each, unit)]
        found: dict[str, Fraction | str] = {}
        values: dict[str, tuple[Fraction, int, bool]] = {}
        mean: list[str] = []
        for unit in judged:
            if self.waived(each, unit):
                found[unit] = "n/a"
                continue
            text = BLANK if speaks is None else self.told(each.code, unit, speaks)
            if speaks is None:
                found[unit] = "none"
            elif text == NOT_FOR_IT:
                found[unit] = "n/a"
            elif text == NOTHING:
                found[unit] = "none"
            elif text != BLANK:
                values[unit] = (Fraction(text), speaks[1], False)
            elif each.missing == "category_mean":
                mean.append(unit)
            else:
                last = self.last(each, unit, speaks) if each.missing == "last" else None
                if last is not None:
                    values[unit] = (*last, True)
                elif each.missing == "zero" or self.final:
                    found[unit] = Fraction(0)
                else:
                    found[unit] = "none"
        shares: dict[str, list[Fraction]] = {category: [] for category in CATEGORIES}
        for unit, (value, month, filled) in values.items():
            peers = [
                own for code, (own, _, _) in values.items() if self.units[code] == self.units[unit]
            ]
            share = self.share(each, unit, value, month, peers)
            found[unit] = "none" if share is None else half_up(share * self.points(each, unit), 2)
            if share is not None and not filled:
                shares[self.units[unit]].append(share)
        for unit in mean:
            others = shares[self.units[unit]]
            found[unit] = (
                half_up(self.points(each, unit) * sum(others) / len(others), 2)
                if others
                else "none"
            )
        return found

    def last(
        self, each: Measure, unit: str, speaks: tuple[int, int]
    ) -> tuple[Fraction, int] | None:
        """The latest earlier figure of the year, and of a level also of last year."""
        year, month = speaks
        months = [(year, m) for m in range(month - 1, 0, -1)]
        if each.kind == "level":
            months += [(year - 1, m) for m in range(12, month - 1, -1)]
        for when in months:
            text = self.told(each.code, unit, when)
            if text not in {BLANK, NOT_FOR_IT, NOTHING}:
                return Fraction(text), when[1]
        return None

    def result(self) -> dict[str, tuple[Fraction | None, dict[str, Fraction | str]]]:
        """Every unit's total before rounding, and its scores."""
        columns = {each.code: self.scores(each) for each in self.measures}
        totals = {}
        for unit in self.units:
            own = {code: column[unit] for code, column in columns.items() if unit in column}
            totals[unit] = (self.total(unit, own), own)
        return totals

    def total(self, unit: str, own: dict[str, Fraction | str]) -> Fraction | None:
        live = [each for each in self.measures if each.code in own and own[each.code] != "n/a"]

        def lives(code: str, among: list[Measure]) -> bool:
            inside = [child for child, parent, _, _ in self.blocks if parent == code]
            return any(each.block == code for each in among) or any(lives(c, among) for c in inside)

        scored = [each for each in live if isinstance(own[each.code], Fraction)]
        tops = [(code, Fraction(size)) for code, parent, size, _ in self.blocks if not parent]
        applying = sum(size for code, size in tops if lives(code, live))
        earned = counted = Fraction(0)
        for code, size in tops:
            if not lives(code, live) or not lives(code, scored):
                continue
            whole = size * 100 / applying
            if code == "A":
                inside = sum(self.points(each, unit) for each in live if each.block == "A")
                factor = whole / inside
                for each in scored:
                    if each.block == "A":
                        earned += own[each.code] * factor
                        counted += self.points(each, unit) * factor
                continue
            rate = Fraction(0)
            leaves = [(code, Fraction(1))]
            if code == "C":
                leaves = [(c, Fraction(s[1:])) for c, up, s, _ in self.blocks if up == "C"]
                leaves = [(c, w) for c, w in leaves if lives(c, scored)]
            for leaf, weight in leaves:
                inside = [each for each in scored if each.block == leaf]
                full = sum(self.points(each, unit) for each in inside)
                got = sum(own[each.code] for each in inside)
                rate += got / full * weight / sum(w for _, w in leaves)
            earned += rate * whole
            counted += whole
        if not counted:
            return None
        return earned * 100 / counted + self.adjusted(unit)

    def adjusted(self, unit: str) -> Fraction:
        until = f"{YEAR}-{MONTH:02}-30"
        counts = [
            Fraction(points)
            for code, _, points, day in self.ledger
            if code == unit and day <= until and (not self.as_of or day <= self.as_of)
        ]
        bonus = sum((each for each in counts if each > 0), Fraction(0))
        return min(bonus, Fraction(self.bonus_cap)) + sum(each for each in counts if each < 0)


def drawn(seed: int) -> PlainScheme:
    """A scheme with everything in it, drawn by a seed."""
    dice = random.Random(seed)
    units = {f"U{n:02}": CATEGORIES[n % 2] for n in range(dice.choice([3, 9, 16]))}
    rules = ["renormalise", "category_mean", "last", "zero"]
    methods = ["completion", "progress", "rating100", "efficacy", "percentile", "rank_linear"]

    def measure(code: str, block: str, weight: int, **fixed: object) -> Measure:
        method = dice.choice(methods)
        bounds = method == "efficacy" and dice.random() < 0.5
        down = method not in {"rating100", "progress"} and dice.random() < 0.3
        best, worst = (("10", "90") if down else ("90", "10")) if bounds else ("", "")
        nobody = dice.choice([(), (), (dice.choice(list(units)),), ("bureaus",)])
        drawn_at = {
            "frequency": dice.choice(["monthly", "monthly", *list(MONTHS_OF)]),
            "kind": dice.choice(["cumulative", "level"]),
            "cap": dice.choice([None, 110, 80]) if method in {"completion", "progress"} else None,
            "missing": dice.choice(rules),
            "not_applicable": nobody,
        }
        return Measure(
            code, block, weight, method, down=down, best=best, worst=worst, **{**drawn_at, **fixed}
        )

    measures = [
        measure("A1", "A", 20),
        measure("A2", "A", 15),
        measure("A3", "A", 10),
        # A pair that are one: what judges the one category in this place, and the other.
        measure("A4", "A", 15, applies_to=("towns",), not_applicable=()),
        measure("A5", "A", 15, applies_to=("bureaus",), not_applicable=()),
        *(measure(f"B{n}", "B", dice.randint(1, 5)) for n in range(1, 4)),
        measure("B4", "B", 2, applies_to=("towns",)),
        *(measure(f"C1{n}", "C1", dice.randint(1, 3)) for n in range(1, 3)),
        measure("C21", "C2", 1),
    ]
    targets = {
        (each.code, unit): (str(dice.randint(20, 60)), str(dice.randint(20, 90)))
        for each in measures
        for unit in units
        if dice.random() > 0.05
    }
    figures: dict[tuple[str, str, tuple[int, int]], list[tuple[str, str]]] = {}
    for each in measures:
        step = MONTHS_OF[each.frequency]
        months = [(YEAR, m) for m in range(1, MONTH + 1) if m % step == 0 or dice.random() < 0.02]
        months += [(YEAR - 1, m) for m in (9, 10, 12)] if each.kind == "level" else []
        for unit in units:
            for when in months:
                if dice.random() < 0.2:
                    continue
                cell = (each.code, unit, when)
                figures[cell] = [
                    (_filed(dice), f"2013-{10 if dice.random() < 0.8 else 11}-0{n}")
                    for n in range(1, dice.choice([2, 2, 2, 3]))
                ]
    shares = {
        each.code: {m: min(100, 7 * m + 10) for m in range(1, 13)}
        for each in measures
        if dice.random() < 0.3
    }
    ledger = [
        (dice.choice(list(units)), f"L{n}", dice.choice(["1.5", "-0.4", "0.25", "3"]), day)
        for n, day in enumerate(
            ["2013-05-01", "2013-09-30", "2013-10-01", "2013-08-15", "2013-09-05"]
        )
    ]
    return PlainScheme(
        units,
        measures,
        targets,
        figures,
        shares,
        ledger,
        rank_on=dice.choice(["published", "exact"]),
        as_of=dice.choice(["", "", "2013-10-15"]),
        final=dice.random() < 0.25,
    )


def _filed(dice: random.Random) -> str:
    rare = dice.random()
    if rare < 0.04:
        return NOT_FOR_IT
    if rare < 0.08:
        return NOTHING
    if rare < 0.11:
        return dice.choice(["0", "-3.5"])
    return str(round(dice.uniform(1, 99), dice.choice([0, 1, 3])))
