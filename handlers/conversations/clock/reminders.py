"""Answer a reminder: read (已知晓), once more tomorrow (明天再提醒), or next Monday (下周一)."""

from handlers.buttons import go
from handlers.errands import Opening, View
from handlers.operations.clock import digest
from handlers.talk import Talk


async def heard(talk: Talk, arg: str) -> None:
    await digest.hear(talk.conn, talk.person, arg, now=talk.now)
    talk.hint("reminder-heard")
    await _what_is_left(talk, arg)


async def snooze(talk: Talk, arg: str) -> None:
    await _put_off(talk, arg, "tomorrow")


async def monday(talk: Talk, arg: str) -> None:
    await _put_off(talk, arg, "monday")


async def _put_off(talk: Talk, arg: str, until: digest.Until) -> None:
    city = await talk.city()
    morning = await digest.snooze(talk.conn, city, talk.person, arg, now=talk.now, until=until)
    if morning is not None:
        talk.note("reminder-snoozed", at=morning)
    await _what_is_left(talk, arg)


async def _what_is_left(talk: Talk, arg: str) -> None:
    city = await talk.city()
    lines, buttons = await digest.open_in(talk.conn, city, talk.person, arg, now=talk.now)
    talk.say(
        "reminder-left",
        count=len(lines),
        lines=lines,
        buttons=[*buttons, [go("todo", "button-todo")]],
    )


CONTENTS = (
    View(opening=Opening(name="reminder-heard", in_menu=False), show=heard),
    View(opening=Opening(name="reminder-snooze", in_menu=False), show=snooze),
    View(opening=Opening(name="reminder-monday", in_menu=False), show=monday),
)
