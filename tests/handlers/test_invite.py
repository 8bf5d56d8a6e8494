"""An invitation binds an account to a person, once, for a week."""

import re

import pytest
from harness import Someone
from rough_hands import bugs, count, presses

from handlers.operations.people import invite
from scoring.refusals import NotAllowed, Refusal
from storage.schema import invitation, person


@pytest.fixture
def invited(house, cast):
    """Let the office invite 王小明 as 金港's contact; return the word of the link."""

    async def send(name="王小明"):
        await cast.office.says("/invite")
        await cast.office.says(name)
        await cast.office.taps("被考核单位联络员")
        await cast.office.taps("金港")
        shown = await cast.office.taps("send")
        return re.search(r"start=(\S+)", shown.text)[1]

    return send


async def test_a_link_opened_by_a_stranger_makes_them_a_member(house, cast, invited):
    token = await invited()
    shown = await cast.stranger.says(f"/start {token}")
    assert "欢迎，王小明" in shown
    assert "金港 被考核单位联络员" in shown
    assert house.commands_shown[cast.stranger.user_id] == {"contact"}
    assert "张家港保税区（金港镇）" in await cast.stranger.says("本单位")


async def test_a_link_works_once(house, cast, invited):
    token = await invited()
    await cast.stranger.says(f"/start {token}")
    second = Someone(house, 201, "另一人")
    assert "已被使用过" in await second.says(f"/start {token}")
    assert "须凭邀请加入" in await second.says("本单位")


async def test_a_link_ends_after_a_week(house, cast, invited):
    token = await invited()
    house.passes(days=7, minutes=1)
    assert "已过期" in await cast.stranger.says(f"/start {token}")


async def test_a_new_link_takes_the_old_one_back(house, cast, invited):
    token = await invited()
    await presses(cast.office, "m:invite-again:13")
    assert "已被撤回" in await cast.stranger.says(f"/start {token}")


@pytest.mark.parametrize("token", ["x", "9" * 200, "' OR 1=1", "\x00", "é", "<b>"])
async def test_a_guessed_link_opens_nothing(house, cast, token):
    assert "没有这个邀请" in await cast.stranger.says(f"/start {token}")
    assert await bugs(house) == []


async def test_a_member_who_opens_a_link_does_not_use_it_up(house, cast, invited):
    token = await invited()
    assert "顾明，您好" in await cast.contact.says(f"/start {token}")
    assert "欢迎，王小明" in await cast.stranger.says(f"/start {token}")


async def test_the_word_of_a_link_is_kept_nowhere(house, cast, invited):
    token = await invited()
    async with house.engine.begin() as conn:
        rows = (await conn.execute(invitation.select())).all()
    assert token not in str(rows)


async def test_an_observer_is_invited_to_a_point_and_a_reviewer_to_a_unit_by_its_name(cast):
    await cast.office.says("邀请 ")
    await cast.office.says("李敏")
    await cast.office.taps("观察员")
    assert "李敏" in await cast.office.taps("金港镇长江村")
    await cast.office.says("/cancel")
    await cast.office.says("邀请")
    await cast.office.says("李敏")
    await cast.office.taps("审核人")
    assert "没有认出“乌有局”" in await cast.office.says("乌有局")
    assert "没有认出" in await cast.office.says("市")
    assert "财政局 审核人" in await cast.office.says("财政局")


async def test_a_request_to_join_is_answered_with_an_invitation_in_the_asked_name(house, cast):
    await cast.stranger.says("申请加入")
    cast.office.sees()
    assert "路人 的角色是" in await cast.office.taps("📨 邀请")


@pytest.mark.parametrize("part", ["reporter", "contact", "leader", "committee", "auditor"])
async def test_nobody_but_the_office_invites(house, cast, part):
    before = await count(house, person)
    assert "您的角色不办理这一项" in await getattr(cast, part).says("/invite")
    assert (await presses(getattr(cast, part), "m:invite-again:1")).toast
    async with house.deed_of(getattr(cast, part)) as (conn, _, who):
        with pytest.raises(NotAllowed):
            await invite.invite(conn, name="某", role="office", by=who, now=house.now)
    assert await count(house, person) == before


@pytest.mark.parametrize(
    ("name", "role", "message"),
    [(" ", "office", "nameless"), ("某", "reporter", "place"), ("某", "observer", "place")],
)
async def test_a_role_without_its_place_is_refused(house, cast, name, role, message):
    async with house.deed_of(cast.office) as (conn, _, who):
        with pytest.raises(Refusal, match=message):
            await invite.invite(conn, name=name, role=role, by=who, now=house.now)
