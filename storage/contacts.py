"""Who speaks for each assessed unit, of all units at once."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deputies, people
from storage.people import PersonRow
from storage.schema import deputy, role


async def by_unit(conn: AsyncConnection, *, at: datetime) -> dict[int, list[PersonRow]]:
    """Return the contacts of every unit under its id, those who stand in for them included."""
    everybody = {each.id: each for each in await people.with_role(conn, "contact", at=at)}
    held = sa.select(role.c.unit_id, role.c.person_id).where(
        role.c.kind == "contact", role.c.revoked_at.is_(None), role.c.unit_id.is_not(None)
    )
    lent = (
        sa.select(role.c.unit_id, deputy.c.deputy_id)
        .join(deputy, deputy.c.person_id == role.c.person_id)
        .where(role.c.kind == "contact", role.c.revoked_at.is_(None), deputies.in_force(at))
    )
    found: dict[int, list[PersonRow]] = {}
    for query in (held, lent):
        for unit_id, person_id in await conn.execute(query.order_by(role.c.id)):
            theirs = found.setdefault(unit_id, [])
            if person_id in everybody and everybody[person_id] not in theirs:
                theirs.append(everybody[person_id])
    return found
