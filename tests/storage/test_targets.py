"""Targets are dated words: what was known then is what counts then."""

import random
from datetime import timedelta
from decimal import Decimal
from itertools import count

import pytest
from sqlalchemy.exc import IntegrityError

from scoring.model import Indicator, Period, Scheme, Target, Unit
from storage import schemes, targets, units
from storage.schema import target


@pytest.fixture
async def cell(conn):
    unit_id = await units.add(conn, Unit("T01", "金港镇"), track="town")
    scheme_id = await schemes.add(
        conn, Scheme("S", "方案", year=2013, track="town", full_points=Decimal(100))
    )
    indicator_id = await schemes.add_indicator(
        conn, scheme_id, Indicator("K02", "收入", "K"), monitoring_unit_id=unit_id
    )
    return scheme_id, indicator_id, unit_id


async def test_an_adjustment_counts_from_its_moment_and_not_before(conn, cell, now):
    scheme_id, indicator_id, unit_id = cell
    later = now + timedelta(days=30)
    await targets.add_all(
        conn, [(indicator_id, unit_id, Decimal("39.440"), Decimal("43.74"))], known_from=now
    )
    await targets.add(
        conn,
        indicator_id=indicator_id,
        unit_id=unit_id,
        base=Decimal("39.440"),
        goal=Decimal(41),
        known_from=later,
        document="张绩办〔2013〕12号",
    )
    key = ("K02", "T01")
    assert await targets.known_at(conn, scheme_id, at=now - timedelta(seconds=1)) == {}
    first = await targets.known_at(conn, scheme_id, at=later - timedelta(seconds=1))
    assert first == {key: Target("K02", "T01", Decimal("39.440"), Decimal("43.74"))}
    assert str(first[key].base) == "39.440"
    after = await targets.known_at(conn, scheme_id, at=later)
    assert after[key].target == Decimal(41)
    history = await targets.all_for(conn, indicator_id, unit_id)
    assert [each.document for each in history] == [None, "张绩办〔2013〕12号"]


async def test_two_words_on_one_cell_at_one_moment_are_refused(conn, cell, now):
    _, indicator_id, unit_id = cell
    row = (indicator_id, unit_id, None, Decimal(1))
    await targets.add_all(conn, [row], known_from=now)
    with pytest.raises(IntegrityError):
        await targets.add_all(conn, [row], known_from=now)


async def test_nothing_to_lay_down_is_no_error(conn, cell, now):
    await targets.add_all(conn, [], known_from=now)
    assert await targets.known_at(conn, cell[0], at=now) == {}


@pytest.fixture
async def one_cell(conn, cell):
    """Return what lays down some words on a cell of its own, and asks about it."""
    scheme_id, _, unit_id = cell
    numbers = count(1)

    async def lay_down(words, now):
        indicator_id = await schemes.add_indicator(
            conn,
            scheme_id,
            Indicator(f"X{next(numbers)}", "指标", "K"),
            monitoring_unit_id=unit_id,
        )
        for day, month, goal in words:
            await targets.add(
                conn,
                indicator_id=indicator_id,
                unit_id=unit_id,
                base=None,
                goal=Decimal(goal),
                known_from=now + timedelta(days=day),
                effective_from=Period(2013, month) if month else None,
            )
        return indicator_id

    return lay_down


@pytest.mark.parametrize("seed", range(3))
async def test_any_month_as_known_at_any_moment_has_one_answer(conn, cell, one_cell, now, seed):
    """Told by searching the words by hand: known by then, counting for the month, the newest."""
    dice = random.Random(seed)
    words = [
        (day, dice.choice([None, *range(1, 13)]), dice.randint(1, 99))
        for day in dice.sample(range(6), dice.randint(1, 6))
    ]
    indicator_id = await one_cell(words, now)
    for day in range(-1, 7):
        at = now + timedelta(days=day)
        for month in range(1, 13):
            known = sorted(
                (known, goal)
                for known, since, goal in words
                if known <= day and (since is None or since <= month)
            )
            found = await targets.known_at(
                conn, cell[0], at=at, indicator_id=indicator_id, period=Period(2013, month)
            )
            assert [each.target for each in found.values()] == [goal for _, goal in known[-1:]]


async def test_an_adjustment_is_neither_changed_nor_taken_out(conn, cell, now):
    _, indicator_id, unit_id = cell
    await targets.add(
        conn,
        indicator_id=indicator_id,
        unit_id=unit_id,
        base=None,
        goal=Decimal(41),
        known_from=now,
        document="张绩办〔2013〕12号",
        effective_from=Period(2013, 7),
    )
    with pytest.raises(IntegrityError, match="never taken out"):
        await targets.drop_all(conn, indicator_id, unit_id)
    with pytest.raises(IntegrityError, match="never changed"):
        await conn.execute(target.update().values(document=None))
    (row,) = await targets.all_for(conn, indicator_id, unit_id)
    assert (row.document, row.effective_from) == ("张绩办〔2013〕12号", Period(2013, 7))
