"""What is the office's alone, how anybody else is refused, and the month it works on."""

from handlers.operations.clock import collecting
from handlers.talk import Talk
from scoring.model import Period
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound

OFFICE = frozenset({"office"})


def only_the_office(talk: Talk) -> None:
    """Let nobody past who does not run the office; raises NotAllowed."""
    if not may_run_the_office(talk.person.roles):
        raise NotAllowed("not-for-your-role")


async def asked_period(talk: Talk, arg: str) -> Period:
    """Return the month asked for, by default the one the office works on."""
    if not arg:
        return await collecting.month_at_the_office(talk.conn, await talk.city(), now=talk.now)
    try:
        period = Period.parse(arg)
    except ValueError:
        raise NotFound("asked-unknown", text=arg[:60]) from None
    if period > Period(talk.today.year + 1, 12):  # beyond it no month has a day that falls due
        raise NotFound("asked-unknown", text=arg[:60])
    return period
