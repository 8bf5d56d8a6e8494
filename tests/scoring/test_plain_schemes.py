"""Schemes of everything come out as plain arithmetic has them, from a folder and from a workbook.

Targets, seasons, four frequencies, four rules for what is missing, caps, given and observed
bounds, blocks in points with relative ones inside, what is not applicable, what was filed later,
the ledger.
"""

from __future__ import annotations

import argparse
import json
from fractions import Fraction

import pytest
from plain_composites import half_up
from plain_schemes import drawn

from bot.score_command import add_arguments, run

FEW = range(12)
MANY = [pytest.param(seed, marks=pytest.mark.slow) for seed in range(12, 80)]


def told(capsys, path, plain):
    words = [str(path), "--period", "2013-09", "--json"]
    words += ["--as-of", plain.as_of] if plain.as_of else []
    words += ["--final"] if plain.final else []
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    code = run(parser.parse_args(words))
    out, err = capsys.readouterr()
    assert code == 0, err
    return json.loads(out)


@pytest.mark.parametrize("seed", [*FEW, *MANY])
def test_every_score_total_and_place_is_that_of_plain_arithmetic(tmp_path, capsys, seed):
    plain = drawn(seed)
    folder = told(capsys, plain.write_folder(tmp_path / "folder"), plain)
    workbook = told(capsys, plain.write_workbook(tmp_path / "book.xlsx"), plain)
    expected = plain.result()

    assert workbook == folder
    for group in folder["groups"]:
        ranked = {each["unit"]: each for each in group["ranking"]}
        assert set(ranked) == {code for code, of in plain.units.items() if of == group["category"]}
        totals = {code: expected[code][0] for code in ranked}
        keys = {
            code: total if plain.rank_on == "exact" else half_up(total, 2)
            for code, total in totals.items()
            if total is not None
        }
        for code, each in ranked.items():
            scores = {own["indicator"]: own["score"] for own in each["indicators"]}
            wanted = {
                indicator: None if isinstance(score, str) else score
                for indicator, score in expected[code][1].items()
            }
            assert {
                name: None if score is None else Fraction(score) for name, score in scores.items()
            } == wanted, code
            if totals[code] is None:
                assert (each["score"], each["place"]) == (None, None)
                continue
            assert Fraction(each["score"]) == half_up(totals[code], 2), code
            ahead = sum(key > keys[code] for key in keys.values())
            assert int(each["place"]) == ahead + 1
