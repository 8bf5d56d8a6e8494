"""One thing that waits for a person: the sentence, and the button that gets it done."""

from dataclasses import dataclass
from datetime import datetime

from handlers.texts import Msg


@dataclass(frozen=True)
class TodoItem:
    """One line of the list 待办; *urgency* is when it is due, None if it merely waits."""

    message: Msg
    route: str
    arg: str
    urgency: datetime | None
