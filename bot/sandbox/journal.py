"""Every call a bot made and how it ended, newest last; never the token."""

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.refusals import Wire

CALLS_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Call:
    """One call: what was asked, at what sandbox time, and how it ended."""

    number: int
    at: datetime
    method: str
    parameters: Mapping[str, object]
    files: Mapping[str, int]
    """Part name to size in bytes."""
    status: int
    """HTTP status; 0 when the connection was dropped."""
    description: str = ""
    """Telegram's refusal, empty when the call succeeded."""

    @property
    def succeeded(self) -> bool:
        """Tell whether the bot was told that it worked."""
        return self.status == 200  # noqa: PLR2004 - the number everybody knows

    def wire(self) -> Wire:
        """Return the call as JSON for the page, without the parameters' bulk."""
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "method": self.method,
            "status": self.status,
            "description": self.description,
        }


@dataclass(slots=True)
class Journal:
    """The last calls, and counts of all."""

    calls: deque[Call] = field(default_factory=lambda: deque(maxlen=CALLS_KEPT))
    count: int = 0
    by_method: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def add(
        self,
        at: datetime,
        method: str,
        parameters: Mapping[str, object],
        files: Mapping[str, int],
        *,
        status: int,
        description: str = "",
    ) -> None:
        """Write down one finished call."""
        self.count += 1
        self.by_method[method] += 1
        if description:
            self.refused[description] += 1
        self.calls.append(Call(self.count, at, method, parameters, files, status, description))

    def of(self, method: str) -> Sequence[Call]:
        """Return the kept calls of one method, oldest first; the name in any case."""
        wanted = method.lower()
        return [call for call in self.calls if call.method.lower() == wanted]
