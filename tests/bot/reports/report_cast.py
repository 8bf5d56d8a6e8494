"""Books as a city would fill them: ten towns, thirty-six agencies; ties, gaps and long names."""

from datetime import UTC, datetime
from decimal import Decimal

from handlers.books import (
    Block,
    BlockLine,
    Gain,
    Heading,
    IndicatorLine,
    RankingBook,
    RankLine,
    TrendStep,
    UnitBook,
)

D = Decimal

TOWNS = (
    ("T02", "张家港经济技术开发区(杨舍镇)", "杨舍"),
    ("T04", "塘桥镇", "塘桥"),
    ("T03", "江苏扬子江国际冶金工业园(锦丰镇)", "锦丰"),
    ("T05", "凤凰镇", "凤凰"),
    ("T07", "南丰镇", "南丰"),
    ("T10", "双山岛旅游度假区", "双山"),
    ("T09", "常阴沙现代农业示范园区", "常阴沙"),
    ("T01", "张家港保税区(金港镇)", "金港"),
    ("T06", "乐余镇", "乐余"),
    ("T08", "大新镇", "大新"),
)
AGENCIES = (
    "市发展和改革委员会",
    "市经济和信息化委员会",
    "市商务局",
    "市财政局",
    "市科学技术局",
    "市农业委员会",
    "市水利局",
    "市交通运输局",
    "市住房和城乡建设局",
    "市规划局",
    "市国土资源局",
    "市旅游局",
    "市粮食局",
    "市供销合作总社",
    "市金融工作办公室",
    "市政府国有资产管理办公室",
    "市口岸办公室",
    "市港口管理局",
    "市重点项目建设办公室",
    "市招商局",
    "市农村集体资产管理办公室",
    "市城市投资发展集团有限公司",
    "市直属公有资产经营有限公司",
    "市交通投资有限公司",
    "张家港供电公司",
    "中国人民银行张家港市支行",
    "苏州银监分局张家港监管办事处",
    "张家港农村商业银行",
    "工商银行张家港分行",
    "农业银行张家港分行",
    "中国银行张家港分行",
    "建设银行张家港分行",
    "市邮政局",
    "电信公司张家港分公司",
    "移动公司张家港分公司",
    "苏州市住房公积金管理中心张家港分中心",
)
INDICATORS = (
    ("K01", "地区生产总值", "亿元", 45),
    ("K02", "公共财政预算收入", "亿元", 60),
    ("K03", "税收收入占公共财政预算收入比重", "%", 20),
    ("K04", "全社会固定资产投资", "亿元", 45),
    ("K05", "重大项目年度投资计划完成率", "%", 35),
    ("K06", "规模以上工业总产值", "亿元", 35),
    ("K07", "新兴产业产值占规模以上工业产值比重", "%", 30),
    ("K08", "社会消费品零售总额", "亿元", 30),
    ("K09", "注册外资实际到账", "亿美元", 40),
    ("K10", "进出口总额", "亿美元", 30),
    ("K11", "服务业增加值", "亿元", 40),
    ("K12", "单位地区生产总值能耗下降率", "%", 30),
    ("K13", "农村居民人均纯收入", "元", 30),
    ("K14", "城镇登记失业率", "%", 30),
)
BLOCKS = (
    Block(name="关键绩效指标", full_points=D(500)),
    Block(name="现代化指标", full_points=D(400)),
    Block(name="保障工作指标", full_points=D(100)),
)
AS_OF = datetime(2013, 10, 8, 9, 0, tzinfo=UTC)


def heading(category: str = "", scheme: str = "2013年区镇绩效管理", **given) -> Heading:
    facts = {"coverage_pct": D("94.0"), "invented": True} | given
    return Heading(scheme=scheme, category=category, period="2013-09", as_of=AS_OF, **facts)


def town_ranking(*, own: str = "", blocks: bool = True, **given) -> RankingBook:
    parts = [
        ("478.31", "361.20", "93.50"),
        ("466.90", "352.44", "95.10"),
        ("441.02", "349.87", "91.00"),
        ("430.65", "343.31", "92.25"),
        ("430.65", "343.31", "92.25"),
        ("405.50", "341.08", "88.00"),
        ("404.51", "338.76", "86.40"),
        ("389.17", "330.90", "90.10"),
        ("373.88", "327.45", "84.00"),
        ("354.66", "318.02", "81.35"),
    ]
    places = [1, 2, 3, 4, 4, 6, 7, 8, 9, 10]
    moves = [0, 1, -1, 3, None, 2, -2, -3, 1, -1]
    lines = tuple(
        RankLine(
            unit_code=code,
            unit_name=name,
            place=place,
            score=sum(map(D, part), D(0)),
            rate_pct=sum(map(D, part), D(0)) / 10,
            coverage_pct={"T10": D(48), "T09": D(69)}.get(code, D(94)),
            move=move,
            is_tied=place == 4,
            is_bottom=place >= 9,
            is_own=code == own,
            block_points=tuple(map(D, part)) if blocks else (),
        )
        for (code, name, _), part, place, move in zip(TOWNS, parts, places, moves, strict=True)
    )
    return RankingBook(
        heading=heading(**given),
        full_points=D(1000),
        lines=lines,
        blocks=BLOCKS if blocks else (),
    )


def agency_ranking(*, own: str = "JJ21") -> RankingBook:
    scores = [D("92.40") - D("0.55") * n for n in range(len(AGENCIES) - 1)]
    scores[7] = scores[6]
    scores[33] = scores[34] = D("71.05")
    lines = []
    for n, name in enumerate(AGENCIES):
        score = scores[n] if n < len(scores) else None
        code = f"JJ{n + 1:02}"
        lines.append(
            RankLine(
                unit_code=code,
                unit_name=name,
                place=None if score is None else scores.index(score) + 1,
                score=score,
                rate_pct=score,
                coverage_pct=D(0) if score is None else D(60),
                move=None if n in {5, 35} else (n * 7) % 5 - 2,
                is_tied=scores.count(score) > 1,
                is_bottom=n in {33, 34},
                is_own=code == own,
            )
        )
    return RankingBook(
        heading=heading("经济服务类", "2013年部门绩效管理", coverage_pct=D(60), provisional=True),
        full_points=D(100),
        lines=tuple(lines),
    )


def unit_card() -> UnitBook:
    rows = []
    for n, (code, name, measure, full) in enumerate(INDICATORS):
        got = (D(full) * (D("0.55") + D(n * 37 % 50) / 100)).quantize(D("0.01"))
        state = {10: "missing", 13: "not-applicable"}.get(n, "reported")
        there = state == "reported"
        rows.append(
            IndicatorLine(
                indicator_code=code,
                indicator_name=name,
                got=got if there else None,
                full=D(full),
                value=D("126.02") * (n + 1) if there else None,
                measure=measure,
                completion_pct=D("65.22") + n if there else None,
                state=state,
            )
        )
    rates = ["71.20", "74.85", None, "76.10", "77.33", "76.90", "79.20", "80.02", "86.62"]
    places = [6, 6, None, 5, 5, 7, 6, 7, 4]
    trend = tuple(
        TrendStep(period=f"2013-{n:02}", rate_pct=None if rate is None else D(rate), place=place)
        for n, (rate, place) in enumerate(zip(rates, places, strict=True), 1)
    )
    return UnitBook(
        heading=heading(coverage_pct=D("94.0"), provisional=True),
        unit_code="T05",
        unit_name="凤凰镇",
        full_points=D(1000),
        place=4,
        of=10,
        score=D("866.21"),
        rate_pct=D("86.62"),
        move=3,
        gap_up=D("15.68"),
        gap_down=D("31.63"),
        firm=False,
        is_tied=True,
        blocks=(
            BlockLine(name="关键绩效指标", got=D("430.65"), full=D(500)),
            BlockLine(name="现代化指标", got=D("343.31"), full=D(400)),
            BlockLine(name="保障工作指标", got=D("92.25"), full=D(100)),
            BlockLine(name="加分", got=None, full=D(20)),
        ),
        trend=trend,
        gains=(
            Gain(
                indicator_code="K09",
                indicator_name="注册外资实际到账",
                lost=D("18.40"),
                got=D("21.60"),
                full=D(40),
            ),
            Gain(
                indicator_code="K07",
                indicator_name="新兴产业产值占规模以上工业产值比重",
                lost=D("9.75"),
                got=D("20.25"),
                full=D(30),
            ),
            Gain(
                indicator_code="K02",
                indicator_name="公共财政预算收入",
                lost=D("6.10"),
                got=D("53.90"),
                full=D(60),
            ),
        ),
        indicators=tuple(rows),
        waiting=2,
    )
