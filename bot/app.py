"""Where everything meets: read this first.

    Telegram ──► polling | webhook ──► intake ──► a turn (handlers) ──► commit
                                                                          │
    Telegram ◄── post ◄── pacer ◄── delivery ◄── the outbox's rows ◄──────┤
                                                                          │
                                      the ticker (every 20 s) ──► what is due

A turn and a tick only write rows; delivery alone talks to people. Nothing here is global: the
pieces are made in `running` and handed to each other.
"""

import asyncio
import logging
import secrets
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ExtBot
from telegram.request import BaseRequest

from bot.account import AnyApplication, make_application, make_bot, until_known
from bot.clock import Now, real_clock
from bot.composing import Composing
from bot.courtesies import Courtesies
from bot.delivery import Delivery
from bot.duty import on_duty, sqlite_file
from bot.evidence_keeper import EvidenceKeeper
from bot.health import HealthDoor
from bot.intake import Intake
from bot.pacing import Pacer, Rates
from bot.polling import Polling
from bot.reading import ReadingRoom
from bot.settings import Settings
from bot.tick import Ticker
from bot.transport import UpdatesBot
from bot.uploads import Draws
from bot.webhook import WebhookDoor
from handlers.boards import BoardShelf
from handlers.city import CityShelf
from handlers.context import Services
from handlers.texts import Texts
from storage import revision
from storage.engine import open_engine
from storage.people import Person
from storage.upgrade import upgrade

log = logging.getLogger(__name__)

STOP_SECONDS = 10.0


@dataclass(frozen=True, kw_only=True)
class House:
    """What the city does: with an update, by the clock, and to introduce itself.

    *introduce* runs once at the start; *show_commands* gives a chat its person's menu.
    """

    turn: Callable[[Update, Services], Awaitable[None]]
    queue_due: Callable[[Services, bool], Awaitable[None]]
    introduce: Callable[[ExtBot[None], Services], Awaitable[None]]
    show_commands: Callable[[ExtBot[None], int, Person], Awaitable[None]]


class OldSchemaError(Exception):
    """The database has another shape than this version needs: `jixiao db upgrade` changes it."""


@dataclass(frozen=True, kw_only=True)
class Running:
    """The bot while it runs; *tasks* are what goes on for ever."""

    settings: Settings
    engine: AsyncEngine
    bot: UpdatesBot
    house: House
    services: Services
    courtesies: Courtesies
    delivery: Delivery
    intake: Intake
    ticker: Ticker
    tasks: list[asyncio.Task[None]]

    async def until_stopped(self) -> None:
        """Return never; raise StoppedByTelegramError, or whatever else ended a part of it."""
        done, _ = await asyncio.wait(self.tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()


@asynccontextmanager
async def running(
    settings: Settings,
    house: House,
    *,
    now: Now | None = None,
    request: Callable[[], BaseRequest] | None = None,
    studio: Draws | None = None,
    upgrades: bool = False,
) -> AsyncIterator[Running]:
    """Run the bot while the context lasts; leaving it ends what is in flight and confirms it.

    *request* makes the transport, for a Telegram in this process. *upgrades*: bring an old
    database up to date instead of refusing it.

    Raises OldSchemaError, NoTokenError, and InvalidToken where Telegram rejects the token.
    """
    async with AsyncExitStack() as stack:
        bot = make_bot(settings, request)
        engine = open_database(settings)
        stack.push_async_callback(engine.dispose)
        await stack.enter_async_context(on_duty(engine))
        await _bring_up_to_date(engine, upgrades=upgrades)
        application = make_application(bot)
        await until_known(application)
        stack.push_async_callback(application.shutdown)
        clock = now or real_clock(settings.clock.shift_seconds)
        room = ReadingRoom(bot)
        stack.push_async_callback(room.close)
        studio = studio or _studio(stack)
        bot_at_work = _assemble(settings, engine, bot, house, clock, studio, room)
        await _start(stack, application, bot_at_work)
        yield bot_at_work


def open_database(settings: Settings) -> AsyncEngine:
    """Return an engine on the configured database; a file's folder is made if need be."""
    if (file := sqlite_file(settings.database.url)) is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    return open_engine(settings.database.url)


async def check_schema(engine: AsyncEngine) -> None:
    """Raise OldSchemaError(found, needed) unless the database has the shape we need."""
    if not await revision.is_current(engine):
        raise OldSchemaError(await revision.current(engine), revision.newest())


async def _bring_up_to_date(engine: AsyncEngine, *, upgrades: bool) -> None:
    if upgrades:
        await upgrade(engine)
    else:
        await check_schema(engine)


def _studio(stack: AsyncExitStack) -> Draws:
    # What draws is heavy and lives in a process of its own; whoever brings a studio needs none.
    from bot.reports.studio import Studio  # noqa: PLC0415

    studio = Studio()
    stack.push_async_callback(studio.close)
    return studio


def _assemble(
    settings: Settings,
    engine: AsyncEngine,
    bot: UpdatesBot,
    house: House,
    now: Now,
    studio: Draws,
    room: ReadingRoom,
) -> Running:
    texts = Texts.load()
    owner = f"{socket.gethostname()}:{secrets.token_hex(4)}"
    composing = Composing(studio)
    delivery = _delivery(settings, engine, bot, texts, composing, now, owner)
    courtesies = Courtesies(bot, house.show_commands)
    services = Services(
        engine=engine,
        now=now,
        texts=texts,
        owner=owner,
        bot_username=bot.username,
        deliver=delivery.hand_over,
        answer=courtesies.answer,
        show_commands=courtesies.show_commands,
        wake=delivery.wake,
        shelf=CityShelf(),
        boards=BoardShelf(),
        files=room,
    )
    composing.compose_for(services)
    intake = Intake(
        engine=engine,
        bot=bot,
        take_effect=lambda update: house.turn(update, services),
        caught_up=delivery.caught_up,
        wake=delivery.wake,
        now=now,
        side_by_side=settings.telegram.side_by_side,
    )
    return Running(
        settings=settings,
        engine=engine,
        bot=bot,
        house=house,
        services=services,
        courtesies=courtesies,
        delivery=delivery,
        intake=intake,
        ticker=Ticker(lambda was_down: house.queue_due(services, was_down), wake=delivery.wake),
        tasks=[],
    )


def _delivery(
    settings: Settings,
    engine: AsyncEngine,
    bot: UpdatesBot,
    texts: Texts,
    studio: Draws,
    now: Now,
    owner: str,
) -> Delivery:
    return Delivery(
        engine=engine,
        bot=bot,
        texts=texts,
        pacer=Pacer(Rates(**settings.sending.model_dump())),
        studio=studio,
        now=now,
        owner=owner,
        evidence_folder=settings.evidence.folder,
        in_flight=settings.sending.in_flight,
    )


async def _start(stack: AsyncExitStack, application: AnyApplication, bot: Running) -> None:
    """Start the pieces; each is stopped in the opposite order."""
    await bot.delivery.recover()
    stack.push_async_callback(bot.courtesies.drain, STOP_SECONDS)
    keeper = EvidenceKeeper(bot.engine, bot.bot, bot.settings.evidence.folder, bot.services.now)
    _keep_going(stack, bot, keeper.run())
    _keep_going(stack, bot, bot.delivery.run())
    stack.push_async_callback(bot.delivery.drain, STOP_SECONDS)
    await _introduce(bot)
    if bot.settings.telegram.mode == "webhook":
        await _listen(stack, bot)
    else:
        await _poll(stack, bot)
    await application.start()
    stack.push_async_callback(application.stop)
    if application.job_queue is not None:
        bot.ticker.start(application.job_queue)
    if bot.settings.health.port is not None:
        health = HealthDoor(bot.engine, bot.services.now, bot.settings.health)
        await health.open()
        stack.push_async_callback(health.close)


async def _listen(stack: AsyncExitStack, bot: Running) -> None:
    door = WebhookDoor(bot.intake, bot.settings.telegram.webhook)
    stack.push_async_callback(bot.intake.drain, STOP_SECONDS)
    stack.push_async_callback(door.close)
    await door.open(bot.bot, side_by_side=bot.settings.telegram.side_by_side)


async def _poll(stack: AsyncExitStack, bot: Running) -> None:
    try:
        await bot.bot.delete_webhook()
    except TelegramError as error:
        # If there is one indeed, polling itself will say so and stop.
        log.warning("an earlier webhook was not removed: %s", error.message)
    polling = Polling(bot.bot, bot.intake)
    stack.push_async_callback(polling.confirm)
    stack.push_async_callback(bot.intake.drain, STOP_SECONDS)
    _keep_going(stack, bot, polling.run())


def _keep_going(stack: AsyncExitStack, bot: Running, work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.create_task(work)
    bot.tasks.append(task)

    async def end() -> None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    stack.push_async_callback(end)


async def _introduce(bot: Running) -> None:
    try:
        await bot.house.introduce(bot.bot, bot.services)
    except TelegramError as error:
        log.warning("the list of commands was not set: %s", error.message)
