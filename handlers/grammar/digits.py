"""Digits: which spellings are one number beyond doubt, and why the others are not."""

import re
from decimal import Decimal

from handlers.grammar.spelling import shortened
from handlers.texts import Msg, msg

MOST_DIGITS = 15
"""Significant digits that survive every spreadsheet the figure will pass through."""

_PLAIN = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|\.[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_NUMERALS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
NUMERAL = "[零〇一二两三四五六七八九十]{1,3}"


def read_digits(text: str) -> Decimal | Msg:
    """Return the number that *text* (digits, dots, commas, or numerals to 99) is, or the reason.

    >>> read_digits("1,234,567")
    Decimal('1234567')
    """
    if re.fullmatch(NUMERAL, text):
        return _numeral(text)
    if _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text):
        return _bounded(text)
    if "," in text:
        return msg("grammar-comma", text=shortened(text))
    if re.fullmatch(r"0[0-9]+(?:\.[0-9]+)?", text):
        return msg("grammar-leading-zero", text=shortened(text))
    return msg("grammar-not-a-number", text=shortened(text))


def _bounded(text: str) -> Decimal | Msg:
    number = text.replace(",", "")
    if len(number.replace(".", "").lstrip("0")) > MOST_DIGITS:
        return msg("grammar-too-many-digits", most=MOST_DIGITS)
    return Decimal(number)


def _numeral(text: str) -> Decimal | Msg:
    """Read a written numeral up to 99, the largest that people still write out."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return (
            Decimal(_NUMERALS[text])
            if len(text) == 1
            else msg("grammar-not-a-number", text=shortened(text))
        )
    ones_are_fine = len(ones) <= 1 and ones not in {"十", "零", "〇"}
    tens_are_fine = len(tens) <= 1 and tens not in {"零", "〇"}
    if not (ten and ones_are_fine and tens_are_fine):
        return msg("grammar-not-a-number", text=shortened(text))
    return Decimal((_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0))
