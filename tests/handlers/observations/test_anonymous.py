"""Nothing that anybody of the observed unit is ever given says who saw it, from where, or when."""

import json
import re
import zipfile
from io import BytesIO

import pytest
import sqlalchemy as sa

from bot.reports.studio import _make
from handlers.operations.observing.observe import Sight
from handlers.operations.observing.observe import report as report_at_once
from scoring.observation_categories import InBoth
from storage import people
from storage.observations import Answered
from storage.schema import artwork, outbox

TRACES = (
    "袁晨曦",
    "长江村",
    "O11",
    "Yu Lan",
    "农联村",
    "O12",
    "G-2013-0002",
    "v-file",
    "G-2013-0003",
)
EXACT = re.compile(r"09:17|01:17|9:17")


async def files_given_to(house, someone):
    """Return all that is inside the files that ever went to a chat, their properties included."""
    async with house.engine.begin() as conn:
        query = (
            sa.select(artwork)
            .join(outbox, outbox.c.artwork_id == artwork.c.id)
            .where(outbox.c.chat_id == someone.user_id)
        )
        orders = (await conn.execute(query)).all()
    inside = {}
    for row in orders:
        for lang in ("zh", "en"):
            made = _make(row.book, lang, row.form)
            name = f"{row.filename} {row.form} {lang}"
            inside[name] = row.filename
            if row.form == "png":
                assert b"tEXt" not in made
                continue
            with zipfile.ZipFile(BytesIO(made)) as parts:
                inside[name] += "".join(
                    parts.read(each).decode()
                    for each in parts.namelist()
                    if each[-4:] != ".png" and each[-5:] != ".jpeg"
                )
    return inside


async def everything_given_to(house, someone):
    """Return every message, button, file and caption that ever went to a chat, as it was sent."""
    async with house.engine.begin() as conn:
        mine = outbox.c.chat_id == someone.user_id
        rows = (await conn.execute(sa.select(outbox).where(mine))).all()
        books = await conn.scalars(
            sa.select(artwork.c.book).where(
                artwork.c.id.in_([row.artwork_id for row in rows if row.artwork_id])
            )
        )
        texts = [
            " ".join(
                [
                    row.message,
                    row.sent_text or "",
                    json.dumps(row.buttons or [], ensure_ascii=False),
                ]
            )
            + f" {row.file_id}"
            for row in rows
        ]
        return [*texts, *books]


async def sends_everything(observer, unit_button, category):
    await observer.says("/observe")
    await observer.taps(unit_button)
    await observer.taps(category)
    await observer.sends_photo("p-file")
    await observer.sends_voice("v-file")
    await observer.sends_location(31.9, 120.5)


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_a_unit_finds_no_trace_of_its_observers_in_a_whole_course(
    house, cast, lang, does, ticks
):
    for someone in (cast.contact, cast.office, cast.second_office):
        async with house.deed_of(someone) as (conn, _, who):
            await people.set_lang(conn, who.id, lang)
        someone.lang = lang
    house.passes(minutes=17)
    await sends_everything(cast.observer, "张家港保税区（金港镇）", "环境卫生")
    await cast.observer.says("我是袁晨曦，河边有垃圾")
    await cast.observer.taps("submit")
    await sends_everything(cast.other_observer, "金港", "Cleanliness")
    await cast.other_observer.says("Yu Lan saw rubbish too")
    await cast.other_observer.taps("submit")
    assert "You have joined G-2013-0001" in await cast.other_observer.taps("join")
    async with house.deed_of(cast.other_observer) as (conn, city, who):
        sight = Sight(who.roles[0].point_id, city.unit_by_code["T01"].id, "other", "路灯不亮")
        await report_at_once(conn, city, who, sight, now=house.now)
    await does(cast.office, "verified", "语音说桥下有垃圾")
    await does(cast.office, "dispatched")
    await does(cast.contact, "unit_contested", "已清")
    await does(cast.second_office, "sustained", "仍有")
    steps = (
        (cast.contact, "partly_answered", "清了一半"),
        (cast.contact, "answered", "清完了"),
        (cast.observer, "partly_fixed", "袁晨曦看到桥下还有"),
        (cast.contact, "transfer_asked", "桥下归杨舍"),
        (cast.office, "transfer_refused", "仍归金港"),
        (cast.contact, "declined", "无法清理"),
        (cast.observer, "closure_contested", "袁晨曦认为可以"),
        (cast.committee, "ordered", "应当清理"),
        (cast.contact, "answered", "清完了"),
        (cast.observer, "not_fixed", "袁晨曦又去看了"),
        (cast.contact, "answered", "真清完了"),
        (cast.observer, "fixed", "袁晨曦：好了"),
    )
    for number, (who, deed, said) in enumerate(steps, start=1):
        house.passes(days=1 if number % 2 else 0)
        if deed in {"partly_fixed", "not_fixed", "fixed", "closure_contested"}:
            house.now = house.now.replace(hour=1, minute=17)
        await does(who, deed, said)
        await cast.contact.says("/observations")
        await cast.contact.taps("observation:1")
        await cast.contact.says("/todo")
    await ticks(days=45)
    await does(cast.observer, "reopened", "又有了")
    house.passes(days=3, minutes=23)
    await house.posts()
    await cast.contact.taps("observation:1")
    await cast.contact.says("/unit")
    await cast.contact.says("/why")
    given = await everything_given_to(house, cast.contact)
    assert len(given) > 60
    assert any("p-file" in each for each in given)
    for trace in TRACES:
        assert [each for each in given if trace in each] == [], trace
    assert [each for each in given if EXACT.search(each)] == []


async def test_a_unit_learns_of_no_observer_by_asking_for_the_journal_or_a_strangers_number(
    cast, stands, units_hour
):
    await stands("dispatched")
    await units_hour()
    assert "袁晨曦" not in await cast.contact.says("/audit")
    await cast.contact.says("/observations")
    card = (await cast.contact.taps("observation:1"))[0]
    for route in ("hide", "assign", "bulk", "observing", "verifiers", "feedback"):
        assert card.key(route) is None
    await cast.office.says("/observations")
    office_card = (await cast.office.taps("observation:1"))[0]
    for route in ("hide", "star", "remind-observation"):
        answer = await cast.contact.taps(route, on=office_card)
        assert answer.toast or "您的角色" in answer
        assert "袁晨曦" not in answer


async def test_the_journal_in_the_chat_says_what_an_observer_did_and_not_which(cast, stands):
    await stands("dispatched")
    shown = await cast.auditor.says("/audit")
    assert "随手报" in shown
    assert "观察员" in shown
    assert "袁晨曦" not in shown


async def test_who_joins_learns_nothing_of_who_reported_either(house, cast, report, does):
    await report("袁晨曦看到河边有垃圾")
    await cast.observer.taps("observation:1")
    await cast.other_observer.says("/observe 金港")
    await cast.other_observer.taps("Cleanliness")
    await cast.other_observer.says("rubbish")
    await cast.other_observer.taps("submit")
    await cast.other_observer.taps("join")
    await does(cast.office, "verified", "属实")
    await does(cast.office, "dispatched")
    assert "is verified and handed to 金港" in cast.other_observer.sees()
    card = await cast.other_observer.taps("observation:1")
    assert "＊＊看到河边有垃圾" in card
    given = await everything_given_to(house, cast.other_observer)
    assert [each for each in given if "袁晨曦" in each or "长江村" in each] == []
    assert "confirm-fixed" not in card.actions


async def test_a_name_in_an_answer_to_a_question_is_covered_too(house, cast, does):
    answer = Answered(InBoth("是哪一天", "Which day"), InBoth("袁晨曦昨天看到", "袁晨曦昨天看到"))
    async with house.deed_of(cast.observer) as (conn, city, who):
        town = city.unit_by_code["T01"].id
        sight = Sight(who.roles[0].point_id, town, "conduct", "态度差", answers=(answer,))
        await report_at_once(conn, city, who, sight, now=house.now)
    await does(cast.office, "verified", "属实")
    await does(cast.office, "dispatched")
    card = await cast.contact.taps("observation:1")
    assert "是哪一天：＊＊昨天看到" in card
    assert "袁晨曦" not in card


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_a_quarters_report_gives_a_unit_no_trace_of_its_observers_in_any_file(
    house, cast, lang, does, ticks
):
    for someone in (cast.contact, cast.office, cast.second_office):
        async with house.deed_of(someone) as (conn, _, who):
            await people.set_lang(conn, who.id, lang)
        someone.lang = lang
    house.passes(minutes=17)
    await sends_everything(cast.observer, "张家港保税区（金港镇）", "环境卫生")
    await cast.observer.says("我是袁晨曦，河边有垃圾")
    await cast.observer.taps("submit")
    await sends_everything(cast.other_observer, "金港", "Cleanliness")
    await cast.other_observer.says("Yu Lan saw rubbish too")
    await cast.other_observer.taps("submit")
    await cast.other_observer.taps("join")
    async with house.deed_of(cast.other_observer) as (conn, city, who):
        sight = Sight(who.roles[0].point_id, city.unit_by_code["T01"].id, "other", "路灯不亮")
        await report_at_once(conn, city, who, sight, now=house.now)
    await does(cast.office, "refuted", "没有此事", number=2)
    await does(cast.office, "verified", "属实")
    await does(cast.office, "dispatched")
    await does(cast.contact, "answered", "清完了")
    await does(cast.observer, "not_fixed", "袁晨曦又去看了")
    await ticks(days=90)
    await cast.office.says("/feedback 2013Q4")
    await cast.office.taps("feedback-remark")
    await cast.office.says("袁晨曦报得好")
    await cast.office.says("总体向好")
    await cast.office.taps("feedback-release")
    house.passes(days=4)
    await house.posts()
    await cast.contact.says("/feedback")
    for form in ("docx", "xlsx", "png"):
        await cast.contact.taps(f"feedback-file:2013Q4.{form}.")
    await cast.contact.says("/observations")
    given = await everything_given_to(house, cast.contact)
    files = await files_given_to(house, cast.contact)
    assert {name.split()[1] for name in files} == {"docx", "xlsx", "png"}
    assert any("G-2013-0001" in each for each in files.values())
    for trace in (*TRACES, "总体向好", "路灯不亮", "河边有垃圾", "python-docx"):
        assert [name for name, each in files.items() if trace in each] == [], trace
    for trace in (*TRACES, "总体向好"):
        assert [each for each in given if trace in each] == [], trace
    assert [name for name, each in files.items() if EXACT.search(each)] == []
    for name, each in files.items():
        if name.split()[1] != "png":
            assert re.search(r"<dc:creator>[^<]", each) is None
            assert re.search(r"<cp:lastModifiedBy>[^<]", each) is None
