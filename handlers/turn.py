"""One update, one transaction: seen before? → step → deeds → replies → commit → send."""

import logging
import secrets
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection
from telegram import Update

from handlers.bring import Brought, bring
from handlers.buttons import Standing, go
from handlers.came import Came, read
from handlers.context import Services
from handlers.conversations.membership import membership_changed
from handlers.errands import Router
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.refusals import Refusal
from storage import acts, drafts, outbox, people, updates
from storage.engine import reading_only
from storage.people import Person

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Outcome:
    ids: Sequence[int]
    toast: Msg | None = None
    alert: bool = False
    lang: str = "zh"
    commands_for: Person | None = None


async def turn(update: Update, services: Services, router: Router) -> None:
    """Let one update take effect, once, and answer it.

    A refusal undoes what the step had written and says why; so does a bug, which is kept whole
    under a reference number. Raises OperationalError when the database cannot be written just
    now, and MovedMeanwhileError when two turns of one person met: both may be repeated.
    """
    came = read(update)
    if came is None:
        return
    brought = None
    try:
        brought = await _bring(came, services, router)
        outcome = await _run(came, services, router, brought)
    except Refusal as refusal:
        outcome = await _say_no(came, services, refusal, brought)
    except (OperationalError, drafts.MovedMeanwhileError):
        raise
    except Exception as bug:  # noqa: BLE001 - the one place where a bug becomes an apology
        outcome = await _apologise(came, services, update, bug)
    if outcome is None:
        return
    if came.tap is not None:
        text = services.texts.plain(outcome.lang, outcome.toast) if outcome.toast else None
        await services.answer(came.tap.query_id, text, outcome.alert)
    await services.deliver(outcome.ids)
    if outcome.commands_for is not None:
        await services.show_commands(came.chat_id, outcome.commands_for)


async def _bring(came: Came, services: Services, router: Router) -> Brought | None:
    """Read a document that somebody waits for, outside the transaction; None if nobody does."""
    file = came.file
    if file is None or file.kind != "document" or came.is_edit or not came.is_private:
        return None
    async with reading_only(services.engine) as conn:
        talk = await _talk(conn, came, services, services.now())
        if talk.who is None or await updates.is_known(conn, came.update_id):
            return None
        order = await router.order_for(talk)
    return None if order is None else await bring(came, file, talk.who, order, services)


async def _run(
    came: Came, services: Services, router: Router, brought: Brought | None
) -> _Outcome | None:
    looked = await _look(came, services, router)
    async with services.engine.begin() as conn:
        now = services.now()
        if not await updates.claim(conn, came.update_id, now=now):
            return None
        if looked is not None:
            looked.conn = conn
            return await _outcome(looked, None)
        talk = await _talk(conn, came, services, now)
        talk.brought = brought
        standing = None
        if came.membership is not None:
            await membership_changed(talk)
        elif not came.is_private:
            if came.command:
                talk.say("private-only")
        elif came.is_edit:
            talk.say("edits-do-not-count", buttons=[[go("todo", "button-todo")]])
        else:
            standing = await router.run(talk)
        return await _outcome(talk, standing)


async def _look(came: Came, services: Services, router: Router) -> Talk | None:
    """Run a view that only reads, outside the transaction; None if something else came."""
    if came.membership is not None or came.is_edit or not came.is_private:
        return None
    if not router.may_look(came):
        return None
    async with reading_only(services.engine) as conn:
        now = services.now()
        if await updates.is_known(conn, came.update_id):
            return None
        talk = await _talk(conn, came, services, now)
        return talk if await router.look(talk) else None


async def _talk(conn: AsyncConnection, came: Came, services: Services, now: datetime) -> Talk:
    """Return the turn's talk with whoever uses the account, as they stand at this moment."""
    who = await people.by_user(conn, came.user_id, at=now)
    may_edit = (
        came.tap is not None
        and came.tapped_message_id is not None
        and await outbox.is_reply(conn, came.chat_id, came.tapped_message_id)
    )
    return Talk(came=came, services=services, conn=conn, who=who, now=now, may_edit_tapped=may_edit)


async def _outcome(talk: Talk, standing: Standing | None) -> _Outcome:
    ids = await talk.flush(standing)
    if talk.who is not None and talk.came.membership is None:
        await acts.add(
            talk.conn,
            update_id=talk.came.update_id,
            person_id=talk.who.id,
            kind="message" if talk.came.tap is None else "tap",
            errand=talk.errand,
            draft_id=standing.draft_id if standing else None,
            period=_month_of(talk),
            now=talk.now,
        )
    commands_for = talk.who if talk.refresh_commands else None
    return _Outcome(ids, talk.toast, talk.toast_is_alert, talk.lang, commands_for)


def _month_of(talk: Talk) -> Period | None:
    """Return the month a turn was about: what a view says, or what lies in the conversation."""
    if talk.about is not None:
        return talk.about
    named = talk.data.get("period")
    try:
        return Period.parse(named) if isinstance(named, str) else None
    except ValueError:
        return None


async def _say_no(
    came: Came, services: Services, refusal: Refusal, brought: Brought | None
) -> _Outcome | None:
    said = Msg(refusal.message_id, refusal.given)
    async with services.engine.begin() as conn:
        now = services.now()
        if not await updates.claim(conn, came.update_id, now=now):
            return None
        talk = await _talk(conn, came, services, now)
        talk.brought = brought
        out = refusal.way_out if talk.who else None
        is_short = len(services.texts.plain(talk.lang, said)) <= 200  # noqa: PLR2004 - Telegram's limit for such a text
        if came.tap is not None and is_short and out is None:
            talk.toast, talk.toast_is_alert = said, True
        else:
            # A text over the chat has no buttons, so whoever has a way out gets a message.
            talk.may_edit_tapped = talk.may_edit_tapped and out is None
            way_on = [[go("todo", "button-todo"), go("help", "button-help")]] if talk.who else []
            first = [[go(out.route, out.label, out.arg)]] if out else []
            talk.say(said, buttons=[*first, *way_on])
        return await _outcome(talk, None)


async def _apologise(
    came: Came, services: Services, update: Update, bug: Exception
) -> _Outcome | None:
    reference = secrets.token_hex(3).upper()
    log.error("update %s set aside as %s", came.update_id, reference, exc_info=bug)
    error = "".join(traceback.format_exception(bug))
    async with services.engine.begin() as conn:
        now = services.now()
        if not await updates.claim(conn, came.update_id, now=now):
            return None
        await updates.set_aside(
            conn,
            update_id=came.update_id,
            reference=reference,
            body=update.to_json(),
            error=error,
            now=now,
        )
        talk = await _talk(conn, came, services, now)
        talk.say(msg("bug-apology", reference=reference))
        return await _outcome(talk, None)
