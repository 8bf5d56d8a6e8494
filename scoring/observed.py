"""From when until when an observation counts against its unit, by what was done with it.

Only what was verified counts, and no longer once it is refuted. A rule counts it for good, or only
as long as its observer has not found it fixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Counts: TypeAlias = Literal["verified", "unfixed"]
Span: TypeAlias = "tuple[date, date | None]"
"""The first day it counts, and the first day it no longer does; None while it goes on."""

BEGINS = frozenset({"verified"})
ENDS = frozenset({"refuted"})
UNFIXED_AGAIN = frozenset({"not_fixed", "partly_fixed", "reopened"})
FIXED = frozenset({"fixed"})


def spans(events: Iterable[tuple[str, date]], counts: Counts) -> list[Span]:
    """Return the spans in which an observation counts, from its events in their order.

    Whatever follows a verification leaves it verified, except that it is refuted.

    >>> from datetime import date
    >>> spans([("verified", date(2013, 9, 2)), ("refuted", date(2013, 9, 9))], "verified")
    [(datetime.date(2013, 9, 2), datetime.date(2013, 9, 9))]
    """
    found: list[Span] = []
    is_verified, since = False, None
    for kind, day in events:
        was_counting = since is not None
        if kind in BEGINS:
            is_verified = True
        elif kind in ENDS:
            is_verified = False
        is_counting = is_verified and (was_counting or kind in BEGINS | UNFIXED_AGAIN)
        if counts == "unfixed" and kind in FIXED:
            is_counting = False
        if is_counting and since is None:
            since = day
        elif not is_counting and since is not None:
            found.append((since, day))
            since = None
    if since is not None:
        found.append((since, None))
    return [(start, end) for start, end in found if end is None or start < end]
