"""A figure of a frozen or released month changes: two people and two people, and a 更正."""

import pytest
import sqlalchemy as sa
from dispute_days import files
from rough_hands import bugs, count, presses

from handlers.books import from_json, to_json
from handlers.operations.disputes import open_restatement, restate
from handlers.operations.months.compose_recipe import compose
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import artworks, people, periods, restatements
from storage.schema import artwork, outbox, restatement_event, review, snapshot

SEPTEMBER = Period(2013, 9)
GOES_LOW = "20.1"


@pytest.fixture
async def released(house, cast, days, told):
    """Let September be frozen and released on the 25th; a leader and the contacts have it."""
    await days.come("10-25 10:00")
    await cast.office.says("冻结 2013-09")
    if "❄️ 立即冻结" in cast.office.panel.labels:
        await cast.office.taps("❄️ 立即冻结")
    await cast.office.says("发布 2013-09")
    await cast.office.taps("release-now")
    for part in ("contact", "other_contact", "leader", "committee", "office", "second_office"):
        getattr(cast, part).sees()


async def opened(cast):
    """Let the office ask for a new figure of 金港."""
    await cast.office.says("重述 金港 K02 2013-09")
    await cast.office.says("国库对账更正")
    await cast.office.says("张绩办〔2013〕12号")
    return await cast.office.taps("open")


async def corrected(cast, value=GOES_LOW):
    """Let the monitoring unit file and review the new figure."""
    await cast.reporter.taps("correct-figure")
    await cast.reporter.says(value)
    await cast.reporter.taps("file")
    await cast.reviewer.says("审核")
    return await cast.reviewer.taps("release")


async def state(house, number=1):
    async with house.engine.begin() as conn:
        return (await restatements.one(conn, number)).state


async def sent(house, prefix):
    async with house.engine.begin() as conn:
        rows = await conn.execute(sa.select(outbox).where(outbox.c.key.startswith(prefix)))
        return rows.all()


async def test_the_office_asks_the_monitoring_unit_files_a_second_member_approves(
    house, cast, days, released
):
    assert "重述1已发起，等 财政局 报送新数" in await opened(cast)
    assert "市绩效办依据 张绩办〔2013〕12号 要求重报" in cast.reporter.sees()
    assert "重述1" in await cast.reporter.says("待办")
    assert "报市绩效办批准后生效" in await corrected(cast)
    assert await state(house) == "approval"
    assert "1 金港" in await cast.leader.says("排名 2013-09")
    assert "重述1" not in await cast.office.says("待办")
    assert "重述1" in await cast.second_office.says("待办")
    look = await cast.second_office.taps("restatement")
    assert "48.2亿元 → 20.1亿元" in look
    assert "金港：第 1 → " in look
    answer = await cast.second_office.taps("approve-restatement")
    assert "重述1已生效" in answer
    assert await state(house) == "done"
    assert "K02 公共财政预算收入：20.1亿元" in cast.contact.sees()


async def test_a_correction_is_looked_at_and_reviewed_as_one_figure(house, cast, days, released):
    await opened(cast)
    await cast.reporter.taps("correct-figure")
    look = await cast.reporter.says(GOES_LOW)
    assert "依据：重述1，国库对账更正" in look
    await cast.reporter.taps("file")
    column = await cast.reviewer.says("审核")
    assert "📝 重述1的更正：金港 48.2亿元 → 20.1亿元" in column
    assert "国库对账更正" in column
    assert "缺" not in column, "the other units have their figures"
    assert "迟报" not in column, "the month's column came in time, and that is what counts"


async def test_whoever_asked_for_it_and_filed_it_hears_that_it_is_in_force(
    house, cast, days, released
):
    await opened(cast)
    await corrected(cast)
    await cast.second_office.taps("restatement")
    await cast.second_office.taps("approve-restatement")
    ended = "📝 重述1 金港 K02 公共财政预算收入（2013年9月）：已批准并更正"
    assert ended in cast.office.sees()
    assert ended in cast.reporter.sees()
    assert ended in cast.reviewer.sees()
    assert ended not in cast.second_office.sees()


async def test_whoever_proposed_it_does_not_approve_it(house, cast, days, released):
    await opened(cast)
    await corrected(cast)
    async with house.deed_of(cast.office) as (conn, city, who):
        with pytest.raises(NotAllowed) as no:
            await restate.approve(conn, city, house.services.boards, who, 1, now=house.now)
    assert no.value.message_id == "restate-second-person"
    assert "approve-restatement" not in (await cast.office.says("重述记录")).actions


async def test_the_corrections_go_to_those_who_had_the_old_number_and_to_nobody_else(
    house, cast, days, released
):
    had = {
        row.chat_id
        for prefix in ("push:2013-09", "push-others:2013-09", "workbook:2013-09", "card:2013-09")
        for row in await sent(house, prefix)
    }
    async with house.engine.begin() as conn:  # a leader who came later was told nothing
        late = await people.add(conn, name="新来", user_id=190)
        await people.grant(conn, late, "leader", at=house.now)
    await opened(cast)
    await corrected(cast)
    await cast.second_office.says("待办")
    await cast.second_office.taps("restatement")
    await cast.second_office.taps("approve-restatement")
    got = [row.chat_id for row in await sent(house, "restated:1:")]
    assert sorted(got) == sorted(set(got))
    assert set(got) <= had
    assert {cast.leader.user_id, cast.committee.user_id, cast.contact.user_id} <= set(got)
    assert 190 not in got
    heard = cast.leader.sees()
    assert "更正：金港 K02 公共财政预算收入 48.2亿元 → 20.1亿元" in heard
    assert "文号 张绩办〔2013〕12号" in heard


async def test_another_unit_learns_of_its_own_place_and_nobody_elses_figure(
    house, cast, days, released
):
    await opened(cast)
    await corrected(cast)
    await cast.second_office.says("待办")
    await cast.second_office.taps("restatement")
    await cast.second_office.taps("approve-restatement")
    heard = cast.other_contact.sees()
    assert "更正：2013年9月的结果有变动" in heard
    assert "杨舍：第 2 → 1 位" in heard
    assert "20.1" not in heard.text
    assert "金港" not in heard.text


async def test_the_old_messages_are_marked_and_the_correction_hangs_under_them(
    house, cast, days, released
):
    await opened(cast)
    await corrected(cast)
    await cast.second_office.says("待办")
    await cast.second_office.taps("restatement")
    await cast.second_office.taps("approve-restatement")
    cast.contact.sees()
    marked = [each for each in cast.contact.chat.messages.values() if "🔁 已更正" in each.text]
    assert len(marked) == 1
    assert "金港" in marked[0].text
    assert marked[0].keys
    row = next(e for e in await sent(house, "restated:1:") if e.chat_id == cast.contact.user_id)
    assert row.replies_to_id == marked[0].id


async def approved(cast):
    """Let a second member of the office approve what was filed and reviewed."""
    await cast.second_office.says("待办")
    await cast.second_office.taps("restatement")
    return await cast.second_office.taps("approve-restatement")


async def book_of(house, row):
    """Return the book that whoever draws what a message carries composes from its recipe."""
    async with house.engine.begin() as conn:
        made = await artworks.one(conn, row.artwork_id)
        city = await house.services.shelf.take(conn, house.now.date())
        recipe = from_json(made.book)
        book = await compose(conn, city, house.services.boards, recipe, now=house.now)
    return book, made.form


async def drawn(house, row):
    """Return the kind and the form of what a message carries."""
    book, form = await book_of(house, row)
    return book.kind, form


async def test_whoever_had_a_card_a_chart_or_a_workbook_gets_the_new_one(
    house, cast, days, released
):
    old = {row.artwork_id for row in await sent(house, "card:2013-09")}
    old |= {row.artwork_id for row in await sent(house, "workbook:2013-09")}
    await opened(cast)
    await corrected(cast)
    await approved(cast)
    rows = {row.chat_id: row for row in await sent(house, "restated:1:")}
    unit, leader = rows[cast.contact.user_id], rows[cast.leader.user_id]
    assert (unit.method, await drawn(house, unit)) == ("photo", ("unit", "png"))
    assert "restated" in unit.message
    assert unit.artwork_id not in old
    assert (leader.method, await drawn(house, leader)) == ("photo", ("ranking", "png"))
    again = await sent(house, f"restated-again:1:2013-09:{cast.leader.user_id}:")
    assert [(row.method, await drawn(house, row)) for row in again] == [
        ("document", ("monthly", "xlsx"))
    ]
    assert again[0].artwork_id not in old
    heard = cast.leader.sees()
    assert "🔁 更正后的月度报表" in heard
    assert await sent(house, f"restated-again:1:2013-09:{cast.contact.user_id}:") == []


async def test_the_new_card_and_workbook_hold_the_new_number(house, cast, days, released):
    await opened(cast)
    await corrected(cast)
    await approved(cast)
    [unit] = [e for e in await sent(house, "restated:1:") if e.chat_id == cast.contact.user_id]
    again = await sent(house, f"restated-again:1:2013-09:{cast.leader.user_id}:")
    for row in (unit, again[0]):
        book = to_json((await book_of(house, row))[0])
        assert '"20.1"' in book
        assert '"48.2"' not in book


async def test_what_is_drawn_is_ordered_once_for_everybody_and_composed_by_nobody_yet(
    house, cast, days, released
):
    await opened(cast)
    await corrected(cast)
    await approved(cast)
    async with house.engine.begin() as conn:
        books = (await conn.execute(sa.select(artwork.c.book, artwork.c.key))).all()
    recipes = [from_json(row.book) for row in books if '"kind":"recipe"' in row.book]
    assert {each.dish for each in recipes} == {"unit", "ranking", "monthly"}
    assert len(set(recipes)) == len(recipes)
    assert all(each.reason == "restatement 1" for each in recipes)


async def test_exactly_those_who_had_the_old_number_hear_of_the_new_one(
    house, cast, days, released
):
    async with house.engine.begin() as conn:  # whose message never arrived has no old number
        theirs = sa.and_(outbox.c.chat_id == cast.committee.user_id, outbox.c.lane != "reply")
        await conn.execute(sa.update(outbox).where(theirs).values(state="failed"))
    had = {
        row.chat_id
        for prefix in ("push:2013-09", "push-others:2013-09", "workbook:2013-09", "card:2013-09")
        for row in await sent(house, prefix)
        if row.state == "sent"
    }
    assert cast.committee.user_id not in had
    await opened(cast)
    await corrected(cast)
    await approved(cast)
    got = [row.chat_id for row in await sent(house, "restated:1:")]
    assert sorted(got) == sorted(had)
    for chat_id in had:
        texts = [each.text for each in house.chats[chat_id].messages.values()]
        old = [each for each in await sent(house, "") if each.chat_id == chat_id]
        carried = [e for e in old if e.key.split(":")[0] in ("push", "card", "workbook")]
        assert sum(text.startswith("🔁 已更正") for text in texts) == len(carried)


async def test_who_had_words_alone_gets_words_alone(house, cast, days, released):
    async with house.engine.begin() as conn:
        await conn.execute(
            sa.update(outbox)
            .where(outbox.c.chat_id == cast.contact.user_id, outbox.c.key.startswith("card:"))
            .values(artwork_id=None, method="text")
        )
    await opened(cast)
    await corrected(cast)
    await approved(cast)
    [unit] = [e for e in await sent(house, "restated:1:") if e.chat_id == cast.contact.user_id]
    assert (unit.method, unit.artwork_id) == ("text", None)


async def test_two_approvals_bring_it_into_force_once(house, cast, days, released):
    await opened(cast)
    await corrected(cast)
    await cast.second_office.says("待办")
    await cast.second_office.taps("restatement")
    panel = cast.second_office.panel
    await cast.second_office.taps("approve-restatement", on=panel)
    reviews, notices = await count(house, review), len(await sent(house, "restated:1:"))
    assert "没有重复生效" in await cast.second_office.taps("approve-restatement", on=panel)
    assert await count(house, review) == reviews
    assert len(await sent(house, "restated:1:")) == notices
    approvals = restatement_event.c.kind == "approve"
    assert await count(house, restatement_event, approvals) == 1


async def test_the_month_is_kept_anew_and_both_moments_stay_right(house, cast, days, released):
    async with house.engine.begin() as conn:
        old = await periods.latest_snapshot(conn, 1, SEPTEMBER)
    await opened(cast)
    await corrected(cast)
    await days.come("10-28 10:00")
    await cast.second_office.says("待办")
    await cast.second_office.taps("restatement")
    await cast.second_office.taps("approve-restatement")
    async with house.engine.begin() as conn:
        new = await periods.latest_snapshot(conn, 1, SEPTEMBER)
        kept = await conn.scalar(sa.select(snapshot.c.digest).where(snapshot.c.id == old.id))
    assert kept == old.digest != new.digest
    assert old.places["units"]["T01"]["place"] == 1
    assert new.places["units"]["T01"]["place"] > 1
    assert "1 金港" in await cast.leader.says("排名 2013-09 @2013-10-27")
    assert "1 杨舍" in await cast.leader.says("排名 2013-09 @2013-10-29")
    assert "1 杨舍" in await cast.leader.says("排名 2013-09")


async def test_a_change_that_moves_nothing_is_not_announced(house, cast, days, released):
    await opened(cast)
    await corrected(cast, "48.2001")
    await cast.second_office.says("待办")
    look = await cast.second_office.taps("restatement")
    assert "不发更正" in look
    await cast.second_office.taps("approve-restatement")
    assert await sent(house, "restated:1:") == []
    assert await state(house) == "done"


async def test_a_declined_restatement_changes_nothing_and_says_why(house, cast, days, released):
    await opened(cast)
    await corrected(cast)
    await cast.second_office.says("待办")
    await cast.second_office.taps("restatement")
    await cast.second_office.taps("✖ 不批准")
    await cast.second_office.says("依据不足")
    assert await state(house) == "declined"
    assert "未批准：依据不足" in cast.reporter.sees()
    assert "1 金港" in await cast.leader.says("排名 2013-09")
    assert "没有待审核" in await cast.reviewer.says("审核")


async def test_a_dispute_of_a_released_month_needs_a_document_and_two_members(house, cast, days):
    await days.come("10-24 10:00")
    await files(cast.reporter, cast.reviewer)
    await days.come("10-25 10:00")
    await cast.office.says("冻结 2013-09")
    await cast.office.taps("❄️ 立即冻结")
    await cast.office.says("发布 2013-09")
    await cast.office.taps("release-now")
    await presses(cast.contact, "m:dispute-figure:T01.K02.2013-09")
    await cast.contact.says("20.1")
    await cast.contact.says("多计一笔")
    await cast.contact.taps("submit")
    await cast.reporter.says("异议")
    await cast.reporter.taps("⚖️ 异议1")
    await corrected(cast)
    assert await state(house) == "document"
    assert "异议1" not in await cast.office.says("待办")
    await cast.office.taps("restatement")
    await cast.office.taps("📄 补文号并提交批准")
    await cast.office.says("张绩办〔2013〕15号")
    assert await state(house) == "approval"
    await cast.second_office.says("待办")
    await cast.second_office.taps("restatement")
    await cast.second_office.taps("approve-restatement")
    heard = cast.contact.sees()
    assert "已更正" in heard
    assert "K02 公共财政预算收入：20.1亿元" in heard


async def test_before_the_release_one_member_of_the_office_is_enough(house, cast, days):
    await days.come("10-24 10:00")
    await files(cast.reporter, cast.reviewer)
    await cast.contact.taps("dispute-figure")
    await cast.contact.says("20.1")
    await cast.contact.says("多计一笔")
    await cast.contact.taps("submit")
    await days.come("10-25 10:00")
    await cast.office.says("冻结 2013-09")
    await cast.office.taps("❄️ 立即冻结")
    await cast.reporter.says("异议")
    await cast.reporter.taps("⚖️ 异议1")
    await corrected(cast)
    assert await state(house) == "approval"
    await cast.office.says("待办")
    await presses(cast.office, "m:approve-restatement:1")
    assert await state(house) == "done"
    assert await sent(house, "restated:") == []


@pytest.mark.parametrize(
    ("part", "period", "no"),
    [
        ("contact", SEPTEMBER, NotAllowed),
        ("reviewer", SEPTEMBER, NotAllowed),
        ("auditor", SEPTEMBER, NotAllowed),
        ("office", Period(2013, 10), Refusal),
    ],
)
async def test_a_restatement_is_refused(house, cast, days, released, part, period, no):
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        row, unit = city.indicator(1), city.unit_by_code["T01"]
        with pytest.raises(no):
            await open_restatement.open_restatement(
                conn, city, who, row, unit, period, reason="错", document="1号", now=house.now
            )


async def test_the_same_figure_is_restated_once_at_a_time(house, cast, days, released):
    await opened(cast)
    assert "已在重述中（重述1）" in await cast.office.says("重述 金港 K02 2013-09")
    async with house.deed_of(cast.office) as (conn, city, who):
        with pytest.raises(Outdated):
            await open_restatement.restatable(
                conn, who, city.indicator(1), city.unit_by_code["T01"], SEPTEMBER, now=house.now
            )
        with pytest.raises((NotFound, Outdated)):
            await restate.approve(conn, city, house.services.boards, who, 1, now=house.now)


async def test_what_waits_too_long_is_reminded_each_working_day(house, cast, days, released):
    await opened(cast)
    cast.reporter.sees()
    for day, said in (("10-29", 0), ("10-30", 1), ("10-31", 1), ("11-02", 0)):
        await days.come(f"{day} 09:30")
        await days.come(f"{day} 15:00")
        assert cast.reporter.sees().text.count("⏰ 📝 重述1") == said, day


async def test_hostile_bytes_break_nothing(house, cast, days, released):
    await opened(cast)
    for route in ("restatement", "approve-restatement", "withdraw-restatement", "restate"):
        for data in ("", "x", "9", "d1", "dd", "1.propose", "r1"):
            await presses(cast.office, f"m:{route}:{data}")
            await presses(cast.contact, f"m:{route}:{data}")
    for data in ("r9", "rr", "r", "1"):
        await presses(cast.reporter, f"m:correct-figure:{data}")
    assert await bugs(house) == []
