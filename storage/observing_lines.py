"""What a line of the tables about observing holds: categories with their terms, ready answers."""

from typing import Annotated, get_args

from pydantic import Field, field_validator, model_validator

from scoring.observation_categories import (
    ANSWER_WORKING_DAYS,
    REVISIT_WEEKS,
    VERIFY_WORKING_DAYS,
    VerifierRule,
    read_questions,
)
from scoring.observation_course import Deed
from storage.city_lines import CityLine, Name

Days = Annotated[int, Field(ge=1, le=90)]
Weeks = Annotated[int, Field(ge=1, le=52)]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,23}$")]  # it stands behind a button


class CategoryLine(CityLine):
    """A line of observation_categories.csv; questions are written "asked=choice|choice; asked"."""

    code: Code
    name: Name
    name_en: Name
    questions: str = ""
    questions_en: str = ""
    verify_days: Days = VERIFY_WORKING_DAYS
    answer_days: Days = ANSWER_WORKING_DAYS
    revisit_weeks: Weeks = REVISIT_WEEKS
    verifier: VerifierRule = "any"

    @model_validator(mode="after")
    def _asks_the_same_in_both(self) -> "CategoryLine":
        read_questions(self.questions, self.questions_en)
        return self


class TemplateLine(CityLine):
    """A line of answer_templates.csv: a ready answer in one deed of the course."""

    deed: str
    name: Annotated[str, Field(min_length=1, max_length=24)]
    text: Annotated[str, Field(min_length=1, max_length=1000)]

    @field_validator("deed")
    @classmethod
    def _is_of_the_course(cls, text: str) -> str:
        if text not in get_args(Deed):
            raise ValueError(f"no deed of the course: {text}")
        return text
