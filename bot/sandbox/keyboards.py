"""Keyboards: what Telegram accepts under a message and under the input field."""

from dataclasses import dataclass

from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import Wire, bad_request

DATA_BYTES_MAX = 64
BUTTONS_MAX = 100  # undocumented; what every client library assumes
ROW_BUTTONS_MAX = 8
COPY_TEXT_MAX = 256
PLACEHOLDER_MAX = 64

_ACTIONS = (
    "callback_data", "url", "copy_text", "web_app", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "login_url", "pay",
    "callback_game",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Markup:
    """A checked reply_markup: an inline keyboard, something under the input field, or neither."""

    inline: Wire | None = None
    under_input: Wire | None = None
    given: bool = False


def markup(given: Parameters) -> Markup:
    """Return the reply_markup of a call, checked as Telegram checks it."""
    wire = given.mapping("reply_markup")
    if not wire:
        return Markup()
    if "inline_keyboard" in wire:
        return Markup(inline=_inline(wire), given=True)
    if "keyboard" in wire:
        return Markup(under_input=_reply(wire), given=True)
    if wire.get("remove_keyboard") or wire.get("force_reply"):
        if len(str(wire.get("input_field_placeholder", ""))) > PLACEHOLDER_MAX:
            raise bad_request("reply markup input field placeholder is too long")
        return Markup(under_input=wire, given=True)
    return Markup(given=True)


def _rows(listed: object) -> list[list[Wire]]:
    if not isinstance(listed, list):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    rows: list[list[Wire]] = []
    for row in listed:
        if not isinstance(row, list):
            raise bad_request("can't parse keyboard button: expected an Array of buttons")
        cells = [{"text": cell} if isinstance(cell, str) else cell for cell in row]
        if not all(isinstance(cell, dict) for cell in cells):
            raise bad_request("can't parse keyboard button: expected an Object")
        if cells:
            rows.append(cells)
    if sum(map(len, rows)) > BUTTONS_MAX or any(len(row) > ROW_BUTTONS_MAX for row in rows):
        raise bad_request("reply markup is too long")
    return rows


def _inline(wire: Wire) -> Wire:
    return {
        "inline_keyboard": [
            [_inline_button(cell) for cell in row] for row in _rows(wire["inline_keyboard"])
        ]
    }


def _inline_button(cell: Wire) -> Wire:
    button = {key: value for key, value in cell.items() if value is not None}
    if not isinstance(button.get("text"), str):
        raise bad_request(
            'can\'t parse inline keyboard button: field "text" must be of type String'
        )
    if not button["text"].strip():
        raise bad_request("inline keyboard button text is empty")
    action = next((name for name in _ACTIONS if name in button), None)
    if action is None:
        raise bad_request("text buttons are unallowed in the inline keyboard")
    value = button[action]
    if action == "callback_data" and not 1 <= len(str(value).encode()) <= DATA_BYTES_MAX:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url" and ("." not in str(value) and "://" not in str(value)):
        raise bad_request("BUTTON_URL_INVALID")
    if action == "copy_text" and not 1 <= len(str(value.get("text", ""))) <= COPY_TEXT_MAX:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return button


def _reply(wire: Wire) -> Wire:
    rows = _rows(wire["keyboard"])
    if not rows:
        raise bad_request("reply keyboard must be non-empty")
    if len(str(wire.get("input_field_placeholder", ""))) > PLACEHOLDER_MAX:
        raise bad_request("reply markup input field placeholder is too long")
    for row in rows:
        for cell in row:
            if not str(cell.get("text", "")).strip():
                raise bad_request("keyboard button text must be non-empty")
    return {**wire, "keyboard": rows}
