"""A nil report counts as reported; where there always was a figure, it is asked about first."""

from decimal import Decimal

import pytest
from past_figures import release

from scoring.model import Period
from scoring.oddities import Earlier, nil_oddities


def earlier(*values):
    return [Earlier(month, Decimal(value)) for month, value in enumerate(values, 1)]


@pytest.mark.parametrize(
    ("values", "was_ever_nil", "is_asked"),
    [
        ((1, 2, 3), False, True),
        ((1, 2), False, False),  # too short a history to call it never
        ((1, 2, 3), True, False),
        ((1, 2, 0), False, False),  # from nothing to no data is no surprise
        ((), False, False),
    ],
)
def test_only_a_nil_where_there_always_was_a_figure_is_a_question(values, was_ever_nil, is_asked):
    asked = nil_oddities(earlier(*values), "亿元", was_ever_nil=was_ever_nil)
    assert bool(asked) == is_asked
    assert all(each.needs_reason for each in asked)


async def test_no_data_for_a_figure_that_never_was_nil_needs_a_reason(house, cast):
    for month, value in ((6, 30), (7, 35), (8, 40)):
        values = {"T01": value, "T02": value, "T03": value, "T04": value}
        await release(house, "K02", values, period=Period(2013, month))
    await cast.reporter.says("/file K02")
    shown = await cast.reporter.says("1=无 2=45 3=46 4=47")
    assert "填报无数据，而本年此前 3 期都有数（1—8月 40 亿元）" in shown
    assert "file" not in shown.actions
    await cast.reporter.taps("explain")
    done = await cast.reporter.says("本月统计口径调整，数据另行公布")
    assert "file" in done.actions
    assert "按时" in await cast.reporter.taps("file")
