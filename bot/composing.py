"""A studio that is given recipes, too: they are composed first, then drawn."""

import asyncio
from typing import Literal

from pydantic import ValidationError

from bot.uploads import Draws
from handlers.books import from_json, to_json
from handlers.context import Services
from handlers.operations.months.compose_recipe import compose
from handlers.recipes import Recipe
from handlers.texts import CITY_ZONE
from storage.engine import reading_only


class Composing:
    """Draws books as they are, and recipes once they have become books.

    Composing reads, takes as long as it takes, and holds no transaction: nobody waits for it but
    whoever is to see the picture.
    """

    def __init__(self, studio: Draws) -> None:
        self._studio = studio
        self._services: Services | None = None

    def compose_for(self, services: Services) -> None:
        """Say whose city and boards recipes are composed from."""
        self._services = services

    async def make(
        self, book_json: str, *, lang: str, form: Literal["png", "xlsx", "docx"]
    ) -> bytes:
        """Return the finished file; raise ValueError for a recipe of what is no longer there."""
        return await self._studio.make(await self._composed(book_json), lang=lang, form=form)

    async def _composed(self, book_json: str) -> str:
        services = self._services
        # A month's workbook is large; only what may be a recipe is read here.
        if services is None or '"kind":"recipe"' not in book_json[-40:]:
            return book_json
        try:
            # The first book of a kind takes longer than the loop may be held.
            recipe = await asyncio.to_thread(from_json, book_json)
        except ValidationError as error:
            raise ValueError(str(error)) from error
        if not isinstance(recipe, Recipe):
            return book_json
        now = services.now()
        async with reading_only(services.engine) as conn:
            city = await services.shelf.take(conn, now.astimezone(CITY_ZONE).date())
            try:
                book = await compose(conn, city, services.boards, recipe, now=now)
            except KeyError as gone:
                raise ValueError(f"nothing to compose: {gone}") from gone
        return await asyncio.to_thread(to_json, book)
