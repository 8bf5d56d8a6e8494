"""What the card of a matter says about more time: the days it moved by, and the way to ask."""

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go
from handlers.operations.matters.matter_terms import sides_of
from handlers.operations.matters.respite_news import reason_said
from handlers.operations.matters.respite_rules import asking_side, is_answerer, may_ask
from handlers.texts import Msg, msg
from storage import respites
from storage.matters import Matter
from storage.people import Person

LINES_SHOWN = 4


async def respite_lines(conn: AsyncConnection, found: Matter) -> list[Msg]:
    """Return how the last day of a matter has moved, was asked to move, or stayed."""
    asked = await respites.of_matter(conn, found.id)
    lines: list[Msg] = []
    for each in asked[-LINES_SHOWN:]:
        said = each.answer
        lines.append(
            msg(
                "respite-line",
                outcome=said.outcome if said else "open",
                old=each.old_at,
                until=(said.until_at if said else None) or each.wanted_at,
                reason=msg("respite-because", reason=reason_said(said.reason))
                if said and said.reason
                else msg("nothing"),
            )
        )
    return lines


async def respite_buttons(conn: AsyncConnection, who: Person, found: Matter) -> list[Button]:
    """Return the way to ask for more time, or to the request that waits."""
    waiting = next((e for e in await respites.of_matter(conn, found.id) if e.is_open), None)
    if waiting is not None:
        concerned = is_answerer(who, found) or asking_side(found) in sides_of(who, found)
        label = "respite-answer" if is_answerer(who, found) else "respite-look"
        return [go("respite", label, str(waiting.id))] if concerned else []
    if await may_ask(conn, who, found):
        return [go("ask-respite", "respite-ask", str(found.id))]
    return []
