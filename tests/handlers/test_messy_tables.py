"""Tables as offices really keep them, sent to the chat: read where certain, asked where not.

What is read is filed to the digit; whatever could be meant in two ways is never taken silently.
"""

import pytest
import sheets
from past_figures import SEPTEMBER
from rough_hands import bugs

from storage import readings

HEAD = ["单位", "公共财政预算收入（亿元）"]
TOWNS = (("金港", "T01"), ("杨舍", "T02"), ("锦丰", "T03"), ("塘桥", "T04"))
RIGHT = {"T01": "48.2", "T02": "55", "T03": "28", "T04": "17"}
PLAIN = [["金港", 48.2], ["杨舍", 55], ["锦丰", 28], ["塘桥", 17]]


def csv(rows, **how):
    return sheets.csv(rows, **how)


CERTAIN = {
    "title and note rows": sheets.xlsx(
        [["2013年9月财政收入完成情况表"], ["填报单位：市财政局", "2013-10-08"], HEAD, *PLAIN,
         ["注：本表为快报数。"], ["制表：林晓燕", "审核：周建平"]]
    ),
    "merged two-level heads": sheets.xlsx(
        [["单位", "公共财政预算收入", None, None],
         [None, "1-9月累计（亿元）", "上年同期", "同比增长%"],
         ["金港", 48.2, 40, 20.5], ["杨舍", 55, 50, 10],
         ["锦丰", 28, 25, 12], ["塘桥", 17, 16, 6.3]],
        merged=("B1:D1", "A1:A2"),
    ),
    "the day it was made": sheets.xlsx(
        [["公共财政预算收入"], ["单位：亿元", "2013年10月8日"], ["区镇", "1-9月累计"], *PLAIN]
    ),
    "towns across the top": sheets.xlsx(
        [["指标", "金港", "杨舍", "锦丰", "塘桥"], ["公共财政预算收入（亿元）", 48.2, 55, 28, 17]]
    ),
    "ten thousands in the head": sheets.xlsx(
        [["单位", "公共财政预算收入（万元）"], ["金港", 482000], ["杨舍", 550000], ["锦丰", 280000],
         ["塘桥", 170000]]
    ),
    "a measure above the table": sheets.xlsx(
        [["公共财政预算收入"], ["单位：万元"], ["区镇", "1-9月累计"], ["金港", 482000],
         ["杨舍", 550000], ["锦丰", 280000], ["塘桥", 170000]]
    ),
    "footnote marks": sheets.xlsx(
        [HEAD, ["金港", "48.2*"], ["杨舍", "55①"], ["锦丰", "28"], ["塘桥", "17"], ["*含保税区"]]
    ),
    "full-width digits": sheets.xlsx(
        [HEAD, ["金港", "４８．２"], ["杨舍", "５５"], ["锦丰", "２８"], ["塘桥", "１７"]]
    ),
    "another order and other names": sheets.xlsx(
        [HEAD, ["塘桥镇", 17], ["冶金园", 28], ["保税区", 48.2], ["经开区", 55]]
    ),
    "spaces within the names": sheets.xlsx(
        [HEAD, ["金　港", 48.2], ["杨 舍", 55], ["锦　丰", 28], ["塘 桥", 17]]
    ),
    "a total, never filed": sheets.xlsx([HEAD, *PLAIN, ["合计", 148.2]]),
    "numbered lines": sheets.xlsx(
        [["序号", *HEAD], *([n, *row] for n, row in enumerate(PLAIN, start=1))]
    ),
    "columns nobody asked for": sheets.xlsx(
        [[*HEAD, "联系人", "电话"], *([*row, "张三", "58123456"] for row in PLAIN)]
    ),
    "thousands separators": csv(
        [["单位", "公共财政预算收入（万元）"], ["金港", "482,000"], ["杨舍", "550,000"],
         ["锦丰", "280,000"], ["塘桥", "170,000"]]
    ),
    "csv of an old Excel": csv([HEAD, *PLAIN], encoding=sheets.GB18030),
    "csv with a mark in front": b"\xef\xbb\xbf" + csv([HEAD, *PLAIN]),
    "csv with tabs": csv([HEAD, *PLAIN], separator="\t", encoding="utf-16"),
    "lines that end in CR": csv([HEAD, *PLAIN], end="\r"),
    "an open document": sheets.ods([HEAD, *PLAIN]),
    "an old workbook": sheets.xls([HEAD, *PLAIN]),
    "measures beside the figures": sheets.xlsx(
        [["单位", "公共财政预算收入"], ["金港", "48.2亿元"], ["杨舍", "55亿元"], ["锦丰", "28亿"],
         ["塘桥", "170000万元"]]
    ),
}  # fmt: skip
"""Files that can be read in one way only, and all say the same."""


@pytest.mark.parametrize("name", CERTAIN)
async def test_what_is_certain_is_read_to_the_digit(house, cast, name):
    shown = await cast.reporter.sends_document("财政.xlsx", content=CERTAIN[name])
    assert "金港　— → 48.2" in shown
    await hand_in(cast.reporter)
    assert await filed(house) == RIGHT
    assert await bugs(house) == []


ASKED = {
    "shares as fractions": (
        [["单位", "税收收入占公共财政预算收入比重（%）"], ["金港", 0.86], ["杨舍", 0.85],
         ["锦丰", 0.87]],
        "86",
    ),
    "no indicator at all": ([["单位", "1-9月累计"], *PLAIN], "哪一项指标"),
    "two columns of one indicator": (
        [["单位", "公共财政预算收入", "公共财政预算收入"], ["金港", 48.2, 47]], "公共财政预算收入",
    ),
    "only the month alone": ([["单位", "公共财政预算收入（9月当月）"], ["金港", 5.2]], "当月"),
    "another month": ([["单位", "公共财政预算收入（1-8月累计）"], ["金港", 43]], "2013年8月"),
    "a comma that may be a point": ([HEAD, ["金港", "1,5"]], "1,5"),
    "about": ([HEAD, ["金港", "约48"]], "约48"),
    "a date": ([HEAD, ["金港", "……"]], "……"),
    "an unknown town": ([HEAD, *PLAIN, ["新庄", 3]], "新庄"),
    "one town twice": ([HEAD, ["金港", 48.2], ["金港镇", 47]], "同一单位填了两次"),
}  # fmt: skip
"""Tables with something that could be meant in two ways, and what the answer names."""


@pytest.mark.parametrize("name", ASKED)
async def test_what_is_not_certain_is_named_and_never_guessed(house, cast, name):
    rows, named = ASKED[name]
    shown = await cast.reporter.sends_document("表.xlsx", content=sheets.xlsx(rows, name="S1"))
    assert named in shown
    assert await filed(house) == {}
    assert await bugs(house) == []


async def test_nil_and_a_dash_and_an_empty_cell_stay_three_things(house, cast):
    rows = [HEAD, ["金港", "无"], ["杨舍", "—"], ["锦丰", None], ["塘桥", 0]]
    shown = await cast.reporter.sends_document("表.xlsx", content=sheets.xlsx(rows))
    assert "金港　— → 无数据" in shown
    assert "塘桥　— → 0" in shown
    assert "锦丰　— →" not in shown
    assert "缺 " in shown


async def hand_in(reporter):
    if reporter.panel.key("explain"):
        await reporter.taps("explain")
        while reporter.panel.key("ready"):
            await reporter.taps("ready")
    assert "已提交审核" in await reporter.taps("file")


async def filed(house):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        found = {}
        for column in await readings.filings_of_period(conn, SEPTEMBER):
            for each in await readings.readings_of(conn, column.id):
                found[city.unit(each.unit_id).code] = f"{each.value.normalize():f}"
        return found
