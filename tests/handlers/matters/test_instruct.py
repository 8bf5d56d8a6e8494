"""A leader's instruction: given under what is looked at, done, judged, shown where it was given."""

from decimal import Decimal

import pytest
import sqlalchemy as sa
from matter_days import does, files, signs, the
from rough_hands import bugs, count
from small_city import CAST

from handlers.operations.matters import instruct, move_matter
from handlers.operations.matters.matter_terms import deeds_open_to
from handlers.operations.waiting import waiting
from scoring.instruction_course import INSTRUCTION
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import ledger_items, people
from storage.ledger_items import Item
from storage.schema import ledger_entry, matter, matter_event


async def listed(house, someone):
    """Return the matters on somebody's to-do list."""
    async with house.deed_of(someone) as (conn, city, who):
        items = await waiting(conn, who, city, now=house.now)
    return {int(each.arg) for each in items if each.route == "matter"}


async def act(house, someone, deed, *, number=1, said="说明"):
    async with house.deed_of(someone) as (conn, city, who):
        return await move_matter.act(conn, city, who, number, deed, said=said, now=house.now)


async def gives(leader, words="请查明进度落后的原因", *, unit="金港"):
    await leader.says("作批示")
    await leader.says(words)
    await leader.says(unit)
    await leader.taps("desk")
    await leader.taps(ready(leader, "5 个工作日"))
    return await leader.taps("give")


def ready(someone, begins):
    """Return the label of the button that begins so."""
    return next(label for label in someone.panel.labels if label.startswith(begins))


@pytest.fixture
async def given(cast, days):
    """Let 胡静怡 instruct 金港 to be done by Monday, 14 October: Saturday the 12th is worked."""
    await gives(cast.leader)


async def test_from_a_units_card_the_unit_is_known_and_the_card_is_one_tap_away(house, cast, days):
    await cast.leader.says("单位 金港 2013-09")
    assert "批示：金港" in await cast.leader.taps("instruct")
    await cast.leader.says("请说明名次下降的原因")
    await cast.leader.taps("desk")
    await cast.leader.taps(ready(cast.leader, "本月底 · 10月31日"))
    shown = await cast.leader.taps("give")
    assert "批示1　金港" in shown
    heard = cast.contact.sees()
    assert "请说明名次下降的原因" in heard
    assert "批在：单位卡片 金港 2013年9月" in heard
    assert "交办人（胡静怡） 下达" in heard
    assert "unit" in heard.actions
    assert "批示1" in cast.office.sees()


async def test_the_leaders_own_message_shows_every_state_and_no_new_one_comes(
    house, cast, days, given
):
    own = cast.leader.panel.id
    assert "待签收" in cast.leader.chat.messages[own].text
    before = len(cast.leader.chat.messages)
    await signs(cast.contact)
    assert "办理中" in cast.leader.chat.messages[own].text
    await does(cast.contact, 1, "progress", "已开会部署")
    assert "已开会部署" in cast.leader.chat.messages[own].text
    await does(cast.contact, 1, "report", "已整改，见照片", photo=True)
    assert "已报办结，待领导审定" in cast.leader.chat.messages[own].text
    assert len(cast.leader.chat.messages) == before
    assert await listed(house, cast.leader) == {1}
    await cast.leader.taps("matter-tap:1.accept", on=cast.leader.chat.messages[own])
    assert "已办结" in cast.leader.chat.messages[own].text
    assert "审定办结" in cast.contact.sees()
    assert await listed(house, cast.leader) == set()


async def test_a_voice_is_forwarded_as_a_voice_to_the_addressee_and_the_office(house, cast, days):
    await cast.leader.says("作批示")
    await cast.leader.sends_voice("a-voice")
    await cast.leader.says("金港")
    await cast.leader.taps("desk")
    await cast.leader.says("10月31日")
    await cast.leader.taps("give")
    for part in (cast.contact, cast.office):
        heard = part.sees()
        assert "（语音，见附件）" in heard
        assert "a-voice" in [each.file_id for each in heard]


async def test_the_leader_sends_back_gives_more_time_and_takes_back(house, cast, days, given):
    await signs(cast.contact)
    await does(cast.contact, 1, "report", "好了")
    await does(cast.leader, 1, "send_back", "没有说明原因")
    assert "没有说明原因" in cast.contact.sees()
    assert await listed(house, cast.contact) == {1}
    await cast.leader.says("批示")
    await cast.leader.taps("matter:1")
    look = await cast.leader.taps("put-off")
    assert "原时限10月14日" in look
    await cast.leader.taps(ready(cast.leader, "3 个工作日"))
    assert "10月17日" in cast.contact.sees()
    await cast.leader.taps("answer-matter:1.withdraw")
    await cast.leader.says("不再需要")
    await cast.leader.taps("submit")
    assert "不再需要" in cast.contact.sees()
    assert (await the(house)).state == "withdrawn"
    assert await listed(house, cast.contact) == set()


async def test_the_leader_in_charge_may_be_the_addressee(house, cast, days):
    async with house.deed_of(cast.office) as (conn, city, _):
        unit = city.unit_by_code["T01"].id
        deputy = await people.by_user(conn, cast.auditor.user_id, at=house.now)
        await people.grant(conn, deputy.id, "leader", at=house.now, unit_id=unit)
    await cast.leader.says("作批示")
    await cast.leader.says("请协调")
    await cast.leader.says("金港")
    assert "👤 分管领导 孙丽" in cast.leader.panel.labels
    await cast.leader.taps("👤 分管领导 孙丽")
    await cast.leader.says("10月31日")
    await cast.leader.taps("give")
    assert "请协调" in cast.auditor.sees()
    assert await listed(house, cast.auditor) == {1}
    assert await listed(house, cast.contact) == set()
    with pytest.raises(NotFound):
        await act(house, cast.contact, "sign")
    await act(house, cast.auditor, "sign")


async def test_one_tap_makes_it_a_rectification_and_a_second_changes_nothing(
    house, cast, days, given
):
    old = cast.leader.panel
    assert "已转为整改2" in await cast.leader.taps("turn-instruction")
    assert "整改2　金港" in cast.contact.sees()
    assert (await the(house, 1)).state == "turned"
    assert (await the(house, 2)).source == "instruction:1"
    await cast.leader.taps("turn-instruction", on=old)
    assert await count(house, matter) == 2
    assert await bugs(house) == []


async def test_what_is_overdue_is_flagged_and_costs_once(house, cast, days, given):
    late = Item(
        year=2013,
        code="X08",
        name="督查交办事项逾期未办结",
        kind="deduction",
        scope="town",
        points=Decimal(1),
        per="件",
        cap=Decimal(8),
        evidence="督办单",
    )
    async with house.deed_of(cast.office) as (conn, city, _):
        await ledger_items.add(conn, late, verifying_unit_id=city.unit_by_code["PMO"].id)
    await days.come("10-11 09:30")  # not signed for: late, but not unfinished
    assert "批示1逾期" in cast.office.sees()
    assert await count(house, ledger_entry) == 0
    await days.come("10-16 09:30")
    assert await count(house, ledger_entry) == 1
    await days.come("10-17 09:30")
    assert await count(house, ledger_entry) == 1
    assert "🔴" in await cast.office.says("批示 late")
    assert "🔴 已逾期" in cast.leader.chat.messages[cast.leader.panel.id].text


async def test_what_is_not_closed_comes_back_on_the_months_first_working_day_once(
    house, cast, days, given
):
    cast.leader.sees()
    await days.come("10-31 09:30")
    assert "没有办结" not in cast.leader.sees()
    await days.come("11-01 09:30")
    assert "还有 1 件批示没有办结" in cast.leader.sees()
    await days.come("11-04 09:30")
    assert "没有办结" not in cast.leader.sees()


@pytest.mark.parametrize("part", ["contact", "reporter", "office", "auditor", "observer"])
async def test_only_leaders_and_the_committee_instruct(house, cast, days, part):
    with pytest.raises(NotAllowed):
        async with house.deed_of(getattr(cast, part)) as (_, city, who):
            instruct.check(who, city.unit_by_code["T01"].id)
    assert "instruct" not in (await getattr(cast, part).says("排名")).actions


async def test_a_leader_with_units_instructs_only_these(house, cast, days):
    async with house.deed_of(cast.office) as (conn, city, _):
        leader = await people.by_user(conn, cast.leader.user_id, at=house.now)
        for role in leader.roles:
            await people.revoke(conn, role.id, at=house.now)
        unit = city.unit_by_code["T01"].id
        await people.grant(conn, leader.id, "leader", at=house.now, unit_id=unit)
    await cast.leader.says("作批示")
    await cast.leader.says("请查明")
    assert "没有找到您可以批示的单位" in await cast.leader.says("杨舍")
    assert "交给谁" in await cast.leader.says("金港")


@pytest.mark.parametrize(
    ("part", "refusal"), [("other_contact", NotFound), ("reporter", NotFound), ("auditor", Refusal)]
)
async def test_nobody_else_signs_or_judges(house, cast, days, given, part, refusal):
    for deed in ("sign", "accept"):
        with pytest.raises(refusal):
            await act(house, getattr(cast, part), deed)


async def test_the_addressee_never_accepts_its_own_report(house, cast, days, given):
    await act(house, cast.contact, "sign")
    await act(house, cast.contact, "report")
    with pytest.raises(NotAllowed):
        await act(house, cast.contact, "accept")
    await act(house, cast.second_office, "accept")
    with pytest.raises(Outdated):
        await act(house, cast.office, "accept")


@pytest.mark.parametrize("state", sorted(INSTRUCTION.open_states))
async def test_every_open_instruction_is_on_the_list_of_somebody_who_can_go_on(
    house, cast, days, given, state
):
    async with house.engine.begin() as conn:
        await conn.execute(sa.update(matter).values(state=state))
    found, able = await the(house), set()
    for name in CAST:
        someone = getattr(cast, name)
        if 1 in await listed(house, someone):
            async with house.deed_of(someone) as (_, _, who):
                assert deeds_open_to(who, found)
            able.add(name)
    assert able


async def test_a_leader_who_left_leaves_it_to_the_office(house, cast, days, given):
    await act(house, cast.contact, "sign")
    await act(house, cast.contact, "report")
    async with house.deed_of(cast.leader) as (conn, _, who):
        await people.leave(conn, who.id, at=house.now)
    assert await listed(house, cast.office) == {1}
    await act(house, cast.office, "accept")


async def test_under_a_ranking_the_unit_is_asked_for_and_english_reads_well(house, cast, days):
    await files(cast.reporter, cast.reviewer)
    async with house.engine.begin() as conn:
        committee = await people.by_user(conn, cast.committee.user_id, at=house.now)
        await people.set_lang(conn, committee.id, "en")
    await cast.committee.says("/rank")
    await cast.committee.taps("instruct")
    assert "To which unit?" in await cast.committee.says("Find out why")
    await cast.committee.taps("金港")
    await cast.committee.taps("desk")
    await cast.committee.says("31 Oct")
    shown = await cast.committee.taps("give")
    assert "Instruction 1 · 金港: to be signed for" in shown
    assert "Given under the ranking 区镇 September 2013" in shown


async def test_a_double_press_gives_it_once_and_bad_days_are_told(house, cast, days):
    await cast.leader.says("作批示")
    await cast.leader.says("请查明")
    await cast.leader.says("金港")
    await cast.leader.taps("desk")
    assert "没有看懂" in await cast.leader.says("改天")
    assert "不行" in await cast.leader.says("2013-10-01")
    await cast.leader.says("10月31日")
    old = cast.leader.panel
    await cast.leader.taps("give", on=old)
    await cast.leader.taps("give", on=old)
    assert await count(house, matter_event, matter_event.c.kind == "open") == 1
    for arg in ("x", "1", "u", "uT99.2013-09", "o99", "9" * 20):
        await house.takes(
            {
                "callback_query": {
                    "id": f"q{house.last_update_id + 1}",
                    "from": cast.leader._user(),
                    "chat_instance": "1",
                    "data": f"m:instruct:{arg}",
                    "message": cast.leader._envelope(1) | {"text": "…"},
                }
            }
        )
    assert await bugs(house) == []
