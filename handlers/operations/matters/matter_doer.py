"""Who did something in a matter, and for whom, if they stood in for somebody then."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.operations.doer import AS_APPROVER, AS_OFFICE, Acting, contact, doer
from handlers.texts import Msg
from scoring.finding_course import FINDING
from storage.matters import Event, Matter

AS_CHECKER: Acting = (("observer", None), ("office", None), ("committee", None))
AS_INSPECTOR: Acting = (
    *(("contact", None), ("reporter", None), ("reviewer", None)),
    *(("office", None), ("committee", None), ("observer", None)),
)
"""Whoever is named to inspect may do so in any role they hold."""
AS_ADDRESSEE: Acting = (("leader", None), ("committee", None))
ACTING: Mapping[str, Acting] = {
    "owner": AS_APPROVER,
    "office": AS_OFFICE,
    "independent": (("office", None), ("committee", None)),
    "checker": AS_CHECKER,
}
"""In which roles each side acts that is not the unit's own."""


async def matter_doer(conn: AsyncConnection, found: Matter, event: Event) -> Msg:
    """Return the name of who did an event of a matter, with the one they stood in for."""
    return await doer(conn, event.by, _acting(found, event.side), at=event.at)


def _acting(found: Matter, side: str) -> Acting:
    if side == "addressee" and found.person_id is not None:
        return AS_ADDRESSEE
    if side == "owner" and found.course == FINDING.name:
        return AS_INSPECTOR
    return ACTING.get(side, contact(found.unit_id))
