"""The answers that are words: nil, not applicable, unchanged."""

from typing import TypeAlias

from handlers.grammar.answers import NoDataSaid, NotApplicableSaid, UnchangedSaid

_NO_DATA = (
    "无|无数据|暂无|暂无数据|没有|没有数据|无发生|未发生|没发生|零报告|本期无|本月无|本月未发生"
    "|nil|none|nodata|nilreport|nothing"
)
_NOT_APPLICABLE = (
    "-|--|---|—|——|———|/|//|\\|不适用|不考核|本期不考核|不涉及|无此项|无此指标|无任务|n/a|na|n.a."
    "|notapplicable"
)
_UNCHANGED = (
    "不变|无变化|没变|没变化|未变|同上月|同上期|同前期|同上|上月数|与上月持平|较上月持平|环比持平|与上月相同"
    "|与上月一致|保持不变|unchanged|same|nochange|asbefore"
)

Word: TypeAlias = NoDataSaid | NotApplicableSaid | UnchangedSaid

_SAID: tuple[tuple[str, Word], ...] = (
    (_NO_DATA, NoDataSaid()),
    (_NOT_APPLICABLE, NotApplicableSaid()),
    (_UNCHANGED, UnchangedSaid()),
)
WORDS = {spelling: said for spellings, said in _SAID for spelling in spellings.split("|")}
"""Every word, folded and without blanks, and what it says."""

_AS_LAST_YEAR = (
    "持平|同比持平|基本持平|与上年持平|与去年持平|与上年同期持平|与去年同期持平|较上年持平"
)
SAME_AS_LAST_YEAR = frozenset(_AS_LAST_YEAR.split("|"))
"""What says "as in the same period of last year"."""


def word(text: str) -> Word | None:
    """Return what a folded text says if it is one of the words.

    >>> word("零报告")
    NoDataSaid()
    """
    tight = "".join(text.split())
    return WORDS.get(tight) or WORDS.get(tight.strip("。.,;、!()"))
