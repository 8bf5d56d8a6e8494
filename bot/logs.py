"""The log: one readable line per event, in which a secret is never printed."""

import logging
import re
import sys
from collections.abc import Iterable
from types import TracebackType
from typing import TextIO
from urllib.parse import quote

HIDDEN = "<hidden>"
# The form of every bot token (https://core.telegram.org/bots/api#authorizing-your-bot): a token
# that is not ours, or one mistyped, has no business in a log either.
TOKEN = re.compile(r"\b(?:bot)?\d{5,16}(?::|%3[Aa])[A-Za-z0-9_-]{20,}")
LINE = "%(asctime)s %(levelname)-7s %(name)s  %(message)s"
SHORTEST_SECRET = 4
# These say the whole address of every request, or every step they take.
CHATTY = ("httpx", "httpcore", "aiosqlite", "alembic", "apscheduler", "asyncio", "matplotlib")


class Redaction(logging.Filter):
    """Hides secrets in the message, its arguments and the traceback of a record."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        forms = {form for each in secrets for form in (each, quote(each, safe=""))}
        # A shorter one would tear holes into ordinary words.
        usable = [form for form in forms if len(form) >= SHORTEST_SECRET]
        self._secrets = sorted(usable, key=len, reverse=True)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; let every record pass."""
        record.msg, record.args = self.hide(record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.hide(record.exc_text)
        if record.stack_info:
            record.stack_info = self.hide(record.stack_info)
        return True

    def hide(self, text: str) -> str:
        """Return the text with every secret taken out."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return TOKEN.sub(HIDDEN, text)


def set_up(level: str, *, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Write everything from *level* up to *stream* (standard error), secrets hidden.

    Uncaught exceptions and warnings go the same way: Python's own printing knows no filter.
    """
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter(LINE))
    handler.addFilter(Redaction(secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught

    for chatty in CHATTY:
        logging.getLogger(chatty).setLevel(max(logging.WARNING, root.level))


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("jixiao").critical("stopped by an error", exc_info=(kind, error, trace))
