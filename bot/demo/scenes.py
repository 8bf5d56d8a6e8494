"""October 2013 as acts: when each begins, who is in it, and what is done."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.demo import ledger_acts as points
from bot.demo import month as acts
from bot.demo.month import COMMERCE, FINANCE, INDUSTRY, OFFICE
from bot.demo.stage import Stage
from bot.sandbox.director import Words
from handlers.texts import CITY_ZONE


@dataclass(frozen=True)
class Scene:
    """One act: its title, its people, the moment it begins, and what is done."""

    title: Words
    who: Sequence[str]
    at: datetime
    play: Callable[[Stage], Awaitable[None]]


def _at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2013, month, day, hour, minute, tzinfo=CITY_ZONE)


SCENES: tuple[Scene, ...] = (
    Scene(
        {
            "zh": "节前提醒：哪些指标节后第一天到期",
            "en": "Before the holiday: what is due right after",
        },
        (COMMERCE[0],),
        _at(30, 9, 5, month=9),
        acts.reminders,
    ),
    Scene(
        {
            "zh": "财政局粘贴两列数，一处单位写错",
            "en": "Finance pastes two columns, one in the wrong unit",
        },
        (FINANCE[0],),
        _at(8, 9, 10),
        acts.finance_pastes,
    ),
    Scene(
        {"zh": "审核人退回，填报人更正重报", "en": "The reviewer sends one back; it is mended"},
        FINANCE,
        _at(8, 9, 30),
        acts.finance_returned,
    ),
    Scene(
        {
            "zh": "审核通过，区镇立即看到自己的数和排名",
            "en": "Released: towns see their figures and places",
        },
        (FINANCE[1], "contact.T07"),
        _at(8, 9, 50),
        acts.finance_released,
    ),
    Scene(
        {"zh": "商务局按编号一条消息报一个月", "en": "Commerce files a month in one message"},
        COMMERCE,
        _at(8, 10, 20),
        acts.commerce_lists,
    ),
    Scene(
        {"zh": "经信委逐个填报", "en": "Industry files one by one"},
        INDUSTRY,
        _at(8, 10, 40),
        acts.industry_steps,
    ),
    Scene(
        {
            "zh": "金港申报加分，附文号和佐证",
            "en": "A town claims points, with document and evidence",
        },
        (points.CLAIMANT,),
        _at(8, 11, 20),
        points.claimed,
    ),
    Scene(
        {"zh": "其他单位报送第一批", "en": "Everybody else files the first wave"},
        (OFFICE,),
        _at(8, 14, 0),
        acts.first_wave,
    ),
    Scene(
        {"zh": "截止时间到：黄牌", "en": "The deadline passes: yellow cards"},
        (COMMERCE[0], OFFICE),
        _at(8, 17, 31),
        acts.yellow_card,
    ),
    Scene(
        {"zh": "观察员随手报一个问题", "en": "An observer reports what she sees"},
        ("observer.O11",),
        _at(9, 9, 15),
        acts.observed,
    ),
    Scene(
        {
            "zh": "绩效办核实转办，次日 9:00 告知区镇",
            "en": "The office verifies it; the town is told the next day at nine",
        },
        (OFFICE, "observer.O11"),
        _at(9, 10, 0),
        acts.verified,
    ),
    Scene(
        {
            "zh": "绩效办对锦丰提出扣分，先听本单位陈述",
            "en": "The office proposes a deduction; the unit is heard first",
        },
        (points.CLERK, points.LOSER),
        _at(9, 10, 20),
        points.deduction_proposed,
    ),
    Scene(
        {
            "zh": "发改委核验，绩效办认定，开始公示",
            "en": "Checked by one, recognised by another, on public notice",
        },
        (points.PLANNING, points.CHIEF),
        _at(9, 10, 40),
        points.checked,
    ),
    Scene(
        {"zh": "迟报两天：红牌；补报", "en": "Two days late: a red card, then the figures"},
        COMMERCE,
        _at(10, 9, 5),
        acts.red_card,
    ),
    Scene(
        {"zh": "第二批报送", "en": "The second wave"},
        (OFFICE,),
        _at(10, 11, 0),
        acts.second_wave,
    ),
    Scene(
        {
            "zh": "锦丰陈述，宣传部核验，认定并公示",
            "en": "The unit answers; checked, recognised, on notice",
        },
        (points.LOSER, points.PRESS, points.CHIEF),
        _at(10, 14, 0),
        points.answered,
    ),
    Scene(
        {"zh": "区镇答复观测问题", "en": "The town answers the observation"},
        ("contact.T01", "observer.O11"),
        _at(11, 9, 0),
        acts.answered,
    ),
    Scene(
        {"zh": "塘桥在公示期内提出异议", "en": "Another town objects while the notice runs"},
        (points.OBJECTOR, points.CHIEF),
        _at(11, 10, 0),
        points.objected,
    ),
    Scene(
        {"zh": "调休上班的星期六：快报", "en": "A working Saturday: the express ranking"},
        ("leader.1001",),
        _at(12, 9, 5),
        acts.express,
    ),
    Scene(
        {
            "zh": "绩效办裁定异议，理由告知各方",
            "en": "The office decides on the objection, with its reason",
        },
        (points.CHIEF, points.OBJECTOR),
        _at(12, 10, 0),
        points.decided,
    ),
    Scene(
        {"zh": "观察员确认是否真的解决", "en": "The observer says whether it is really fixed"},
        ("observer.O11", "contact.T01"),
        _at(14, 9, 0),
        acts.confirmed,
    ),
    Scene(
        {"zh": "第三批报送", "en": "The third wave"},
        (OFFICE,),
        _at(15, 10, 0),
        acts.third_wave,
    ),
    Scene(
        {"zh": "一位领导停用了机器人", "en": "A leader blocks the bot"},
        ("leader.1008",),
        _at(16, 9, 0),
        acts.blocked,
    ),
    Scene(
        {
            "zh": "公示期满，加分扣分生效，台账可查",
            "en": "The notices end: in force, and in the ledger",
        },
        (points.CLAIMANT, points.LOSER),
        _at(17, 9, 0),
        points.in_force,
    ),
    Scene(
        {"zh": "最后一批：季度指标和机关指标", "en": "The last wave: quarterly and agency figures"},
        (OFFICE, "contact.JJ12"),
        _at(21, 9, 30),
        acts.last_wave,
    ),
    Scene(
        {
            "zh": "25日冻结，后两位先听本单位说明",
            "en": "Frozen on the 25th; the bottom two are heard first",
        },
        (OFFICE,),
        _at(25, 17, 31),
        acts.frozen,
    ),
    Scene(
        {"zh": "被提示的单位说明情况", "en": "A flagged unit replies"},
        (),
        _at(28, 9, 0),
        acts.heard,
    ),
    Scene(
        {"zh": "绩效办预览后发布月报", "en": "The office previews and releases the month"},
        (OFFICE, "leader.1001"),
        _at(28, 10, 0),
        acts.released,
    ),
    Scene(
        {"zh": "领导查看排名、卡片和原因", "en": "A leader looks at places, cards and reasons"},
        ("leader.1001",),
        _at(28, 15, 0),
        acts.leader_asks,
    ),
    Scene(
        {
            "zh": "后两位提示连同说明送达分管领导",
            "en": "The bottom-two alert reaches leaders, reply quoted",
        },
        ("leader.1001",),
        _at(29, 18, 0),
        acts.alerted,
    ),
    Scene(
        {
            "zh": "撤销一项扣分须两人：一人提出，一人同意",
            "en": "Revoking takes two: one proposes, another agrees",
        },
        (points.CLERK, points.CHIEF),
        _at(30, 10, 0),
        points.revoked,
    ),
    Scene(
        {
            "zh": "审计核验记录链，绩效办查看失联人员",
            "en": "The auditor checks the journal; who cannot be reached",
        },
        ("auditor.1013", OFFICE),
        _at(31, 9, 0),
        acts.audited,
    ),
)
