"""Figures that were sent where evidence was asked for: taken up by the filing, with one tap."""

from typing import Any

from handlers.buttons import is_number
from handlers.conversations.figures.filing_workbook import Landing, empty_desk, take_read
from handlers.grammar.packed_read import unpacked
from handlers.talk import Talk
from scoring.refusals import NotFound
from storage import drafts

KEPT = "kept."
"""What the button's argument begins with; the conversation that keeps the reading follows."""


async def take_kept(talk: Talk, arg: str) -> Landing:
    """Lay on the desk what was read of a blank in another conversation of this person's own.

    That conversation ends: it was about evidence, and the file is none.
    """
    number = arg.removeprefix(KEPT)
    kept = (
        await drafts.by_id(talk.conn, int(number), talk.came.user_id) if is_number(number) else None
    )
    sent: dict[str, Any] | None = kept.data.get("sent") if kept is not None else None
    if kept is None or sent is None:
        raise NotFound("button-outdated")
    await drafts.close(talk.conn, kept.id, status="cancelled", now=talk.now)
    talk.notes = [each for each in talk.notes if each.id != "errand-parked"]
    talk.data |= await empty_desk(talk)
    return await take_read(talk, sent["name"], unpacked(sent["read"]))
