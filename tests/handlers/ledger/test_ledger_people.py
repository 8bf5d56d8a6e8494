"""People leave, hand over and fall silent in the middle of an entry; the calendar has holidays."""

from datetime import timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from ledger_days import proposed, state
from rough_hands import bugs, count, presses
from test_claim import claims

from scoring.ledger_course import OPEN
from storage import deputies, ledger, people
from storage.ledger import Source
from storage.ledger_files import File
from storage.schema import ledger_entry, ledger_event, person, role


async def _id(house, someone):
    async with house.engine.begin() as conn:
        return (await people.by_user(conn, someone.user_id, at=house.now)).id


async def _grant(house, someone, kind, unit_id=None):
    async with house.engine.begin() as conn:
        row = await people.by_user(conn, someone.user_id, at=house.now)
        await people.grant(conn, row.id, kind, at=house.now, unit_id=unit_id)


async def _leaves(house, someone):
    async with house.engine.begin() as conn:
        row = await people.by_user(conn, someone.user_id, at=house.now)
        await conn.execute(
            sa.update(role).where(role.c.person_id == row.id).values(revoked_at=house.now)
        )
        await conn.execute(sa.update(person).where(person.c.id == row.id).values(left_at=house.now))


async def test_a_successor_finds_the_claim_that_came_back_and_a_half_written_one(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    await presses(cast.reviewer, "m:answer-entry:1.send_back")
    await cast.reviewer.says("缺开工证明")
    await claims(cast.contact, document="另一件")
    panel = cast.contact.panel
    await cast.contact.says("/handover")
    assert "在办的加减分台账事项 1 件" in await cast.contact.says("吴芳")
    await cast.contact.taps("go")
    assert "吴芳" in (await cast.contact.taps("submit", on=panel)).toast
    assert await count(house, ledger_entry) == 1
    todo = await cast.other_contact.says("待办")
    assert "台账1" in todo
    await cast.other_contact.taps("resume")
    await cast.other_contact.taps("submit")
    assert await count(house, ledger_entry) == 2
    await presses(cast.other_contact, "m:answer-entry:1.resubmit")
    await cast.other_contact.says("补上开工证明")
    await cast.other_contact.taps("submit")
    assert await state(house) == "to_check"


async def test_what_was_proposed_by_somebody_who_left_is_the_offices_to_take_back(
    house, cast, days
):
    await proposed(house, item="X03", by="林晓燕")
    await _leaves(house, cast.reporter)
    await presses(cast.second_office, "m:withdraw-entry:1")
    await cast.second_office.taps("确定撤回")
    assert await state(house) == "withdrawn"


async def test_nobody_of_the_verifying_unit_is_there_so_the_office_is_called_at_once(
    house, cast, days
):
    await _leaves(house, cast.reporter)
    await _leaves(house, cast.reviewer)
    await claims(cast.contact)
    await cast.contact.taps("submit")
    assert "请办理：台账1" in cast.office.sees()
    assert "台账1" in await cast.office.says("待办")
    await presses(cast.office, "m:check-entry:1.1")
    assert await state(house) == "checked"
    assert "台账1" in await cast.second_office.says("待办")
    assert "台账1" not in await cast.office.says("待办")


async def test_the_last_one_of_the_office_is_shown_the_way_to_a_second(house, cast, days):
    await _leaves(house, cast.second_office)
    await proposed(house, item="X03", by="何敏")
    await presses(cast.contact, "m:answer-entry:1.answer")
    await cast.contact.says("已劝返")
    await cast.contact.taps("submit")
    await presses(cast.reviewer, "m:check-entry:1.2")
    assert "台账1" in await cast.office.says("待办")
    shown = await presses(cast.office, "m:ledger-entry:1")
    assert "recognise-entry" not in shown.actions
    assert "invite" in shown.actions


async def test_a_deputy_acts_for_the_contact_and_the_journal_keeps_for_whom(house, cast, days):
    lender, other = await _id(house, cast.contact), await _id(house, cast.committee)
    async with house.engine.begin() as conn:
        until = house.now + timedelta(days=3)
        await deputies.add(conn, lender, other, from_at=house.now, until_at=until)
    await proposed(house, source=Source("rectification", 1))
    assert "请办理：台账1" in cast.committee.sees()
    await presses(cast.committee, "m:answer-entry:1.answer")
    await cast.committee.says("汛期停工")
    await cast.committee.taps("submit")
    assert await state(house) == "to_check"


async def test_somebody_of_the_unit_is_of_no_other_side(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    await _grant(house, cast.reviewer, "contact", unit_id=1)
    await presses(cast.reviewer, "m:check-entry:1.1")
    assert await state(house) == "to_check"
    await _grant(house, cast.office, "administrator", unit_id=1)
    await presses(cast.reporter, "m:check-entry:1.1")
    await presses(cast.office, "m:recognise-entry:1.2")
    assert await state(house) == "checked"
    assert await bugs(house) == []


async def test_a_notice_over_the_holidays_ends_on_the_fifth_working_day(house, cast, days):
    await days.come("2013-09-26 09:00")
    await proposed(house, item="B02", by="何敏", document="张委〔2013〕1号")
    await presses(cast.second_office, "m:check-entry:1.1")
    assert await state(house) == "checked"
    await _grant(house, cast.committee, "office")
    await presses(cast.committee, "m:recognise-entry:1.2")
    async with house.engine.begin() as conn:
        found = await ledger.one(conn, 1)
    # 27, 29 (made up for the holidays) and 30 September, 8 and 9 October.
    assert found.due_at.astimezone(house.now.tzinfo).strftime("%m-%d %H:%M") == "10-09 17:30"
    await days.come("10-09 17:29")
    assert await state(house) == "notice"
    await days.come("10-09 17:31")
    assert await state(house) == "in_force"


async def test_whoever_is_awaited_has_it_on_the_list_in_every_open_state(house, cast, days):
    """Walk every open state; the entry is on somebody's list with a button, or the clock's."""
    met = set()

    async def is_listed():
        now = await state(house)
        met.add(now)
        who = [cast.contact, cast.reporter, cast.reviewer, cast.office, cast.second_office]
        lists = [each for each in who if "台账1" in await each.says("待办")]
        if now == "notice":
            assert not lists
            assert "台账1" in await cast.leader.says("公示")
            return
        assert lists, now
        for each in lists:
            shown = await presses(each, "m:ledger-entry:1")
            assert {"answer-entry", "check-entry", "recognise-entry", "revoke-entry"} & set(
                shown.actions
            ), now

    await proposed(house, item="X03", source=Source("inspection", 3))
    await is_listed()
    await days.come("10-15 17:31")
    await is_listed()
    await presses(cast.reviewer, "m:answer-entry:1.send_back")
    await cast.reviewer.says("请补批次")
    await is_listed()
    await presses(cast.office, "m:answer-entry:1.resubmit")
    await cast.office.says("一批次，见附件")
    await cast.office.taps("submit")
    await days.come("10-18 17:31")
    await is_listed()
    await presses(cast.office, "m:check-entry:1.5")
    await is_listed()
    await presses(cast.second_office, "m:recognise-entry:1.6")
    await is_listed()
    await presses(cast.other_contact, "m:answer-entry:1.object")
    await cast.other_contact.says("应为两批次")
    await cast.other_contact.taps("submit")
    await is_listed()
    await presses(cast.office, "m:answer-entry:1.dismiss")
    await cast.office.says("已核实为一批次")
    await days.come("11-01 09:00")
    await presses(cast.office, "m:answer-entry:1.propose_revoke")
    await cast.office.says("张绩办〔2013〕20号")
    await cast.office.says("信访件已撤销")
    await is_listed()
    assert met == OPEN


async def test_the_database_itself_refuses_to_change_a_record_of_the_ledger(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    for table in ("ledger_entry", "ledger_event", "ledger_file"):
        for deed in (f"UPDATE {table} SET id = 9", f"DELETE FROM {table}"):
            with pytest.raises(sa.exc.IntegrityError, match="never changed"):
                async with house.engine.begin() as conn:
                    await conn.execute(sa.text(deed))


async def test_two_who_take_the_same_step_at_once_take_it_once(house, cast, days):
    await proposed(house, source=Source("rectification", 1))
    async with house.engine.begin() as conn:
        seen = await ledger.one(conn, 1)
        facts = {"by": None, "said": None, "due_at": None, "now": house.now}
        assert await ledger.step(conn, seen, "run_out", "to_check", **facts) is not None
        assert await ledger.step(conn, seen, "run_out", "to_check", **facts) is None
    assert await count(house, ledger_event) == 2


async def test_a_level_of_an_item_is_worth_what_the_city_wrote(house, cast, days):
    file = File("photo", "f", "u-f")
    await proposed(house, item="X03", by="何敏", cases=Decimal("1.5"), files=[file, file])
    assert "-4.5 分" in cast.contact.sees()
