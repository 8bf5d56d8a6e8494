"""Whoever takes over sees and goes on with what is open, and answers nothing of their own side."""

from decimal import Decimal

import pytest
from past_figures import SEPTEMBER

from handlers.operations.clock import extension_rules, extensions
from handlers.operations.disputes import move_dispute
from handlers.operations.disputes.restate_steps import approves
from handlers.operations.people import hand_over
from handlers.operations.targets import retarget
from scoring.refusals import NotAllowed, NotFound
from storage import deputies, people, retargets
from storage import extensions as requests
from storage.restatements import Restatement


async def id_of(house, someone):
    async with house.engine.begin() as conn:
        return (await people.by_user(conn, someone.user_id, at=house.now)).id


async def takes_over(house, leaver, heir):
    """Let the office hand everything of one person to another."""
    leaver_id, heir_id = await id_of(house, leaver), await id_of(house, heir)
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        office = await people.by_user(conn, 107, at=house.now)
        await hand_over.hand_over(conn, city, leaver_id, heir_id, by=office, now=house.now)
    await house.posts()


async def asks_for_time(someone):
    await someone.says("申请延期 K02")
    await someone.taps("10月14日（周一）")
    return await someone.taps("上级或来源数据未出")


async def previews(someone, to):
    """Return what somebody is shown who is about to hand over their own work."""
    shown = await someone.says("/handover")
    if "🤝 我自己的工作" in shown.labels:
        await someone.taps("mine")
    return await someone.says(to)


# --- the preview and what moves ----------------------------------------------------------------


async def test_the_preview_names_what_is_open_and_every_line_the_successor_will_have(
    cast, disputed
):
    await cast.contact.says("/handover")
    shown = await cast.contact.says("吴芳")
    assert "• 未结的异议 1 件" in shown
    assert "没有未办完的事" not in shown

    await cast.reporter.says("/handover")
    shown = await cast.reporter.says("沈洁")
    assert "• 未结的异议 1 件" in shown
    assert "接任人的待办将有（2 件）：" in shown
    assert "K03" in shown.text.split("接任人的待办将有")[1]
    assert "异议" in shown.text.split("接任人的待办将有")[1]


async def test_an_open_request_is_named_on_both_sides_of_it(house, cast, days):
    await asks_for_time(cast.reporter)
    for someone, to in ((cast.reporter, "沈洁"), (cast.office, "赵刚")):
        assert "• 未结的延期申请 1 件" in await previews(someone, to)


async def test_open_targets_and_adjustments_are_named(house, cast, days):
    await proposes_adjustment(house, cast.office)
    assert "• 待审批的目标调整 1 件" in await previews(cast.office, "赵刚")
    assert "• 待审批的目标调整 1 件" in await previews(cast.committee, "胡静怡")


async def test_the_successor_is_told_how_much_is_open(house, cast, days):
    await asks_for_time(cast.reporter)
    await cast.reporter.says("/handover")
    await cast.reporter.says("沈洁")
    await cast.reporter.taps("go")
    assert "• 未结的延期申请 1 件" in cast.other_reporter.sees()


# --- more time ---------------------------------------------------------------------------------


async def test_a_successor_takes_the_request_of_the_one_before_back(house, cast, days):
    await asks_for_time(cast.reporter)
    await takes_over(house, cast.reporter, cast.other_reporter)
    assert "等市绩效办答复" in await cast.other_reporter.says("/extensions")
    await cast.other_reporter.taps("extension")
    await cast.other_reporter.taps("extend-withdraw")
    async with house.engine.begin() as conn:
        assert (await requests.one(conn, 1)).state == "withdrawn"


async def test_a_successor_does_not_answer_the_request_of_the_one_before(house, cast, days):
    """The reporter leaves, and a clerk of the office takes the work over."""
    await asks_for_time(cast.reporter)
    question = cast.office.sees()[-1]
    await takes_over(house, cast.reporter, cast.office)
    pressed = await cast.office.taps("extend-agree", on=question)
    assert "自己提出的申请要由别人答复" in f"{pressed.toast}{pressed}"
    async with house.deed_of(cast.office) as (conn, city, who):
        with pytest.raises(NotAllowed):
            await extensions.agree(conn, city, who, 1, 1, now=house.now)
    async with house.deed_of(cast.second_office) as (conn, city, who):
        assert (await extensions.agree(conn, city, who, 1, 1, now=house.now)).state == "agreed"


async def test_a_deputy_answers_a_request_only_by_a_role_that_its_asker_did_not_lend(
    house, cast, days
):
    """The reporter of 财政局 is a clerk of the office, too, and lends both roles."""
    async with house.deed_of(cast.reporter) as (conn, _, who):
        await people.grant(conn, who.id, "office", at=house.now)
        stand_in = await people.by_user(conn, cast.committee.user_id, at=house.now)
        await deputies.add(conn, who.id, stand_in.id, from_at=house.now, until_at=None)
    await asks_for_time(cast.reporter)
    async with house.deed_of(cast.committee) as (conn, city, who):
        assert who.holds("office")
        with pytest.raises(NotAllowed):
            await extensions.agree(conn, city, who, 1, 1, now=house.now)
        await people.grant(conn, who.id, "office", at=house.now)
    async with house.deed_of(cast.committee) as (conn, _, who):
        assert extension_rules.may_answer(who, await requests.one(conn, 1))


# --- disputes, restatements, adjustments ---------------------------------------------------------


async def test_a_successor_goes_on_with_the_dispute_and_decides_nothing_of_it(
    house, cast, disputed
):
    await takes_over(house, cast.contact, cast.committee)
    async with house.deed_of(cast.reviewer) as (conn, city, who):
        await move_dispute.act(conn, city, who, 1, "maintain", said="国库报表如此", now=house.now)
    async with house.deed_of(cast.committee) as (conn, city, who):
        await people.grant(conn, who.id, "office", at=house.now)
    async with house.deed_of(cast.committee) as (conn, city, who):
        await move_dispute.act(conn, city, who, 1, "escalate", said="请裁定", now=house.now)
        with pytest.raises(NotAllowed):
            await move_dispute.act(conn, city, who, 1, "uphold", said="维持", now=house.now)
    async with house.deed_of(cast.office) as (conn, city, who):
        await move_dispute.act(conn, city, who, 1, "uphold", said="维持", now=house.now)


async def test_who_took_over_from_the_one_who_upheld_does_not_decide_for_the_office(
    house, cast, disputed
):
    async with house.deed_of(cast.reviewer) as (conn, city, who):
        await move_dispute.act(conn, city, who, 1, "maintain", said="如此", now=house.now)
    async with house.deed_of(cast.contact) as (conn, city, who):
        await move_dispute.act(conn, city, who, 1, "escalate", said="请裁定", now=house.now)
    await takes_over(house, cast.reviewer, cast.office)
    async with house.deed_of(cast.office) as (conn, city, who):
        with pytest.raises(NotAllowed):
            await move_dispute.act(conn, city, who, 1, "uphold", said="维持", now=house.now)


@pytest.mark.parametrize(("proposer", "approves_it"), [(106, False), (107, True), (None, False)])
async def test_a_restatement_is_approved_by_nobody_who_took_over_from_its_proposer(
    house, cast, days, proposer, approves_it
):
    await takes_over(house, cast.office, cast.committee)
    async with house.engine.begin() as conn:
        who = await people.by_user(conn, cast.committee.user_id, at=house.now)
        everyone = await people.everyone_ever(conn)
    names = {106: "何敏", 107: "赵刚"}
    proposed_by = next((e.id for e in everyone if e.name == names.get(proposer)), None)
    found = Restatement(
        1, 1, 1, SEPTEMBER, None, "漏计", "〔2013〕3号", proposed_by, 1, None, "approval", house.now
    )
    assert approves(who, found, is_released=True) is approves_it


async def proposes_adjustment(house, someone):
    async with house.deed_of(someone) as (conn, city, who):
        row = next(r for r in city.indicator_by_id.values() if r.indicator.code == "K02")
        return await retargets.add(
            conn,
            indicator_id=row.id,
            reason_kind="policy",
            document="张绩〔2013〕9号",
            of_committee=False,
            effective_from=SEPTEMBER,
            by=who.id,
            now=house.now,
            lines=[
                retargets.RetargetLine(city.unit_by_code["T01"].id, None, Decimal(60), Decimal(66))
            ],
        )


async def test_an_adjustment_is_taken_back_by_a_successor_and_never_approved_by_one(
    house, cast, days
):
    number = await proposes_adjustment(house, cast.office)
    await takes_over(house, cast.office, cast.committee)
    async with house.deed_of(cast.committee) as (conn, city, who):
        with pytest.raises(NotAllowed):
            await retarget.approve(conn, city, who, number, now=house.now)
        ended = await retarget.withdraw(conn, city, who, number, now=house.now)
        assert ended.state == "withdrawn"
    async with house.deed_of(cast.contact) as (conn, city, who):
        with pytest.raises((NotAllowed, NotFound)):
            await retarget.withdraw(conn, city, who, number, now=house.now)
