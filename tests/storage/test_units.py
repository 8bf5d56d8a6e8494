"""Units and the names people give them."""

from datetime import date
from decimal import Decimal

import pytest

from scoring.model import Unit
from storage import units

JINGANG = Unit(
    "T01",
    "张家港保税区(金港镇)",
    "金港",
    "区镇",
    ("金港", "金港镇", "保税区", "张家港保税区"),
    Decimal("1.20"),
)
YANGSHE = Unit("T02", "张家港经济技术开发区(杨舍镇)", "杨舍", "区镇", ("杨舍镇", "开发区"))
NONGWEI = Unit("JJ06", "市农业委员会", "农委", "经济服务类", ("市农委",))
SHUILI = Unit("JJ07", "市水利局", "水利局", "经济服务类", ())
LABOUR = Unit("SH05", "市人力资源和社会保障局", "人社局", "社会事业服务类", ("市人社局",))


@pytest.fixture
async def city(conn):
    for each in (JINGANG, YANGSHE):
        await units.add(conn, each, track="town")
    for each in (NONGWEI, SHUILI, LABOUR):
        await units.add(conn, each, track="agency")
    return await units.all_units(conn)


async def test_a_unit_comes_back_digit_for_digit(conn, city):
    found = await units.by_code(conn, "T01")
    assert found is not None
    assert found.assessed == JINGANG
    assert str(found.difficulty) == "1.20"
    assert await units.by_id(conn, found.id) == found
    assert await units.by_code(conn, "T99") is None


async def test_a_unit_exists_from_its_first_day_to_the_day_before_its_end(conn):
    await units.add(
        conn, SHUILI, track="agency", valid_from=date(2013, 1, 1), valid_until=date(2014, 1, 1)
    )
    days = (date(2012, 12, 31), date(2013, 1, 1), date(2013, 12, 31), date(2014, 1, 1))
    assert [len(await units.all_units(conn, on=day)) for day in days] == [0, 1, 1, 0]


async def test_renaming_a_unit_keeps_its_id_and_code(conn, city):
    before = await units.by_code(conn, "JJ07")
    renamed = Unit("JJ07", "市水务局", "水务局", "经济服务类", ("水利局",))
    await units.change(conn, before.id, renamed, track="agency")
    after = await units.by_id(conn, before.id)
    assert (after.code, after.name, after.aliases) == ("JJ07", "市水务局", ("水利局",))
    assert await units.count_units(conn) == len(city)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("T01", ["T01"]),
        ("ｔ０１", ["T01"]),
        (" 金港 镇 ", ["T01"]),
        ("保税区", ["T01"]),
        ("张家港保税区（金港镇）", ["T01"]),
        ("杨舍", ["T02"]),
        ("市农委", ["JJ06"]),
        ("农委", ["JJ06"]),
        ("张家港市农业委员会", ["JJ06"]),
        ("张家港市人社局", ["SH05"]),
        ("社会保障局", ["SH05"]),
        ("金港镇(区镇合一)", ["T01"]),
        ("镇", []),
        ("", []),
        ("双山", []),
    ],
)
def test_a_name_as_people_write_it_finds_its_unit(text, codes, city_values):
    assert [each.code for each in units.match(city_values, text)] == codes


def test_a_name_that_may_mean_two_units_is_a_question(city_values):
    twins = [
        *city_values,
        units.UnitRow(98, "ZF97", "市公路管理处", "公路处", "agency", "执法服务类"),
        units.UnitRow(99, "ZF98", "市航道管理处", "航道处", "agency", "执法服务类"),
    ]
    assert [each.code for each in units.match(twins, "管理处")] == ["ZF97", "ZF98"]
    assert [each.code for each in units.match(twins, "公路管理处")] == ["ZF97"]


@pytest.fixture
async def city_values(city):
    return city
