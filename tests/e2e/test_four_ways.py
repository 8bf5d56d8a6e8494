"""A month of the invented city reported four times, once each way in: equal to the digit."""

import pytest

from tests.e2e.four_ways import WAYS, reported

# The towns' month with everybody who reports it; of the agencies, the government office with 243
# figures for all four categories, and the finance bureau with negative deviations and amounts.
MONTHS = {"town": ((), 250), "agency": (("ZH03", "JJ04"), 400)}


@pytest.mark.slow
@pytest.mark.parametrize("track", MONTHS)
async def test_a_month_comes_to_the_same_whichever_way_it_is_reported(
    track, reporting_file, tmp_path, texts
):
    reporters, figures_min = MONTHS[track]
    first = None
    for way in WAYS:
        filed, result = await reported(
            way, track, reporting_file, tmp_path / f"{way}.db", texts, reporters
        )
        first = first or (filed, result)
        assert len(filed) > figures_min
        assert (filed, result) == first
