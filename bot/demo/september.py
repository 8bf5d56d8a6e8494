"""What the monitoring units of the invented city have to file for September, as they paste it."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from bot.demo.city import city_folder

MESSAGE_MAX = 3800  # a message holds 4096 characters


@dataclass(frozen=True)
class Cell:
    """One figure: as it is first typed, and as it is right; a *mistake* says how they differ."""

    indicator: str
    unit: str
    value: str
    base: str
    mistake: str
    right: str


def september() -> dict[str, list[Cell]]:
    """Return every figure of September under its indicator's code."""
    columns: dict[str, list[Cell]] = {}
    with (city_folder() / "september.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            cell = Cell(
                row["indicator_code"],
                row["unit_code"],
                row["value"],
                row["base"],
                row["mistake"],
                row["right"],
            )
            columns.setdefault(cell.indicator, []).append(cell)
    return columns


def pasted(
    indicator: str, cells: Sequence[Cell], names: dict[str, str], *, right: bool = False
) -> str:
    """Return a column as it is pasted from a sheet; *right* without the planted mistakes."""
    lines = [f"{indicator} 9月"]
    for cell in cells:
        value = cell.right if right and cell.right else cell.value
        if value:
            base = f" 上年{cell.base}" if cell.base else ""
            lines.append(f"{names[cell.unit]} {value}{base}")
    return "\n".join(lines)


def messages(texts: Sequence[str]) -> list[str]:
    """Put columns together into messages that Telegram takes."""
    put_together: list[str] = []
    for text in texts:
        if put_together and len(put_together[-1]) + len(text) + 1 <= MESSAGE_MAX:
            put_together[-1] += "\n" + text
        else:
            put_together.append(text)
    return put_together
