"""What becomes of a message when Telegram says no, as a table."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.failures import Arrived, GiveUp, SendAnew, TryAgain, Unknown, after_failure
from bot.transport import NotSentError

SECOND = timedelta(seconds=1)
NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
GONE = "Message to edit not found"


@pytest.mark.parametrize(
    ("error", "method", "attempts", "expected"),
    [
        (RetryAfter(7), "text", 1, TryAgain("+7", why="too many requests")),
        (RetryAfter(7), "edit", 9, TryAgain("+7", why="too many requests")),
        (ChatMigrated(-1007), "text", 1, TryAgain("+0", -1007, "the group became a supergroup")),
        (NotSentError("no route"), "text", 1, TryAgain("+1", why="no route")),
        (NotSentError("no route"), "text", 4, TryAgain("+8", why="no route")),
        (NotSentError("no route"), "photo", 99, TryAgain("+300", why="no route")),
        (InvalidToken("no"), "text", 1, TryAgain("+60", why="the token was rejected")),
        (
            Forbidden("Forbidden: bot was blocked by the user"),
            "text",
            1,
            GiveUp("Forbidden: bot was blocked by the user", unreachable=True),
        ),
        (BadRequest("Chat not found"), "text", 1, GiveUp("Chat not found", unreachable=True)),
        (BadRequest("BUTTON_DATA_INVALID"), "text", 1, GiveUp("BUTTON_DATA_INVALID")),
        (BadRequest("Message is too long"), "edit", 1, GiveUp("Message is too long")),
        (BadRequest(NOT_MODIFIED), "edit", 1, Arrived()),
        (BadRequest(NOT_MODIFIED), "strip", 1, Arrived()),
        (BadRequest(GONE), "edit", 1, SendAnew()),
        (BadRequest("Message can't be edited"), "edit", 1, SendAnew()),
        (BadRequest(GONE), "strip", 1, Arrived()),
        (BadRequest(GONE), "text", 1, GiveUp(GONE)),
        (TimedOut(), "text", 1, Unknown("Timed out")),
        (TimedOut(), "photo", 1, Unknown("Timed out")),
        (TimedOut(), "edit", 2, TryAgain("+2", why="Timed out")),
        (TimedOut(), "strip", 1, TryAgain("+1", why="Timed out")),
        (NetworkError("Bad Gateway"), "text", 1, Unknown("Bad Gateway")),
        (NetworkError("Bad Gateway"), "edit", 1, TryAgain("+1", why="Bad Gateway")),
        (TelegramError("Invalid server response"), "text", 1, Unknown("Invalid server response")),
    ],
)
def test_an_error_becomes_a_decision(error, method, attempts, expected, now):
    if isinstance(expected, TryAgain):
        expected = TryAgain(now + int(expected.at) * SECOND, expected.chat_id, expected.why)

    assert after_failure(error, method=method, attempts=attempts, now=now) == expected
