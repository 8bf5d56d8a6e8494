"""The report of an inspection: previewed, released once, each reader given the own part alone."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
import sqlalchemy as sa
from docx import Document
from matter_days import does
from python_calamine import CalamineWorkbook
from rough_hands import bugs, presses

from bot.reports import inspection_letter, inspection_sheets
from handlers.books import from_json, to_json
from handlers.operations.matters import decide_finding, inspect_units, inspection_book
from handlers.operations.matters.inspect_units import Found, Plan
from handlers.texts import Texts
from scoring.refusals import NotFound, Refusal
from storage import ledger_items, people
from storage.inspections import Decision
from storage.ledger_items import Item
from storage.schema import artwork

TEXTS = Texts.load()


@pytest.fixture
async def decided(house, cast, days):
    """Let 林晓燕 inspect 金港 and 杨舍: one finding each upheld, one more at 金港 dropped."""
    item = Item(
        year=2013,
        code="X07",
        name="专项监察发现问题",
        kind="deduction",
        scope="both",
        points=Decimal(2),
        per="项",
        cap=Decimal(9),
        evidence="监察报告",
        levels=(("轻微", Decimal(1)),),
    )
    async with house.deed_of(cast.office) as (conn, city, who):
        await ledger_items.add(conn, item, verifying_unit_id=city.unit_by_code["PMO"].id)
        inspector = await people.by_user(conn, cast.reporter.user_id, at=house.now)
        towns = [city.unit_by_code[each].id for each in ("T01", "T02")]
        plan = Plan("扬尘整治", towns, [inspector.id], house.now + timedelta(days=20))
        await inspect_units.open_inspection(conn, city, who, plan, now=house.now)
    for unit, words in (("T01", "=工地裸土未覆盖"), ("T02", "渣土车未冲洗"), ("T01", "围挡破损")):
        async with house.deed_of(cast.reporter) as (conn, city, who):
            found = Found(city.unit_by_code[unit].id, "works", "serious", words, "X07", "轻微", 2)
            await inspect_units.file_finding(conn, city, who, 1, found, now=house.now)
    await house.posts()
    await does(cast.contact, 1, "answer", "当晚已覆盖")
    await does(cast.other_contact, 2, "answer", "已加装冲洗台")
    await does(cast.contact, 3, "answer", "已更换")
    for number in (1, 2):
        async with house.deed_of(cast.second_office) as (conn, city, who):
            facts = Decision("X07", "轻微", number)
            await decide_finding.decide(
                conn, city, who, number, "change", decided=facts, now=house.now
            )
    await does(cast.second_office, 3, "drop", "检查时正在更换")
    await house.posts()
    for part in ("leader", "committee", "contact", "other_contact", "office", "reporter"):
        getattr(cast, part).sees()


async def book_for(house, someone):
    async with house.deed_of(someone) as (conn, city, who):
        return await inspection_book.for_reader(conn, city, who, 1, now=house.now)


async def release(cast):
    await cast.office.says("专项监察")
    await cast.office.taps("inspection:1")
    await cast.office.taps("report-inspection:1")
    return await cast.office.taps("report-inspection:1.yes")


async def test_each_reader_is_sent_the_own_part_with_a_letter(house, cast, decided):
    await release(cast)
    whole = cast.committee.sees()
    assert "扬尘整治（认定 2 项）" in whole
    assert "裸土" in whole
    assert "渣土车" in whole
    own = cast.contact.sees()
    assert "认定 1 项" in own
    assert "裸土" in own
    assert "渣土车" not in own
    assert "围挡" not in own
    other = cast.other_contact.sees()
    assert "渣土车" in other
    assert "裸土" not in other
    for heard in (whole, own, other):
        assert any(each.artwork_id for each in heard)
    async with house.engine.begin() as conn:
        made = [from_json(row.book) for row in await conn.execute(sa.select(artwork))]
    mine = next(each for each in made if each.part == "unit" and "金港" in each.to)
    assert [line.unit_code for line in mine.lines] == ["T01"]
    assert mine.inspectors == ""
    assert "林晓燕" not in to_json(mine)
    assert "渣土车" not in to_json(mine)


async def test_a_leader_of_one_unit_reads_that_units_part(house, cast, decided):
    async with house.deed_of(cast.leader) as (conn, city, who):
        for role in who.roles:
            await people.revoke(conn, role.id, at=house.now)
        unit = city.unit_by_code["T02"].id
        await people.grant(conn, who.id, "leader", at=house.now, unit_id=unit)
    await release(cast)
    heard = cast.leader.sees()
    assert "渣土车" in heard
    assert "裸土" not in heard
    assert "instruct" in heard.actions
    shown = await presses(cast.leader, "m:inspection-report:1")
    assert "渣土车" in shown
    assert "instruct" in shown.actions
    await cast.leader.taps("instruct")
    asked = await cast.leader.says("请跟踪")
    assert "🏢 杨舍" in asked.labels  # the only one of its units in this leader's charge
    await presses(cast.leader, "m:matter:1")
    assert "裸土" not in cast.leader.sees()


@pytest.mark.parametrize("part", ["leader", "contact", "other_contact"])
async def test_before_it_is_released_nobody_else_reads_it(house, cast, decided, part):
    with pytest.raises(NotFound):
        await book_for(house, getattr(cast, part))
    assert "扬尘" not in await getattr(cast, part).says("专项监察")
    await release(cast)
    assert (await book_for(house, getattr(cast, part))).lines


@pytest.mark.parametrize("part", ["observer", "other_reporter", "reviewer"])
async def test_nobody_without_a_part_reads_it_afterwards_either(house, cast, decided, part):
    await release(cast)
    with pytest.raises(NotFound):
        await book_for(house, getattr(cast, part))
    for form in ("docx", "xlsx", "png", ""):
        answer = await presses(getattr(cast, part), f"m:inspection-file:1.{form}")
        assert not any(each.artwork_id for each in answer)
    assert await bugs(house) == []


async def test_it_is_released_once_and_found_again_in_the_list(house, cast, decided):
    await release(cast)
    old = cast.committee.sees()
    assert old
    with pytest.raises(Refusal):
        async with house.deed_of(cast.office) as (conn, _, who):
            await inspect_units.close_inspection(conn, who, 1, now=house.now)
    assert "扬尘整治" in (await cast.contact.says("专项监察")).labels
    again = await cast.contact.taps("扬尘整治")
    assert "裸土" in again
    handed = await cast.contact.taps("inspection-file:1.xlsx")
    assert any(each.artwork_id for each in handed)


async def test_the_letter_holds_what_was_decided_and_what_the_unit_said(house, cast, decided):
    book = await book_for(house, cast.office)
    letter = Document(BytesIO(inspection_letter.write(book, "zh", TEXTS)))
    said = "\n".join(each.text for each in letter.paragraphs)
    assert "关于扬尘整治专项监察情况的报告" in said
    assert "预览稿，未发布" in said
    assert "共记录问题 3 项" in said
    assert "认定 2 项，不予认定 1 项" in said
    assert "3.00 分" in said
    rows = [[cell.text for cell in row.cells] for row in letter.tables[0].rows]
    assert rows[1][3:6] == ["=工地裸土未覆盖", "当晚已覆盖", "X07 专项监察发现问题（轻微） × 1"]
    assert "待签收" in rows[1][7]
    assert [cell.text for cell in letter.tables[1].rows[1].cells][:2] == ["金港", "1"]
    assert inspection_letter.write(book, "zh", TEXTS) == inspection_letter.write(book, "zh", TEXTS)


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_the_workbook_has_numbers_and_no_formula(house, cast, decided, lang):
    book = await book_for(house, cast.office)
    made = CalamineWorkbook.from_filelike(BytesIO(inspection_sheets.write(book, lang, TEXTS)))
    rows = made.get_sheet_by_index(0).to_python()
    assert rows[3][3] == "=工地裸土未覆盖"
    assert [row[6] for row in rows[3:5]] == [-1, -2]
    units = made.get_sheet_by_index(1).to_python()
    assert units[3][:2] == ["金港", 1]
    assert len(made.sheet_names) == 3


async def test_a_units_letter_is_the_units_alone_in_english_too(house, cast, decided):
    await release(cast)
    book = await book_for(house, cast.contact)
    letter = Document(BytesIO(inspection_letter.write(book, "en", TEXTS)))
    said = "\n".join(each.text for each in letter.paragraphs)
    assert "To 张家港保税区（金港镇）:" in said
    assert "at your unit" in said
    assert len(letter.tables) == 1
    whole = said + "\n".join(c.text for row in letter.tables[0].rows for c in row.cells)
    assert "渣土车" not in whole
    assert "林晓燕" not in whole
