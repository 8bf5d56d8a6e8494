"""What the chat prints about points adds up: 为什么 to the score, 变化 to the change."""

import random
import re
from decimal import Decimal

import pytest
from past_figures import AUGUST, by_town, release

DICE = random.Random(2013)


@pytest.fixture
async def two_months(house):
    """Two indicators in two months, with figures that leave endless fractions."""
    for period in (AUGUST, None):
        how = {"period": period} if period else {}
        for code in ("K02", "K03", "K08"):
            figures = [f"{DICE.randrange(700, 9900) / 70:.3f}" for _ in range(4)]
            bases = [f"{DICE.randrange(700, 9900) / 70:.3f}" for _ in range(4)]
            await release(house, code, by_town(*figures), bases=by_town(*bases), **how)


def numbers(pattern, text):
    return [Decimal(found.replace("−", "-")) for found in re.findall(pattern, text, re.MULTILINE)]


@pytest.mark.parametrize("town", ["金港", "杨舍", "锦丰", "塘桥"])
async def test_what_the_indicators_bring_is_the_score(cast, two_months, town):
    shown = (await cast.leader.says(f"为什么 {town}")).text
    (score,) = numbers(r"\A.+?　([\d.]+)/", shown)
    brought = numbers(r"计入总分 ([\d.]+)", shown)

    assert len(brought) >= 2
    assert sum(brought) == score


@pytest.mark.parametrize("town", ["金港", "杨舍", "锦丰", "塘桥"])
async def test_the_causes_are_the_change_and_their_lines_are_the_causes(cast, two_months, town):
    shown = (await cast.leader.says(f"变化 {town}")).text
    (before,), (after,) = numbers(r"　([\d.]+) → ", shown), numbers(r" → ([\d.]+)（", shown)
    (total,) = numbers(r"（([+-][\d.]+) 分）", shown)
    causes = numbers(r"^• \S+ ([+-][\d.]+)$", shown)
    assert sum(causes) == total == after - before
    for cause in re.split(r"^• ", shown, flags=re.MULTILINE)[1:]:
        (points,) = numbers(r"\A\S+ ([+-][\d.]+)$", cause)
        items = numbers(r"^　　.+ ([+-][\d.]+)$", cause)
        assert sum(items) == points


async def test_in_english_the_same(cast, two_months):
    await cast.leader.says("/lang en")
    shown = (await cast.leader.says("/change 杨舍")).text
    (total,) = numbers(r"\(([+-][\d.]+) points\)", shown)
    assert sum(numbers(r"^• [^+-]+ ([+-][\d.]+)$", shown)) == total
