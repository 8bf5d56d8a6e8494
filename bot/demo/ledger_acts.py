"""What happens on the ledger in October: a claim, a deduction, an objection, a revocation."""

from bot.demo.snapshot import snapshot
from bot.demo.stage import Stage

CHIEF, CLERK = "office.1011", "office.1012"
CLAIMANT, LOSER, OBJECTOR = "contact.T01", "contact.T03", "contact.T04"
PLANNING, PRESS = "reviewer.JJ01", "reviewer.ZH07"


async def claimed(stage: Stage) -> None:
    await stage.says(CLAIMANT, "申报加分")
    await stage.taps(CLAIMANT, "item:", label="B04")
    await stage.taps(CLAIMANT, "cases:", label="1")
    await stage.says(CLAIMANT, "总投资12亿元的内资产业项目9月开工（演示）")
    await stage.says(CLAIMANT, "演示〔2013〕28号")
    await stage.sends_photo(CLAIMANT, snapshot(), "开工现场")
    await stage.taps(CLAIMANT, "next")
    stage.sees(CLAIMANT, "+4 分")
    await stage.taps(CLAIMANT, "submit")
    stage.sees(CLAIMANT, "已申报")


async def deduction_proposed(stage: Stage) -> None:
    await stage.says(CLERK, "提出扣分 锦丰")
    await stage.taps(CLERK, "item:", label="X06")
    await stage.taps(CLERK, "level:0")
    await stage.taps(CLERK, "cases:", label="1")
    await stage.says(CLERK, "省台曝光沿江码头扬尘，已查实（演示）")
    await stage.says(CLERK, "演示〔2013〕30号")
    await stage.taps(CLERK, "next")
    await stage.taps(CLERK, "submit")
    stage.sees(LOSER, "请办理")


async def checked(stage: Stage) -> None:
    await stage.taps(PLANNING, "m:ledger-entry:", contains="B04")
    await stage.taps(PLANNING, "m:check-entry:")
    await stage.taps(CHIEF, "m:ledger-entry:", contains="B04")
    stage.sees(CHIEF, "如认定生效")
    await stage.taps(CHIEF, "m:recognise-entry:")
    stage.sees(OBJECTOR, "Public notice")


async def answered(stage: Stage) -> None:
    await stage.taps(LOSER, "m:ledger-entry:", contains="X06")
    await stage.taps(LOSER, "m:answer-entry:", label="陈述")
    await stage.says(LOSER, "码头已全部加装喷淋，曝光当日即停工整改。")
    await stage.taps(LOSER, "submit")
    await stage.taps(PRESS, "m:ledger-entry:", contains="X06")
    await stage.taps(PRESS, "m:check-entry:")
    await stage.taps(CHIEF, "m:ledger-entry:", contains="X06")
    await stage.taps(CHIEF, "m:recognise-entry:")
    stage.sees_in_channel()


async def objected(stage: Stage) -> None:
    await stage.taps(OBJECTOR, "m:answer-entry:", contains="B04", label="Object")
    await stage.says(OBJECTOR, "The project has a permit, but no foundation has been laid yet.")
    await stage.taps(OBJECTOR, "submit")
    stage.sees(CHIEF, "有异议")


async def decided(stage: Stage) -> None:
    await stage.taps(CHIEF, "m:ledger-entry:", contains="B04")
    await stage.taps(CHIEF, "m:answer-entry:", label="异议不成立")
    await stage.says(CHIEF, "已到现场核实，桩基施工中，附照片备查。")
    stage.sees(OBJECTOR, "Objection dismissed")


async def in_force(stage: Stage) -> None:
    stage.sees(CLAIMANT, "生效")
    stage.sees(OBJECTOR, "in force")
    await stage.says(CLAIMANT, "台账")
    stage.sees(CLAIMANT, "加分 +4")
    await stage.says(LOSER, "台账")
    stage.sees(LOSER, "扣分 -3")


async def revoked(stage: Stage) -> None:
    await stage.says(CLERK, "台账 大新")
    await stage.taps(CLERK, "m:ledger-entry:")
    await stage.taps(CLERK, "m:answer-entry:", label="提出撤销")
    await stage.says(CLERK, "演示〔2013〕41号")
    await stage.says(CLERK, "复核认定整改在延长的期限内完成")
    await stage.taps(CHIEF, "m:ledger-entry:", contains="X09")
    await stage.taps(CHIEF, "m:revoke-entry:")
    stage.sees("contact.T08", "撤销，自今日起不再计分")
