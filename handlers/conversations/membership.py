"""The bot is blocked, unblocked, or put into a group or channel."""

import sqlalchemy as sa

from handlers.buttons import go
from handlers.operations.tell import tell
from handlers.talk import Talk
from handlers.texts import msg
from storage import journal, people
from storage.schema import destination


async def membership_changed(talk: Talk) -> None:
    """Note who can be reached; a new group or channel waits for the office to give it a purpose."""
    if talk.came.is_private:
        await _private(talk)
    elif talk.came.membership == "joined":
        await _offered(talk)
    else:
        await talk.conn.execute(
            destination.delete().where(destination.c.chat_id == talk.came.chat_id)
        )


async def _private(talk: Talk) -> None:
    if talk.who is None:
        return
    if talk.came.membership == "joined":
        await people.set_reachable(talk.conn, talk.who.id)
    else:
        await people.set_unreachable(talk.conn, talk.who.id, at=talk.now, why="blocked")
    await journal.add(
        talk.conn,
        person_id=talk.who.id,
        act=f"chat-{talk.came.membership}",
        subject=talk.who.row.name,
        at=talk.now,
    )


async def _offered(talk: Talk) -> None:
    chat_id = talk.came.chat_id
    known = await talk.conn.scalar(
        sa.select(destination.c.id).where(destination.c.chat_id == chat_id)
    )
    if known is not None:
        return
    await talk.conn.execute(
        destination.insert().values(
            chat_id=chat_id, purpose="offered", title=talk.came.chat_title, lang="zh"
        )
    )
    city = await talk.city()
    for clerk in await people.with_role(talk.conn, "office", at=talk.now):
        await tell(
            talk.conn,
            city,
            clerk,
            msg("channel-offered", title=talk.came.chat_title),
            key=f"channel:{chat_id}:{talk.came.update_id}:{clerk.id}",
            now=talk.now,
            buttons=[[go("channel", "button-channel-use", str(chat_id))]],
        )
