"""The roster answers at once what is otherwise asked person by person, to the same answers."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from storage import deputies, people, roster, staff_changes, units
from storage.units import Unit

NOW = datetime(2013, 10, 8, 1, 0, tzinfo=UTC)
KINDS = ("contact", "reporter", "office", "leader")


@pytest.fixture
async def staff(conn):
    """Eight people in two units: one left for another, one stands in, one only tomorrow."""
    codes = [
        await units.add(conn, Unit(code, code, code, "区镇"), track="town")
        for code in ("T01", "T02")
    ]
    ids = [await people.add(conn, name=f"人{n}", user_id=100 + n) for n in range(8)]
    for number, person_id in enumerate(ids):
        kind = KINDS[number % 4]
        place = None if kind == "office" else codes[number % 2]
        await people.grant(conn, person_id, kind, at=NOW, unit_id=place)
    await deputies.add(
        conn, ids[0], ids[5], from_at=NOW - timedelta(days=1), until_at=NOW + timedelta(days=1)
    )
    await deputies.add(conn, ids[2], ids[6], from_at=NOW + timedelta(days=1), until_at=None)
    await staff_changes.add(conn, "handed-over", ids[4], by=None, at=NOW, successor_id=ids[0])
    await people.leave(conn, ids[4], at=NOW)
    return codes, ids


async def test_it_says_the_same_as_the_questions_one_by_one(conn, staff):
    codes, ids = staff
    known = await roster.load(conn, at=NOW)
    for kind, place in product(KINDS, (None, *codes)):
        assert known.with_role(kind, place) == await people.with_role(conn, kind, place, at=NOW)
    for place in codes:
        assert known.in_unit(place) == {each.id for each in await people.in_unit(conn, place)}
    for person_id in ids:
        asked = await people.answering_for(conn, person_id, at=NOW)
        assert known.answering_for(person_id) == asked


async def test_those_left_out_take_their_deputies_and_heirs_with_them(conn, staff):
    codes, ids = staff
    known = await roster.load(conn, at=NOW)
    whole = {each.id for each in known.with_role("contact", codes[0])}
    assert whole == {ids[0], ids[5]}
    assert known.with_role("contact", codes[0], but=frozenset({ids[0]})) == []
    assert known.and_heirs(frozenset({ids[4]})) == {ids[4], ids[0]}
