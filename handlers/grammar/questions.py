"""The sentence that belongs to each oddity."""

from handlers.texts import Msg
from scoring.oddities import Oddity


def question(oddity: Oddity) -> Msg:
    """Return the question as a message."""
    raise NotImplementedError
