"""How much a month of four indicators and ten towns asks of its reporter, in each way in."""

from datetime import UTC, timedelta

import pytest
from harness import Someone

from storage import acts, imported
from storage.readings import Reading
from tests.e2e.demo_house import REPORTING, SEPTEMBER
from tests.e2e.four_ways import Desk, columns_of, opened

# The statistics bureau: K01, K08, M12 and M13 for ten towns each.
STATISTICS, CELLS = "ZH25", 40
MESSAGES_MAX = 4
# Whatever looks odd about these figures takes two taps more: explain, and all are right.
WAYS = {
    "one list": (Desk.by_one_list, 2, 4),
    "pasted": (Desk.by_paste, 1, 3),
    "workbook": (Desk.by_workbook, 2, 3),
}


async def without_the_agencies(house, city):
    """Let what the bureau reports of agencies be on file, so that the towns' month is left."""
    columns = [
        imported.ImportedColumn(
            row.id,
            SEPTEMBER,
            REPORTING.astimezone(UTC),
            [Reading(unit_id=unit.id, answer="no_data") for unit in city.units_of(row)],
        )
        for row in city.scheme_for(2013, "agency").indicators
        if city.unit(row.monitoring_unit_id).code == STATISTICS
    ]
    async with house.engine.begin() as conn:
        await imported.add_released(conn, columns, by=None)


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
async def test_four_indicators_of_ten_towns_take_four_messages_at_most(
    way, reporting_file, tmp_path, texts
):
    house, users = await opened(reporting_file, tmp_path / "city.db", texts)
    city = house.services.shelf.city
    await without_the_agencies(house, city)
    (columns,) = columns_of(city, "town", (STATISTICS,)).values()
    assert sum(len(column.said) for column in columns) == CELLS
    report, messages, taps_max = WAYS[way]
    await report(Desk(house, Someone(house, users[f"reporter.{STATISTICS}"], "填报人"), columns))
    async with house.engine.begin() as conn:
        until = house.now + timedelta(hours=1)
        counted_acts = await acts.by_person(
            conn, ("file", "workbook"), SEPTEMBER, since=house.now, until=until
        )
    await house.engine.dispose()
    (counted,) = counted_acts.values()
    assert counted.messages == messages <= MESSAGES_MAX
    assert counted.taps <= taps_max
