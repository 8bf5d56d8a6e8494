"""The help: short, complete, and written in one hand."""

import pytest

from handlers.contents import EVERYTHING
from handlers.texts import msg

MOST = {"zh": 46, "en": 96}
OFFERED = [
    each.opening.name
    for each in EVERYTHING
    if each.opening.in_menu and (each.opening.commands or each.opening.words)
]


def test_whatever_is_opened_by_a_word_has_a_command_and_the_other_way_round():
    one_way = [
        each.opening.name
        for each in EVERYTHING
        if each.opening.in_menu and bool(each.opening.commands) != bool(each.opening.words)
    ]
    assert one_way == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", OFFERED)
def test_what_it_does_is_one_short_line_in_one_hand(texts, lang, name):
    said = texts.plain(lang, msg(f"help-{name}"))
    assert "\n" not in said
    assert len(said) <= MOST[lang], said
    assert not said.endswith((".", "。")), said
    assert lang == "zh" or said[0] == said[0].upper(), said
