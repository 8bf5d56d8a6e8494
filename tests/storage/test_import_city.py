"""A city comes in line by line: first as a plan, then as it was planned, and never twice."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
import xlsxwriter

from handlers.operations.imports import import_city
from handlers.operations.imports.import_report import fault_message
from handlers.texts import CITY_ZONE
from scoring.model import NoData, NotApplicable, Period, Reported
from scoring.refusals import NotAllowed
from storage import (
    calendar,
    extensions,
    journal,
    people,
    periods,
    points,
    readings,
    released,
    retargets,
    schema,
    schemes,
    targets,
    units,
)
from storage.city_folder import read_city_folder

SCHEME = """\
code = "S13"
name = "2013年区镇方案"
year = 2013
track = "town"
full_points = "100"

[[groups]]
code = "K"
name = "关键"
points = "100"
"""
FILES = {
    "city.toml": "invented = true\n",
    "towns/scheme.toml": SCHEME,
    "towns/units.csv": (
        "code,name,short_name,category,aliases\n"
        "T01,金港镇,金港,区镇,保税区\n"
        "T02,杨舍镇,杨舍,区镇,开发区|经开区\n"
        "T03,锦丰镇,锦丰,区镇,\n"
    ),
    "towns/indicators.csv": (
        "code,name,group,unit_of_measure,weight,method,monitoring_unit,frequency,due_day,"
        "not_applicable\n"
        "K02,公共财政预算收入,K,亿元,60,progress,市财政局,monthly,5,\n"
        "K09,到账外资,K,亿美元,40,progress,JJ03,quarterly,,T03\n"
    ),
    "towns/targets.csv": (
        "indicator_code,unit_code,base,target\nK02,T01,39.44,43.740\nK02,金港镇,1,2\n"
    ),
    "towns/figures.csv": (
        "period,indicator_code,unit_code,value,base,filed_on\n"
        "2013-08,K02,T01,30.50,28.0,\n"
        "2013-08,K02,T02,无数据,,\n"
        "2013-08,K02,T03,,,\n"
        "2013-07,K02,T01,27.1,,2013-08-09\n"
        "2013-07,K02,T02,不适用,,2013-08-09\n"
    ),
    "towns/seasonality.csv": "indicator_code,m01_cum_pct,m12_cum_pct\nK02,9.5,100\n",
    "offices.csv": (
        "code,name,short_name,category,aliases\nJJ03,市商务局,商务局,,\nJJ04,市财政局,财政局,,\n"
    ),
    "points.csv": "code,name,type,unit_code\nO01,长江村,村,T01\n",
    "calendar.csv": "date,kind,name\n2013-09-05,holiday,演示假日\n",
    "people.csv": (
        "name,title,role,unit_code,point_code,lang,user_id\n"
        "林晓燕,科员,reporter,JJ04,,zh,1001\n"
        "林晓燕,科员,contact,T02,,zh,1001\n"
        "王建国,科长,reviewer,财政局,,en,1002\n"
        "赵敏,副市长,leader,区镇,,zh,1003\n"
        "孙伟,市长,leader,,,zh,1004\n"
        "周芳,村民,observer,,O01,zh,1005\n"
        "钱进,主任,office,,,zh,1006\n"
        "吴迪,联络员,contact,T03,,zh,\n"
    ),
}
GOOD = FILES | {"towns/targets.csv": "indicator_code,unit_code,base,target\nK02,T01,39.44,43.740\n"}


@pytest.fixture
def folder(tmp_path):
    """Write the tables of a city into a folder and read it back."""

    def write(files):
        for name, text in files.items():
            path = tmp_path / "city" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_city_folder(tmp_path / "city")

    return write


async def carry_out(conn, folder, now, by=None):
    """Plan and do; return the plan."""
    made = await import_city.plan(conn, folder, now=now)
    await import_city.apply(conn, made, by=by, now=now)
    return made


def faults(made):
    """What was refused, and where."""
    return [(e.file, e.line, e.column, e.value, e.reason_id) for e in made.faults]


async def row_counts(conn):
    return {
        name: await conn.scalar(sa.select(sa.func.count()).select_from(table))
        for name, table in schema.metadata.tables.items()
    }


async def test_a_dry_run_tells_everything_and_writes_nothing(conn, folder, now):
    before = await row_counts(conn)
    made = await import_city.plan(conn, folder(GOOD), now=now)
    assert faults(made) == []
    assert {kind: made.count("added", kind) for kind in ("unit", "indicator", "target")} == {
        "unit": 5,
        "indicator": 2,
        "target": 1,
    }
    assert (made.count("added", "person"), made.count("added", "figure")) == (7, 4)
    assert await row_counts(conn) == before


async def test_importing_twice_changes_nothing(conn, folder, now):
    await carry_out(conn, folder(GOOD), now)
    before = await row_counts(conn)
    again = await carry_out(conn, folder(GOOD), now + timedelta(hours=1))
    assert again.changes_nothing
    assert faults(again) == []
    assert await row_counts(conn) == before


async def test_everything_is_there_afterwards(conn, folder, now):
    await carry_out(conn, folder(GOOD), now)
    row = await schemes.for_year(conn, 2013, "town")
    assert row.invented
    revenue, investment = row.indicators
    assert (revenue.indicator.monitoring_unit, revenue.indicator.due_day) == ("JJ04", 5)
    assert revenue.seasonality[0] == Decimal("9.5")
    assert investment.indicator.due_day == schemes.DUE_DAY_DEFAULT
    assert investment.indicator.not_applicable == {"T03"}
    known = await targets.known_at(conn, row.id, at=datetime(2013, 1, 1, tzinfo=CITY_ZONE))
    assert str(known["K02", "T01"].target) == "43.740"
    assert (await units.by_code(conn, "JJ04")).track == "office"
    assert await calendar.calendar_days(conn) == {date(2013, 9, 5): "holiday"}
    assert (await points.by_code(conn, "O01")).unit_id == (await units.by_code(conn, "T01")).id
    assert await journal.first_broken(conn) is None
    assert [entry.act for entry in await journal.latest(conn, limit=9)] == ["city-imported"]


async def test_people_come_with_all_their_roles(conn, folder, now):
    await carry_out(conn, folder(GOOD), now)
    lin = await people.by_user(conn, 1001, at=now)
    assert sorted(role.kind for role in lin.roles) == ["contact", "reporter"]
    town_ids = {unit.id for unit in await units.all_units(conn, track="town")}
    assert set((await people.by_user(conn, 1003, at=now)).units_as("leader")) == town_ids
    mayor = await people.by_user(conn, 1004, at=now)
    assert [(role.kind, role.unit_id) for role in mayor.roles] == [("leader", None)]
    not_joined = [each for each in await people.everybody(conn) if each.user_id is None]
    assert [each.name for each in not_joined] == ["吴迪"]


async def test_figures_are_released_on_their_day_and_not_known_before(conn, folder, now):
    await carry_out(conn, folder(GOOD), now)
    row = await schemes.for_year(conn, 2013, "town")
    ids = [each.id for each in row.indicators]
    code = {unit.id: unit.code for unit in await units.all_units(conn)}
    found = await released.until(conn, ids, at=now)
    assert {(str(e.period), code[e.unit_id]): e.entry for e in found} == {
        ("2013-08", "T01"): Reported(Decimal("30.50"), Decimal("28.0")),
        ("2013-08", "T02"): NoData(),
        ("2013-07", "T01"): Reported(Decimal("27.1")),
        ("2013-07", "T02"): NotApplicable(),
    }
    # The fifth was a holiday, so August was due on the sixth.
    due = datetime(2013, 9, 6, 17, 0, tzinfo=CITY_ZONE)
    assert {e.released_at for e in found if e.period == Period(2013, 8)} == {due}
    just_before = await released.until(conn, ids, at=due - timedelta(seconds=1))
    assert {e.period for e in just_before} == {Period(2013, 7)}
    filed = datetime(2013, 8, 9, 17, 0, tzinfo=CITY_ZONE)
    assert {e.released_at for e in just_before} == {filed}


async def test_bad_lines_are_named_and_good_lines_go_in(conn, folder, now):
    wrong = GOOD | {
        "towns/targets.csv": (
            "indicator_code,unit_code,base,target\n"
            "K02,T01,39.44,4x\n"
            "K02,T77,1,2\n"
            "K99,T01,1,2\n"
            "K09,T03,1,2\n"
            "K02,T02,1,2\n"
            "K02,杨舍,1,3\n"
        ),
        "people.csv": (
            "name,role,unit_code,point_code,user_id\n"
            "林晓燕,reporter,JJ04,,1001\n"
            "王建国,king,JJ04,,1002\n"
            ",reviewer,JJ04,,1003\n"
            "周芳,observer,,O77,1004\n"
            "吴迪,contact,,,1005\n"
        ),
        "calendar.csv": "date,kind,name\n2013-13-01,holiday,\n2013-10-01,holiday,国庆节\n",
        "towns/figures.csv": (
            "period,indicator_code,unit_code,value,base\n"
            "2013-08,K02,T01,三十,28.0\n"
            "八月,K02,T02,30,28.0\n"
        ),
    }
    made = await carry_out(conn, folder(wrong), now)
    assert sorted(faults(made)) == sorted(
        [
            ("towns/targets.csv", 2, "target", "4x", "import-fault-number"),
            ("towns/targets.csv", 3, "unit_code", "T77", "import-fault-unit-unknown"),
            ("towns/targets.csv", 4, "indicator_code", "K99", "import-fault-indicator-unknown"),
            ("towns/targets.csv", 5, "unit_code", "T03", "import-fault-not-meant"),
            ("towns/targets.csv", 7, "indicator_code", "K02 杨舍", "import-fault-twice"),
            ("people.csv", 3, "role", "king", "import-fault-choice"),
            ("people.csv", 4, "name", "", "import-fault-blank"),
            ("people.csv", 5, "point_code", "O77", "import-fault-point-unknown"),
            ("people.csv", 6, "unit_code", "", "import-fault-blank"),
            ("calendar.csv", 2, "date", "2013-13-01", "import-fault-date"),
            ("towns/figures.csv", 2, "value", "三十", "import-fault-number"),
            ("towns/figures.csv", 3, "period", "八月", "import-fault-month"),
        ]
    )
    assert made.count("added", "target") == 1
    assert [each.name for each in await people.everybody(conn)] == ["林晓燕"]
    assert list(await calendar.calendar_days(conn)) == [date(2013, 10, 1)]


async def test_a_column_nobody_knows_refuses_its_table_by_name(conn, folder, now):
    wrong = GOOD | {"points.csv": "code,nmae,type,unit_code\nO01,长江村,村,T01\n"}
    made = await carry_out(conn, folder(wrong), now)
    named = [each[:3] + each[4:] for each in faults(made)]
    assert ("points.csv", 1, "nmae", "import-fault-column-unknown") in named
    assert ("points.csv", 1, "name", "import-fault-column-missing") in named
    assert await points.all_points(conn) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "reason"),
    [
        ("towns/indicators.csv", "K,亿元,60", "K,亿元,59", "100", "scheme-block-sum"),
        ("towns/indicators.csv", "progress", "progres", "progres", "method-unknown"),
        ("towns/indicators.csv", "市财政局", "市财正局", "市财正局", "import-fault-unit-unknown"),
        ("towns/scheme.toml", "100", "99", "99", "scheme-sum"),
    ],
)
async def test_a_scheme_goes_in_whole_or_not_at_all(
    conn, folder, now, file, old, new, where, reason
):
    made = await carry_out(conn, folder(GOOD | {file: GOOD[file].replace(old, new, 1)}), now)
    assert (where, reason) in [(each.value, each.reason_id) for each in made.faults]
    reasons = [each.reason_id for each in made.faults]
    assert "import-fault-scheme-broken" in reasons
    assert reasons.count("import-fault-no-scheme") == 2
    assert await schemes.all_schemes(conn) == []
    assert await units.count_units(conn) == 5


async def test_before_the_first_figure_a_scheme_may_change_and_shrink(conn, folder, now):
    bare = {name: text for name, text in GOOD.items() if "figures" not in name}
    await carry_out(
        conn, folder(bare | {"towns/figures.csv": "period,indicator_code,unit_code\n"}), now
    )
    fewer = (
        "code,name,group,unit_of_measure,weight,method,monitoring_unit,due_day\n"
        "K02,公共财政预算收入,K,亿元,100,progress,JJ03,6\n"
    )
    goal = "indicator_code,unit_code,base,target\nK02,T01,39.44,44\n"
    changed = bare | {"towns/indicators.csv": fewer, "towns/targets.csv": goal}
    made = await carry_out(conn, folder(changed), now)
    assert faults(made) == []
    told = {(e.subject, c.column): (c.old, c.new) for e in made.items for c in e.changes}
    assert told["K02 公共财政预算收入", "weight"] == ("60", "100")
    assert told["K02 公共财政预算收入", "monitoring_unit"] == ("JJ04", "JJ03")
    assert told["K02 金港", "target"] == ("43.740", "44")
    assert made.count("removed", "indicator") == 1
    row = await schemes.for_year(conn, 2013, "town")
    assert [each.indicator.code for each in row.indicators] == ["K02"]
    known = await targets.known_at(conn, row.id, at=now)
    assert known["K02", "T01"].target == Decimal(44)


FEWER = (
    "code,name,group,unit_of_measure,weight,method,monitoring_unit,due_day\n"
    "K02,公共财政预算收入,K,亿元,100,progress,JJ03,6\n"
)


@pytest.mark.parametrize("traced", ["extension", "season_proposal", "check_setting", "retarget"])
async def test_an_indicator_that_something_names_is_not_left_out_and_the_refusal_says_what(
    conn, folder, now, texts, traced
):
    bare = {name: text for name, text in GOOD.items() if "figures" not in name}
    await carry_out(conn, folder(bare), now)
    clerk = await people.add(conn, name="何敏")
    row = await schemes.for_year(conn, 2013, "town")
    gone = next(each for each in row.indicators if each.indicator.code == "K09")
    town = (await units.all_units(conn))[0].id
    await _name_it(conn, traced, gone.id, clerk, town, now)

    made = await carry_out(conn, folder(bare | {"towns/indicators.csv": FEWER}), now)

    [first] = [each for each in made.faults if each.reason_id == "import-fault-indicator-named"]
    assert (first.file, first.line, first.value) == ("towns/indicators.csv", 2, "K09 到账外资")
    words = {"extension": "延期申请", "season_proposal": "测算计划"} | {
        "check_setting": "核对规则设置",
        "retarget": "目标调整",
    }
    said = texts.plain("zh", fault_message(first))
    assert f"仍有{words[traced]} 1 条用到它" in said
    assert "请把这一行补回再导入" in said
    assert "line 2" in texts.plain("en", fault_message(first))
    after = await schemes.for_year(conn, 2013, "town")
    assert [each.indicator.code for each in after.indicators] == ["K02", "K09"]
    assert made.count("removed", "indicator") == 0


async def _name_it(conn, table, indicator_id, clerk, town, now):
    """Add one row of a table that names an indicator."""
    match table:
        case "extension":
            await extensions.add(
                conn, indicator_id=indicator_id, period=Period(2013, 9), asked_by=clerk,
                due_at=now, until_at=now + timedelta(days=1), reason="数据未出", now=now,
            )  # fmt: skip
        case "season_proposal":
            await conn.execute(
                schema.season_proposal.insert().values(
                    indicator_id=indicator_id, shares=[], years=[], proposed_by=clerk,
                    proposed_at=now,
                )
            )  # fmt: skip
        case "check_setting":
            await conn.execute(
                schema.check_setting.insert().values(
                    rule="fell", indicator_id=indicator_id, state="off", reason="误报", by=clerk,
                    at=now,
                )
            )  # fmt: skip
        case "retarget":
            await retargets.add(
                conn, indicator_id=indicator_id, reason_kind="policy", document="〔2013〕1号",
                of_committee=False, effective_from=Period(2013, 9), by=clerk, now=now,
                lines=[retargets.RetargetLine(town, None, Decimal(1), Decimal(2))],
            )  # fmt: skip


async def test_a_year_with_a_figure_keeps_its_rules(conn, folder, now):
    await carry_out(conn, folder(GOOD), now)
    changed = GOOD | {
        "towns/scheme.toml": SCHEME.replace("2013年区镇方案", "另一个方案"),
        "towns/indicators.csv": GOOD["towns/indicators.csv"]
        .replace("亿元,60", "亿元,70")
        .replace("亿美元,40", "亿美元,30"),
        "towns/targets.csv": "indicator_code,unit_code,base,target\nK02,T01,39.44,1\nK02,T02,1,1\n",
        "towns/units.csv": GOOD["towns/units.csv"].replace("锦丰,区镇", "锦丰,园区"),
    }
    before = await schemes.for_year(conn, 2013, "town")
    made = await carry_out(conn, folder(changed), now)
    assert {(e.column, e.value, e.given["old"], e.reason_id) for e in made.faults} == {
        ("name", "另一个方案", "2013年区镇方案", "import-fault-scheme-frozen"),
        ("weight", "70", "60", "import-fault-scheme-frozen"),
        ("weight", "30", "40", "import-fault-scheme-frozen"),
        ("target", "1", "43.740", "import-fault-scheme-frozen"),
        ("", "K02 杨舍", "", "import-fault-scheme-frozen"),
        ("category", "园区", "区镇", "import-fault-unit-frozen"),
    }
    assert await schemes.for_year(conn, 2013, "town") == before
    assert (await units.by_code(conn, "T03")).category == "区镇"


async def test_a_renamed_unit_is_told_with_both_names(conn, folder, now):
    await carry_out(conn, folder(GOOD), now)
    changed = GOOD | {"towns/units.csv": GOOD["towns/units.csv"].replace("锦丰镇", "冶金园")}
    made = await carry_out(conn, folder(changed), now)
    (item,) = [each for each in made.items if each.state == "changed"]
    assert [(c.column, c.old, c.new) for c in item.changes] == [("name", "锦丰镇", "冶金园")]
    assert (await units.by_code(conn, "T03")).name == "冶金园"


async def test_figures_in_force_waiting_locked_or_not_due_are_left_alone(conn, folder, now):
    await carry_out(conn, folder(GOOD), now)
    row = await schemes.for_year(conn, 2013, "town")
    revenue, investment = row.indicators
    first = await units.by_code(conn, "T01")
    await readings.add_filing(
        conn,
        indicator_id=investment.id,
        period=Period(2013, 6),
        filed_by=None,
        way="list",
        sent_at=now,
        now=now,
        readings=[readings.Reading(unit_id=first.id, answer="value", value=Decimal(1))],
    )
    await periods.add(
        conn, scheme_id=row.id, period=Period(2013, 5), act="frozen", by=None, now=now
    )
    head = "period,indicator_code,unit_code,value,base,filed_on\n"
    lines = (
        "2013-08,K02,T01,31,28.0,\n"
        "2013-06,K09,T02,1,,\n"
        "2013-05,K02,T01,1,,\n"
        "2013-05,K09,T01,1,,\n"
        "2012-09,K02,T01,1,,\n"
        "2013-04,K02,T01,1,,2013-12-01\n"
        "2013-03,K02,T01,5,,\n"
        "2013-03,K02,JJ03,5,,\n"
    )
    made = await carry_out(conn, folder(GOOD | {"towns/figures.csv": head + lines}), now)
    assert [(line, column, reason) for _, line, column, _, reason in faults(made)] == [
        (2, "value", "import-fault-figure-there"),
        (3, "value", "import-fault-figure-waiting"),
        (4, "period", "import-fault-month-locked"),
        (5, "period", "import-fault-not-due"),
        (6, "period", "import-fault-not-due"),
        (7, "filed_on", "import-fault-future"),
        (9, "unit_code", "import-fault-unit-elsewhere"),
    ]
    assert made.count("added", "figure") == 1
    history = await readings.history(conn, revenue.id, year=2013)
    assert history[Period(2013, 8), first.id].value == Decimal("30.50")
    assert history[Period(2013, 3), first.id].value == Decimal(5)


async def test_a_figure_due_in_the_future_is_released_now(conn, folder):
    early = datetime(2013, 9, 2, 2, 0, tzinfo=UTC)
    await carry_out(conn, folder(GOOD), early)
    row = await schemes.for_year(conn, 2013, "town")
    found = await released.until(conn, [each.id for each in row.indicators], at=early)
    assert Period(2013, 8) in {each.period for each in found}


async def test_only_the_office_imports(conn, folder, now):
    await carry_out(conn, folder(GOOD), now)
    reporter = await people.by_user(conn, 1001, at=now)
    office = await people.by_user(conn, 1006, at=now)
    more = folder(GOOD | {"points.csv": GOOD["points.csv"] + "O02,农联村,村,T02\n"})
    with pytest.raises(NotAllowed):
        await carry_out(conn, more, now, by=reporter)
    await carry_out(conn, more, now, by=office)
    newest, *_ = await journal.latest(conn, limit=1)
    assert newest.person_id == office.id


def as_workbook(path, files):
    """The same tables as sheets: a folder's slash is a sheet's point."""
    sheets = {
        name.removesuffix(".csv").replace("/", "."): [line.split(",") for line in text.splitlines()]
        for name, text in files.items()
        if name.endswith(".csv")
    }
    sheets["towns.scheme"] = [
        ["key", "value"],
        ["code", "S13"],
        ["name", "2013年区镇方案"],
        ["year", 2013],
        ["track", "town"],
        ["full_points", 100],
    ]
    sheets["towns.groups"] = [["code", "name", "points"], ["K", "关键", 100]]
    sheets["city"] = [["key", "value"], ["invented", True]]
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, [as_number(cell) for cell in row])


def as_number(cell):
    """People's workbooks hold numbers as numbers."""
    try:
        return float(cell)
    except (TypeError, ValueError):
        return cell


async def test_a_workbook_is_as_good_as_a_folder(conn, folder, now, tmp_path):
    as_workbook(tmp_path / "city.xlsx", GOOD)
    from_book = read_city_folder(tmp_path / "city.xlsx")
    assert from_book.faults == []
    await carry_out(conn, from_book, now)
    made = await import_city.plan(conn, folder(GOOD), now=now)
    assert faults(made) == []
    assert made.changes_nothing


async def test_tables_saved_by_an_old_excel_are_read(conn, folder, now):
    old = {name: text.encode("gb18030") for name, text in GOOD.items()}
    assert faults(await carry_out(conn, folder(old), now)) == []
    assert (await units.by_code(conn, "T01")).name == "金港镇"


def test_what_is_no_city_says_so(tmp_path):
    assert [e.reason_id for e in read_city_folder(tmp_path).faults] == ["import-fault-nothing"]
    broken = tmp_path / "city.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    assert [e.reason_id for e in read_city_folder(broken).faults] == ["import-fault-workbook"]


def test_a_scheme_that_is_no_toml_is_named_with_its_line(folder):
    found = folder(GOOD | {"towns/scheme.toml": 'code = "S13"\nname = \n'})
    assert ("towns/scheme.toml", 2, "import-fault-toml") in [
        (e.file, e.line, e.reason_id) for e in found.faults
    ]
    wrong = folder(GOOD | {"towns/scheme.toml": SCHEME.replace("2013\n", '"soon"\n', 1)})
    assert ("towns/scheme.toml", 3, "year", "soon", "import-fault-whole") in [
        (e.file, e.line, e.column, e.value, e.reason_id) for e in wrong.faults
    ]


async def test_what_an_indicator_asks_may_be_tuned_in_a_year_with_figures(conn, folder, now):
    await carry_out(conn, folder(GOOD), now)
    lines = GOOD["towns/indicators.csv"].splitlines()
    columns = ",accepted_min,accepted_max,total_band_pct,parts,evidence"
    tuned = "\n".join([lines[0] + columns, lines[1] + ",0,500,0.5,,required", lines[2] + ",,,,,"])
    made = await carry_out(conn, folder(GOOD | {"towns/indicators.csv": tuned}), now)
    assert faults(made) == []
    row = await schemes.for_year(conn, 2013, "town")
    facts = row.indicators[0].indicator
    assert (facts.accepted_max, facts.total_band_pct, facts.evidence) == (
        Decimal(500),
        Decimal("0.5"),
        "required",
    )
    (act,) = [each for each in await journal.latest(conn, limit=9) if each.act == "checks-changed"]
    assert act.subject == "S13 K02"


async def test_a_tuned_check_beside_a_changed_weight_leaves_the_weight(conn, folder, now):
    await carry_out(conn, folder(GOOD), now)
    lines = GOOD["towns/indicators.csv"].splitlines()
    tuned = "\n".join(
        [
            lines[0] + ",accepted_max",
            lines[1].replace("亿元,60", "亿元,70") + ",500",
            lines[2].replace("亿美元,40", "亿美元,30") + ",9",
        ]
    )
    made = await carry_out(conn, folder(GOOD | {"towns/indicators.csv": tuned}), now)
    assert "import-fault-scheme-frozen" in {each.reason_id for each in made.faults}
    row = await schemes.for_year(conn, 2013, "town")
    assert row.indicators[0].indicator.weight == 60
    assert row.indicators[0].indicator.accepted_max is None
