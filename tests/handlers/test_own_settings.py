"""Settings by buttons: the digest's rhythm and hour, and pushes that are only kept to be read."""

import pytest
from past_figures import by_town, release
from rough_hands import presses
from test_file_readings import PASTE

from handlers.operations.people.push_kinds import KINDS
from storage import preferences


async def test_everything_is_reached_by_buttons_from_the_start(cast):
    await cast.reviewer.says("/start")
    shown = await cast.reviewer.taps("⚙️ 设置")
    assert "语言：中文" in shown
    assert "摘要：有事快到期时，09:00" in shown
    for button in ("🔔 摘要", "📣 推送", "🌙 勿扰", "🌐 语言", "👥 代理"):
        assert button in shown.labels


async def test_the_digest_is_chosen_by_buttons_or_by_an_hour(house, cast):
    await cast.reviewer.says("/settings")
    await cast.reviewer.taps("🔔 摘要")
    shown = await cast.reviewer.taps("○ 每个工作日")
    assert "● 每个工作日" in shown.labels
    shown = await cast.reviewer.taps("○ 16:00")
    assert "摘要：每个工作日，16:00" in shown
    assert "● 16:00" in shown.labels
    assert "10:05" in await cast.reviewer.says("摘要 10:05")


@pytest.mark.parametrize("typed", ["8:59", "18:00", "25:00", "明天", "<b>", "9", "-1:00"])
async def test_an_hour_outside_working_hours_changes_nothing(house, cast, typed):
    assert "没有读懂" in await cast.reviewer.says(f"摘要 {typed}")
    async with house.engine.begin() as conn:
        assert await preferences.one(conn, 2) == preferences.Preference()


async def test_a_push_that_was_switched_off_is_kept_on_the_list_and_read_there(house, cast):
    await cast.reviewer.says("/pushes")
    shown = await cast.reviewer.taps("● 有新的数据待审核")
    assert "○ 有新的数据待审核" in shown.labels
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    assert cast.reviewer.sees() == []
    shown = await cast.reviewer.says("/todo")
    assert "🔕 未推送的消息 1 条" in shown
    assert "审核 公共财政预算收入" in shown
    shown = await presses(cast.reviewer, "m:not-pushed:")
    assert "待审核" in shown
    assert "review" in shown.actions
    assert "未推送的消息" not in await cast.reviewer.says("/todo")
    assert "没有未读的消息" in await presses(cast.reviewer, "m:not-pushed:")


async def test_switched_on_again_it_is_pushed(house, cast):
    await cast.reviewer.says("/pushes")
    await cast.reviewer.taps("● 有新的数据待审核")
    await cast.reviewer.taps("○ 有新的数据待审核")
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    assert "待审核" in cast.reviewer.sees()


async def test_what_must_arrive_cannot_be_switched_off_and_is_named(cast):
    shown = await cast.reviewer.says("推送")
    assert "不能关闭的：到期提醒、黄牌红牌、退回" in shown
    for forged in ("digest", "yellow-card", "review-returned", "<b>", "a" * 40):
        await presses(cast.reviewer, f"m:pushes:{forged}")
    assert [label for label in (await cast.reviewer.says("推送")).labels if "○" in label] == []


async def test_nobody_is_asked_about_pushes_that_never_come(cast):
    shown = await cast.contact.says("推送")
    assert "● 每月结果和卡片" in shown.labels
    assert "● 有新的数据待审核" not in shown.labels
    assert "没有可以关闭的推送" in await cast.auditor.says("推送")


async def test_only_ones_own_kept_messages_are_read(house, cast):
    await cast.contact.says("推送")
    await cast.contact.taps("● 本单位数据已审核")
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    await cast.reviewer.says("/review")
    await cast.reviewer.taps("release")
    assert cast.contact.sees() == []
    assert "没有未读的消息" in await presses(cast.other_contact, "m:not-pushed:")
    assert "48.2" in await presses(cast.contact, "m:not-pushed:")


async def test_every_message_of_a_kind_exists(texts):
    for ids in KINDS.values():
        assert all(texts.has("zh", each) and texts.has("en", each) for each in ids)


@pytest.mark.parametrize("said", ["/settings", "/digest daily", "/pushes results", "设置"])
async def test_a_stranger_sets_nothing(cast, said):
    assert "须凭邀请加入" in await cast.stranger.says(said)


async def test_settings_speak_english(house, cast):
    await release(house, "K02", by_town(1, 2, 3, 4))
    shown = await cast.other_observer.says("/settings")
    assert "Digest: when something falls due, 09:00" in shown
    assert "Progress of observations" in (await cast.other_observer.says("/pushes")).text + str(
        cast.other_observer.panel.labels
    )
