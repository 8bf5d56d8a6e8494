"""Points are proposed against a unit: it is heard, two people look, everybody may object."""

from datetime import date
from decimal import Decimal

import pytest
from ledger_days import acts, proposed, state

from scoring.refusals import NotAllowed, Outdated, Refusal
from storage.ledger import Source

RECTIFICATION = Source("rectification", 7)


async def test_one_source_scores_once_whatever_became_of_it(house, days):
    first = await proposed(house, source=RECTIFICATION)
    assert first == 1
    assert await proposed(house, source=RECTIFICATION) is None
    assert await proposed(house, unit="T02", source=RECTIFICATION) is None
    assert await proposed(house, source=Source("rectification", 8), document="另一件") == 2


async def test_a_city_without_the_item_takes_nothing(house, days):
    assert await proposed(house, item="X08", source=RECTIFICATION) is None
    assert await proposed(house, unit="PMO", item="B02", source=RECTIFICATION) is None


@pytest.mark.parametrize("who", ["顾明", "吴芳", "沈洁", "胡静怡", "孙丽", "袁晨曦"])
async def test_only_the_office_and_the_verifying_unit_propose(house, days, who):
    with pytest.raises(NotAllowed, match="ledger-propose-not-yours"):
        await proposed(house, item="X03", by=who)


@pytest.mark.parametrize("who", ["何敏", "林晓燕", "周建平"])
async def test_the_office_and_the_verifying_unit_do(house, days, who):
    assert await proposed(house, item="X03", by=who) == 1


async def test_the_same_fact_under_the_same_item_is_refused_with_the_earlier_one(house, days):
    await proposed(house, item="X03", by="何敏", document="张信〔2013〕5号")
    with pytest.raises(Outdated, match="ledger-entered-before"):
        await proposed(house, item="X03", by="赵刚", document="张信 [2013] 5 号")


@pytest.mark.parametrize(
    ("facts", "no"),
    [
        ({}, "ledger-veto-needs-document"),
        ({"document": "张安〔2013〕1号"}, "ledger-veto-needs-term"),
        (
            {"document": "张安〔2013〕1号", "valid_until": date(2013, 10, 8)},
            "ledger-veto-needs-term",
        ),
        ({"cases": Decimal(0)}, "ledger-cases-wrong"),
        ({"level": "特等"}, "ledger-level-unknown"),
        ({"said": " "}, "ledger-needs-fact"),
    ],
)
async def test_a_veto_says_its_document_and_its_end(house, days, facts, no):
    with pytest.raises(Refusal, match=no):
        await proposed(house, item="V03", by="何敏", **facts)


async def test_the_unit_is_heard_the_office_checks_and_another_recognises(house, cast, days):
    await proposed(house, source=RECTIFICATION)
    heard = cast.contact.sees()
    assert "请办理" in heard
    assert "X09 整改事项逾期未完成：-2 分" in heard
    assert "待被扣分单位陈述" in heard
    assert "X09" not in cast.other_contact.sees()
    await cast.contact.taps("ledger-entry")
    await cast.contact.taps("🗣 陈述")
    await cast.contact.says("汛期停工，已报备")
    await cast.contact.sends_photo("proof")
    done = await cast.contact.taps("submit")
    assert "陈述已提交" in done
    assert await state(house) == "to_check"
    assert "汛期停工，已报备" in cast.office.sees()
    await cast.office.taps("ledger-entry")
    assert "已核验" in await cast.office.taps("check-entry")
    await cast.second_office.taps("ledger-entry")
    assert "开始公示" in await cast.second_office.taps("recognise-entry")
    assert "公示：" in cast.other_contact.sees()
    await days.come("10-15 17:31")
    assert await state(house) == "in_force"
    assert await acts(house) == [
        "ledger-propose",
        "ledger-answer",
        "ledger-check",
        "ledger-recognise",
        "ledger-run-out",
    ]
