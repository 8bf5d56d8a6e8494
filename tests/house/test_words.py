"""Every sentence exists in both languages, is asked for by somebody, and gets what it asks for."""

import ast
import re
from collections import Counter
from typing import Any, get_args

import pytest
from catalogue import catalogue, entries
from source import modules, strings

from handlers.came import Membership
from handlers.contents import EVERYTHING
from handlers.conversations import start
from handlers.conversations.figures import filing_questions
from handlers.errands import Errand
from handlers.texts import LANGUAGES
from scoring import refusals
from scoring.oddities import OddityKind
from storage.extensions import ExtensionEventKind
from storage.observations import EventKind
from storage.people import RoleKind

REFUSALS = {
    name
    for name, each in vars(refusals).items()
    if isinstance(each, type) and issubclass(each, refusals.Refusal)
}
NAMED_AT = {
    "msg": 0,
    "Msg": 0,
    "say": 0,
    "note": 0,
    "hint": 0,
    "go": 1,
    "step": 1,
    "link": 1,
    "picture": 1,
    "document": 1,
    "letter": 1,
    "pass_on": 2,
    **dict.fromkeys(REFUSALS, 0),
}
"""Which argument of a call names the message."""
NOT_VALUES = {"buttons", "alert"}


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _said() -> list[tuple[str, str, set[str] | None]]:
    """Return every message named by a literal: where, its id, and what it is given if known."""
    found: list[tuple[str, str, set[str] | None]] = []
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or _name(node) not in NAMED_AT:
                continue
            at = NAMED_AT[_name(node)]
            if len(node.args) <= at:
                continue
            given = _given(node) if _name(node) != "Msg" else None
            where = f"{path}:{node.lineno}"
            found.extend((where, message_id, given) for message_id in _ids(node.args[at]))
    return found


def _ids(node: ast.expr) -> list[str]:
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=one, orelse=other):
            return [*_ids(one), *_ids(other)]
        case _:
            return []


def _given(node: ast.Call) -> set[str] | None:
    if any(each.arg is None for each in node.keywords):
        return None
    return {str(each.arg) for each in node.keywords} - NOT_VALUES


SAID = _said()


def test_no_message_is_defined_twice():
    for lang in LANGUAGES:
        counted = Counter(message_id for message_id, _ in entries(lang))
        assert [each for each, times in counted.items() if times > 1] == []


def test_every_message_exists_in_both_languages():
    zh, en = (set(catalogue()[lang]) for lang in ("zh", "en"))
    assert zh ^ en == set()


def test_both_languages_ask_for_the_same_values():
    zh, en = catalogue()["zh"], catalogue()["en"]
    different = {
        each: zh[each].asks ^ en[each].asks
        for each in zh
        if each in en and zh[each].asks != en[each].asks
    }
    assert different == {}


def test_a_message_stands_in_the_file_of_the_same_name_in_both_languages():
    zh, en = catalogue()["zh"], catalogue()["en"]
    moved = [each for each in zh if each in en and zh[each].where[3:] != en[each].where[3:]]
    assert moved == []


def test_every_message_named_in_the_code_exists():
    known = set(catalogue()["zh"])
    assert [(where, said) for where, said, _ in SAID if said not in known] == []


def test_every_message_named_in_the_code_is_given_what_it_asks_for():
    zh = catalogue()["zh"]
    missing = [
        (where, said, sorted(zh[said].asks - given))
        for where, said, given in SAID
        if given is not None and said in zh and zh[said].asks - given
    ]
    assert missing == []


def test_no_message_is_given_what_it_never_shows():
    zh = catalogue()["zh"]
    asked: dict[str, set[str]] = {}
    for where, said, _ in SAID:
        asked.setdefault(where, set()).update(zh[said].asks if said in zh else set())
    useless = [
        (where, said, sorted(given - asked[where]))
        for where, said, given in SAID
        if given is not None and given - asked[where]
    ]
    assert useless == []


def _patterns() -> list[re.Pattern[str]]:
    """Return every text put together at run time that can be a message's name."""
    found: set[str] = set()
    for tree in modules().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(each.value)) if isinstance(each, ast.Constant) else "[a-z0-9_-]+"
                    for each in node.values
                ]
                if re.match(r"[a-z]{2,}\\-", parts[0]):
                    found.add("".join(parts))
    return [re.compile(each) for each in sorted(found)]


def _endings() -> set[str]:
    """Return what is put behind a message's name at run time: f"{name}-none"."""
    return {
        str(node.values[1].value)
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        and len(node.values) == len(["name", "ending"])
        and isinstance(node.values[1], ast.Constant)
        and str(node.values[1].value).startswith("-")
    }


def test_every_message_is_used_somewhere():
    used: set[str] = {str(node.value) for tree in modules().values() for node in strings(tree)}
    endings = _endings()
    used |= {f"{name}{ending}" for name in used for ending in endings}
    for each in catalogue()["zh"].values():
        used |= each.refers
    patterns = _patterns()
    unused = [
        each
        for each in catalogue()["zh"]
        if each not in used and not any(pattern.fullmatch(each) for pattern in patterns)
    ]
    assert unused == []


def _acts() -> set[str]:
    """Return every act the journal is given by name, directly or by an operation's own note."""
    found: set[str] = set()
    for tree in modules().values():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            named = [each.value for each in node.keywords if each.arg == "act"]
            is_journal = ast.unparse(node.func) == "journal.add"
            if ast.unparse(node.func) == "_note" and len(node.args) > 2:
                named, is_journal = [node.args[2]], True
            if is_journal:
                found |= {
                    str(each.value)
                    for each in named
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                }
    return found


PUT_TOGETHER: dict[str, list[Any]] = {
    "help": [
        each.opening.name
        for each in EVERYTHING
        if each.opening.in_menu and (each.opening.commands or each.opening.words)
    ],
    "errand": [each.opening.name for each in EVERYTHING if isinstance(each, Errand)],
    "menu": sorted({route for _, routes in start.MENUS for route in routes}),
    "act": sorted(
        {
            *_acts(),
            *(f"chat-{each}" for each in get_args(Membership)),
            *(f"observation-{each}" for each in get_args(EventKind)),
            *(f"extension-{each}" for each in get_args(ExtensionEventKind)),
        }
    ),
    "extension-state": list(get_args(ExtensionEventKind)),
    "odd": list(get_args(OddityKind)),
    "role-name": list(get_args(RoleKind)),
    "file-reason": list(filing_questions.READY_REASONS),
    "review-reason": ["check", "unit", "base"],
    "file-state": ["open", "filed", "released", "returned"],
    "lang-name": list(LANGUAGES),
}


@pytest.mark.parametrize("prefix", PUT_TOGETHER)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_put_together_at_run_time_exists(lang, prefix):
    known = catalogue()[lang]
    assert [each for each in PUT_TOGETHER[prefix] if f"{prefix}-{each}" not in known] == []


def test_the_acts_of_the_journal_were_found_in_the_code():
    assert {"column-filed", "column-released", "invited", "person-left"} <= _acts()


NAMES_IN_CHINESE = {
    "button-lang",
    "help-lang",
    "lang-name-zh",
}
"""What English has in Chinese on purpose: the name of the language to change to."""


def test_the_english_catalogue_speaks_english(texts):
    """Chinese may stand in an example of what to send: in <code>, quotes or brackets."""
    found = {}
    for each, entry in catalogue()["en"].items():
        text = re.sub(r"<code>.*?</code>|“[^”]*”|e\.g\..*|\([^)]*\)", "", entry.text)
        if re.search(r"[\u4e00-\u9fff]", text) and each not in NAMES_IN_CHINESE:
            found[each] = re.findall(r"[\u4e00-\u9fff]+", text)
    assert found == {}


def test_every_route_of_a_menu_and_of_a_button_opens_something():
    names = {each.opening.name for each in EVERYTHING} | {"cancel", "resume"}
    routes = {
        (f"{path}:{node.lineno}", node.args[0].value)
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "go"
        and isinstance(node.args[0], ast.Constant)
    }
    assert [each for each in sorted(routes) if each[1] not in names] == []
    assert {route for _, routes in start.MENUS for route in routes} <= names
