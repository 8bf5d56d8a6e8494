"""The city that is shipped: it goes in without a fault, and can be played with at once."""

import asyncio
import csv
import re
import shutil
from collections import Counter
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import pytest

from bot import import_command
from handlers.operations.imports import import_city
from handlers.operations.imports.import_report import fault_message
from handlers.texts import LANGUAGES
from scoring.engine import score
from scoring.model import Book, Period
from storage import imported, people, schemes, targets, units
from storage.city_folder import read_city_folder
from storage.engine import open_engine
from storage.tables import Fault

pytestmark = pytest.mark.slow

CITY = Path(str(resources.files("bot") / "demo" / "city"))
SEPTEMBER = Period(2013, 9)
NOW = datetime(2013, 10, 14, 1, 0, tzinfo=UTC)
AUGUST = Period(2013, 8)


@pytest.fixture(scope="module")
def imported_file(migrated_file, tmp_path_factory):
    """The demo city in a file, imported once for all these tests."""
    path = tmp_path_factory.mktemp("demo") / "city.db"
    shutil.copy(migrated_file, path)

    async def fill():
        engine = open_engine(f"sqlite+aiosqlite:///{path}")
        async with engine.begin() as conn:
            made = await import_city.plan(conn, read_city_folder(CITY), now=NOW)
            await import_city.apply(conn, made, by=None, now=NOW)
        await engine.dispose()
        return made

    return path, asyncio.run(fill())


@pytest.fixture
async def demo(imported_file, tmp_path):
    """A copy of the demo city's database, and a transaction on it."""
    shutil.copy(imported_file[0], tmp_path / "demo.db")
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path}/demo.db")
    async with engine.begin() as conn:
        yield conn
    await engine.dispose()


def september():
    with (CITY / "september.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def test_it_goes_in_without_a_fault(demo, imported_file):
    _, made = imported_file
    assert made.faults == []
    assert made.ignored == ("september",)
    tracks = Counter(unit.track for unit in await units.all_units(demo))
    assert tracks == {"town": 10, "agency": 131, "office": 1}
    assert all(row.invented for row in await schemes.all_for_year(demo, 2013))
    again = await import_city.plan(demo, read_city_folder(CITY), now=NOW)
    assert again.changes_nothing


async def test_every_indicator_has_a_reporter_and_another_person_to_review(demo):
    for row in await schemes.all_for_year(demo, 2013):
        for unit_id in {each.monitoring_unit_id for each in row.indicators}:
            reporters = {p.user_id for p in await people.with_role(demo, "reporter", unit_id)}
            reviewers = {p.user_id for p in await people.with_role(demo, "reviewer", unit_id)}
            assert reporters
            assert reviewers
            assert not reporters & reviewers
            assert None not in reporters | reviewers


async def test_every_assessed_unit_has_a_contact_and_its_leaders(demo):
    for unit in await units.all_units(demo):
        if unit.track == "office":
            continue
        assert len(await people.with_role(demo, "contact", unit.id)) == 1
        assert len(await people.leaders_for(demo, unit.id, at=NOW)) == 3
    joined = Counter()
    for person in await people.everybody(demo):
        if person.user_id is not None:
            joined[(await people.roles_of(demo, person.id))[0].kind] += 1
    assert joined["contact"] == 22
    assert (joined["observer"], joined["leader"], joined["committee"]) == (20, 8, 2)
    assert (joined["office"], joined["auditor"]) == (2, 1)
    english = [person for person in await people.everybody(demo) if person.lang == "en"]
    assert len(english) == 3


async def test_september_asks_for_exactly_what_is_shipped(demo):
    shipped = {(row["indicator_code"], row["unit_code"]) for row in september()}
    asked = set()
    for row in await schemes.all_for_year(demo, 2013):
        replacing = {group.code for group in row.scheme.groups if group.own_set_replaces}
        own = {
            code
            for each in row.scheme.indicators
            if each.group in replacing
            for code in each.applies_to
        }
        for indicator in row.scheme.indicators:
            for unit in await units.all_units(demo, track=row.scheme.track):
                by_template = unit.category in indicator.applies_to and unit.code in own
                meant = indicator.is_meant_for(unit.assessed) and not by_template
                is_due = SEPTEMBER.is_due_for(indicator.frequency)
                if is_due and meant and not indicator.is_waived_for(unit.assessed):
                    asked.add((indicator.code, unit.code))
    assert shipped == asked
    mistakes = Counter(row["mistake"] for row in september() if row["mistake"])
    assert set(mistakes) == {
        "decimal_slip",
        "decimal_lost",
        "ten_thousands",
        "fell",
        "left_out",
        "late",
    }
    assert all(row["right"] for row in september() if row["mistake"])


@pytest.mark.parametrize(("track", "categories"), [("town", 1), ("agency", 4)])
async def test_august_ranks_everybody_and_somebody_we_know_comes_last(demo, now, track, categories):
    row = await schemes.for_year(demo, 2013, track)
    rows = await units.all_units(demo, track=track)
    code = {unit.id: unit.code for unit in rows}
    names = {each.id: each.indicator.code for each in row.indicators}
    entries = {}
    for (indicator, unit, period), reading in (await imported.in_force(demo, row.id)).items():
        cells = entries.setdefault(Period.parse(period), {})
        cells[names[indicator], code[unit]] = reading.entry
    book = Book(
        row.scheme,
        tuple(unit.assessed for unit in rows),
        await targets.known_at(demo, row.id, at=now),
        entries,
        row.seasonality,
    )
    result = score(book, AUGUST)
    assert len(result.rankings) == categories
    ranked = [line for ranking in result.rankings.values() for line in ranking]
    assert len(ranked) == len(rows)
    ids = {unit.code: unit.id for unit in rows}
    for line in ranked:
        if line.is_bottom:
            (contact,) = await people.with_role(demo, "contact", ids[line.unit])
            assert contact.user_id is not None


def test_every_reason_has_words_in_both_languages(texts):
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (
            *Path(str(resources.files("storage"))).glob("*.py"),
            *Path(str(resources.files("handlers") / "operations" / "imports")).glob("*.py"),
        )
    )
    reasons = set(re.findall(r'"(import-fault-[a-z-]+)"', source))
    reasons |= {f"import-fault-{bound}" for bound in ("gt", "ge", "lt", "le")}
    asked = {
        "known": "none",
        "last": "3",
        "what": "extension",
        "count": "1",
        "first": "2",
        "units": "T01",
        "old": "1",
        "unit": "金港",
        "scheme": "方案",
        "indicator": "收入",
        "choices": "zh, en",
        "limit": "0",
        "until": "2013-08",
    }
    assert len(reasons) > 30
    for reason in reasons - {"import-fault-file", "import-fault-line", "import-fault-cell"}:
        for line, column in ((0, ""), (3, ""), (3, "code")):
            fault = Fault("units.csv", line, column, "x", reason, asked)
            for lang in LANGUAGES:
                assert "units.csv" in texts.plain(lang, fault_message(fault))


def arguments(path, *more):
    parser = import_command.argparse.ArgumentParser()
    import_command.add_arguments(parser)
    return parser.parse_args([str(path), *more])


async def test_the_command_shows_first_and_writes_when_told(engine, capsys, tmp_path):
    (tmp_path / "offices.csv").write_text("code,name\nJJ04,市财政局\n", encoding="utf-8")
    assert await import_command.run(arguments(tmp_path), engine) == 0
    assert "试算" in capsys.readouterr().out
    async with engine.connect() as conn:
        assert await units.count_units(conn) == 0
    assert await import_command.run(arguments(tmp_path, "--apply"), engine) == 0
    assert "JJ04 市财政局" in capsys.readouterr().out
    async with engine.connect() as conn:
        assert await units.count_units(conn) == 1
    assert await import_command.run(arguments(tmp_path, "--apply"), engine) == 0
    assert "无需写入" in capsys.readouterr().out


async def test_the_command_answers_2_when_something_is_refused(engine, capsys, tmp_path):
    table = "code,name\nJJ04,市财政局\nJJ05,\n"
    (tmp_path / "offices.csv").write_text(table, encoding="utf-8")
    assert await import_command.run(arguments(tmp_path, "--apply", "--lang", "en"), engine) == 2
    said = capsys.readouterr().out
    assert "offices.csv, line 3, name “”: This must be filled in." in said
    async with engine.connect() as conn:
        assert await units.count_units(conn) == 1
    assert await import_command.run(arguments(tmp_path / "nowhere"), engine) == 2
    assert "nowhere" in capsys.readouterr().out
