"""The conversation as it happens, on the terminal; every picture and document into a folder."""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from bot.demo.seed import CHANNEL_ID, CHANNEL_TITLE
from bot.demo.stage import Stage
from bot.sandbox.files import media_of
from bot.sandbox.messages import MEDIA_KINDS, Message
from handlers.texts import CITY_ZONE

UNSAFE = re.compile(r"[^\w.-]+")
TEXT_SHOWN = 1200


@dataclass
class Transcript:
    """Prints what people and the bot say; *folder* None keeps no files."""

    stage: Stage
    folder: Path | None
    _seen: dict[int, int] = field(default_factory=dict[int, int])
    _said: dict[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])
    _kept: set[str] = field(default_factory=set[str])

    def heading(self, text: str) -> None:
        """Print an act's title with the time it is."""
        now = self.stage.world.clock.now().astimezone(CITY_ZONE)
        _print(f"\n══ {now:%Y-%m-%d %H:%M} {text}")

    def heard(self, who: str, what: str) -> None:
        """Print what a person said or tapped."""
        _print(f"  {who} ▸ {what}")

    def catch_up(self) -> None:
        """Print every message of the bot since the last time, and keep its file."""
        names = {actor.user_id: actor.name for actor in self.stage.actors}
        names[CHANNEL_ID] = CHANNEL_TITLE
        for chat_id, name in names.items():
            for message in self.stage.world.chat(chat_id).messages:
                self._one(chat_id, name, message)

    def _one(self, chat_id: int, name: str, message: Message) -> None:
        known = (chat_id, message.message_id)
        if not message.from_bot or self._said.get(known) == message.text:
            return
        edited = known in self._said
        self._said[known] = message.text
        mark = "✎" if edited else "◂"
        kept = self._keep(name, message)
        text = message.text[:TEXT_SHOWN].replace("\n", "\n      ")
        _print(f"  {name} {mark} {text}{f' 〔{kept}〕' if kept else ''}")

    def _keep(self, name: str, message: Message) -> str:
        media = media_of(message.wire, MEDIA_KINDS)
        if media is None:
            return ""
        kind, file_id = media
        if self.folder is None:
            return kind
        content = self.stage.world.files.known(file_id, kind).read()
        held = message.wire.get(kind)
        given = held.get("file_name", "") if isinstance(held, dict) else ""
        ending = Path(given).suffix or ".png"
        clock = f"{self.stage.world.clock.now().astimezone(CITY_ZONE):%m%d-%H%M}"
        file = UNSAFE.sub("_", f"{clock}-{name}-{message.message_id}{ending}")
        (self.folder / file).write_bytes(content)
        self._kept.add(file)
        return file

    @property
    def kept(self) -> int:
        """How many files have been saved."""
        return len(self._kept)


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
