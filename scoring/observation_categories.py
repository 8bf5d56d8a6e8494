"""Categories of observations (观测类别): their own questions, clocks and verifier rule, as data."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

VerifierRule: TypeAlias = Literal["any", "turn"]
"""Who verifies: whoever of the office comes first, or the next in turn, assigned at once."""

VERIFY_WORKING_DAYS = 3
ANSWER_WORKING_DAYS = 10
REVISIT_WEEKS = 4
"""No terms of the city are published: ten working days are the term for a plan of rectification,
four weeks are when FixMyStreet asks whether it is really fixed."""


@dataclass(frozen=True)
class InBoth:
    """A text in both languages."""

    zh: str
    en: str


@dataclass(frozen=True)
class Question:
    """One question of a category; without *choices* it is answered in words."""

    asked: InBoth
    choices: tuple[InBoth, ...] = ()


@dataclass(frozen=True)
class Category:
    """What kinds of things are observed: days are working days, weeks are those until 回访."""

    code: str
    name: InBoth
    questions: tuple[Question, ...] = ()
    verify_days: int = VERIFY_WORKING_DAYS
    answer_days: int = ANSWER_WORKING_DAYS
    revisit_weeks: int = REVISIT_WEEKS
    verifier: VerifierRule = "any"


BUILT_IN: tuple[Category, ...] = (
    Category("sanitation", InBoth("环境卫生", "Cleanliness")),
    Category("service_desk", InBoth("窗口服务", "Service counters")),
    Category("works", InBoth("工程项目", "Construction projects")),
    Category("illegal_building", InBoth("违法建设", "Illegal building")),
    Category("hazard", InBoth("安全隐患", "Safety hazards")),
    Category("conduct", InBoth("作风效能", "Conduct and efficiency")),
    Category("other", InBoth("其他", "Other")),
)
"""What a city has that has brought none of its own."""


class QuestionsError(ValueError):
    """A list of questions that cannot be read, or differs in its two languages."""


def read_questions(zh: str, en: str) -> tuple[Question, ...]:
    """Return the questions written as "asked=choice|choice; asked", the same in both languages.

    Raises QuestionsError where there is not one for the other.

    >>> read_questions("堆了多久=今天|几天; 有无异味", "How long=Today|Days; Any smell")[0].choices
    (InBoth(zh='今天', en='Today'), InBoth(zh='几天', en='Days'))
    >>> read_questions("堆了多久", "")
    Traceback (most recent call last):
    scoring.observation_categories.QuestionsError: 1 questions in one language, 0 in the other
    """
    here, there = _parts(zh), _parts(en)
    if len(here) != len(there):
        raise QuestionsError(f"{len(here)} questions in one language, {len(there)} in the other")
    found: list[Question] = []
    for (asked, choices), (asked_en, choices_en) in zip(here, there, strict=True):
        if not asked or not asked_en or len(choices) != len(choices_en):
            raise QuestionsError(f"{asked!r} and {asked_en!r} do not offer the same choices")
        both = tuple(InBoth(*each) for each in zip(choices, choices_en, strict=True))
        found.append(Question(InBoth(asked, asked_en), both))
    return tuple(found)


def _parts(text: str) -> list[tuple[str, list[str]]]:
    parts = [part.partition("=") for part in text.replace("；", ";").split(";") if part.strip()]
    return [
        (asked.strip(), [each.strip() for each in choices.split("|") if each.strip()])
        for asked, _, choices in parts
    ]
