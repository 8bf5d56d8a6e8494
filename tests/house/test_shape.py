"""The shape of the source: small modules, small functions, sentences on top, no prose inside."""

import ast
import re

from source import lines_of, modules, strings

from handlers.contents import EVERYTHING
from handlers.errands import Errand

MODULE_LINES, FUNCTION_LINES = 300, 50

LONG_MODULES = {
    "storage/city_lines.py": "every line of the tables people bring, side by side",
    "storage/readings.py": "one noun: everything asked of readings",
    "storage/migrations/versions/0001_the_city_the_first_time.py": "a step is written once",
    "handlers/conversations/figures/file_readings.py": "one errand reads as one play",
    "handlers/conversations/ledger/claim.py": "one errand reads as one play",
    "handlers/conversations/office/office.py": "one desk",
    "handlers/conversations/people/people_desk.py": "one desk",
    "handlers/conversations/results/moves.py": "four looks at one question, what moves a place",
    "storage/people.py": "one noun: everything asked of people",
    "bot/demo/month.py": "one play, act by act",
}
LONG_FUNCTIONS = {
    "storage/migrations/versions/0001_the_city_the_first_time.py:downgrade": "every table, once",
    "handlers/conversations/office/office.py:show": "one message with its whole keyboard",
    "handlers/conversations/results/why.py:_whole": "one message with its whole keyboard",
    "storage/migrations/versions/0001_the_city_the_first_time.py:upgrade": "every table, once",
    "storage/migrations/versions/0006_what_is_asked_of_figures.py:upgrade": "written once",
}


SENTENCE = re.compile(r"[\u4e00-\u9fff][^\n]{0,40}[。！？]|[\u4e00-\u9fff]{16,}")
SENTENCES_KNOWN = {
    "handlers/grammar/": "what people may write and still be understood",
    "bot/demo/": "the play",
    "bot/sandbox/": "invented people",
}

STEPS = {
    "file": {"CHOOSE": 1, "ENTER": 2, "EACH": 3, "REASON": 4, "LOOK": 5, "MEND": 6, "EVIDENCE": 7},
    "return": {"REASON": 1},
    "invite": {"NAME": 1, "ROLE": 2, "PLACE": 3, "CHECK": 4},
    "revoke": {"WHO": 1, "SURE": 2},
    "deputy": {"FOR": 1, "DEPUTY": 2, "DAYS": 3},
    "file-for": {"CHOOSE": 1, "ENTER": 2, "EACH": 3, "LOOK": 5, "EVIDENCE": 7, "FOR": 9, "WHY": 10},
    "object-behalf": {"WORDS": 1},
    "handover": {"WHOSE": 1, "TO": 2, "CHECK": 3},
    "answer-alert": {"WORDS": 1, "CONFIRM": 2},
    "extend": {"WHICH": 1, "UNTIL": 2, "WHY": 3},
    "extend-answer": {"UNTIL": 1, "WHY": 2},
    "dispute-figure": {"FIGURE": 1, "WANTED": 2, "REASON": 3},
    "answer-dispute": {"REASON": 1},
    "restate": {"WHICH": 1, "REASON": 2, "DOCUMENT": 3, "CONFIRM": 4},
    "answer-restatement": {"WORDS": 1},
    "correct-figure": {"VALUE": 1, "LOOK": 2},
    "instruct": {"WORDS": 1, "TO": 2, "UNIT": 3, "DUE": 4, "CONFIRM": 5},
    "open-inspection": {"THEME": 1, "UNITS": 2, "WHO": 3, "UNTIL": 4, "CONFIRM": 5},
    "file-finding": {
        "UNIT": 1,
        "CATEGORY": 2,
        "WORDS": 3,
        "SEVERITY": 4,
        "ITEM": 5,
        "CONFIRM": 6,
    },
    "answer-matter": {"WORDS": 1},
    "issue-rectification": {"UNIT": 1, "CATEGORY": 2, "WORDS": 3, "TERM": 4, "CONFIRM": 5},
    "confirm-fixed": {"FIXED": 1, "NOT_FIXED": 2},
}
"""Steps are saved with drafts: a number once given stays, whatever is added."""


def test_every_module_opens_with_a_sentence():
    bare = []
    for path, tree in modules().items():
        prose = ast.get_docstring(tree)
        is_empty = not tree.body
        if not is_empty and (not prose or not re.search(r"[.…:!?]", prose)):
            bare.append(path)
    assert bare == []


def test_modules_stay_small():
    long = {path for path in modules() if lines_of(path) > MODULE_LINES}
    assert long - set(LONG_MODULES) == set()


def test_functions_stay_small():
    long = set()
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES and f"{path}:{node.name}" not in LONG_FUNCTIONS:
                    long.add((f"{path}:{node.name}", lines))
    assert long == set()


DUE_BY_RULE = {"due_at", "due_on", "freeze_at"}
MAY_ASK_THE_RULE = {
    "handlers/operations/clock/deadlines.py": "adds what moved a deadline",
    "handlers/operations/imports/import_writing.py": "dates figures of years before the bot",
}


def test_everybody_takes_deadlines_from_the_one_place_that_knows_what_moved_them():
    found = {
        path
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if path.startswith(("handlers/", "bot/"))
        and isinstance(node, ast.ImportFrom)
        and node.module == "scoring.due"
        and any(each.name in DUE_BY_RULE for each in node.names)
    }
    assert found - set(MAY_ASK_THE_RULE) == set()


def test_no_module_is_named_after_nothing():
    nothing = {"utils", "util", "helpers", "common", "core", "base", "manager", "service", "misc"}
    found = {path for path in modules() if path.rsplit("/", 1)[-1].removesuffix(".py") in nothing}
    assert found == set()


def test_no_sentence_for_people_lives_in_python():
    found = [
        f"{path}:{node.lineno} {node.value[:40]!r}"
        for path, tree in modules().items()
        if not any(path.startswith(each) for each in SENTENCES_KNOWN)
        for node in strings(tree)
        if SENTENCE.search(node.value)
    ]
    assert found == []


def test_nobody_catches_everything_but_the_one_who_apologises():
    known = {"handlers/turn.py"}
    found = {
        path
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and path.startswith(("handlers/", "storage/", "scoring/"))
    }
    assert found <= known


def test_step_numbers_are_never_changed():
    now = {
        each.opening.name: {step.name: int(step) for step in each.steps if int(step) > 0}
        for each in EVERYTHING
        if isinstance(each, Errand)
    }
    for name, steps in STEPS.items():
        assert {step: now[name].get(step) for step in steps} == steps


LEFT_TO_OTHERS = {"file": {9, 10}}
"""Numbers an errand leaves out because another one on the same desk has them: file-for."""


def test_steps_are_numbered_from_one_without_gaps_and_end_in_done():
    for each in EVERYTHING:
        if isinstance(each, Errand):
            left_out = LEFT_TO_OTHERS.get(each.opening.name, set())
            numbers = sorted({int(step) for step in each.steps} | left_out)
            assert numbers == [-1, *range(1, len(numbers))], each.opening.name


WORKS_ON_IMPORT = {
    "bot/__init__.py": "the Telegram library reads its environment when it is imported",
}


def test_no_work_is_done_when_a_module_is_imported():
    found = [
        f"{path}:{node.lineno}"
        for path, tree in modules().items()
        for node in tree.body
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and not path.endswith(("__main__.py", "env.py"))
        and path not in WORKS_ON_IMPORT
    ]
    assert found == []
