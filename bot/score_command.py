"""`jixiao score DIR`: the ranking of a scheme folder, without a bot and without a database."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date, datetime
from pathlib import Path

from bot.score_print import Printer
from bot.score_run import ScoreRun
from handlers.texts import LANGUAGES, Msg, Texts, msg
from scoring.model import Period
from storage.scheme_folder import FolderError, FolderErrors

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
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--why", metavar="UNIT", help="explain one unit's points instead")
    parser.add_argument("--lang", choices=LANGUAGES, default=_language(os.environ))


def run(args: argparse.Namespace) -> int:
    """Print the ranking and return 0.

    Where the folder or what is asked of it is wrong, say everything on standard error, print
    nothing else and return 2.
    """
    texts = Texts.load()
    printer = Printer(texts, args.lang, sys.stdout)

    def progress(message: Msg) -> None:
        if not args.json:
            sys.stderr.write(texts.plain(args.lang, message) + "\n")

    def explains(unit: str) -> bool:
        return unit == args.why if args.why is not None else bool(args.json)

    try:
        opened = ScoreRun.open(args.folder, as_of=args.as_of, tell=progress, explains=explains)
        with opened as job:
            result = job.result(args.period, final=args.final)
            if args.why is not None:
                if args.why not in result.units:
                    return _refused(texts, args.lang, [msg("score-no-such-unit", unit=args.why)])
                printer.why(job.names, result, args.why, job.because)
            elif args.json:
                printer.json(result, job.because)
            else:
                printer.table(job.names, result)
        sys.stdout.flush()
    except FolderErrors as error:
        return _refused(texts, args.lang, [fault_line(each) for each in error.errors])
    except BrokenPipeError:
        # Whoever read us has seen enough; Python must not complain of it while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def fault_line(error: FolderError) -> Msg:
    """Return one fault as a line: where it is, what stands there, and why that cannot be."""
    reason = Msg(error.reason_id, error.given)
    value = error.value if len(error.value) <= CELL_SHOWN else error.value[:CELL_SHOWN] + "…"
    if not error.line:
        what = " = ".join(filter(None, (error.column, value)))
        if what:
            return msg("score-fault-key", file=error.file, what=what, reason=reason)
        return msg("score-fault-file", file=error.file, reason=reason)
    if not error.column:
        return msg("score-fault-line", file=error.file, line=error.line, reason=reason)
    return msg(
        "score-fault",
        file=error.file,
        line=error.line,
        column=error.column,
        value=value,
        reason=reason,
    )


def _refused(texts: Texts, lang: str, lines: list[Msg]) -> int:
    for line in lines:
        sys.stderr.write(texts.plain(lang, line) + "\n")
    sys.stderr.write(texts.plain(lang, msg("score-refused", count=len(lines))) + "\n")
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
