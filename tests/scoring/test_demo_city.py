"""Both schemes of the demo city, whole: months, year, four categories, and the reference run."""

from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from rule_cast import SEPTEMBER

import bot
from scoring.engine import score
from scoring.model import Book, Group, Period, Reported
from scoring.rounding import rounded
from storage.scheme_folder import read_scheme_folder

CITY = Path(bot.__path__[0]) / "demo" / "city"
RUN = Path(__file__).parent / "cases" / "key_indicators_2013_09.csv"
AUGUST = SEPTEMBER.previous


@pytest.fixture(scope="module")
def towns() -> Book:
    return read_scheme_folder(CITY / "towns")


@pytest.fixture(scope="module")
def agencies() -> Book:
    return read_scheme_folder(CITY / "agencies")


def key_indicators(city: Book) -> Book:
    """The block of key indicators alone, with the figures of the reference run."""
    rules = tuple(each for each in city.scheme.indicators if each.group == "K")
    rows = csv.DictReader(RUN.read_text(encoding="utf-8").splitlines())
    september = {
        (row["indicator_code"], row["unit_code"]): Reported(
            Decimal(row["value"]), Decimal(row["base"]) if row["base"] else None
        )
        for row in rows
    }
    scheme = replace(
        city.scheme,
        full_points=Decimal(500),
        groups=(Group("K", "K", Decimal(500)),),
        indicators=rules,
        tie_break=(),
    )
    return replace(city, scheme=scheme, entries={SEPTEMBER: september})


def test_the_reference_run_of_september_comes_out(towns):
    city = key_indicators(towns)
    result = score(city, SEPTEMBER)
    told = [
        (
            city.unit_by_code[line.unit].short_name,
            str(rounded(result.units[line.unit].rate * 100, 1)),
            str(rounded(result.units[line.unit].coverage * 100, 0)),
        )
        for line in result.rankings["区镇"]
    ]

    assert told == [
        ("杨舍", "102.3", "94"),
        ("塘桥", "99.2", "94"),
        ("锦丰", "88.9", "94"),
        ("凤凰", "81.9", "94"),
        ("南丰", "81.7", "94"),
        ("双山", "81.1", "48"),
        ("常阴沙", "80.9", "69"),
        ("金港", "77.8", "94"),
        ("乐余", "74.8", "94"),
        ("大新", "70.9", "94"),
    ]
    assert [line.unit for line in result.rankings["区镇"] if line.is_bottom] == ["T06", "T08"]


def test_every_agency_has_a_hundred_points_and_its_own_category(agencies):
    result = score(agencies, AUGUST)

    assert len(result.units) == 131
    assert {name: len(lines) for name, lines in result.rankings.items()} == {
        "经济服务类": 36,
        "执法服务类": 30,
        "社会事业服务类": 33,
        "综合服务类": 32,
    }
    for unit in result.units.values():
        outer = {code: block.points for code, block in unit.blocks.items() if code in "JQR"}
        assert outer == {"J": 60, "Q": 20, "R": 20}
        assert unit.coverage < 1
    assert set(result.units["JJ01"].indicators) & {"JJX01"} == set()


def test_an_interim_month_counts_what_it_has_and_a_year_counts_what_it_lacks(agencies, towns):
    for city in (agencies, towns):
        december = Period(2013, 12)
        interim, final = score(city, december), score(city, december, final=True)
        for code, unit in final.units.items():
            assert unit.score is not None
            before = interim.units[code]
            assert unit.coverage >= before.coverage
            if before.rate is not None:
                assert unit.rate <= before.rate


def test_the_demos_late_autumn_can_be_computed_every_month(towns):
    for month in range(1, 13):
        result = score(towns, Period(2013, month))
        assert all(unit.coverage <= 1 for unit in result.units.values())
