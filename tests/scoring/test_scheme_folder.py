"""A scheme folder, a workbook of the same tables, and everything that can be wrong with them."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date

import pytest
from folder_cast import SCHEME, TABLES, write_folder, write_workbook
from rule_cast import SEPTEMBER, D

from scoring.engine import score
from scoring.model import Missing, NoData, NotApplicable, Period, Reported
from storage import scheme_folder
from storage.scheme_folder import FolderErrors, open_scheme_folder, read_scheme_folder


def faults(path, **how):
    with pytest.raises(FolderErrors) as refused:
        read_scheme_folder(path, **how)
    return [(f.file, f.line, f.column, f.value, f.reason_id) for f in refused.value.errors]


def test_a_folder_is_read_as_it_stands(tmp_path):
    book = read_scheme_folder(write_folder(tmp_path))

    assert (book.scheme.code, book.scheme.indicator_places, book.scheme.places) == ("S-2013", 2, 2)
    assert book.unit_by_code["A"].aliases == ("阿法", "Alpha Zone")
    assert book.indicator_by_code["K1"].due_day is None
    assert book.indicator_by_code["K2"].applies_to == frozenset()
    assert book.entry(SEPTEMBER, "K1", "A") == Reported(D(75), D(60))
    assert book.entry(SEPTEMBER, "K1", "C") == Missing()
    assert book.entry(SEPTEMBER, "K2", "B") == NoData()
    assert book.seasonality["K1"][8] == 80
    assert [entry.kind for entry in book.ledger] == ["bonus", "deduction"]
    assert score(book, SEPTEMBER).units["A"].indicators["K1"].score == D("56.25")


def test_a_workbook_of_the_same_tables_is_the_same(tmp_path):
    folder = read_scheme_folder(write_folder(tmp_path / "folder"))
    workbook = read_scheme_folder(write_workbook(tmp_path / "scheme.xlsx"))

    assert workbook == folder


def test_optional_tables_and_columns_may_be_absent(tmp_path):
    book = read_scheme_folder(
        write_folder(
            tmp_path,
            targets=None,
            seasonality=None,
            ledger=None,
            units="code,name\nA,Alpha\n",
            indicators="code,name,group,weight,method\nK1,R,econ,60,rating100\nK2,S,life,40,deduct\n",
            figures="period,indicator_code,unit_code,value\n2013-09,K1,A,不适用\n",
        )
    )
    assert book.entry(SEPTEMBER, "K1", "A") == NotApplicable()
    assert score(book, SEPTEMBER).units["A"].score is None


def test_text_saved_by_excel_in_gb18030_is_read(tmp_path):
    write_folder(tmp_path)
    for name, text in TABLES.items():
        (tmp_path / name).write_bytes(text.encode("gb18030"))

    assert read_scheme_folder(tmp_path).unit_by_code["A"].aliases[0] == "阿法"


def test_text_in_no_known_encoding_is_a_fault_of_its_file(tmp_path):
    write_folder(tmp_path)
    (tmp_path / "units.csv").write_bytes(b"code,name\nA,\xff\xff\xff\n")
    (tmp_path / "scheme.toml").write_bytes(b'code = "\xff\xff"')

    assert {(f[0], f[4]) for f in faults(tmp_path)} >= {
        ("units.csv", "import-fault-encoding"),
        ("scheme.toml", "import-fault-encoding"),
    }


def test_everything_wrong_is_found_at_once_with_its_place(tmp_path):
    write_folder(
        tmp_path,
        indicators=TABLES["indicators.csv"].replace(",60,progress", ",sixty,progrss"),
        targets=TABLES["targets.csv"] + "K9,A,1,2\nK1,Z,1,2\nK1,A,80,100\n",
        figures=TABLES["figures.csv"] + "2013-9x,K1,A,1,\n2013-09,K1,B,12a,\n2013-09,K1,B,3,\n",
        ledger=TABLES["ledger.csv"] + "Q,B1,1,2013-09-01\n",
        seasonality=TABLES["seasonality.csv"].replace("K1", "K7"),
    )
    assert sorted(faults(tmp_path)) == sorted(
        [
            ("indicators.csv", 2, "weight", "sixty", "import-fault-number"),
            ("indicators.csv", 2, "method", "progrss", "method-unknown"),
            ("targets.csv", 5, "indicator_code", "K9", "folder-indicator-unknown"),
            ("targets.csv", 6, "unit_code", "Z", "folder-unit-unknown"),
            ("targets.csv", 7, "unit_code", "A", "folder-twice"),
            ("figures.csv", 8, "period", "2013-9x", "import-fault-month"),
            ("figures.csv", 9, "value", "12a", "import-fault-number"),
            ("figures.csv", 10, "unit_code", "B", "folder-twice"),
            ("ledger.csv", 4, "unit_code", "Q", "folder-unit-unknown"),
            ("seasonality.csv", 2, "indicator_code", "K7", "folder-indicator-unknown"),
        ]
    )


def test_a_scheme_that_does_not_add_up_is_refused_where_it_stands(tmp_path):
    write_folder(tmp_path, scheme=SCHEME.replace("points = 40", "points = 50"))
    found = faults(tmp_path)

    assert found == [
        ("scheme.toml", 5, "full_points", "100", "scheme-sum"),
        ("scheme.toml", 14, "points", "50", "scheme-block-sum"),
    ]


def test_an_indicators_problem_is_on_its_line(tmp_path):
    write_folder(tmp_path, indicators=TABLES["indicators.csv"].replace("ALL,C", "X,C"))
    assert ("indicators.csv", 3, "applies_to", "X", "scheme-unit-unknown") in faults(tmp_path)


@pytest.mark.parametrize(
    ("table", "text", "fault"),
    [
        ("scheme", "code = = 3\n", ("scheme.toml", 1, "import-fault-toml")),
        (
            "scheme",
            SCHEME.replace("2013\n", '"long ago"\n'),
            ("scheme.toml", 3, "import-fault-whole"),
        ),
        (
            "scheme",
            SCHEME.replace("points = 60", "points = -1"),
            ("scheme.toml", 9, "import-fault-ge"),
        ),
        (
            "scheme",
            "groups = 3\n" + SCHEME.split("[[")[0],
            ("scheme.toml", 1, "import-fault-value"),
        ),
        ("scheme", "", ("scheme.toml", 0, "import-fault-blank")),
        ("units", "code,nmae\nA,Alpha\n", ("units.csv", 1, "import-fault-column-unknown")),
        ("units", "", ("units.csv", 1, "import-fault-empty")),
        ("figures", "period,unit_code,value\n", ("figures.csv", 1, "import-fault-column-missing")),
        (
            "figures",
            TABLES["figures.csv"] + "2013-09,K2,A,1,2,3\n",
            ("figures.csv", 8, "import-fault-overlong"),
        ),
    ],
)
def test_a_broken_table_is_named(tmp_path, table, text, fault):
    write_folder(tmp_path, **{table: text})

    assert fault in [(f[0], f[1], f[4]) for f in faults(tmp_path)]


def test_missing_tables_and_folders_are_named(tmp_path):
    assert faults(tmp_path / "nowhere")[0][4] == "folder-not-there"
    (tmp_path / "empty").mkdir()
    assert {f[0] for f in faults(tmp_path / "empty")} == {
        "scheme.toml",
        "units.csv",
        "indicators.csv",
        "figures.csv",
    }
    book = write_workbook(tmp_path / "half.xlsx", figures=None, scheme=None)
    assert {f[0] for f in faults(book)} == {"scheme", "figures"}
    (tmp_path / "not.xlsx").write_text("hello")
    assert faults(tmp_path / "not.xlsx")[0][4] == "import-fault-workbook"


def test_a_veto_needs_its_document(tmp_path):
    head = "unit_code,item,points,in_force_on,kind,document\n"
    rows = "A,V01,0,2013-09-01,veto,\nB,V01,0,2013-09-01,veto,文〔2013〕9号\n"
    write_folder(tmp_path, ledger=head + rows)

    assert faults(tmp_path) == [("ledger.csv", 2, "document", "", "folder-veto-document")]


VERSIONS = """period,indicator_code,unit_code,value,base,filed_on
2013-09,K1,A,70,60,2013-10-05
2013-09,K1,A,75,60,2013-10-12
2013-09,K1,A,72,60,2013-10-08
2013-09,K1,B,60,60,
"""


@pytest.mark.parametrize(
    ("as_of", "value"), [(None, 75), (date(2013, 10, 9), 72), (date(2013, 10, 5), 70)]
)
def test_the_latest_version_known_by_then_counts(tmp_path, as_of, value):
    book = read_scheme_folder(write_folder(tmp_path, figures=VERSIONS), as_of=as_of)

    assert book.entry(SEPTEMBER, "K1", "A").value == value
    assert book.entry(SEPTEMBER, "K1", "B").value == 60


def test_before_it_was_filed_a_figure_is_missing_and_a_bonus_not_in_force(tmp_path):
    book = read_scheme_folder(write_folder(tmp_path, figures=VERSIONS), as_of=date(2013, 9, 30))

    assert book.entry(SEPTEMBER, "K1", "A") == Missing()
    assert [entry.item for entry in book.ledger] == ["B01"]


def test_after_many_faults_the_reader_stops_looking(tmp_path, monkeypatch):
    monkeypatch.setattr("storage.figure_rows.FAULTS_MAX", 3)
    write_folder(tmp_path, figures=TABLES["figures.csv"] + "x,K1,A,1,\n" * 9)

    assert [f[4] for f in faults(tmp_path)] == ["import-fault-month"] * 3 + ["folder-more-faults"]


def test_a_folder_too_large_for_memory_is_read_indicator_by_indicator(tmp_path):
    whole = read_scheme_folder(
        write_folder(
            tmp_path,
            figures=VERSIONS + "2013-06,K2,A,不适用,,\n2013-06,K2,B,无数据,,\n2013-06,K1,A,,,\n",
        )
    )
    folder = open_scheme_folder(tmp_path)
    with pytest.raises(ValueError, match="spread"):
        folder.book_of(["K1"])
    periods = folder.spread()
    parts = folder.book_of(["K1", "K2"])
    folder.close()

    assert periods == {Period(2013, 6), SEPTEMBER}
    assert (parts.entries, parts.targets) == (whole.entries, whole.targets)


TWINS = {
    "a day between none": "2013-09,K1,A,1,,2013-10-09\n",
    "the same day twice": "2013-09,K1,B,1,,2013-10-09\n2013-09,K1,B,2,,2013-10-09\n",
    "no day twice": "2013-09,K2,B,1,,\n2013-09,K2,B,1,,\n",
}


@pytest.mark.parametrize("large", [False, True])
def test_twins_are_found_in_every_column_at_once_however_large_the_folder(
    tmp_path, monkeypatch, large
):
    monkeypatch.setattr(scheme_folder, "LARGE_BYTES", 0 if large else scheme_folder.LARGE_BYTES)
    head = "period,indicator_code,unit_code,value,base,filed_on\n2013-09,K1,A,75,60,\n"
    write_folder(
        tmp_path,
        figures=head + "".join(TWINS.values()) + "2013-09,K2,A,1,,2013-10-01\n",
        targets=TABLES["targets.csv"] + "K1,B,80,90\nK1,C,80,90\n",
    )
    with pytest.raises(FolderErrors) as wrong, open_scheme_folder_closed(tmp_path) as folder:
        folder.spread() if folder.is_large else folder.book()

    found = [(each.file, each.line, each.reason_id) for each in wrong.value.errors]
    assert sorted(found) == [
        ("figures.csv", 3, "folder-twice"),
        ("figures.csv", 5, "folder-twice"),
        ("figures.csv", 7, "folder-twice"),
        ("targets.csv", 5, "folder-twice"),
        ("targets.csv", 6, "folder-twice"),
    ]


@contextmanager
def open_scheme_folder_closed(path):
    folder = open_scheme_folder(path)
    try:
        yield folder
    finally:
        folder.close()


def test_spreading_finds_faults_too(tmp_path):
    write_folder(tmp_path, figures=TABLES["figures.csv"] + "2013-09,K1,A,x,\n")
    with pytest.raises(FolderErrors), open_scheme_folder_closed(tmp_path) as folder:
        folder.spread()
