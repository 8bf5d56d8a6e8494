"""A request for more time: how it stands, and one tap for each who may answer it."""

from handlers.buttons import Button, go, is_number
from handlers.city import City
from handlers.errands import Opening, View
from handlers.operations.clock import extension_news as news
from handlers.operations.clock import extension_rules as rules
from handlers.operations.clock import extension_waiting, extensions
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.refusals import NotFound
from storage import extensions as requests
from storage.extensions import Extension

INSIDE = frozenset({"reporter", "reviewer", "office", "auditor"})
ASKERS = frozenset({"reporter", "reviewer"})
OFFICE = frozenset({"office"})
LISTED_MOST = 12


def asked(arg: str) -> tuple[int, int]:
    """Return a request's number, and that of the last event its button was drawn with."""
    head, _, tail = arg.partition(".")
    if not is_number(head) or (tail and not is_number(tail)):
        raise NotFound("extension-gone")
    return int(head), int(tail or 0)


async def show(talk: Talk, arg: str) -> None:
    found = await rules.visible(talk.conn, await talk.city(), talk.person, asked(arg)[0])
    await show_card(talk, found)


async def show_card(talk: Talk, found: Extension) -> None:
    """Show a request with its story, and whatever this person may do about it now."""
    city = await talk.city()
    row = city.indicator(found.indicator_id)
    may_answer, is_own = (
        rules.may_answer(talk.person, found),
        rules.is_own(city, talk.person, found),
    )
    buttons: list[list[Button]] = []
    if found.is_open and may_answer:
        buttons += news.answer_buttons(found)
    if found.state == "countered" and is_own:
        buttons += news.offer_buttons(found)
    if found.is_open and is_own:
        at = f"{found.id}.{found.last.number}"
        buttons.append([go("extend-withdraw", "extension-withdraw", at)])
    if not found.is_open and is_own and found.state != "filed":
        arg = f"{row.id}.{found.period}"
        buttons.append([go("file", "clock-button-file", arg, code=row.indicator.code)])
    nobody = found.state == "asked" and not await news.answerers(talk.conn, found, now=talk.now)
    talk.say(
        "extension-whole",
        card=await news.card(talk.conn, city, found),
        story=[await _said(talk, found, number) for number in range(len(found.events))],
        open=int(found.is_open),
        nobody=int(nobody),
        buttons=[*buttons, [go("extensions", "extensions-button"), go("todo", "button-todo")]],
    )


async def _said(talk: Talk, found: Extension, number: int) -> Msg:
    event = found.events[number]
    return msg(
        "extension-story-line",
        at=event.at,
        by=await news.said_by(talk.conn, await talk.city(), found, event),
        kind=event.kind,
        until=event.until_at or found.due_at,
    )


async def agree(talk: Talk, arg: str) -> None:
    extension_id, number = asked(arg)
    done = await extensions.agree(
        talk.conn, await talk.city(), talk.person, extension_id, number, now=talk.now
    )
    await _done(talk, done, "extension-hint-granted")


async def accept(talk: Talk, arg: str) -> None:
    extension_id, number = asked(arg)
    done = await extensions.accept(
        talk.conn, await talk.city(), talk.person, extension_id, number, now=talk.now
    )
    await _done(talk, done, "extension-hint-granted")


async def refuse(talk: Talk, arg: str) -> None:
    extension_id, number = asked(arg)
    done = await extensions.refuse(
        talk.conn, await talk.city(), talk.person, extension_id, number, now=talk.now
    )
    await _done(talk, done, "extension-hint-refused")


async def withdraw(talk: Talk, arg: str) -> None:
    extension_id, number = asked(arg)
    done = await extensions.withdraw(
        talk.conn, await talk.city(), talk.person, extension_id, number, now=talk.now
    )
    await _done(talk, done, "extension-hint-withdrawn")


async def _done(talk: Talk, done: Extension, hint: str) -> None:
    """Say it over the chat; the message that was tapped changes by itself, if it was a question."""
    talk.services.wake()
    talk.hint(hint)
    if talk.may_edit_tapped or talk.came.tap is None:
        await show_card(talk, done)


async def show_list(talk: Talk, _: str) -> None:
    city = await talk.city()
    open_now = await requests.all_open(talk.conn)
    recent = await requests.latest(talk.conn, limit=LISTED_MOST)
    both = {each.id: each for each in [*open_now, *recent]}
    mine = [each for each in both.values() if rules.may_see(city, talk.person, each)]
    shown = sorted(mine, key=lambda each: (not each.is_open, -each.id))[:LISTED_MOST]
    asks = any(role.kind in ASKERS for role in talk.person.roles)
    talk.say(
        "extensions",
        count=sum(each.is_open for each in mine),
        total=len(shown),
        lines=[_line(city, each) for each in shown],
        buttons=[
            *extension_waiting.buttons_to(city, shown),
            *([[go("extend", "button-extend")]] if asks else []),
            [go("todo", "button-todo"), go("start", "button-menu")],
        ],
    )


def _line(city: City, each: Extension) -> Msg:
    row = city.indicator(each.indicator_id)
    return msg(
        "extensions-line",
        code=row.indicator.code,
        indicator=row.indicator.name,
        unit=city.unit(row.monitoring_unit_id).short_name,
        period=each.period,
        state=Msg(
            f"extension-state-{each.state}",
            {"until": each.offered_at, "reason": news.reason_shown(each.last.reason)},
        ),
    )


VIEWS = (
    View(
        opening=Opening(
            name="extensions", commands=("extensions",), words=("延期情况",), roles=INSIDE
        ),
        show=show_list,
        reads_only=True,
    ),
    View(
        opening=Opening(name="extension", roles=INSIDE, in_menu=False), show=show, reads_only=True
    ),
    View(opening=Opening(name="extend-agree", roles=OFFICE, in_menu=False), show=agree),
    View(opening=Opening(name="extend-accept", roles=ASKERS, in_menu=False), show=accept),
    View(opening=Opening(name="extend-refuse", roles=ASKERS, in_menu=False), show=refuse),
    View(opening=Opening(name="extend-withdraw", roles=ASKERS, in_menu=False), show=withdraw),
)
