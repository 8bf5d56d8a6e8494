"""Words: Fluent messages by id and language, and nothing that decides which to say.

A message is named by `Msg(id, given)`; its values may be texts, whole numbers, `Decimal`s (shown
digit for digit), dates, moments, periods, further messages, or lists of messages (one a line).
Texts are escaped for Telegram's HTML when they are put in, never in the catalogue.
"""

import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, TypeAlias, cast
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource

from scoring.model import Period

LANGUAGES = ("zh", "en")
BLANK_LINES = re.compile(r"\n{3,}")
PLACEABLE_MAX = 500
"""fluent.runtime takes at most 1,000 characters a placeable; selectors add to a value's own."""
MARK = "\uf8ff"  # private use: no text that people send reaches here with it
CITY_ZONE = ZoneInfo("Asia/Shanghai")

Value: TypeAlias = "str | int | Decimal | date | datetime | Period | Msg | list[Msg]"


@dataclass(frozen=True)
class Msg:
    """One message to be said: its id in the catalogue and the values it asks for."""

    id: str
    given: Mapping[str, Value] = field(default_factory=dict[str, Value])


def msg(message_id: str, /, **given: Value) -> Msg:
    """Return the message *message_id* with its values."""
    return Msg(message_id, given)


class MissingWordsError(LookupError):
    """A message does not exist in a language, or asked for a value it was not given."""


class Texts:
    """The catalogue in every language."""

    def __init__(self, bundles: Mapping[str, FluentBundle], zone: ZoneInfo = CITY_ZONE) -> None:
        self._bundles = bundles
        self._zone = zone

    @classmethod
    def load(cls, zone: ZoneInfo = CITY_ZONE) -> "Texts":
        """Read the catalogues shipped with the package."""
        return cls({lang: _bundle(lang) for lang in LANGUAGES}, zone)

    def html(self, lang: str, message: Msg) -> str:
        """Return the message in Telegram's HTML, its texts escaped.

        Where a part of it is empty, no more than one blank line is left, and none at its ends.

        Raises MissingWordsError where the catalogue and the values do not fit each other.
        """
        return BLANK_LINES.sub("\n\n", self._say(lang, message, escape=True)).strip()

    def plain(self, lang: str, message: Msg) -> str:
        """Return the message for a picture, a button or a cell: nothing escaped.

        Raises MissingWordsError where the catalogue and the values do not fit each other.
        """
        return self._say(lang, message, escape=False)

    def has(self, lang: str, message_id: str) -> bool:
        """Return whether *lang* knows the message."""
        return self._bundles[lang].has_message(message_id)

    def _say(self, lang: str, message: Msg, *, escape: bool) -> str:
        bundle = self._bundles[lang]
        if not bundle.has_message(message.id):
            raise MissingWordsError(f"{lang}: no message {message.id!r}")
        pattern = bundle.get_message(message.id).value
        if pattern is None:
            raise MissingWordsError(f"{lang}: {message.id!r} is empty")
        given: dict[str, str | int] = {}
        long: dict[str, str] = {}
        for name, value in message.given.items():
            shown = self._value(lang, value, escape=escape)
            if isinstance(shown, str) and len(shown) > PLACEABLE_MAX:
                # Fluent refuses a long value; a mark stands in for it and is replaced after.
                mark = f"{MARK}{len(long)}{MARK}"
                long[mark] = shown
                shown = mark
            given[name] = shown
        said, errors = bundle.format_pattern(pattern, given)
        if errors:
            raise MissingWordsError(f"{lang}: {message.id!r}: {errors[0]}")
        whole = str(said)
        for mark, shown in long.items():
            whole = whole.replace(mark, shown)
        return whole

    def _value(self, lang: str, value: Value, *, escape: bool) -> str | int:
        match value:
            case bool() | int():
                return value
            case str():
                clean = value.replace(MARK, "")
                return html.escape(clean, quote=False) if escape else clean
            case Decimal():
                return f"{value:f}"
            case datetime():
                here = value.astimezone(self._zone)
                clock = f"{here.hour:02}:{here.minute:02}"
                day = _day(here.date())
                moment = Msg("moment", {**day.given, "clock": clock})
                return self._say(lang, moment, escape=escape)
            case date():
                return self._say(lang, _day(value), escape=escape)
            case Period():
                named = msg("period", year=str(value.year), month=value.month)
                return self._say(lang, named, escape=escape)
            case Msg():
                return self._say(lang, value, escape=escape)
            case _:
                return "\n".join(self._say(lang, each, escape=escape) for each in value)


def _day(day: date) -> Msg:
    return msg("day", month=day.month, day=day.day, weekday=day.isoweekday())


@cache
def _bundle(lang: str) -> FluentBundle:
    """Return a language's messages, read once a process: reading takes a third of a second."""
    bundle = FluentBundle([{"zh": "zh-CN", "en": "en-GB"}[lang]], use_isolating=False)
    folder = resources.files("handlers") / "locales" / lang
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(entry.read_text(encoding="utf-8")))
    return bundle


def to_json(message: Msg) -> str:
    """Return the message as JSON, so that it can wait in a row and be said later."""
    return json.dumps(_packed(message), ensure_ascii=False, separators=(",", ":"))


def to_object(message: Msg) -> dict[str, Any]:
    """Return the message as a plain object, for a place inside other JSON."""
    return _packed(message)


def from_object(packed: Mapping[str, Any]) -> Msg:
    """Return the message that `to_object` packed; raise TypeError for anything else."""
    value = _unpacked(packed)
    if not isinstance(value, Msg):
        raise TypeError(f"not a message: {packed!r}")
    return value


def from_json(text: str) -> Msg:
    """Return the message that `to_json` packed."""
    value = _unpacked(json.loads(text))
    if not isinstance(value, Msg):
        raise TypeError(f"not a message: {text!r}")
    return value


def _packed(value: Value) -> Any:  # noqa: ANN401 - JSON has no narrower type
    match value:
        case Msg():
            return {"msg": value.id, "given": {k: _packed(v) for k, v in value.given.items()}}
        case list():
            return [_packed(each) for each in value]
        case Decimal():
            return {"decimal": str(value)}
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case Period():
            return {"period": str(value)}
        case _:
            return value


def _unpacked(value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    match value:
        case {"msg": message_id, "given": given}:
            return Msg(message_id, {k: _unpacked(v) for k, v in given.items()})
        case {"decimal": digits}:
            return Decimal(digits)
        case {"moment": iso}:
            return datetime.fromisoformat(iso)
        case {"day": iso}:
            return date.fromisoformat(iso)
        case {"period": text}:
            return Period.parse(text)
        case _:
            if not isinstance(value, list):
                return value
            several = cast("list[Any]", value)
            return [_unpacked(each) for each in several]


def lines(message_id: str, rows: Iterable[Mapping[str, Value]]) -> list[Msg]:
    """Return one message of the same id for each row of values."""
    return [Msg(message_id, row) for row in rows]
