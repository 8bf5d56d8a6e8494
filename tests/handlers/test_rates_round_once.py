"""A rate is rounded where it is shown, and nowhere before: 832.49 of 1000 is 83.2 % everywhere."""

from decimal import Decimal

import pytest
from past_figures import by_town, release

from handlers.operations.months.standings import pct
from handlers.operations.results.unit_lines import _completion_pct
from handlers.show import percent
from scoring.model import Reported


@pytest.mark.parametrize(
    ("share", "shown"), [("0.83249", "83.2"), ("0.8325", "83.3"), ("1", "100.0")]
)
def test_a_share_in_per_cent_is_rounded_once(share, shown):
    assert percent(pct(Decimal(share))) == shown


def test_a_completion_in_per_cent_is_rounded_once():
    assert percent(_completion_pct(Reported(Decimal("71.249")), Decimal(100))) == "71.2"


async def test_the_card_and_the_reasons_tell_the_same_rate(cast, house):
    await release(house, "K02", by_town("48.2", 55, 28, 17), bases=by_town(41, 50, 25, 15))
    for who in (cast.contact, cast.other_contact):
        card, why = await who.says("本单位"), await who.says("为什么")
        said = card.text.split("得分率 ")[1].split("%")[0]
        assert f"得分率 {said}%" in why
