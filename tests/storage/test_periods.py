"""What happened to a month: when it is locked, for which indicator, and until when it is open."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.periods import MonthAct, locked_since, released_at

NOON = datetime(2013, 10, 25, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def act(kind, at, *, indicator=None, until=None):
    return MonthAct(kind, at, None, indicator, until, None)


@pytest.mark.parametrize(
    ("acts", "indicator", "at", "expected"),
    [
        ([], 1, NOON, None),
        ([act("frozen", NOON)], 1, NOON - HOUR, None),
        ([act("frozen", NOON)], 1, NOON, NOON),
        ([act("frozen", NOON)], None, NOON + HOUR, NOON),
        (
            [act("frozen", NOON), act("reopened", NOON + HOUR, indicator=1, until=NOON + 3 * HOUR)],
            1,
            NOON + 2 * HOUR,
            None,
        ),
        (
            [act("frozen", NOON), act("reopened", NOON + HOUR, indicator=1, until=NOON + 3 * HOUR)],
            1,
            NOON + 3 * HOUR,
            NOON,
        ),
        (
            [act("frozen", NOON), act("reopened", NOON + HOUR, indicator=1, until=NOON + 3 * HOUR)],
            2,
            NOON + 2 * HOUR,
            NOON,
        ),
        (
            [act("frozen", NOON), act("reopened", NOON + HOUR, until=NOON + 3 * HOUR)],
            2,
            NOON + 2 * HOUR,
            None,
        ),
        (
            [
                act("frozen", NOON),
                act("reopened", NOON + HOUR, until=NOON + 9 * HOUR),
                act("frozen", NOON + 2 * HOUR),
            ],
            1,
            NOON + 3 * HOUR,
            NOON + 2 * HOUR,
        ),
        ([act("frozen", NOON), act("released", NOON + HOUR)], 1, NOON + 2 * HOUR, NOON),
    ],
)
def test_a_month_is_locked_from_its_freeze_but_for_what_is_reopened(acts, indicator, at, expected):
    assert locked_since(acts, indicator_id=indicator, at=at) == expected


@pytest.mark.parametrize("later", [HOUR, 5 * HOUR])
def test_a_reopening_that_lies_ahead_opens_nothing_yet(later):
    month = [act("frozen", NOON), act("reopened", NOON + 9 * HOUR, until=NOON + 20 * HOUR)]
    assert locked_since(month, indicator_id=1, at=NOON + later) == NOON


def test_a_month_is_released_when_it_was_released_first():
    month = [act("released", NOON), act("released", NOON + HOUR)]
    assert released_at(month) == NOON
    assert released_at([act("frozen", NOON)]) is None
