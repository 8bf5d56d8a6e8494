"""The ten towns and a few indicators, as the grammar sees them."""

from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Town:
    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    code: str
    name: str
    unit_of_measure: str


def _town(code, name, short_name, aliases):
    return Town(code, name, short_name, tuple(aliases.split("|")))


TOWNS = (
    _town("T01", "张家港保税区(金港镇)", "金港", "金港|金港镇|保税区|张家港保税区|保税港区"),
    _town(
        "T02", "张家港经济技术开发区(杨舍镇)", "杨舍", "杨舍|杨舍镇|经开区|开发区|经济技术开发区"
    ),
    _town("T03", "江苏扬子江国际冶金工业园(锦丰镇)", "锦丰", "锦丰|锦丰镇|冶金园|冶金工业园"),
    _town("T04", "塘桥镇", "塘桥", "塘桥|塘桥镇"),
    _town("T05", "凤凰镇", "凤凰", "凤凰|凤凰镇"),
    _town("T06", "乐余镇", "乐余", "乐余|乐余镇"),
    _town("T07", "南丰镇", "南丰", "南丰|南丰镇"),
    _town("T08", "大新镇", "大新", "大新|大新镇"),
    _town("T09", "常阴沙现代农业示范园区", "常阴沙", "常阴沙|常阴沙农场|农业示范园区"),
    _town("T10", "双山岛旅游度假区", "双山", "双山|双山岛|旅游度假区"),
)
INDICATORS = (
    Measure("K03", "税收收入占公共财政预算收入比重", "%"),
    Measure("K09", "实际利用外资(到账外资)", "亿美元"),
    Measure("K10", "进出口总额", "亿美元"),
    Measure("K11", "引进内资注册资本", "亿元"),
    Measure("K12", "社会消费品零售总额", "亿元"),
    Measure("K14", "单位GDP能耗下降率", "%"),
)


@pytest.fixture(scope="session")
def towns():
    return TOWNS


@pytest.fixture(scope="session")
def indicators():
    return INDICATORS
