"""October 2013, act by act: September is reported, reviewed, ranked, frozen and released.

Every act is done by people in their chats; an act is over when its effect is to be seen there.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.demo import september
from bot.demo.snapshot import snapshot
from bot.demo.stage import PlayError, Stage
from bot.sandbox.director import Words
from handlers.texts import CITY_ZONE

OFFICE = "office.1011"
FINANCE = ("reporter.JJ04", "reviewer.JJ04")
COMMERCE = ("reporter.JJ03", "reviewer.JJ03")
INDUSTRY = ("reporter.JJ02", "reviewer.JJ02")
REASONS_MAX = 40
PLANTED_MAX = 4


@dataclass(frozen=True)
class Scene:
    """One act: its title, its people, the moment it begins, and what is done."""

    title: Words
    who: Sequence[str]
    at: datetime
    play: Callable[[Stage], Awaitable[None]]


def _at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2013, month, day, hour, minute, tzinfo=CITY_ZONE)


# --- what several acts do ---------------------------------------------------------------------


def _names(stage: Stage) -> dict[str, str]:
    city = stage.bot.services.shelf.city
    if city is None:
        raise PlayError("the city has not been read yet")
    return {unit.code: unit.short_name for unit in city.units}


async def _answer_questions(stage: Stage, reporter: str) -> None:
    """Explain whatever looks odd, or take the value that was meant where one is suggested."""
    if not stage.has_button(reporter, "explain"):
        return
    await stage.taps(reporter, "explain")
    for planted in [*([True] * PLANTED_MAX), *([False] * REASONS_MAX)]:
        last = stage.world.chat(stage.actor(reporter).user_id).messages[-1]
        held = [
            button.get("callback_data", "").split(":", 3)[-1]
            for row in last.buttons
            for button in row
        ]
        if any(each.startswith("value:") for each in held):
            await stage.taps(reporter, "value:")
        elif any(each.startswith("ready-all:") for each in held) and not planted:
            await stage.taps(reporter, "ready-all:")
        elif any(each.startswith("ready:") for each in held):
            await stage.taps(reporter, "ready:checked")
        else:
            return
    raise PlayError(f"{reporter} was asked without end")


async def _hand_in(stage: Stage, reporter: str) -> None:
    await _answer_questions(stage, reporter)
    await stage.taps(reporter, "file:")
    stage.sees(reporter, "已提交审核")


async def _release(stage: Stage, reviewer: str) -> None:
    """Look at everything that waits, and release it."""
    await stage.says(reviewer, "审核")
    for _ in range(REASONS_MAX):
        if stage.newest_has(reviewer, "m:release-plain"):
            await stage.taps(reviewer, "m:release-plain")
        elif stage.newest_has(reviewer, "m:release:"):
            await stage.taps(reviewer, "m:release:")
        else:
            return
    raise PlayError(f"{reviewer} never came to an end")


async def _file(stage: Stage, reporter: str, codes: Sequence[str]) -> None:
    """Paste these columns and hand them in."""
    columns, names = september.september(), _names(stage)
    texts = [september.pasted(code, columns[code], names) for code in codes]
    for text in september.messages(texts):
        await stage.says(reporter, "/file")
        await stage.says(reporter, text)
        await _hand_in(stage, reporter)


async def _everybody_files(stage: Stage, until_day: int) -> None:
    """Let every monitoring unit file and release what is due by a day of October."""
    city = stage.bot.services.shelf.city
    if city is None:
        raise PlayError("the city has not been read yet")
    columns = september.september()
    done = await stage.filed_codes()
    by_unit: dict[int, list[str]] = {}
    for scheme in city.schemes:
        for row in scheme.indicators:
            code, due_day = row.indicator.code, row.indicator.due_day or 20
            if code in columns and code not in done and due_day <= until_day and code != "K11":
                by_unit.setdefault(row.monitoring_unit_id, []).append(code)
    for unit_id, codes in by_unit.items():
        unit_code = city.unit(unit_id).code
        reporter, reviewer = f"reporter.{unit_code}", f"reviewer.{unit_code}"
        if unit_code == "PMO":
            reporter, reviewer = "office.1012", OFFICE
        await _file(stage, reporter, codes)
        await _release(stage, reviewer)


# --- the acts ------------------------------------------------------------------------------------


async def _reminders(stage: Stage) -> None:
    stage.sees(COMMERCE[0], "K09")
    await stage.says(COMMERCE[0], "/start")
    await stage.says(COMMERCE[0], "/help")


async def _finance_pastes(stage: Stage) -> None:
    reporter = FINANCE[0]
    columns, names = september.september(), _names(stage)
    await stage.says(reporter, "填报")
    text = "\n".join(september.pasted(code, columns[code], names) for code in ("K02", "K03"))
    await stage.says(reporter, text)
    stage.sees(reporter, "6.16")
    await _hand_in(stage, reporter)


async def _finance_returned(stage: Stage) -> None:
    reporter, reviewer = FINANCE
    await stage.says(reviewer, "审核")
    await stage.taps(reviewer, "m:return:")
    await stage.says(reviewer, "请再核对凤凰的数")
    code = "K02" if "公共财政预算收入" in stage.sees(reporter, "被退回").text else "K03"
    await stage.taps(reporter, "m:file:", contains="被退回")
    await stage.says(reporter, f"{code}\n凤凰 5.68 5.36" if code == "K02" else "K03\n凤凰 88.6")
    await _hand_in(stage, reporter)


async def _finance_released(stage: Stage) -> None:
    await _release(stage, FINANCE[1])
    for town in ("contact.T01", "contact.T07"):
        stage.sees(town, "您的数据" if stage.actor(town).lang == "zh" else "Your figures")
    await stage.says("contact.T07", "排名")
    stage.sees("contact.T07", "南丰")
    await stage.says("contact.T07", "本单位")
    stage.sees_picture("contact.T07")


async def _commerce_lists(stage: Stage) -> None:
    reporter, reviewer = COMMERCE
    cells = september.september()["K09"]
    await stage.says(reporter, "填报")
    await stage.taps(reporter, "pick:", label="K09")
    answers = " ".join(f"{number}={cell.value}" for number, cell in enumerate(cells, start=1))
    await stage.says(reporter, answers)
    await _hand_in(stage, reporter)
    await _release(stage, reviewer)


async def _industry_steps(stage: Stage) -> None:
    reporter, reviewer = INDUSTRY
    cells = september.september()["K04"]
    await stage.says(reporter, "填报")
    await stage.taps(reporter, "pick:", label="K04")
    await stage.taps(reporter, "each:")
    for cell in cells:
        await stage.says(reporter, cell.value)
    await _hand_in(stage, reporter)
    await _release(stage, reviewer)


async def _first_wave(stage: Stage) -> None:
    await _everybody_files(stage, 8)


async def _yellow_card(stage: Stage) -> None:
    stage.sees(COMMERCE[0], "黄牌")
    await stage.says(OFFICE, "/office")
    await stage.says(OFFICE, "/late")
    stage.sees(OFFICE, "K11")


async def _observed(stage: Stage) -> None:
    observer = "observer.O11"
    await stage.says(observer, "观测")
    await stage.taps(observer, "unit:")
    await stage.taps(observer, "category:")
    await stage.says(observer, "村口垃圾三天没有清运，附近有异味。")
    await stage.sends_photo(observer, snapshot(), "村口垃圾点")
    await stage.taps(observer, "submit:")
    stage.sees(observer, "G-2013")


async def _verified(stage: Stage) -> None:
    await stage.taps(OFFICE, "m:observation:")
    await stage.taps(OFFICE, "m:verify:")
    await stage.taps(OFFICE, "at-once:")
    stage.sees("contact.T01", "G-2013")


async def _answered(stage: Stage) -> None:
    await stage.taps("contact.T01", "m:answer-observation:")
    await stage.says("contact.T01", "已于今天上午清运完毕，并增加每日巡查。")
    await stage.taps("contact.T01", "submit:")
    stage.sees("observer.O11", "清运完毕")


async def _confirmed(stage: Stage) -> None:
    await stage.taps("observer.O11", "m:confirm-fixed:", label="已解决")
    await stage.taps("observer.O11", "fixed:")


async def _red_card(stage: Stage) -> None:
    stage.sees(COMMERCE[0], "🟥")
    stage.sees(COMMERCE[1], "🟥")
    await stage.says(COMMERCE[0], "/file")
    await stage.taps(COMMERCE[0], "pick:", label="K11")
    columns, names = september.september(), _names(stage)
    await stage.says(COMMERCE[0], september.pasted("K11", columns["K11"], names))
    await _hand_in(stage, COMMERCE[0])
    stage.sees(COMMERCE[0], "迟报")
    await _release(stage, COMMERCE[1])


async def _second_wave(stage: Stage) -> None:
    await _everybody_files(stage, 10)


async def _express(stage: Stage) -> None:
    stage.sees("leader.1001", "快报")


async def _third_wave(stage: Stage) -> None:
    await _everybody_files(stage, 15)


async def _blocked(stage: Stage) -> None:
    stage.heard(stage.actor("leader.1008").name, "🚫")
    stage.world.block(stage.actor("leader.1008").user_id)
    await stage.settle()


async def _last_wave(stage: Stage) -> None:
    await _everybody_files(stage, 31)
    await stage.says("contact.JJ12", "排名")
    await stage.says("contact.JJ12", "为什么")


async def _frozen(stage: Stage) -> None:
    stage.sees(OFFICE, "冻结")
    await stage.says(FINANCE[0], "/file K02 金港 30")
    stage.sees(FINANCE[0], "🔒")


async def _heard(stage: Stage) -> None:
    flagged = stage.with_button("contact.", "m:answer-alert:")
    if not flagged:
        raise PlayError("no unit was told that it is in the bottom two")
    await stage.taps(flagged[0], "m:answer-alert:", label="说明")
    await stage.says(flagged[0], "本单位两个重点项目十月集中入库，当月数据将明显回升。")
    await stage.taps(flagged[0], "send:")


async def _released(stage: Stage) -> None:
    await stage.says(OFFICE, "发布")
    await stage.taps(OFFICE, "m:release-month:2013-09.")
    stage.sees_picture("leader.1001")
    stage.sees_picture("contact.T01")
    stage.sees_in_channel()


async def _leader_asks(stage: Stage) -> None:
    await stage.says("leader.1001", "排名 执法")
    await stage.says("leader.1001", "单位 大新")
    stage.sees_picture("leader.1001")
    await stage.says("leader.1001", "为什么 大新")
    await stage.says("leader.1001", "排名 2013-09 @2013-10-12")
    stage.sees("leader.1001", "时所知")


async def _alerted(stage: Stage) -> None:
    stage.sees("leader.1001", "后两位")


async def _audited(stage: Stage) -> None:
    await stage.says("auditor.1013", "/audit")
    stage.sees("auditor.1013", "完整")
    await stage.says(OFFICE, "未送达")
    await stage.says(OFFICE, "人员")
    stage.sees(OFFICE, stage.actor("leader.1008").name)


SCENES: tuple[Scene, ...] = (
    Scene(
        {
            "zh": "节前提醒：哪些指标节后第一天到期",
            "en": "Before the holiday: what is due right after",
        },
        (COMMERCE[0],),
        _at(30, 9, 5, month=9),
        _reminders,
    ),
    Scene(
        {
            "zh": "财政局粘贴两列数，一处单位写错",
            "en": "Finance pastes two columns, one in the wrong unit",
        },
        (FINANCE[0],),
        _at(8, 9, 10),
        _finance_pastes,
    ),
    Scene(
        {"zh": "审核人退回，填报人更正重报", "en": "The reviewer sends one back; it is mended"},
        FINANCE,
        _at(8, 9, 30),
        _finance_returned,
    ),
    Scene(
        {
            "zh": "审核通过，区镇立即看到自己的数和排名",
            "en": "Released: towns see their figures and places",
        },
        (FINANCE[1], "contact.T07"),
        _at(8, 9, 50),
        _finance_released,
    ),
    Scene(
        {"zh": "商务局按编号一条消息报一个月", "en": "Commerce files a month in one message"},
        COMMERCE,
        _at(8, 10, 20),
        _commerce_lists,
    ),
    Scene(
        {"zh": "经信委逐个填报", "en": "Industry files one by one"},
        INDUSTRY,
        _at(8, 10, 40),
        _industry_steps,
    ),
    Scene(
        {"zh": "其他单位报送第一批", "en": "Everybody else files the first wave"},
        (OFFICE,),
        _at(8, 14, 0),
        _first_wave,
    ),
    Scene(
        {"zh": "截止时间到：黄牌", "en": "The deadline passes: yellow cards"},
        (COMMERCE[0], OFFICE),
        _at(8, 17, 31),
        _yellow_card,
    ),
    Scene(
        {"zh": "观察员随手报一个问题", "en": "An observer reports what she sees"},
        ("observer.O11",),
        _at(9, 9, 15),
        _observed,
    ),
    Scene(
        {"zh": "绩效办核实，转给所属区镇", "en": "The office verifies it and passes it on"},
        (OFFICE, "contact.T01"),
        _at(9, 10, 0),
        _verified,
    ),
    Scene(
        {"zh": "迟报两天：红牌；补报", "en": "Two days late: a red card, then the figures"},
        COMMERCE,
        _at(10, 9, 5),
        _red_card,
    ),
    Scene(
        {"zh": "第二批报送", "en": "The second wave"},
        (OFFICE,),
        _at(10, 11, 0),
        _second_wave,
    ),
    Scene(
        {"zh": "区镇答复观测问题", "en": "The town answers the observation"},
        ("contact.T01", "observer.O11"),
        _at(11, 9, 0),
        _answered,
    ),
    Scene(
        {"zh": "调休上班的星期六：快报", "en": "A working Saturday: the express ranking"},
        ("leader.1001",),
        _at(12, 9, 5),
        _express,
    ),
    Scene(
        {"zh": "观察员确认是否真的解决", "en": "The observer says whether it is really fixed"},
        ("observer.O11", "contact.T01"),
        _at(14, 9, 0),
        _confirmed,
    ),
    Scene(
        {"zh": "第三批报送", "en": "The third wave"},
        (OFFICE,),
        _at(15, 10, 0),
        _third_wave,
    ),
    Scene(
        {"zh": "一位领导停用了机器人", "en": "A leader blocks the bot"},
        ("leader.1008",),
        _at(16, 9, 0),
        _blocked,
    ),
    Scene(
        {"zh": "最后一批：季度指标和机关指标", "en": "The last wave: quarterly and agency figures"},
        (OFFICE, "contact.JJ12"),
        _at(21, 9, 30),
        _last_wave,
    ),
    Scene(
        {
            "zh": "25日冻结，后两位先听本单位说明",
            "en": "Frozen on the 25th; the bottom two are heard first",
        },
        (OFFICE,),
        _at(25, 17, 31),
        _frozen,
    ),
    Scene(
        {"zh": "被提示的单位说明情况", "en": "A flagged unit replies"},
        (),
        _at(28, 9, 0),
        _heard,
    ),
    Scene(
        {"zh": "绩效办预览后发布月报", "en": "The office previews and releases the month"},
        (OFFICE, "leader.1001"),
        _at(28, 10, 0),
        _released,
    ),
    Scene(
        {"zh": "领导查看排名、卡片和原因", "en": "A leader looks at places, cards and reasons"},
        ("leader.1001",),
        _at(28, 15, 0),
        _leader_asks,
    ),
    Scene(
        {
            "zh": "后两位提示连同说明送达分管领导",
            "en": "The bottom-two alert reaches leaders, reply quoted",
        },
        ("leader.1001",),
        _at(29, 18, 0),
        _alerted,
    ),
    Scene(
        {
            "zh": "审计核验记录链，绩效办查看失联人员",
            "en": "The auditor checks the journal; who cannot be reached",
        },
        ("auditor.1013", OFFICE),
        _at(31, 9, 0),
        _audited,
    ),
)
