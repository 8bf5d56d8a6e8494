"""The question that belongs to each oddity, its numbers written as a person reads them."""

from decimal import Decimal

from handlers.texts import Msg, Value
from scoring.oddities import Oddity
from scoring.rounding import shown
from scoring.told import Told

_SIGNED = frozenset({"growth_pct", "stated_pct", "change", "difference"})
_COARSE = ("_pct", "_pp")
_AVERAGED = frozenset({"usual", "moved"})


def question(oddity: Oddity) -> Msg:
    """Return the question as a message (oddity-…); percentages and multiples get one decimal.

    Figures that somebody filed, or may have meant, are quoted digit for digit; averages get four.
    """
    given: dict[str, Value] = {name: _written(name, told) for name, told in oddity.given}
    return Msg(f"oddity-{oddity.kind}", given)


def _written(name: str, told: Told) -> str | int:
    if not isinstance(told, Decimal):
        return told
    if name.endswith(_COARSE) or name in {"times", "z"}:
        text = shown(told, 1)
    elif name in _AVERAGED:
        text = shown(told)
    else:
        places = told.as_tuple().exponent
        text = shown(told, max(0, -places) if isinstance(places, int) else 0)
    return f"+{text}" if name in _SIGNED and told > 0 else text
