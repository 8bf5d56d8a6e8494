"""A small scheme folder to be read, broken and read again."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

TABLES = {
    "units.csv": """code,name,short_name,category,aliases
A,Alpha Town,Alpha,towns,阿法|Alpha Zone
B,Beta Town,Beta,towns,
C,Gamma Bureau,Gamma,bureaus,
""",
    "indicators.csv": """\
code,name,group,weight,method,frequency,cap_pct,applies_to,not_applicable,missing
K1,Revenue,econ,60,progress,monthly,110,,,
K2,Satisfaction,life,40,rating100,quarterly,,ALL,C,zero
""",
    "targets.csv": "indicator_code,unit_code,base,target\nK1,A,80,100\nK1,B,80,100\nK1,C,80,100\n",
    "figures.csv": """period,indicator_code,unit_code,value,base
2013-08,K1,A,50,40
2013-09,K1,A,75,60
2013-09,K1,B,60,60
2013-09,K1,C,,
2013-09,K2,A,90,
2013-09,K2,B,无数据,
""",
    "seasonality.csv": "indicator_code,"
    + ",".join(f"m{n:02}_cum_pct" for n in range(1, 13))
    + "\nK1,,,,,,,,,80,,,100\n",
    "ledger.csv": (
        "unit_code,item,points,in_force_on\nB,B01,1.5,2013-09-30\nB,X01,-0.4,2013-10-01\n"
    ),
}
SCHEME = """code = "S-2013"
name = "Small scheme"
year = 2013
track = "towns"
full_points = 100
places = 2
rank_on = "published"

[[groups]]
code = "econ"
name = "Economy"
points = 60

[[groups]]
code = "life"
name = "Life"
points = 40
"""


def write_folder(path: Path, **changes: str | None) -> Path:
    """Write the folder; a change replaces a table, None leaves it out."""
    path.mkdir(exist_ok=True)
    files = {"scheme.toml": SCHEME, **TABLES}
    for name, text in changes.items():
        files[f"{name}.toml" if name == "scheme" else f"{name}.csv"] = text
    for name, text in files.items():
        if text is not None:
            (path / name).write_text(text, encoding="utf-8")
    return path


def write_workbook(path: Path, **left_out: None) -> Path:
    """Write the same tables as sheets of one workbook, numbers as numbers."""
    workbook = xlsxwriter.Workbook(path)
    head, *blocks = SCHEME.split("[[groups]]")
    pairs = [line.split(" = ") for line in head.split("\n") if line]
    groups = [dict(line.split(" = ") for line in block.split("\n") if line) for block in blocks]
    sheets = {
        "scheme": [["key", "value"], *pairs],
        "groups": [["code", "name", "points"], *(list(group.values()) for group in groups)],
        **{
            name.removesuffix(".csv"): [line.split(",") for line in text.splitlines()]
            for name, text in TABLES.items()
        },
    }
    for name, rows in sheets.items():
        if name in left_out:
            continue
        sheet = workbook.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                text = cell.strip('"')
                try:
                    sheet.write_number(at, column, float(text))
                except ValueError:
                    sheet.write_string(at, column, text)
    workbook.close()
    return path
