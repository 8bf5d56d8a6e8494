"""What one more entry would do, told before it is approved, is what it does afterwards."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from city_strategies import SEPTEMBER, books
from hypothesis import given, settings
from hypothesis import strategies as st
from test_ledger_course import CAPS, entries, scheme

from scoring.adjustments import adjustment, would_count
from scoring.engine import rescore, score
from scoring.explain import tell_score
from scoring.ledger_entry import LedgerEntry
from scoring.ledger_points import HALF, SECOND_CLASS, Terms, points_of

D = Decimal
LATER = date(2014, 1, 1)
few = settings(max_examples=20, deadline=None)


@st.composite
def new_entries(draw):
    item = draw(st.sampled_from(sorted(CAPS)))
    kind = "bonus" if item.startswith("B") else "deduction"
    points = D(draw(st.integers(1, 60))) / 4
    fact = draw(st.sampled_from(["", "文1", "文2", "文3"]))
    signed = points if kind == "bonus" else -points
    return LedgerEntry("A", item, signed, LATER, kind, CAPS[item], fact=fact, number="999")


@given(entries(), new_entries())
def test_what_is_told_before_is_what_counts_after(found, new):
    told = would_count(scheme(), found, new)
    before, after = adjustment(scheme(), found), adjustment(scheme(), [*found, new])
    effect = next(each for each in after.effects if each.entry is new)
    assert (told.counted, told.limit) == (effect.counted, effect.limit)
    assert told.moves == after.net - before.net
    assert abs(told.counted) <= abs(new.points)
    assert (told.counted == new.points) == (told.limit == "none")


@given(entries(), new_entries())
def test_the_used_parts_of_the_caps_leave_exactly_what_a_new_fact_counts(found, new):
    fresh = replace(new, fact="")
    told = would_count(scheme(), found, fresh)
    rooms = [abs(fresh.points)]
    if CAPS[fresh.item] is not None:
        rooms.append(CAPS[fresh.item] - told.item_used)
    if told.total_cap is not None:
        rooms.append(told.total_cap - told.total_used)
    # What the total cap has cut from an item is still used of that item's own cap by nobody.
    assert abs(told.counted) <= min(rooms)
    if not any(each.limit == "total" for each in adjustment(scheme(), found).effects):
        assert abs(told.counted) == min(rooms)


@given(entries(), new_entries())
def test_taking_it_back_restores_every_effect(found, new):
    whole = adjustment(scheme(), [*found, new])
    again = adjustment(scheme(), [each for each in [*found, new] if each.number != "999"])
    assert again == adjustment(scheme(), found)
    assert whole.net - again.net == would_count(scheme(), found, new).moves


@few
@given(books(), st.integers(1, 40))
def test_a_score_moves_by_exactly_what_the_entry_moves_the_balance(city, quarters):
    unit = city.units[0].code
    entry = LedgerEntry(unit, "B1", D(quarters) / 4, SEPTEMBER.end_on, number="999")
    before = score(city, SEPTEMBER)
    told = would_count(city.scheme, _own(city, unit), entry)
    supposed = rescore(replace(city, ledger=(*city.ledger, entry)), before, units=[unit])
    after = score(replace(city, ledger=(*city.ledger, entry)), SEPTEMBER)
    assert (supposed.units, supposed.rankings) == (after.units, after.rankings)
    old, new = before.units[unit], after.units[unit]
    if old.exact is not None:
        assert new.exact - old.exact == told.moves
        for result in (before, after):
            parts = tell_score(result, unit)
            lines = sum((each.amount for each in parts.lines), D(0))
            assert lines + parts.bonus - parts.deduction == parts.score


def _own(city, unit):
    return [
        each for each in city.ledger if each.unit == unit and each.is_in_force(SEPTEMBER.end_on)
    ]


@given(st.integers(1, 400), st.integers(1, 40))
def test_a_second_class_is_half_to_the_digit(points, cases):
    terms = Terms("bonus", D(points) / 4, None, second_class_half=True)
    full = points_of(terms, cases=D(cases))
    assert points_of(terms, cases=D(cases), level=SECOND_CLASS) == full * HALF
