"""A text as Telegram keeps it: parsed, trimmed, measured, with what it finds by itself marked."""

import re
from collections.abc import Sequence

from bot.sandbox.markup import parse_html, utf16_length
from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import Wire, bad_request

TEXT_LENGTH_MAX = 4096  # code points after parsing
CAPTION_LENGTH_MAX = 1024
RAW_BYTES_MAX = 32768  # of the text with its markup

_FOUND = re.compile(
    r"(?P<url>\b(?:https?://|tg://)[^\s<>\"'，。；：！？（）【】《》、]+"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|cn|me|io|dev|gov)(?:/[^\s<>，。；：！？（）]*)?)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w@])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
    r"|(?<![\w#])(?P<hashtag>#(?=\w*[^\W\d])\w{1,256})"
)
_WORTH_A_LOOK = re.compile(r"[/@#]|\.[a-z]")
_TRIMMED = " \t\n\r\v\f\0"


def formatted(
    given: Parameters, name: str, *, entities_name: str, parse_mode: str | None = None
) -> tuple[str, list[Wire]]:
    """Return the text parameter *name* as plain text and entities, ready to be stored.

    Raises a 400 for markup Telegram cannot read and for more raw bytes than it takes.
    """
    raw = given.text(name)
    if len(raw.encode("utf-8", "surrogatepass")) > RAW_BYTES_MAX:
        raise bad_request("text is too long")
    mode = (parse_mode if parse_mode is not None else given.text("parse_mode")).lower()
    if mode == "html":
        text, marked = parse_html(raw)
    elif mode in ("", "none"):
        text, marked = raw, _given_entities(given.array(entities_name), raw)
    else:
        raise bad_request("unsupported parse_mode")
    text, marked = _trimmed(text, marked)
    return text, sorted(marked + _found(text, marked), key=lambda e: (e["offset"], -e["length"]))


def _given_entities(listed: Sequence[object] | None, text: str) -> list[Wire]:
    length = utf16_length(text)
    kept: list[Wire] = []
    for entity in listed or ():
        if not isinstance(entity, dict) or "type" not in entity:
            raise bad_request("can't parse MessageEntity: expected an Object")
        begin, size = int(entity.get("offset", 0)), int(entity.get("length", 0))
        if size > 0 and begin >= 0 and begin + size <= length:
            kept.append({str(key): value for key, value in entity.items() if value is not None})
    return kept


def _trimmed(text: str, marked: list[Wire]) -> tuple[str, list[Wire]]:
    kept = text.strip(_TRIMMED)
    if kept == text:
        return text, marked
    cut = len(text) - len(text.lstrip(_TRIMMED))
    length = utf16_length(kept)
    moved: list[Wire] = []
    for entity in marked:
        begin = max(entity["offset"] - cut, 0)
        end = min(entity["offset"] + entity["length"] - cut, length)
        if end > begin:
            moved.append({**entity, "offset": begin, "length": end - begin})
    return kept, moved


def _found(text: str, marked: Sequence[Wire]) -> list[Wire]:
    """Yield what Telegram marks by itself, outside links and code."""
    if not _WORTH_A_LOOK.search(text):
        return []
    taken = [
        (e["offset"], e["offset"] + e["length"])
        for e in marked
        if e["type"] in ("code", "pre", "text_link", "text_mention")
    ]
    found: list[Wire] = []
    for match in _FOUND.finditer(text):
        begin = utf16_length(text[: match.start()])
        length = utf16_length(match[0])
        if not any(begin < end and start < begin + length for start, end in taken):
            found.append({"offset": begin, "length": length, "type": str(match.lastgroup)})
    return found


def check_length(text: str, *, is_caption: bool = False) -> None:
    """Refuse a text that is empty or too long for its place."""
    if is_caption:
        if len(text) > CAPTION_LENGTH_MAX:
            raise bad_request("message caption is too long")
    elif not text:
        raise bad_request("message text is empty")
    elif len(text) > TEXT_LENGTH_MAX:
        raise bad_request("message is too long")
