"""Help, language and quiet hours: what a person decides for themselves."""

import pytest
from small_city import CAST
from test_file_readings import PASTE

from handlers.contents import EVERYTHING


def offered(part):
    """Return what is offered to somebody of the cast, with its word and its command."""
    role = CAST[part].role
    return [
        each.opening
        for each in EVERYTHING
        if each.opening.in_menu and (not each.opening.roles or role in each.opening.roles)
        if each.opening.name != "help"
        if each.opening.commands or each.opening.words
    ]


@pytest.mark.parametrize("part", [part for part in CAST if part != "other_observer"])
async def test_help_names_ones_own_words_at_once_and_nobody_elses(cast, part):
    shown = await getattr(cast, part).says("/help")
    told = {
        word
        for line in shown.text.splitlines()[1:]
        if "：" in line
        for word in line.partition("：")[2].split("、")
    }
    own = {each.words[0] if each.words else f"/{each.commands[0]}" for each in offered(part)}
    assert own == told
    assert not any(line.startswith("•") for line in shown.text.splitlines())


@pytest.mark.parametrize("part", ["office", "reporter", "contact", "observer", "auditor"])
async def test_each_theme_says_what_its_commands_do_in_the_same_message(cast, part):
    someone = getattr(cast, part)
    first = await someone.says("/start")
    assert first
    await someone.taps("help")
    page = someone.panel
    lines: list[str] = []
    for label, data in [(k.label, k.data) for row in page.keys for k in row if "m:help:" in k.data]:
        await someone.taps(data.removeprefix("m:"), on=page)
        shown = someone.chat.messages[page.id]
        assert label in shown.text
        lines += [line for line in shown.text.splitlines() if line.startswith("•")]
    for opening in offered(part):
        if opening.commands:
            assert any(f"/{opening.commands[0]}　" in f"{line}　" for line in lines), opening.name
    assert len(lines) == len(offered(part))


async def test_a_theme_that_is_not_ones_own_shows_the_first_page(cast):
    assert "市绩效办" not in await cast.reporter.says("/help month")


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
