"""The stage: a Telegram on this machine, the real bot connected to it over HTTP, and a clock."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from time import monotonic
from typing import Protocol

import sqlalchemy as sa

from bot.app import Running, running
from bot.demo.seed import CHANNEL_ID, CHANNEL_TITLE, START, Actor, cast, seed
from bot.house import the_house
from bot.sandbox.clock import SandboxClock
from bot.sandbox.director import Director
from bot.sandbox.messages import Message
from bot.sandbox.refusals import Wire
from bot.sandbox.server import Server, serve
from bot.sandbox.world import World
from bot.settings import Settings
from handlers.texts import CITY_ZONE, Texts
from storage.engine import open_engine
from storage.schema import filing, indicator, outbox
from storage.upgrade import upgrade

TOKEN = "8000000000:demo-" + "x" * 30
BOT_USERNAME = "jixiao_demo_bot"
SETTLE_SECONDS = 300.0
NEWEST = 12
HURRIED = 1000
RATES = (
    "overall_per_second",
    "broadcast_per_second",
    "chat_per_second",
    "group_per_minute",
)


class PlayError(AssertionError):
    """An act did not have its effect."""


@dataclass
class Stage:
    """Everything the play needs: people act through the world, effects are read from chats."""

    world: World
    bot: Running
    actors: Sequence[Actor]
    heard: Callable[[str, str], None] = field(default=lambda _who, _what: None)
    after: Callable[[], None] = field(default=lambda: None)

    def actor(self, key: str) -> Actor:
        """Return the person of this key; the first whose key begins so."""
        found = next((each for each in self.actors if each.key == key), None)
        found = found or next((each for each in self.actors if each.key.startswith(key)), None)
        if found is None:
            raise PlayError(f"nobody is called {key!r}")
        return found

    async def says(self, key: str, text: str) -> None:
        """Let a person write to the bot, and wait until the bot has answered."""
        actor = self.actor(key)
        self.heard(actor.name, text)
        self.world.say(actor.user_id, text)
        await self.settle()

    async def taps(self, key: str, data: str, *, contains: str = "", label: str = "") -> None:
        """Let a person tap the newest button whose data begins with *data* or has it as action.

        *contains* narrows it to messages with these words, *label* to buttons with these.
        """
        actor = self.actor(key)
        message, button = self._button(actor, data, contains, label)
        self.heard(actor.name, f"[{button['text']}]")
        self.world.tap(actor.user_id, message.message_id, button["callback_data"])
        await self.settle()

    def has_button(self, key: str, data: str) -> bool:
        """Return whether such a button is to be seen in the person's newest messages."""
        try:
            self._button(self.actor(key), data)
        except PlayError:
            return False
        return True

    def newest_has(self, key: str, data: str) -> bool:
        """Return whether the newest message itself carries such a button."""
        newest = self.world.chat(self.actor(key).user_id).messages[-1]
        return any(_holds(button, data) for row in newest.buttons for button in row)

    def _button(
        self, actor: Actor, data: str, contains: str = "", label: str = ""
    ) -> tuple[Message, Wire]:
        for message in reversed(self.world.chat(actor.user_id).messages):
            if contains and contains not in message.text:
                continue
            for row in message.buttons:
                for button in row:
                    if label in button["text"] and _holds(button, data):
                        return message, button
        raise PlayError(f"{actor.name} sees no button {data!r}")

    def sees(self, key: str, words: str) -> Message:
        """Return the newest message of the bot that has these words; raise PlayError if none."""
        actor = self.actor(key)
        for message in reversed(self.world.chat(actor.user_id).messages):
            if words in message.text:
                return message
        raise PlayError(f"{actor.name} was not told {words!r}")

    def sees_picture(self, key: str) -> None:
        """Make sure the newest messages brought a picture; raise PlayError if not."""
        actor = self.actor(key)
        newest = self.world.chat(actor.user_id).messages[-NEWEST:]
        if not any(message.from_bot and message.media_kind == "photo" for message in newest):
            raise PlayError(f"{actor.name} was sent no picture")

    def sees_in_channel(self) -> None:
        """Make sure the bulletin appeared in the channel; raise PlayError if not."""
        if not any(message.from_bot for message in self.world.chat(CHANNEL_ID).messages):
            raise PlayError("nothing was published in the channel")

    def with_button(self, kind: str, data: str) -> list[str]:
        """Return the keys of everybody of a kind who has been given such a button."""
        return [
            actor.key
            for actor in self.actors
            if actor.key.startswith(kind) and self.has_button(actor.key, data)
        ]

    async def sends_photo(self, key: str, content: bytes, caption: str = "") -> None:
        """Let a person send a photo, and wait until the bot has answered."""
        actor = self.actor(key)
        self.heard(actor.name, f"🖼 {caption}")
        self.world.send_photo(actor.user_id, content, caption=caption)
        await self.settle()

    async def filed_codes(self) -> set[str]:
        """Return the codes of the indicators of September that have been filed."""
        query = (
            sa.select(indicator.c.code)
            .join(filing, filing.c.indicator_id == indicator.c.id)
            .where(filing.c.period == "2013-09", filing.c.state.in_(("filed", "released")))
        )
        async with self.bot.engine.connect() as conn:
            return set(await conn.scalars(query))

    async def forward_to(self, moment: datetime) -> None:
        """Move the clock, let the bot look at it, and wait until everything owed has been sent."""
        self.world.clock.forward_to(moment)
        await self.bot.ticker.tick_now()
        await self.settle()

    async def settle(self) -> None:
        """Wait until no update, no call and no message that may be sent now is left."""
        end = monotonic() + SETTLE_SECONDS
        while monotonic() < end:
            await self.world.quiet(idle=0.02, timeout=SETTLE_SECONDS)
            if not await self._owed_now():
                self.after()
                return
            self.bot.delivery.wake()
            await asyncio.sleep(0.05)
        raise PlayError("the bot did not come to rest")

    async def _owed_now(self) -> bool:
        ready = sa.and_(outbox.c.state == "pending", outbox.c.not_before <= self.world.clock.now())
        query = sa.select(outbox.c.id).where(sa.or_(outbox.c.state == "sending", ready)).limit(1)
        async with self.bot.engine.connect() as conn:
            return await conn.scalar(query) is not None


def _holds(button: Wire, data: str) -> bool:
    held = str(button.get("callback_data", ""))
    return held.startswith(data) or (
        held.startswith("v1:") and held.split(":", 3)[3].startswith(data)
    )


def demo_settings(base_url: str, base_file_url: str, database: Path, *, hurried: bool) -> Settings:
    """Return the settings of a bot that talks to the sandbox instead of Telegram.

    *hurried* leaves out the pauses that Telegram asks for between messages.
    """
    return Settings.model_validate(
        {
            "telegram": {"token": TOKEN, "base_url": base_url, "base_file_url": base_file_url},
            "database": {"url": f"sqlite+aiosqlite:///{database}"},
            "evidence": {"folder": str(database.parent / "evidence")},
            "sending": dict.fromkeys(RATES, HURRIED) if hurried else {},
        }
    )


class Staged(Director, Protocol):
    """A director that is handed the stage once the bot is up."""

    def take(self, stage: Stage) -> None:
        """Take the stage."""
        ...


@asynccontextmanager
async def staged(
    folder: Path,
    *,
    port: int = 0,
    director: Staged | None = None,
    hurried: bool = False,
) -> AsyncIterator[tuple[Stage, Server]]:
    """Open the stage on the morning of 30 September 2013, the database in *folder*.

    *hurried* plays without the pauses between messages that Telegram asks for.
    """
    database = folder / "demo.db"
    engine = open_engine(f"sqlite+aiosqlite:///{database}")
    await upgrade(engine)
    await seed(engine)
    actors = await cast(engine)
    await engine.dispose()
    world = World(
        SandboxClock(START.astimezone(CITY_ZONE)),
        token=TOKEN,
        bot_username=BOT_USERNAME,
        rate_limits=not hurried,
    )
    for actor in actors:
        world.add_user(actor.user_id, actor.name, language_code=actor.lang, started=True)
    world.add_channel(CHANNEL_ID, CHANNEL_TITLE, members=[each.user_id for each in actors])
    font = files("bot.reports") / "fonts" / "JixiaoSans-Regular.otf"
    server = await serve(world, port=port, director=director, font=Path(str(font)))
    try:
        settings = demo_settings(server.base_url, server.base_file_url, database, hurried=hurried)
        house = the_house(Texts.load())
        async with running(settings, house, now=world.clock.now, upgrades=True) as bot:
            stage = Stage(world, bot, actors)
            await stage.settle()
            if director is not None:
                director.take(stage)
            yield stage, server
    finally:
        await server.close()
