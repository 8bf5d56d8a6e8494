"""Unit administrators: their own unit's people and nobody else's; the office sees and can undo."""

import re

import pytest
from harness import Someone
from rough_hands import bugs, count, presses
from test_file_readings import PASTE

from handlers.operations.people import hand_over, invite, leave, staff
from handlers.operations.people.invitation_register import invitation_register
from scoring.refusals import NotAllowed
from storage import deputies, people
from storage.schema import filing, person, role, staff_change

FINANCE, STATISTICS = 5, 6


@pytest.fixture
async def administrator(house, cast):
    """宋岚, administrator of 财政局."""
    async with house.engine.begin() as conn:
        row = await people.add(conn, name="宋岚", user_id=301)
        await people.grant(conn, row, "administrator", at=house.now, unit_id=FINANCE)
    return Someone(house, 301, "宋岚")


async def test_the_menu_leads_to_the_own_people_and_says_who_is_reachable(cast, administrator):
    await cast.reviewer.blocks()
    assert "财政局 单位管理员" in await administrator.says("/start")
    shown = await administrator.taps("people")
    assert "财政局：3 人" in shown
    assert "周建平 　📭 失联" in shown.text.replace("  ", " ") or "📭 失联" in shown
    assert "沈洁" not in shown.text


async def test_a_newcomer_is_invited_into_the_own_unit_only(house, cast, administrator):
    await administrator.says("/invite")
    asked = await administrator.says("王小明")
    assert "市领导" not in asked.labels
    assert "财政局 审核人" in await administrator.taps("审核人")
    token = re.search(r"start=(\S+)", (await administrator.taps("send")).text)[1]
    assert "财政局 审核人" in await cast.stranger.says(f"/start {token}")


async def test_roles_within_the_unit_are_given_and_taken(house, cast, administrator):
    page = await presses(administrator, "m:person:1")
    assert "➕ 财政局 审核人" in page.labels
    assert "✅ 已增加角色" in await administrator.taps("➕ 财政局 审核人")
    assert "财政局 审核人" in await cast.reporter.says("/start")
    assert "✅ 已取消角色" in await administrator.taps("➖ 财政局 审核人")
    assert "财政局 审核人" not in (await cast.reporter.says("/start")).text
    assert "给 林晓燕 增加 财政局 审核人（财政局管理员）" in await cast.office.says("人员变动")


async def test_the_office_undoes_what_an_administrator_did(house, cast, administrator):
    await presses(administrator, "m:role-give:1.reviewer.JJ04")
    await cast.office.says("人员变动")
    panel = cast.office.panel
    assert "已还原：林晓燕" in await cast.office.taps("staff")
    assert "财政局 审核人" not in (await cast.reporter.says("/start")).text
    assert "还原了一项人员变动" in administrator.sees()
    assert "已经还原过" in await cast.office.taps("staff", on=panel)


async def test_letting_go_is_undone_with_account_and_roles(house, cast, administrator):
    await administrator.says("/revoke")
    await administrator.says("林晓燕")
    await administrator.taps("go")
    assert "不再为您办理" in await cast.reporter.says("待办")
    assert "已离任：林晓燕" in cast.office.sees()
    await cast.office.says("人员变动")
    await cast.office.taps("staff")
    assert "财政局 联络员（填报）" in await cast.reporter.says("/start")


async def test_a_handover_is_undone_with_what_was_not_finished(house, cast):
    await cast.reporter.says(PASTE)
    await cast.office.says("/handover")
    await cast.office.says("林晓燕")
    await cast.office.says("沈洁")
    await cast.office.taps("go")
    await cast.second_office.says("人员变动")
    await cast.second_office.taps("staff")
    assert "财政局" not in (await cast.other_reporter.says("/start")).text
    await cast.reporter.says("待办")
    assert "请核对 2013年9月" in await cast.reporter.taps("resume")
    assert "已提交审核" in await cast.reporter.taps("file")


async def test_an_administrator_hands_over_within_the_unit(house, cast, administrator):
    await cast.reporter.says(PASTE)
    await presses(administrator, "m:handover:1")
    assert "林晓燕 → 周建平" in await administrator.says("周建平")
    await administrator.taps("go")
    assert "财政局 联络员（填报）" in await cast.reviewer.says("/start")
    assert "财政局：没有另一位审核人" in cast.office.sees()


async def test_nobody_makes_himself_reviewer_of_his_own_figures(house, cast, administrator):
    async with house.engine.begin() as conn:
        await people.grant(conn, 13, "reporter", at=house.now, unit_id=FINANCE)
    before = await count(house, role)
    pressed = await presses(administrator, "m:role-give:13.reviewer.JJ04")
    assert "不能改变自己的角色" in pressed
    await presses(administrator, "m:handover:2")
    assert "不能改变自己的角色" in await administrator.says("宋岚")
    assert await count(house, role) == before
    await administrator.says("/cancel")
    await administrator.says(PASTE)
    await administrator.taps("file")
    assert await count(house, filing) == 1
    assert "不办理" in await administrator.says("审核")


@pytest.mark.parametrize("who", [3, 4, 6, 8, 10, 12, 13])
async def test_other_units_office_and_city_roles_are_out_of_reach(house, cast, administrator, who):
    before = await count(house, role)
    async with house.deed_of(administrator) as (conn, city, by):
        with pytest.raises(NotAllowed):
            await leave.let_go(conn, city, who, by=by, now=house.now)
        with pytest.raises(NotAllowed):
            await staff.give(conn, city, who, "reviewer", FINANCE, by=by, now=house.now)
        with pytest.raises(NotAllowed):
            await staff.give(conn, city, 1, "reviewer", STATISTICS, by=by, now=house.now)
        with pytest.raises(NotAllowed):
            await staff.give(conn, city, 1, "administrator", FINANCE, by=by, now=house.now)
        with pytest.raises(NotAllowed):
            await invite.invite_again(conn, who, by=by, now=house.now)
        with pytest.raises(NotAllowed):
            await invite.invite(conn, name="某", role="office", by=by, now=house.now)
        if who != 13:
            with pytest.raises(NotAllowed):
                await hand_over.hand_over(conn, city, 1, who, by=by, now=house.now)
    assert await count(house, role) == before
    assert await count(house, staff_change) == 0


@pytest.mark.parametrize("part", ["reporter", "contact", "leader", "auditor", "observer"])
async def test_nobody_else_manages_people(house, cast, part):
    before = await count(house, person), await count(house, role)
    for data in ("m:person:1", "m:role-give:1.reviewer.JJ04", "m:role-take:1.1", "m:staff:1"):
        assert (await presses(getattr(cast, part), data)).toast
    assert (await count(house, person), await count(house, role)) == before
    assert await bugs(house) == []


@pytest.mark.parametrize(
    "data",
    ["role-give:1.king.JJ04", "role-give:x", "role-give:1.reviewer.XX", "role-take:1.9999",
     "role-take:", "staff:999", "staff:x", "person:99", "taken-back:9", "gaps:x"],
)  # fmt: skip
async def test_forged_buttons_change_nothing(house, cast, data):
    before = await count(house, role, role.c.revoked_at.is_(None))
    await presses(cast.office, f"m:{data}")
    assert await count(house, role, role.c.revoked_at.is_(None)) == before
    assert await bugs(house) == []


async def test_a_request_that_names_the_unit_reaches_its_administrator(house, cast, administrator):
    await presses(cast.stranger, "m:ask-access:")
    assert "申请加入：路人" in cast.office.sees()
    assert administrator.sees() == []
    assert "已转告" in await cast.stranger.says("财政局 综合科")
    assert "财政局 综合科" in administrator.sees()
    assert "路人 的角色是" in await administrator.taps("📨 邀请")
    assert "请等待" in await cast.stranger.says("财政局")


async def test_a_request_of_another_unit_is_not_an_administrators_to_decline(
    house, cast, administrator
):
    await cast.stranger.says("申请加入 统计局")
    assert administrator.sees() == []
    assert "不办理这一项" in await presses(administrator, "m:access-decline:1")
    assert "统计局" in await presses(cast.office, "m:access:")


async def test_the_last_of_the_office_does_not_leave_it_empty(house, cast):
    await cast.second_office.says("/handover")
    await cast.second_office.taps("mine")
    await cast.second_office.says("何敏")
    await cast.second_office.taps("go")
    await cast.office.says("/revoke")
    await cast.office.says("何敏")
    assert "最后一位成员" in await cast.office.taps("go")


async def test_every_invitation_is_in_the_register(house, cast):
    await cast.office.says("/invite")
    await cast.office.says("王小明")
    await cast.office.taps("市领导")
    await cast.office.taps("send")
    shown = await cast.office.says("邀请名册")
    assert "邀请名册：1 份" in shown
    assert shown[0].artwork_id is not None
    assert "不办理" in await cast.auditor.says("邀请名册")


async def test_the_register_says_for_whom_a_deputy_invited(house, cast):
    async with house.deed_of(cast.office) as (conn, _, who):
        stand_in = await people.by_user(conn, cast.committee.user_id, at=house.now)
        await deputies.add(conn, who.id, stand_in.id, from_at=house.now, until_at=None)
    await cast.committee.says("/invite")
    await cast.committee.says("王小明")
    await cast.committee.taps("市领导")
    await cast.committee.taps("send")
    async with house.deed_of(cast.office) as (conn, city, _):
        (line,) = (await invitation_register(conn, city, now=house.now)).lines
    assert (line.invited_by, line.invited_for) == ("钱伟", "何敏")
