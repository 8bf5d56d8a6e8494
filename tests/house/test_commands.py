"""What is offered under "/" and in words: complete, unambiguous, and only one's own."""

import re
from collections import Counter

import pytest

from handlers.commands import COMMANDS_SHOWN, commands_of
from handlers.contents import EVERYTHING
from handlers.conversations.start import MENUS
from handlers.texts import LANGUAGES, msg
from storage.people import Person, PersonRow, RoleRow

KINDS = [kind for kind, _ in MENUS]


def _somebody(kind):
    fields = dict.fromkeys(PersonRow.__dataclass_fields__)
    row = PersonRow(**(fields | {"id": 1, "name": "林", "lang": "zh", "user_id": 1}))
    values = dict.fromkeys(RoleRow.__dataclass_fields__) | {"kind": kind}
    return Person(row=row, roles=(RoleRow(**values),))


def test_no_command_and_no_word_opens_two_things():
    for part in ("commands", "words"):
        counted = Counter(each for one in EVERYTHING for each in getattr(one.opening, part))
        assert [each for each, times in counted.items() if times > 1] == []


def test_names_are_unique_and_fit_into_a_buttons_bytes():
    names = [each.opening.name for each in EVERYTHING]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z-]{2,24}", name) for name in names)


def test_commands_are_such_as_telegram_takes():
    for each in EVERYTHING:
        assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name in each.opening.commands)


@pytest.mark.parametrize("kind", KINDS)
def test_everybody_sees_their_own_commands_and_help_among_them(kind):
    shown = commands_of(_somebody(kind))
    assert len(shown) <= COMMANDS_SHOWN
    opened = {each.opening.name: each.opening for each in EVERYTHING}
    assert all(not opened[name].roles or kind in opened[name].roles for name in shown)
    assert "start" in shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_is_described_within_telegrams_256_characters(lang, texts):
    for each in EVERYTHING:
        if each.opening.commands and each.opening.in_menu:
            said = texts.plain(lang, msg(f"help-{each.opening.name}"))
            assert 2 < len(said) <= 256


@pytest.mark.parametrize(("kind", "routes"), MENUS)
def test_a_menu_offers_nothing_that_would_be_refused(kind, routes):
    opened = {each.opening.name: each.opening for each in EVERYTHING}
    for route in routes:
        assert opened[route].is_for(_somebody(kind)), route
