"""Buttons, and the bytes behind them: at most 64, and never anything worth trusting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.texts import Msg, Value, msg, to_object

BASE = 36
DATA_MAX = 64  # bytes, https://core.telegram.org/bots/api#inlinekeyboardbutton
DIGITS_MAX = 18  # what a row's number can have at most; the database refuses more than 2⁶³ − 1


@dataclass(frozen=True)
class Button:
    """A button: a step of the conversation (*action*), a menu entry (*route*), or a link."""

    label: Msg
    action: str = ""
    route: str = ""
    arg: str = ""
    url: str = ""
    copy: str = ""


Keyboard = Sequence[Sequence[Button]]


def step(action: str, label: str, arg: str = "", /, **given: Value) -> Button:
    """Return a button that goes on in this conversation."""
    return Button(msg(label, **given), action=action, arg=arg)


def go(route: str, label: str, arg: str = "", /, **given: Value) -> Button:
    """Return a button that opens a view or an errand, authorised afresh when it is tapped."""
    return Button(msg(label, **given), route=route, arg=arg)


def link(url: str, label: str, /, **given: Value) -> Button:
    """Return a button that opens an address."""
    return Button(msg(label, **given), url=url)


@dataclass(frozen=True)
class Standing:
    """The conversation a turn belongs to: which draft, and the revision its buttons will carry."""

    draft_id: int
    rev: int
    panel_message_id: int | None


def is_number(arg: str) -> bool:
    """Whether what came with a button or a command can be the number of a row."""
    return arg.isascii() and arg.isdecimal() and len(arg) <= DIGITS_MAX


def packed(
    buttons: Keyboard, standing: Standing | None = None
) -> list[list[dict[str, Any]]] | None:
    """Return a keyboard as it waits in a row; raise ValueError for a button that cannot be."""
    rows = [[_packed(button, standing) for button in row] for row in buttons if row]
    return rows or None


def pairs(buttons: Iterable[Button], width: int = 2) -> list[list[Button]]:
    """Lay buttons out in rows of *width*."""
    row = list(buttons)
    return [row[at : at + width] for at in range(0, len(row), width)]


def _packed(button: Button, standing: Standing | None) -> dict[str, Any]:
    label = to_object(button.label)
    if button.url:
        return {"label": label, "url": button.url}
    if button.copy:
        return {"label": label, "copy": button.copy}
    if button.route:
        return {"label": label, "data": menu_data(button.route, button.arg)}
    if standing is None:
        raise ValueError(f"a step's button outside a conversation: {button.action}")
    data = draft_data(standing.draft_id, standing.rev, button.action, button.arg)
    return {"label": label, "data": data}


def draft_data(draft_id: int, rev: int, action: str, arg: str) -> str:
    """Return the bytes behind a conversation's button; raise ValueError beyond Telegram's 64."""
    return _checked(f"v1:{_base36(draft_id)}:{_base36(rev)}:{action}:{arg}")


def menu_data(route: str, arg: str) -> str:
    """Return the bytes behind a menu's button; raise ValueError beyond Telegram's 64."""
    return _checked(f"m:{route}:{arg}")


def _checked(data: str) -> str:
    if len(data.encode()) > DATA_MAX:
        raise ValueError(f"a button holds 64 bytes: {data!r}")
    return data


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, BASE)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if not number:
            return digits
