"""How reporting stands (报送情况): n of N for each monitoring unit, its figures, its record."""

from handlers.buttons import Button, go, is_number, pairs
from handlers.city import City
from handlers.conversations.record.record_parts import (
    analysis_buttons,
    analysis_lines,
    careless_lines,
    scheme_part,
)
from handlers.conversations.the_office import asked_period
from handlers.errands import Opening, View
from handlers.operations.matters.instruct_button import under_ranking, under_unit
from handlers.operations.record.discipline import DisciplineLine, discipline
from handlers.show import percent
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.permissions import may_see_reporting
from scoring.refusals import NotAllowed, NotFound
from scoring.timeliness import Tally, tally
from storage.units import UnitRow

SEERS = frozenset({"office", "leader", "committee", "auditor", "reporter", "reviewer"})
UNITS_SHOWN = 12
LINES_SHOWN = 30
QUARTER = 3


async def show(talk: Talk, arg: str) -> None:
    """Show every monitoring unit one may see, those with most to do first; one alone at once."""
    city = await talk.city()
    head, _, tail = arg.strip().partition(".")
    named = _unit_named(city, head)
    if named is not None:
        await show_unit(talk, f"{named.code}.{tail}")
        return
    period = await asked_period(talk, head)
    own = await _by_unit(talk, city, period)
    if len(own) == 1:
        await show_unit(talk, f"{own[0][0].code}.{period}")
        return
    start = int(tail) if is_number(tail) and int(tail) < len(own) else 0
    shown = own[start : start + UNITS_SHOWN]
    whole = tally(line.state for _, lines in own for line in lines)
    talk.say(
        "reporting",
        period=period,
        count=len(own),
        **_counts(whole),
        lines=[_unit_line(unit, tally(each.state for each in lines)) for unit, lines in shown],
        buttons=[
            *pairs(
                [
                    go(
                        "reporting-unit",
                        "reporting-open",
                        f"{unit.code}.{period}",
                        unit=unit.short_name,
                    )
                    for unit, _ in shown
                ],
                3,
            ),
            _pages(period, start, len(own)),
            _months("reporting", period),
            under_ranking(talk.person, "", str(period), kind="reports"),
            [go("start", "button-menu")],
        ],
    )


async def show_unit(talk: Talk, arg: str) -> None:
    """Show each figure of one monitoring unit: when it was due, when it came."""
    city = await talk.city()
    unit, period = await _asked_unit(talk, city, arg)
    lines = dict(await _by_unit(talk, city, period)).get(unit, [])
    buttons: list[list[Button]] = [
        [
            go("record", "record-month", f"{unit.code}.{period}"),
            go("record", "record-quarter", f"{unit.code}.{_quarter(period)}"),
        ],
        _months("reporting-unit", period, before=f"{unit.code}."),
        under_unit(talk.person, unit, str(period), kind="reporting"),
        [go("reporting", "reporting-all", str(period)), go("start", "button-menu")],
    ]
    written = await analysis_lines(talk, city, unit, period)
    buttons[:0] = await analysis_buttons(talk, city, unit, period)
    talk.say(
        "reporting-unit",
        unit=unit.name,
        period=period,
        written=written,
        **_counts(tally(line.state for line in lines)),
        lines=[_figure_line(line) for line in lines[:LINES_SHOWN]],
        more=max(0, len(lines) - LINES_SHOWN),
        buttons=buttons,
    )


async def show_record(talk: Talk, arg: str) -> None:
    """Show the points of a unit's reporting for a month or quarter, and what took them."""
    city = await talk.city()
    head, _, tail = arg.strip().replace(" ", ".").partition(".")
    if head and not tail and _unit_named(city, head) is None:
        head, tail = "", head  # a month or quarter alone: of one's own unit
    quarter = _months_of(tail)
    last = str(quarter[-1]) if quarter else tail
    unit, month = await _asked_unit(talk, city, f"{head or _own_code(talk, city)}.{last}")
    parts = [
        await scheme_part(talk, city, unit, scheme, quarter or [month])
        for scheme in city.schemes_of(month.year)
        if any(row.monitoring_unit_id == unit.id for row in scheme.indicators)
    ]
    of_quarter = msg("record-span-quarter", year=str(month.year), quarter=_number(month))
    other = str(month) if quarter else _quarter(month)
    label = "record-month" if quarter else "record-quarter"
    talk.say(
        "record",
        unit=unit.name,
        span=of_quarter if quarter else msg("record-span-month", period=month),
        count=len(parts),
        parts=parts,
        careless=await careless_lines(talk, unit, month),
        buttons=[
            *await analysis_buttons(talk, city, unit, month),
            [
                go("record", label, f"{unit.code}.{other}"),
                go("reporting-unit", "record-figures", f"{unit.code}.{month}"),
            ],
            under_unit(talk.person, unit, str(month), kind="record"),
            [go("start", "button-menu")],
        ],
    )


async def _by_unit(
    talk: Talk, city: City, period: Period
) -> list[tuple[UnitRow, list[DisciplineLine]]]:
    """Return the figures of each monitoring unit this person may see, the most behind first."""
    found: dict[UnitRow, list[DisciplineLine]] = {}
    for line in await discipline(talk.conn, city, period, now=talk.now):
        if may_see_reporting(talk.person.roles, monitoring_unit_id=line.reporter.id):
            found.setdefault(line.reporter, []).append(line)
    if not found and not any(role.kind in SEERS for role in talk.person.roles):
        raise NotAllowed("not-for-your-role")

    def behind(each: tuple[UnitRow, list[DisciplineLine]]) -> tuple[int, int, int, str]:
        counted = tally(line.state for line in each[1])
        return (-counted.missing, -counted.late, -counted.open, each[0].code)

    return sorted(found.items(), key=behind)


async def _asked_unit(talk: Talk, city: City, arg: str) -> tuple[UnitRow, Period]:
    head, _, tail = arg.partition(".")
    unit = _unit_named(city, head)
    if unit is None:
        raise NotFound("unit-unknown", text=head[:60])
    if not may_see_reporting(talk.person.roles, monitoring_unit_id=unit.id):
        raise NotAllowed("reporting-not-yours")
    return unit, await asked_period(talk, tail)


def _unit_named(city: City, text: str) -> UnitRow | None:
    sought = text.strip()
    named = (unit for unit in city.units if sought in {unit.code, unit.name, unit.short_name})
    return next(named, None) if sought else None


def _own_code(talk: Talk, city: City) -> str:
    units = [*talk.person.units_as("reporter"), *talk.person.units_as("reviewer")]
    if not units:
        raise NotFound("record-which")
    return city.unit(units[0]).code


def _counts(counted: Tally) -> dict[str, int | str]:
    shares = counted.shares_pct()
    return {
        "came": counted.came,
        "asked": counted.asked,
        "due": counted.due,
        "on_time": counted.on_time,
        "late": counted.late,
        "missing": counted.missing,
        "open": counted.open,
        "on_time_pct": percent(shares.get("on_time")),
        "late_pct": percent(shares.get("late")),
        "missing_pct": percent(shares.get("missing")),
    }


def _unit_line(unit: UnitRow, counted: Tally) -> Msg:
    return msg(
        "reporting-line",
        unit=unit.short_name,
        came=counted.came,
        asked=counted.asked,
        on_time=counted.on_time,
        late=counted.late,
        missing=counted.missing,
        open=counted.open,
    )


def _figure_line(line: DisciplineLine) -> Msg:
    given = {
        "code": line.indicator_code,
        "indicator": line.indicator_name,
        "due": line.deadline.shown,
        "days": line.late_working_days,
    }
    if line.filed_at is None:
        return msg("reporting-figure-out", **given, state=line.state)
    return msg("reporting-figure-in", **given, state=line.state, at=line.filed_at)


def _pages(period: Period, start: int, count: int) -> list[Button]:
    back = go("reporting", "reporting-before", f"{period}.{max(0, start - UNITS_SHOWN)}")
    on = go("reporting", "reporting-after", f"{period}.{start + UNITS_SHOWN}")
    return [*([back] if start else []), *([on] if start + UNITS_SHOWN < count else [])]


def _months(route: str, period: Period, *, before: str = "") -> list[Button]:
    return [
        go(route, "reporting-month-before", f"{before}{period.previous}", period=period.previous),
        go(route, "reporting-month-after", f"{before}{period.next}", period=period.next),
    ]


def _number(period: Period) -> int:
    return (period.month - 1) // QUARTER + 1


def _quarter(period: Period) -> str:
    return f"{period.year}-Q{_number(period)}"


def _months_of(text: str) -> list[Period]:
    """Return the months of a quarter written 2013-Q3; none for anything else."""
    year, _, number = text.strip().upper().partition("-Q")
    if not (is_number(year) and is_number(number) and 1 <= int(number) <= 12 // QUARTER):
        return []
    if not 1 < int(year) < 9999:  # noqa: PLR2004 - what a date can hold
        return []
    last = Period(int(year), int(number) * QUARTER)
    return [last.shifted(-2), last.previous, last]


VIEWS = (
    View(
        opening=Opening(
            name="reporting", commands=("reporting",), words=("报送情况", "报送进度"), roles=SEERS
        ),
        show=show,
        reads_only=True,
    ),
    View(
        opening=Opening(name="reporting-unit", roles=SEERS, in_menu=False),
        show=show_unit,
        reads_only=True,
    ),
    View(
        opening=Opening(name="record", commands=("record",), words=("报送记录",), roles=SEERS),
        show=show_record,
        reads_only=True,
    ),
)
