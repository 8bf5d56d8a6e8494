"""Numbers as they stand in the cells of a table.

Full-width digits and well-formed groups of thousands (1,234,567.8) are read; 1,5 is not, because it
may mean either of two numbers. Every number keeps within what the arithmetic of scores holds
exactly: less than 10^20 in size, at most 30 decimals.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any
from unicodedata import normalize

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

SIZE_DIGITS_MAX = 20
DECIMALS_MAX = 30
_PLAIN = re.compile(
    r"[+-]?((\d+|\d{1,3}(,\d{3})+)\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE
)


def _as_written(value: Any) -> Any:  # noqa: ANN401 - pydantic hands over what it was given
    if not isinstance(value, str) or (value.isascii() and "," not in value and "_" not in value):
        return value
    if "_" in value:
        # Python would read 1_000; nobody else does.
        raise PydanticCustomError("decimal_parsing", "not a number")
    text = normalize("NFKC", value)
    return text.replace(",", "") if _PLAIN.fullmatch(text) else value


def _within_reach(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    too_fine = isinstance(exponent, int) and exponent < -DECIMALS_MAX
    if number.adjusted() >= SIZE_DIGITS_MAX or too_fine:
        raise PydanticCustomError("number_out_of_reach", "too large or too fine")
    return number


Number = Annotated[Decimal, BeforeValidator(_as_written), AfterValidator(_within_reach)]
"""A number of a table, within reach."""
