"""The office's desk: late, waiting, odd, undelivered; the journal; requests to join."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from past_figures import AUGUST, by_town, release
from rough_hands import bugs, presses
from small_city import MORNING
from test_file_readings import PASTE, SLIP

from handlers.operations.office.office_desk import send_again
from scoring.refusals import NotAllowed
from storage import journal
from storage.schema import journal as journal_table
from storage.schema import outbox

DESK = ("office", "late", "to-review", "odd", "undelivered", "set-aside", "access", "people")


async def test_the_desk_counts_what_is_due_waits_and_is_odd(house, cast):
    await release(
        house, "K02", by_town(43, 50, 25, 15), period=AUGUST, at=MORNING - timedelta(days=9)
    )
    await cast.reporter.says(SLIP)
    await cast.reporter.taps("explain")
    await cast.reporter.taps("ready")
    await cast.reporter.taps("file")
    shown = await cast.office.says("/office")
    assert "应报 3：按时 1" in shown
    assert "待审核 1，异常数值 1" in shown
    odd = await cast.office.taps("❗异常（1）")
    assert "金港 公共财政预算收入 482亿元" in odd
    assert "已核对原始报表，数值无误" in odd
    await cast.office.taps("🏛 工作台")
    assert "• 财政局：公共财政预算收入" in await cast.office.taps("🔍 待审核（1）")


async def test_who_is_late_is_named_with_how_long(house, cast):
    house.passes(days=3)
    assert "🔴 未报 财政局：K02" in await cast.office.says("迟报")
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    assert "🟡 迟报 1 个工作日 财政局：K02" in await cast.office.says("迟报")


async def test_another_month_may_be_asked_for_and_an_unreadable_one_is_said_to_be_so(cast):
    assert "2013年8月" in await cast.office.says("/office 2013-08")
    for asked in ("八月", "2013-13", "<b>"):
        assert "没有认出" in await cast.office.says(f"/office {asked}")


@pytest.mark.parametrize("part", ["reporter", "reviewer", "contact", "observer", "leader"])
async def test_nobody_but_the_office_sits_at_the_desk(house, cast, part):
    for route in DESK:
        answer = await presses(getattr(cast, part), f"m:{route}:")
        assert answer.toast, route
        assert "待审核" not in answer


async def test_an_undelivered_message_is_shown_and_sent_again_once(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    cast.reviewer.sees()
    async with house.engine.begin() as conn:
        await conn.execute(
            sa.update(outbox).where(outbox.c.key.like("review:%")).values(state="unknown")
        )
    shown = await cast.office.says("未送达")
    assert "周建平" in shown
    panel = cast.office.panel
    assert "已安排补发" in await cast.office.taps("↻ 1")
    assert "待审核" in cast.reviewer.sees()
    assert "这条已处理" in await cast.office.taps("↻ 1", on=panel)
    assert cast.reviewer.sees() == []
    async with house.deed_of(cast.leader) as (conn, _, who):
        with pytest.raises(NotAllowed):
            await send_again(conn, who, 1, now=house.now)


@pytest.mark.parametrize("part", ["office", "auditor"])
async def test_the_journal_is_read_and_its_chain_checked(house, cast, part):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    shown = await getattr(cast, part).says("/audit")
    assert "✅ 记录链完整" in shown
    assert "林晓燕 报送 K02 2013-09" in shown


async def test_a_changed_entry_of_the_journal_is_found(house, cast):
    await cast.leader.says("/hours off")
    await cast.leader.says("/hours off")
    async with house.engine.begin() as conn:
        await conn.execute(sa.text("DROP TRIGGER journal_no_update"))  # by whoever has the file
        await conn.execute(
            sa.update(journal_table).where(journal_table.c.id == 1).values(subject="x")
        )
        assert await journal.first_broken(conn) == 1
    assert "⛔ 记录链在第 1 条断开" in await cast.auditor.says("/audit")


async def test_every_act_of_an_observation_can_be_read_in_the_journal(house, cast):
    await cast.observer.says("/observe 金港")
    await cast.observer.taps("环境卫生")
    await cast.observer.says("河边有垃圾一大堆")
    await cast.observer.taps("submit")
    assert "随手报" in await cast.auditor.says("/audit")
    assert await bugs(house) == []


async def test_a_request_to_join_is_declined_once(cast):
    await cast.stranger.says("申请加入")
    cast.office.sees()
    told = cast.office.panel
    assert "已拒绝" in await cast.office.taps("拒绝")
    assert "此按钮已失效" in await cast.office.taps("拒绝", on=told)


@pytest.mark.parametrize("chat_id", ["", "--5", "x", "9" * 40, "-", "５"])
async def test_a_forged_channel_is_not_used(house, cast, chat_id):
    assert "此按钮已失效" in await presses(cast.office, f"m:channel:{chat_id}")
    assert await bugs(house) == []
