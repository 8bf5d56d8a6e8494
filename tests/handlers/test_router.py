"""Where a conversation stands: back, out, aside and on again; old buttons; a new process."""

from dataclasses import replace
from datetime import timedelta

import pytest
from harness import House, Someone
from rough_hands import bugs, count, presses, records
from small_city import CAST
from test_file_readings import K02, PASTE

from handlers.boards import BoardShelf
from handlers.city import CityShelf
from handlers.contents import EVERYTHING, build_router
from handlers.errands import Errand
from handlers.operations.clock.queue_due import queue_due
from storage import drafts
from storage.schema import draft, filing, processed_update


async def status(house, number=-1):
    async with house.engine.begin() as conn:
        rows = (await conn.execute(draft.select().order_by(draft.c.id))).all()
    return rows[number].status


# --- back, out, aside ------------------------------------------------------------------------


async def test_one_step_back_keeps_what_was_typed(cast):
    await cast.reporter.says("/file")
    await cast.reporter.taps(K02)
    await cast.reporter.says("1=48.2 2=55")
    entering = await cast.reporter.taps("◀ 上一步")
    assert "→ 48.2" in entering
    assert K02 in (await cast.reporter.taps("◀ 上一步")).labels
    assert "◀ 上一步" not in cast.reporter.panel.labels
    assert "金港　— → 48.2" in await cast.reporter.says("金港 48.2")


@pytest.mark.parametrize("way", ["/cancel", "取消", "button"])
async def test_whatever_was_begun_is_left_without_a_trace(house, cast, way):
    await cast.reporter.says(PASTE)
    panel = cast.reporter.panel
    answer = await (cast.reporter.taps("cancel") if way == "button" else cast.reporter.says(way))
    assert "没有记录任何内容" in answer
    assert await status(house) == "cancelled"
    assert "已经办完或已取消" in await cast.reporter.taps("file", on=panel)
    assert await count(house, filing) == 0


async def test_opening_an_errand_again_goes_on_with_what_was_typed(cast):
    await cast.reporter.says(PASTE)
    again = await cast.reporter.says("/file")
    assert "接着上次没办完的" in again
    assert "55" in again
    assert "file" in again.actions


async def test_an_errand_laid_aside_is_taken_up_where_it_was_left(cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.says("/deputy")
    again = await cast.reporter.says("填报")
    assert "接着上次没办完的" in again
    assert "55" in again


async def test_there_is_nothing_to_leave_where_nothing_was_begun(cast):
    assert "没有正在办的事" in await cast.reporter.says("/cancel")


@pytest.mark.parametrize("side", ["/todo", "排名", "/help", "菜单", "/start", "/lang", "/nonsense"])
async def test_a_look_aside_keeps_the_conversation(house, cast, side):
    await cast.reporter.says(PASTE)
    assert (await cast.reporter.says(side)).text
    assert await status(house) == "open"
    await cast.reporter.says("金港 48.9")
    await cast.reporter.taps("file")
    assert await count(house, filing) == 1


async def test_another_errand_lays_the_first_aside_and_the_list_takes_it_up(house, cast):
    await cast.reporter.says(PASTE)
    begun = await cast.reporter.says("/deputy")
    assert "“填报”已暂存" in begun
    assert await status(house, 0) == "parked"
    listed = await cast.reporter.says("/todo")
    assert "未完成：填报" in listed
    number = next(n for n, line in enumerate(listed.text.splitlines()) if "未完成：填报" in line)
    back = await cast.reporter.taps(str(number))
    assert "金港　— → 48.2" in back
    assert await status(house, 0) == "open"
    assert await status(house, 1) == "parked"
    assert "已提交审核" in await cast.reporter.taps("file")


async def test_a_button_of_what_was_laid_aside_takes_it_up_and_acts(house, cast):
    await cast.reporter.says(PASTE)
    panel = cast.reporter.panel
    await cast.reporter.says("/deputy")
    assert "已提交审核" in await cast.reporter.taps("file", on=panel)
    assert await count(house, filing) == 1


async def test_words_inside_a_sentence_open_nothing(house, cast):
    await cast.reviewer.says("/deputy")
    answer = await cast.reviewer.says("审核 一下")
    assert "找到 0 人" in answer


async def test_a_file_where_none_is_expected_is_answered_and_the_step_asked_again(cast):
    await cast.reporter.says(PASTE)
    for answer in (
        await cast.reporter.sends_voice(),
        await cast.reporter.sends_document("表.xlsx"),
        await cast.reporter.sends_location(31.0, 120.0),
    ):
        assert "金港　— → 48.2" in answer


async def test_a_file_outside_every_errand_is_answered(cast):
    for answer in (
        await cast.contact.sends_photo(),
        await cast.contact.sends_location(31.0, 120.0),
    ):
        assert "现在没有需要附件的步骤" in answer


# --- old buttons -----------------------------------------------------------------------------


async def test_a_button_of_an_earlier_step_changes_nothing_and_shows_the_present(house, cast):
    await cast.reporter.says("/file")
    old = cast.reporter.panel
    await cast.reporter.taps(K02)
    await cast.reporter.says("1=48.2")
    answer = await cast.reporter.taps("pick", on=old)
    assert "此按钮已失效，已显示最新状态" in answer
    assert "金港　— → 48.2" in answer


async def test_two_taps_on_one_button_are_one_step(house, cast):
    await cast.other_reporter.says("/file")
    panel = cast.other_reporter.panel
    assert "1/4" in await cast.other_reporter.taps("each", on=panel)
    assert "1/4" in await cast.other_reporter.taps("each", on=panel)


async def test_nobody_can_tap_somebody_elses_button(house, cast):
    await cast.reporter.says(PASTE)
    data = cast.reporter.panel.key("file").data
    for part in ("other_reporter", "reviewer", "office", "contact", "observer"):
        answer = await presses(getattr(cast, part), data)
        assert "已经办完或已取消" in answer
    assert "还没有加入" in await presses(cast.stranger, data)
    assert await count(house, filing) == 0
    assert await status(house) == "open"


FORGED = [
    None,
    "",
    ":",
    "m",
    "m:",
    "m::",
    "m:nothing:",
    "v1",
    "v1:1:1",
    "v1:zz:0:file:",
    "v1:zzzzzzzzzzzzzzzzzzzzzz:0:file:",
    "v1:1:zzzzzzzzzzzzzzzzzzzzzz:file:",
    "v1:-1:0:file:",
    "v1:１:０:file:",
    "v1:é:é:file:",
    "v2:1:0:file:",
    "m:release:999999",
    "m:release:９",
    "m:unit:X",
    "m:resume:999999999999999999999999",
    "m:resume:é",
    "填报",
    "x" * 64,
    "\x00\x00",
    "😀" * 16,
]


@pytest.mark.parametrize("part", ["reporter", "reviewer", "office", "stranger"])
async def test_forged_bytes_are_answered_and_write_nothing(house, cast, part):
    if part == "reporter":
        await cast.reporter.says(PASTE)
    before = await records(house)
    for data in FORGED:
        assert (await presses(getattr(cast, part), data)).text, data
    assert await records(house) == before
    assert await bugs(house) == []


async def test_a_forged_step_of_ones_own_conversation_shows_the_present(house, cast):
    await cast.reporter.says(PASTE)
    head = cast.reporter.panel.key("file").data.rsplit(":", 2)[0]
    for action in ("nil", "pick", "nonsense", "", "ready-all"):
        answer = await presses(cast.reporter, f"{head}:{action}:", message_id=2)
        assert "此按钮已失效" in answer
        head = cast.reporter.panel.key("file").data.rsplit(":", 2)[0]
    assert await bugs(house) == []


# --- the same thing twice, or late -----------------------------------------------------------


async def test_the_same_update_twice_takes_effect_once(house, cast):
    await cast.reporter.says(PASTE)
    body = {
        "id": "q",
        "from": cast.reporter._user(),
        "chat_instance": "1",
        "data": cast.reporter.panel.key("file").data,
        "message": cast.reporter._envelope(cast.reporter.panel.id) | {"text": "…"},
    }
    await house.takes({"callback_query": body})
    house.last_update_id -= 1
    await house.takes({"callback_query": body})
    assert await count(house, filing) == 1


async def test_updates_that_come_out_of_order_are_all_answered(house, cast):
    house.last_update_id = 50
    assert (await cast.reporter.says("/file")).text
    house.last_update_id = 10
    assert (await cast.reporter.says(PASTE)).text
    assert await count(house, processed_update) == 2


async def test_an_edited_message_changes_nothing_and_says_so(house, cast):
    await cast.reporter.says(PASTE)
    assert "不会改变记录" in await cast.reporter.edits(PASTE.replace("48.2", "99"))
    assert "已提交审核" in await cast.reporter.taps("file")


# --- time, and a new process -----------------------------------------------------------------


async def test_what_nobody_touched_for_a_week_is_closed_and_its_buttons_say_so(house, cast):
    await cast.reporter.says(PASTE)
    panel = cast.reporter.panel
    house.passes(days=8)
    services = house.services
    await queue_due(
        services.engine,
        now=house.now,
        shelf=services.shelf,
        boards=services.boards,
        texts=services.texts,
    )
    await house.posts()
    assert await status(house) == "expired"
    assert "已经办完或已取消" in await cast.reporter.taps("file", on=panel)


async def test_a_new_process_between_any_two_steps_loses_nothing(house, cast, texts):
    async def restarted(before):
        fresh = House(house.engine, build_router(), texts=texts, now=before.now)
        fresh.services = replace(fresh.services, shelf=CityShelf(), boards=BoardShelf())
        fresh.chats, fresh.last_update_id = before.chats, before.last_update_id
        return fresh, Someone(fresh, cast.reporter.user_id, cast.reporter.name)

    here, someone = await restarted(house)
    for text, button in (("/file", K02), ("1=48.2 2=55", "mend"), ("杨舍 56", None)):
        await someone.says(text)
        here, someone = await restarted(here)
        if button:
            await someone.taps(button)
            here, someone = await restarted(here)
    assert "已提交审核" in await someone.taps("file")
    assert await count(house, filing) == 1


async def test_a_draft_of_an_older_shape_is_retired_and_says_so(house, cast):
    await cast.reporter.says(PASTE)
    async with house.engine.begin() as conn:
        await conn.execute(draft.update().values(version=0))
    assert "系统更新后" in await cast.reporter.says("金港 1")
    assert await status(house) == "expired"


async def test_the_open_conversation_of_a_person_is_one(house, cast):
    for text in ("/file", "/deputy", "/file", PASTE):
        await cast.reporter.says(text)
    async with house.engine.begin() as conn:
        rows = (await conn.execute(draft.select().where(draft.c.status == "open"))).all()
    assert len(rows) == 1


# --- who is offered what ---------------------------------------------------------------------


@pytest.mark.parametrize("part", [*CAST, "stranger"])
async def test_every_command_of_another_role_is_refused_in_words(house, cast, part):
    someone = getattr(cast, part)
    kind = CAST[part].role if part in CAST else None
    for each in EVERYTHING:
        opening = each.opening
        theirs = not opening.roles or kind in opening.roles
        offered = opening.for_strangers if kind is None else theirs
        if offered or not opening.commands:
            continue
        answer = await someone.says(f"/{opening.commands[0]}")
        refusal = "您的角色不办理这一项" if someone.lang == "zh" else "This is not for your role"
        assert ("须凭邀请加入" if kind is None else refusal) in answer, opening.name
    assert await count(house, draft) == 0


async def test_an_idle_conversation_is_not_closed_before_its_time(house, cast):
    await cast.reporter.says(PASTE)
    async with house.engine.begin() as conn:
        assert await drafts.untouched_since(conn, house.now - timedelta(days=7)) == []


def test_every_step_an_errand_can_reach_has_its_place():
    for each in EVERYTHING:
        if isinstance(each, Errand):
            assert {int(step) for step in each.steps} - {-1} == {int(p) for p in each.places}
