"""Read a file of figures whole: every sheet of a workbook, a table as text, or a pasted column.

This is what the reading worker runs; it reaches nothing but the bytes and the order it is given.
"""

from collections.abc import Callable

from handlers.grammar.columns import Paste, read_paste
from handlers.grammar.gathering import Gathering
from handlers.grammar.grid import grid_of
from handlers.grammar.headings import IndicatorNames
from handlers.grammar.names_on_sheet import names_on_sheet
from handlers.grammar.orders import FileRead, Guess, Order, Unnamed
from handlers.grammar.remarks import remarks_of
from handlers.grammar.sheet_long import blank_row, read_blank
from handlers.grammar.sheet_reader import SheetReader
from handlers.texts import msg
from storage.sheet_files import Sheet, open_file

NO_INDICATOR = "grammar-no-indicator"

Tick = Callable[[int, int], None]
"""Told how many rows are read, of how many."""


def read_file(content: bytes, order: Order, tick: Tick) -> FileRead:
    """Return everything that could be understood of a file, and everything that could not.

    Raises UnreadableFileError for a file that is not opened at all.
    """
    sheets = open_file(content)
    if len(sheets) == 1 and sheets[0].is_text and _is_one_column(sheets[0]):
        return _read_text(sheets[0], order)
    return _read_sheets(sheets, order, tick)


def _is_one_column(sheet: Sheet) -> bool:
    return all(len(row) <= 1 for row in sheet.rows)


def _read_text(sheet: Sheet, order: Order) -> FileRead:
    """Read a text file without columns as the same text pasted into the chat."""
    text = "\n".join(str(row[0] or "") if row else "" for row in sheet.rows)
    lines = sum(map(bool, sheet.rows))
    paste = _pasted(text, order, _default(order))
    is_unnamed = not paste.columns and any(
        problem.reason.id == NO_INDICATOR for problem in paste.problems
    )
    if is_unnamed and (guesses := _guessed(text, order)):
        example = next(str(row[0]) for row in sheet.rows if row and row[0])
        return FileRead(lines=lines, unnamed=(Unnamed("", example, guesses),))
    return FileRead(paste.columns, paste.problems, paste.more_problems, lines=lines)


def _pasted(text: str, order: Order, default: str) -> Paste:
    return read_paste(
        text,
        units=order.units,
        indicators=order.indicators,
        latest=order.period,
        default_indicator=default,
    )


def _guessed(text: str, order: Order) -> tuple[Guess, ...]:
    """Return what the text says if it is meant for each of the sender's own indicators."""
    read = [_pasted(text, order, code) for code in order.own]
    return tuple(
        Guess(paste.columns[0], paste.problems)
        for paste in read
        if len(paste.columns) == 1 and paste.columns[0].cells
    )


def _default(order: Order) -> str:
    return order.default or (order.own[0] if len(order.own) == 1 else "")


def _read_sheets(sheets: list[Sheet], order: Order, tick: Tick) -> FileRead:
    total = sum(len(sheet.rows) for sheet in sheets)
    done = 0

    def count(rows: int) -> None:
        nonlocal done
        done += rows
        tick(min(done, total), total)

    indicators = IndicatorNames(order.indicators)
    names = names_on_sheet(order.units, indicators)
    known = {each.code: each for each in order.indicators}
    own = tuple(known[code] for code in order.own if code in known)
    reader = SheetReader(names, indicators, order.period, known.get(_default(order)), own, count)
    found = reader.found
    tick(0, total)
    is_blank = False
    for sheet in sheets:
        grid = grid_of(sheet)
        keys_at = blank_row(grid)
        if keys_at is not None:
            lines = read_blank(grid, keys_at, names, found.gathering)
            is_blank = True
            found.tables += bool(lines)
            found.lines += lines
        else:
            reader.read(grid, sheet.name)
    if not found.tables:
        _say_nothing_was_known(sheets, found.gathering)
    gathering = found.gathering
    columns = gathering.columns([])
    return FileRead(
        columns,
        tuple(gathering.problems),
        gathering.dropped,
        tuple(found.doubts),
        remarks_of(columns, found.left_out),
        found.lines,
        is_blank,
        tuple(found.unnamed),
    )


def _say_nothing_was_known(sheets: list[Sheet], into: Gathering) -> None:
    """Say which name stands first, so that a person sees what was looked for."""
    grid = grid_of(sheets[0])
    first = next((cell for row in grid for cell in row if cell.text), grid[0][0])
    into.refuse(first.place, msg("sheet-no-units"))
