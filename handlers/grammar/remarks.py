"""Remarks on how a file was read, where that is not plain: conversions, columns left out."""

from collections.abc import Sequence

from handlers.grammar.answers import Number
from handlers.grammar.gathering import Column
from handlers.texts import Msg, msg

REMARKS_MOST = 6
LEFT_OUT_MOST = 6


def where(line_no: int, spot: str) -> Msg:
    """Return the words for a place in a file: its line, and in a workbook its cell."""
    if spot:
        return msg("sheet-cell", line=line_no, spot=spot)
    return msg("sheet-line", line=line_no)


def remarks_of(columns: Sequence[Column], left_out: Sequence[str]) -> tuple[Msg, ...]:
    """Return what a person should see before confirming, each remark once."""
    noted = [
        msg("sheet-remark", where=where(cell.line_no, cell.spot), note=cell.answer.note)
        for column in columns
        for cell in column.cells
        if isinstance(cell.answer, Number) and cell.answer.note is not None
    ]
    said = noted[:REMARKS_MOST]
    if len(noted) > REMARKS_MOST:
        said.append(msg("sheet-more-remarks", count=len(noted) - REMARKS_MOST))
    heads = list(dict.fromkeys(left_out))
    if heads:
        named = "；".join(heads[:LEFT_OUT_MOST])
        said.append(msg("sheet-left-out", count=len(heads), heads=named))
    return tuple(said)
