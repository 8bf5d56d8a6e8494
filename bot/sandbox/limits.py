"""How fast a bot may send before Telegram answers 429: the published rates, in real time."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.sandbox.refusals import too_many

# core.telegram.org/bots/faq: one message a second per chat with short bursts, twenty a minute
# per group, about thirty a second overall.
CHAT_SECONDS, CHAT_BURST = 1.0, 5
GROUP_SECONDS, GROUP_BURST = 3.0, 20
SAME_SIZE_BYTES = 100_000
SAME_SIZE_SECONDS = 0.2
SAME_SIZE_BACKLOG_SECONDS = 5.0
OVERALL_SECONDS, OVERALL_BURST = 1 / 30, 30


@dataclass(slots=True)
class Rates:
    """Count sends against the published rates.

    Each rate is the time at which its bucket would be empty again: a send moves it by one
    interval, and a send that would move it beyond the burst is refused.
    """

    enabled: bool = True
    monotonic: Callable[[], float] = time.monotonic
    _chats: dict[int, float] = field(default_factory=dict)
    _overall: float = 0.0
    _uploads: dict[int, float] = field(default_factory=dict)

    def check(self, chat_id: int, *, is_private: bool, count: int = 1) -> None:
        """Count *count* messages into a chat, or raise a 429 and count nothing."""
        if not self.enabled:
            return
        seconds, burst = (CHAT_SECONDS, CHAT_BURST) if is_private else (GROUP_SECONDS, GROUP_BURST)
        now = self.monotonic()
        chat = max(self._chats.get(chat_id, 0.0), now) + seconds * count
        overall = max(self._overall, now) + OVERALL_SECONDS * count
        # An album counts as its messages but must always be able to pass an empty bucket.
        wait = max(
            chat - now - seconds * max(burst, count),
            overall - now - OVERALL_SECONDS * max(OVERALL_BURST, count),
        )
        # A microsecond of slack keeps float sums from refusing the last message of a burst.
        if wait > 1e-6:  # noqa: PLR2004 - explained above
            raise too_many(max(1, math.ceil(wait)))
        self._chats[chat_id] = chat
        self._overall = overall

    def upload_wait(self, sizes_bytes: Sequence[int]) -> float:
        """Return the seconds an upload waits behind others of the same size; 429 beyond five.

        Telegram spaces uploads above 100 kB of one byte size, so that nobody broadcasts by
        uploading again and again (Bot API server, Client.cpp).
        """
        if not self.enabled:
            return 0.0
        now, longest = self.monotonic(), 0.0
        for size in sizes_bytes:
            if size <= SAME_SIZE_BYTES:
                continue
            free = max(self._uploads.get(size, 0.0), now)
            if free - now > SAME_SIZE_BACKLOG_SECONDS:
                raise too_many(math.ceil(free - now))
            self._uploads[size] = free + SAME_SIZE_SECONDS
            longest = max(longest, free - now)
        return longest

    def forget(self) -> None:
        """Start again with every bucket empty."""
        self._chats.clear()
        self._overall = 0.0
        self._uploads.clear()
