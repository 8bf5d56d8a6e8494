"""Whatever is said or tapped, by anybody: an answer comes, nothing breaks, nothing is forged."""

import pytest
from rough_hands import bugs, presses, records
from small_city import CAST

from handlers.contents import EVERYTHING

ROLES = (
    "reporter",
    "reviewer",
    "contact",
    "observer",
    "leader",
    "committee",
    "office",
    "auditor",
    "stranger",
)
HUGE = "9" * 40
FEW_ARGS = ("", HUGE, "X.é")
MANY_ARGS = (
    "1",
    "999999",
    "٣",
    "1.2013-09",
    "2013-09.ZZZZ",
    "0000-00",
    "9999-12",
    "a1",
    f"a{HUGE}",
    "-1",
    "--5",
    "1.yes",
    ".",
    ":::",
    "T01.2013-09",
    "town.2013-09",
    "@0001-01-01",
    "@2013-10-12T25:99",
)
FEW_WORDS = ("", "<b>&amp;</i>", HUGE)
MANY_WORDS = (
    "x",
    "2013-13",
    "99999-99",
    "金港 K02 2013-09",
    "@9999-12-31",
    "@0001-01-01",
    "@2013-02-31",
    "@2013-10-12T25:99",
    "\u202e\u200f٣",
    "\x00",
    "1 2 3 4 5 6 7 8 9",
    "字" * 4000,
)
ROUGH = (
    "字" * 4000,
    "x" * 4096,
    "9" * 4096,
    "😀" * 1000,
    "<b>不闭合 &amp; <a href='x'>",
    "\u202e\u200f\u200babc",
    "   \n\t ",
    "\x00\x01",
    "-1e999",
    "NaN",
    "1,2,3=4=5",
    "'; DROP TABLE reading; --",
    "{ $value }",
    "/",
    "／填报",
    "/start@other_bot x",
    "金港 48.2\n" * 300,
)
# Everybody is tried in the slow set; here those whose rights differ most.
QUICK_ROLES = [
    each
    if each in {"reporter", "contact", "office", "stranger"}
    else pytest.param(each, marks=pytest.mark.slow)
    for each in ROLES
]


def _is_offered(opening, part):
    if part not in CAST:
        return opening.for_strangers
    return not opening.roles or CAST[part].role in opening.roles


async def _every_button_is_pressed(house, someone, part, args):
    silent = []
    for each in EVERYTHING:
        for arg in args if _is_offered(each.opening, part) else args[1:2]:
            data = f"m:{each.opening.name}:{arg}"
            if not (await presses(someone, data)).text:
                silent.append(data)
    return silent


async def _every_command_is_said(someone, part, words):
    said = [
        f"/{name} {behind}"
        for each in EVERYTHING
        for name in each.opening.commands[:1]
        for behind in (words if _is_offered(each.opening, part) else words[1:2])
    ]
    return [text for text in said if not (await someone.says(text)).text]


@pytest.mark.parametrize("part", QUICK_ROLES)
async def test_a_forged_menu_button_is_answered_and_writes_nothing(house, cast, part):
    before = await records(house)
    assert await _every_button_is_pressed(house, getattr(cast, part), part, FEW_ARGS) == []
    assert await bugs(house) == []
    assert await records(house) == before


@pytest.mark.slow
@pytest.mark.parametrize("part", ROLES)
async def test_any_bytes_behind_any_menu_button_are_answered(house, cast, part):
    assert await _every_button_is_pressed(house, getattr(cast, part), part, MANY_ARGS) == []
    assert await bugs(house) == []


@pytest.mark.parametrize("part", QUICK_ROLES)
async def test_every_command_with_junk_behind_it_is_answered(house, cast, part):
    assert await _every_command_is_said(getattr(cast, part), part, FEW_WORDS) == []
    assert await bugs(house) == []


@pytest.mark.slow
@pytest.mark.parametrize("part", ROLES)
async def test_any_words_behind_any_command_are_answered(house, cast, part):
    assert await _every_command_is_said(getattr(cast, part), part, MANY_WORDS) == []
    assert await bugs(house) == []


@pytest.mark.parametrize("part", ["reporter", "contact", "observer", "office", "stranger"])
async def test_rough_texts_outside_every_errand_are_answered(house, cast, part):
    someone = getattr(cast, part)
    for text in ROUGH:
        assert (await someone.says(text)).text, text[:20]
        await someone.says("/cancel")
    assert await bugs(house) == []


OPENINGS = (
    ("reporter", "/file", ()),
    ("reporter", "/file", ("K02 公共财政预算收入",)),
    ("reporter", "/file", ("K02 公共财政预算收入", "each")),
    ("other_reporter", "/file", ("each", "nil", "look")),
    ("other_reporter", "/file", ("each", "nil", "look", "mend")),
    ("observer", "/observe", ()),
    ("observer", "/observe 金港", ()),
    ("observer", "/observe 金港", ("环境卫生",)),
    ("office", "/invite", ()),
    ("office", "/revoke", ()),
    ("office", "/deputy", ()),
    ("contact", "/deputy", ()),
)


@pytest.mark.parametrize(("part", "begun", "taps"), OPENINGS)
async def test_rough_texts_inside_an_errand_are_answered_and_record_nothing(
    house, cast, part, begun, taps
):
    someone, before = getattr(cast, part), await records(house)
    for text in ROUGH:
        await someone.says("/cancel")
        await someone.says(begun)
        for tap in taps:
            await someone.taps(tap)
        assert (await someone.says(text)).text, text[:20]
        assert (await someone.sends_photo()).text
    assert await bugs(house) == []
    assert await records(house) == before


@pytest.mark.parametrize("part", ["reporter", "observer", "stranger"])
async def test_an_edited_message_is_answered_and_does_nothing(house, cast, part):
    for text in ("/file K02", "K02\n金港 48.2", "观测", "<b>"):
        assert "不会改变记录" in await getattr(cast, part).edits(text)
    assert await bugs(house) == []


async def test_a_button_of_a_message_too_old_to_reach_is_answered(house, cast):
    """Beyond 48 hours Telegram says of the message only where it stood: date 0, no text."""
    chat = {"id": cast.reporter.user_id, "type": "private", "first_name": "林"}
    body = {
        "id": "q-old",
        "from": cast.reporter._user(),
        "chat_instance": "1",
        "data": "m:todo:",
        "message": {"message_id": 7, "date": 0, "chat": chat},
    }
    await house.takes({"callback_query": body})
    assert "待办" in cast.reporter.sees()
    assert await bugs(house) == []
