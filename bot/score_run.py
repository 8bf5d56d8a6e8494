"""Scoring a scheme folder of any size: whole in memory, or column by column through the disk.

A large folder's columns are scored one at a time. What composing needs of a column stays in memory
as a few bytes a unit; the reasons that will be printed wait in a file.
"""

from __future__ import annotations

import json
import tempfile
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from handlers.texts import Msg, msg
from scoring.engine import compose, score, score_column
from scoring.method_text import method
from scoring.model import Period
from scoring.robustness import LeftOut
from scoring.told import Because, Told
from storage.scheme_folder import FolderError, FolderErrors, SchemeFolder, open_scheme_folder

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from types import TracebackType
    from typing import IO, Self

    from scoring.column import ColumnScores
    from scoring.model import Unit
    from scoring.result import Result

Written: TypeAlias = Callable[[Told], str]
"""How the numbers of a reason are written."""


@dataclass
class ScoreRun:
    """One run over a scheme folder; use it as a context, so that the disk is given back.

    *explains* says of which units reasons will be asked; those of others may be forgotten.
    *written* writes the numbers of a reason.
    """

    folder: SchemeFolder
    tell: Callable[[Msg], None]
    explains: Callable[[str], bool]
    written: Written
    reasons: dict[str, Reasons] = field(default_factory=dict[str, "Reasons"])
    scored: Result | None = None

    @classmethod
    def open(
        cls,
        path: Path,
        as_of: date | None,
        tell: Callable[[Msg], None],
        explains: Callable[[str], bool],
        written: Written,
    ) -> Self:
        """Read the rules of a folder; raise FolderErrors with everything wrong in them."""
        tell(msg("score-reading", path=str(path)))
        return cls(open_scheme_folder(path, as_of=as_of), tell, explains, written)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for each in self.reasons.values():
            each.close()
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
        if code in self.reasons:
            return self.reasons[code].of(unit)
        if self.scored is None:
            raise ValueError("score first")
        return as_json(self.scored.columns[code][unit].because, self.written)

    def _small(self, period: Period | None, *, final: bool) -> Result:
        book = self.folder.book()
        asked = _asked(period, book.entries, self.folder)
        self.tell(msg("score-scoring", period=asked, count=len(book.scheme.indicators)))
        return score(book, asked, final=final)

    def _read(self, file: str, lines: int) -> None:
        self.tell(msg("score-lines", file=file, lines=lines))

    def _large(self, period: Period | None, *, final: bool) -> Result:
        rules = self.folder.rules
        asked = _asked(period, self.folder.spread(self._read), self.folder)
        count = len(rules.scheme.indicators)
        columns: dict[str, ColumnScores] = {}
        for number, indicator in enumerate(rules.scheme.indicators, start=1):
            self.tell(msg("score-column", number=number, count=count, indicator=indicator.code))
            codes = {indicator.code} | method(indicator.method).looks_at
            book = self.folder.book_of(sorted(codes))
            column = score_column(book, indicator.code, asked, final=final)
            self.reasons[indicator.code] = Reasons(column, self.explains, self.written)
            # Who accounts for a column holds its figures, which are let go of here.
            columns[indicator.code] = replace(column, accounts=LeftOut())
        return compose(rules, asked, columns, final=final)


class Reasons:
    """The reasons of one column on disk, as JSON, of the units that will be explained."""

    def __init__(
        self, column: ColumnScores, explains: Callable[[str], bool], written: Written
    ) -> None:
        self._rows = column.roll.at
        self._offsets = array("Q", [0]) * len(column)
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="jixiao-why-")  # noqa: SIM115 - closed with the run
        at = 0
        for row, unit in enumerate(column):
            self._offsets[row] = at
            if explains(unit):
                because = column.accounts.of(unit).because
                at += self._file.write(as_json(because, written).encode() + b"\n")

    def of(self, unit: str) -> str:
        """Return why a unit has its points, as JSON."""
        self._file.seek(self._offsets[self._rows[unit]])
        return self._file.readline().decode().rstrip("\n")

    def close(self) -> None:
        """Give the file back."""
        self._file.close()


def as_json(because: Because, written: Written) -> str:
    """Return an explanation as JSON, numbers as strings."""
    return json.dumps(_told(because, written), ensure_ascii=False)


def _told(because: Because, written: Written) -> dict[str, Any]:
    told: dict[str, Any] = {
        "fact": because.fact,
        "given": {name: written(value) for name, value in because.given},
    }
    if because.parts:
        told["parts"] = [_told(part, written) for part in because.parts]
    return told


def _asked(
    period: Period | None, filed: Mapping[Period, object] | set[Period], folder: SchemeFolder
) -> Period:
    if period is not None:
        return period
    if not filed:
        nothing = FolderError(folder.figures.file, 0, "", "", "folder-no-figures")
        raise FolderErrors([nothing])
    return max(filed)
