"""docs/scoring.md says what the code does: every method, every parameter, every example."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import get_args

import pytest
from folder_cast import write_folder
from rule_cast import award, facts

from bot.score_command import add_arguments, run
from scoring.methods import METHODS
from scoring.model import MissingRule
from scoring.rounding import rounded
from scoring.told import Scored

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "scoring.md").read_text(encoding="utf-8")
CHINESE = (DOCS / "scoring.zh-CN.md").read_text(encoding="utf-8")
OPTIONAL = {"?": "–", "!": "must"}


def rows(heading: str) -> list[list[str]]:
    """The rows of the table under the header that begins so."""
    _, _, after = PAGE.partition(f"| {heading} |")
    table = after.split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


EXAMPLES = rows("case")


def test_every_method_stands_there_with_its_parameters_and_their_defaults():
    told = {row[0]: row[3] for row in rows("method")}
    expected = {
        f"`{name}`": " ".join(
            f"`{key}={OPTIONAL.get(default, default)}`" for key, default in rule.params.items()
        )
        for name, rule in METHODS.items()
    }
    assert told == expected


def test_every_rule_for_missing_figures_stands_there():
    assert [row[0].strip("`") for row in rows("`missing`")] == list(get_args(MissingRule))


def test_every_method_that_has_an_edge_of_its_own_is_shown_by_an_example():
    shown = {re.match(r"`(\w+)", row[1])[1] for row in EXAMPLES}
    assert len(EXAMPLES) > 40
    assert shown <= METHODS.keys()


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: f"{row[1]} {row[0]}")
def test_an_example_is_computed_as_it_is_written(row):
    _, method, value, target, base, peers, points = row

    def number(text):
        return None if text == "none" else text

    def fact(unit, value, base):
        plan = {"target": number(target), "year_base": number(base)}
        return facts(value, unit, base=number(base), **plan)

    others = [
        fact(f"P{n}", *(peer.split("/") if "/" in peer else (peer, "none")))
        for n, peer in enumerate(peers.split())
    ]
    outcome = award(method.strip("`"), fact("own", value, base), *others)
    answer = str(rounded(outcome.points, 2)) if isinstance(outcome, Scored) else "no answer"

    assert answer == points


def test_the_keys_of_the_json_are_those_that_stand_there(tmp_path, capsys):
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    run(parser.parse_args([str(write_folder(tmp_path)), "--json"]))
    told = json.loads(capsys.readouterr().out)
    unit = told["groups"][0]["ranking"][0]
    because = unit["indicators"][0]["because"]
    held = {*told, *told["groups"][0], *unit, *unit["indicators"][0]}
    held |= {*because, *because["rule"], *because["source"], "parts"}

    named = {word for row in rows("key") for word in re.findall(r"`(\w+)`", " ".join(row))}
    assert named == held


# --- the same page in Chinese -------------------------------------------------------------------


def tables(page: str) -> list[list[list[str]]]:
    """Every table's rows, the head among them, as their cells."""
    found = re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE)
    return [
        [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
        for table in found
    ]


def in_code(text: str) -> list[str]:
    return sorted(set(re.findall(r"`([^`\n]+)`", text.replace("必填", "must"))))


def sections(page: str) -> list[tuple[str, str]]:
    """The marks of every heading and what stands under it."""
    parts = re.split(r"^(#+) .+$", page, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def test_the_chinese_page_has_the_same_sections_with_the_same_names_and_bullets():
    here, there = sections(PAGE), sections(CHINESE)
    assert [marks for marks, _ in here] == [marks for marks, _ in there]
    for (_, english), (_, chinese) in zip(here, there, strict=True):
        assert in_code(english) == in_code(chinese)
        assert english.count("\n- **") == chinese.count("\n- **")


def test_the_chinese_tables_have_the_same_rows_and_numbers():
    here, there = tables(PAGE), tables(CHINESE)
    assert [len(table) for table in here] == [len(table) for table in there]
    said = {"none": "无", "no answer": "无法计分"}
    for english, chinese in zip(here, there, strict=True):
        assert english[1] == chinese[1]
        for row, told in zip(english[2:], chinese[2:], strict=True):
            assert len(row) == len(told)
            assert [in_code(cell) for cell in row] == [in_code(cell) for cell in told]
            for cell, same in zip(row[1:], told[1:], strict=True):
                if re.fullmatch(r"[-\d./ ]*", cell) or cell in said:
                    assert same == said.get(cell, cell)


def test_the_chinese_page_has_the_same_figures_in_its_prose():
    for (_, english), (_, chinese) in zip(sections(PAGE), sections(CHINESE), strict=True):
        prose = [re.sub(r"^\|.*$", "", text, flags=re.MULTILINE) for text in (english, chinese)]
        here, there = (set(re.findall(r"\d+(?:[.,^]\d+)*", text)) for text in prose)
        assert here == there


def test_no_line_of_the_chinese_page_was_left_in_english():
    without_code = re.sub(r"`[^`\n]+`", "", CHINESE)
    for line in without_code.splitlines():
        assert len(re.findall(r"[A-Za-z]{3,}", line)) <= 6 or re.search(r"[一-鿿]", line), line
