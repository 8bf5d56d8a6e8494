"""Hand in a written analysis, or a newer version of one that nobody has rated."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.figures.analyses import Asked, find
from scoring.due import last_ended
from scoring.permissions import may_write_analysis
from scoring.refusals import NotAllowed, Outdated, Refusal
from storage import analyses, journal
from storage.analyses import AnalysisFile
from storage.people import Person

SAID_MAX = 3500
SAID_MIN = 20


def check_writable(city: City, who: Person, asked: Asked, *, now: datetime) -> None:
    """Raise unless this person may hand in this analysis now."""
    if not may_write_analysis(who.roles, monitoring_unit_id=asked.unit.id):
        raise NotAllowed("analysis-not-yours")
    if asked.period > last_ended(now.astimezone(city.zone).date()):
        raise Refusal("analysis-too-early", period=asked.period, since=asked.period.next.start_on)
    if asked.rating is not None:
        raise Outdated("analysis-is-rated", period=asked.period)


async def hand_in(
    conn: AsyncConnection,
    city: City,
    who: Person,
    arg: str,
    *,
    said: str | None,
    file: AnalysisFile | None,
    sent_at: datetime,
    now: datetime,
) -> Asked:
    """Keep an analysis, or a newer version of one that nobody has rated; return how it stands.

    It counts as sent when the message with it was. Raises NotAllowed for other people's units,
    Refusal before the month is over and for nothing at all, Outdated once it is rated.
    """
    asked = await find(conn, city, arg, now=now)
    check_writable(city, who, asked, now=now)
    words = (said or "").strip()[:SAID_MAX]
    if file is None and len(words) < SAID_MIN:
        raise Refusal("analysis-too-short", least=SAID_MIN)
    analysis_id = await analyses.add(
        conn,
        unit_id=asked.unit.id,
        scheme_id=asked.scheme.id,
        period=asked.period,
        said=words or None,
        file=file,
        by=who.id,
        sent_at=sent_at,
        now=now,
    )
    await journal.add(
        conn,
        person_id=who.id,
        act="analysis-handed-in",
        subject=f"{asked.unit.code} {asked.period}",
        detail={
            "analysis": analysis_id,
            "scheme": asked.scheme.scheme.code,
            "version": len(asked.versions) + 1,
            **who.as_deputy("reporter", asked.unit.id),
        },
        at=now,
    )
    return await find(conn, city, arg, now=now)
