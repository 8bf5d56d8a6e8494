"""What to do when Telegram says no, or says nothing: errors become decisions."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.transport import NotSentError
from storage.outbox import Method

# Telegram's own sentences, in lower case: there are no codes to go by.
NOT_MODIFIED = "message is not modified"
CANNOT_EDIT = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
)
UNREACHABLE = ("chat not found", "peer_id_invalid", "user_deactivated")
WRONG_FILE = ("wrong file", "wrong remote file", "file reference", "file_reference")
BROKEN_MARKUP = "can't parse entities"

LONGEST_WAIT = timedelta(minutes=5)
REJECTED_TOKEN_WAIT = timedelta(minutes=1)


@dataclass(frozen=True)
class TryAgain:
    """Telegram did not take it for sure: send it at this moment, perhaps to another chat."""

    at: datetime
    chat_id: int | None = None
    why: str = ""


@dataclass(frozen=True)
class GiveUp:
    """Telegram will never take it; *unreachable*: it will take nothing for this chat."""

    why: str
    unreachable: bool = False


@dataclass(frozen=True)
class Unknown:
    """It may have arrived."""

    why: str


@dataclass(frozen=True)
class Arrived:
    """There was nothing to do: the message looks like this already."""


@dataclass(frozen=True)
class SendAnew:
    """The message to edit cannot be edited any more: say it in a new one."""


Decision: TypeAlias = TryAgain | GiveUp | Unknown | Arrived | SendAnew


def after_failure(
    error: TelegramError, *, method: Method, attempts: int, now: datetime
) -> Decision:
    """Decide what becomes of a message; *attempts* counts the tries so far, this one included.

    Edits and the taking away of buttons may be repeated freely: a repeat changes nothing.
    """
    repeatable = method in {"edit", "mark", "strip"}
    match error:
        case ChatMigrated():
            return TryAgain(now, error.new_chat_id, "the group became a supergroup")
        case RetryAfter():
            return TryAgain(now + _wait_of(error), why="too many requests")
        case Forbidden():
            return GiveUp(error.message, unreachable=True)
        case BadRequest():
            return _refused(error.message, method)
        case NotSentError():
            return TryAgain(now + _growing(attempts), why=error.message)
        case InvalidToken():
            return TryAgain(now + REJECTED_TOKEN_WAIT, why="the token was rejected")
        case NetworkError() if repeatable:
            return TryAgain(now + _growing(attempts), why=error.message)
        case _:
            # A 200 that cannot be read, a 5xx, a reset, no answer in time.
            return Unknown(error.message)


def is_wrong_file(error: TelegramError) -> bool:
    """Return whether Telegram no longer knows the file id it was given."""
    return isinstance(error, BadRequest) and any(w in error.message.lower() for w in WRONG_FILE)


def is_broken_markup(error: TelegramError) -> bool:
    """Return whether Telegram could not read our HTML: then the words go without it."""
    return isinstance(error, BadRequest) and BROKEN_MARKUP in error.message.lower()


def retry_after_seconds(error: RetryAfter) -> float:
    """Return how long Telegram wants to be left alone, in seconds."""
    return _wait_of(error).total_seconds()


def _refused(message: str, method: Method) -> Decision:
    said = message.lower()
    if NOT_MODIFIED in said:
        return Arrived()
    if method in {"edit", "mark", "strip"} and any(each in said for each in CANNOT_EDIT):
        return SendAnew() if method == "edit" else Arrived()
    return GiveUp(message, unreachable=any(each in said for each in UNREACHABLE))


def _growing(attempts: int) -> timedelta:
    """1, 2, 4, 8 … seconds, at most five minutes: a network is rarely back at once."""
    return min(LONGEST_WAIT, timedelta(seconds=2 ** min(attempts - 1, 16)))


def _wait_of(error: RetryAfter) -> timedelta:
    wait = error.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
