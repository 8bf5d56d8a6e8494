"""Whoever did something, by name; and for whom, if they stood in for somebody (代…) then.

Nothing is stored for it beside the deed: who stood in for whom, and in which roles, is known for
every moment. The journal keeps it as well, at the moment of the deed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.texts import Msg, msg
from storage import deputies, on_behalf, people
from storage.people import RoleKind
from storage.readings import Filing
from storage.schemes import IndicatorRow

Acting: TypeAlias = Sequence[tuple[RoleKind, int | None]]
"""In which role, of which unit, a deed is done; where several allow it, the usual one first."""

AS_OFFICE: Acting = (("office", None),)
AS_MANAGER: Acting = (("office", None), ("administrator", None))
AS_APPROVER: Acting = (("office", None), ("committee", None), ("leader", None))


def monitors(unit_id: int) -> Acting:
    """Return the roles of a monitoring unit, whoever of it acts."""
    return (("reporter", unit_id), ("reviewer", unit_id))


def filer(unit_id: int, *, on_behalf: bool = False) -> Acting:
    """Return the role in which a column is filed: of the unit, or of the office for it."""
    return AS_OFFICE if on_behalf else (("reporter", unit_id), ("office", None))


def reviewer(unit_id: int) -> Acting:
    """Return the roles in which a column of a unit is reviewed."""
    return (("reviewer", unit_id), ("office", None))


def season_side(unit_id: int) -> Acting:
    """Return the roles in which a seasonal plan is proposed, commented on and confirmed."""
    return (*AS_OFFICE, *monitors(unit_id))


def contact(unit_id: int) -> Acting:
    """Return the role in which an assessed unit speaks."""
    return (("contact", unit_id),)


async def doer(
    conn: AsyncConnection, person_id: int | None, acting: Acting, *, at: datetime
) -> Msg:
    """Return a name to show, with the name of whom they stood in for at that moment."""
    found = None if person_id is None else await people.one(conn, person_id)
    if found is None:
        return msg("doer-nobody")
    lender_id = await deputies.stood_in_for(conn, found.id, acting, at=at)
    lender = None if lender_id is None else await people.one(conn, lender_id)
    if lender is None:
        return msg("doer", name=found.name)
    return msg("doer-as-deputy", name=found.name, lender=lender.name)


@dataclass(frozen=True)
class Handled:
    """Who filed a column and who reviewed it, as names to show."""

    reporter: Msg
    reviewer: Msg


async def filed_and_reviewed(
    conn: AsyncConnection, row: IndicatorRow, filing: Filing, review: sa.Row[Any] | None
) -> Handled:
    """Return who filed a column and who reviewed it, and for whom."""
    unit_id = row.monitoring_unit_id
    behalf = await on_behalf.one(conn, filing.id)
    filed = await doer(
        conn,
        filing.filed_by,
        filer(unit_id, on_behalf=behalf is not None),
        at=filing.filed_at,
    )
    if review is None:
        return Handled(filed, msg("doer-nobody"))
    return Handled(filed, await doer(conn, review.by, reviewer(unit_id), at=review.at))


async def kept(
    conn: AsyncConnection, person_id: int | None, acting: Acting, *, at: datetime
) -> dict[str, int]:
    """Return what the journal keeps of a deed done for somebody: who lent the role."""
    if person_id is None:
        return {}
    lender = await deputies.stood_in_for(conn, person_id, acting, at=at)
    return {} if lender is None else {"as_deputy_of": lender}
