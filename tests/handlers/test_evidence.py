"""Evidence beside a figure: sent while filing or later, insisted on, seen by whom it concerns."""

from datetime import timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from past_figures import SEPTEMBER
from rough_hands import bugs, presses

from handlers.operations.figures import evidence as deeds
from handlers.operations.figures import file_readings
from scoring.refusals import Locked, NotAllowed, NotFound, Outdated, Refusal
from storage import evidence, evidence_copies, journal, periods, readings
from storage.evidence import Piece
from storage.readings import Reading
from storage.schema import evidence as evidence_table
from storage.schema import evidence_withdrawal, indicator

PASTE = "K02\n金港镇 48.2 41\n经开区 55 50\n冶金园 28 25\n塘桥 17 15"
PHOTO = Piece(kind="photo", unique_id="u-1", name="照片", file_id="f-1")


@pytest.fixture
async def compulsory(house):
    """Let K02 be an indicator that can only be filed with evidence."""
    async with house.engine.begin() as conn:
        await conn.execute(
            indicator.update().where(indicator.c.code == "K02").values(evidence="required")
        )
    house.services.shelf.city = None


async def row_of(house, conn, code="K02"):
    city = await house.services.shelf.take(conn, house.now.date())
    return city, next(r for r in city.indicator_by_id.values() if r.indicator.code == code)


async def attached(house, code="K02"):
    """Return kind, name and unit of what is attached to an indicator's September."""
    async with house.engine.begin() as conn:
        city, row = await row_of(house, conn, code)
        return [
            (
                each.piece.kind,
                each.piece.name,
                city.unit(each.piece.unit_id).code if each.piece.unit_id else "",
            )
            for each in await evidence.of_column(conn, row.id, SEPTEMBER)
        ]


async def files(cast):
    await cast.reporter.says(PASTE)
    return await cast.reporter.taps("file")


# --- while filing ------------------------------------------------------------


async def test_a_photo_while_filing_is_evidence_of_the_column(house, cast):
    await cast.reporter.says(PASTE)
    assert "已收下“照片”" in await cast.reporter.sends_photo()
    shown = await cast.reporter.taps("look")
    assert "📎 佐证（1）" in shown.labels
    await cast.reporter.taps("file")
    assert await attached(house) == [("photo", "照片", "")]


async def test_a_photo_with_a_units_name_is_evidence_of_its_figure_alone(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.sends_photo(caption="冶金园")
    await cast.reporter.taps("look")
    await cast.reporter.taps("file")
    assert await attached(house) == [("photo", "照片", "T03")]


async def test_a_photo_sent_while_filling_in_one_unit_is_that_units(house, cast):
    await cast.reporter.says("/file")
    await cast.reporter.taps("K02 公共财政预算收入")
    await cast.reporter.taps("each")
    await cast.reporter.says("48.2")
    assert "杨舍" in await cast.reporter.sends_photo()


async def test_a_file_is_evidence_only_where_evidence_is_asked_for(house, cast):
    await cast.reporter.says(PASTE)
    assert "已收下" not in await cast.reporter.sends_document("盖章表.pdf")
    await cast.reporter.taps("evidence")
    assert "已收下“盖章表.pdf”" in await cast.reporter.sends_document("盖章表.pdf")
    await cast.reporter.taps("塘桥")
    await cast.reporter.taps("look")
    await cast.reporter.taps("file")
    assert await attached(house) == [("document", "盖章表.pdf", "T04")]


async def test_an_address_is_evidence_and_what_is_none_is_not(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("evidence")
    for bad in ("https://gov.cn@evil.example/x", "javascript://x", "ftp://a.b/c", "http://内网"):
        assert "这个网址不能收" in await cast.reporter.says(bad)
    assert "这里等的是佐证" in await cast.reporter.says("随便写写")
    await cast.reporter.says("https://tjj.example.gov.cn/2013/9.html")
    await cast.reporter.taps("look")
    await cast.reporter.taps("file")
    assert await attached(house) == [("link", "https://tjj.example.gov.cn/2013/9.html", "")]


async def test_the_last_piece_can_be_taken_out_before_it_is_handed_in(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.sends_photo()
    assert "已去掉“照片”" in await cast.reporter.taps("drop")
    await cast.reporter.taps("look")
    await cast.reporter.taps("file")
    assert await attached(house) == []


@pytest.mark.parametrize("name", ["病毒.exe", "报表.pdf.js", "无后缀", "表.lnk", ""])
async def test_a_program_is_no_evidence_whatever_it_is_called(house, cast, name):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("evidence")
    assert "不是可作佐证的文件" in await cast.reporter.sends_document(name)
    assert await bugs(house) == []


async def test_a_hostile_name_is_shown_as_one_plain_line(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("evidence")
    shown = await cast.reporter.sends_document("../../etc/<b>a\u202egpj\n.pdf")
    assert "已收下“bagpj.pdf”" in shown
    assert await bugs(house) == []


async def test_a_file_beyond_20_mb_is_refused_with_a_way_out(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("evidence")
    large = {"file_id": "f", "file_unique_id": "u", "file_name": "大.pdf", "file_size": 21_000_000}
    shown = await cast.reporter._sends({"document": large})
    assert "超过 20 MB" in shown
    assert "压缩或拆分" in shown


async def test_a_voice_message_is_no_evidence(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("evidence")
    assert "语音不能作为佐证" in await cast.reporter.sends_voice()


# --- compulsory ------------------------------------------------------------


async def test_without_compulsory_evidence_nothing_is_handed_in_and_it_says_how(
    house, cast, compulsory
):
    shown = await cast.reporter.says(PASTE)
    assert "以下指标须附佐证才能报送" in shown
    assert "K02 公共财政预算收入" in shown
    assert "file" not in shown.actions
    await cast.reporter.taps("📎 附佐证（必须）")
    await cast.reporter.sends_photo()
    await cast.reporter.taps("look")
    assert "已提交审核" in await cast.reporter.taps("file")


async def test_evidence_of_one_unit_does_not_cover_the_others(house, cast, compulsory):
    await cast.reporter.says(PASTE)
    await cast.reporter.sends_photo(caption="金港")
    shown = await cast.reporter.taps("look")
    assert "缺 3 个单位的佐证（杨舍、锦丰、塘桥）" in shown
    assert "file" not in shown.actions


async def test_the_deed_itself_insists_on_evidence(house, cast, compulsory):
    async with house.deed_of(cast.reporter) as (conn, city, who):
        _, row = await row_of(house, conn)
        column = [
            Reading(unit_id=unit.id, answer="value", value=Decimal(7), reason="已核对")
            for unit in city.units_of(row)
        ]
        with pytest.raises(Refusal, match="evidence-required"):
            await file_readings.file_column(
                conn,
                city,
                who,
                row,
                SEPTEMBER,
                column,
                way="list",
                sent_at=house.now,
                now=house.now,
            )


async def test_a_returned_column_keeps_its_evidence_and_a_corrected_one_needs_new(
    house, cast, compulsory
):
    await cast.reporter.says(PASTE)
    await cast.reporter.sends_photo()
    await cast.reporter.taps("look")
    await cast.reporter.taps("file")
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("return")
    await cast.reviewer.says("再核对")
    await cast.reporter.says(PASTE)
    assert "已提交审核" in await cast.reporter.taps("file")
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    assert "须附佐证" in await cast.reporter.says(PASTE)


# --- later ------------------------------------------------------------


async def test_evidence_is_brought_later_from_the_receipt(house, cast):
    receipt = await files(cast)
    assert "📎 补佐证" in receipt.labels
    await cast.reporter.taps("📎 补佐证")
    await cast.reporter.taps("锦丰")
    assert "📄 来款单.pdf（K02，锦丰）" in await cast.reporter.sends_document("来款单.pdf")
    assert "佐证共 1 件" in await cast.reporter.taps("done")
    assert await attached(house) == [("document", "来款单.pdf", "T03")]


async def test_the_same_file_is_attached_once(house, cast):
    await files(cast)
    await cast.reporter.taps("📎 补佐证")
    await cast.reporter.sends_photo("p1")
    assert "已经附过了" in await cast.reporter.sends_photo("p1")
    assert len(await attached(house)) == 1


async def test_who_may_attach_and_when(house, cast):
    async with house.deed_of(cast.reporter) as (conn, city, who):
        _, row = await row_of(house, conn)
        with pytest.raises(NotFound, match="evidence-nothing-filed"):
            await deeds.attach(conn, city, who, row, SEPTEMBER, PHOTO, now=house.now)
    await files(cast)
    for stranger in (cast.other_reporter, cast.reviewer, cast.contact, cast.office, cast.auditor):
        async with house.deed_of(stranger) as (conn, city, who):
            with pytest.raises(NotAllowed, match="file-not-yours"):
                await deeds.attach(conn, city, who, row, SEPTEMBER, PHOTO, now=house.now)
    async with house.engine.begin() as conn:
        await periods.add(
            conn, scheme_id=row.scheme_id, period=SEPTEMBER, act="frozen", by=None, now=house.now
        )
    house.passes(minutes=1)
    async with house.deed_of(cast.reporter) as (conn, city, who):
        with pytest.raises(Locked, match="lock-frozen"):
            await deeds.attach(conn, city, who, row, SEPTEMBER, PHOTO, now=house.now)


async def test_a_column_has_twenty_pieces_at_most(house, cast):
    await files(cast)
    async with house.deed_of(cast.reporter) as (conn, city, who):
        _, row = await row_of(house, conn)
        for number in range(deeds.PIECES_MAX):
            piece = Piece(kind="photo", unique_id=f"u{number}", name="照片", file_id=f"f{number}")
            assert await deeds.attach(conn, city, who, row, SEPTEMBER, piece, now=house.now)
        with pytest.raises(Refusal, match="evidence-too-many"):
            await deeds.attach(conn, city, who, row, SEPTEMBER, PHOTO, now=house.now)


async def test_what_was_attached_is_never_changed(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.sends_photo()
    await cast.reporter.taps("look")
    await cast.reporter.taps("file")
    async with house.engine.begin() as conn:
        with pytest.raises(sa.exc.IntegrityError, match="never changed"):
            await conn.execute(evidence_table.delete())


# --- who sees it ------------------------------------------------------------


@pytest.fixture
async def with_evidence(cast):
    """Let a column be filed with one photo of the whole and one of 金港 alone."""
    await cast.reporter.says(PASTE)
    await cast.reporter.sends_photo("whole")
    await cast.reporter.sends_photo("own", caption="金港")
    await cast.reporter.taps("look")
    await cast.reporter.taps("file")


def files_in(answer):
    return [each.file_id for each in answer if each.file_id]


async def test_the_reviewer_opens_it_with_one_tap(cast, with_evidence):
    shown = await cast.reviewer.says("审核")
    assert "📎 佐证（2）" in shown.labels
    assert files_in(await cast.reviewer.taps("📎 佐证（2）")) == ["whole", "own"]


async def test_the_assessed_unit_sees_its_own_after_the_release_and_no_whole_column(
    cast, with_evidence
):
    assert "没有您可以查看的佐证" in await cast.contact.says("佐证")
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    assert "📎 当月全部佐证" in cast.contact.sees().labels
    await cast.contact.taps("📎 当月全部佐证")
    assert files_in(await cast.contact.taps("K02（1）")) == ["own"]
    assert files_in(await cast.other_contact.says("佐证 K02")) == []


@pytest.mark.parametrize("who", ["office", "auditor", "reporter"])
async def test_those_who_see_drafts_see_all_of_it(cast, with_evidence, who):
    assert files_in(await getattr(cast, who).says("佐证 K02")) == ["whole", "own"]


@pytest.mark.parametrize(
    "who", ["other_reporter", "other_contact", "leader", "observer", "stranger"]
)
async def test_nobody_else_sees_any(house, cast, with_evidence, who):
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    someone = getattr(cast, who)
    assert files_in(await someone.says("佐证 K02")) == []
    async with house.engine.begin() as conn:
        _, row = await row_of(house, conn)
    assert files_in(await someone.says(f"/evidence {row.id}.2013-09")) == []


async def test_opening_evidence_is_written_into_the_journal(house, cast, with_evidence):
    await cast.auditor.says("佐证 K02")
    async with house.engine.begin() as conn:
        assert (await journal.latest(conn, limit=1))[0].act == "evidence-opened"


async def test_old_double_and_forged_buttons_change_nothing(house, cast, with_evidence):
    panel = await cast.reporter.taps("📎 补佐证")
    await cast.reporter.taps("金港", on=panel[-1])
    await cast.reporter.taps("金港", on=panel[-1])
    await presses(cast.reporter, "m:evidence:999999999999.2013-09")
    await presses(cast.reporter, "m:attach-evidence:999999999999999999.2013-99")
    assert await bugs(house) == []
    assert len(await attached(house)) == 2


async def test_evidence_is_wanted_as_a_copy_from_the_moment_it_is_attached(
    house, cast, with_evidence
):
    async with house.engine.begin() as conn:
        wanted = await evidence_copies.wanted(conn, now=house.now + timedelta(seconds=1), limit=9)
    assert [each.file_id for each in wanted] == ["whole", "own"]


async def test_a_column_waiting_for_review_can_be_seen_by_its_filer(house, cast, with_evidence):
    async with house.engine.begin() as conn:
        _, row = await row_of(house, conn)
        assert (await readings.filings_for(conn, row.id, SEPTEMBER))[-1].state == "filed"
    assert "回执" in "".join(each.text for each in await cast.reporter.says("佐证 K02"))


# --- taken back ----------------------------------------------------------------


async def attaches(cast, file_id="photo-1"):
    await cast.reporter.says("/attach")
    await cast.reporter.taps("K02 公共财政预算收入")
    return await cast.reporter.sends_photo(file_id)


async def piece_ids(house):
    async with house.engine.begin() as conn:
        return list(await conn.scalars(sa.select(evidence_table.c.id)))


async def test_evidence_is_taken_back_before_the_release_and_its_row_stays(house, cast):
    await files(cast)
    await attaches(cast)
    before = cast.reporter.panel
    assert "撤下“照片”？" in await cast.reporter.taps("🗑 撤下 1")
    shown = await cast.reporter.taps("yes")
    assert "已撤下“照片”" in shown
    assert "还没有佐证" in shown
    assert await attached(house) == []
    assert len(await piece_ids(house)) == 1
    await cast.reporter.taps("withdraw", on=before)
    async with house.engine.begin() as conn:
        acts = [each.act for each in await journal.latest(conn, limit=99)]
    assert acts.count("evidence-withdrawn") == 1


async def test_what_was_taken_back_is_told_to_those_inside_and_opened_by_nobody(house, cast):
    await files(cast)
    await attaches(cast)
    await cast.reporter.taps("🗑 撤下 1")
    await cast.reporter.taps("yes")
    async with house.engine.begin() as conn:
        _, row = await row_of(house, conn)
    for inside in (cast.reporter, cast.reviewer, cast.office, cast.auditor):
        said = await inside.says(f"/evidence {row.id}.2013-09")
        assert "✖️ 照片（已于" in said
        assert not any(each.file_id for each in inside.chat.messages.values())
    await cast.reviewer.says("/review")
    await cast.reviewer.taps("release")
    assert "没有您可以查看的佐证" in await cast.contact.says(f"/evidence {row.id}.2013-09")


async def test_what_was_taken_back_can_be_attached_again(house, cast):
    await files(cast)
    await attaches(cast)
    await cast.reporter.taps("🗑 撤下 1")
    await cast.reporter.taps("no")
    assert await attached(house) == [("photo", "照片", "")]
    await cast.reporter.taps("🗑 撤下 1")
    await cast.reporter.taps("yes")
    assert "已收下“照片”" in await cast.reporter.sends_photo("photo-1")
    assert await attached(house) == [("photo", "照片", "")]


async def test_what_was_released_is_taken_back_only_by_a_correction(house, cast):
    await files(cast)
    await attaches(cast)
    old = cast.reporter.panel
    await cast.reviewer.says("/review")
    await cast.reviewer.taps("release")
    shown = await cast.reporter.taps("withdraw", on=old)
    assert "不能单独撤下" in shown
    assert "✏️ 更正数据" in shown.labels
    assert await attached(house) == [("photo", "照片", "")]


async def test_compulsory_evidence_under_review_is_replaced_before_it_goes(house, cast, compulsory):
    await cast.reporter.says(PASTE)
    await cast.reporter.sends_photo("wrong")
    await cast.reporter.taps("look")
    await cast.reporter.taps("file")
    await cast.reporter.says("/attach")
    await cast.reporter.taps("K02 公共财政预算收入")
    assert "请先附上正确的" in await cast.reporter.taps("🗑 撤下 1")
    await cast.reporter.sends_photo("right")
    await cast.reporter.taps("🗑 撤下 1")
    assert "已撤下" in await cast.reporter.taps("yes")
    assert len(await attached(house)) == 1


async def test_nobody_takes_back_what_another_sent(house, cast):
    await files(cast)
    await attaches(cast)
    [piece] = await piece_ids(house)
    inside = [(each, NotAllowed) for each in (cast.reviewer, cast.office, cast.auditor)]
    outside = [(each, NotFound) for each in (cast.other_reporter, cast.contact, cast.leader)]
    for someone, no in (*inside, *outside):
        async with house.deed_of(someone) as (conn, city, who):
            with pytest.raises(no):
                await deeds.withdraw(conn, city, who, piece, now=house.now)
    async with house.deed_of(cast.reporter) as (conn, city, who):
        await deeds.withdraw(conn, city, who, piece, now=house.now)
        with pytest.raises(Outdated):
            await deeds.withdraw(conn, city, who, piece, now=house.now)


async def test_a_withdrawal_is_a_record(house, cast):
    await files(cast)
    await attaches(cast)
    await cast.reporter.taps("🗑 撤下 1")
    await cast.reporter.taps("yes")
    async with house.engine.begin() as conn:
        with pytest.raises(sa.exc.IntegrityError, match="never changed"):
            await conn.execute(sa.delete(evidence_withdrawal))
