"""The process's clock: the only place that looks at the time of day."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

Now: TypeAlias = Callable[[], datetime]


def real_clock(shift_seconds: int = 0) -> Now:
    """Return a clock telling aware UTC moments, *shift_seconds* ahead of this machine's.

    The shift is for rehearsals: a negative one repeats a month that is over.
    """
    shift = timedelta(seconds=shift_seconds)
    return lambda: datetime.now(UTC) + shift
