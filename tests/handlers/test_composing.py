"""Recipes become books before they are drawn, and everything else is drawn as it is."""

import pytest

from bot.composing import Composing
from handlers.books import from_json, to_json
from handlers.recipes import Recipe


class Paper:
    """A studio that keeps what it was given to draw."""

    def __init__(self):
        self.made = []

    async def make(self, book_json, *, lang, form):
        self.made.append((book_json, lang, form))
        return b"drawn"


@pytest.fixture
def studio():
    """A studio that draws nothing."""
    return Paper()


@pytest.fixture
def composing(house, studio):
    """A studio that composes from the small city."""
    made = Composing(studio)
    made.compose_for(house.services)
    return made


def recipe(dish, **more):
    given = {"scheme_id": 1, "period": "2013-09", "title": "x", "category": "区镇"} | more
    return to_json(Recipe(dish=dish, **given))


@pytest.mark.parametrize(
    ("dish", "kind"),
    [("unit", "unit"), ("ranking", "ranking"), ("public", "ranking"), ("monthly", "monthly")],
)
async def test_each_recipe_becomes_its_book(composing, studio, dish, kind):
    await composing.make(recipe(dish, unit="T01"), lang="zh", form="png")
    ((book, lang, form),) = studio.made
    assert (from_json(book).kind, lang, form) == (kind, "zh", "png")


async def test_a_leaders_own_units_stand_out_of_theirs(composing, studio):
    await composing.make(recipe("ranking", own=("T02",)), lang="en", form="png")
    book = from_json(studio.made[0][0])
    assert [line.unit_code for line in book.lines if line.is_own] == ["T02"]


async def test_a_book_is_drawn_as_it_is(composing, studio):
    await composing.make('{"kind":"unit"}', lang="zh", form="png")
    assert studio.made == [('{"kind":"unit"}', "zh", "png")]


@pytest.mark.parametrize(
    "gone",
    [
        recipe("unit", unit="T99"),
        recipe("ranking", scheme_id=9),
        '{"dish":"cake","kind":"recipe"}',
    ],
)
async def test_what_is_no_longer_there_cannot_be_drawn_and_says_so(composing, studio, gone):
    with pytest.raises(ValueError):  # noqa: PT011 - what the uploads take for "words alone"
        await composing.make(gone, lang="zh", form="png")
    assert not studio.made
