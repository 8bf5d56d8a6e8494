"""The calendar of a dispute, and a column filed and released as people do it."""

from datetime import datetime

from harness import House, Someone

from handlers.operations.clock.queue_due import queue_due
from handlers.texts import CITY_ZONE

PASTE = "公共财政预算收入\n金港 48.2\n杨舍 55\n锦丰 27.1\n塘桥 17.5"


class Days:
    """The calendar of a dispute: `await days.come("10-11 09:30")` lets the clock do what is due."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def come(self, moment: str, *, year: int = 2013) -> None:
        """Let it be that moment in the city, with everything done that fell due."""
        self.house.now = datetime.strptime(f"{year}-{moment}", "%Y-%m-%d %H:%M").replace(
            tzinfo=CITY_ZONE
        )
        services = self.house.services
        await queue_due(
            self.house.engine,
            now=self.house.now,
            shelf=services.shelf,
            boards=services.boards,
            texts=self.house.texts,
        )
        await self.house.posts()


async def files(reporter: Someone, reviewer: Someone, text: str = PASTE) -> None:
    """Let a column be filed and released."""
    await reporter.says(text)
    await reporter.taps("file")
    await reviewer.says("审核")
    await reviewer.taps("release")
