"""What the chat foretells comes true: 如果, 差距, 走势 and the ranking of an earlier moment."""

import random
import re
from decimal import Decimal

import pytest
from past_figures import AUGUST, SEPTEMBER, TOWNS, by_town, release
from rough_hands import bugs

NAMES = dict(zip(("金港", "杨舍", "锦丰", "塘桥"), TOWNS, strict=True))
CODES = ("K02", "K03", "K08")


def drawn(dice):
    return [f"{dice.randrange(1500, 9900) / 70:.3f}" for _ in TOWNS]


class Known:
    """Two months of figures, and one of September's columns that a test changes."""

    def __init__(self, house, dice):
        self.house, self.dice = house, dice
        self.values, self.bases = {}, {}

    async def begin(self):
        for period in (AUGUST, SEPTEMBER):
            for code in CODES:
                self.values[code], self.bases[code] = drawn(self.dice), drawn(self.dice)
                await self.tell(code, period=period)

    async def tell(self, code, **how):
        figures = by_town(*self.values[code])
        await release(self.house, code, figures, bases=by_town(*self.bases[code]), **how)

    async def correct(self, code, town, value):
        self.values[code][list(NAMES).index(town)] = value
        self.house.passes(minutes=1)
        await self.tell(code)


@pytest.fixture(params=range(4))
async def known(house, request):
    """Figures that leave endless fractions, others in each run."""
    begun = Known(house, random.Random(request.param))
    await begun.begin()
    return begun


def standings(text):
    """Each town's place and score, as a ranking prints them."""
    found = re.findall(r"^(\d)(?:（并列）)? (\S+)　([\d.]+)　", text, re.MULTILINE)
    return {name: (int(place), Decimal(score)) for place, name, score in found}


async def ranking(cast, words=""):
    return standings((await cast.leader.says(f"排名 {words}".strip())).text)


async def test_what_if_is_what_then_happens_to_everybody(cast, known):
    for code in ("K02", "K08"):
        town, value = known.dice.choice(list(NAMES)), drawn(known.dice)[0]
        before = await ranking(cast)
        told = (await cast.leader.says(f"如果 {town} {code} {value}")).text
        own = re.search(r"总分 ([\d.]+) → ([\d.]+)\n位次 第 (\d) 位 → 第 (\d) 位", told)
        foretold = {town: (int(own[4]), Decimal(own[2]))}
        assert before[town] == (int(own[3]), Decimal(own[1]))
        for line in re.findall(r"^• (\S+) [\d.]+ → ([\d.]+)，.*?(\d) 位$", told, re.MULTILINE):
            foretold[line[0]] = (int(line[2]), Decimal(line[1]))
        assert await ranking(cast) == before

        await known.correct(code, town, value)
        after = await ranking(cast)

        assert {name: after[name] for name in foretold} == foretold
        # Whom it did not name did not move.
        assert {name: line for name, line in after.items() if name not in foretold} == {
            name: line for name, line in before.items() if name not in foretold
        }


async def test_the_way_up_that_is_shown_leads_there(cast, known):
    for town in NAMES:
        told = (await cast.leader.says(f"差距 {town}")).text
        lines = await ranking(cast)
        place, score = lines[town]
        ahead = re.search(r"前一位 \S+（第 (\d) 位），差 ([\d.]+) 分", told)
        if place == 1:
            assert "已居首位" in told
            continue
        others = sorted((line for line in lines.values() if line[0] < place), reverse=True)
        assert Decimal(ahead[2]) == others[0][1] - score
        way = re.search(
            r"^• (K\d\d) .+（([\d.]+) → ([\d.]+)），可 \+([\d.]+) 分，升到第 (\d) 位$",
            told,
            re.MULTILINE,
        )
        if way is None:
            assert "没有哪一项单独就能进位" in told
            continue
        await known.correct(way[1], town, way[3])
        after = await ranking(cast)
        assert after[town] == (int(way[5]), score + Decimal(way[4]))
        break


async def test_the_way_it_went_is_the_ranking_month_by_month(cast, known):
    for town in NAMES:
        told = (await cast.leader.says(f"走势 {town}")).text
        for month in (8, 9):
            place, score = (await ranking(cast, f"{month}月"))[town]
            assert f"{month}月　第 {place} 位，{score} 分" in told


async def test_an_earlier_moment_reads_as_it_did_however_much_has_changed_since(cast, known):
    moment = "2013-10-08T09:00"
    before = await ranking(cast)
    for _ in range(3):
        code, town = known.dice.choice(CODES[:2]), known.dice.choice(list(NAMES)[:3])
        await known.correct(code, town, drawn(known.dice)[0])

    assert await ranking(cast, f"2013-09 @{moment}") == before
    assert await ranking(cast) != before


async def test_every_version_is_listed_and_the_last_one_is_in_force(cast, known):
    await known.correct("K02", "金港", "61.5")
    await known.correct("K02", "金港", "62.5")
    told = (await cast.leader.says("版本 金港 K02")).text

    assert "共 3 个版本" in told
    assert re.search(r"^3\. 62\.5", told, re.MULTILINE)
    assert "62.5" in await cast.leader.says("为什么 金港 K02")


async def test_firm_places_are_said_to_be_firm_when_everything_is_there(cast, known):
    told = (await cast.office.says("稳定性")).text
    for name, (place, _) in (await ranking(cast)).items():
        assert re.search(rf"^{place} {name}", told, re.MULTILINE)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("如果", "例："),
        ("如果 金港 K99 5", "没有认出“K99”"),
        ("如果 塘桥 K03 5", "不考核"),
        ("如果 金港 K02 很多", "没有读懂"),
        ("如果 金港 K02 无数据", "需要一个数值"),
        ("如果 金港 K02 1e999", "没有读懂"),
    ],
)
async def test_a_supposition_that_makes_no_sense_says_why(house, cast, asked, answer):
    await Known(house, random.Random(0)).begin()
    shown = await cast.leader.says(asked)
    assert re.search(answer, shown.text), shown.text
    assert not await bugs(house)


@pytest.mark.parametrize("part", ["reporter", "reviewer", "observer"])
async def test_who_may_not_ask_what_if(house, cast, part):
    await Known(house, random.Random(0)).begin()
    assert "您的角色不办理这一项" in await getattr(cast, part).says("如果 金港 K02 5")


async def test_a_contact_supposes_for_their_own_unit_alone(house, cast):
    await Known(house, random.Random(0)).begin()
    assert "总分" in await cast.contact.says("如果 K02 5")
    assert "只对本单位" in await cast.contact.says("如果 杨舍 K02 5")
