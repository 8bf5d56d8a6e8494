"""What a finding may cost: ledger items with their levels, how many cases, the points in all."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, is_number, step
from handlers.city import City
from handlers.operations.ledger.ledger_words import level_said, points_said
from handlers.operations.ledger.propose_points import year_of
from handlers.texts import Msg, msg
from scoring.ledger_points import points_of
from scoring.refusals import NotFound, Refusal
from storage import ledger_items
from storage.inspections import Decision
from storage.units import UnitRow

CASES_MAX = 100


@dataclass(frozen=True)
class Choice:
    """One thing a case may be: an item, one of its levels, and what a case of it takes away."""

    code: str
    name: str
    level: str
    number: int
    points: Decimal
    per: str

    @property
    def arg(self) -> str:
        """What a button names it by: the code, and the level's number after the first."""
        return f"{self.code}.{self.number}" if self.number else self.code


async def choices_for(
    conn: AsyncConnection, city: City, unit: UnitRow, *, now: datetime
) -> list[Choice]:
    """Return the deductions that may be proposed for a unit, each level of each item."""
    found: list[Choice] = []
    for row in await ledger_items.all_items(conn, year_of(city, now)):
        if row.item.kind != "deduction" or not row.item.is_for(unit.track):
            continue
        terms = row.item.terms(unit.track)
        for number, (level, _) in enumerate(terms.choices):
            points = points_of(terms, cases=Decimal(1), level=level)
            item = row.item
            found.append(Choice(item.code, item.name, level, number, points, item.per))
    return found


async def chosen(
    conn: AsyncConnection, city: City, unit: UnitRow, arg: str, *, now: datetime
) -> Choice:
    """Return the choice of a button; NotFound for what there is not."""
    for each in await choices_for(conn, city, unit, now=now):
        if each.arg == arg:
            return each
    raise NotFound("button-outdated")


async def choice_of(
    conn: AsyncConnection, city: City, unit: UnitRow, code: str, level: str, *, now: datetime
) -> Choice | None:
    """Return the choice of an item and level, if the city still has it."""
    for each in await choices_for(conn, city, unit, now=now):
        if (each.code, each.level) == (code, level):
            return each
    return None


def read_cases(typed: str) -> int:
    """Return how many cases were typed; Refusal for anything but a small whole number."""
    said = typed.strip().removesuffix("项").removesuffix("件").removesuffix("起").strip()
    if not is_number(said) or not 0 < int(said) <= CASES_MAX:
        raise Refusal("finding-cases-wrong", text=typed[:20], most=CASES_MAX)
    return int(said)


def another_count(cases: int, arg: str) -> int:
    """Return the number of cases after a tap on one more, or one less; never less than one."""
    return min(max(cases + (1 if arg == "+" else -1), 1), CASES_MAX)


def cases_buttons(code: str | None) -> list[Button]:
    """Return one less and one more, where there is something to count."""
    if code is None:
        return []
    return [step("more", "finding-fewer", "-"), step("more", "finding-more", "+")]


def label(each: Choice) -> Msg:
    """Return a choice as a button: what it is, its level, and the points of a case."""
    return msg(
        "finding-choice",
        code=each.code,
        name=each.name[:24],
        level=level_said(each.level),
        points=points_said(each.points),
    )


async def cost_said(
    conn: AsyncConnection,
    city: City,
    unit: UnitRow,
    code: str | None,
    level: str,
    cases: int,
    *,
    now: datetime,
) -> Msg:
    """Return what is proposed or was decided: item, level, cases and the points in all."""
    if code is None:
        return msg("finding-no-points")
    each = await choice_of(conn, city, unit, code, level, now=now)
    if each is None:
        return msg("verbatim", text=code)
    return msg(
        "finding-cost",
        code=each.code,
        name=each.name,
        level=level_said(each.level),
        cases=cases,
        each=points_said(each.points),
        points=points_said(each.points * cases),
    )


async def check_cost(
    conn: AsyncConnection, city: City, unit: UnitRow, cost: Decision, *, now: datetime
) -> None:
    """Raise NotFound for an item or level there is not, Refusal for a number that cannot be."""
    if cost.item is None:
        return
    if await choice_of(conn, city, unit, cost.item, cost.level, now=now) is None:
        raise NotFound("button-outdated")
    if not 0 < cost.cases <= CASES_MAX:
        raise Refusal("finding-cases-wrong", text=str(cost.cases), most=CASES_MAX)
