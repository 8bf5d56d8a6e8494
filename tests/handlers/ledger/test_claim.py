"""A unit claims points: item, cases, fact, document, evidence; and every side says its word."""

import pytest
import sqlalchemy as sa
from ledger_days import acts, state
from past_figures import by_town, release
from rough_hands import bugs, count, presses

from scoring.model import Period
from storage.schema import ledger_entry, ledger_event, person

SEPTEMBER = Period(2013, 9)


async def claims(someone, *, item="B04", cases="2", document="张发改〔2013〕8号", file="paper"):
    """Claim in the chat up to the preview, and return it."""
    await someone.says("/claim")
    await someone.taps(item)
    if item == "B02":
        await someone.taps("level:1")
    await someone.says(cases)
    await someone.says("长江润发项目开工")
    await someone.says(document)
    await someone.sends_photo(file)
    return await someone.taps("next")


async def recognised(cast):
    """Let the finance bureau check entry 1 and the office recognise it."""
    await cast.reviewer.says("/todo")
    await cast.reviewer.taps("ledger-entry")
    await cast.reviewer.taps("check-entry")
    await cast.office.says("/todo")
    await cast.office.taps("ledger-entry")
    return await cast.office.taps("recognise-entry")


async def test_points_are_claimed_checked_recognised_shown_and_in_force(house, cast, days):
    await release(
        house, "K02", by_town(48, 55, 27, 17), bases=dict.fromkeys(by_town(*"1234"), "40")
    )
    shown = await claims(cast.contact)
    assert "2 个：+8 分" in shown
    assert "可计 +8 分（该项封顶 12，已用 0）" in shown
    assert "财政局" in shown
    done = await cast.contact.taps("submit")
    assert "台账1已申报，等财政局核验" in done
    asked = cast.reporter.sees()
    assert "请办理：台账1　金港 B04" in asked
    await cast.reviewer.says("待办")
    look = await cast.reviewer.taps("ledger-entry")
    assert "长江润发项目开工" in look
    assert look[-1].file_id == "paper"
    await cast.reviewer.taps("check-entry")
    assert "待市绩效办审核认定" in await cast.office.says("/todo")
    what_if = await cast.office.taps("ledger-entry")
    assert "如认定生效" in what_if
    assert "金港" in what_if
    await cast.office.taps("recognise-entry")
    assert "公示：台账1" in cast.other_contact.sees()
    board = await cast.other_contact.says("公示")
    assert "公示栏：1 项" in board
    assert "台账1　金港 B04" in board
    await days.come("10-15 17:31")
    assert await state(house) == "in_force"
    assert "生效" in cast.contact.sees()
    own = await cast.contact.says("/ledger")
    assert "加分 +8" in own
    assert "+8 分" in own
    before = await cast.contact.says("/why 金港 2013-09")
    assert "B04" not in before
    await release(house, "K02", by_town(50, 56, 28, 18), period=Period(2013, 10))
    after = await cast.contact.says("/why 金港 2013-10")
    assert "加分 +8.00，扣分" in after
    assert "B04 引进投资10亿元以上内资产业项目并开工：+8 分" in after
    assert "张发改〔2013〕8号" in after
    card = await cast.contact.says("本单位 2013-10")
    assert "加减分 +8 分" in card


async def test_second_class_is_half_and_the_cap_is_named(house, cast, days):
    shown = await claims(cast.contact, item="B02", cases="8")
    assert "8 项（第二等次）：+20 分" in shown
    assert "只计 +15 分（原 +20 分）：该项封顶 15，已用 0" in shown


async def test_nobody_checks_for_their_own_unit_or_twice(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    for someone in (cast.contact, cast.other_contact, cast.other_reporter, cast.stranger):
        await presses(someone, "m:check-entry:1.1")
        assert await state(house) == "to_check"
    await presses(cast.office, "m:check-entry:1.1")
    assert await state(house) == "to_check", "the office does not jump over the verifying unit"
    await presses(cast.reviewer, "m:check-entry:1.1")
    await presses(cast.reviewer, "m:check-entry:1.1")
    assert await acts(house) == ["ledger-claim", "ledger-check"]
    await presses(cast.reporter, "m:recognise-entry:1.2")
    await presses(cast.office, "m:recognise-entry:1.1")
    assert await state(house) == "checked", "an old button does nothing"
    await presses(cast.office, "m:recognise-entry:1.2")
    await presses(cast.second_office, "m:recognise-entry:1.2")
    assert await acts(house) == ["ledger-claim", "ledger-check", "ledger-recognise"]
    assert await bugs(house) == []


async def test_before_it_is_recognised_others_see_nothing_of_it(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    for someone in (cast.other_contact, cast.other_reporter, cast.observer, cast.stranger):
        seen = await presses(someone, "m:ledger-entry:1")
        assert "长江润发" not in seen
        assert not any(each.file_id for each in seen)
    assert "长江润发" in await presses(cast.leader, "m:ledger-entry:1")


async def test_what_is_sent_back_is_completed_or_lapses(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    await cast.reviewer.says("/todo")
    await cast.reviewer.taps("ledger-entry")
    await cast.reviewer.taps("↩️ 退回")
    assert "已退回" in await cast.reviewer.says("缺开工证明")
    assert "缺开工证明" in cast.contact.sees()
    await cast.contact.taps("ledger-entry")
    await cast.contact.taps("📤 补正再报")
    await cast.contact.says("补上开工证明")
    await cast.contact.sends_document("开工证明.pdf", "proof")
    await cast.contact.taps("submit")
    assert await state(house) == "to_check"
    await cast.reporter.says("/todo")
    await cast.reporter.taps("ledger-entry")
    await cast.reporter.taps("↩️ 退回")
    await cast.reporter.says("仍不齐")
    await days.come("10-15 17:31")
    assert await state(house) == "lapsed"
    assert "失效" in cast.contact.sees()


async def test_the_verifying_unit_stays_silent_and_the_office_hears_and_checks(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    await days.come("10-11 09:01")
    assert "台账1" in cast.reporter.sees(), "reminded on the last morning"
    await days.come("10-11 17:31")
    assert await state(house) == "unchecked"
    assert "核验逾期" in cast.office.sees()
    await cast.office.taps("ledger-entry")
    await cast.office.taps("check-entry")
    await presses(cast.office, "m:recognise-entry:1.3")
    assert await state(house) == "checked", "whoever checked does not recognise"
    await presses(cast.second_office, "m:recognise-entry:1.3")
    assert await state(house) == "notice"


@pytest.mark.parametrize(("decision", "after"), [("uphold", "refused"), ("dismiss", "notice")])
async def test_a_unit_objects_to_a_notice_and_the_office_decides(
    house, cast, days, decision, after
):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    await recognised(cast)
    await cast.other_contact.taps("ledger-entry")
    await cast.other_contact.taps("✋ 提异议")
    await cast.other_contact.says("项目在杨舍开工，不在金港")
    assert "异议已提交" in await cast.other_contact.taps("submit")
    again = await presses(cast.other_contact, "m:answer-entry:1.object")
    assert "已对台账1提过异议" in again
    await days.come("10-15 17:31")
    assert await state(house) == "objected", "a notice does not end over an objection"
    assert "杨舍提出异议" in cast.second_office.sees()
    await presses(cast.second_office, f"m:answer-entry:1.{decision}")
    await cast.second_office.says("已到现场核实")
    assert await state(house) == after
    assert "台账1" in cast.other_contact.sees()
    await days.come("10-16 09:00")
    assert await state(house) == {"refused": "refused", "notice": "in_force"}[after]


async def test_a_claim_is_withdrawn_before_recognition_and_not_after(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    await cast.contact.taps("ledger-entry")
    await cast.contact.taps("撤回")
    old = cast.contact.panel
    await cast.contact.taps("确定撤回")
    assert await state(house) == "withdrawn"
    assert "已有新进展" in await cast.contact.taps("确定撤回", on=old)
    await claims(cast.contact)
    await cast.contact.taps("submit")
    assert await state(house, 2) == "to_check", "what was withdrawn may be claimed anew"


async def test_the_same_fact_is_shown_and_counts_once(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    again = await claims(cast.contact, document="张发改[2013]8号")
    assert "同一事实已有台账1" in again
    refused = await cast.contact.taps("submit")
    assert "不重复计分" in refused
    assert await count(house, ledger_entry) == 1
    await cast.contact.says("/cancel")
    other = await claims(cast.contact, item="B02", document="张发改〔2013〕8号")
    assert "同一事实已有台账1" in other
    await cast.contact.taps("submit")
    assert await count(house, ledger_entry) == 2


async def test_pressing_twice_claims_once(house, cast, days):
    await claims(cast.contact)
    panel = cast.contact.panel
    await cast.contact.taps("submit")
    await cast.contact.taps("submit", on=panel)
    assert await count(house, ledger_entry) == 1
    assert await count(house, ledger_event) == 1


async def test_wrong_input_is_asked_for_again(house, cast, days):
    await cast.contact.says("/claim")
    assert "对应 0 个项目" in await cast.contact.says("Z99")
    await cast.contact.says("B04")
    assert "不对" in await cast.contact.says("许多")
    assert "不对" in await cast.contact.says("-3")
    await cast.contact.says("1")
    assert "最多 500 字" in await cast.contact.says("事" * 501)
    await cast.contact.says("项目开工")
    files = await cast.contact.taps("none")
    assert "至少要有一件" in files
    assert "next" not in files.actions


async def test_only_a_contact_claims(house, cast, days):
    for someone in (cast.office, cast.reporter, cast.observer, cast.stranger):
        await someone.says("/claim")
        assert await count(house, ledger_entry) == 0


async def test_a_veto_is_proposed_heard_and_bars_from_honours_alone(house, cast, days):
    await release(house, "K02", by_town(48, 55, 27, 17))
    await cast.office.says("/deduct 金港")
    await cast.office.taps("V03")
    await cast.office.says("重大事故一起")
    await cast.office.says("张安〔2013〕1号")
    await cast.office.says("2014-06-30")
    shown = await cast.office.taps("next")
    assert "取消评优资格，不影响得分" in shown
    await cast.office.taps("submit")
    assert "一票否决，至" in cast.contact.sees()
    await days.come("10-15 17:31")
    assert await state(house) == "to_check", "silence is not consent, but it ends the hearing"
    await presses(cast.reviewer, "m:check-entry:1.2")
    await presses(cast.second_office, "m:recognise-entry:1.3")
    await days.come("10-22 17:31")
    assert await state(house) == "in_force"
    assert "一票否决 1 项" in await cast.contact.says("/ledger")


async def test_in_english_every_side_reads_english_to_the_end(house, cast, days):
    async with house.engine.begin() as conn:
        await conn.execute(sa.update(person).values(lang="en"))
    await claims(cast.contact)
    assert "is claimed and waits for 财政局" in await cast.contact.taps("submit")
    assert "Your turn: Entry 1" in cast.reviewer.sees()
    await cast.reviewer.taps("ledger-entry")
    assert "checked" in await cast.reviewer.taps("check-entry")
    await presses(cast.office, "m:ledger-entry:1")
    assert "public notice" in await cast.office.taps("recognise-entry")
    assert "Public notice: Entry 1" in cast.other_contact.sees()
    await cast.other_contact.taps("ledger-entry")
    await cast.other_contact.taps("✋ Object")
    await cast.other_contact.says("Not in 金港")
    await cast.other_contact.taps("submit")
    await presses(cast.second_office, "m:answer-entry:1.dismiss")
    assert "comes into force when the notice ends" in await cast.second_office.says("It is")
    await days.come("10-15 17:31")
    assert "in force from today" in cast.contact.sees()
    assert "Bonus +8" in await cast.contact.says("/ledger")
