"""What Telegram says when it will not do something, in its own words and codes."""

from typing import Any, TypeAlias

Wire: TypeAlias = dict[str, Any]
"""One JSON object exactly as it travels between Telegram and a bot."""


class ApiError(Exception):
    """A call that Telegram refused: HTTP status, description and, rarely, parameters."""

    def __init__(self, code: int, description: str, parameters: Wire | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def body(self) -> Wire:
        """Return the JSON object Telegram answers with."""
        answer: Wire = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class ConnectionDropped(Exception):  # noqa: N818 - it names what happened, not a fault of ours
    """The caller's connection ended before an answer; *acted* says whether the call was done."""

    def __init__(self, *, acted: bool) -> None:
        super().__init__("connection dropped")
        self.acted = acted


class NotPossible(LookupError):  # noqa: N818 - reads as the sentence a test sees
    """A person tried something no Telegram client offers, such as tapping an absent button."""


def bad_request(text: str) -> ApiError:
    """Return a refusal for good (400)."""
    return ApiError(400, f"Bad Request: {text}")


def forbidden(text: str) -> ApiError:
    """Return a refusal because of who is spoken to (403)."""
    return ApiError(403, f"Forbidden: {text}")


def too_many(retry_after_seconds: int) -> ApiError:
    """Return the flood refusal (429), which says how long to wait."""
    return ApiError(
        429,
        f"Too Many Requests: retry after {retry_after_seconds}",
        {"retry_after": retry_after_seconds},
    )


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance "
    "is running"
)
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete "
    "the webhook first"
)
