"""The people of the demo city: every name is put together by dice, none is anybody's."""

import random
from collections.abc import Iterator, Mapping, Sequence

SEED = "jixiao-people"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文"
)
GIVEN = [
    "晓燕",
    "建国",
    "志强",
    "雪梅",
    "文彬",
    "丽华",
    "国平",
    "春霞",
    "卫东",
    "亚萍",
    "海涛",
    "玉兰",
    "振宇",
    "静怡",
    "立新",
    "秀英",
    "明辉",
    "婷",
    "凯",
    "佳琪",
    "宏伟",
    "月琴",
    "少华",
    "敏",
    "永康",
    "芳",
    "家豪",
    "雅静",
    "德明",
    "珊",
    "学军",
    "若琳",
    "正阳",
    "兰芳",
    "一鸣",
    "慧",
    "泽宇",
    "红梅",
    "伟民",
    "思源",
    "俊",
    "颖",
    "长青",
    "晨曦",
    "守成",
    "锦秀",
    "启航",
    "素珍",
    "浩然",
    "彩云",
]
ENGLISH_SPEAKERS = frozenset({1024, 1052, 1106})

CONTACT_AGENCIES = [
    "JJ03",
    "JJ12",
    "JJ14",
    "ZF01",
    "ZF20",
    "ZF24",
    "SH01",
    "SH09",
    "SH10",
    "ZH25",
    "ZH18",
    "ZH30",
]
LEADERS = (
    ("市委书记", ""),
    ("市委副书记、市长", ""),
    ("市委副书记", "综合服务类"),
    ("市委常委、常务副市长", "经济服务类"),
    ("市委常委、政法委书记", "执法服务类"),
    ("副市长（分管社会事业）", "社会事业服务类"),
    ("市委常委、副市长（分管工业和开发区）", "T01|T02|T03"),
    ("副市长（分管农业和镇村）", "T04|T05|T06|T07|T08|T09|T10"),
)

Row = dict[str, str]


def names() -> Iterator[str]:
    """Yield full names, each once, always in the same order."""
    dice = random.Random(SEED)  # noqa: S311 - a demo's dice
    seen: set[str] = set()
    while True:
        name = dice.choice(SURNAMES) + dice.choice(GIVEN)
        if name not in seen:
            seen.add(name)
            yield name


def people(
    units: Mapping[str, str], points: Sequence[Mapping[str, str]], monitoring: Sequence[str]
) -> list[Row]:
    """Return the rows of people.csv; *units* are short names under codes."""
    name = names()
    rows = [
        _row(name, title, "leader", user, unit=assigned)
        for user, (title, assigned) in enumerate(LEADERS, start=1001)
    ]
    rows += [_row(name, "市绩效管理委员会委员", "committee", user) for user in (1009, 1010)]
    head = _row(name, "市绩效办主任", "office", 1011, unit="PMO")
    clerk = _row(name, "市绩效办科员", "office", 1012, unit="PMO")
    rows += [head, clerk, {**clerk, "role": "reporter"}, {**head, "role": "reviewer"}]
    rows.append(_row(name, "市审计局审计员", "auditor", 1013))
    rows += _contacts(name, units)
    for user, point in enumerate(points, start=1051):
        row = _row(name, f"{point['name']}观察员", "observer", user)
        rows.append({**row, "point_code": point["code"]})
    rows += _monitors(name, units, monitoring)
    joined = {row["unit_code"] for row in rows if row["role"] == "contact"}
    rows += [
        _row(name, f"{short}联络员", "contact", None, unit=code)
        for code, short in units.items()
        if code not in joined and code != "PMO"
    ]
    return rows


def _contacts(name: Iterator[str], units: Mapping[str, str]) -> list[Row]:
    towns = [code for code in units if code.startswith("T")]
    known = [*zip(range(1021, 1031), towns, strict=True)]
    known += zip(range(1031, 1043), CONTACT_AGENCIES, strict=True)
    return [_row(name, f"{units[c]}联络员", "contact", user, unit=c) for user, c in known]


def _monitors(
    name: Iterator[str], units: Mapping[str, str], monitoring: Sequence[str]
) -> list[Row]:
    rows: list[Row] = []
    user = 1101
    for code in monitoring:
        if code == "PMO":  # The office's own clerk reports, its head releases.
            continue
        rows.append(_row(name, f"{units[code]}报送员", "reporter", user, unit=code))
        rows.append(_row(name, f"{units[code]}审核人", "reviewer", user + 1, unit=code))
        user += 2
    return rows


def _row(name: Iterator[str], title: str, role: str, user: int | None, *, unit: str = "") -> Row:
    return {
        "name": next(name),
        "title": title,
        "role": role,
        "unit_code": unit,
        "point_code": "",
        "lang": "en" if user in ENGLISH_SPEAKERS else "zh",
        "user_id": "" if user is None else str(user),
    }
