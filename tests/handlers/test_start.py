"""Arriving: the menu of one's role, the list of what waits, and what a stranger is shown."""

import re

import pytest
from rough_hands import presses
from small_city import CAST
from test_file_readings import PASTE

from storage.schema import person

MENU = {
    "reporter": "✍️ 填报",
    "reviewer": "🔍 审核",
    "contact": "📇 单位卡片",
    "observer": "👁 随手报",
    "leader": "🏆 排名",
    "committee": "🏆 排名",
    "office": "🏛 绩效办工作台",
    "auditor": "🧾 操作记录",
}


@pytest.mark.parametrize("part", [part for part in MENU if part != "observer"])
async def test_everybody_is_greeted_by_name_with_the_buttons_of_their_role(cast, part):
    shown = await getattr(cast, part).says("/start")
    assert f"{CAST[part].name}，您好" in shown
    assert MENU[part] in shown.labels
    others = set(MENU.values()) - {MENU[part], "🏆 排名", "📇 单位卡片", "🧾 操作记录"}
    assert not others & set(shown.labels)


@pytest.mark.parametrize("part", [*MENU])
async def test_every_button_of_a_menu_opens_something_for_whoever_sees_it(house, cast, part):
    someone = getattr(cast, part)
    await someone.says("/start")
    menu = someone.panel
    for row in menu.keys:
        for key in row:
            answer = await presses(someone, key.data)
            assert answer.text
            assert "您的角色不办理" not in answer


@pytest.mark.parametrize("part", [*MENU])
@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_whatever_stands_on_a_menus_button_can_be_typed(house, cast, part, lang):
    someone = getattr(cast, part)
    async with house.engine.begin() as conn:
        await conn.execute(person.update().values(lang=lang))
    await someone.says("/start")
    for label in someone.panel.labels:
        answer = await someone.says(re.sub(r"^\W+", "", label))
        assert "没有明白" not in answer
        assert "did not understand" not in answer
        await someone.says("/cancel")


async def test_inside_a_conversation_the_words_of_a_button_are_an_answer(cast):
    await cast.observer.says("观测")
    await cast.observer.taps("张家港保税区（金港镇）")
    await cast.observer.taps("环境卫生")
    assert "✓ 文字：单位卡片" in await cast.observer.says("单位卡片")


async def test_the_list_holds_what_waits_with_the_most_urgent_first(cast):
    shown = await cast.reporter.says("待办")
    assert "待办（2）" in shown
    assert "1. ✍️ 填报 K02" in shown
    opened = await cast.reporter.taps("1")
    assert "K02 公共财政预算收入（亿元）" in opened


async def test_what_is_filed_leaves_the_list_and_waits_for_the_reviewer(cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    assert "K02" not in await cast.reporter.says("待办")
    shown = await cast.reviewer.says("待办")
    assert "🔍 审核 公共财政预算收入" in shown
    assert "待审核（共 1 项）" in await cast.reviewer.taps("1")


async def test_an_overdue_figure_says_so(house, cast):
    house.passes(days=5)
    assert "🔴 已过期 K02" in await cast.reporter.says("待办")


async def test_an_empty_list_says_so(cast):
    assert "待办已清空" in await cast.leader.says("/todo")


@pytest.mark.parametrize("text", ["/start", "你好", "/file", "排名", "/start x", "K02\n金港 1"])
async def test_a_stranger_is_shown_the_door_whatever_they_say(cast, text):
    shown = await cast.stranger.says(text)
    assert "须凭邀请加入" in shown
    assert shown.labels == ["🙋 申请加入"]


async def test_a_stranger_asks_to_come_in_once_and_the_office_is_told(cast):
    await cast.stranger.says("/start")
    assert "已转告市绩效办" in await cast.stranger.taps("🙋 申请加入")
    assert "申请加入：路人" in cast.office.sees()
    assert "已在市绩效办" in await cast.stranger.says("申请加入")
    assert cast.office.sees() == []


async def test_an_unknown_command_is_named(cast):
    shown = await cast.reporter.says("/nonsense x")
    assert "没有这个命令" in shown
    assert "“/nonsense x”" in shown


async def test_a_command_in_full_width_or_with_the_bots_name_is_understood(cast):
    assert "2013年9月填报" in await cast.reporter.says("／file")
    assert "2013年9月填报" in await cast.reporter.says("/file@jixiao_bot")


async def test_in_english_nothing_is_in_chinese_but_names(house, cast):
    names = {"杨舍镇农联村", "金港", "杨舍", "锦丰", "塘桥", "财政局", "统计局", "中文"}
    for text in ("/start", "/todo", "/lang", "/hours", "/nonsense", "/observe", "/cancel"):
        shown = await cast.other_observer.says(text)
        for said in [shown.text, *shown.labels]:
            plain = re.sub(r"张家港\S+|“[^”]*”|e\.g\..*|• \S+ /", "", said)
            found = set(re.findall(r"[\u4e00-\u9fff]+", plain)) - names
            assert found == set(), text
