"""What an adjusted target must satisfy: its document, its month, the day of the year, its units."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.targets.target_terms import first_open, last_day_to_adjust
from scoring.model import Period
from scoring.refusals import Outdated, Refusal
from storage import retargets, targets
from storage.retargets import ReasonKind, RetargetLine
from storage.schemes import IndicatorRow

DOCUMENT = re.compile(r"[\w〔〕\[\]()（）【】第号·—\-/. ]{4,40}")
"""A document number such as 张绩委〔2013〕12号: what the fonts of the reports can write."""


@dataclass(frozen=True)
class NewTarget:
    """What a unit's target is to become; a base of None leaves last year's figure as it is."""

    goal: Decimal
    base: Decimal | None = None


@dataclass(frozen=True)
class Terms:
    """Why, by which document, and from which month on."""

    reason_kind: ReasonKind
    document: str
    effective_from: Period
    of_committee: bool = False


def checked_document(text: str) -> str:
    """Return a document's number without spaces at its ends; raise Refusal for anything else."""
    document = " ".join(text.split())
    if not DOCUMENT.fullmatch(document) or not any(each.isdigit() for each in document):
        raise Refusal("retarget-document-unreadable", text=text[:40])
    return document


async def check_month(
    conn: AsyncConnection, city: City, row: IndicatorRow, effective_from: Period
) -> None:
    """Raise Refusal for a month from which a target cannot count any more, or not in this year."""
    scheme = city.scheme_by_id[row.scheme_id]
    earliest = await first_open(conn, scheme)
    if effective_from.year != scheme.scheme.year or effective_from < earliest:
        raise Refusal("retarget-month-frozen", period=effective_from, earliest=earliest)


def check_day(city: City, row: IndicatorRow, *, of_committee: bool, now: datetime) -> None:
    """Raise Refusal after the last day to adjust, unless on a document of the committee."""
    last = last_day_to_adjust(city.scheme_by_id[row.scheme_id])
    if now.astimezone(city.zone).date() > last and not of_committee:
        raise Refusal("retarget-too-late", last=last)


async def lines_of(
    conn: AsyncConnection,
    city: City,
    row: IndicatorRow,
    news: Mapping[int, NewTarget],
    effective_from: Period,
    *,
    now: datetime,
) -> list[RetargetLine]:
    """Return each unit's old and new target; raises for a unit that has none."""
    code = row.indicator.code
    asked = {unit.id for unit in city.units_of(row)}
    known = await targets.known_at(
        conn, row.scheme_id, at=now, indicator_id=row.id, period=effective_from
    )
    waiting = await _waiting_units(conn, row)
    if not news:
        raise Refusal("retarget-nothing")
    lines: list[RetargetLine] = []
    for unit_id, new in news.items():
        unit = city.unit(unit_id)
        named = {"unit": unit.short_name, "indicator": row.indicator.name}
        old = known.get((code, unit.code))
        if unit_id not in asked:
            raise Refusal("retarget-unit-not-asked", **named)
        if old is None or old.target is None:
            raise Refusal("retarget-no-target", **named)
        base = old.base if new.base is None else new.base
        if (old.target, old.base) == (new.goal, base):
            raise Refusal("retarget-same", **named)
        if unit_id in waiting:
            raise Outdated("retarget-waits-already", **named)
        lines.append(RetargetLine(unit_id, base, old.target, new.goal))
    return lines


async def _waiting_units(conn: AsyncConnection, row: IndicatorRow) -> set[int]:
    return {
        line.unit_id
        for each in await retargets.open_ones(conn)
        if each.indicator_id == row.id
        for line in each.lines
    }
