"""Books of September 2013: what the pictures and the workbook are drawn from."""

from decimal import Decimal

import pytest
from clock_city import AUGUST, AUGUST_FIGURES, SEPTEMBER, by_town, moment

from handlers.books import from_json, to_json
from handlers.operations.months.bulletin import key_progress, public_ranking
from handlers.operations.months.compose_books import places_book, ranking_book
from handlers.operations.months.compose_month import monthly_book
from handlers.operations.results.unit_card import unit_book
from handlers.order_artwork import order_artwork
from scoring.model import Period

pytestmark = pytest.mark.slow


@pytest.fixture
async def september(city):
    city.now("09-25 12:00")
    for code, values in AUGUST_FIGURES.items():
        await city.released(code, by_town(values), period=AUGUST)
    await city.whole_september()
    return city


async def _with(city, compose, *args, **given):
    async with city.house.engine.begin() as conn:
        places = await city.house.services.shelf.take(conn, city.house.now.date())
        scheme = places.schemes_of(2013)[0]
        filled = [places.unit_by_code[each] if isinstance(each, str) else each for each in args]
        boards = city.house.services.boards
        return await compose(conn, places, boards, scheme, *filled, now=city.house.now, **given)


async def _ranking(city, **given):
    return await _with(
        city, ranking_book, SEPTEMBER, **{"category": "区镇", "own": frozenset(), **given}
    )


async def test_the_parts_of_every_score_add_up_to_it(september):
    book = await _ranking(september)
    assert [block.name for block in book.blocks] == ["关键绩效指标", "现代化指标"]
    assert [block.full_points for block in book.blocks] == [60, 40]
    for line in book.lines:
        assert sum(line.block_points) == line.score


async def test_a_score_has_no_parts_before_every_block_is_scored_whole(city):
    city.now("10-24 12:00")
    await city.released("K02", by_town([70, 66, 60, 50, 30, 20]))
    book = await _ranking(city)
    assert book.blocks == ()
    assert {line.block_points for line in book.lines} == {()}
    assert book.heading.coverage_pct == 40


async def test_moves_are_counted_from_the_month_before(september):
    book = await _ranking(september, own=frozenset({"T03"}))
    assert [(line.unit_code, line.place, line.move) for line in book.lines[:3]] == [
        ("T01", 1, 1),
        ("T02", 2, -1),
        ("T03", 3, 0),
    ]
    assert [line.unit_code for line in book.lines if line.is_own] == ["T03"]
    assert [line.unit_code for line in book.lines if line.is_bottom] == ["T05", "T06"]


async def test_once_frozen_the_month_before_counts_as_it_was_frozen(city):
    await city.frozen_september()
    async with city.house.engine.begin() as conn:
        from storage.schema import snapshot

        kept = (await conn.execute(snapshot.select().where(snapshot.c.id == 1))).one()
        changed = {**kept.places, "units": {**kept.places["units"]}}
        changed["units"]["T01"] = {**changed["units"]["T01"], "place": 5}
        await conn.execute(snapshot.update().where(snapshot.c.id == 1).values(places=changed))
    book = await _ranking(city)
    assert (book.lines[0].unit_code, book.lines[0].move) == ("T01", 4)


async def test_a_report_is_provisional_until_its_month_is_frozen(september):
    assert (await _ranking(september)).heading.provisional
    await september.ticks("10-25 17:30")
    assert not (await _ranking(september)).heading.provisional


async def test_as_of_is_when_the_last_figure_was_released(september):
    september.now("10-25 09:00")
    assert (await _ranking(september)).heading.as_of == moment("10-24 12:00")


async def test_a_units_card_shows_its_place_its_gaps_and_where_points_lie(september):
    book = await _with(september, unit_book, "T02", SEPTEMBER)
    ranked = (await _ranking(september)).lines
    assert (book.place, book.of, book.move) == (2, 6, -1)
    assert book.gap_up == ranked[0].score - ranked[1].score
    assert book.gap_down == ranked[1].score - ranked[2].score
    assert [(step.period, step.place) for step in book.trend] == [("2013-08", 1), ("2013-09", 2)]
    assert [gain.indicator_code for gain in book.gains] == ["K03", "K02", "M08"]
    assert [gain.lost for gain in book.gains] == sorted(
        (gain.lost for gain in book.gains), reverse=True
    )
    assert sum(line.got for line in book.indicators) == sum(block.got for block in book.blocks)


async def test_the_card_of_the_first_has_nobody_ahead_and_of_the_last_nobody_behind(september):
    first = await _with(september, unit_book, "T01", SEPTEMBER)
    last = await _with(september, unit_book, "T06", SEPTEMBER)
    assert (first.gap_up, last.gap_down) == (None, None)
    assert last.is_bottom


async def test_an_indicator_line_tells_figure_completion_and_place(september):
    book = await _with(september, unit_book, "T02", SEPTEMBER)
    line = next(each for each in book.indicators if each.indicator_code == "K02")
    assert (line.value, line.measure, line.completion_pct) == (66, "亿元", Decimal("66.00"))
    assert (line.place, line.state) == (2, "reported")


async def test_what_has_not_been_filed_is_missing_and_counted_as_waiting(city):
    city.now("10-24 12:00")
    await city.released("K02", {"T01": "70"})
    book = await _with(city, unit_book, "T02", SEPTEMBER)
    assert {each.state for each in book.indicators} == {"missing"}
    assert book.waiting == 4
    assert (book.place, book.score, book.of) == (None, None, 1)
    assert [block.got for block in book.blocks] == [None, None]
    assert [block.full for block in book.blocks] == [60, 40]


async def test_an_indicator_is_not_on_the_card_before_its_first_quarter_is_over(city):
    city.now("09-24 12:00")
    february, march = Period(2013, 2), Period(2013, 3)
    for month in (february, march):
        await city.released("K02", by_town([1] * 6), period=month)
    before = await _with(city, unit_book, "T01", february)
    after = await _with(city, unit_book, "T01", march)
    assert "M01" not in {each.indicator_code for each in before.indicators}
    assert "M01" in {each.indicator_code for each in after.indicators}


async def test_places_by_month_stand_in_the_order_of_now(september):
    book = await _with(september, places_book, SEPTEMBER, category="区镇", own=frozenset({"T02"}))
    assert book.periods == ("2013-08", "2013-09")
    assert [(line.unit_name, line.places) for line in book.lines[:2]] == [
        ("金港", (2, 1)),
        ("杨舍", (1, 2)),
    ]
    assert [line.is_own for line in book.lines[:2]] == [False, True]


async def test_units_without_any_figure_stand_last_without_a_place(city):
    city.now("10-24 12:00")
    await city.released("K02", {"T03": "70", "T05": "60"})
    book = await _ranking(city)
    assert [(line.unit_code, line.place) for line in book.lines] == [
        ("T03", 1),
        ("T05", 2),
        ("T01", None),
        ("T02", None),
        ("T04", None),
        ("T06", None),
    ]


async def test_a_public_ranking_leaves_out_everybody_tied_for_the_last_two(city):
    city.now("10-24 12:00")
    await city.released("K02", by_town([60, 50, 40, 30, 30, 20]))
    shown = public_ranking(await _ranking(city))
    assert [line.unit_code for line in shown.lines] == ["T01", "T02", "T03"]


async def test_a_public_ranking_of_two_shows_nobody(city):
    city.now("10-24 12:00")
    await city.released("K02", {"T03": "70", "T05": "60"})
    assert public_ranking(await _ranking(city)).lines == ()


async def test_key_progress_counts_amounts_up_to_plan_city_wide(city):
    city.now("10-24 12:00")
    await city.released("K02", by_town([75, 75, 75, 75, 75, 75]))
    await city.released("K03", by_town([75, 75, 75, 75, 75, 74]))
    async with city.house.engine.begin() as conn:
        places = await city.house.services.shelf.take(conn, city.house.now.date())
        boards, scheme = city.house.services.boards, places.schemes_of(2013)[0]
        book = await boards.book(conn, places, scheme)
        result = await boards.result(conn, places, scheme, SEPTEMBER)
    assert key_progress(book, result) == (1, 2)


async def test_every_book_survives_waiting_as_json(september):
    monthly = await _with(september, monthly_book, SEPTEMBER)
    card = await _with(september, unit_book, "T01", SEPTEMBER)
    for book in (monthly, card, await _ranking(september)):
        assert from_json(to_json(book)) == book


async def test_the_same_numbers_are_drawn_once(september):
    first, again = await _ranking(september), await _ranking(september)
    other = await _ranking(september, own=frozenset({"T01"}))
    async with september.house.engine.begin() as conn:
        now = september.house.now
        ids = [
            await order_artwork(conn, book, form="png", now=now) for book in (first, again, other)
        ]
    assert ids[0] == ids[1] != ids[2]
