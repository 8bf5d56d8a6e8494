"""Revoking takes two of the office; what counted until then stays, and the unit is told."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from ledger_days import acts, enters, state
from past_figures import by_town, release
from rough_hands import bugs, count, presses

from handlers.texts import CITY_ZONE
from scoring.model import Period
from storage import deputies, people
from storage.schema import ledger_entry, ledger_event, person

OCTOBER, NOVEMBER = Period(2013, 10), Period(2013, 11)
DOCUMENT, REASON = "张绩办〔2013〕20号", "项目已停工"


@pytest.fixture
async def in_force(house, cast, days):
    """金港 is given 8 from 15 October on, and it is the morning of the 16th."""
    await enters(house, unit="T01", item="B04", cases=Decimal(2), document="张发改〔2013〕8号")
    await days.come("10-16 09:00")
    assert await state(house) == "in_force"
    for each in (cast.contact, cast.office, cast.second_office):
        each.sees()
    return days


async def proposes(someone):
    """Propose to revoke entry 1, with document and reason."""
    await presses(someone, "m:ledger-entry:1")
    await someone.taps("🚫 提出撤销")
    await someone.says(DOCUMENT)
    return await someone.says(REASON)


async def net(house, period=OCTOBER):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.astimezone(CITY_ZONE).date())
        row = city.scheme_for(2013, "town")
        result = await house.services.boards.result(conn, city, row, period)
        return result.units["T01"].adjustment.net


async def test_two_people_revoke_and_the_unit_reads_who_why_and_what_it_costs(
    house, cast, in_force
):
    said = await proposes(cast.office)
    assert "待市绩效办另一人审批" in said
    assert await state(house) == "revoking"
    assert await net(house) == 8, "until a second person agrees it counts"
    assert "提出撤销，另一人同意前照常计分" in cast.contact.sees()
    asked = cast.second_office.sees()
    assert "请办理：台账1" in asked
    assert "台账1" in await cast.second_office.says("待办")
    assert "台账1" not in await cast.office.says("待办")
    look = await presses(cast.second_office, "m:ledger-entry:1")
    assert f"依据 {DOCUMENT}：“{REASON}”" in look
    assert "何敏 提出撤销" in look
    assert "已撤销，自今日起不再计分" in await cast.second_office.taps("revoke-entry")
    assert await state(house) == "revoked"
    assert await net(house) == 0
    heard = cast.contact.sees()
    assert "撤销，自今日起不再计分" in heard
    assert f"依据 {DOCUMENT}：“{REASON}”" in heard
    assert "金港 加减分合计：+8 → 0 分" in heard
    card = await presses(cast.contact, "m:ledger-entry:1")
    assert "何敏 提出撤销" in card
    assert "赵刚 同意撤销" in card
    assert f"撤销文号：{DOCUMENT}，{REASON}" in card
    assert (await acts(house))[-2:] == ["ledger-propose-revoke", "ledger-revoke"]


async def test_in_english_too(house, cast, in_force):
    await proposes(cast.office)
    await cast.second_office.says("/lang en")
    await cast.contact.says("/lang en")
    look = await presses(cast.second_office, "m:ledger-entry:1")
    assert "to be revoked once a second member of the office agrees" in look
    done = await cast.second_office.taps("✅ Agree to revoke")
    assert "Entry 1: revoked" in done
    assert "bonus and deductions in all: +8 → 0 points" in cast.contact.sees()


async def test_whoever_proposed_it_does_not_approve_it(house, cast, in_force):
    await proposes(cast.office)
    own = await presses(cast.office, "m:ledger-entry:1")
    assert "revoke-entry" not in own.actions
    assert "take-back-entry" in own.actions
    no = await presses(cast.office, "m:revoke-entry:1")
    assert "另一人" in no
    assert await state(house) == "revoking"
    assert "另一人" in await presses(cast.office, "m:answer-entry:1.keep")
    assert await count(house, ledger_entry) == 1


async def test_a_deputy_who_has_the_role_from_whoever_proposed_it_does_not_either(
    house, cast, in_force
):
    async with house.engine.begin() as conn:
        lender = await people.by_user(conn, cast.office.user_id, at=house.now)
        stands_in = await people.by_user(conn, cast.other_reporter.user_id, at=house.now)
        until = house.now + timedelta(days=9)
        await deputies.add(conn, lender.id, stands_in.id, from_at=house.now, until_at=until)
    await proposes(cast.office)
    assert "台账1" not in await cast.other_reporter.says("待办")
    assert "另一人" in await presses(cast.other_reporter, "m:revoke-entry:1")
    assert await state(house) == "revoking"


async def test_a_deputy_of_the_second_member_approves_and_is_named_so(house, cast, in_force):
    async with house.engine.begin() as conn:
        lender = await people.by_user(conn, cast.second_office.user_id, at=house.now)
        stands_in = await people.by_user(conn, cast.other_reporter.user_id, at=house.now)
        until = house.now + timedelta(days=9)
        await deputies.add(conn, lender.id, stands_in.id, from_at=house.now, until_at=until)
    await proposes(cast.office)
    assert "台账1" in await cast.other_reporter.says("待办")
    await presses(cast.other_reporter, "m:revoke-entry:1")
    assert await state(house) == "revoked"
    card = await presses(cast.office, "m:ledger-entry:1")
    assert re.search(r"（代赵刚）\s*同意撤销", card.text)


async def test_a_proposal_is_taken_back_and_nothing_has_changed(house, cast, in_force):
    await proposes(cast.office)
    assert "没有" not in await presses(cast.second_office, "m:take-back-entry:1.9")
    assert await state(house) == "revoking", "only whoever proposed it takes it back"
    await presses(cast.office, "m:ledger-entry:1")
    assert "照常计分" in await cast.office.taps("take-back-entry")
    assert await state(house) == "in_force"
    assert "撤销提议已收回" in cast.contact.sees()
    assert "台账1" not in await cast.second_office.says("待办")
    no = await presses(cast.second_office, "m:revoke-entry:1.5")
    assert "已有新进展" in no
    assert await state(house) == "in_force"
    assert await net(house) == 8
    await proposes(cast.second_office)
    await presses(cast.office, "m:revoke-entry:1")
    assert await state(house) == "revoked", "it may be proposed again, by anybody of the office"


async def test_the_second_member_keeps_it_with_a_reason_and_it_counts_from_when_it_did(
    house, cast, in_force
):
    await proposes(cast.office)
    await presses(cast.second_office, "m:answer-entry:1.keep")
    assert "不予撤销" in await cast.second_office.says("停工属暂停，已复工")
    assert await state(house) == "in_force"
    assert "停工属暂停，已复工" in cast.contact.sees()
    assert "停工属暂停，已复工" in cast.office.sees()
    await in_force.come("12-02 09:00")
    assert await net(house) == 8, "it began in October and not when it was kept"


async def test_nobody_else_proposes_or_agrees(house, cast, in_force):
    for someone in (cast.contact, cast.other_contact, cast.reviewer, cast.leader, cast.stranger):
        await presses(someone, "m:answer-entry:1.propose_revoke")
        await presses(someone, "m:revoke-entry:1")
        await presses(someone, "m:take-back-entry:1")
        assert await state(house) == "in_force"
    assert await bugs(house) == []


async def test_without_document_or_reason_nothing_is_proposed(house, cast, in_force):
    await presses(cast.office, "m:answer-entry:1.propose_revoke")
    assert "依据的文号" in await cast.office.says(" ")
    await cast.office.says("文" * 61)
    assert await state(house) == "in_force"
    assert "撤销的理由" in await cast.office.says(DOCUMENT)
    assert await state(house) == "in_force"
    await cast.office.says(REASON)
    assert await state(house) == "revoking"


async def test_two_taps_and_two_people_at_once_revoke_once(house, cast, in_force):
    await proposes(cast.office)
    await presses(cast.second_office, "m:revoke-entry:1")
    steps = await count(house, ledger_event)
    again = await presses(cast.second_office, "m:revoke-entry:1")
    assert "已有新进展" in again
    assert (await count(house, ledger_entry), await count(house, ledger_event)) == (2, steps)


async def test_the_office_of_one_is_told_to_invite_a_second(house, cast, in_force):
    async with house.engine.begin() as conn:
        row = await people.by_user(conn, cast.second_office.user_id, at=house.now)
        await conn.execute(
            sa.update(person).where(person.c.id == row.id).values(unreachable_at=house.now)
        )
    await proposes(cast.office)
    assert "台账1" in await cast.office.says("待办")
    assert "invite" in (await presses(cast.office, "m:ledger-entry:1")).actions


async def test_the_office_is_reminded_until_it_decides(house, cast, in_force):
    await proposes(cast.office)
    cast.second_office.sees()
    await in_force.come("10-23 09:01")
    assert "⏰ 台账1" in cast.second_office.sees()
    await in_force.come("10-24 09:01")
    assert "⏰ 台账1" in cast.second_office.sees()
    assert await state(house) == "revoking", "silence revokes nothing"


async def test_a_change_and_the_reasons_name_what_was_revoked(house, cast, in_force):
    await release(house, "K02", by_town(50, 56, 28, 18), period=OCTOBER)
    await in_force.come("11-05 09:00")
    await proposes(cast.office)
    await presses(cast.second_office, "m:revoke-entry:1")
    await release(house, "K02", by_town(56, 60, 31, 20), period=NOVEMBER)
    assert await net(house) == 8, "October is over and stays"
    assert await net(house, NOVEMBER) == 0
    shown = (await cast.contact.says("变化 2013-11")).text
    assert f"加分扣分（台账1 B04 -8，已撤销，{DOCUMENT}） -8.00" in shown
    why = (await cast.contact.says("为什么 2013-11")).text
    assert "B04 引进投资10亿元以上内资产业项目并开工：原 +8 分，自 11月5日（周二） 起不再计" in why
    assert f"{DOCUMENT}：{REASON}" in why
    assert "不再计" not in (await cast.contact.says("为什么 2013-10")).text
    await cast.contact.says("/lang en")
    assert f"(entry 1 B04 -8, revoked under {DOCUMENT}) -8.00" in await cast.contact.says(
        "/change 2013-11"
    )


async def test_before_they_agree_they_read_what_revoking_would_move(house, cast, in_force):
    await release(
        house, "K02", by_town(50, 56, 28, 18), bases=by_town(41, 47, 23, 15), period=OCTOBER
    )
    await in_force.come("11-05 09:00")
    await proposes(cast.office)
    look = (await presses(cast.second_office, "m:ledger-entry:1")).text
    before, after = re.search(
        r"如同意撤销（按2013年10月测算）：\n金港 ([\d.]+) → ([\d.]+) 分", look
    ).groups()
    assert Decimal(before) - Decimal(after) == 8
