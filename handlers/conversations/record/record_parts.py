"""What a monitoring unit's record shows: points by scheme, written analyses, careless quarters."""

from decimal import Decimal

from handlers.buttons import Button, go
from handlers.city import City
from handlers.conversations.record.analyses_desk import standing
from handlers.operations.figures import analyses
from handlers.operations.record import careless as careless_deeds
from handlers.operations.record.lapses import lapses
from handlers.show import because_lines, points
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.permissions import may_write_analysis
from scoring.reporting_record import reporting_record
from storage import careless
from storage.schemes import SchemeRow
from storage.units import UnitRow

FACTS_SHOWN = 30


async def scheme_part(
    talk: Talk, city: City, unit: UnitRow, scheme: SchemeRow, months: list[Period]
) -> Msg:
    """Return a unit's points for a scheme in some months, with everything that took any."""
    found = await lapses(talk.conn, city, unit, scheme, months, now=talk.now)
    written = await analyses.facts(talk.conn, city, unit, scheme, months, now=talk.now)
    scored = reporting_record(found, scheme.scheme.record, written)
    lines = because_lines(scored.because)[1:]
    return msg(
        "record-scheme",
        scheme=scheme.scheme.name,
        score=points(scored.points, 1),
        full=points(Decimal(str(scored.because.value("points"))), 1),
        lines=lines[:FACTS_SHOWN],
        more=max(0, len(lines) - FACTS_SHOWN),
    )


async def analysis_lines(talk: Talk, city: City, unit: UnitRow, period: Period) -> Msg:
    """Return how a unit's analyses of a month stand; nothing where none is asked."""
    asked = await analyses.asked_for(talk.conn, city, [period], unit_id=unit.id, now=talk.now)
    if not asked:
        return msg("nothing")
    return msg("reporting-analyses", lines=[standing(each) for each in asked])


async def analysis_buttons(
    talk: Talk, city: City, unit: UnitRow, period: Period
) -> list[list[Button]]:
    """Return what leads to a unit's analyses of a month: to write one, or to read it."""
    asked = await analyses.asked_for(talk.conn, city, [period], unit_id=unit.id, now=talk.now)
    writes = may_write_analysis(talk.person.roles, monitoring_unit_id=unit.id)
    rows: list[list[Button]] = []
    for each in asked:
        if each.last is not None:
            rows.append([go("analysis-card", "analysis-open", each.arg)])
        if writes and each.rating is None and period.end_on < talk.today:
            label = "analysis-write" if each.last is None else "analysis-write-again"
            rows.append([go("analysis", label, each.arg)])
    return rows


async def careless_lines(talk: Talk, unit: UnitRow, period: Period) -> Msg:
    """Return what was found careless in a month's quarter, or nobody has decided yet."""
    span = careless_deeds.quarter_of(period)
    lines = [
        msg(
            "careless-line",
            span=careless_deeds.span_words(span),
            errors=each.errors,
            outcome=each.outcome or "open",
            reason=each.reason,
            by=await careless_deeds.decided_by(talk.conn, each),
        )
        for each in await careless.of_unit(talk.conn, unit.id, [span])
    ]
    return msg("careless-lines", lines=lines) if lines else msg("nothing")
