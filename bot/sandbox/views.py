"""The world as the page draws it: people with unread counts, chats, the clock, the play."""

from collections.abc import Sequence
from itertools import islice

from bot.sandbox.director import Director
from bot.sandbox.messages import Message
from bot.sandbox.refusals import Wire
from bot.sandbox.world import World

UPCOMING_MAX = 12
MESSAGES_MAX = 300


def state(world: World, director: Director | None) -> Wire:
    """Return all that stands around the chats."""
    seen: Wire = {
        "now": world.clock.now().isoformat(),
        "frozen": world.clock.frozen,
        "bot": world.bot_user(),
        "people": _people(world, director),
        "crowds": [
            _crowd(world, chat_id) for chat_id, c in world.chats.items() if not c.is_private
        ],
        "faults": faults(world),
        "rates": world.rates.enabled,
        "calls": world.journal.count,
        "directed": director is not None,
    }
    if director is not None:
        seen["notice"] = dict(director.notice)
        seen["playing"] = director.is_playing
        seen["acts"] = [
            {"number": a.number, "title": dict(a.title), "done": a.done, "who": list(a.who)}
            for a in director.acts()
        ]
    return seen


async def upcoming(director: Director | None) -> list[Wire]:
    """Return the moments worth moving to; none without a director."""
    if director is None:
        return []
    targets = await director.upcoming()
    return [
        {"kind": target.kind, "at": target.at.isoformat(), "label": dict(target.label)}
        for target in targets[:UPCOMING_MAX]
    ]


def _people(world: World, director: Director | None) -> list[Wire]:
    cast = {member.user_id: member for member in director.cast()} if director else {}
    order = [*cast, *(user_id for user_id in world.people if user_id not in cast)]
    listed: list[Wire] = []
    for user_id in order:
        if user_id not in world.people:
            continue
        person, chat = world.people[user_id], world.chats[user_id]
        about: Wire = {
            "id": user_id,
            "name": {"zh": person.first_name},
            "title": {"zh": person.note} if person.note else {},
            "group": {},
            "order": 999,
            "unread": chat.unread_count,
            "started": person.started,
            "blocked": person.blocked,
            "deactivated": person.deactivated,
            "last": _last_words(chat.last),
        }
        if member := cast.get(user_id):
            about |= {"name": dict(member.name), "title": dict(member.title)}
            about |= {"group": dict(member.group), "order": member.group_order, "key": member.key}
        listed.append(about)
    return listed


def _crowd(world: World, chat_id: int) -> Wire:
    chat = world.chats[chat_id]
    return {
        "id": chat_id,
        "kind": chat.kind,
        "title": chat.title,
        "members": [one for one in chat.statuses if one in world.people],
        "unread": chat.unread_count,
        "last": _last_words(chat.last),
    }


def _last_words(last: Message | None) -> Wire:
    if last is None:
        return {}
    return {"text": last.text[:80], "media": last.media_kind or "", "date": last.wire["date"]}


def faults(world: World) -> list[Wire]:
    """Return the faults switched on."""
    return [
        {"kind": f.kind, "method": f.method, "calls": f.calls_left, "seconds": f.seconds}
        for f in world.faults.active
    ]


def chat(world: World, chat_id: int) -> Wire:
    """Return one chat with the end of its history, its keyboard and command menu."""
    found = world.chat(chat_id)
    history = list(islice(reversed(found.by_id.values()), MESSAGES_MAX))[::-1]
    seen: Wire = {
        "id": chat_id,
        "kind": found.kind,
        "title": found.title,
        "messages": [_message(message, found.pinned) for message in history],
        "earlier": len(found.by_id) - len(history),
        "keyboard": found.reply_keyboard,
        "action": found.action,
        "pinned": list(found.pinned),
        "answers": list(found.answers)[-5:],
        "description": world.commands.profile.get(("description", ""), ""),
    }
    if found.is_private:
        person = world.people[chat_id]
        seen["menu"] = world.menu(chat_id)
        seen |= {"started": person.started, "blocked": person.blocked}
        seen["deactivated"] = person.deactivated
    else:
        seen["members"] = [
            {"id": one, "name": world.people[one].first_name}
            for one in found.statuses
            if one in world.people
        ]
    return seen


def _message(message: Message, pinned: Sequence[int]) -> Wire:
    seen = dict(message.wire)
    seen["from_bot"] = message.from_bot
    seen["sender"] = message.sender_id
    seen["is_pinned"] = message.message_id in pinned
    seen["silent"] = message.silent
    return seen
