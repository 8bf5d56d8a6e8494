"""`jixiao score`, as somebody runs it who has never heard of the bot."""

from __future__ import annotations

import argparse
import json

import pytest
from folder_cast import SCHEME, TABLES, write_folder, write_workbook

from bot.score_command import add_arguments, run


def jixiao_score(capsys, *words) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    code = run(parser.parse_args([str(word) for word in words]))
    out, err = capsys.readouterr()
    return code, out, err


def test_json_has_the_promised_shape_with_numbers_as_strings(tmp_path, capsys):
    code, out, err = jixiao_score(capsys, write_folder(tmp_path), "--period", "2013-09", "--json")
    told = json.loads(out)

    assert (code, err) == (0, "")
    assert (told["scheme"], told["period"]) == ("S-2013", "2013-09")
    towns, bureaus = told["groups"]
    assert [unit["unit"] for unit in towns["ranking"]] == ["A", "B"]
    first = towns["ranking"][0]
    assert {name: first[name] for name in ("place", "score", "rate", "coverage")} == {
        "place": "1",
        "score": "92.25",
        "rate": "0.9225",
        "coverage": "1",
    }
    revenue = first["indicators"][0]
    assert {name: revenue[name] for name in ("indicator", "points", "score")} == {
        "indicator": "K1",
        "points": "60",
        "score": "56.25",
    }
    assert revenue["because"]["fact"] == "why-progress"
    assert revenue["because"]["given"]["planned"] == "80"
    (silent,) = bureaus["ranking"]
    assert (silent["place"], silent["score"], silent["rate"]) == (None, None, None)


def test_bonus_in_force_is_in_the_score_and_what_comes_later_is_not(tmp_path, capsys):
    _, out, _ = jixiao_score(capsys, write_folder(tmp_path), "--period", "2013-09", "--json")
    beta = json.loads(out)["groups"][0]["ranking"][1]

    # 45 of 60, a nil report beside it: 75 of 100, and 1.5 bonus.
    assert (beta["score"], beta["coverage"]) == ("76.50", "0.6")


def test_the_latest_period_is_the_default(tmp_path, capsys):
    _, out, _ = jixiao_score(capsys, write_folder(tmp_path), "--json")
    assert json.loads(out)["period"] == "2013-09"


def test_a_large_folder_gives_the_same_json(tmp_path, capsys, monkeypatch):
    small = jixiao_score(capsys, write_folder(tmp_path), "--json")
    monkeypatch.setattr("storage.scheme_folder.LARGE_BYTES", 0)
    large = jixiao_score(capsys, tmp_path, "--json")

    assert large == small


def test_a_workbook_gives_the_same_json(tmp_path, capsys):
    folder = jixiao_score(capsys, write_folder(tmp_path / "folder"), "--json")
    workbook = jixiao_score(capsys, write_workbook(tmp_path / "book.xlsx"), "--json")

    assert workbook == folder


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_has_a_line_a_unit_and_its_indicators_below(tmp_path, capsys, lang, monkeypatch):
    monkeypatch.setattr("storage.scheme_folder.LARGE_BYTES", 0)
    code, out, err = jixiao_score(capsys, write_folder(tmp_path), "--lang", lang)
    lines = out.splitlines()

    assert code == 0
    assert "92.25" in next(line for line in lines if "Alpha" in line)
    assert "K1 56.25/60  K2 90.00/40" not in out
    assert "    K1 56.25/60  K2 36.00/40" in lines
    assert "[2/2] K2" in err
    assert ("名次" in out) == (lang == "zh")


def test_a_long_list_of_indicators_is_wrapped(tmp_path, capsys):
    codes = [f"INDICATOR{n:02}" for n in range(10)]
    rows = "".join(f"{code},X,econ,6,rating100\n" for code in codes)
    write_folder(
        tmp_path,
        indicators=f"code,name,group,weight,method\n{rows}L,L,life,40,rating100\n",
        figures="period,indicator_code,unit_code,value\n2013-09,L,A,90\n",
        targets=None,
        seasonality=None,
        ledger=None,
        units="code,name\nA,Alpha\n",
    )
    _, out, _ = jixiao_score(capsys, tmp_path, "--lang", "en")

    assert "All units" in out
    assert sum(line.startswith("    ") for line in out.splitlines()) == 2


@pytest.mark.parametrize(("lang", "words"), [("zh", "序时进度"), ("en", "Progress")])
def test_one_units_points_are_explained_in_words(tmp_path, capsys, lang, words):
    code, out, _ = jixiao_score(capsys, write_folder(tmp_path), "--why", "A", "--lang", lang)

    assert code == 0
    assert words in out
    assert "56.25" in out


def test_an_unknown_unit_cannot_be_explained(tmp_path, capsys):
    code, out, err = jixiao_score(capsys, write_folder(tmp_path), "--why", "Z", "--lang", "en")

    assert (code, out) == (2, "")
    assert "“Z”" in err


def test_everything_wrong_is_said_at_once_and_nothing_is_printed(tmp_path, capsys):
    write_folder(
        tmp_path,
        figures=TABLES["figures.csv"] + "2013-09,K1,B,12a,\n2013-09,K7,B,1,\n",
        indicators=TABLES["indicators.csv"].replace(",40,", ",41,"),
    )
    code, out, err = jixiao_score(capsys, tmp_path, "--lang", "en")

    assert (code, out) == (2, "")
    assert "figures.csv line 8, column value, value “12a”: " in err
    assert "figures.csv line 9, column indicator_code, value “K7”: " in err
    assert "41" in err
    assert err.endswith("3 faults; nothing was computed.\n")


def test_a_program_reads_everything_wrong_as_json(tmp_path, capsys):
    write_folder(
        tmp_path,
        figures=TABLES["figures.csv"] + "2013-09,K1,B,12a,\n2013-09,K7,B,1,\n",
        scheme=SCHEME.replace('code = "life"', 'code = "life"\nparent = "x"') + "[",
    )
    code, out, err = jixiao_score(capsys, tmp_path, "--lang", "en", "--json", "--why", "A")
    toml, number, unknown = json.loads(out)["errors"]

    assert code == 2
    assert (toml["file"], toml["line"], toml["column"]) == ("scheme.toml", "19", None)
    assert number == {
        "file": "figures.csv",
        "line": "8",
        "column": "value",
        "value": "12a",
        "code": "import-fault-number",
        "reason": "This should be a number.",
    }
    assert (unknown["line"], unknown["value"], unknown["code"]) == (
        "9",
        "K7",
        "folder-indicator-unknown",
    )
    # A person who looks on sees the same three in words.
    assert err.count("\n") == 4


def test_a_program_is_told_that_there_is_no_such_unit(tmp_path, capsys):
    code, out, _ = jixiao_score(capsys, write_folder(tmp_path), "--why", "Z", "--json")
    (error,) = json.loads(out)["errors"]

    assert code == 2
    assert (error["file"], error["line"], error["value"]) == ("--why", None, "Z")


def test_one_units_reasons_as_json_add_up_to_its_score(tmp_path, capsys):
    ledger = TABLES["ledger.csv"] + "B,X02,-0.25,2013-09-01\n"
    write_folder(tmp_path, ledger=ledger)
    code, out, err = jixiao_score(capsys, tmp_path, "--why", "B", "--json")
    told = json.loads(out)
    revenue, _ = told["indicators"]

    assert (code, err) == (0, "")
    assert (told["scheme"], told["period"], told["category"]) == ("S-2013", "2013-09", "towns")
    # 45 of 60, a nil report beside it: 75 of 100, 1.5 bonus, 0.25 deduction.
    assert (told["unit"], told["place"], told["score"]) == ("B", "2", "76.25")
    assert (told["bonus"], told["deduction"]) == ("1.5", "0.25")
    assert revenue["amount"] == "75.00"
    assert revenue["because"] == {
        "fact": "why-progress",
        "given": revenue["because"]["given"],
        "state": "scored",
        "rule": {"scheme": "S-2013", "method": "progress"},
        "source": {"table": "figures", "period": "2013-09"},
    }
    assert all(isinstance(value, str) for value in revenue["because"]["given"].values())


def test_a_blank_has_its_reason_and_no_source(tmp_path, capsys):
    _, out, _ = jixiao_score(capsys, write_folder(tmp_path), "--why", "C", "--json")
    (revenue,) = [each for each in json.loads(out)["indicators"] if each["indicator"] == "K1"]

    assert revenue["score"] is None
    assert "amount" not in revenue
    assert revenue["because"]["state"] == "missing"
    assert revenue["because"]["source"] is None


def test_numbers_of_a_reason_are_whole_for_a_program_and_short_for_a_person(tmp_path, capsys):
    figures = TABLES["figures.csv"].replace("75,60", "75.0000123,60")
    write_folder(tmp_path, figures=figures)
    _, out, _ = jixiao_score(capsys, tmp_path, "--why", "A", "--json")
    given = json.loads(out)["indicators"][0]["because"]["given"]
    _, words, _ = jixiao_score(capsys, tmp_path, "--why", "A", "--lang", "en")

    assert "75.0000123" in given.values()
    assert "75.0000123" not in words
    assert "75 " in words


def test_a_terminal_is_told_how_far_the_reading_is(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("storage.scheme_folder.LARGE_BYTES", 0)
    monkeypatch.setattr("storage.scheme_folder.LINES_TOLD", 3)
    write_folder(tmp_path)
    _, _, err = jixiao_score(capsys, tmp_path, "--lang", "en")

    assert [line for line in err.splitlines() if "lines read" in line] == [
        "targets.csv: 3 lines read …",
        "figures.csv: 3 lines read …",
        "figures.csv: 6 lines read …",
    ]
    assert err.endswith("Printing …\n")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    _, out, err = jixiao_score(capsys, tmp_path, "--json", "--lang", "en")
    assert "figures.csv: 6 lines read …" in err
    assert json.loads(out)["period"] == "2013-09"


def test_a_folder_that_is_not_there_and_one_without_figures_are_wrong_input(tmp_path, capsys):
    code, _, err = jixiao_score(capsys, tmp_path / "no", "--lang", "zh")
    assert code == 2
    assert "没有这个文件夹或文件" in err
    write_folder(tmp_path, figures="period,indicator_code,unit_code,value\n")
    code, _, err = jixiao_score(capsys, tmp_path, "--lang", "en")
    assert code == 2
    assert "no figures" in err


def test_the_final_account_counts_what_is_missing_as_nothing(tmp_path, capsys):
    _, out, _ = jixiao_score(capsys, write_folder(tmp_path), "--final", "--json")
    gamma = json.loads(out)["groups"][1]["ranking"][0]

    assert (gamma["score"], gamma["place"]) == ("0.00", "1")


@pytest.mark.parametrize("words", [("--period", "2013-13"), ("--as-of", "yesterday")])
def test_a_period_or_moment_that_is_none_is_refused_by_name(tmp_path, capsys, words):
    with pytest.raises(SystemExit) as refused:
        jixiao_score(capsys, tmp_path, *words)
    assert refused.value.code == 2


def test_as_of_takes_a_moment_or_a_day(tmp_path, capsys):
    write_folder(
        tmp_path,
        figures="period,indicator_code,unit_code,value,base,filed_on\n"
        "2013-09,K1,A,40,,2013-10-05\n2013-09,K1,A,80,,2013-10-12\n",
    )
    scores = []
    for moment in ("2013-10-06T09:00:00+08:00", "2013-10-12"):
        _, out, _ = jixiao_score(capsys, tmp_path, "--as-of", moment, "--json")
        scores.append(json.loads(out)["groups"][0]["ranking"][0]["indicators"][0]["score"])
    assert scores == ["30.00", "60.00"]


@pytest.mark.parametrize(("lang", "expected"), [("en_GB.UTF-8", "en"), ("zh_CN", "zh"), ("", "zh")])
def test_the_language_is_the_terminals(monkeypatch, lang, expected):
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", lang)
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert parser.parse_args(["x"]).lang == expected
