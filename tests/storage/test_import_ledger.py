"""Items of the ledger and rules for observations come in line by line, and never change in use."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import sqlalchemy as sa

from handlers.operations.imports import import_city
from storage import ledger, ledger_items, schemes, units
from storage.city_folder import read_city_folder
from storage.ledger import New
from storage.schema import freeze, ledger_item

NOW = datetime(2013, 9, 10, 1, 0, tzinfo=UTC)
HEAD = "code,name,kind,scope,points,per,cap,evidence,monitoring_unit,second_class,levels\n"
ITEMS = (
    "B02,获省级表彰,bonus,towns,5,项,15,表彰文件,PMO,yes,\n"
    "X06,被通报批评,deduct,both,-3,次,-12,通报文件,市绩效办,,省级:5|国家级:10\n"
    "V03,安全生产,veto,both,0,,,事故批复,PMO,,\n"
)
SCHEME = """\
code = "S13"
name = "2013年区镇方案"
year = 2013
track = "town"
full_points = "100"
ledger = "notice:7"

[[groups]]
code = "K"
name = "关键"
points = "100"
"""
FILES = {
    "towns/scheme.toml": SCHEME,
    "towns/units.csv": "code,name,short_name,category\nT01,金港镇,金港,区镇\n",
    "towns/indicators.csv": (
        "code,name,group,weight,method,monitoring_unit\nK02,收入,K,100,progress,PMO\n"
    ),
    "offices.csv": "code,name,short_name,category\nPMO,市绩效管理委员会办公室,市绩效办,\n",
    "bonus_items.csv": HEAD + ITEMS,
    "observation_rules.csv": (
        "track,category,counts,points,cap,item,since\ntown,all,unfixed,0.5,5,X06,\n"
    ),
}


def folder(tmp_path, **changed):
    for name, text in {**FILES, **changed}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_city_folder(tmp_path)


async def brought(conn, tmp_path, **changed):
    made = await import_city.plan(conn, folder(tmp_path, **changed), now=NOW)
    await import_city.apply(conn, made, by=None, now=NOW)
    return made


def faults(made):
    return [(each.file, each.line, each.column, each.reason_id) for each in made.faults]


async def test_items_and_rules_come_in_and_twice_changes_nothing(conn, tmp_path):
    made = await brought(conn, tmp_path)
    assert faults(made) == []
    assert made.count("added", "ledger_item") == 3
    found = {each.item.code: each.item for each in await ledger_items.all_items(conn, 2013)}
    assert found["B02"].second_class_half
    assert (found["X06"].points, found["X06"].cap) == (3, 12)
    assert dict(found["X06"].levels) == {"省级": 5, "国家级": 10}
    (rule,) = await ledger_items.all_rules(conn)
    assert rule.rule.since == date(2013, 1, 1)
    row = await schemes.for_year(conn, 2013, "town")
    assert row.scheme.ledger.notice == 7
    again = await brought(conn, tmp_path)
    assert again.changes_nothing


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        ("B02,甲,bonus,towns,-5,项,15,文件,PMO,,\n", "points", "import-fault-item-sign"),
        ("B02,甲,bonus,towns,0,项,15,文件,PMO,,\n", "points", "import-fault-item-points"),
        ("V01,甲,veto,both,3,,,文件,PMO,,\n", "points", "import-fault-veto-points"),
        ("B02,甲,gift,towns,5,项,15,文件,PMO,,\n", "kind", "import-fault-choice"),
        ("B02,甲,bonus,villages,5,项,15,文件,PMO,,\n", "scope", "import-fault-choice"),
        ("B02,甲,bonus,towns,五,项,15,文件,PMO,,\n", "points", "import-fault-number"),
        (
            "B02,甲,bonus,towns,5,项,15,文件,某局,,\n",
            "monitoring_unit",
            "import-fault-unit-unknown",
        ),
        ("B02,甲,bonus,towns,5,项,15,文件,PMO,,省级\n", "levels", "import-fault-item-levels"),
        (",甲,bonus,towns,5,项,15,文件,PMO,,\n", "code", "import-fault-blank"),
    ],
)
async def test_what_is_wrong_is_named_by_file_line_and_reason(conn, tmp_path, line, column, reason):
    made = await brought(
        conn, tmp_path, **{"bonus_items.csv": HEAD + line, "observation_rules.csv": ""}
    )
    assert ("bonus_items.csv", 2, column, reason) in faults(made)
    assert await ledger_items.all_items(conn) == []


async def test_a_code_comes_once(conn, tmp_path):
    twice = {"bonus_items.csv": HEAD + ITEMS + "B02,又一个,bonus,towns,5,项,,文件,PMO,,\n"}
    assert ("bonus_items.csv", 5, "code", "import-fault-twice") in faults(
        await brought(conn, tmp_path, **twice)
    )


async def test_an_item_changes_until_somebody_makes_use_of_it(conn, tmp_path):
    await brought(conn, tmp_path)
    dearer = {"bonus_items.csv": HEAD + ITEMS.replace("towns,5,", "towns,6,")}
    made = await brought(conn, tmp_path, **dearer)
    assert made.count("changed", "ledger_item") == 1
    (unit,) = [each for each in await units.all_units(conn) if each.code == "T01"]
    item_id = await conn.scalar(sa.select(ledger_item.c.id).where(ledger_item.c.code == "B02"))
    new = New(item_id, unit.id, "claim", None, Decimal(1), "", "事", "", "事")
    await ledger.add(conn, new, state="to_check", due_at=None, now=NOW)
    back = await brought(conn, tmp_path, **{"bonus_items.csv": HEAD + ITEMS})
    assert ("bonus_items.csv", 2, "points", "import-fault-item-used") in faults(back)


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        ("town,weather,verified,1,,X06,\n", "category", "import-fault-choice"),
        ("town,all,verified,1,,B02,\n", "item", "import-fault-rule-item"),
        ("town,all,verified,0,,X06,\n", "points", "import-fault-gt"),
        ("town,all,sometimes,1,,X06,\n", "counts", "import-fault-choice"),
    ],
)
async def test_a_rule_that_means_nothing_is_refused(conn, tmp_path, line, column, reason):
    head = "track,category,counts,points,cap,item,since\n"
    made = await brought(conn, tmp_path, **{"observation_rules.csv": head + line})
    assert ("observation_rules.csv", 2, column, reason) in faults(made)
    assert await ledger_items.all_rules(conn) == []


async def test_a_rule_stays_and_another_follows_but_reaches_into_no_frozen_month(conn, tmp_path):
    await brought(conn, tmp_path)
    head = "track,category,counts,points,cap,item,since\n"
    other = {"observation_rules.csv": head + "town,all,unfixed,2,5,X06,\n"}
    made = await brought(conn, tmp_path, **other)
    assert ("observation_rules.csv", 2, "points", "import-fault-rule-there") in faults(made)
    row = await schemes.for_year(conn, 2013, "town")
    await conn.execute(
        sa.insert(freeze).values(scheme_id=row.id, period="2013-08", act="frozen", at=NOW)
    )
    early = {"observation_rules.csv": head + "town,all,unfixed,2,5,X06,2013-08-20\n"}
    made = await brought(conn, tmp_path, **early)
    assert ("observation_rules.csv", 2, "since", "import-fault-rule-settled") in faults(made)
    later = {"observation_rules.csv": head + "town,all,unfixed,2,5,X06,2013-09-01\n"}
    assert faults(await brought(conn, tmp_path, **later)) == []
    assert len(await ledger_items.all_rules(conn)) == 2
