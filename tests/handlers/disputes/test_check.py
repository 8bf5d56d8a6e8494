"""A unit checks what it was told: it confirms, or disputes, within two working days."""

import pytest
import sqlalchemy as sa
from dispute_days import PASTE, files
from past_figures import by_town, release
from rough_hands import bugs, count, presses
from sqlalchemy.exc import IntegrityError

from handlers.operations.disputes import raise_dispute
from scoring.model import Period
from scoring.refusals import Locked, NotAllowed, NotFound, Outdated, Refusal
from storage.schema import confirmation, dispute, journal

SEPTEMBER = Period(2013, 9)


async def test_the_figures_come_with_two_buttons_and_the_time_there_is(cast, told):
    own = cast.contact.sees()
    assert "请在10月10日（周四）17:30前核对" in own
    assert cast.contact.panel.labels[:2] == ["✅ 确认无误", "⚖️ 有异议"]


async def test_one_tap_confirms_and_a_second_one_records_nothing(house, cast, told):
    pushed = cast.contact.panel
    assert "已确认 金港 2013年9月的 1 项数据无误" in await cast.contact.taps("confirm")
    assert "✅ 已确认" in cast.contact.panel.text
    assert "没有重复记录" in await cast.contact.taps("confirm", on=pushed)
    assert await count(house, confirmation) == 1


async def test_an_old_button_confirms_only_what_its_message_showed(house, cast, told):
    pushed = cast.contact.panel
    await files(
        cast.reporter, cast.reviewer, "税收收入占公共财政预算收入比重\n金港 86\n杨舍 84\n锦丰 87"
    )
    await cast.contact.taps("confirm", on=pushed)
    assert await count(house, confirmation) == 1
    assert "待核对 1 项" in cast.contact.panel.text


async def test_what_waits_to_be_checked_is_on_the_list_until_it_is(cast, told):
    todo = await cast.contact.says("待办")
    assert "核对 金港 2013年9月数据 1 项，10月10日（周四）17:30前" in todo
    await cast.contact.taps("check")
    await cast.contact.taps("confirm")
    assert "核对" not in await cast.contact.says("待办")


async def test_nobody_else_confirms_for_a_unit(house, cast, told):
    for part in ("other_contact", "reporter", "office", "leader", "observer", "stranger"):
        await presses(getattr(cast, part), "m:confirm:T01.2013-09")
    assert await count(house, confirmation) == 0
    assert await bugs(house) == []


async def test_the_time_to_check_runs_over_a_holiday_in_working_days(cast, days):
    await days.come("09-29 10:00")  # a Sunday that is worked; 1–7 October are not
    await cast.reporter.says("公共财政预算收入 8月\n金港 40\n杨舍 50\n锦丰 20\n塘桥 15")
    await cast.reporter.taps("file")
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    assert "请在10月8日（周二）17:30前核对" in cast.contact.sees()


async def test_after_hours_the_time_runs_from_when_it_can_be_read(cast, days):
    await days.come("10-11 20:00")  # a Friday evening; Saturday the 12th is worked
    await files(cast.reporter, cast.reviewer)
    assert cast.contact.sees() == []
    await days.come("10-12 09:00")
    assert "请在10月15日（周二）17:30前核对" in cast.contact.sees()


async def test_past_its_time_nothing_is_confirmed_or_disputed_and_the_way_out_is_named(
    house, cast, days, told
):
    pushed = cast.contact.panel
    await days.come("10-10 17:31")
    answer = await cast.contact.taps("confirm", on=pushed)
    assert "视为无异议" in answer
    assert "请联系监测单位或市绩效办" in answer
    assert "核对期已于" in await cast.contact.taps("dispute-figure", on=pushed)
    assert await count(house, confirmation) == 0
    assert "核对期已过" in await cast.contact.says("核对")


async def test_what_was_imported_was_told_to_nobody_and_is_not_asked_about(house, cast, days):
    await release(house, "K02", by_town(48.2, 55, 27.1, 17.5))
    assert "核对" not in await cast.contact.says("待办")
    assert "还没有审核通过的数据" in await cast.contact.says("核对 2013-09")


async def test_the_same_figure_filed_once_more_is_no_news(house, cast, days, told):
    await cast.contact.taps("confirm")
    await days.come("10-09 10:00")
    await files(cast.reporter, cast.reviewer, PASTE.replace("55", "56"))
    assert "没有待核对的" in (await cast.contact.says("核对")).text.split("\n")[0]
    assert "待核对 1 项" in await cast.other_contact.says("核对")


async def test_a_confirmation_is_never_changed(house, cast, told):
    await cast.contact.taps("confirm")
    with pytest.raises(IntegrityError, match="never changed"):
        async with house.engine.begin() as conn:
            await conn.execute(sa.update(confirmation).values(by=1))


# --- raising ---------------------------------------------------------------------------------


async def test_a_dispute_names_the_figure_what_would_be_right_and_why(cast, disputed):
    assert "异议1已提交，财政局在10月11日（周五）17:30前答复" in cast.contact.panel.text
    card = cast.reporter.sees()
    assert "异议1　金港 K02 公共财政预算收入" in card
    assert "现数：48.2亿元　单位认为：48.9亿元" in card
    assert "理由：9月有一笔 0.7 亿元入库较晚" in card
    assert "异议1" in cast.reviewer.sees()
    assert cast.office.sees() == []


async def test_the_reason_alone_is_enough_and_photos_may_come_with_it(cast, told):
    await cast.contact.taps("dispute-figure")
    await cast.contact.sends_photo("slip-1", caption="见附图，少计一笔")
    assert "✓ 照片 1 张" in cast.contact.panel.text
    await cast.contact.sends_document("国库.pdf", "doc-1")
    await cast.contact.taps("submit")
    card = cast.reporter.sees()
    assert "单位认为：未写明" in card
    assert "（附件 2 个）" in card
    sent = [each.file_id for each in cast.reporter.chat.messages.values() if each.file_id]
    assert sent == ["slip-1", "doc-1"]


async def test_without_a_reason_there_is_nothing_to_submit(cast, told):
    await cast.contact.taps("dispute-figure")
    await cast.contact.taps("unsure")
    assert "submit" not in [
        key.data.split(":")[3] for row in cast.contact.panel.keys for key in row
    ]
    await cast.contact.says("字" * 501)
    assert "最多 500 字" in cast.contact.panel.text


async def test_a_figure_that_cannot_be_read_is_asked_for_again(cast, told):
    await cast.contact.taps("dispute-figure")
    assert "1,5" in await cast.contact.says("1,5")
    assert "与现在的数据相同" in await cast.contact.says("48.2")
    assert "亿元 → 未写明" in await cast.contact.says("这个数不对，国库报表不一样")


async def test_of_several_figures_the_one_meant_is_chosen(cast, told):
    await files(
        cast.reporter, cast.reviewer, "税收收入占公共财政预算收入比重\n金港 86\n杨舍 84\n锦丰 87"
    )
    asked = await cast.contact.taps("dispute-figure")
    assert "对哪一项有异议" in asked
    assert "K03 税收收入占公共财政预算收入比重：86%" in asked
    assert "没有找到“粮食”" in await cast.contact.says("粮食")
    assert "K03" in (await cast.contact.says("k03")).text.split("\n")[0]


async def test_the_same_figure_is_not_taken_up_twice_and_the_outcome_is_named(
    house, cast, disputed
):
    answer = await presses(cast.contact, "m:dispute-figure:T01.K02.2013-09")
    assert "异议1：待监测单位答复" in answer
    assert await count(house, dispute) == 1


async def test_two_submits_make_one_dispute(house, cast, told):
    await cast.contact.taps("dispute-figure")
    await cast.contact.says("48.9")
    await cast.contact.says("漏了一笔")
    panel = cast.contact.panel
    await cast.contact.taps("submit", on=panel)
    await cast.contact.taps("submit", on=panel)
    assert await count(house, dispute) == 1
    assert await count(house, journal, journal.c.act == "dispute-raise") == 1


async def test_a_figure_that_changed_while_one_wrote_is_looked_at_again(house, cast, told):
    await cast.contact.taps("dispute-figure")
    await cast.contact.says("48.9")
    await cast.contact.says("漏了一笔")
    await files(cast.reporter, cast.reviewer, PASTE.replace("48.2", "48.5"))
    assert "刚刚换了新版本" in await cast.contact.taps("submit")
    assert await count(house, dispute) == 0


@pytest.mark.parametrize(
    "part", ["other_contact", "reporter", "reviewer", "office", "leader", "auditor", "observer"]
)
async def test_only_the_units_contact_disputes_its_figure(house, cast, told, part):
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        with pytest.raises(NotAllowed):
            await raise_dispute.disputable(
                conn, city, who, 1, city.unit_by_code["T01"], SEPTEMBER, now=house.now
            )


@pytest.mark.parametrize(
    ("at", "period", "reading", "reason", "no"),
    [
        ("10-10 17:31", SEPTEMBER, 1, "错", Locked),
        ("10-08 09:30", Period(2013, 8), 1, "错", NotFound),
        ("10-08 09:30", SEPTEMBER, 999, "错", Outdated),
        ("10-08 09:30", SEPTEMBER, 1, "  ", Refusal),
    ],
    ids=["too late", "no figure", "another version", "no reason"],
)
async def test_a_dispute_is_refused(house, cast, days, told, at, period, reading, reason, no):
    await days.come(at)
    async with house.deed_of(cast.contact) as (conn, city, who):
        with pytest.raises(no):
            await raise_dispute.raise_dispute(
                conn,
                city,
                who,
                1,
                city.unit_by_code["T01"],
                period,
                reading_id=reading,
                wanted=None,
                reason=reason,
                files=[],
                now=house.now,
            )
    assert await count(house, dispute) == 0
