"""How firm a place is, in the card's own words."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from past_figures import by_town, release

from handlers.books import from_json
from handlers.operations.results.unit_card import card_words
from storage import artworks
from storage.schema import artwork


@pytest.fixture
async def card(house, cast):
    """The card of 金港 as it is composed, with a month of figures on file."""
    await release(house, "K02", by_town(48, 55, 28, 17))
    await cast.contact.says("本单位")
    async with house.engine.begin() as conn:
        newest = await conn.scalar(sa.select(sa.func.max(artwork.c.id)))
        return from_json((await artworks.one(conn, newest)).book)


@pytest.mark.parametrize(
    ("place", "best", "worst", "zh", "en"),
    [
        (4, 3, 6, "可能在第 3—6 位", "anywhere from place 3 to 6"),
        (4, 6, 8, "现列第 4 位；其余数据如与往常相当，将在第 6—8 位", "place 4 on what is in"),
        (9, 6, 8, "现列第 9 位", "from place 6 to 8"),
    ],
)
def test_a_place_outside_its_band_is_told_from_what_is_to_be_expected(
    texts, card, place, best, worst, zh, en
):
    book = replace(card, place=place, firm=False, best_place=best, worst_place=worst)
    said = card_words(book, places=1)
    assert zh in texts.plain("zh", said)
    assert en in texts.plain("en", said)
