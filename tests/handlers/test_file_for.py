"""Filing on behalf (代报): marked with who and why, told to the unit, released by a second."""

import pytest
import sqlalchemy as sa
from rough_hands import bugs, count, presses
from test_file_readings import PASTE

from handlers.operations.figures import behalf
from handlers.operations.record.discipline import discipline
from scoring.model import Period
from storage import deputies, people
from storage.schema import filing, objection, on_behalf, review

SEPTEMBER = Period(2013, 9)


async def files_for(office, why="phone"):
    await office.says("代报 财政局")
    await office.taps(f"ready:{why}" if why in ("phone", "paper", "silent") else why)
    looked = await office.says(PASTE)
    return looked, await office.taps("file")


async def test_the_office_files_for_a_silent_unit_and_everybody_hears_at_once(house, cast):
    assert "替哪个单位填报" in await cast.office.says("代报")
    assert "为什么替 财政局 代报" in await cast.office.taps("unit:JJ04")
    assert "财政局" in await cast.office.says("单位来电，经办人出差")
    looked = await cast.office.says(PASTE)
    assert "代报 财政局（单位来电，经办人出差）" in looked
    assert "已提交审核" in await cast.office.taps("file")
    told = cast.reporter.sees()
    assert "市绩效办代报了《公共财政预算收入》" in told
    assert "由 何敏 代报：单位来电，经办人出差" in told
    assert {"✍️ 自行报送", "✋ 有异议"} <= set(told.labels)
    assert "自行报送替换" in cast.reviewer.sees()
    assert "待审核（代报）：财政局" in cast.second_office.sees()
    assert cast.other_reporter.sees() == []


async def test_it_is_marked_wherever_it_is_seen(house, cast):
    await files_for(cast.office)
    mark = "代报：何敏（市绩效办），单位来电报数"
    assert mark in await cast.second_office.says("审核")
    await cast.second_office.taps("release")
    assert mark in cast.contact.sees()
    assert mark in await cast.contact.says("版本 K02 2013-09")
    assert mark in await cast.contact.says("为什么 K02 2013-09")
    await presses(cast.contact, "m:lang:en")
    assert "On behalf (代报): 何敏" in await cast.contact.says("/history K02 2013-09")


@pytest.mark.parametrize("part", ["second_office", "reviewer"])
async def test_a_second_person_releases_it(house, cast, part):
    await files_for(cast.office)
    someone = getattr(cast, part)
    await someone.says("审核")
    assert "已通过 1 项" in await someone.taps("release")
    assert "已审核通过 1 项" in cast.office.sees()


async def test_whoever_filed_it_never_releases_it(house, cast):
    await files_for(cast.office)
    assert "没有待审核" in await cast.office.says("审核")
    assert "是您自己填报的" in await presses(cast.office, "m:release:1")
    assert await count(house, review) == 0


async def test_the_office_does_not_release_what_a_unit_filed_itself(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    assert "没有待审核" in await cast.office.says("审核")
    assert "不由您审核" in await presses(cast.office, "m:release:1")
    assert await count(house, review) == 0


async def test_what_the_unit_has_filed_is_not_filed_for_it(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    await cast.office.says("代报 财政局")
    await cast.office.taps("ready:phone")
    assert "单位已自行报送" in await cast.office.says(PASTE)
    assert await count(house, on_behalf) == 0


async def test_the_unit_replaces_it_and_its_figures_are_its_own(house, cast):
    await files_for(cast.office)
    await cast.reporter.taps("✍️ 自行报送")
    await cast.reporter.says(PASTE)
    assert "已提交审核" in await cast.reporter.taps("file")
    assert "财政局 已自行报送《公共财政预算收入》" in cast.office.sees()
    shown = await cast.reviewer.says("审核")
    assert "林晓燕" in shown
    assert "代报" not in shown.text
    async with house.engine.begin() as conn:
        states = list(await conn.scalars(sa.select(filing.c.state).order_by(filing.c.id)))
    assert states == ["replaced", "filed"]


async def test_the_unit_objects_and_the_second_person_reads_it(house, cast):
    await files_for(cast.office)
    await cast.reporter.taps("✋ 有异议")
    assert "异议已记录" in await cast.reporter.taps("ready:figure")
    assert "财政局对代报有异议" in cast.office.sees()
    assert "单位异议：林晓燕：数值与本单位掌握的不符" in await cast.second_office.says("审核")
    assert await count(house, objection) == 1


async def test_a_deputy_who_objects_is_named_with_whom_they_stood_in_for(house, cast):
    async with house.deed_of(cast.reporter) as (conn, _, who):
        stand_in = await people.by_user(conn, cast.committee.user_id, at=house.now)
        await deputies.add(conn, who.id, stand_in.id, from_at=house.now, until_at=None)
    await files_for(cast.office)
    await cast.committee.taps("✋ 有异议")
    await cast.committee.taps("ready:figure")
    assert "单位异议：钱伟（代林晓燕）：数值" in await cast.second_office.says("审核")


async def test_after_it_was_replaced_or_locked_there_is_nothing_to_object_to(house, cast):
    await files_for(cast.office)
    told = cast.reviewer.panel
    await cast.reporter.taps("✍️ 自行报送")
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    assert "已被替换或退回" in await cast.reviewer.taps("✋ 有异议", on=told)
    assert await count(house, objection) == 0


@pytest.mark.parametrize("part", ["other_reporter", "contact", "leader", "auditor", "office"])
async def test_only_the_units_own_people_object(house, cast, part):
    await files_for(cast.office)
    await presses(getattr(cast, part), "m:object-behalf:1")
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        with pytest.raises(Exception, match="behalf-gone"):
            await behalf.object_to(conn, city, who, 1, said="不对", now=house.now)
    assert await count(house, objection) == 0


@pytest.mark.parametrize("part", ["reporter", "reviewer", "contact", "leader", "auditor"])
async def test_nobody_but_the_office_files_for_others(house, cast, part):
    assert "不办理" in await getattr(cast, part).says("代报 财政局")
    assert await count(house, filing) == 0


async def test_the_units_own_record_still_says_not_reported(house, cast):
    await files_for(cast.office)
    house.passes(days=7)
    async with house.deed_of(cast.office) as (conn, city, _):
        lines = await discipline(conn, city, SEPTEMBER, now=house.now)
    state = {line.indicator_code: line.state for line in lines}
    assert state["K02"] == "missing"
    await cast.reporter.taps("✍️ 自行报送")
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    async with house.deed_of(cast.office) as (conn, city, _):
        lines = await discipline(conn, city, SEPTEMBER, now=house.now)
    assert {line.indicator_code: line.state for line in lines}["K02"] == "late"


async def test_pressing_twice_files_once(house, cast):
    await cast.office.says("代报 财政局")
    await cast.office.taps("ready:phone")
    await cast.office.says(PASTE)
    panel = cast.office.panel
    await cast.office.taps("file")
    await cast.office.taps("file", on=panel)
    assert await count(house, filing) == 1
    assert await count(house, on_behalf) == 1


@pytest.mark.parametrize("arg", ["乌有局", "T01", "9" * 30, "1.2013-99", "999"])
async def test_a_unit_with_nothing_to_file_is_asked_again(house, cast, arg):
    await cast.office.says(f"代报 {arg}")
    assert await count(house, filing) == 0
    assert await bugs(house) == []


async def test_what_is_sent_back_returns_to_the_office(house, cast):
    await files_for(cast.office)
    await cast.second_office.says("审核")
    await cast.second_office.taps("return")
    await cast.second_office.says("与来电记录不符")
    assert "与来电记录不符" in cast.office.sees()
    assert "为什么替 财政局 代报" in await cast.office.taps("✏️ 修改后重报")
    assert "请核对" in await cast.office.taps("ready:phone")
    assert "已提交审核" in await cast.office.taps("file")


async def test_the_last_look_of_a_deputy_of_the_filer_is_no_second_look(house, cast):
    await cast.office.says("/deputy")
    await cast.office.says("何敏")
    await cast.office.says("袁晨曦")
    await cast.office.taps("7 天")
    await files_for(cast.office)
    pressed = await presses(cast.observer, "m:release:1")
    assert "是您自己填报的" in pressed
    assert await count(house, review) == 0
