"""Pasted targets: the grammar of pasted figures, the year's target standing where values do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from handlers.grammar.answers import Number
from handlers.grammar.columns import read_paste
from handlers.grammar.gathering import Problem
from handlers.grammar.headings import Measured
from handlers.grammar.units import Nameable
from handlers.texts import msg
from scoring.periods import Period

_HEAD = re.compile(
    r"(?:20[0-9]{2})?年?(?:年度|全年|本年|今年|新|建议|拟定)?(?:目标|任务)(?:任务|值|数)?"
    r"(?P<measure>[(（][^()（）]*[)）])?"
)


@dataclass(frozen=True, slots=True)
class Goal:
    """One unit's target of one indicator as it was written; *base* is last year's, if given."""

    indicator_code: str
    unit_code: str
    goal: Decimal
    base: Decimal | None


@dataclass(frozen=True, slots=True)
class Goals:
    """Everything read from one message; *more_problems* were not listed one by one."""

    goals: tuple[Goal, ...]
    problems: tuple[Problem, ...]
    more_problems: int = 0


def read_goals(
    text: str,
    *,
    units: Sequence[Nameable],
    indicators: Sequence[Measured],
    year: int,
    default_indicator: str = "",
) -> Goals:
    """Read targets one to a line, a pasted column or a table; never raises, never guesses.

    Where the text names no indicator, *default_indicator* is meant. A column headed 目标 or 任务
    holds the targets; one headed 上年 or 基数 the bases.
    """
    paste = read_paste(
        _as_values(text),
        units=units,
        indicators=indicators,
        latest=Period(year, 12),
        default_indicator=default_indicator,
    )
    goals: list[Goal] = []
    problems = list(paste.problems)
    for column in paste.columns:
        for cell in column.cells:
            if isinstance(cell.answer, Number):
                goal = Goal(column.indicator_code, cell.unit_code, cell.answer.value, cell.base)
                goals.append(goal)
                continue
            reason = msg("goal-not-a-number")
            where = (cell.line_no, cell.text, reason, cell.unit_code, column.indicator_code)
            problems.append(Problem(*where))
    problems.sort(key=lambda each: each.line_no)
    return Goals(tuple(goals), tuple(problems), paste.more_problems)


def _as_values(text: str) -> str:
    """Let a table's column of targets be read as its values: there 目标 is passed over."""
    return "\n".join("\t".join(map(_head, line.split("\t"))) for line in text.splitlines())


def _head(cell: str) -> str:
    found = _HEAD.fullmatch(cell.strip())
    return f"本年{found['measure'] or ''}" if found else cell
