"""Nothing that somebody puts into a scheme folder ends in a traceback: it is scored, or refused.

A refusal names the file, the line, the column, the value and the reason, finds everything at once,
prints nothing else and ends with code 2; in both languages.
"""

from __future__ import annotations

import argparse
import json
import random

import pytest
import xlsxwriter
from folder_cast import SCHEME, TABLES, write_folder, write_workbook

from bot.score_command import CELL_SHOWN, add_arguments, run
from handlers.texts import LANGUAGES


def score(capsys, *words):
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    code = run(parser.parse_args([str(word) for word in words]))
    out, err = capsys.readouterr()
    return code, out, err


def refused(capsys, folder, lang="en"):
    """The lines of a refusal, without what was being read and how many there are."""
    code, out, err = score(capsys, folder, "--lang", lang)
    assert (code, out) == (2, "")
    lines = err.splitlines()
    assert len(lines) >= 3, lines
    return lines[1:-1]


WILD = [
    "1e400", "-1e400", "1e-400", "1e999999", "-1e-999999", "NaN", "sNaN", "Infinity", "-inf",
    "1_000", "1,5", "½", "=1+1", "#REF!", "－", "\x00", "9" * 500, "0." + "1" * 500, "十二",
]  # fmt: skip


@pytest.mark.parametrize("cell", WILD, ids=lambda cell: ascii(cell[:9]))
def test_a_wild_number_is_refused_in_every_table_that_takes_numbers(tmp_path, capsys, cell):
    quoted = '"' + cell.replace('"', '""') + '"'
    write_folder(
        tmp_path,
        indicators=TABLES["indicators.csv"].replace(",60,", f",{quoted},"),
        targets=TABLES["targets.csv"].replace("K1,C,80,100", f"K1,C,{quoted},{quoted}"),
        figures=TABLES["figures.csv"].replace("75,60", f"{quoted},{quoted}"),
        seasonality=TABLES["seasonality.csv"].replace("80", quoted),
        ledger=TABLES["ledger.csv"].replace("1.5", quoted),
    )
    for lang in LANGUAGES:
        lines = refused(capsys, tmp_path, lang)
        places = [
            ("indicators.csv", 2, "weight"),
            ("seasonality.csv", 2, "m09_cum_pct"),
            ("ledger.csv", 2, "points"),
            ("targets.csv", 4, "base"),
            ("targets.csv", 4, "target"),
            ("figures.csv", 3, "value"),
            ("figures.csv", 3, "base"),
        ]
        assert len(lines) == len(places)
        for line, (file, number, column) in zip(lines, places, strict=True):
            assert line.startswith(file)
            assert f" {number}" in line
            assert column in line
            assert cell[:CELL_SHOWN] in line


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("７５", "56.25"),
        ("７５．０", "56.25"),
        ("-0", "0.00"),
        ("00075", "56.25"),
        ("7.5e1", "56.25"),
    ],
)
def test_numbers_that_can_only_mean_one_thing_are_read(tmp_path, capsys, cell, value):
    write_folder(tmp_path, figures=TABLES["figures.csv"].replace("75,60", f'"{cell}",60'))
    _, out, _ = score(capsys, tmp_path, "--json")
    alpha = json.loads(out)["groups"][0]["ranking"]
    own = next(each for each in alpha if each["unit"] == "A")

    assert own["indicators"][0]["score"] == value


def test_groups_of_thousands_are_read_where_they_are_well_formed(tmp_path, capsys):
    targets = TABLES["targets.csv"].replace("K1,A,80,100", 'K1,A,80,"1,234,567.50"')
    write_folder(tmp_path, targets=targets)
    _, out, _ = score(capsys, tmp_path, "--why", "A", "--lang", "en")

    assert "1234567.5" in out
    write_folder(tmp_path, targets=targets.replace("1,234,567.50", "1,23,4"))
    assert "“1,23,4”: This should be a number." in refused(capsys, tmp_path)[0]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"scheme": SCHEME.replace("[[groups]]", "[[blocks]]")},
         "scheme.toml line 9, column blocks"),
        ({"scheme": SCHEME.replace('code = "S-2013"\n', "")}, "scheme.toml, code: This must be"),
        ({"scheme": "groups = [1]\n" + SCHEME.split("[[")[0]},
         "line 1, column groups, value “[1]”"),
        ({"scheme": SCHEME.replace("2013\n", "9" * 5000 + "\n")}, "scheme.toml"),
        ({"scheme": SCHEME.replace('code = "life"', 'code = "life"\nparent = "life"')},
         "scheme.toml line 14, column parent, value “life”"),
        ({"scheme": SCHEME.replace('code = "life"', 'code = "life"\nparent = "x"')},
         "scheme.toml line 14, column parent, value “x”"),
        ({"scheme": 'tie_break = "K1|K7"\n' + SCHEME},
         "scheme.toml line 1, column tie_break, value “K7”"),
        ({"scheme": SCHEME.replace("100\n", "101\n")},
         "line 5, column full_points, value “101”: The blocks add up to 100"),
        ({"indicators": TABLES["indicators.csv"].replace(",60,", ",61,")},
         "scheme.toml line 9, column points, value “60”"),
        ({"indicators": TABLES["indicators.csv"].replace("ALL,C", "ALL,Z")},
         "indicators.csv line 3, column not_applicable, value “Z”"),
        ({"indicators": TABLES["indicators.csv"].replace("life", "none")},
         "indicators.csv line 3, column group, value “none”"),
        ({"units": TABLES["units.csv"] + "A,Again,,towns,\n"},
         "units.csv line 5, column code, value “A”"),
        ({"figures": 'period,indicator_code,unit_code,value\n2013-09,K1,A,"' + "x" * 200_000},
         "…”"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path, capsys, change, told):
    write_folder(tmp_path, **change)
    lines = refused(capsys, tmp_path)

    assert any(told in line for line in lines), lines
    assert all(len(line) < 400 for line in lines)
    assert len(refused(capsys, tmp_path, "zh")) == len(lines)


def test_blocks_inside_each_other_in_a_circle_are_each_named(tmp_path, capsys):
    scheme = SCHEME.replace('code = "econ"', 'code = "econ"\nparent = "life"')
    scheme = scheme.replace('code = "life"', 'code = "life"\nparent = "econ"')
    write_folder(tmp_path, scheme=scheme)

    assert [line.split(",")[0] for line in refused(capsys, tmp_path)] == [
        "scheme.toml line 9",
        "scheme.toml line 15",
    ]


@pytest.mark.parametrize("table", ["targets", "figures", "indicators"])
def test_a_quote_that_is_never_closed_is_one_fault_on_one_line(tmp_path, capsys, table):
    header, rest = TABLES[f"{table}.csv"].split("\n", 1)
    for broken in (f'{header},"\n{rest}', f'{header}\n"{rest}'):
        write_folder(tmp_path, **{table: broken})
        lines = refused(capsys, tmp_path)
        assert all(line.partition(".csv ")[0].isalpha() for line in lines), lines


def test_a_workbook_says_sheet_and_row(tmp_path, capsys):
    path = write_workbook(tmp_path / "book.xlsx")
    assert score(capsys, path)[0] == 0
    book = xlsxwriter.Workbook(tmp_path / "odd.xlsx")
    sheets = {
        "scheme": [("key", "value"), ("code", "S"), ("name", "S"), ("year", "soon"),
                   ("track", "t"), ("full_points", 100)],
        "units": [("code", "name"), ("A", "Alpha")],
        "indicators": [("code", "name", "group", "weight", "method")],
        "figures": [("period", "indicator_code", "unit_code", "value")],
        "notes": [("anything", 1)],
    }  # fmt: skip
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.get_worksheet_by_name("units").merge_range(1, 0, 2, 0, "A")
    book.close()

    assert refused(capsys, tmp_path / "odd.xlsx") == [
        "scheme line 4, column year, value “soon”: This should be a whole number."
    ]


def test_whatever_is_done_to_a_folder_it_is_scored_or_refused(tmp_path, capsys):
    cells = [*WILD, "", " ", '"', "K1", "A", "Z", "|", "2013-13", "无数据", "不适用", "ALL", "econ",
             "x(", "growth:50", "efficacy(base=1e400)", "rank_table(points=/)", "efficacy(log=1)",
             "completion(cap=none)", "percentile", "yearly", "0000-01", "9999-12"]  # fmt: skip
    outcomes = set()
    for seed in range(60):
        dice = random.Random(seed)
        files = {"scheme.toml": SCHEME, **TABLES}
        for _ in range(dice.choice([1, 1, 2, 4])):
            name = dice.choice(list(files))
            text = files[name]
            lines = text.splitlines() or [""]
            at = dice.randrange(len(lines))
            match dice.randrange(6):
                case 0:
                    pieces = lines[at].split(",")
                    pieces[dice.randrange(len(pieces))] = dice.choice(cells)
                    lines[at] = ",".join(pieces)
                case 1:
                    lines.insert(dice.randrange(len(lines)), lines[at])
                case 2:
                    del lines[at]
                case 3:
                    lines[at] = lines[at][: dice.randrange(len(lines[at]) + 1)]
                case 4:
                    lines[at] += "," + dice.choice(cells)
                case 5:
                    cut = dice.randrange(len(text) + 1)
                    lines = (text[:cut] + dice.choice(cells) + text[cut:]).splitlines()
            files[name] = "\n".join(lines) + "\n"
        for name, text in files.items():
            content = bytearray(text.encode())
            if dice.random() < 0.02:
                content[dice.randrange(len(content) or 1) :] = bytes([dice.randrange(256)])
            (tmp_path / name).write_bytes(content)
        how = dice.choice([["--json"], ["--final"], ["--why", "A"], ["--period", "2014-01"]])
        code, out, err = score(capsys, tmp_path, "--lang", dice.choice(LANGUAGES), *how)
        outcomes.add(code)
        assert code in {0, 2}
        assert "Traceback" not in err
        if how == ["--json"]:
            assert ("errors" in json.loads(out)) == (code == 2)
        else:
            assert (code == 2) == (not out)
    assert outcomes == {0, 2}
