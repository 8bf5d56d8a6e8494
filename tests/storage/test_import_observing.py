"""A city's own categories of observations and ready answers come in checked, and only once."""

from datetime import UTC, datetime

import pytest

from handlers.city import CityShelf
from handlers.operations.imports import import_city
from storage.city_folder import read_city_folder

NOW = datetime(2013, 10, 8, 1, 0, tzinfo=UTC)
HEAD = "code,name,name_en,questions,questions_en,verify_days,answer_days,revisit_weeks,verifier\n"
GOOD = "river,河道,Rivers,堆了多久=今天|几天,How long=Today|Days,1,5,2,turn\n"
TEMPLATES = "deed,name,text\nrefuted,现场没有,没有看到\n"


@pytest.fixture
def brings(conn, tmp_path):
    """Bring these tables, and return the plan that was carried out."""

    async def imported(categories=HEAD + GOOD, templates=TEMPLATES):
        (tmp_path / "observation_categories.csv").write_text(categories, encoding="utf-8")
        (tmp_path / "answer_templates.csv").write_text(templates, encoding="utf-8")
        made = await import_city.plan(conn, read_city_folder(tmp_path), now=NOW)
        await import_city.apply(conn, made, by=None, now=NOW)
        return made

    return imported


async def test_a_city_without_its_own_has_the_built_in_categories(conn):
    city = await CityShelf().take(conn, NOW.date())
    assert "sanitation" in city.category_by_code
    assert city.templates == []


async def test_categories_and_answers_come_in_and_replace_the_built_in_ones(conn, brings):
    made = await brings()
    assert made.faults == []
    city = await CityShelf().take(conn, NOW.date())
    assert list(city.category_by_code) == ["river"]
    river = city.category("river")
    assert (river.name.en, river.answer_days, river.verifier) == ("Rivers", 5, "turn")
    assert [each.zh for each in river.questions[0].choices] == ["今天", "几天"]
    assert [(each.deed, each.text) for each in city.templates] == [("refuted", "没有看到")]
    assert city.category("sanitation").name.zh == "sanitation"


async def test_the_same_again_changes_nothing_and_a_changed_term_is_named(brings):
    await brings()
    assert (await brings()).changes_nothing
    made = await brings(HEAD + GOOD.replace(",1,5,2,", ",1,7,2,"))
    (item,) = [each for each in made.items if each.state == "changed"]
    assert [(each.column, each.old, each.new) for each in item.changes] == [
        ("answer_days", "5", "7")
    ]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("River,河道,Rivers,,,1,5,2,any\n", "code"),
        ("river,河道,Rivers,堆了多久,,1,5,2,any\n", ""),
        ("river,河道,Rivers,,,0,5,2,any\n", "verify_days"),
        ("river,河道,Rivers,,,1,5,2,nobody\n", "verifier"),
        (GOOD + GOOD, "code"),
    ],
)
async def test_a_line_that_cannot_be_is_refused_where_it_stands(brings, line, column):
    made = await brings(HEAD + line)
    assert [each.column for each in made.faults] == [column]
    assert made.faults[0].file == "observation_categories.csv"


async def test_an_answer_to_no_deed_is_refused(brings):
    made = await brings(templates="deed,name,text\nshrugged,随便,随便\n")
    assert [each.file for each in made.faults] == ["answer_templates.csv"]
