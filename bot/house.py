"""The house behind the bot: the turn, the clock's question, and how it introduces itself."""

from telegram import Update
from telegram.ext import ExtBot

from bot.app import House
from handlers import commands
from handlers.contents import build_router
from handlers.context import Services
from handlers.operations.clock.queue_due import queue_due
from handlers.texts import Texts
from handlers.turn import turn
from storage.people import Person


def the_house(texts: Texts) -> House:
    """Return everything the city does, ready to be run by `bot.app.running`."""
    router = build_router()

    async def take_turn(update: Update, services: Services) -> None:
        await turn(update, services, router)

    async def what_is_due(services: Services, was_down: bool) -> None:  # noqa: FBT001 - the ticker's one question
        await queue_due(
            services.engine,
            now=services.now(),
            shelf=services.shelf,
            boards=services.boards,
            texts=services.texts,
            was_down=was_down,
        )

    async def introduce(bot: ExtBot[None], services: Services) -> None:
        await commands.show_defaults(bot, services.texts)

    async def show_commands(bot: ExtBot[None], chat_id: int, who: Person) -> None:
        await commands.show_commands(bot, texts, chat_id, who)

    return House(
        turn=take_turn,
        queue_due=what_is_due,
        introduce=introduce,
        show_commands=show_commands,
    )
