"""People: found, let go at once and for good, stood in for until a day."""

import pytest
from rough_hands import bugs, count, presses
from test_file_readings import PASTE

from handlers.operations.people import deputise, leave
from scoring.refusals import NotAllowed, Refusal
from storage import people
from storage.schema import draft, filing


async def _let_go(cast, name):
    await cast.office.says("/revoke")
    await cast.office.says(name)
    return await cast.office.taps("go")


async def test_people_are_counted_and_found_by_a_part_of_their_name(cast):
    assert "人员：12 人，已加入 12" in await cast.office.says("人员")
    shown = await cast.office.says("人员 顾")
    assert "“顾”：1 人" in shown
    assert "已加入" in await cast.office.taps(shown.labels[0])


async def test_whoever_is_let_go_is_a_stranger_from_that_moment_on(house, cast):
    await cast.other_contact.says("排名")
    old = cast.other_contact.panel
    assert "已撤销 吴芳" in await _let_go(cast, "吴芳")
    assert "您的角色已于" in await cast.other_contact.says("排名")
    pressed = await cast.other_contact.taps("🏠 主菜单", on=old)
    assert "这里不再为您办理业务" in pressed.toast
    assert pressed == []


async def test_what_they_had_begun_is_closed_and_its_buttons_do_nothing(house, cast):
    await cast.reporter.says(PASTE)
    panel = cast.reporter.panel
    await _let_go(cast, "林晓燕")
    assert "不再为您办理" in await cast.reporter.taps("file", on=panel)
    assert await count(house, draft, draft.c.status == "open", draft.c.user_id == 101) == 0
    assert await count(house, filing) == 0


async def test_messages_still_waiting_for_them_are_stopped(house, cast):
    house.passes(hours=12)
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    assert "停止待发消息 1 条" in await _let_go(cast, "周建平")
    house.passes(hours=14)
    await house.posts()
    assert cast.reviewer.sees() == []


async def test_a_name_that_is_not_exactly_one_is_asked_again(house, cast):
    await cast.office.says("/revoke")
    assert "找到 0 人" in await cast.office.says("乌有")
    async with house.engine.begin() as conn:
        await people.add(conn, name="林小燕", lang="zh")
    assert "找到 2 人" in await cast.office.says("林")
    assert "撤销 林晓燕" in await cast.office.says("林晓燕")


async def test_a_deputy_acts_for_somebody_until_the_day_ends(house, cast):
    await cast.reporter.says("/deputy")
    await cast.reporter.says("沈洁")
    assert "沈洁 代理 林晓燕，至 10月15日（周二）23:59" in await cast.reporter.taps("7 天")
    assert "财政局 联络员（填报），代理" in await cast.other_reporter.says("/start")
    await cast.other_reporter.says(PASTE)
    assert "已提交审核" in await cast.other_reporter.taps("file")
    house.passes(days=8)
    assert "由其他单位监测" in await cast.other_reporter.says(PASTE)


async def test_the_office_names_a_deputy_for_anybody(cast):
    await cast.office.says("/deputy")
    await cast.office.says("顾明")
    await cast.office.says("吴芳")
    assert "吴芳 代理 顾明" in await cast.office.taps("30 天")
    assert "金港 被考核单位联络员，代理" in await cast.other_contact.says("/start")


async def test_nobody_stands_in_for_themselves(house, cast):
    await cast.reporter.says("/deputy")
    await cast.reporter.says("林晓燕")
    assert "不能委托自己代理" in await cast.reporter.taps("7 天")
    assert await bugs(house) == []


@pytest.mark.parametrize("days", ["0", "8", "-7", "9" * 30, "x", ""])
async def test_a_forged_length_of_standing_in_is_refused(house, cast, days):
    await cast.reporter.says("/deputy")
    await cast.reporter.says("沈洁")
    head = cast.reporter.panel.key("days").data.rpartition(":")[0]
    assert "此按钮已失效" in await presses(cast.reporter, f"{head}:{days}")
    assert await bugs(house) == []


@pytest.mark.parametrize("part", ["reporter", "contact", "leader", "auditor"])
async def test_nobody_but_the_office_lets_people_go_or_names_deputies_for_others(house, cast, part):
    assert "您的角色不办理这一项" in await getattr(cast, part).says("/revoke")
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        other = await people.by_user(conn, cast.office.user_id, at=house.now)
        with pytest.raises(NotAllowed):
            await leave.let_go(conn, city, other.id, by=who, now=house.now)
        with pytest.raises(NotAllowed):
            await deputise.name_deputy(
                conn,
                city,
                other.id,
                who.id,
                from_at=house.now,
                until_at=None,
                by=who,
                now=house.now,
            )


async def test_standing_in_that_is_over_before_it_begins_is_refused(house, cast):
    async with house.deed_of(cast.reporter) as (conn, city, who):
        with pytest.raises(Refusal, match="deputy-over"):
            await deputise.name_deputy(
                conn, city, who.id, 3, from_at=house.now, until_at=house.now, by=who, now=house.now
            )


async def test_whoever_blocks_the_bot_is_shown_as_lost_until_they_come_back(cast):
    await cast.leader.blocks()
    assert "失联 1 人" in await cast.office.says("人员")
    await cast.leader.unblocks()
    assert "没有失联人员" in await cast.office.says("人员")
