"""Whatever 为什么 and 变化 print about the demo city adds up, to the last printed digit."""

from __future__ import annotations

import random
from decimal import Decimal, localcontext
from itertools import pairwise
from pathlib import Path

import pytest

import bot
from scoring.change import ADJUSTED, CAUSES, Known, change
from scoring.engine import score
from scoring.explain import tell_score
from scoring.model import Period
from scoring.rounding import EXACT, rounded
from storage.scheme_folder import read_scheme_folder

CITY = Path(bot.__path__[0]) / "demo" / "city"
DICE = random.Random(2013)


@pytest.fixture(scope="module", params=["towns", pytest.param("agencies", marks=pytest.mark.slow)])
def city(request):
    return read_scheme_folder(CITY / request.param)


@pytest.fixture(scope="module")
def months(city):
    """Three neighbouring months, drawn once for all runs."""
    start = DICE.randrange(2, 10)
    asked = [Period(2013, month) for month in range(start, start + 3)]
    return {period: score(city, period) for period in asked}


def test_the_lines_of_a_score_add_up_as_printed(months):
    checked = 0
    for result in months.values():
        units = sorted(result.units)
        for code in DICE.sample(units, min(10, len(units))):
            own, told = result.units[code], tell_score(result, code)
            if told is None:
                continue
            checked += 1
            places = result.scheme.places
            printed = [line.amount for line in told.lines]
            assert sum(printed, told.bonus - told.deduction) == told.score
            assert all(rounded(amount, places) == amount for amount in printed)
            with localcontext(EXACT):
                exact = sum(own.amounts.values(), own.adjustment.net)
                assert abs(exact - own.exact) < Decimal("1e-30")
                for line in told.lines:
                    unrounded = own.amounts.get(line.indicator, Decimal(0))
                    assert abs(line.amount - unrounded) < Decimal(10) ** -places
            blocks = own.blocks
            with localcontext(EXACT):
                top = [blocks[each.code] for each in result.scheme.groups
                       if each.parent is None and each.code in blocks]  # fmt: skip
                earned = sum(block.exact for block in top)
                scored = sum(block.scored_points for block in top)
                assert abs(earned / scored - own.rate) < Decimal("1e-30")
    assert checked >= 10


def test_a_change_splits_into_causes_that_add_up_as_printed_and_line_by_line(city, months):
    for before, after in pairwise(months):
        old, new = Known(city, months[before]), Known(city, months[after])
        for code in DICE.sample(sorted(months[after].units), 2):
            told = change(old, new, code)
            if told is None:
                continue
            assert tuple(told.points) == CAUSES
            assert sum(told.points.values()) == told.after - told.before
            with localcontext(EXACT):
                for cause in CAUSES:
                    whole = sum(told.items[cause].values())
                    assert abs(whole - told.points[cause]) < Decimal(10) ** -city.scheme.places
                here, there = months[after].units[code], months[before].units[code]
                for name in {*here.amounts, *there.amounts}:
                    moved = sum(told.items[cause].get(name, Decimal(0)) for cause in CAUSES)
                    way = here.amounts.get(name, Decimal(0)) - there.amounts.get(name, Decimal(0))
                    assert abs(moved - way) < Decimal("1e-30")
                assert ADJUSTED in told.items["own"]
            # Nothing was restated and no rule has changed between two months of one book.
            assert told.points["corrections"] == told.points["rules"] == 0
