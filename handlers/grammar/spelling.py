"""One way to write each character, before anything is read: full width, dashes, odd spaces."""

import unicodedata

# NFKC would turn ㎡ into "m2" and so add a digit to a number.
_BEFORE = str.maketrans(
    {"㎡": "平方米", "㎢": "平方公里", "㎞": "公里", "㎏": "公斤"}
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202c", "")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-")
    | {"─": "—", "―": "—"}
)
EDGES = " \t\r\n,;:、。;：，；|="


def folded(text: str) -> str:
    """Return the text in half-width, lower-case characters with one kind of minus sign.

    Line breaks and tabs stay. The result may be longer or shorter than the text.

    >>> folded("１２．５％")
    '12.5%'
    """
    plain = text if text.isascii() else text.translate(_BEFORE)
    return unicodedata.normalize("NFKC", plain).casefold()


def hides_digits(text: str) -> bool:
    """Whether a character such as ², ½ or ① would turn into a digit that was not typed."""
    return any(unicodedata.category(char) == "No" for char in text)


def trimmed(text: str) -> str:
    """Return the text without separators and blanks at its ends."""
    return text.strip(EDGES)


def shortened(text: str, most: int = 40) -> str:
    """Return the text short enough to be quoted back."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
