"""Questions that one figure alone cannot raise: shares of the city, parts and wholes, gaps."""

from decimal import Decimal

import pytest

from scoring.model import Period
from scoring.oddities import CellFacts, Earlier, column_oddities, oddities
from scoring.related_oddities import Whole, parts_differ, shares_moved
from scoring.tuning import RULES, THRESHOLDS, Setting, Tuning

SEPTEMBER = Period(2013, 9)


def cell(unit, value, last, *, kind="cumulative", measure="亿元", **more):
    earlier = () if last is None else (Earlier(8, Decimal(str(last))),)
    return CellFacts(
        "K02", unit, SEPTEMBER, kind, measure, Decimal(str(value)), earlier=earlier, **more
    )


def city(*pairs, **more):
    return [
        cell(f"T{number:02}", value, last, **more)
        for number, (value, last) in enumerate(pairs, start=1)
    ]


STEADY = city((45, 40), (34, 30), (23, 20), (12, 10))


def test_shares_that_hold_raise_no_question():
    assert shares_moved(STEADY) == {}


def test_the_unit_whose_share_moved_is_asked_and_its_neighbours_are_not():
    found = shares_moved(city((70, 40), (34, 30), (23, 20), (12, 10), (12, 10)))
    assert list(found) == ["T01"]
    assert round(found["T01"].value("share_pct"), 2) == Decimal("46.36")
    assert found["T01"].value("last_month") == 8


def test_a_unit_that_was_asked_already_moves_nobodys_share():
    cells = city((450, 40), (34, 30), (23, 20), (12, 10), (12, 10))
    assert list(shares_moved(cells)) == ["T01"]
    assert shares_moved(cells, doubtful={"T01"}) == {}


@pytest.mark.parametrize(
    "cells",
    [
        city((70, 40), (34, 30), (23, 20)),
        city((70, 40), (34, 30), (23, 20), (12, 10), kind="level"),
        city((70, 40), (34, 30), (23, 20), (12, 10), kind="cumulative_pct", measure="%"),
        city((70, None), (34, 30), (23, 20), (12, 10)),
    ],
)
def test_without_four_amounts_known_before_there_is_no_share(cells):
    assert shares_moved(cells) == {}


def test_a_negative_or_empty_city_has_no_shares():
    assert shares_moved(city((-9, 1), (1, 1), (1, 1), (1, 1))) == {}
    assert shares_moved([]) == {}


def test_how_far_a_share_may_move_is_the_offices_decision():
    cells = city((50, 40), (34, 30), (23, 20), (12, 10))
    assert shares_moved(cells) == {}
    tight = Tuning({"share-moved": Setting(threshold=Decimal(1))})
    assert list(shares_moved(cells, tuning=tight)) == ["T01"]
    assert shares_moved(cells, tuning=Tuning({"share-moved": Setting(is_on=False)})) == {}


# --- parts and wholes ----------------------------------------------------------------------------


def whole(value, *parts, band=None, known=True):
    named = {f"分项{n}": Decimal(str(part)) for n, part in enumerate(parts, start=1)}
    band_pct = None if band is None else Decimal(str(band))
    return Whole("总数", Decimal(str(value)), named, known, "亿元", band_pct)


@pytest.mark.parametrize(
    ("compared", "difference"),
    [
        (whole(10, 4, 5), None),
        (whole(10, 4, 8), 2),
        (whole(10, 4, 5, band=0), None),  # 9.5 and 9.5 round to 10 and 9
        (whole("10.0", "4.0", "5.0", band=0), -1),
        (whole("10.0", "4.0", "5.0", band=10), None),
        (whole("10.0", "4.0", band=0, known=False), None),
        (whole("10.0", "14.0", band=0, known=False), 4),
        (whole(10), None),
        (whole("10.00", "5.00", "5.01", band=0), None),
    ],
)
def test_parts_add_up_or_are_asked_about(compared, difference):
    found = parts_differ(compared)
    assert (found.value("difference") if found else None) == difference


def test_a_question_about_parts_names_them_and_the_whole():
    found = parts_differ(whole("8.0", "4.0", "7.0"))
    assert found is not None
    assert (found.value("whole"), found.value("names")) == ("总数", "分项1、分项2")
    off = Tuning({"parts-differ": Setting(is_on=False)})
    assert parts_differ(whole("8.0", "4.0", "7.0"), off) is None


# --- gaps and switches ---------------------------------------------------------------------------


def test_what_a_column_lacks_is_said_and_needs_no_reason():
    (found,) = column_oddities(STEADY, missing=["锦丰"])
    assert (found.kind, found.value("names"), found.needs_reason) == (
        "units-missing",
        "锦丰",
        False,
    )


def test_a_column_of_which_most_is_missing_is_only_not_finished():
    assert column_oddities(STEADY[:1], missing=["杨舍", "锦丰"]) == ()


def test_a_rule_that_is_off_asks_nothing_and_keeps_nobody_silent():
    slip = cell("T01", 470, 40, base=Decimal(41))
    assert [each.kind for each in oddities(slip)] == ["unit-slip"]
    off = Tuning({"unit-slip": Setting(is_on=False)})
    assert [each.kind for each in oddities(slip, off)] == ["year-on-year"]


def test_a_total_may_fall_as_far_as_the_office_says():
    fallen = cell("T01", 39, 40)
    assert [each.kind for each in oddities(fallen)] == ["fell"]
    assert oddities(fallen, Tuning({"fell": Setting(threshold=Decimal(5))})) == ()


def test_one_month_instead_of_the_total_suggests_the_total():
    february = Earlier(2, Decimal(40))
    typed = CellFacts(
        "K02", "T01", Period(2013, 3), "cumulative", "亿元", Decimal(20), earlier=(february,)
    )
    (found,) = oddities(typed)
    assert (found.kind, found.meant) == ("monthly-figure", Decimal(60))


def test_every_threshold_is_usual_within_its_bounds():
    assert set(THRESHOLDS) <= set(RULES)
    for rule, threshold in THRESHOLDS.items():
        assert threshold.lowest <= threshold.usual <= threshold.highest, rule
        assert Tuning().threshold(rule) == threshold.usual
