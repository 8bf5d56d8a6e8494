"""`jixiao sandbox`: a bare Telegram on this machine."""

import argparse
import sys

from bot.sandbox import __main__ as sandbox


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes: it is handed on as it is."""
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="see python -m bot.sandbox --help")


def run(args: argparse.Namespace) -> int:
    """Run the sandbox until interrupted."""
    sys.argv = ["jixiao sandbox", *args.rest]
    return sandbox.main()
