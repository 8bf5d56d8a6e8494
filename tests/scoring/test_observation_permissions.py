"""Observations are verified by the office, and by nobody who has a part in the matter."""

from dataclasses import dataclass

import pytest

from scoring.permissions import may_see_observation_unverified, may_verify_observation

UNIT, OTHER = 1, 2
OBSERVER, SOMEONE = 8, 9


@dataclass(frozen=True)
class Role:
    kind: str
    unit_id: int | None = None


OFFICE = Role("office")


@pytest.mark.parametrize(
    ("roles", "person", "may"),
    [
        ([OFFICE], SOMEONE, True),
        ([OFFICE, Role("contact", OTHER)], SOMEONE, True),
        ([OFFICE, Role("contact", UNIT)], SOMEONE, False),
        ([OFFICE, Role("leader", UNIT)], SOMEONE, False),
        ([OFFICE], OBSERVER, False),
        ([Role("committee")], SOMEONE, False),
        ([Role("auditor")], SOMEONE, False),
        ([Role("contact", OTHER)], SOMEONE, False),
        ([], SOMEONE, False),
    ],
)
def test_who_may_say_whether_an_observation_is_true(roles, person, may):
    asked = may_verify_observation(roles, unit_id=UNIT, observer_id=OBSERVER, person_id=person)
    assert asked == may


@pytest.mark.parametrize(
    ("roles", "may"),
    [
        ([OFFICE], True),
        ([Role("committee")], True),
        ([Role("auditor")], True),
        ([Role("committee"), Role("leader", UNIT)], True),
        ([OFFICE, Role("contact", UNIT)], False),
        ([OFFICE, Role("reporter", OTHER)], True),
        ([Role("contact", UNIT)], False),
        ([Role("leader", UNIT)], False),
    ],
)
def test_who_sees_an_observation_before_it_is_verified(roles, may):
    assert may_see_observation_unverified(roles, unit_id=UNIT) == may
