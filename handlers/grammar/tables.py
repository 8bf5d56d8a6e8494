"""Tables pasted from Excel: tabs between cells, heads above, units down or across."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from handlers.grammar.gathering import Gathering, Place
from handlers.grammar.headings import IndicatorNames, Measured, Role, measure_in
from handlers.grammar.spelling import folded, shortened
from handlers.texts import Msg, msg
from scoring.periods import Period

Row = tuple[Place, ...]
"""The cells of one row; each knows its line, also after rows and columns were exchanged."""

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Head:
    """What one column of a table holds."""

    indicator: Measured | None
    role: Role
    typed_in: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows, the indicators its heading named, and how units are recognised.

    *unit_code* returns the code of the unit a cell names, "" for a total, None for anything else.
    """

    rows: Sequence[Row]
    indicators: Sequence[Measured]
    period: Period | None
    typed_in: str
    names: IndicatorNames
    unit_code: Callable[[str], str | None]

    def read(self, into: Gathering, unknown: Callable[[Place, str], None]) -> None:
        """Read every row; *unknown* is told of rows whose unit is not known."""
        rows = self._turned()
        first = next((at for at, row in enumerate(rows) if self._name_at(row) is not None), None)
        if first is None:
            for row in rows:
                unknown(_whole(row), _first_words(row))
            return
        heads = self._heads(rows[:first], into)
        for row in rows[first:]:
            name_at = self._name_at(row)
            if name_at is None:
                unknown(_whole(row), _first_words(row))
            elif heads:
                self._headed_row(row, name_at, heads, into)
            else:
                self._bare_row(row, name_at, into)

    def _turned(self) -> list[Row]:
        """Return the rows, exchanged with the columns where the units stand across the top."""
        for at, row in enumerate(self.rows):
            if sum(self.unit_code(each.text) is not None for each in row[1:]) >= _SEVERAL:
                empty = Place(row[0].line_no, "")
                return list(zip_longest(*self.rows[at:], fillvalue=empty))
        return list(self.rows)

    def _name_at(self, row: Row) -> int | None:
        """Return which cell of a row names a unit or a total."""
        named = (at for at, cell in enumerate(row) if self.unit_code(cell.text) is not None)
        return next(named, None)

    def _heads(self, rows: Sequence[Row], into: Gathering) -> list[Head]:
        """Read the rows above the first unit; empty where they say nothing about columns."""
        wide = [row for row in rows if sum(bool(cell.text.strip()) for cell in row) >= _SEVERAL]
        if not wide:
            return []
        heads: list[Head] = []
        current = self.indicators[0] if len(self.indicators) == 1 else None
        for cell in _joined(wide):
            role = self.names.role(cell.text)
            if isinstance(role, Msg):
                into.refuse(cell, role)
                heads.append(Head(None, "ignored"))
                continue
            current = role[0] or current
            typed_in = measure_in(cell.text, [current]) if current else ""
            heads.append(Head(current, role[1], typed_in or self._typed_in(current, heads)))
        return heads

    def _typed_in(self, indicator: Measured | None, heads: Sequence[Head]) -> str:
        """Return the measure stated for the same indicator further left, or for the sheet."""
        stated = (each.typed_in for each in heads if each.indicator is indicator and each.typed_in)
        return next(stated, self.typed_in)

    def _headed_row(self, row: Row, name_at: int, heads: list[Head], into: Gathering) -> None:
        unit = self.unit_code(row[name_at].text) or ""
        said: dict[str, dict[Role, Place]] = {}
        owners: dict[str, Head] = {}
        for at, cell in enumerate(row):
            head = heads[at] if at < len(heads) else Head(None, "unknown")
            text = cell.text.strip()
            if at == name_at or not text or head.role == "ignored":
                continue
            if head.indicator is None or head.role == "unknown":
                if at > name_at:
                    into.refuse(cell, msg("grammar-unknown-column", number=at + 1), unit)
                continue
            parts = said.setdefault(head.indicator.code, {})
            owners.setdefault(head.indicator.code, head)
            if head.role in parts:
                reason = msg("grammar-two-columns", name=head.indicator.name)
                into.refuse(cell, reason, unit, head.indicator.code)
            parts.setdefault(head.role, cell)
        for code, parts in said.items():
            self._take(row, unit, owners[code], parts, into)

    def _take(
        self, row: Row, unit: str, head: Head, parts: dict[Role, Place], into: Gathering
    ) -> None:
        """Put value, base and growth of one indicator together as one answer."""
        if head.indicator is None or "value" not in parts:
            return
        said = parts["value"].text.strip()
        if "base" in parts:
            said += f";上年{parts['base'].text.strip()}"
        if "growth" in parts:
            growth = parts["growth"].text.strip()
            said += f";同比{growth}{'%' if growth[-1].isdigit() else ''}"
        into.opened(head.indicator, self.period)
        into.take(
            Place(parts["value"].line_no, _whole(row).text),
            unit_code=unit,
            indicator=head.indicator,
            said=said,
            typed_in=head.typed_in,
        )

    def _bare_row(self, row: Row, name_at: int, into: Gathering) -> None:
        """Read a row without heads: one indicator's figures, or one figure for each indicator."""
        unit = self.unit_code(row[name_at].text) or ""
        texts = [cell.text.strip() for cell in row[name_at + 1 :]]
        while texts and not texts[-1]:
            texts.pop()
        if len(self.indicators) == 1:
            if texts and texts[0]:
                self._one(row, unit, self.indicators[0], ";".join(filter(None, texts)), into)
        elif len(texts) != len(self.indicators):
            reason = msg("grammar-column-count", due=len(self.indicators), found=len(texts))
            into.refuse(_whole(row), reason, unit)
        else:
            for indicator, text in zip(self.indicators, texts, strict=True):
                if text:
                    self._one(row, unit, indicator, text, into)

    def _one(self, row: Row, unit: str, indicator: Measured, said: str, into: Gathering) -> None:
        into.opened(indicator, self.period)
        into.take(
            _whole(row), unit_code=unit, indicator=indicator, said=said, typed_in=self.typed_in
        )


def _whole(row: Row) -> Place:
    return Place(row[0].line_no, shortened(" ".join(cell.text for cell in row if cell.text), 80))


def _first_words(row: Row) -> str:
    """Return the cell most likely to be a name: the first one with a letter in it."""
    return next((cell.text for cell in row if any(map(str.isalpha, cell.text))), row[0].text)


def _joined(rows: Sequence[Row]) -> list[Place]:
    """Put several rows of heads together; a merged head reaches over the empty cells after it."""
    columns: list[list[Place]] = []
    for at, row in enumerate(rows):
        is_last = at == len(rows) - 1
        carried = Place(row[0].line_no, "")
        spread: list[Place] = []
        for cell in row:
            carried = cell if cell.text.strip() or is_last else carried
            spread.append(carried)
        columns.append(spread)
    empty = Place(rows[0][0].line_no, "")
    return [
        Place(cells[-1].line_no, " ".join(folded(cell.text).strip() for cell in cells).strip())
        for cells in zip_longest(*columns, fillvalue=empty)
    ]
