"""A refusal carries its sentence, the values in it, and where the person can go on."""

import pytest

from scoring.refusals import Locked, NotAllowed, NotFound, Outdated, Refusal, WayOut


@pytest.mark.parametrize("kind", [NotAllowed, NotFound, Outdated, Locked])
def test_a_no_names_its_message_and_the_values_it_shows(kind):
    no = kind("no-such-unit", unit="T01", month=9)
    assert isinstance(no, Refusal)
    assert (str(no), no.message_id) == ("no-such-unit", "no-such-unit")
    assert no.given == {"unit": "T01", "month": 9}
    assert no.way_out is None


def test_a_value_may_be_called_like_the_message_itself():
    assert Refusal("it-is-so", message_id="x").given == {"message_id": "x"}


def test_a_no_can_lead_somewhere_and_stays_the_same_no():
    no = Locked("it-is-frozen", month=9)
    assert no.leading_to("restate", "restate-button", "K1") is no
    assert no.way_out == WayOut("restate", "restate-button", "K1")
    assert Locked("it-is-frozen").way_out is None
