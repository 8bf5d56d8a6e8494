"""The ledger is found: in the first menu, under "/", in the help, and from a public notice."""

import pytest
from rough_hands import presses
from test_claim import claims, recognised

from handlers.commands import commands_of
from storage import people

FOR_LEDGER = ("contact", "reporter", "reviewer", "office", "leader", "committee", "auditor")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("role", FOR_LEDGER)
async def test_the_first_menu_and_the_commands_have_it(house, cast, days, role, lang):
    someone = getattr(cast, role)
    await someone.says(f"/lang {lang}")
    menu = await someone.says("/start")
    assert "ledger" in menu.actions
    await someone.taps({"zh": "📒 加减分台账", "en": "📒 Bonus and deductions"}[lang])
    async with house.engine.begin() as conn:
        who = await people.by_user(conn, someone.user_id, at=house.now)
    assert "ledger" in commands_of(who)
    assert ("claim" in commands_of(who)) == (role == "contact")
    assert ("claim" in menu.actions) == (role == "contact")


async def test_an_observer_and_a_stranger_are_offered_none(house, cast, days):
    for someone in (cast.observer, cast.stranger):
        assert "ledger" not in (await someone.says("/start")).actions


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_a_public_notice_says_all_and_has_the_button_to_object(house, cast, days, lang):
    await cast.other_contact.says(f"/lang {lang}")
    await claims(cast.contact)
    await cast.contact.taps("submit")
    await recognised(cast)
    shown = cast.other_contact.sees()
    for each in ("金港", "B04", "+8", "长江润发项目开工", "张发改〔2013〕8号", "财政局", "17:30"):
        assert each in shown
    await cast.other_contact.taps("answer-entry")
    await cast.other_contact.says("项目不在金港")
    done = await cast.other_contact.taps("submit")
    assert {"zh": "异议已提交", "en": "your objection is handed in"}[lang] in done
    board = await cast.other_contact.says("/notice")
    assert {"zh": "已有 1 个单位提出异议", "en": "objected to by one unit"}[lang] in board
    assert {"zh": "有异议：点编号", "en": "To object: tap the number"}[lang] in board
    assert {"zh": "有异议：", "en": "To object"}[lang] not in await cast.leader.says("/notice")
    await presses(cast.second_office, "m:answer-entry:1.dismiss")
    await cast.second_office.says("已到现场核实")
    assert "已到现场核实" in cast.other_contact.sees()
    await days.come("10-15 17:31")
    heard = cast.other_contact.sees()
    assert {"zh": "公示期满，自今日起生效", "en": "in force from today"}[lang] in heard
