"""Written analyses: handed in by chat, rated with one tap, and what the record makes of them."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from past_figures import by_town, release
from rough_hands import bugs, count, presses
from small_city import MORNING

from handlers.operations.clock.queue_due import queue_due
from scoring.reporting_record import RecordTerms, record_terms
from storage.schema import analysis, analysis_rating, careless, careless_answer, journal, scheme

JINTAN = record_terms("analysis_timeliness:25|analysis_quality:30")
SAID = "亮点：税收增长较快。特点：工业带动。存在的问题：服务业偏弱。下阶段措施：稳企业。"
DUE = "10月8日（周二）17:30"


@pytest.fixture
async def asking(house):
    """Let the scheme ask for analyses as 金坛 does."""
    await _terms(house, JINTAN)


async def _terms(house, terms):
    async with house.engine.begin() as conn:
        rules = (await conn.execute(sa.select(scheme.c.rules))).scalar_one()
        await conn.execute(scheme.update().values(rules={**rules, "record": str(terms)}))


async def hands_in(someone, said=SAID):
    await someone.says("/analysis")
    await someone.says(said)
    return await someone.taps("hand-in")


@pytest.fixture
async def handed_in(asking, cast):
    """Let the reporter hand in September's analysis on time."""
    await hands_in(cast.reporter)


# --- writing ----------------------------------------------------------------------------------


async def test_an_analysis_is_written_looked_at_and_handed_in(house, cast, asking):
    shown = await cast.reporter.says("运行分析")
    assert "财政局2013年9月运行分析" in shown
    assert f"{DUE}截止" in shown
    assert "存在的问题" in shown
    shown = await cast.reporter.says(SAID)
    assert "服务业偏弱" in shown
    shown = await cast.reporter.taps("✅ 报送")
    assert f"10月8日（周二）09:00收到，按时（{DUE}截止）" in shown
    assert await count(house, analysis) == 1
    assert await count(house, journal, journal.c.act == "analysis-handed-in") == 1


async def test_more_words_go_on_and_a_file_is_taken_with_them(house, cast, asking):
    await cast.reporter.says("/analysis")
    await cast.reporter.says(SAID)
    shown = await cast.reporter.says("另外，四季度需关注土地出让收入。")
    assert "服务业偏弱" in shown
    assert "土地出让" in shown
    shown = await cast.reporter.sends_document("九月分析.docx")
    assert "九月分析.docx" in shown
    assert "已报送" in await cast.reporter.taps("hand-in")
    assert "九月分析.docx" in await cast.reporter.taps("analysis-card")


async def test_it_counts_as_sent_when_the_message_was_not_the_tap(house, cast, asking):
    house.now = MORNING + timedelta(hours=8, minutes=29)
    await cast.reporter.says("/analysis")
    await cast.reporter.says(SAID)
    house.passes(hours=3)
    assert "按时" in await cast.reporter.taps("hand-in")


async def test_two_days_late_cost_six_points_of_the_record_and_no_towns(house, cast, asking):
    house.now = MORNING + timedelta(days=2)
    assert "迟报 2 个工作日" in await hands_in(cast.reporter)
    shown = await cast.office.says("报送记录 财政局 2013-09")
    assert "分析及时性：累计迟报 2 个工作日，每日扣 3 分，满 3 日不得分，得 19 分" in shown
    assert "・2013-09运行分析：待评定" in shown
    assert "不影响被考核单位得分" in shown


async def test_one_that_never_came_has_neither_timeliness_nor_quality(house, cast, asking):
    house.now = MORNING + timedelta(days=7)
    shown = await cast.office.says("报送记录 财政局 2013-09")
    assert "运行分析未报，逾期" in shown
    assert "得 0 分（满分 25）" in shown
    assert "・2013-09运行分析：未报，0 分" in shown


async def test_a_new_version_keeps_the_moment_of_the_first(house, cast, handed_in):
    house.passes(days=3)
    await cast.reporter.says("/record")
    await cast.reporter.taps("analysis")
    await cast.reporter.says(SAID + "补充：已会同税务部门核对。")
    shown = await cast.reporter.taps("hand-in")
    assert "第 2 稿" in shown
    assert "按时" in shown
    assert await count(house, analysis) == 2


async def test_words_of_last_month_are_asked_about(house, cast, asking):
    house.now = MORNING - timedelta(days=28)
    await hands_in(cast.reporter)
    house.now = MORNING
    await cast.reporter.says("/analysis")
    shown = await cast.reporter.says(SAID)
    assert "❓有 100% 的文字与上月的分析相同" in shown
    await cast.reporter.taps("hand-in")
    await cast.office.says("/analyses 2013-09")
    assert "有 100% 的文字与上月的分析相同" in await cast.office.taps("财政局")


@pytest.mark.parametrize("said", ["短", "   ", "😀" * 3])
async def test_too_little_is_no_analysis(house, cast, asking, said):
    await cast.reporter.says("/analysis")
    shown = await cast.reporter.says(said)
    assert "至少要有 20 个字" in shown or "2013年9月运行分析" in shown
    assert await count(house, analysis) == 0


async def test_too_much_is_refused_whole_and_said(house, cast, asking):
    await cast.reporter.says("/analysis")
    assert "最多 3,500 个字" in await cast.reporter.says("长" * 3600)
    assert await count(house, analysis) == 0


async def test_a_voice_message_is_no_analysis(house, cast, asking):
    await cast.reporter.says("/analysis")
    assert "请发文字、文档或图片" in await cast.reporter.sends_voice()
    assert not await bugs(house)


async def test_where_no_scheme_asks_there_is_nothing_to_write(house, cast):
    assert "没有待写的运行分析" in await cast.reporter.says("/analysis")
    shown = await cast.office.says("报送记录 财政局 2013-09")
    assert "分析" not in shown
    assert "/45.0 分" in shown


@pytest.mark.parametrize(
    ("who", "arg"),
    [
        ("other_reporter", "JJ04.1.2013-09"),
        ("contact", "JJ04.1.2013-09"),
        ("office", "JJ04.1.2013-09"),
        ("observer", "JJ04.1.2013-09"),
        ("stranger", "JJ04.1.2013-09"),
        ("reporter", "JJ01.1.2013-09"),
        ("reporter", "JJ04.9.2013-09"),
        ("reporter", "JJ04.1.2013-10"),
        ("reporter", "PMO.1.2013-09"),
        ("reporter", "JJ04.1.x"),
        ("reporter", ".."),
    ],
)
async def test_nobody_writes_for_others_or_before_the_month_is_over(house, cast, asking, who, arg):
    shown = await presses(getattr(cast, who), f"m:analysis:{arg}")
    assert shown.text
    await getattr(cast, who).says(SAID)
    assert await count(house, analysis) == 0
    assert not await bugs(house)


# --- rating -----------------------------------------------------------------------------------


async def test_the_office_rates_with_one_tap_and_the_unit_hears_why(house, cast, handed_in):
    assert "1 篇运行分析待评定" in await cast.office.says("/todo")
    shown = await cast.office.says("分析评定")
    assert "已报 1/2 篇" in shown
    assert "待评定 1" in shown
    shown = await cast.office.taps("财政局")
    assert "服务业偏弱" in shown
    assert "林晓燕" in shown
    label = next(each for each in shown.labels if each.startswith("🔵 良好"))
    assert "（24.0 分）" in label
    assert "评定：良好：四点俱全，分析还可深入（何敏" in await cast.office.taps(label)
    for part in (cast.reporter, cast.reviewer):
        assert "运行分析评为良好" in part.sees()
    shown = await cast.reporter.says("报送记录")
    assert "分析质量：1 篇的平均，得 24 分（满分 30）" in shown
    assert "94.0/100.0 分" in shown
    assert "待评定" not in await cast.office.says("/todo")


async def test_the_reason_may_be_ones_own(house, cast, handed_in):
    await cast.office.says("/analyses")
    await cast.office.taps("财政局")
    await cast.office.taps("✏️ 另写理由")
    await cast.office.says("问题写得透，措施可再具体")
    assert "已评为优秀" in await cast.office.taps("🟢 优秀")
    assert "问题写得透，措施可再具体" in cast.reporter.sees()


async def test_what_is_rated_is_no_longer_rewritten_but_may_be_rated_again(house, cast, handed_in):
    await cast.office.says("/analyses")
    first = await cast.office.taps("财政局")
    await cast.office.taps(next(each for each in first.labels if "较差" in each))
    assert "已经评定，不能再改" in await presses(cast.reporter, "m:analysis:JJ04.1.2013-09")
    await cast.second_office.says("/analyses")
    again = await cast.second_office.taps("财政局")
    await cast.second_office.taps(next(each for each in again.labels if "一般" in each))
    shown = await cast.office.says("报送记录 财政局 2013-09")
    assert "2013-09运行分析：一般，18 分" in shown
    assert await count(house, analysis_rating) == 2


async def test_a_double_press_and_an_old_button_rate_nothing_more(house, cast, handed_in):
    await cast.office.says("/analyses")
    shown = await cast.office.taps("财政局")
    label = next(each for each in shown.labels if "优秀" in each)
    data = shown[-1].key(label).data
    await cast.office.taps(label)
    assert "刚有变动" in await presses(cast.office, data)
    assert await count(house, analysis_rating) == 1


async def test_a_new_version_makes_the_old_buttons_old(house, cast, handed_in):
    await cast.office.says("/analyses")
    shown = await cast.office.taps("财政局")
    data = shown[-1].key(next(each for each in shown.labels if "优秀" in each)).data
    await presses(cast.reporter, "m:analysis:JJ04.1.2013-09")
    await cast.reporter.says(SAID + "补充两句。")
    await cast.reporter.taps("hand-in")
    assert "刚有变动" in await presses(cast.office, data)
    assert await count(house, analysis_rating) == 0


@pytest.mark.parametrize(
    "part",
    ["reporter", "reviewer", "contact", "leader", "observer", "auditor", "committee", "stranger"],
)
async def test_only_the_office_rates(house, cast, handed_in, part):
    someone = getattr(cast, part)
    for forged in (
        "m:rate-analysis:JJ04.1.2013-09.good.1",
        "m:rate-in-words:JJ04.1.2013-09.1",
    ):
        assert (await presses(someone, forged)).text
    await someone.says("理由")
    assert await count(house, analysis_rating) == 0
    assert not await bugs(house)


@pytest.mark.parametrize(
    "forged",
    [
        "m:rate-analysis:JJ04.1.2013-09.best.1",
        "m:rate-analysis:JJ04.1.2013-09.good.x",
        "m:rate-analysis:JJ01.1.2013-09.good.0",
        "m:rate-analysis:",
        "m:rate-in-words:JJ04",
        "m:analysis-card:JJ04.1",
        "m:analyses:x",
        "m:careless:7",
        "m:answer-careless:7.found",
    ],
)
async def test_a_forged_button_changes_nothing_and_is_answered(house, cast, handed_in, forged):
    assert (await presses(cast.office, forged)).text
    assert await count(house, analysis_rating) == 0
    assert not await bugs(house)


async def test_a_unit_reads_its_own_and_no_other(house, cast, handed_in):
    shown = await cast.other_reporter.says("/analyses 2013-09")
    assert "财政局" not in shown
    assert "只能查看本单位" in await presses(cast.other_reporter, "m:analysis-card:JJ04.1.2013-09")
    assert "您的角色不办理" in await cast.contact.says("/analyses")


async def test_the_board_of_a_unit_shows_its_analysis(house, cast, handed_in):
    shown = await cast.office.says("报送情况 财政局")
    assert "运行分析：✅ 10月8日（周二）09:00报送" in shown


# --- careless collecting ------------------------------------------------------------------------


@pytest.fixture
async def three_errors(house, cast):
    """Let three columns be corrected too late to be free, and a day of the clock pass."""
    await _terms(house, RecordTerms())
    for n, value in enumerate((48, 49, 50, 51)):
        at = MORNING - timedelta(days=5) + timedelta(hours=26 * n)
        await release(house, "K02", by_town(value, 55, 28, 17), at=at)
    await _ticks(house)


async def _ticks(house):
    services = house.services
    await queue_due(
        services.engine,
        now=house.now,
        shelf=services.shelf,
        boards=services.boards,
        texts=services.texts,
    )
    await house.posts()


async def test_so_many_errors_are_put_to_the_office_and_a_person_decides(house, cast, three_errors):
    assert "财政局2013年第3季度更正差错 3 笔，请认定" in cast.office.sees()
    assert "请认定是否未严格采集数据" in await cast.office.says("/todo")
    shown = await cast.office.taps("careless")
    assert "K02（2013-09）审核通过后更正 1 个数" in shown
    await cast.office.taps("⚠️ 认定")
    assert "已认定未严格采集数据" in await cast.office.taps("同类差错多次发生，未按要求核对")
    for part in (cast.reporter, cast.reviewer):
        assert "认定为未严格按要求采集数据" in part.sees()
    assert "🧐 2013年第3季度更正差错 3 笔：认定为未严格采集数据" in await cast.reporter.says(
        "报送记录"
    )
    assert "careless" not in (await cast.office.says("/todo")).actions


async def test_the_question_is_put_once(house, cast, three_errors):
    await _ticks(house)
    house.passes(days=1)
    await _ticks(house)
    assert await count(house, careless) == 1


async def test_it_may_be_dropped_and_is_decided_once(house, cast, three_errors):
    await cast.office.says("/todo")
    await cast.office.taps("careless")
    await cast.office.taps("👌 不认定")
    await cast.office.taps("源头数据修订，非本单位原因")
    assert "评为" not in cast.reporter.sees()
    assert "已经认定过了" in await presses(cast.second_office, "m:answer-careless:1.found")
    assert await count(house, careless_answer) == 1


async def test_two_errors_ask_nobody(house, cast):
    for n, value in enumerate((48, 49, 50)):
        at = MORNING - timedelta(days=5) + timedelta(hours=26 * n)
        await release(house, "K02", by_town(value, 55, 28, 17), at=at)
    await _ticks(house)
    assert await count(house, careless) == 0


@pytest.mark.parametrize("part", ["reporter", "leader", "auditor", "committee", "contact"])
async def test_only_the_office_decides(house, cast, three_errors, part):
    someone = getattr(cast, part)
    await presses(someone, "m:answer-careless:1.dropped")
    await someone.says("没有问题")
    assert await count(house, careless_answer) == 0
