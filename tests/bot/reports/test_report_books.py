"""Books survive the row they wait in."""

import json

import pytest
import report_cast_charts as charts_cast
from pydantic import ValidationError

from handlers import books

EVERY = charts_cast.BOOKS | {"monthly": charts_cast.monthly}


@pytest.mark.parametrize("name", EVERY)
def test_a_book_comes_back_from_json_as_it_went(name):
    book = EVERY[name]()
    text = books.to_json(book)
    assert books.from_json(text) == book
    assert books.to_json(books.from_json(text)) == text


def test_every_kind_of_book_is_among_the_samples():
    kinds = {books.from_json(books.to_json(make())).kind for make in EVERY.values()}
    assert kinds == {
        "ranking",
        "unit",
        "trend",
        "places",
        "heat",
        "progress",
        "season",
        "monthly",
    }


def test_digits_and_the_moment_are_kept_to_the_last():
    book = charts_cast.BOOKS["ranking-towns"]()
    packed = json.loads(books.to_json(book))
    assert packed["lines"][0]["score"] == "933.01"
    assert packed["heading"]["coverage_pct"] == "94.0"
    assert packed["heading"]["as_of"] == "2013-10-08T09:00:00Z"


@pytest.mark.parametrize("text", ["{}", '{"kind":"poem"}', '{"kind":"ranking"}', "not json"])
def test_what_is_no_book_is_refused(text):
    with pytest.raises(ValidationError):
        books.from_json(text)


def test_a_moment_without_its_zone_is_refused():
    packed = json.loads(books.to_json(charts_cast.BOOKS["progress"]()))
    packed["heading"]["as_of"] = "2013-10-08T09:00:00"
    with pytest.raises(ValidationError):
        books.from_json(json.dumps(packed))
