"""The month as one list: a number means one line of one indicator, until it is handed in."""

from datetime import timedelta

import pytest
from past_figures import AUGUST, by_town, release
from rough_hands import bugs, presses
from small_city import MORNING
from test_file_at_once import filed

LONG_AGO = MORNING - timedelta(days=60)


@pytest.fixture
async def listed(cast):
    """Let the reporter look at the list of K02's four towns and K03's three."""
    await cast.reporter.says("/file")
    return await cast.reporter.taps("📋 一张清单报 2 项（共 7 个数）")


async def test_numbers_run_on_from_one_indicator_to_the_next(listed):
    assert "2013年9月填报清单：共 7 个数" in listed
    assert "4. 塘桥" in listed
    assert "K03 税收收入占公共财政预算收入比重（%）10月10日（周四）17:30截止\n5. 金港" in listed
    assert "8. " not in listed


async def test_one_message_answers_every_indicator(house, cast, listed):
    shown = await cast.reporter.says("1=48.2 2=55 3=28 4=17 5=86.5 6无 7=87")
    assert "金港　— → 48.2" in shown
    assert "杨舍　— → 无数据" in shown
    shown = await cast.reporter.taps("file")
    assert shown.text.count("回执") == 2
    assert await filed(house, "K02") == by_town("48.2", 55, 28, 17)
    assert await filed(house, "K03") == {"T01": "86.5", "T02": "no_data", "T03": "87"}


async def test_after_the_look_a_number_still_means_the_same_line(house, cast, listed):
    await cast.reporter.says("1=48.2 2=55 3=28 4=17 5=86.5 6=85 7=87")
    shown = await cast.reporter.says("6=85.5")
    assert "杨舍　— → 85.5" in shown
    await cast.reporter.taps("file")
    assert (await filed(house, "K03"))["T02"] == "85.5"


async def test_what_a_colleague_files_meanwhile_moves_no_number(house, cast, listed):
    await release(house, "K02", by_town(48, 55, 28, 17), period=AUGUST.next, at=MORNING)
    shown = await cast.reporter.says("5=86.5 6=85 7=87")
    assert "K03" in shown
    assert "K02" not in shown


async def test_an_indicator_that_is_chosen_has_numbers_of_its_own(cast, listed):
    await cast.reporter.taps("back")
    await cast.reporter.taps("K03 税收收入占公共财政预算收入比重")
    shown = await cast.reporter.says("1=86.5 2=85 3=87")
    assert "K03" in shown
    assert "K02" not in shown


async def test_a_table_may_be_pasted_instead(cast, listed):
    shown = await cast.reporter.says("K02\n金港 48.2\n杨舍 55")
    assert "金港　— → 48.2" in shown


async def test_the_rest_is_as_last_month(house, cast):
    await release(house, "K02", by_town(43, 50, 25, 15), period=AUGUST, at=LONG_AGO)
    await cast.reporter.says("/file")
    await cast.reporter.taps("list")
    shown = await cast.reporter.says("1=48.2 5=86.5 其余不变")
    assert "杨舍　50 → 50" in shown
    assert "杨舍 没有上次的数" in shown


@pytest.mark.parametrize("said", ["9=4", "你好", "1=", "<b>1</b>", "0=3"])
async def test_what_is_not_understood_keeps_the_list_and_says_so(cast, house, listed, said):
    shown = await cast.reporter.says(said)
    assert "共 7 个数" in shown
    assert "⚠️" in shown or "没有读出" in shown
    assert not await bugs(house)


async def test_a_voice_message_keeps_the_list(cast, house, listed):
    assert "共 7 个数" in await cast.reporter.sends_voice()
    assert not await bugs(house)


async def test_where_one_indicator_is_left_there_is_no_list(house, cast):
    await cast.reporter.says("/file K02")
    await cast.reporter.says("1=48.2 2=55 3=28 4=17")
    await cast.reporter.taps("file")
    shown = await cast.reporter.says("/file")
    assert "K03 税收收入占公共财政预算收入比重" in shown.labels
    assert not [each for each in shown.labels if each.startswith("📋")]


async def test_a_list_button_pressed_twice_or_of_somebody_else_changes_nothing(house, cast, listed):
    stale = next(each for each in cast.reporter.chat.messages.values() if each.keys)
    for key in [key for row in stale.keys for key in row]:
        await presses(cast.other_reporter, key.data)
    shown = await cast.reporter.says("1=48.2")
    assert "金港　— → 48.2" in shown
    assert not await bugs(house)
