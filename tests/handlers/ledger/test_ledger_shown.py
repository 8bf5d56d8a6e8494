"""What the ledger makes of a unit is shown wherever its points are, and adds up to the digit."""

import re
from decimal import Decimal

import pytest
import sqlalchemy as sa
from ledger_days import enters, in_force_since
from past_figures import by_town, release

from handlers.books import MonthlyBook, from_json
from handlers.operations.months.compose_month import monthly_book
from scoring.model import Period
from storage import artworks
from storage.schema import artwork

OCTOBER = Period(2013, 10)


@pytest.fixture
async def october(house, cast, days):
    """金港 is given 8 and loses 3; 杨舍 has a veto; 锦丰 and 塘桥 have nothing."""
    await enters(house, unit="T01", item="B04", cases=Decimal(2), document="张发改〔2013〕8号")
    await enters(house, unit="T01", item="X03", document="张信〔2013〕9号")
    await enters(house, unit="T02", item="V03", document="张安〔2013〕1号")
    await in_force_since(house, days, "10-15 18:00")
    await release(
        house, "K02", by_town(50, 56, 28, 18), bases=by_town(41, 47, 23, 15), period=OCTOBER
    )


def numbers(pattern, text):
    return [Decimal(found.replace("−", "-")) for found in re.findall(pattern, text)]


async def drawn(house):
    async with house.engine.begin() as conn:
        newest = await conn.scalar(sa.select(sa.func.max(artwork.c.id)))
        return from_json((await artworks.one(conn, newest)).book)


async def test_a_ranking_says_what_the_ledger_makes_of_each_unit_and_of_nobody_else(cast, october):
    shown = (await cast.leader.says("排名 2013-10")).text
    rows = {line.split("<b>")[-1].split(" ")[0]: line for line in shown.splitlines()}
    lines = {
        name: line for line in rows.values() for name in ("金港", "杨舍", "锦丰") if name in line
    }
    assert "加减分 +5.00" in lines["金港"]
    assert "⛔一票否决" in lines["杨舍"]
    assert "加减分" not in lines["杨舍"]
    assert "加减分" not in lines["锦丰"]
    assert "加减分已计入得分" in shown


async def test_in_english_too(cast, october):
    await cast.leader.says("/lang en")
    shown = (await cast.leader.says("/rank 2013-10")).text
    assert ", ledger +5.00" in shown
    assert "⛔ veto" in shown
    assert "a veto bars from honours" in shown
    card = (await cast.leader.says("/unit 金港 2013-10")).text
    assert "Bonus and deductions: +5 points: " in card
    why = (await cast.leader.says("/why 金港 2013-10")).text
    assert "Bonus +8.00, deduction -3.00" in why
    assert "entry 1" in why
    assert "entry 2" in why


async def test_where_nobody_has_anything_nothing_is_said_of_it(house, cast, days):
    await release(house, "K02", by_town(50, 56, 28, 18), period=OCTOBER)
    assert "加减分" not in (await cast.leader.says("排名 2013-10")).text
    await cast.leader.taps("rank-chart")
    assert not (await drawn(house)).is_adjusted
    assert "加减分" not in (await cast.leader.says("单位 金港 2013-10")).text
    assert "加分" not in (await cast.leader.says("为什么 金港 2013-10")).text


async def test_the_reasons_name_each_entry_and_add_up_to_the_score(cast, october):
    shown = (await cast.leader.says("为什么 金港 2013-10")).text
    (score,) = numbers(r"\A.+?　([\d.]+)/", shown)
    brought = numbers(r"计入总分 ([\d.]+)", shown)
    (bonus,), (deduction,) = (
        numbers(r"加分 ([+-][\d.]+)", shown),
        numbers(r"扣分 ([+-][\d.]+)", shown),
    )
    entries = numbers(r"[BX]\d\d .+?：([+-][\d.]+) 分", shown)
    assert sum(brought) + bonus + deduction == score
    assert sum(entries) == bonus + deduction == 5
    assert "台账1" in shown
    assert "台账2" in shown


async def test_a_card_shows_the_score_as_the_sum_it_is_in_words_and_in_the_picture(
    house, cast, october
):
    shown = (await cast.leader.says("单位 金港 2013-10")).text
    (base, bonus, taken, score), *_ = re.findall(
        r"考核得分 ([\d.]+) ＋ 加分 ([\d.]+) － 扣分 ([\d.]+) ＝ ([\d.]+)", shown
    )
    assert Decimal(base) + Decimal(bonus) - Decimal(taken) == Decimal(score)
    assert "B04 引进投资10亿元以上内资产业项目并开工　+8" in shown
    book = await drawn(house)
    assert [each.counted for each in book.ledger] == [8, -3]
    assert book.score == Decimal(score)


async def test_an_award_of_odd_points_is_shown_exactly_and_adds_up(house, cast, days):
    await enters(house, unit="T01", item="B02", cases=Decimal("0.125"), document="张委〔2013〕3号")
    await in_force_since(house, days, "10-15 18:00")
    await release(house, "K02", by_town(50, 56, 28, 18), period=OCTOBER)
    shown = (await cast.leader.says("为什么 金港 2013-10")).text
    (score,) = numbers(r"\A.+?　([\d.]+)/", shown)
    assert "加分 +0.625" in shown
    assert sum(numbers(r"计入总分 ([\d.]+)", shown)) + Decimal("0.625") == score
    assert "加减分 +0.625" in (await cast.leader.says("排名 2013-10")).text


async def test_the_month_as_a_workbook_has_every_entry_and_the_parts_of_every_score(
    house, cast, october
):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        row = city.scheme_for(2013, "town")
        boards = house.services.boards
        book = await monthly_book(conn, city, boards, row, OCTOBER, now=house.now)
    assert isinstance(book, MonthlyBook)
    found = [(each.unit_code, each.line.number, each.line.counted) for each in book.ledger]
    assert found == [("T01", "1", 8), ("T01", "2", -3), ("T02", "3", 0)]
    assert [each.line.limit for each in book.ledger] == ["none", "none", "veto"]
    lines = {each.unit_code: each for each in book.rankings[0].lines}
    counted = sum(each.line.counted for each in book.ledger if each.unit_code == "T01")
    assert lines["T01"].base + counted == lines["T01"].score
    assert lines["T03"].base == lines["T03"].score
    assert lines["T02"].vetoes == 1
