from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.clock import SandboxClock

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def test_a_frozen_clock_stands_still_until_it_is_pushed():
    clock = SandboxClock(NOON, frozen=True)
    assert clock.now() == clock.now() == NOON
    assert clock.forward(timedelta(days=1)) == NOON + timedelta(days=1)


def test_a_running_clock_goes_on_from_where_it_was_pushed():
    clock = SandboxClock(NOON)
    clock.forward_to(NOON + timedelta(hours=3))
    first = clock.now()
    assert first >= NOON + timedelta(hours=3)
    assert clock.now() >= first


def test_the_clock_never_goes_back():
    clock = SandboxClock(NOON, frozen=True)
    assert clock.forward_to(NOON - timedelta(days=1)) == NOON


def test_the_clock_wants_aware_moments():
    with pytest.raises(ValueError, match="aware"):
        SandboxClock(NOON.replace(tzinfo=None))
    with pytest.raises(ValueError, match="aware"):
        SandboxClock(NOON).forward_to(NOON.replace(tzinfo=None))
