"""The thread of an instruction: asked again, spoken, answered by name, the clock running on."""

import pytest
from matter_days import does, issues, signs, the
from rough_hands import bugs, count, presses
from test_instruct import gives

from handlers.operations.matters import move_matter
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import people
from storage.matters import File
from storage.schema import matter_event


@pytest.fixture
async def given(cast, days):
    """Let 胡静怡 instruct 金港."""
    await gives(cast.leader)
    cast.contact.sees()


async def press(house, someone, *, said="进度如何？", files=()):
    async with house.deed_of(someone) as (conn, city, who):
        return await move_matter.act(
            conn, city, who, 1, "press", said=said, files=files, now=house.now
        )


async def opens(leader):
    await leader.says("批示")
    return await leader.taps("matter:1")


async def test_the_leader_asks_again_and_the_unit_has_a_new_card(house, cast, given):
    before = await the(house)
    await signs(cast.contact)
    cast.contact.sees()
    await opens(cast.leader)
    asked = await cast.leader.taps("answer-matter:1.press")
    assert "对方的时限不变" in asked
    await cast.leader.says("为什么还没有结果？")
    assert "已追问" in await cast.leader.taps("submit")
    heard = cast.contact.sees()
    assert "追问：为什么还没有结果？" in heard
    assert (await the(house)).finish_by == before.finish_by


async def test_a_spoken_question_is_heard_as_it_was_spoken(house, cast, given):
    await opens(cast.leader)
    await cast.leader.taps("answer-matter:1.press")
    shown = await cast.leader.sends_voice("second-voice")
    assert "submit" in shown.actions
    await cast.leader.taps("submit")
    assert [each.file_id for each in cast.contact.sees() if each.file_id] == ["second-voice"]


async def test_a_voice_goes_with_the_line_typed_after_it(house, cast, days):
    await presses(cast.leader, "m:instruct:uT01.2013-09")
    asked = await cast.leader.sends_voice("a-voice")
    assert "再输入一句文字" in asked
    assert "请说明原因" in await cast.leader.says("请说明原因")
    await cast.leader.taps("desk")
    await cast.leader.says("10月31日")
    await cast.leader.taps("give")
    heard = cast.contact.sees()
    assert "请说明原因" in heard
    assert "a-voice" in [each.file_id for each in heard]


async def test_the_leader_reads_who_of_the_unit_answered_and_the_unit_reads_sides(
    house, cast, given
):
    await signs(cast.contact)
    await does(cast.contact, 1, "progress", "已开会")
    shown = await opens(cast.leader)
    assert "承办方（顾明） 报进展：已开会" in shown
    await cast.contact.says("待办")
    own = await cast.contact.taps("matter:1")
    assert "承办方 报进展：已开会" in own
    assert "顾明" not in own


async def test_asking_again_gives_no_more_time_and_hides_no_lateness(house, cast, days, given):
    before = await the(house)
    await days.come("10-09 10:00")
    await press(house, cast.leader)
    after = await the(house)
    assert (before.since, before.due_at) == (after.since, after.due_at)
    await days.come("10-11 09:30")
    assert await count(house, matter_event, matter_event.c.kind == "overdue") == 1
    await press(house, cast.leader)
    await days.come("10-11 10:30")
    assert await count(house, matter_event, matter_event.c.kind == "overdue") == 1


@pytest.mark.parametrize(
    ("part", "refusal"),
    [
        ("contact", NotAllowed),
        ("other_contact", NotFound),
        ("office", NotAllowed),
        ("auditor", NotAllowed),
    ],
)
async def test_only_whoever_gave_it_asks_again(house, cast, given, part, refusal):
    with pytest.raises(refusal):
        await press(house, getattr(cast, part))
    with pytest.raises(Refusal, match="matter-needs-words"):
        await press(house, cast.leader, said=" ", files=[File("", "photo", "f", "u")])


async def test_nothing_is_asked_about_what_is_over(house, cast, given):
    await signs(cast.contact)
    await does(cast.contact, 1, "report", "好了")
    with pytest.raises(Outdated):
        await press(house, cast.leader)
    await presses(cast.leader, "m:matter-tap:1.accept")
    with pytest.raises(Outdated):
        await press(house, cast.leader)
    assert await bugs(house) == []


async def test_the_thread_in_english(house, cast, days):
    for someone in (cast.leader, cast.contact):
        async with house.engine.begin() as conn:
            row = await people.by_user(conn, someone.user_id, at=house.now)
            await people.set_lang(conn, row.id, "en")
    await cast.leader.says("/instruct")
    await cast.leader.says("Find out why")
    await cast.leader.says("金港")
    await cast.leader.taps("desk")
    assert cast.leader.panel.labels[0].startswith("3 working days (Fri 11 October")
    await cast.leader.says("31 Oct")
    await cast.leader.taps("give")
    await cast.contact.says("/todo")
    await cast.contact.taps("matter:1")
    await cast.contact.taps("matter-tap:1.sign")
    await cast.leader.says("/instructions")
    await cast.leader.taps("matter:1")
    await cast.leader.taps("❓ Ask again")
    await cast.leader.says("Any news?")
    await cast.leader.taps("submit")
    assert "asked again" in cast.contact.sees()
    await cast.contact.taps("answer-matter:1.report")
    await cast.contact.says("Done, see the notice")
    await cast.contact.taps("submit")
    await cast.leader.says("/todo")
    shown = await cast.leader.taps("matter:1")
    assert "Done, see the notice" in shown
    assert "顾明" in shown
    assert "accepted" in (await cast.leader.taps("matter-tap:1.accept")).text.lower()


async def test_a_repeated_weakness_is_marked_in_the_list(house, cast, days):
    await issues(cast.office)
    await issues(cast.office, words="河道又有垃圾")
    listed = await cast.leader.says("整改")
    assert "整改2 🔁" in listed
    assert "整改1 🔁" not in listed
