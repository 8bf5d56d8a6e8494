"""Telegram's own HTML: the few tags it knows, read as tdlib reads them, refused as it refuses."""

import re
from dataclasses import dataclass, field

from bot.sandbox.refusals import ApiError, Wire, bad_request

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_SPECIAL = re.compile(r"[<&]")
_SPACE = " \t\r\n\0\v"
_LAST_CODE_POINT = 0x10FFFF
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 units, in which Telegram counts entity offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    begin: int


@dataclass(slots=True)
class _Reader:
    """One pass over a text: what was written so far and which tags are still open."""

    source: str
    at: int = 0
    written: list[str] = field(default_factory=list)
    offset: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Wire] = field(default_factory=list)

    def refuse(self, text: str, at: int, then: str = "") -> ApiError:
        """Return a refusal that names *at* as a byte offset."""
        byte = len(self.source[:at].encode("utf-8", "surrogatepass"))
        return bad_request(f"can't parse entities: {text} at byte offset {byte}{then}")

    def write(self, text: str) -> None:
        self.written.append(text)
        self.offset += utf16_length(text)


def parse_html(source: str) -> tuple[str, list[Wire]]:
    """Return the plain text and its entities; raise a 400 that names the byte where it broke."""
    reader = _Reader(source)
    while found := _SPECIAL.search(source, reader.at):
        reader.write(source[reader.at : found.start()])
        reader.at = found.start()
        if found[0] == "&":
            _read_reference(reader)
        elif source.startswith("</", reader.at):
            _read_end_tag(reader)
        else:
            _read_start_tag(reader)
    reader.write(source[reader.at :])
    if reader.open:
        raise bad_request(
            "can't parse entities: Can't find end tag corresponding to start tag "
            f'"{reader.open[-1].tag}"'
        )
    for entity in reader.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return "".join(reader.written), sorted(reader.entities, key=_order)


def _order(entity: Wire) -> tuple[int, int]:
    return entity["offset"], -entity["length"]


def _reference(found: re.Match[str]) -> str:
    hexadecimal, number, name = found.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(number)
    return chr(code) if 0 < code < _LAST_CODE_POINT else found[0]


def _read_reference(reader: _Reader) -> None:
    found = _REFERENCE.match(reader.source, reader.at)
    if found is None:
        reader.write("&")
        reader.at += 1
        return
    reader.write(_reference(found))
    reader.at = found.end()


def _until(source: str, at: int, stops: str) -> int:
    while at < len(source) and source[at] not in stops:
        at += 1
    return at


def _past_space(source: str, at: int) -> int:
    while at < len(source) and source[at] in _SPACE:
        at += 1
    return at


def _read_start_tag(reader: _Reader) -> None:
    source, begin = reader.source, reader.at
    at = _until(source, begin + 1, _SPACE + ">")
    if at >= len(source):
        raise reader.refuse("Unclosed start tag", begin)
    tag = source[begin + 1 : at].lower()
    if tag not in _KINDS:
        raise reader.refuse(f'Unsupported start tag "{tag}"', begin)
    argument = ""
    while True:
        at = _past_space(source, at)
        if at >= len(source):
            raise reader.refuse("Unclosed start tag", begin)
        if source[at] == ">":
            break
        name, value, at = _read_attribute(reader, tag, begin, at)
        argument = _argument(tag, name, value) or argument
    if tag == "span" and argument != "spoiler":
        raise reader.refuse('Tag "span" must have class "tg-spoiler"', begin)
    reader.open.append(_Open(tag, argument, reader.offset, len(reader.written)))
    reader.at = at + 1


def _read_attribute(reader: _Reader, tag: str, begin: int, at: int) -> tuple[str, str, int]:
    source = reader.source
    end = _until(source, at, _SPACE + "=>")
    name = source[at:end]
    if not name:
        raise reader.refuse(f'Empty attribute name in the tag "{tag}"', begin)
    at = _past_space(source, end)
    if at >= len(source):
        raise reader.refuse("Unclosed start tag", begin)
    if source[at] != "=":
        if tag == "blockquote" and name == "expandable":
            return name, "expandable", at
        raise reader.refuse(
            f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin
        )
    at = _past_space(source, at + 1)
    if at >= len(source):
        raise reader.refuse(f'Unclosed start tag "{tag}"', begin)
    if source[at] in "'\"":
        end = _until(source, at + 1, source[at])
        value = _REFERENCE.sub(_reference, source[at + 1 : end])
        return name, value, end + 1
    token = _NAME_TOKEN.match(source, at)
    end = token.end() if token else at
    if end < len(source) and source[end] not in _SPACE + ">":
        raise reader.refuse("Unexpected end of name token", at)
    return name, source[at:end].lower(), end


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class":
            return value.removeprefix("language-") if value.startswith("language-") else ""
        case "span", "class":
            return value.removeprefix("tg-") if value.startswith("tg-") else ""
        case "blockquote", "expandable":
            return "expandable"
        case _:
            return ""


def _read_end_tag(reader: _Reader) -> None:
    source, begin = reader.source, reader.at
    if not reader.open:
        raise reader.refuse("Unexpected end tag", begin)
    at = _until(source, begin + 2, _SPACE + ">")
    tag = source[begin + 2 : at].lower()
    at = _past_space(source, at)
    if at >= len(source) or source[at] != ">":
        raise reader.refuse("Unclosed end tag", begin)
    opened = reader.open.pop()
    if tag and tag != opened.tag:
        raise reader.refuse(
            "Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{tag}>"'
        )
    reader.at = at + 1
    if reader.offset > opened.offset:
        _close(reader, opened)


def _close(reader: _Reader, opened: _Open) -> None:
    entity: Wire = {
        "offset": opened.offset,
        "length": reader.offset - opened.offset,
        "type": _KINDS[opened.tag],
    }
    if opened.tag == "a":
        url = opened.argument or "".join(reader.written[opened.begin :])
        if not _add_link(entity, url):
            return
    if opened.tag == "tg-emoji":
        if not opened.argument.isdecimal():
            raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
        entity["custom_emoji_id"] = opened.argument
    if opened.tag == "blockquote" and opened.argument:
        entity["type"] = "expandable_blockquote"
    last = reader.entities[-1] if reader.entities else {}
    same = (last.get("offset"), last.get("length")) == (entity["offset"], entity["length"])
    if opened.tag == "pre" and same and last["type"] == "code" and last.get("language"):
        last["type"] = "pre"
        return
    if opened.tag == "code" and opened.argument:
        if same and last["type"] == "pre":
            last["language"] = opened.argument
            return
        entity["language"] = opened.argument
    reader.entities.append(entity)


def _add_link(entity: Wire, url: str) -> bool:
    if "." not in url and "://" not in url:
        return False
    entity["url"] = url if "://" in url else f"http://{url}/"
    return True
