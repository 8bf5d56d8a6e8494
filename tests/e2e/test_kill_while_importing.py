"""The shipped bot, killed while workbooks are read: every figure counts once, nobody is lost."""

import random
from collections import Counter
from decimal import Decimal

import pytest

from bot.demo.september import september
from tests.e2e.chatting import Chatting
from tests.e2e.demo_house import REPORTING, demo_house
from tests.e2e.filled_blanks import attached, filled

UNITS_MAX = 10


def cells_of(house, code):
    """Return what a column of September says, by (indicator, unit), for the blank."""
    return {
        (code, cell.unit): (
            Decimal(cell.right or cell.value),
            Decimal(cell.base) if cell.base else None,
        )
        for cell in september()[code]
        if cell.value
    }


def taken(house):
    return house.process.ask("SELECT count(*) FROM processed_update")[0][0]


async def downloaded(house, user_ids):
    """Let everybody ask for the workbook; return each as it arrived over HTTP."""
    await house.process.start()
    for user_id in user_ids:
        house.world.say(user_id, "填报表")
    await house.process.at_rest(house.world)
    await house.process.kill()
    return {user_id: attached(house.world, user_id) for user_id in user_ids}


async def run_and_kill(house, moments, dice):
    """Start the bot again and again; each time it is killed some milliseconds into its reading."""
    for moment in moments:
        await house.process.start()
        await house.process.until(lambda m=moment: taken(house) >= m)
        await house.process.pause(dice.uniform(0, 0.3))
        await house.process.kill()
    await house.process.start()
    await house.process.at_rest(house.world)


def check(house, columns):
    """Each column is on file once, with the figures of the workbook, filed by workbook."""
    filed = house.process.ask(
        "SELECT indicator.code, unit.code, reading.value, filing.way FROM reading "
        "JOIN filing ON filing.id = reading.filing_id "
        "JOIN unit ON unit.id = reading.unit_id "
        "JOIN indicator ON indicator.id = filing.indicator_id "
        "WHERE filing.filed_by IS NOT NULL"
    )
    on_file = Counter((code, unit, Decimal(value)) for code, unit, value, _ in filed)
    meant = Counter(
        (code, unit, value) for cells in columns for (code, unit), (value, _) in cells.items()
    )
    assert on_file == meant
    assert {way for *_, way in filed} == {"workbook"}
    assert house.process.ask("SELECT count(*) FROM dead_update") == [(0,)]
    acts = house.process.ask("SELECT count(*) FROM journal WHERE act = 'column-filed'")
    assert acts == [(len(columns),)]


@pytest.mark.slow
async def test_workbooks_in_the_middle_of_being_read_are_killed(reporting_file, tmp_path):
    async with demo_house(reporting_file, tmp_path, at=REPORTING) as house:
        dice = random.Random(7)
        reporters = house.reporters(units_max=UNITS_MAX)[:6]
        blanks = await downloaded(house, [user_id for user_id, _ in reporters])
        columns = []
        before = taken(house)
        for user_id, code in reporters:
            cells = cells_of(house, code)
            columns.append(cells)
            content = filled(blanks[user_id], cells, reason="已核对")
            house.world.send_document(user_id, content, filename=f"{code}.xlsx")
        await run_and_kill(house, [before, before + 1, before + 3], dice)
        for user_id, _ in reporters:
            chat = Chatting(house.world, user_id)
            house.world.tap(user_id, *chat.button("file:"))
        await house.process.at_rest(house.world)
        check(house, columns)
