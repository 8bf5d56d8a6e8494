"""A plain line of a large table says what the checks would say of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.model import Missing, Period, Reported, Target
from storage.city_lines import FigureLine, TargetLine, read_one
from storage.plain_lines import PlainLines

SEPTEMBER = Period(2013, 9)
MONTHS = {"2013-09": SEPTEMBER}
FIGURES = ("period", "indicator_code", "unit_code", "value", "base", "growth", "filed_on")
TARGETS = ("unit_code", "indicator_code", "base", "target")
texts = st.sampled_from(
    ["", "0", "-0", "1", "-12.50", "007", "1.", ".5", "1e3", "1,234", "１２", " 3", "无数据", "+4"]
) | st.from_regex(r"-?[0-9]{1,17}(\.[0-9]{1,14})?", fullmatch=True)
codes = st.sampled_from(["K1", "K2", "U1", "K1 ", ""])


def plain(columns):
    return PlainLines.of(columns, {"K1", "K2"}, {"U1"})


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["2013-09", "2013-9", ""]), codes, codes, texts, texts, texts)
def test_a_plain_figure_is_the_checked_one(month, code, unit, value, base, growth):
    cells = [month, code, unit, value, base, growth, ""]

    found = plain(FIGURES).figure(cells, MONTHS)

    if found is None:
        return
    period, cell, entry = found
    line = read_one("figures.csv", 2, dict(zip(FIGURES, cells, strict=True)), FigureLine)
    assert isinstance(line, FigureLine)
    assert (period, cell) == (SEPTEMBER, (line.indicator_code, line.unit_code))
    checked = Missing() if line.value is None else Reported(line.value, line.base)
    assert entry == checked


@settings(max_examples=300, deadline=None)
@given(codes, codes, texts, texts)
def test_a_plain_target_is_the_checked_one(unit, code, base, target):
    cells = [unit, code, base, target]

    found = plain(TARGETS).target(cells)

    if found is not None:
        line = read_one("targets.csv", 2, dict(zip(TARGETS, cells, strict=True)), TargetLine)
        assert isinstance(line, TargetLine)
        assert found == Target(line.indicator_code, line.unit_code, line.base, line.target)


def test_an_ordinary_line_is_plain():
    line = ["2013-09", "K1", "U1", "3.21", "2.90", "", ""]
    assert plain(FIGURES).figure(line, MONTHS) is not None
    assert plain(TARGETS).target(["U1", "K1", "", "165"]) is not None


def test_what_is_not_plain_is_left_to_the_checks():
    for cells in (
        ["2013-10", "K1", "U1", "1", "", "", ""],  # A month not met before.
        ["2013-09", "K9", "U1", "1", "", "", ""],
        ["2013-09", "K1", "U9", "1", "", "", ""],
        ["2013-09", "K1", "U1", "1", "", "4", ""],  # A stated growth.
        ["2013-09", "K1", "U1", "1", "", "", "2013-10-08"],  # A line that says when it was filed.
        ["2013-09", "K1", "U1", "1", "", "", "", "and more"],
        ["2013-09", "K1", "U1"],
        ["2013-09", "K1", "U1", "", "5", "", ""],  # A base without a figure.
        ["2013-09", "K1", "U1", "无数据", "", "", ""],
    ):
        assert plain(FIGURES).figure(cells, MONTHS) is None
    twice = PlainLines.of(("unit_code", "indicator_code", "base", "base"), {"K1"}, {"U1"})
    assert twice.target(["U1", "K1", "1", "2"]) is None
