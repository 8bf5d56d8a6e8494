"""Compose what was ordered by a recipe, from the city as it stands, outside any transaction."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.books import Book
from handlers.city import City
from handlers.operations.months.bulletin import public_ranking
from handlers.operations.months.compose_books import ranking_book
from handlers.operations.months.compose_month import monthly_book
from handlers.operations.results.unit_card import unit_book
from handlers.recipes import Recipe
from scoring.model import Period


async def compose(
    conn: AsyncConnection, city: City, boards: BoardShelf, recipe: Recipe, *, now: datetime
) -> Book:
    """Return the book a recipe asks for; raise KeyError where its unit or scheme is gone."""
    row, period = city.scheme_by_id[recipe.scheme_id], Period.parse(recipe.period)
    match recipe.dish:
        case "unit":
            unit = city.unit_by_code[recipe.unit]
            return await unit_book(conn, city, boards, row, unit, period, now=now)
        case "monthly":
            return await monthly_book(conn, city, boards, row, period, now=now)
        case "ranking" | "public":
            found = await ranking_book(
                conn,
                city,
                boards,
                row,
                period,
                category=recipe.category,
                own=frozenset(recipe.own),
                now=now,
            )
            return public_ranking(found) if recipe.dish == "public" else found
