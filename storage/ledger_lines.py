"""What a line of bonus_items.csv and of observation_rules.csv holds, checked on the way in."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from storage.cell_numbers import Number
from storage.city_lines import CityLine, Name

KINDS = {"deduct": "deduction", "加分": "bonus", "扣分": "deduction", "一票否决": "veto"}
SCOPES = {"towns": "town", "agencies": "agency", "区镇": "town", "机关": "agency", "全部": "both"}
YES = {"是": "yes", "否": "no", "true": "yes", "false": "no", "1": "yes", "0": "no"}
Year = Annotated[int, Field(ge=1990, le=2200)]


class ItemLine(CityLine):
    """A line of bonus_items.csv; deductions may be written with or without their minus.

    *second_class* "yes" lets a second class (第二等次) bring half. *levels* are names with points
    of one case, "省级:5|国家级:10". *agency_points* and *agency_cap* are those of agencies.
    *rule* is how its cases are computed, "growth_above_mean:K02".
    """

    code: Name
    name: Name
    kind: Annotated[
        Literal["bonus", "deduction", "veto"], BeforeValidator(lambda text: KINDS.get(text, text))
    ]
    scope: Annotated[
        Literal["town", "agency", "both"], BeforeValidator(lambda text: SCOPES.get(text, text))
    ]
    points: Number
    per: str = ""
    cap: Number | None = None
    unit_of_measure: str = ""
    evidence: str = ""
    monitoring_unit: Name
    note: str = ""
    second_class: Annotated[
        Literal["yes", "no"], BeforeValidator(lambda text: YES.get(str(text).lower(), text))
    ] = "no"
    levels: str = ""
    agency_points: Number | None = None
    agency_cap: Number | None = None
    rule: str = ""
    year: Year | None = None


class ObservationRuleLine(CityLine):
    """A line of observation_rules.csv: what a verified observation of a category costs.

    *counts* "unfixed" ends it once its observer says that it is fixed. *since* is the first day on
    which a verification counts; none is the beginning of the year.
    """

    track: Annotated[
        Literal["town", "agency"], BeforeValidator(lambda text: SCOPES.get(text, text))
    ]
    category: Name
    counts: Literal["verified", "unfixed"]
    points: Annotated[Number, Field(gt=0)]
    cap: Annotated[Number, Field(gt=0)] | None = None
    item: Name
    since: date | None = None
    year: Year | None = None
