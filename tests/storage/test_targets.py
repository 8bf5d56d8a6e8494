"""Targets are dated words: what was known then is what counts then."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from scoring.model import Indicator, Scheme, Target, Unit
from storage import schemes, targets, units


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
