"""Scoring a scheme folder of any size: whole in memory, or column by column through the disk.

A large folder's columns are scored one at a time. What composing needs of a column stays in memory
as a few bytes a unit; the explanations wait in a file, to be read back one by one when printed.
"""

from __future__ import annotations

import json
import tempfile
from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from handlers.texts import Msg, msg
from scoring.column import ColumnScores, IndicatorScore, score_column
from scoring.engine import compose, score
from scoring.figures import State
from scoring.method_text import method
from scoring.model import Book, Period
from scoring.plan import plan
from scoring.told import Because, shown_value
from storage.scheme_folder import FolderError, FolderErrors, SchemeFolder, open_scheme_folder

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from types import TracebackType
    from typing import IO, Self

    from scoring.model import Unit
    from scoring.result import Result

UNSCORED = -(2**63)
STATES: tuple[State, ...] = (
    "scored",
    "filled",
    "not_yet",
    "missing",
    "no_data",
    "not_applicable",
    "undefined",
)
NOT_KEPT = Because("why-left-out")


@dataclass
class ScoreRun:
    """One run over a scheme folder; use it as a context, so that the disk is given back."""

    folder: SchemeFolder
    tell: Callable[[Msg], None]
    spilled: dict[str, SpilledColumn] = field(default_factory=dict[str, "SpilledColumn"])
    scored: Result | None = None

    @classmethod
    def open(cls, path: Path, *, as_of: date | None, tell: Callable[[Msg], None]) -> Self:
        """Read the rules of a folder; raise FolderErrors with everything wrong in them."""
        tell(msg("score-reading", path=str(path)))
        return cls(open_scheme_folder(path, as_of=as_of), tell)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for column in self.spilled.values():
            column.close()
        self.folder.close()

    @property
    def names(self) -> Mapping[str, Unit]:
        """The units under their codes."""
        return self.folder.rules.unit_by_code

    def result(self, period: Period | None, *, final: bool) -> Result:
        """Return the result of a month, or of the latest one filed; raise FolderErrors."""
        work = self._large if self.folder.is_large else self._small
        self.scored = work(period, final=final)
        return self.scored

    def because(self, code: str, unit: str) -> str:
        """Return why a unit has its points in an indicator, as JSON."""
        if code in self.spilled:
            return self.spilled[code].because(unit)
        if self.scored is None:
            raise ValueError("score first")
        return as_json(self.scored.columns[code][unit].because)

    def _small(self, period: Period | None, *, final: bool) -> Result:
        book = self.folder.book()
        asked = _asked(period, book.entries, self.folder)
        self.tell(msg("score-scoring", period=asked, count=len(book.scheme.indicators)))
        return score(book, asked, final=final)

    def _large(self, period: Period | None, *, final: bool) -> Result:
        rules = self.folder.rules
        asked = _asked(period, self.folder.spread(), self.folder)
        index = {unit.code: number for number, unit in enumerate(rules.units)}
        count = len(rules.scheme.indicators)
        columns: dict[str, ColumnScores] = {}
        for number, indicator in enumerate(rules.scheme.indicators, start=1):
            self.tell(msg("score-column", number=number, count=count, indicator=indicator.code))
            codes = {indicator.code} | method(indicator.method).looks_at
            book = self.folder.book_of(sorted(codes))
            column = score_column(book, indicator.code, asked, final=final)
            kept = self.spilled[indicator.code] = SpilledColumn(rules, indicator.code, index)
            kept.keep(column)
            columns[indicator.code] = ColumnScores(indicator.code, kept, column.observed)
        return compose(rules, asked, columns, final=final)


class SpilledColumn(Mapping[str, IndicatorScore]):
    """The scores of one column in a few bytes a unit, their reasons on disk."""

    def __init__(self, rules: Book, code: str, index: Mapping[str, int]) -> None:
        self._rules = rules
        self._plan = plan(rules.scheme, rules.units)
        self._code = code
        self._index = index
        self._places = rules.scheme.indicator_places
        self._scores = array("q", [UNSCORED]) * len(index)
        self._states = bytearray(len(index))
        self._offsets = array("Q", [0]) * len(index)
        self._reasons: IO[bytes] = tempfile.TemporaryFile(prefix="jixiao-why-")  # noqa: SIM115 - closed with the run

    def keep(self, column: ColumnScores) -> None:
        """Write a column down."""
        for unit, each in column.items():
            number = self._index[unit]
            if each.score is not None:
                self._scores[number] = int(each.score.scaleb(self._places))
            self._states[number] = STATES.index(each.state)
            self._offsets[number] = self._reasons.tell()
            self._reasons.write(as_json(each.because).encode() + b"\n")

    def because(self, unit: str) -> str:
        """Return why a unit has its points, as JSON."""
        self._reasons.seek(self._offsets[self._index[unit]])
        return self._reasons.readline().decode().rstrip("\n")

    def close(self) -> None:
        """Give the file back."""
        self._reasons.close()

    def __getitem__(self, unit: str) -> IndicatorScore:
        number = self._index[unit]
        points = self._plan.profile(self._rules.unit_by_code[unit]).points[self._code]
        scaled = self._scores[number]
        score = None if scaled == UNSCORED else _unscaled(scaled, self._places)
        state = STATES[self._states[number]]
        return IndicatorScore(self._code, unit, points, state, NOT_KEPT, score, score)

    def __iter__(self) -> Iterator[str]:
        return (
            unit.code for unit in self._rules.units if self._code in self._plan.profile(unit).points
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)


def as_json(because: Because) -> str:
    """Return an explanation as JSON, numbers as strings."""
    return json.dumps(_told(because), ensure_ascii=False)


def _told(because: Because) -> dict[str, Any]:
    told: dict[str, Any] = {
        "fact": because.fact,
        "given": {name: shown_value(value) for name, value in because.given},
    }
    if because.parts:
        told["parts"] = [_told(part) for part in because.parts]
    return told


def _unscaled(scaled: int, places: int) -> Decimal:
    return Decimal(scaled).scaleb(-places)


def _asked(
    period: Period | None, filed: Mapping[Period, object] | set[Period], folder: SchemeFolder
) -> Period:
    if period is not None:
        return period
    if not filed:
        nothing = FolderError(folder.figures.file, 0, "", "", "folder-no-figures")
        raise FolderErrors([nothing])
    return max(filed)
