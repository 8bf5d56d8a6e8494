"""One message of a chat, kept as the JSON object Telegram would send."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.sandbox.refusals import Wire

MEDIA_KINDS = ("photo", "document", "voice", "audio", "video", "animation")


@dataclass(slots=True)
class Message:
    """A message with what only the server knows about it."""

    wire: Wire
    from_bot: bool
    sender_id: int
    offered: set[str] = field(default_factory=set)
    """Every callback_data this message ever carried: a late finger may still hit an old one."""
    reply_keyboard: Wire | None = None
    """A reply keyboard, its removal or a forced reply sent along; never part of results."""
    silent: bool = False

    @property
    def message_id(self) -> int:
        """The id, increasing within its chat."""
        return self.wire["message_id"]

    @property
    def chat_id(self) -> int:
        """The id of the chat it stands in."""
        return self.wire["chat"]["id"]

    @property
    def text(self) -> str:
        """The text or caption as the person reads it, without markup."""
        return self.wire.get("text") or self.wire.get("caption") or ""

    @property
    def entities(self) -> Sequence[Wire]:
        """The formatting of the text or caption, in UTF-16 units."""
        return self.wire.get("entities") or self.wire.get("caption_entities") or []

    @property
    def sent_at(self) -> datetime:
        """When it was sent (aware, UTC)."""
        return datetime.fromtimestamp(self.wire["date"], UTC)

    @property
    def is_edited(self) -> bool:
        """Tell whether the person sees the mark "edited"."""
        return "edit_date" in self.wire

    @property
    def buttons(self) -> list[list[Wire]]:
        """The rows of inline buttons under the message."""
        return self.wire.get("reply_markup", {}).get("inline_keyboard", [])

    @property
    def labels(self) -> list[str]:
        """The words on all inline buttons, in reading order."""
        return [button["text"] for row in self.buttons for button in row]

    @property
    def media_kind(self) -> str | None:
        """The kind of media it carries, such as "photo", or None for text."""
        return next((kind for kind in MEDIA_KINDS if kind in self.wire), None)

    @property
    def file_id(self) -> str | None:
        """The file id of its (largest) file, if it carries one."""
        kind = self.media_kind
        if kind is None:
            return None
        media = self.wire[kind]
        return (media[-1] if kind == "photo" else media)["file_id"]

    def set_inline(self, keyboard: Wire | None) -> None:
        """Put an inline keyboard under the message, or take it away."""
        if keyboard is None or not keyboard.get("inline_keyboard"):
            self.wire.pop("reply_markup", None)
            return
        self.wire["reply_markup"] = keyboard
        rows = keyboard["inline_keyboard"]
        self.offered |= {
            cell["callback_data"] for row in rows for cell in row if "callback_data" in cell
        }

    def quoted(self) -> Wire:
        """Return it as it stands inside a reply: without what it replied to itself."""
        return {key: value for key, value in self.wire.items() if key != "reply_to_message"}
