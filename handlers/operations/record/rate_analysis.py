"""Rate a written analysis on the rule's levels, with a reason; its unit is told."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.doer import AS_OFFICE, doer
from handlers.operations.figures.analyses import Asked, find, moves_of
from handlers.operations.tell import tell
from handlers.texts import msg
from scoring.analysis_record import LEVELS, Level
from scoring.permissions import may_rate_analysis
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import analyses, journal, people
from storage.people import Person

REASON_MAX = 200


async def rate(
    conn: AsyncConnection,
    city: City,
    who: Person,
    arg: str,
    level: str,
    *,
    seen: int,
    reason: str,
    now: datetime,
) -> Asked:
    """Rate an analysis on the rule's levels, with a reason; its unit is told.

    *seen* is how many versions and ratings there were when the person looked: what has changed
    since is looked at first. Raises NotAllowed for who may not, NotFound, Outdated, Refusal
    without a reason.
    """
    asked = await find(conn, city, arg, now=now)
    if asked.last is None:
        raise NotFound("analysis-gone")
    apart = who.roles_apart_from({each.by for each in asked.versions})
    if not may_rate_analysis(apart, monitoring_unit_id=asked.unit.id):
        raise NotAllowed("analysis-not-yours-to-rate")
    found: dict[str, Level] = {each: each for each in LEVELS}
    words = reason.strip()[:REASON_MAX]
    if level not in found or not words:
        raise Refusal("analysis-reason-empty")
    if seen != moves_of(asked):
        raise Outdated("analysis-moved")
    await analyses.rate(conn, asked.last.id, level=found[level], reason=words, by=who.id, now=now)
    await journal.add(
        conn,
        person_id=who.id,
        act="analysis-rated",
        subject=f"{asked.unit.code} {asked.period}",
        detail={
            "analysis": asked.last.id,
            "level": level,
            "reason": words,
            **who.as_deputy("office"),
        },
        at=now,
    )
    after = await find(conn, city, arg, now=now)
    await _tell_rated(conn, city, after, now=now)
    return after


async def _tell_rated(conn: AsyncConnection, city: City, asked: Asked, *, now: datetime) -> None:
    rating = asked.rating
    if rating is None:
        return
    unit_id = asked.unit.id
    desk = [
        *await people.with_role(conn, "reporter", unit_id, at=now),
        *await people.with_role(conn, "reviewer", unit_id, at=now),
    ]
    for each in dict.fromkeys(desk):
        await tell(
            conn,
            city,
            each,
            msg(
                "analysis-rated-for-you",
                unit=asked.unit.short_name,
                period=asked.period,
                level=rating.level,
                reason=rating.reason,
                by=await doer(conn, rating.by, AS_OFFICE, at=rating.at),
            ),
            key=f"analysis-rated:{asked.arg}:{moves_of(asked)}:{each.id}",
            now=now,
            buttons=[[go("analysis-card", "analysis-open", asked.arg)]],
        )
