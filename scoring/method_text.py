"""The reading of method texts.

A method text is one method, `efficacy(base=0,span=100)`, or a mix whose shares add up to 100,
`progress:50|growth:30|contribution:20`. Parameters not given take the defaults of `METHODS`.
These go with any method: *cap* in percent of the points, or `none`; *difficulty* 1 multiplies by
the unit's coefficient; *exempt_by* and *exempt_above* give full points to who exceeds the peers'
mean in another indicator by so much; *no_case* `mean` gives a nil report or a zero the peers' mean
points.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from scoring.facts import UNLIMITED, Parameter, Terms
from scoring.methods import METHODS, Rule

if TYPE_CHECKING:
    from scoring.told import Told

Params: TypeAlias = Mapping[str, Parameter]

LISTS = frozenset({"values", "coefs", "points"})
WORDS = frozenset({"tie"})
POSITIVE = frozenset({"per", "full", "c"})
BELOW: Mapping[str, int] = {"c": 10}
"""An exponent beyond this leaves nothing that could be printed; other numbers end at 10^20."""
SIZE_MAX = 10**20
COMMON = ("difficulty", "exempt_by", "exempt_above", "no_case")


class MethodError(ValueError):
    """A method text that cannot be read: a message id for a person and the values it names."""

    def __init__(self, reason_id: str, *given: tuple[str, Told]) -> None:
        super().__init__(reason_id, given)
        self.reason_id = reason_id
        self.given = given


@dataclass(frozen=True, slots=True)
class Part:
    """One method of a mix, with its share of the points in percent."""

    name: str
    rule: Rule
    share_pct: Decimal
    params: Params
    cap: Decimal | None = None
    uses_difficulty: bool = False
    exempt_by: str = ""
    exempt_above: Decimal = Decimal(0)
    mean_without_case: bool = False

    @property
    def looks_at(self) -> frozenset[str]:
        """The other indicators whose figures this one compares by."""
        names = (self.exempt_by, str(self.params.get("tie") or ""))
        return frozenset(name for name in names if name)


@dataclass(frozen=True, slots=True)
class Method:
    """A method text, read."""

    parts: tuple[Part, ...]

    @property
    def compares(self) -> bool:
        """Whether one unit's figure can move another's points."""
        return any(part.rule.compares or part.exempt_by for part in self.parts)

    @property
    def looks_at(self) -> frozenset[str]:
        """The other indicators whose figures this one compares by."""
        return frozenset[str]().union(*(part.looks_at for part in self.parts))

    @property
    def needs_target(self) -> bool:
        """Whether some part has no answer without a target."""
        return any(part.rule.needs_target for part in self.parts)


_PART = re.compile(
    r"\s*(?P<name>\w+)\s*(?:\((?P<params>[^()]*)\))?\s*(?::\s*(?P<share>[\d.]+)\s*)?"
)


@lru_cache(maxsize=1024)
def method(text: str) -> Method:
    """Read a method text; raise MethodError saying what in it cannot be read.

    >>> [part.name for part in method("progress:50|growth(base=0,span=100):50").parts]
    ['progress', 'growth']
    """
    matches = [_PART.fullmatch(piece) for piece in text.split("|")]
    read: list[Part] = []
    for piece, match in zip(text.split("|"), matches, strict=True):
        if match is None:
            raise MethodError("method-unreadable", ("text", piece))
        share = match["share"]
        if share is None and len(matches) > 1:
            raise MethodError("method-share-missing", ("text", piece))
        pct = Decimal(100) if share is None else _as_number("share", share)
        if pct <= 0:
            raise MethodError("method-parameter-value", ("name", "share"), ("value", pct))
        read.append(_part(match["name"], match["params"] or "", pct))
    total = sum((part.share_pct for part in read), Decimal(0))
    if total != Decimal(100):
        raise MethodError("method-shares-sum", ("text", text), ("sum", total))
    return Method(tuple(read))


def terms(part: Part, points: Decimal, cap: Decimal | None) -> Terms:
    """Return what a part plays for, of an indicator's points; its own cap goes before the other."""
    own = points * part.share_pct / 100
    return Terms(own, cap if part.cap is None else part.cap, part.params)


def _part(name: str, text: str, share_pct: Decimal) -> Part:
    rule = METHODS.get(name)
    if rule is None:
        raise MethodError("method-unknown", ("name", name))
    given = _pairs(name, text)
    cap = given.pop("cap", "")
    common = {
        key: given.pop(key, "") for key in ("difficulty", "exempt_by", "exempt_above", "no_case")
    }
    if common["no_case"] not in {"", "mean"}:
        raise MethodError(
            "method-parameter-value", ("name", "no_case"), ("value", common["no_case"])
        )
    return Part(
        name,
        rule,
        share_pct,
        _params(name, rule, given),
        _cap(cap),
        uses_difficulty=bool(_as_number("difficulty", common["difficulty"] or "0")),
        exempt_by=common["exempt_by"],
        exempt_above=_as_number("exempt_above", common["exempt_above"] or "0"),
        mean_without_case=common["no_case"] == "mean",
    )


def _cap(text: str) -> Decimal | None:
    if not text:
        return None
    return UNLIMITED if text == "none" else _as_number("cap", text) / 100


def _pairs(name: str, text: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for item in filter(None, (item.strip() for item in text.split(","))):
        key, equals, value = (piece.strip() for piece in item.partition("="))
        if not (equals and key and value) or key in pairs:
            raise MethodError("method-parameter-unreadable", ("name", name), ("text", item))
        pairs[key] = value
    return pairs


def _params(name: str, rule: Rule, given: Mapping[str, str]) -> Params:
    for key in given:
        if key not in rule.params:
            raise MethodError("method-parameter-unknown", ("method", name), ("name", key))
    params: dict[str, Parameter] = {}
    for key, default in rule.params.items():
        text = given.get(key, default)
        if text == "!":
            raise MethodError("method-parameter-missing", ("method", name), ("name", key))
        params[key] = None if text == "?" else _value(key, text)
    _check_whole(name, params)
    return params


def _value(key: str, text: str) -> Parameter:
    if key in WORDS:
        return text
    if key in LISTS:
        for item in text.split("/"):
            _as_number(key, item)
        return text
    value = _as_number(key, text)
    if (key in POSITIVE and value <= 0) or abs(value) > BELOW.get(key, SIZE_MAX):
        raise MethodError("method-parameter-value", ("name", key), ("value", text))
    return value


def _check_whole(name: str, params: Params) -> None:
    lower, upper = params.get("lower"), params.get("upper")
    if isinstance(lower, Decimal) and isinstance(upper, Decimal) and lower > upper:
        raise MethodError("method-parameter-value", ("name", "lower"), ("value", lower))
    if name == "efficacy_tier":
        values, coefs = (str(params[key]) for key in ("values", "coefs"))
        count = values.count("/")
        if count != coefs.count("/") or not count:
            raise MethodError("method-tiers-differ", ("values", values), ("coefs", coefs))


def _as_number(key: str, text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise MethodError("method-parameter-value", ("name", key), ("value", text)) from None
    if not value.is_finite() or abs(value) > SIZE_MAX:
        raise MethodError("method-parameter-value", ("name", key), ("value", text))
    return value
