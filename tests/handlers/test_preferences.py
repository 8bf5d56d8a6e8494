"""Help, language and quiet hours: what a person decides for themselves."""

import pytest
from small_city import CAST
from test_file_readings import PASTE

from handlers.contents import EVERYTHING


@pytest.mark.parametrize("part", [part for part in CAST if part != "other_observer"])
async def test_help_lists_ones_own_commands_and_nobody_elses(cast, part):
    shown = await getattr(cast, part).says("/help")
    for each in EVERYTHING:
        opening = each.opening
        if not opening.commands or not opening.in_menu or opening.name == "help":
            continue
        is_own = not opening.roles or CAST[part].role in opening.roles
        lines = [line for line in shown.text.splitlines() if line.startswith("•")]
        assert any(f"/{opening.commands[0]}　" in f"{line}　" for line in lines) == is_own


async def test_the_language_is_changed_and_with_it_commands_and_later_messages(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reviewer.says("/lang")
    assert "English from now on" in await cast.reviewer.taps("English")
    assert house.commands_shown[cast.reviewer.user_id] == {"reviewer"}
    await cast.reporter.taps("file")
    pushed = cast.reviewer.sees()
    assert "review" in pushed.text.lower()
    assert "待审核" not in pushed
    assert "待审核" not in await cast.reviewer.says("/review")
    await cast.reviewer.says("/lang zh")
    assert "待审核" in await cast.reviewer.says("/review")


@pytest.mark.parametrize("asked", ["fr", "ZH", "zh-cn", "<b>", "中文"])
async def test_a_language_that_is_not_spoken_is_answered_with_the_choice(cast, asked):
    shown = await cast.leader.says(f"/lang {asked}")
    assert shown.labels == ["中文", "English"]


@pytest.mark.parametrize("said", ["21:00-08:00", "12:00 – 13:30", "12:00至13:30", "off"])
async def test_quiet_hours_are_kept(cast, said):
    assert "✅" in await cast.leader.says(f"勿扰 {said}")


@pytest.mark.parametrize("said", ["25:00-01:00", "9-5", "总是", "21:00", "21:00-08:00 x"])
async def test_hours_that_cannot_be_read_change_nothing(cast, said):
    assert "没有读懂时段" in await cast.leader.says(f"勿扰 {said}")


async def test_a_message_waits_for_the_end_of_ones_quiet_hours(house, cast):
    await cast.reviewer.says("勿扰 08:00-12:00")
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    assert cast.reviewer.sees() == []
    house.passes(hours=3, minutes=1)
    await house.posts()
    assert "待审核" in cast.reviewer.sees()


@pytest.mark.parametrize("text", ["/lang en", "/hours off", "/cancel", "/todo"])
async def test_a_stranger_chooses_nothing(cast, text):
    assert "须凭邀请加入" in await cast.stranger.says(text)


async def test_whoever_is_in_need_not_ask_to_come_in(cast):
    assert "您已经加入" in await cast.leader.says("申请加入")
