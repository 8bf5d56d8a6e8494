"""The city's own days, and its observation points."""

from datetime import date

from scoring.model import Unit
from storage import calendar, points, units
from storage.calendar import CalendarDay


async def test_the_newest_word_on_a_day_counts(conn):
    day = date(2013, 10, 12)
    await calendar.put(conn, CalendarDay(day, "holiday", "国庆节"))
    await calendar.put(conn, CalendarDay(day, "makeup_workday", "调休上班"))
    await calendar.put(conn, CalendarDay(date(2013, 10, 1), "holiday", "国庆节"))
    assert await calendar.calendar_days(conn) == {
        date(2013, 10, 1): "holiday",
        day: "makeup_workday",
    }


async def test_a_point_belongs_to_the_unit_it_watches(conn):
    unit_id = await units.add(conn, Unit("T03", "锦丰镇"), track="town")
    point_id = await points.add(conn, code="O01", name="沙钢集团", kind="企业", unit_id=unit_id)
    await points.change(conn, point_id, name="沙钢", kind="企业/村", unit_id=unit_id)
    found = await points.by_code(conn, "O01")
    assert found == await points.one(conn, point_id)
    assert (found.name, found.type, found.unit_id) == ("沙钢", "企业/村", unit_id)
    assert await points.all_points(conn) == [found]
