"""What the errands about targets ask alike: which scheme, which indicator, and pasted targets."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from handlers.buttons import Button, is_number, step
from handlers.city import City
from handlers.grammar.goals import read_goals
from handlers.operations.targets.retarget_terms import NewTarget
from handlers.talk import Talk
from handlers.texts import msg
from scoring.permissions import may_propose_target
from scoring.refusals import NotFound, Refusal
from storage.schemes import IndicatorRow, SchemeRow

PAGE = 10
PROBLEMS_SHOWN = 8
TEXT_SHOWN = 60


def schemes_open(talk: Talk, city: City) -> list[SchemeRow]:
    """Return the schemes of this year and the next in which this person has an indicator."""
    year = talk.today.year
    found = [*city.schemes_of(year), *city.schemes_of(year + 1)]
    return [row for row in found if rows_of(talk, row)]


def rows_of(talk: Talk, scheme: SchemeRow) -> list[IndicatorRow]:
    """Return the indicators of a scheme whose targets this person may propose."""
    return [
        row
        for row in scheme.indicators
        if may_propose_target(talk.person.roles, monitoring_unit_id=row.monitoring_unit_id)
    ]


def scheme_keys(found: Sequence[SchemeRow]) -> list[list[Button]]:
    """Return a button for each scheme."""
    return [[step("scheme", "verbatim", str(row.id), text=row.scheme.name[:40])] for row in found]


def scheme_picked(talk: Talk, city: City, arg: str) -> SchemeRow:
    """Return the scheme behind a button; raise Refusal for one that was never offered."""
    found = next((row for row in schemes_open(talk, city) if str(row.id) == arg), None)
    if found is None:
        raise Refusal("button-outdated")
    return found


def indicator_keys(rows: Sequence[IndicatorRow], page: int) -> list[list[Button]]:
    """Return a page of indicators as buttons, and the way to the pages around it."""
    shown = rows[page * PAGE : (page + 1) * PAGE]
    keys = [
        [step("pick", "file-pick", str(row.id), code=row.indicator.code, name=row.indicator.name)]
        for row in shown
    ]
    around: list[Button] = []
    if page > 0:
        around.append(step("page", "target-page-before", str(page - 1)))
    if len(rows) > (page + 1) * PAGE:
        around.append(step("page", "target-page-after", str(page + 1)))
    return [*keys, around]


def page_of(arg: str) -> int:
    """Return the page behind a button; the first for anything that is none."""
    return min(int(arg), 99) if is_number(arg) else 0


def one_named(rows: Sequence[IndicatorRow], text: str) -> IndicatorRow | None:
    """Return the indicator a text names whole, by code, name or number; None if it names none."""
    said = text.strip()
    for row in rows:
        if said in {str(row.id), row.indicator.name} or said.upper() == row.indicator.code.upper():
            return row
    return None


def picked(rows: Sequence[IndicatorRow], arg: str) -> IndicatorRow:
    """Return the indicator behind a button; raise NotFound for one that is not this person's."""
    found = next((row for row in rows if str(row.id) == arg), None)
    if found is None:
        raise NotFound("target-indicator-not-yours")
    return found


async def take_goals(
    talk: Talk, rows: Sequence[IndicatorRow], typed: str, *, default: IndicatorRow | None
) -> int:
    """Lay typed or pasted targets on the desk; return how many there were, and say what failed.

    A second word on a cell takes the place of the first.
    """
    city = await talk.city()
    scheme = city.scheme_by_id[rows[0].scheme_id]
    units = city.assessed(scheme)
    read = read_goals(
        typed,
        units=units,
        indicators=[row.indicator for row in rows],
        year=scheme.scheme.year,
        default_indicator=default.indicator.code if default else "",
    )
    by_code = {row.indicator.code: row for row in rows}
    goals: dict[str, Any] = talk.data.setdefault("goals", {})
    taken = 0
    for each in read.goals:
        row, unit = by_code[each.indicator_code], city.unit_by_code[each.unit_code]
        if unit.id not in {asked.id for asked in city.units_of(row)}:
            reason = msg("file-unit-not-asked", indicator=row.indicator.name)
            talk.note("file-problem", text=unit.short_name, reason=reason)
            continue
        base = None if each.base is None else f"{each.base:f}"
        goals[f"{row.id}.{unit.id}"] = [f"{each.goal:f}", base]
        taken += 1
    for problem in read.problems[:PROBLEMS_SHOWN]:
        text = problem.text[:TEXT_SHOWN]
        talk.note("file-line-problem", line=problem.line_no, text=text, reason=problem.reason)
    more = len(read.problems) - PROBLEMS_SHOWN + read.more_problems
    if more > 0:
        talk.note("file-more-problems", count=more)
    if not taken and not read.problems:
        talk.note("target-nothing-read")
    return taken


def goals_on_desk(talk: Talk) -> Mapping[tuple[int, int], NewTarget]:
    """Return the targets on the desk, by indicator's and unit's id, in the order they came."""
    packed: dict[str, list[str | None]] = talk.data.get("goals", {})
    goals: dict[tuple[int, int], NewTarget] = {}
    for key, (goal, base) in packed.items():
        indicator_id, _, unit_id = key.partition(".")
        goals[int(indicator_id), int(unit_id)] = NewTarget(
            Decimal(goal or "0"), None if base is None else Decimal(base)
        )
    return goals
