"""What people do in October 2013: September is reported, reviewed, ranked, frozen, released.

Every act is done by people in their chats; an act is over when its effect is to be seen there.
"""

from collections.abc import Sequence

from bot.demo import september
from bot.demo.snapshot import snapshot
from bot.demo.stage import PlayError, Stage

OFFICE = "office.1011"
FINANCE = ("reporter.JJ04", "reviewer.JJ04")
COMMERCE = ("reporter.JJ03", "reviewer.JJ03")
INDUSTRY = ("reporter.JJ02", "reviewer.JJ02")
REASONS_MAX = 40
PLANTED_MAX = 4


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
    if not stage.newest_has(reporter, "file:"):  # its evidence is compulsory
        await stage.taps(reporter, "evidence:")
        await stage.sends_photo(reporter, snapshot(), "监测报告")
        await stage.taps(reporter, "look:")
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


async def reminders(stage: Stage) -> None:
    stage.sees(COMMERCE[0], "K09")
    await stage.says(COMMERCE[0], "/start")
    await stage.says(COMMERCE[0], "/help")


async def finance_pastes(stage: Stage) -> None:
    reporter = FINANCE[0]
    columns, names = september.september(), _names(stage)
    await stage.says(reporter, "填报")
    text = "\n".join(september.pasted(code, columns[code], names) for code in ("K02", "K03"))
    await stage.says(reporter, text)
    stage.sees(reporter, "6.16")
    await _hand_in(stage, reporter)


async def finance_returned(stage: Stage) -> None:
    reporter, reviewer = FINANCE
    await stage.says(reviewer, "审核")
    await stage.taps(reviewer, "m:return:")
    await stage.says(reviewer, "请再核对凤凰的数")
    code = "K02" if "公共财政预算收入" in stage.sees(reporter, "被退回").text else "K03"
    await stage.taps(reporter, "m:file:", contains="被退回")
    await stage.says(reporter, f"{code}\n凤凰 5.68 5.36" if code == "K02" else "K03\n凤凰 88.6")
    await _hand_in(stage, reporter)


async def finance_released(stage: Stage) -> None:
    await _release(stage, FINANCE[1])
    for town in ("contact.T01", "contact.T07"):
        stage.sees(town, "您的数据" if stage.actor(town).lang == "zh" else "Your figures")
    await stage.says("contact.T07", "排名")
    stage.sees("contact.T07", "南丰")
    await stage.says("contact.T07", "本单位")
    stage.sees_picture("contact.T07")


async def commerce_lists(stage: Stage) -> None:
    reporter, reviewer = COMMERCE
    cells = september.september()["K09"]
    await stage.says(reporter, "填报")
    await stage.taps(reporter, "pick:", label="K09")
    answers = " ".join(f"{number}={cell.value}" for number, cell in enumerate(cells, start=1))
    await stage.says(reporter, answers)
    await _hand_in(stage, reporter)
    await _release(stage, reviewer)


async def industry_steps(stage: Stage) -> None:
    reporter, reviewer = INDUSTRY
    cells = september.september()["K04"]
    await stage.says(reporter, "填报")
    await stage.taps(reporter, "pick:", label="K04")
    await stage.taps(reporter, "each:")
    for cell in cells:
        await stage.says(reporter, cell.value)
    await _hand_in(stage, reporter)
    await _release(stage, reviewer)


async def first_wave(stage: Stage) -> None:
    await _everybody_files(stage, 8)


async def yellow_card(stage: Stage) -> None:
    stage.sees(COMMERCE[0], "黄牌")
    await stage.says(OFFICE, "/office")
    await stage.says(OFFICE, "/late")
    stage.sees(OFFICE, "K11")


async def observed(stage: Stage) -> None:
    observer = "observer.O11"
    await stage.says(observer, "观测")
    await stage.taps(observer, "unit:")
    await stage.taps(observer, "category:")
    await stage.taps(observer, "choose:")
    await stage.says(observer, "村口垃圾三天没有清运，附近有异味。")
    await stage.sends_photo(observer, snapshot(), "村口垃圾点")
    await stage.taps(observer, "submit:")
    stage.sees(observer, "G-2013")


async def verified(stage: Stage) -> None:
    await stage.taps(OFFICE, "m:observation:")
    await stage.taps(OFFICE, "m:verify:")
    await stage.taps(OFFICE, "at-once:")
    stage.sees("observer.O11", "已核实")


async def answered(stage: Stage) -> None:
    # The unit was told at nine o'clock of the day after, as always.
    stage.sees("contact.T01", "G-2013")
    await stage.taps("contact.T01", "m:answer-observation:")
    await stage.says("contact.T01", "已于今天上午清运完毕，并增加每日巡查。")
    await stage.taps("contact.T01", "submit:")
    stage.sees("observer.O11", "清运完毕")


async def confirmed(stage: Stage) -> None:
    await stage.taps("observer.O11", "m:confirm-fixed:", label="已解决")
    await stage.taps("observer.O11", "fixed:")


async def red_card(stage: Stage) -> None:
    stage.sees(COMMERCE[0], "🟥")
    stage.sees(COMMERCE[1], "🟥")
    await stage.says(COMMERCE[0], "/file")
    await stage.taps(COMMERCE[0], "pick:", label="K11")
    columns, names = september.september(), _names(stage)
    await stage.says(COMMERCE[0], september.pasted("K11", columns["K11"], names))
    await _hand_in(stage, COMMERCE[0])
    stage.sees(COMMERCE[0], "迟报")
    await _release(stage, COMMERCE[1])


async def second_wave(stage: Stage) -> None:
    await _everybody_files(stage, 10)


async def express(stage: Stage) -> None:
    stage.sees("leader.1001", "快报")


async def third_wave(stage: Stage) -> None:
    await _everybody_files(stage, 15)


async def blocked(stage: Stage) -> None:
    stage.heard(stage.actor("leader.1008").name, "🚫")
    stage.world.block(stage.actor("leader.1008").user_id)
    await stage.settle()


async def last_wave(stage: Stage) -> None:
    await _everybody_files(stage, 31)
    await stage.says("contact.JJ12", "排名")
    await stage.says("contact.JJ12", "为什么")


async def frozen(stage: Stage) -> None:
    stage.sees(OFFICE, "冻结")
    await stage.says(FINANCE[0], "/file K02 金港 30")
    stage.sees(FINANCE[0], "🔒")


async def heard(stage: Stage) -> None:
    flagged = stage.with_button("contact.", "m:answer-alert:")
    if not flagged:
        raise PlayError("no unit was told that it is in the bottom two")
    await stage.taps(flagged[0], "m:answer-alert:", label="说明")
    await stage.says(flagged[0], "本单位两个重点项目十月集中入库，当月数据将明显回升。")
    await stage.taps(flagged[0], "send:")


async def released(stage: Stage) -> None:
    await stage.says(OFFICE, "发布")
    await stage.taps(OFFICE, "m:release-now:2013-09.")
    stage.sees_picture("leader.1001")
    stage.sees_picture("contact.T01")
    stage.sees_in_channel()


async def leader_asks(stage: Stage) -> None:
    await stage.says("leader.1001", "排名 执法")
    await stage.says("leader.1001", "单位 大新")
    stage.sees_picture("leader.1001")
    await stage.says("leader.1001", "为什么 大新")
    await stage.says("leader.1001", "排名 2013-09 @2013-10-12")
    stage.sees("leader.1001", "时所知")


async def alerted(stage: Stage) -> None:
    stage.sees("leader.1001", "后两位")


async def audited(stage: Stage) -> None:
    await stage.says("auditor.1013", "/audit")
    stage.sees("auditor.1013", "完整")
    await stage.says(OFFICE, "未送达")
    await stage.says(OFFICE, "人员")
    stage.sees(OFFICE, stage.actor("leader.1008").name)
