"""The two approvals of an adjusted target: a clock on each, reminders, and questions taken back."""

from decimal import Decimal

import pytest
from past_figures import SEPTEMBER
from rough_hands import bugs

from handlers.operations.targets import retarget
from handlers.operations.targets.retarget_news import due_by
from handlers.operations.targets.retarget_terms import NewTarget, Terms
from handlers.texts import CITY_ZONE
from storage import retargets, targets

TERMS = Terms("policy", "张绩委〔2013〕12号", SEPTEMBER, of_committee=True)


@pytest.fixture
async def asked(house, cast, days):
    """Let 何敏 put forward a new target of 金港 on Friday 27 September, before the long holiday."""
    await days.come("09-27 10:00")
    async with house.deed_of(cast.office) as (conn, city, who):
        made = await retarget.propose(
            conn, city, who, city.indicator(1), {1: NewTarget(Decimal(58))}, TERMS, now=house.now
        )
    await house.posts()
    return made.id


async def one(house, number):
    async with house.engine.begin() as conn:
        return await retargets.one(conn, number)


async def test_the_term_counts_the_make_up_sunday_and_not_the_holiday(house, cast, asked):
    """29 September was a Sunday that was worked; 1 to 7 October were days off."""
    city = house.services.shelf.city
    due = due_by(city, await one(house, asked)).astimezone(CITY_ZONE)
    assert f"{due:%m-%d %H:%M}" == "10-10 17:30"
    assert "请于 10月10日（周四）17:30 前审批" in cast.second_office.sees()
    assert "🔧 待审批（10月10日（周四）17:30 前）" in await cast.second_office.says("待办")


async def test_they_are_reminded_on_the_last_day_and_every_working_day_after_it(
    house, cast, days, asked
):
    for part in (cast.office, cast.second_office, cast.leader):
        part.sees()
    await days.come("10-09 09:30")
    assert "⏰" not in cast.second_office.sees()
    await days.come("10-10 09:30")
    await days.come("10-10 09:31")
    assert "今天请审批" in cast.second_office.sees()
    assert "今天请审批" in cast.leader.sees()
    assert "⏰" not in cast.office.sees()
    await days.come("10-11 09:30")
    assert "审批已逾期" in cast.second_office.sees()
    assert "您提请的目标调整逾期未批" in cast.office.sees()
    await days.come("10-12 09:30")  # a Saturday that was worked
    assert "审批已逾期" in cast.second_office.sees()
    await days.come("10-13 09:30")  # a Sunday
    assert cast.second_office.sees() == []
    assert (await one(house, asked)).state == "open"


async def test_silence_brings_nothing_into_force(house, cast, days, asked):
    await days.come("11-20 09:30")
    async with house.engine.begin() as conn:
        known = await targets.known_at(conn, 1, at=house.now, period=SEPTEMBER)
    assert known["K02", "T01"].target == Decimal(60)


async def test_an_approval_gives_the_second_one_a_term_of_its_own_and_closes_ones_question(
    house, cast, days, asked
):
    question = cast.second_office.sees()[-1]
    await days.come("10-10 10:00")
    await cast.second_office.taps("retarget", on=question)
    await cast.second_office.taps("retarget-approve")
    edited = cast.second_office.chat.messages[question.id]
    assert "✅ 您已同意（已有 1 人，须两人）" in edited.text
    assert edited.keys == ()
    city = house.services.shelf.city
    due = due_by(city, await one(house, asked)).astimezone(CITY_ZONE)
    assert f"{due:%m-%d}" == "10-16"  # Saturday the 12th is worked
    await days.come("10-11 09:30")
    assert "审批" not in cast.second_office.sees()


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("approve", "✅ 两人同意，已生效"),
        ("decline", "✖️ 未获同意"),
        ("withdraw", "✖️ 已撤回"),
    ],
)
async def test_every_question_is_taken_back_once_it_is_decided(house, cast, days, asked, how, said):
    asked_of = (cast.second_office, cast.leader)
    questions = [each.sees()[-1] for each in asked_of]
    await days.come("10-10 09:30")
    reminders = [each.sees()[-1] for each in asked_of]
    deeds = {
        "approve": [(cast.second_office, retarget.approve), (cast.committee, retarget.approve)],
        "decline": [(cast.second_office, retarget.decline)],
        "withdraw": [(cast.office, retarget.withdraw)],
    }
    for someone, deed in deeds[how]:
        given = {"said": "依据不足"} if how == "decline" else {}
        async with house.deed_of(someone) as (conn, city, who):
            await deed(conn, city, who, asked, now=house.now, **given)
    await house.posts()
    for someone, *sent in zip(asked_of, questions, reminders, strict=True):
        for each in sent:
            now = someone.chat.messages[each.id]
            assert said in now.text
            assert now.keys == ()
    pressed = await cast.leader.taps("retarget", on=questions[1])
    assert "目标调整" in pressed
    assert await bugs(house) == []
