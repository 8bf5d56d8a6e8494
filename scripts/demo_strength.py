"""How well each unit of the demo city does in its invented year."""

import random

SEED = "jixiao-strength"
WEAK = {
    "JJ12": -1.9,
    "JJ14": -2.1,
    "ZF20": -2.1,
    "ZF24": -1.8,
    "SH09": -2.0,
    "SH10": -2.2,
    "ZH18": -1.9,
    "ZH30": -2.1,
}
"""The units whose contacts are in the demo, two in each category: somebody must come last."""


def strength_of(unit: str) -> float:
    """Return a unit's strength, about -1.4 to 2; the weak ones stand below everybody."""
    if unit in WEAK:
        return WEAK[unit]
    luck = random.Random(f"{SEED}/{unit}")  # noqa: S311 - a demo's dice
    return max(-1.4, min(2.0, luck.gauss(0.3, 0.8)))
