"""The calendar of a matter, and the usual steps as people take them."""

from datetime import datetime

from harness import Answer, House, Someone

from handlers.operations.clock.queue_due import queue_due
from handlers.texts import CITY_ZONE
from storage import matters
from storage.matters import Matter


class Days:
    """`await days.come("10-11 09:30")` lets it be that moment, with everything done that is due."""

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


async def issues(
    office: Someone, *, unit: str = "金港", kind: str = "sanitation", words: str = "河道有垃圾"
) -> Answer:
    """Let the office issue a rectification by hand, to be finished in the second month."""
    await office.says("下达整改")
    await office.says(unit)
    await office.taps(f"category:{kind}")
    await office.says(words)
    await office.taps("on")
    term = next(key for row in office.panel.keys for key in row if key.action == "term")
    await office.taps(term.label)
    return await office.taps("issue")


async def does(
    someone: Someone, number: int, deed: str, words: str = "已办", *, photo: bool = False
) -> Answer:
    """Let somebody open a matter, tap a deed, say something about it and submit."""
    await someone.says("待办")
    await someone.taps(f"matter:{number}")
    await someone.taps(f"answer-matter:{number}.{deed}")
    await someone.says(words)
    if photo:
        await someone.sends_photo(f"after-{number}-{someone.chat.last_id}")
    return await someone.taps("submit")


async def signs(contact: Someone, number: int = 1) -> Answer:
    """Let the unit sign for a matter from its to-do list."""
    await contact.says("待办")
    await contact.taps(f"matter:{number}")
    return await contact.taps(f"matter-tap:{number}.sign")


async def asks_to_close(contact: Someone, number: int = 1) -> Answer:
    """Let the unit sign, send a plan, and ask to close with a photo."""
    await signs(contact, number)
    await does(contact, number, "plan", "原因清楚，10月底清完")
    return await does(contact, number, "ask", "已清完", photo=True)


async def the(house: House, number: int = 1) -> Matter:
    """Return a matter as it stands."""
    async with house.engine.begin() as conn:
        found = await matters.one(conn, number)
        assert found is not None
        return found


async def files(reporter: Someone, reviewer: Someone) -> None:
    """Let the towns' revenue of September be filed and released."""
    await reporter.says("公共财政预算收入\n金港 48.2\n杨舍 55\n锦丰 27.1\n塘桥 17.5")
    await reporter.taps("file")
    await reviewer.says("审核")
    await reviewer.taps("release")
