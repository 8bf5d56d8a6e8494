"""Old, doubled and foreign buttons at every state of an entry: nothing moves twice."""

import pytest
import sqlalchemy as sa
from ledger_days import proposed, state
from rough_hands import bugs, count, presses
from test_claim import claims

from scoring.ledger_course import OPEN
from storage.schema import ledger_entry, ledger_event, person

TAPS = ("check", "recognise", "revoke", "take-back")
WORDS = (
    "answer", "resubmit", "send_back", "refuse", "dismiss", "uphold", "object", "propose_revoke",
    "keep",
)  # fmt: skip


async def speaks_english(house):
    async with house.engine.begin() as conn:
        await conn.execute(sa.update(person).values(lang="en"))


async def steps(house):
    return await count(house, ledger_event)


async def old_and_foreign(house, cast, *, everybody=True):
    """Press every button of the last step, and of steps to come, as everybody; nothing moves."""
    now, taken = await state(house), await steps(house)
    crowd = [cast.contact, cast.office, cast.stranger]
    if everybody:
        crowd += [
            cast.other_contact, cast.reporter, cast.reviewer, cast.other_reporter,
            cast.second_office, cast.leader, cast.observer, cast.auditor,
        ]  # fmt: skip
    for someone in crowd:
        for deed in TAPS:
            for stamp in (taken - 1, taken + 3):
                said = await presses(someone, f"m:{deed}-entry:1.{stamp}")
                assert said.text or said.toast, (now, deed)
        for junk in ("m:check-entry:", "m:revoke-entry:x", "m:ledger-entry:999"):
            await presses(someone, junk)
    assert (await state(house), await steps(house)) == (now, taken), now


async def nobody_else_speaks(house, cast):
    """Begin every deed in words as those whose turn it is not; each is refused at once."""
    now, taken = await state(house), await steps(house)
    for someone in (cast.other_reporter, cast.leader, cast.observer, cast.stranger):
        for deed in WORDS:
            await presses(someone, f"m:answer-entry:1.{deed}")
            await someone.says("理由")
    for deed in WORDS:
        for someone in (cast.contact, cast.office, cast.reviewer):
            said = await presses(someone, f"m:answer-entry:1.{deed}")
            if "cancel" in said.actions:
                await someone.says("/cancel")
    assert (await state(house), await steps(house)) == (now, taken), now


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_at_every_state_old_and_foreign_buttons_change_nothing(house, cast, days, lang):
    if lang == "en":
        await speaks_english(house)
    met: set[str] = set()

    async def here():
        met.add(await state(house))
        await old_and_foreign(house, cast)
        await nobody_else_speaks(house, cast)

    await proposed(house, item="X03", by="何敏", document="张信〔2013〕1号")
    await here()
    await presses(cast.contact, "m:answer-entry:1.answer")
    await cast.contact.says("已劝返")
    await cast.contact.taps("submit")
    await here()
    await presses(cast.reviewer, "m:answer-entry:1.send_back")
    await cast.reviewer.says("缺名单")
    await here()
    await presses(cast.office, "m:answer-entry:1.resubmit")
    await cast.office.says("补上名单")
    await cast.office.taps("submit")
    await days.come("10-11 17:31")
    await here()
    assert await state(house) == "unchecked"
    await presses(cast.second_office, "m:check-entry:1")
    met.add(await state(house))
    await old_and_foreign(house, cast)
    await _lends_the_office(house, cast)
    await presses(cast.committee, "m:recognise-entry:1")
    await here()
    await presses(cast.other_contact, "m:answer-entry:1.object")
    await cast.other_contact.says("应为两批次")
    await cast.other_contact.taps("submit")
    await here()
    await presses(cast.office, "m:answer-entry:1.dismiss")
    await cast.office.says("已核实")
    await days.come("11-01 09:00")
    await here()
    await presses(cast.office, "m:answer-entry:1.propose_revoke")
    await cast.office.says("张绩办〔2013〕20号")
    await cast.office.says("信访件撤销")
    met.add(await state(house))
    await presses(cast.second_office, "m:revoke-entry:1.99")
    assert await state(house) == "revoking"
    await presses(cast.second_office, "m:revoke-entry:1")
    await here()
    assert met == OPEN | {"in_force", "revoked"}
    assert await bugs(house) == []
    assert await count(house, ledger_entry) == 2


async def _lends_the_office(house, cast):
    """Give the committee's member a role of the office of their own."""
    from test_ledger_people import _grant

    await _grant(house, cast.committee, "office")


@pytest.mark.parametrize(
    ("deed", "after"), [("refuse", "refused"), ("withdraw", "withdrawn"), ("lapse", "lapsed")]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_what_has_fallen_stays_fallen(house, cast, days, deed, after, lang):
    if lang == "en":
        await speaks_english(house)
    await claims(cast.contact)
    await cast.contact.taps("submit")
    match deed:
        case "refuse":
            await presses(cast.reviewer, "m:check-entry:1.1")
            await presses(cast.office, "m:answer-entry:1.refuse")
            await cast.office.says("不属实")
        case "withdraw":
            await presses(cast.contact, "m:withdraw-entry:1.sure")
        case "lapse":
            await presses(cast.reviewer, "m:answer-entry:1.send_back")
            await cast.reviewer.says("缺证明")
            await days.come("10-15 17:31")
    assert await state(house) == after
    heard = cast.contact.sees()
    words = {
        "zh": {"refused": "不予认定", "lapsed": "失效"},
        "en": {"refused": "Not recognised", "lapsed": "lapsed"},
    }
    if after in words[lang]:
        assert words[lang][after] in heard
    await old_and_foreign(house, cast, everybody=False)
    await days.come("12-30 09:00")
    assert await state(house) == after
    board = await cast.other_contact.says("/notice")
    assert ("公示栏：0 项" if lang == "zh" else "On public notice: 0") in board
    assert "长江润发" not in await presses(cast.other_contact, "m:ledger-entry:1")


async def test_refusals_in_english_say_why_and_what_next(house, cast, days):
    await speaks_english(house)
    await proposed(house, item="X03", by="何敏", document="张信〔2013〕1号")
    assert "no such entry" in await presses(cast.other_contact, "m:ledger-entry:1")
    await presses(cast.contact, "m:answer-entry:1.answer")
    await cast.contact.says("They went home")
    await cast.contact.taps("submit")
    assert "not yours" in await presses(cast.contact, "m:check-entry:1.2")
    await presses(cast.reviewer, "m:check-entry:1.2")
    assert "takes another person" in await presses(cast.office, "m:recognise-entry:1.3")
    await presses(cast.second_office, "m:recognise-entry:1.3")
    assert "has moved on (on public notice)" in await presses(
        cast.second_office, "m:recognise-entry:1.3"
    )
    await presses(cast.other_contact, "m:answer-entry:1.object")
    await cast.other_contact.says("It was two")
    await cast.other_contact.taps("submit")
    assert "objected to entry 1 already" in await presses(
        cast.other_contact, "m:answer-entry:1.object"
    )
    await presses(cast.office, "m:answer-entry:1.dismiss")
    await cast.office.says("It was one")
    await days.come("10-16 09:00")
    assert "in force from today" in cast.other_contact.sees(), "who objected hears the end of it"
