"""When a column came: by the clock of whoever sent it, not by how long we took to read it."""

from datetime import datetime

from handlers.talk import Talk
from scoring.workdays import working_hours_after

CONFIRM_WITHIN_HOURS = 1


def note_came(talk: Talk, indicator_id: int) -> None:
    """Remember when a figure of an indicator was sent, and when we answered it."""
    came: dict[str, list[str]] = talk.data.setdefault("came", {})
    came[str(indicator_id)] = [talk.when_acted.isoformat(), talk.now.isoformat()]


async def counted_at(talk: Talk, indicator_id: int) -> datetime:
    """Return the moment by which it is judged whether a column on the desk is late.

    It is Telegram's own time of the message that brought the last of its figures, if it is
    confirmed within a working hour of our answer. Nothing says when a button was tapped, so a
    confirmation that comes later counts as it arrives.
    """
    came: dict[str, list[str]] = talk.data.get("came", {})
    if str(indicator_id) not in came:
        return talk.when_acted
    sent_at, answered_at = map(datetime.fromisoformat, came[str(indicator_id)])
    city = await talk.city()
    here = answered_at.astimezone(city.zone)
    in_time = working_hours_after(here, CONFIRM_WITHIN_HOURS, city.calendar)
    return sent_at if talk.now <= in_time else talk.when_acted
