"""Entries of the ledger from before the play begins: points given and taken in the summer.

Invented like everything else of the city; every step has its moment, as if people had taken it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.ledger_course import Origin, State, begins
from scoring.ledger_points import fact_key
from storage import ledger, ledger_items, people, units
from storage.ledger import New
from storage.ledger_steps import EventKind


@dataclass(frozen=True)
class Step:
    """One step: by whom (a contact, or somebody of the office), and which state it led to."""

    kind: EventKind
    state: State
    by: int | None
    at: datetime
    due_at: datetime | None = None
    said: str | None = None


@dataclass(frozen=True)
class Earlier:
    """An entry that is in force: whose, what for, and its steps after the first."""

    unit: str
    item: str
    level: str
    fact: str
    document: str
    origin: Origin
    by: int | None
    at: datetime
    steps: tuple[Step, ...]


def _at(month: int, day: int, hour: int = 2) -> datetime:
    return datetime(2013, month, day, hour, tzinfo=UTC)


CHIEF, CLERK, FENGHUANG, DAXIN, STUDIES = 1011, 1012, 1025, 1028, 1185
EARLIER: tuple[Earlier, ...] = (
    Earlier(
        "T05", "B09", "省级", "美丽乡村建设经验在全省现场会上推广（演示）", "演示〔2013〕11号",
        "claim", FENGHUANG, _at(6, 3),
        (
            Step("check", "checked", STUDIES, _at(6, 4)),
            Step("recognise", "notice", CHIEF, _at(6, 5), _at(6, 14, 9)),
            Step("run_out", "in_force", None, _at(6, 14, 10)),
        ),
    ),
    Earlier(
        "T08", "X09", "", "上半年河道整改事项逾期未完成（演示）", "演示〔2013〕19号",
        "proposal", None, _at(7, 1),
        (
            Step("answer", "to_check", DAXIN, _at(7, 3), said="汛期停工，现已复工，七月底完成。"),
            Step("check", "checked", CHIEF, _at(7, 4)),
            Step("recognise", "notice", CLERK, _at(7, 5), _at(7, 12, 9)),
            Step("run_out", "in_force", None, _at(7, 12, 10)),
        ),
    ),
)  # fmt: skip


async def enter(conn: AsyncConnection) -> None:
    """Put the entries of the summer into the ledger."""
    unit_ids = {each.code: each.id for each in await units.all_units(conn)}
    items = {each.item.code: each.id for each in await ledger_items.all_items(conn, 2013)}
    person_ids = {each.user_id: each.id for each in await people.everybody(conn)}
    for each in EARLIER:
        new = New(
            item_id=items[each.item],
            unit_id=unit_ids[each.unit],
            origin=each.origin,
            by=None if each.by is None else person_ids[each.by],
            cases=Decimal(1),
            level=each.level,
            fact=each.fact,
            document=each.document,
            fact_key=fact_key(each.document, each.fact),
        )
        number = await ledger.add(
            conn,
            new,
            state=begins(each.origin, is_hard_on_unit=each.origin == "proposal"),
            due_at=None,
            now=each.at,
        )
        for step in each.steps:
            entry = None if number is None else await ledger.one(conn, number)
            if entry is None:
                raise LookupError(each.fact)
            by = None if step.by is None else person_ids[step.by]
            speaks_for = entry.unit_id if step.kind == "answer" else None
            await ledger.step(
                conn, entry, step.kind, step.state, by=by, said=step.said, due_at=step.due_at,
                now=step.at, unit_id=speaks_for,
            )  # fmt: skip
