"""The ledger's clock, its items, and what people do with entries."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa
from harness import House

from handlers.operations.clock.queue_due import queue_due
from handlers.operations.ledger.ledger_terms import due_by
from handlers.operations.ledger.propose_points import Fact, propose
from handlers.texts import CITY_ZONE
from storage import ledger, ledger_items, people, units
from storage.ledger import Source
from storage.ledger_items import Item
from storage.schema import journal, person

D = Decimal
BONUS = Item(
    2013, "B02", "获国家部委或省委、省政府表彰", "bonus", "town", D(5), "项", D(15), "表彰文件",
    second_class_half=True,
)  # fmt: skip
INVESTMENT = Item(
    2013, "B04", "引进投资10亿元以上内资产业项目并开工", "bonus", "town", D(4), "个", D(12),
    "立项、开工证明",
)  # fmt: skip
LATE_FIX = Item(2013, "X09", "整改事项逾期未完成", "deduction", "both", D(2), "项", D(10), "系统")
UNREST = Item(2013, "X03", "非正常集体上访", "deduction", "town", D(3), "批次", D(15), "信访记录")
VETO = Item(2013, "V03", "安全生产（重大事故）", "veto", "both", D(0), "", None, "事故批复")
VERIFIERS = {"B02": "PMO", "B04": "JJ04", "X09": "PMO", "X03": "JJ04", "V03": "JJ04"}


async def lay_down_items(house: House) -> None:
    """Let the city have its items; B04, X03 and V03 are verified by the finance bureau."""
    async with house.engine.begin() as conn:
        ids = {row.code: row.id for row in await units.all_units(conn)}
        for item in (BONUS, INVESTMENT, LATE_FIX, UNREST, VETO):
            await ledger_items.add(conn, item, verifying_unit_id=ids[VERIFIERS[item.code]])


class LedgerDays:
    """Time in October 2013, with the clock looking at what is due."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def come(self, moment: str) -> None:
        """Let it be "10-09 09:00" of 2013 (or a full date), and the clock look twice."""
        text = moment if moment.count("-") > 1 else f"2013-{moment}"
        naive = datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007 - the zone follows
        self.house.now = naive.replace(tzinfo=CITY_ZONE)
        for _ in range(2):
            await queue_due(
                self.house.engine,
                now=self.house.now,
                shelf=self.house.services.shelf,
                boards=self.house.services.boards,
                texts=self.house.texts,
            )
        await self.house.posts()


async def state(house: House, number: int = 1) -> str:
    """Return how an entry stands."""
    async with house.engine.begin() as conn:
        found = await ledger.one(conn, number)
    assert found is not None
    return found.state


async def acts(house: House) -> list[str]:
    """Return what the journal says of the ledger, in order."""
    async with house.engine.begin() as conn:
        query = sa.select(journal.c.act).where(journal.c.act.startswith("ledger-"))
        return list(await conn.scalars(query.order_by(journal.c.id)))


async def proposed(
    house: House,
    *,
    unit: str = "T01",
    item: str = "X09",
    by: str | None = None,
    source: Source | None = None,
    **facts: object,
) -> int | None:
    """Let points be proposed past every conversation, by the rules or by a person of a name."""
    fact = replace(Fact("督办单3号的整改逾期未完成"), **facts)  # type: ignore[arg-type]
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.astimezone(CITY_ZONE).date())
        who = None
        if by is not None:
            row = (await conn.execute(sa.select(person.c.id).where(person.c.name == by))).one()
            who = await people.by_id(conn, row.id, at=house.now)
        number = await propose(
            conn,
            city,
            unit=city.unit_by_code[unit],
            item_code=item,
            fact=fact,
            source=source,
            by=who,
            now=house.now,
        )
    await house.posts()
    return number


async def enters(house: House, **given: object) -> int:
    """Let an entry be proposed by the office, checked, and recognised by somebody else."""
    if given["item"] == "V03":
        given["valid_until"] = date(2014, 1, 1)
    number = await proposed(house, by="何敏", **given)  # type: ignore[arg-type]
    assert number is not None
    async with house.engine.begin() as conn:
        for kind, target in (("check", "checked"), ("recognise", "notice")):
            found = await ledger.one(conn, number)
            assert found is not None
            city = await house.services.shelf.take(conn, house.now.astimezone(CITY_ZONE).date())
            due_at = due_by(city, city.unit(found.unit_id), 2013, target, house.now)
            await ledger.step(
                conn, found, kind, target, by=None, said=None, due_at=due_at, now=house.now
            )
    return number


async def in_force_since(house: House, days: "LedgerDays", moment: str) -> None:
    """Let every notice run out by a moment."""
    await days.come(moment)
    async with house.engine.begin() as conn:
        assert {each.state for each in await ledger.of_year(conn, 2013)} == {"in_force"}
