"""`jixiao score DIR`: the ranking of a scheme folder, without a bot and without a database."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.score_json import Fault, JsonWriter, exact_value, write_faults
from bot.score_print import Printer
from bot.score_run import ScoreRun
from handlers.texts import LANGUAGES, Msg, Texts, msg
from scoring.model import Period
from scoring.told import shown_value
from storage.scheme_folder import FolderError, FolderErrors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.result import Result

WRONG_INPUT = 2
"""The exit code of a folder that cannot be read."""
CELL_SHOWN = 80
"""So many letters of a wrong cell are enough to find it by."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `jixiao score` takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="scheme folder or .xlsx workbook")
    parser.add_argument("--period", type=_period, help="month, 2013-09; default: the latest filed")
    parser.add_argument("--as-of", type=_moment, metavar="MOMENT", help="known by then, ISO 8601")
    parser.add_argument("--final", action="store_true", help="the account of the whole year")
    parser.add_argument(
        "--json", action="store_true", help="print JSON; what is wrong too, as `errors`"
    )
    parser.add_argument("--why", metavar="UNIT", help="explain one unit's points instead")
    parser.add_argument("--lang", choices=LANGUAGES, default=_language(os.environ))


def run(args: argparse.Namespace) -> int:
    """Print the ranking and return 0.

    Where the folder or what is asked of it is wrong, say everything on standard error and return
    2. With --json the faults are also what is printed; without it nothing is.
    """
    texts = Texts.load()
    # A program that reads JSON wants no talk; somebody who waits at a terminal does.
    is_told = not args.json or sys.stderr.isatty()

    def tell(message: Msg) -> None:
        if is_told:
            sys.stderr.write(texts.plain(args.lang, message) + "\n")

    def explains(unit: str) -> bool:
        return unit == args.why if args.why is not None else bool(args.json)

    written = exact_value if args.json else shown_value
    try:
        with _uncollected(), ScoreRun.open(args.folder, args.as_of, tell, explains, written) as job:
            result = job.result(args.period, final=args.final)
            tell(msg("score-printing"))
            _print(args, Printer(texts, args.lang, sys.stdout), job, result)
        sys.stdout.flush()
    except FolderErrors as error:
        return _refused(texts, args, error.errors)
    except BrokenPipeError:
        # Whoever read us has seen enough; Python must not complain of it while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the collector of circles off: a run makes millions of objects and no circles.

    Looking for some costs a third of the time, and more than in step with the size.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _print(args: argparse.Namespace, printer: Printer, job: ScoreRun, result: Result) -> None:
    if args.why is not None and args.why not in result.units:
        raise FolderErrors([_no_such_unit(args.why)])
    if not args.json:
        if args.why is None:
            printer.table(job.names, result)
        else:
            printer.why(job.names, result, args.why, job.because)
        return
    writer = JsonWriter(sys.stdout, job.because)
    if args.why is None:
        writer.result(job.names, result)
    else:
        writer.why(result, args.why)


def _no_such_unit(code: str) -> FolderError:
    return FolderError("--why", 0, "", code, "score-no-such-unit", {"unit": code})


def fault_line(error: FolderError) -> Msg:
    """Return one fault as a line: where it is, what stands there, and why that cannot be."""
    reason = Msg(error.reason_id, error.given)
    value, column = _short(error.value), _short(error.column)
    if not error.line:
        what = " = ".join(filter(None, (column, value)))
        if what:
            return msg("score-fault-key", file=error.file, what=what, reason=reason)
        return msg("score-fault-file", file=error.file, reason=reason)
    if not column:
        return msg("score-fault-line", file=error.file, line=error.line, reason=reason)
    return msg(
        "score-fault",
        file=error.file,
        line=error.line,
        column=column,
        value=value,
        reason=reason,
    )


def _short(cell: str) -> str:
    """Return a cell on one line, so that a fault is one: a lost quote makes one of many lines."""
    cut = cell if len(cell) <= CELL_SHOWN else cell[:CELL_SHOWN] + "…"
    return "⏎".join(cut.splitlines())


def _refused(texts: Texts, args: argparse.Namespace, errors: list[FolderError]) -> int:
    if args.json:
        listed = [
            Fault(
                each.file,
                each.line,
                each.column,
                each.value,
                each.reason_id,
                texts.plain(args.lang, Msg(each.reason_id, each.given)),
            )
            for each in errors
        ]
        write_faults(sys.stdout, listed)
        sys.stdout.flush()
    lines = [*map(fault_line, errors), msg("score-refused", count=len(errors))]
    for line in lines:
        sys.stderr.write(texts.plain(args.lang, line) + "\n")
    return WRONG_INPUT


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _moment(text: str) -> date:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _language(environ: os._Environ[str]) -> str:
    locale = environ.get("LC_ALL") or environ.get("LANG") or ""
    return "en" if locale.lower().startswith("en") else "zh"
