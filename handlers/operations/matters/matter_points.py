"""What lateness in a matter costs: proposed to the ledger once, for people to weigh."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.ledger.propose_points import Fact, propose
from scoring.instruction_course import INSTRUCTION
from scoring.rectification_course import RECTIFICATION
from scoring.refusals import Refusal
from storage.ledger import Source
from storage.matters import Matter

LATE_ITEMS: Mapping[str, str] = {RECTIFICATION.name: "X09", INSTRUCTION.name: "X08"}
"""整改事项逾期未完成, 督查交办事项逾期未办结: under which ledger item lateness comes."""


async def propose_for_lateness(
    conn: AsyncConnection, city: City, found: Matter, *, now: datetime
) -> int | None:
    """Propose the deduction for a matter that is late; return its number, once a matter.

    A city whose ledger has no such item, or asks for more than lateness can say, gets none.
    """
    code = LATE_ITEMS.get(found.course)
    is_over = found.finish_by is not None and now > found.finish_by
    if code is None or (found.course == INSTRUCTION.name and not is_over):
        return None  # An instruction not yet signed for is late, but not unfinished.
    try:
        return await propose(
            conn,
            city,
            unit=city.unit(found.unit_id),
            item_code=code,
            fact=Fact(said=found.title or f"{found.course} {found.id}"),
            source=Source(found.course, found.id),
            by=None,
            now=now,
        )
    except Refusal:
        return None
