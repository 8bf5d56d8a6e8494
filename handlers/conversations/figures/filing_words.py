"""How a column looks on a phone: the numbered list, and the difference before it is confirmed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from handlers.grammar.questions import question
from handlers.operations.clock.deadlines import Deadline
from handlers.operations.figures.desk import Line, Typed
from handlers.show import adjusted, change, figure, with_mark
from handlers.texts import Msg, msg
from scoring.oddities import Oddity
from storage.readings import Answer, FilingState
from storage.schemes import IndicatorRow

LINES_SHOWN = 12
"""Longer columns show what deserves a look; the rest is counted."""
LINES_IN_ALL = 48
ODD_IN_ALL = 18
"""What one message holds: lines of several columns together, and lines with their questions."""

STATES = ("released", "filed", "returned")


def state_line(row: IndicatorRow, deadline: Deadline, states: Sequence[FilingState]) -> Msg:
    """Return how one indicator stands for the month: open, returned, waiting, or released.

    *states* are those of its columns, oldest first.
    """
    return msg(
        f"file-state-{_state(states)}",
        code=row.indicator.code,
        indicator=row.indicator.name,
        due=deadline.shown,
    )


def _state(states: Sequence[FilingState]) -> str:
    if "filed" in states:
        return "filed"
    if "released" in states:
        return "released"
    return "returned" if states and states[-1] == "returned" else "open"


def list_of_lines(
    row: IndicatorRow, lines: Sequence[Line], cells: Mapping[str, Typed], *, first: int = 1
) -> list[Msg]:
    """Return the list of a month, numbered from *first*: last value, last year's, plan, typed."""
    return [
        msg(
            "file-line",
            number=number,
            unit=line.unit.short_name,
            last=_said(line.last.answer, line.last.value) if line.last else msg("figure-none"),
            base=figure(line.base),
            plan=figure(None if line.plan is None else _tidy(line.plan, line)),
            typed=_typed(cells.get(line.unit.code)),
            kind=row.indicator.kind,
        )
        for number, line in enumerate(lines, start=first)
    ]


def _tidy(plan: Decimal, line: Line) -> Decimal:
    """Show a plan with as many decimal places as the target it comes from."""
    exponent = line.target.as_tuple().exponent if line.target is not None else -2
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return round(plan, max(places, 2))


def _typed(cell: Typed | None) -> Msg:
    return msg("nothing") if cell is None else msg("file-typed", answer=_cell(cell))


def _cell(cell: Typed) -> Msg:
    return _said(cell.answer, cell.value)


def _said(answer: Answer, value: Decimal | None) -> Msg:
    match answer:
        case "no_data":
            return msg("answer-no-data")
        case "not_applicable":
            return msg("answer-not-applicable")
        case "value":
            return figure(value)


def lines_of_each(columns: int, *, odd: int) -> int:
    """Return how many lines of each column one message has room for: fewer, the more there are."""
    in_all = LINES_IN_ALL if odd <= LINES_SHOWN else ODD_IN_ALL
    return max(1, min(LINES_SHOWN, in_all // max(1, columns)))


def difference(
    row: IndicatorRow,
    deadline: Deadline,
    lines: Sequence[Line],
    cells: Mapping[str, Typed],
    odd: Mapping[str, tuple[Oddity, ...]],
    whole: Sequence[tuple[Oddity, str | None]],
    *,
    answered_before: frozenset[str] = frozenset(),
    came_at: datetime,
    most: int = LINES_SHOWN,
) -> Msg:
    """Return one column old → new, odd values marked with their questions, gaps named.

    *whole* is asked of the column itself, each with its reason if there is one. Units that are
    *answered_before* by a column under review are not missing. *came_at* is the moment by which
    it will be judged whether the column is late.
    """
    answered = [line for line in lines if line.unit.code in cells]
    marked = [line for line in answered if odd.get(line.unit.code)]
    shown = answered if len(answered) <= most else (marked or answered)[:most]
    there = answered_before | cells.keys()
    missing = [line.unit.short_name for line in lines if line.unit.code not in there]
    # Units that are missing are named below, however many they are.
    asked = [each for each in whole if each[0].kind != "units-missing"]
    return msg(
        "file-table",
        code=row.indicator.code,
        indicator=row.indicator.name,
        measure=row.indicator.unit_of_measure,
        lines=[
            _difference_line(line, cells[line.unit.code], odd, row.indicator.unit_of_measure)
            for line in shown
        ],
        more=len(answered) - len(shown),
        missing=len(missing),
        names="、".join(missing[:most]),
        track="town" if lines and lines[0].unit.track == "town" else "agency",
        whole=msg("file-whole", lines=[_whole_line(odd, reason) for odd, reason in asked])
        if asked
        else msg("nothing"),
        late=int(came_at > deadline.at),
        due=deadline.shown,
    )


def _difference_line(
    line: Line, typed: Typed, odd: Mapping[str, tuple[Oddity, ...]], measure: str
) -> Msg:
    found = odd.get(line.unit.code, ())
    questions = [question(each) for each in found]
    said = msg(
        "file-difference-line-odd" if found else "file-difference-line",
        unit=line.unit.short_name,
        last=_said(line.last.answer, line.last.value) if line.last else msg("figure-none"),
        new=_cell(typed),
        growth=change(typed.base, typed.value, measure),
        plan=figure(None if line.plan is None else _tidy(line.plan, line)),
        **({"questions": questions, "reason": _reason(typed.reason)} if found else {}),
    )
    return with_mark(said, adjusted(line.word))


def _whole_line(odd: Oddity, reason: str | None) -> Msg:
    return msg("file-whole-line", question=question(odd), reason=_reason(reason))


def _reason(reason: str | None) -> Msg:
    if reason is None:
        return msg("nothing")
    return msg("file-reason-given", reason=reason)
