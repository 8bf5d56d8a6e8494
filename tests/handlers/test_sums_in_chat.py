"""What the chat prints about points adds up: 为什么 to the score, 变化 to the change."""

import random
import re
from decimal import Decimal

import pytest
from past_figures import AUGUST, by_town, release

from storage import periods, targets

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


@pytest.mark.parametrize("seed", range(6))
async def test_corrections_and_new_rules_after_a_release_are_causes_that_add_up_too(
    house, cast, seed
):
    dice = random.Random(seed)
    told = await a_month_told_and_then_changed(house, cast, dice)
    causes = {
        name: set() for name in ("自身数据", "其他单位数据", "规则、目标调整", "以往数据更正")
    }
    for town in ("金港", "杨舍", "锦丰", "塘桥"):
        shown = (await cast.leader.says(f"变化 {town}")).text
        (before,), (after,) = numbers(r"　([\d.]+) → ", shown), numbers(r" → ([\d.]+)（", shown)
        (total,) = numbers(r"（([+-][\d.]+) 分）", shown)
        for cause, points in re.findall(r"^• (\S+) ([+-][\d.]+)$", shown, re.MULTILINE):
            causes[cause].add(Decimal(points))
        # It begins at what people were told, though that month reads otherwise today.
        assert before == told[town]
        assert sum(numbers(r"^• \S+ ([+-][\d.]+)$", shown)) == total == after - before
        for cause in re.split(r"^• ", shown, flags=re.MULTILINE)[1:]:
            (points,) = numbers(r"\A\S+ ([+-][\d.]+)$", cause)
            assert sum(numbers(r"^　　.+ ([+-][\d.]+)$", cause)) == points
    assert all(moved - {Decimal("0.00")} for moved in causes.values()), causes


async def a_month_told_and_then_changed(house, cast, dice):
    """August is released, then one of its figures corrected and a target laid down anew."""
    for code in ("K02", "K03", "K08"):
        await release(house, code, drawn(dice), bases=drawn(dice), period=AUGUST)
    house.passes(minutes=1)
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        (row,) = [each for each in city.schemes if each.scheme.track == "town"]
        await periods.add(
            conn, scheme_id=row.id, period=AUGUST, act="released", by=None, now=house.now
        )
        ids = {each.indicator.code: each.id for each in row.indicators}
    shown = {
        town: (await cast.leader.says(f"为什么 {town} 8月")).text
        for town in ("金港", "杨舍", "锦丰", "塘桥")
    }
    told = {town: numbers(r"\A.+?　([\d.]+)/", text)[0] for town, text in shown.items()}
    house.passes(minutes=1)
    await release(house, "K02", drawn(dice), bases=drawn(dice), period=AUGUST)
    async with house.engine.begin() as conn:
        for unit in city.assessed(row):
            await targets.add(
                conn,
                indicator_id=ids["K08"],
                unit_id=unit.id,
                base=Decimal(100),
                goal=Decimal(dice.randrange(150, 400)),
                known_from=house.now,
            )
    for code in ("K02", "K03", "K08"):
        await release(house, code, drawn(dice), bases=drawn(dice))
    return told


def drawn(dice):
    return by_town(*(f"{dice.randrange(1500, 9900) / 70:.3f}" for _ in range(4)))


async def test_in_english_the_same(cast, two_months):
    await cast.leader.says("/lang en")
    shown = (await cast.leader.says("/change 杨舍")).text
    (total,) = numbers(r"\(([+-][\d.]+) points\)", shown)
    assert sum(numbers(r"^• [^+-]+ ([+-][\d.]+)$", shown)) == total
