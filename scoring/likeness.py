"""How much of a text stood in another one already: a question to ask, and no verdict."""

from __future__ import annotations

PIECE = 4
"""Letters of a piece: long enough that two texts on one subject share few of them."""


def likeness_pct(text: str, before: str) -> int:
    """Return how many in a hundred of a text's pieces stand in the text before it.

    >>> likeness_pct("本月财政收入增长较快", "本月财政收入增长较快")
    100
    >>> likeness_pct("本月财政收入增长较快", "投资进度偏慢")
    0
    """
    pieces = _pieces(text)
    if not pieces:
        return 0
    return len(pieces & _pieces(before)) * 100 // len(pieces)


def _pieces(text: str) -> set[str]:
    letters = "".join(each for each in text if each.isalnum())
    return {letters[at : at + PIECE] for at in range(len(letters) - PIECE + 1)}
