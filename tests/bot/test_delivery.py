"""What the outbox owes reaches people: in order, in their language, once, whatever goes wrong."""

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.delivery import Delivery
from bot.pacing import Pacer
from bot.reports.errors import MissingGlyphsError
from handlers.texts import msg, to_json, to_object
from storage import artworks, outbox, people
from storage.outbox import Owed
from storage.schema import destination, person
from storage.schema import outbox as outbox_table
from tests.bot.conftest import FAST


@pytest.fixture
def owe(engine, now):
    """Queue messages; return their ids. Claimed for this process unless *claimed* is false."""
    count = 0

    async def owe(*texts, claimed=True, **given):
        nonlocal count
        ids = []
        async with engine.begin() as conn:
            for text in texts:
                count += 1
                fields = {
                    "key": f"test:{count}",
                    "chat_id": 101,
                    "lane": "reply",
                    "method": "text",
                    "message": to_json(msg("verbatim", text=text)),
                    "not_before": now,
                } | given
                owner = "this process" if claimed else None
                ids.append(await outbox.enqueue(conn, Owed(**fields), now=now, owner=owner))
        return ids

    return owe


@pytest.fixture
def row(engine):
    async def row(row_id):
        async with engine.connect() as conn:
            query = sa.select(outbox_table).where(outbox_table.c.id == row_id)
            return (await conn.execute(query)).one()

    return row


@pytest.fixture
async def wang(engine, now):
    """Director Wang of the office, who reads English."""
    async with engine.begin() as conn:
        person_id = await people.add(conn, name="王主任", lang="en", user_id=102)
        await people.grant(conn, person_id, "office", at=now)
    return person_id


@pytest.fixture
async def lu(engine):
    async with engine.begin() as conn:
        return await people.add(conn, name="陆联络员", user_id=101)


def said(world, user_id=101):
    """What the bot has said in a chat, as the person reads it."""
    return [m.text for m in world.chat(user_id).messages if m.from_bot]


async def test_replies_arrive_in_the_order_they_were_queued(delivery, owe, row, world):
    ids = await owe("一", "二", "三")

    await delivery.deliver(ids)

    assert said(world) == ["一", "二", "三"]
    rows = [await row(each) for each in ids]
    assert [(r.state, r.sent_text) for r in rows] == [
        ("sent", "一"),
        ("sent", "二"),
        ("sent", "三"),
    ]
    messages = [m.message_id for m in world.chat(101).messages if m.from_bot]
    assert [r.telegram_message_id for r in rows] == messages


async def test_words_are_chosen_when_they_are_sent_not_when_they_are_queued(
    delivery, owe, wang, engine, world
):
    ids = await owe(
        "", chat_id=102, person_id=wang, message=to_json(msg("period", year="2013", month=9))
    )
    await delivery.deliver(ids)
    ids = await owe(
        "", chat_id=102, person_id=wang, message=to_json(msg("period", year="2013", month=9))
    )
    async with engine.begin() as conn:
        await people.set_lang(conn, wang, "zh")
    await delivery.deliver(ids)

    assert said(world, 102) == ["September 2013", "2013年9月"]


async def test_a_stranger_is_answered_in_the_language_the_message_names(delivery, owe, world):
    given = {"year": "2013", "month": 9}
    ids = await owe("", message=to_json(msg("period", **given, lang="en")))
    ids += await owe("", message=to_json(msg("period", **given)))

    await delivery.deliver(ids)

    assert said(world) == ["September 2013", "2013年9月"]


async def test_buttons_carry_words_and_what_they_do(delivery, owe, world):
    label = to_object(msg("period", year="2013", month=9))
    buttons = [
        [{"label": label, "data": "m:todo:"}, {"label": label, "copy": "A1B2"}],
        [{"label": label, "url": "https://example.org/"}],
    ]
    await delivery.deliver(await owe("选一个", buttons=buttons))

    sent = world.chat(101).messages[-1]
    assert sent.labels == ["2013年9月"] * 3
    assert sent.buttons[0][0]["callback_data"] == "m:todo:"
    assert sent.buttons[0][1]["copy_text"] == {"text": "A1B2"}
    assert sent.buttons[1][0]["url"] == "https://example.org/"


async def test_text_of_people_is_never_read_as_markup(delivery, owe, world):
    await delivery.deliver(await owe("<b>a</b> & b"))

    assert said(world) == ["<b>a</b> & b"]


async def test_a_long_text_comes_in_parts_with_the_buttons_under_the_last(
    delivery, owe, world, row
):
    button = {"label": to_object(msg("verbatim", text="好")), "data": "m:x:"}
    lines = "\n".join(["很长的一行"] * 400)
    long = to_json(msg("delivery-unreachable", name=lines, why=lines))
    [row_id] = await owe("", message=long, buttons=[[button]])

    await delivery.deliver([row_id])

    parts = [m for m in world.chat(101).messages if m.from_bot]
    assert [bool(m.buttons) for m in parts] == [False, True]
    assert (await row(row_id)).telegram_message_id == parts[-1].message_id


async def test_an_edit_changes_the_message_in_place(delivery, owe, world, row):
    [first] = await owe("原来的话")
    await delivery.deliver([first])
    message_id = (await row(first)).telegram_message_id

    ids = await owe("新的话", method="edit", edits_message_id=message_id)
    ids += await owe("新的话", method="edit", edits_message_id=message_id)
    await delivery.deliver(ids)

    assert said(world) == ["新的话"]
    assert [(await row(each)).state for each in ids] == ["sent", "sent"]


async def test_a_mark_changes_a_message_in_place_and_is_not_said_anew_where_it_is_gone(
    delivery, owe, world, row
):
    await delivery.deliver(await owe("旧的数"))
    message_id = world.chat(101).messages[-1].message_id
    ids = await owe("已更正\n旧的数", method="mark", edits_message_id=message_id)
    ids += await owe("已更正\n旧的数", method="mark", edits_message_id=4711)
    await delivery.deliver(ids)

    assert said(world) == ["已更正\n旧的数"]
    assert [(await row(each)).state for each in ids] == ["sent", "sent"]


async def test_a_correction_hangs_under_the_message_it_corrects_or_stands_alone(
    delivery, owe, world, row
):
    await delivery.deliver(await owe("旧的数"))
    message_id = world.chat(101).messages[-1].message_id
    ids = await owe("更正一", replies_to_id=message_id) + await owe("更正二", replies_to_id=4711)
    await delivery.deliver(ids)

    assert said(world) == ["旧的数", "更正一", "更正二"]
    assert [(await row(each)).state for each in ids] == ["sent", "sent"]


async def test_an_edit_of_a_message_that_is_gone_is_said_anew(delivery, owe, world, row):
    [row_id] = await owe("新的话", method="edit", edits_message_id=4711)

    await delivery.deliver([row_id])

    assert said(world) == ["新的话"]
    assert (await row(row_id)).telegram_message_id == world.chat(101).messages[-1].message_id


async def test_buttons_are_taken_off_and_a_missing_message_is_no_trouble(delivery, owe, world, row):
    button = {"label": to_object(msg("verbatim", text="好")), "data": "m:x:"}
    [shown] = await owe("选", buttons=[[button]])
    await delivery.deliver([shown])
    message_id = (await row(shown)).telegram_message_id
    ids = await owe("", method="strip", edits_message_id=message_id)
    ids += await owe("", method="strip", edits_message_id=message_id)
    ids += await owe("", method="strip", edits_message_id=4711)

    await delivery.deliver(ids)

    assert world.chat(101).messages[-1].buttons == []
    assert [(await row(each)).state for each in ids] == ["sent"] * 3


async def order_picture(engine, now, *, key="ranking", form="png"):
    async with engine.begin() as conn:
        return await artworks.order(
            conn, key=key, book=f"a book: {key}", filename=f"{key}.{form}", form=form, now=now
        )


async def test_a_picture_is_drawn_once_and_uploaded_once_for_everybody(
    delivery, owe, engine, world, studio, now
):
    artwork_id = await order_picture(engine, now)
    for user_id in range(201, 221):
        world.add_user(user_id, f"联络员{user_id}")
        world.start(user_id)
    ids = []
    for user_id in range(201, 221):
        ids += await owe("九月排名", chat_id=user_id, method="photo", artwork_id=artwork_id)

    await delivery.deliver(ids)

    calls = world.journal.of("sendPhoto")
    assert [bool(call.files) for call in calls] == [True] + [False] * 19
    assert len(studio.made) == 1
    assert {world.chat(u).messages[-1].text for u in range(201, 221)} == {"九月排名"}
    assert len({world.chat(u).messages[-1].file_id for u in range(201, 221)}) == 1


async def test_the_same_picture_in_another_language_is_another_picture(
    delivery, owe, engine, studio, wang, now
):
    artwork_id = await order_picture(engine, now)
    ids = await owe("排名", method="photo", artwork_id=artwork_id)
    ids += await owe("排名", chat_id=102, person_id=wang, method="photo", artwork_id=artwork_id)

    await delivery.deliver(ids)

    assert [lang for _, lang, _ in studio.made] == ["zh", "en"]


async def test_a_workbook_travels_as_a_document_under_its_name(delivery, owe, engine, world, now):
    artwork_id = await order_picture(engine, now, key="九月月报", form="xlsx")

    await delivery.deliver(await owe("月报", method="document", artwork_id=artwork_id))

    assert world.chat(101).messages[-1].wire["document"]["file_name"] == "九月月报.xlsx"


async def test_a_file_id_telegram_has_forgotten_leads_to_another_upload(
    delivery, owe, engine, world, bot, now
):
    artwork_id = await order_picture(engine, now)
    await delivery.deliver(await owe("一", method="photo", artwork_id=artwork_id))
    async with engine.begin() as conn:
        await conn.execute(sa.text("UPDATE upload SET file_id = 'AgACforgotten'"))

    await delivery.deliver(await owe("二", method="photo", artwork_id=artwork_id))
    await delivery.deliver(await owe("三", method="photo", artwork_id=artwork_id))

    assert said(world) == ["一", "二", "三"]
    assert sum(bool(call.files) for call in world.journal.of("sendPhoto")) == 2


async def test_a_long_caption_goes_on_in_a_text(delivery, owe, engine, world, now):
    artwork_id = await order_picture(engine, now)
    long = "\n".join(["第一名 金港镇"] * 300)

    await delivery.deliver(await owe(long, method="photo", artwork_id=artwork_id))

    picture, text = [m for m in world.chat(101).messages if m.from_bot]
    assert picture.media_kind == "photo"
    assert f"{picture.text}\n{text.text}" == long


async def test_words_go_alone_where_the_picture_cannot_be_drawn(
    engine, bot, texts, now, owe, world, row, tmp_path
):
    class Illiterate:
        async def make(self, book_json, *, lang, form):
            raise MissingGlyphsError("𰻝")

    delivery = Delivery(
        engine=engine, bot=bot, texts=texts, pacer=Pacer(FAST), studio=Illiterate(),
        now=lambda: now, owner="this process", evidence_folder=tmp_path,
    )  # fmt: skip
    artwork_id = await order_picture(engine, now)
    [row_id] = await owe("排名", method="photo", artwork_id=artwork_id)

    await delivery.deliver([row_id])

    assert said(world) == ["排名"]
    assert (await row(row_id)).state == "sent"


async def test_a_photo_somebody_sent_is_passed_on_with_protection(delivery, owe, world):
    from tests.bot.conftest import PIXEL

    file_id = world.send_photo(102, PIXEL).file_id

    await delivery.deliver(
        await owe("现场照片", method="pass_on", file_id=file_id, file_kind="photo", protect=True)
    )

    sent = world.chat(101).messages[-1]
    assert (sent.media_kind, sent.text) == ("photo", "现场照片")
    assert world.journal.of("sendPhoto")[-1].parameters["protect_content"] == "true"


async def test_a_blocked_bot_makes_the_person_unreachable_and_tells_the_office_once(
    delivery, owe, engine, world, row, wang, lu
):
    world.block(101)
    waiting = await owe("群发", lane="broadcast", person_id=lu, claimed=False)
    alert = await owe("催报", lane="alert", person_id=lu, claimed=False)
    ids = await owe("一", person_id=lu)
    ids += await owe("二", person_id=lu)

    await delivery.deliver(ids)
    await run_until_idle(delivery)

    assert [(await row(each)).state for each in (*ids, *waiting)] == ["failed", "failed", "cleared"]
    assert (await row(alert[0])).state == "failed"
    async with engine.connect() as conn:
        found = (await conn.execute(sa.select(person).where(person.c.id == lu))).one()
    assert found.unreachable_at is not None
    assert "blocked" in found.unreachable_why
    [note] = said(world, 102)
    assert "陆联络员" in note


async def test_a_group_that_became_a_supergroup_is_followed(delivery, owe, engine, world, row):
    world.add_group(-500, "通报群", members=[101], is_basic=True)
    async with engine.begin() as conn:
        await conn.execute(
            destination.insert().values(chat_id=-500, purpose="bulletin", title="通报群", lang="zh")
        )
    world.migrate_group(-500, -1000500)
    ids = await owe("快报", chat_id=-500, lane="broadcast", claimed=False)

    await run_until_idle(delivery)

    assert (await row(ids[0])).chat_id == -1000500
    assert (await row(ids[0])).state == "sent"
    async with engine.connect() as conn:
        assert await conn.scalar(sa.select(destination.c.chat_id)) == -1000500


async def test_a_refused_message_waits_and_everything_after_it_waits_too(
    delivery, owe, world, row, now
):
    world.faults.add("too_many_requests", calls=1, seconds=30)
    ids = await owe("一", "二")

    await delivery.deliver(ids)

    assert said(world) == []
    rows = [await row(each) for each in ids]
    assert [(r.state, r.attempts) for r in rows] == [("pending", 0), ("pending", 0)]
    assert {r.not_before for r in rows} == {now + timedelta(seconds=30)}


async def test_a_reply_in_doubt_is_repeated_once_and_says_so(delivery, owe, world, row):
    world.faults.add("lost_answer", method="sendMessage", calls=1)
    [row_id] = await owe("收据")

    await delivery.deliver([row_id])
    await run_until_idle(delivery)

    first, second = said(world)
    assert first == "收据"
    assert second.startswith("【补发】")
    assert second.endswith("收据")
    assert (await row(row_id)).state == "sent"


async def test_a_reply_in_doubt_twice_is_left_to_the_office(delivery, owe, world, row):
    world.faults.add("dropped", method="sendMessage", calls=2)
    [row_id] = await owe("收据")

    await delivery.deliver([row_id])
    await run_until_idle(delivery)

    assert said(world) == []
    assert (await row(row_id)).state == "unknown"


@pytest.mark.parametrize("fault", ["lost_answer", "dropped", "bad_gateway"])
async def test_a_broadcast_in_doubt_is_never_repeated_by_itself(delivery, owe, world, row, fault):
    world.faults.add(fault, method="sendMessage", calls=1)
    [row_id] = await owe("通报", lane="broadcast", claimed=False)

    await run_until_idle(delivery)

    assert len(said(world)) == (1 if fault == "lost_answer" else 0)
    assert (await row(row_id)).state == "unknown"


async def test_an_edit_in_doubt_is_repeated_without_a_word(delivery, owe, world, row, engine):
    [first] = await owe("原来的话")
    await delivery.deliver([first])
    world.faults.add("lost_answer", method="editMessageText", calls=1)
    message_id = (await row(first)).telegram_message_id
    [row_id] = await owe("新的话", method="edit", edits_message_id=message_id)

    await delivery.deliver([row_id])
    await let_a_second_pass(engine)
    await run_until_idle(delivery)

    assert said(world) == ["新的话"]
    assert (await row(row_id)).state == "sent"


async def test_what_a_dead_process_left_in_flight_is_settled_by_its_kind(
    delivery, owe, world, row, engine
):
    reply = await owe("收据")
    broadcast = await owe("通报", lane="broadcast", chat_id=102)
    async with engine.begin() as conn:
        await conn.execute(outbox_table.update().values(owner="a dead process"))

    assert await delivery.recover() == 2
    await run_until_idle(delivery)

    assert (await row(reply[0])).state == "sent"
    assert said(world)[0].startswith("【补发】")
    assert (await row(broadcast[0])).state == "unknown"
    assert said(world, 102) == []


async def test_a_message_that_came_too_late_is_not_sent(delivery, owe, world, row, now):
    [row_id] = await owe("明天截止", expires_at=now - timedelta(seconds=1))
    await delivery.deliver([row_id])

    assert (await row(row_id)).state == "expired"
    assert said(world) == []


async def test_words_that_do_not_exist_fail_their_message_and_no_other(delivery, owe, world, row):
    [broken] = await owe("", message=to_json(msg("no-such-message")))
    [good] = await owe("好的")

    await delivery.deliver([broken, good])

    assert (await row(broken)).state == "failed"
    assert said(world) == ["好的"]


async def test_messages_not_yet_due_stay_where_they_are(delivery, owe, world, now):
    await owe("明天的话", claimed=False, not_before=now + timedelta(hours=1))

    await run_until_idle(delivery)

    assert said(world) == []


async def run_until_idle(delivery):
    """Send everything due, as `run` does, and come back."""
    while await delivery.send_due():
        continue


async def let_a_second_pass(engine):
    async with engine.begin() as conn:
        await conn.execute(
            sa.text("UPDATE outbox SET not_before = datetime(not_before, '-1 hour')")
        )


async def test_what_a_turn_owes_to_others_leaves_with_its_own_replies(
    delivery, owe, world, monkeypatch
):
    monkeypatch.setattr("bot.delivery.LOOK_AGAIN_SECONDS", 3600)
    at_work = asyncio.create_task(delivery.run())
    await asyncio.sleep(0.1)  # it has found nothing, and rests
    await owe("请审核", claimed=False, chat_id=102, lane="alert")

    await delivery.hand_over(await owe("已提交"))

    assert (await world.next_message(102)).text == "请审核"
    await delivery.drain(1)
    await at_work


async def test_a_mark_that_a_caption_has_no_room_for_is_seen_and_no_word_is_lost(
    delivery, engine, owe, world, now, row
):
    artwork_id = await order_picture(engine, now)
    long = "\n".join(["第一名 金港镇"] * 127)
    assert 1000 < len(long) <= 1024
    [first] = await owe(long, method="photo", artwork_id=artwork_id)
    await delivery.deliver([first])
    picture = world.chat(101).messages[-1]
    mark = to_json(msg("restated-mark", then=msg("verbatim", text=long)))

    [marked] = await owe("", method="mark", message=mark, edits_message_id=picture.message_id)
    await delivery.deliver([marked])

    caption, more = world.chat(101).messages[-2:]
    assert caption.message_id == picture.message_id
    assert caption.text.startswith("🔁 已更正，见后面的更正\n第一名")
    assert f"{caption.text}\n{more.text}" == f"🔁 已更正，见后面的更正\n{long}"
    assert (await row(marked)).state == "sent"


async def test_a_picture_hangs_under_the_message_it_is_about(delivery, engine, owe, world, now):
    artwork_id = await order_picture(engine, now)
    await delivery.deliver(await owe("原文"))
    about = world.chat(101).messages[-1].message_id

    await delivery.deliver(
        await owe("更正", method="photo", artwork_id=artwork_id, replies_to_id=about)
    )

    sent = world.chat(101).messages[-1].wire
    assert sent["reply_to_message"]["message_id"] == about


async def test_a_digest_sent_with_a_file_is_taken_back_in_its_caption(
    delivery, engine, owe, world, now, row
):
    artwork_id = await order_picture(engine, now)
    [first] = await owe("待报送 4 项", method="document", artwork_id=artwork_id)
    await delivery.deliver([first])
    sent = world.chat(101).messages[-1]
    assert sent.media_kind == "document"

    [taken_back] = await owe("已全部报送", method="edit", edits_message_id=sent.message_id)
    await delivery.deliver([taken_back])

    assert world.chat(101).messages[-1].message_id == sent.message_id
    assert world.chat(101).messages[-1].text == "已全部报送"
    assert world.chat(101).messages[-1].media_kind == "document"
    assert (await row(taken_back)).state == "sent"
    assert [call.parameters.get("caption") for call in world.journal.of("editMessageCaption")] == [
        "已全部报送"
    ]


async def test_nothing_is_sent_to_who_left_between_the_claim_and_the_call(
    delivery, engine, owe, lu, world, now, row
):
    [early, late] = await owe("催报", "再催", person_id=lu)
    async with engine.begin() as conn:
        await people.leave(conn, lu, at=now + timedelta(minutes=1))

    await delivery.deliver([early, late])

    assert said(world) == []
    assert [(await row(each)).state for each in (early, late)] == ["cleared", "cleared"]
    assert (await row(early)).error == "the person has left"
