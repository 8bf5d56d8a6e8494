"""Whatever is said or tapped, by anybody: an answer comes, nothing breaks, nothing is forged."""

import asyncio

import pytest
import sqlalchemy as sa
from rough_hands import bugs, count, presses, records
from small_city import CAST

from handlers.contents import EVERYTHING
from storage.schema import filing, processed_update

PARTS = (*CAST, "stranger")
HUGE = "9" * 40
ARGS = (
    "",
    "1",
    "999999",
    HUGE,
    "X",
    "é",
    "٣",
    "1.2013-09",
    "2013-09.ZZZZ",
    "0000-00",
    "a1",
    f"a{HUGE}",
    "-1",
    "--5",
    "1.yes",
    ".",
    ":::",
    "T01.2013-09",
    "@0001-01-01",
    "@2013-10-12T25:99",
)
JUNK = (
    "",
    "x",
    HUGE,
    "2013-13",
    "99999-99",
    "金港 K02 2013-09",
    "@9999-12-31",
    "@0001-01-01",
    "@2013-10-12T25:99",
    "<b>&amp;</i>",
    "\u202e\u200f٣",
    "\x00",
    "1 2 3 4 5 6 7 8 9",
)


def _kinds(part):
    return {CAST[part].role} if part in CAST else set()


def _offered(opening, part):
    if part not in CAST:
        return opening.for_strangers
    return not opening.roles or CAST[part].role in opening.roles


@pytest.mark.parametrize("part", PARTS)
async def test_a_forged_menu_button_is_answered_and_writes_nothing(house, cast, part):
    someone, before = getattr(cast, part), await records(house)
    n = 0
    for each in EVERYTHING:
        for arg in ARGS if _offered(each.opening, part) else ARGS[3:4]:
            n += 1
            answer = await presses(someone, f"m:{each.opening.name}:{arg}")
            if not answer.text:
                print("NO ANSWER", part, each.opening.name, arg)
    print(*await bugs(house), sep="\n")
    after = await records(house)
    print({k: (before[k], after[k]) for k in after if after[k] != before[k]})
    print("TURNS", n)
    assert False


@pytest.mark.parametrize("part", PARTS)
async def test_every_command_with_junk_behind_it_is_answered(house, cast, part):
    someone = getattr(cast, part)
    for each in EVERYTHING:
        for name in each.opening.commands[:1]:
            for junk in JUNK if _offered(each.opening, part) else JUNK[2:3]:
                answer = await someone.says(f"/{name} {junk}")
                if not answer.text:
                    print("NO ANSWER", part, name, junk)
    print(*await bugs(house), sep="\n")
    assert False
