"""Composite results that others have published come out of the engine, to the last digit.

Human development index 2007: Human Development Report 2009 (UNDP), table H and technical note 1;
an adult literacy that the report does not print is its 99.0. Decathlon: world records as ratified,
scored by the World Athletics scoring tables for combined events (points = ⌊a · |x − b|^c⌋).
Olympic decathlon 2004: marks and totals of 28 finishers as in the data set `decathlon` of the R
package FactoMineR, where the second's 1500 metres, 4:41.65 for 670 points, stand as 4:42.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from rule_cast import SEPTEMBER, D, book, indicator, scheme, units

from scoring.engine import score
from scoring.model import Group

CASES = Path(__file__).parent / "cases" / "hdi_2007.csv"
HDI = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))
ROUNDING = {"life": "0.05", "literacy": "0.05", "enrolment": "0.05", "gdp": "0.5"}


def hdi_scheme(places=3):
    goalposts = "efficacy(base=0,span=100)"
    return scheme(
        indicator("life", 1, goalposts, "life", best=D(85), worst=D(25)),
        indicator("literacy", 2, goalposts, "education", best=D(100), worst=D(0)),
        indicator("enrolment", 1, goalposts, "education", best=D(100), worst=D(0)),
        indicator("gdp", 1, "efficacy(base=0,span=100,log=1)", "gdp", best=D(40000), worst=D(100)),
        groups=(
            Group("life", "Life", weight=D(1), weights="relative"),
            Group("education", "Education", weight=D(1), weights="relative"),
            Group("gdp", "Income", weight=D(1), weights="relative"),
        ),
        full=1,
        places=places,
        indicator_places=12,
    )


def figures(row, shift=0):
    raw = {
        "life": row["life_years"],
        "literacy": row["literacy_pct"],
        "enrolment": row["enrolment_pct"],
        "gdp": row["gdp_ppp"],
    }
    # A literacy of 99.0 is the report's own convention for a rate it does not print, no rounding.
    exact = {"literacy"} if row["literacy_pct"] == "99.0" else set()
    return {
        (code, row["country"]): D(value) + (0 if code in exact else shift) * D(ROUNDING[code])
        for code, value in raw.items()
    }


def computed(row, shift=0):
    cast = units(row["country"])
    result = score(book(hdi_scheme(), cast, figures(row, shift)), SEPTEMBER)
    return result.units[row["country"]]


def hdi(row, shift=0) -> Decimal:
    return computed(row, shift).score


def exactly(row, shift) -> Decimal:
    return computed(row, shift).exact


@pytest.mark.parametrize("row", HDI, ids=lambda row: row["country"])
def test_the_human_development_index_is_the_published_one_as_far_as_its_inputs_tell(row):
    low, high = hdi(row, -1), hdi(row, 1)

    # The report rounds its inputs; where that leaves no choice, the third digit must agree.
    assert low <= D(row["hdi"]) <= high
    assert high - low <= D("0.001")


ON_AN_EDGE = ["Ireland", "United States", "Spain", "Denmark", "New Zealand"]


def test_three_countries_in_four_agree_to_the_third_digit_from_the_printed_inputs_alone():
    agreeing = [row["country"] for row in HDI if hdi(row) == D(row["hdi"])]

    assert [row["country"] for row in HDI if row["country"] not in agreeing] == ON_AN_EDGE
    assert len(HDI) == 21


@pytest.mark.parametrize(
    "row", [row for row in HDI if row["country"] in ON_AN_EDGE], ids=lambda row: row["country"]
)
def test_the_other_five_are_a_digit_off_by_what_the_report_rounded_in_its_inputs(row):
    published, half = D(row["hdi"]), D("0.0005")
    low, printed, high = (exactly(row, shift) for shift in (-1, 0, 1))

    # From the printed inputs the value lies just outside of what rounds to the published one ...
    assert not published - half <= printed < published + half
    assert abs(printed - published) < half + D("0.0002")
    # ... and the inputs that were rounded to the printed ones reach into it.
    assert low < published + half
    assert high >= published - half


EVENTS = {
    "100m": ("down", "25.4347", "18", "1.81"),
    "long jump": ("up", "0.14354", "220", "1.4"),
    "shot put": ("up", "51.39", "1.5", "1.05"),
    "high jump": ("up", "0.8465", "75", "1.42"),
    "400m": ("down", "1.53775", "82", "1.81"),
    "110m hurdles": ("down", "5.74352", "28.5", "1.92"),
    "discus": ("up", "12.91", "4", "1.1"),
    "pole vault": ("up", "0.2797", "100", "1.35"),
    "javelin": ("up", "10.14", "7", "1.08"),
    "1500m": ("down", "0.03768", "480", "1.85"),
}
RECORDS = {
    "Kevin Mayer 2018": (
        ("10.55", "780", "16.00", "205", "48.42", "13.75", "50.54", "545", "71.90", "276.11"),
        (963, 1010, 851, 850, 889, 1007, 882, 1051, 918, 705),
        9126,
    ),
    "Ashton Eaton 2015": (
        ("10.23", "788", "14.52", "201", "45.00", "13.69", "43.34", "520", "63.63", "257.52"),
        (1040, 1030, 760, 813, 1060, 1015, 733, 972, 793, 829),
        9045,
    ),
}


def test_two_decathlon_world_records_come_out_event_by_event_and_rank_as_they_should():
    events = [
        indicator(name, 1500, f"power(a={a},b={b},c={c},whole=1)", direction=direction)
        for name, (direction, a, b, c) in EVENTS.items()
    ]
    marks = {
        (event, name): mark
        for name, (results, _, _) in RECORDS.items()
        for event, mark in zip(EVENTS, results, strict=True)
    }
    rules = scheme(*events, places=0, indicator_places=0)
    result = score(book(rules, units(*RECORDS), marks), SEPTEMBER)

    for name, (_, points, total) in RECORDS.items():
        own = result.units[name]
        assert tuple(int(each.score) for each in own.indicators.values()) == points
        assert own.score == total
    assert [line.unit for line in result.rankings["towns"]] == list(RECORDS)


ATHENS = Path(__file__).parent / "cases" / "decathlon_2004.csv"


def test_the_olympic_decathlon_of_2004_comes_out_whole_to_the_last_point_and_place():
    rows = list(csv.DictReader(ATHENS.read_text(encoding="utf-8").splitlines()))
    events = [
        indicator(name, 1500, f"power(a={a},b={b},c={c},whole=1)", direction=direction)
        for name, (direction, a, b, c) in EVENTS.items()
    ]
    marks = {(event, row["athlete"]): row[event] for row in rows for event in EVENTS}
    cast = units(*(row["athlete"] for row in reversed(rows)))
    result = score(book(scheme(*events, places=0, indicator_places=0), cast, marks), SEPTEMBER)

    assert len(rows) == 28
    assert {code: str(own.score) for code, own in result.units.items()} == {
        row["athlete"]: row["points"] for row in rows
    }
    assert [(line.place, line.unit) for line in result.rankings["towns"]] == [
        (place, row["athlete"]) for place, row in enumerate(rows, start=1)
    ]
    # What stands of the second's last event elsewhere too: 4:41.65 are 670 points.
    assert result.units["Clay"].indicators["1500m"].score == 670
