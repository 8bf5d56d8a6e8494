"""Observations from before the play begins: what people saw in the summer, and what came of it.

Invented like everything else of the city. All of them have ended, so that nobody waits for an
answer when the play begins; they fill the report and the heat table of the third quarter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City, CityShelf
from scoring.observation_course import State
from storage import observations, people, points, units
from storage.observations import EventKind

Side: TypeAlias = Literal["observer", "office", "unit", "clock"]


@dataclass(frozen=True)
class Step:
    """One step: what, where it leads, by which side, and how many working days after the last."""

    kind: EventKind
    target: State
    by: Side
    after: int
    said: str | None = None


VERIFIED = (
    Step("verified", "verified", "office", 1, "已到现场查看，情况属实。"),
    Step("dispatched", "dispatched", "office", 0),
)
CLEARED = Step("answered", "answered", "unit", 3, "已清理完毕，并列入每日巡查。")
CLEARED_LATE = Step("answered", "answered", "unit", 14, "已修复，恢复正常使用。")
STILL_FIXED = (
    Step("fixed", "fixed", "observer", 2),
    Step("asked_again", "revisit", "clock", 20),
    Step("still_fixed", "lasting", "observer", 2),
)
NOT_YET = Step("not_fixed", "not_fixed", "observer", 2)

COURSES: Mapping[str, Sequence[Step]] = {
    "lasting": (*VERIFIED, CLEARED, *STILL_FIXED),
    "late": (*VERIFIED, CLEARED_LATE, *STILL_FIXED),
    "twice": (*VERIFIED, CLEARED, NOT_YET, CLEARED, *STILL_FIXED),
    "silent": (*VERIFIED, CLEARED, Step("lapsed", "unconfirmed", "clock", 10)),
    "unfixed": (
        *VERIFIED,
        Step("declined", "declined", "unit", 4, "涉及跨镇河道，待统一整治时一并处理。"),
        Step("accepted", "closed", "observer", 2),
    ),
    "untrue": (
        Step("refuted", "refuted", "office", 2, "已到现场查看，没有发现所反映的情况。"),
        Step("accepted", "dismissed", "observer", 1),
    ),
    "overturned": (
        *VERIFIED,
        Step("unit_contested", "unit_contests", "unit", 3, "该处不属本镇管辖。"),
        Step("refuted", "dismissed", "office", 4, "经复核，该处确不属该镇管辖。"),
    ),
}
"""How an observation goes, by the name of its ending."""

SAID: Mapping[str, str] = {
    "sanitation": "路边垃圾几天没有清运（演示）",
    "works": "道路施工围挡占道，夜间没有警示灯（演示）",
    "hazard": "河边护栏缺了一段（演示）",
    "service_desk": "窗口排队时间长（演示）",
}

SEEN: Sequence[tuple[str, str, str, Sequence[str]]] = (
    ("O11", "T01", "sanitation", ("lasting", "lasting", "late", "twice", "silent", "unfixed")),
    ("O18", "T01", "works", ("lasting", "late", "lasting", "untrue", "lasting", "lasting")),
    ("O12", "T02", "sanitation", ("lasting", "lasting", "lasting", "lasting", "twice", "untrue")),
    ("O17", "T02", "works", ("lasting", "late")),
    ("O03", "T03", "works", ("late", "late", "unfixed", "lasting", "twice", "overturned")),
    ("O13", "T04", "sanitation", ("lasting", "lasting", "silent", "lasting", "lasting")),
    ("O14", "T05", "hazard", ("lasting", "lasting")),
    ("O15", "T06", "sanitation", ("lasting", "untrue", "late")),
    ("O16", "T08", "sanitation", ("late", "unfixed", "late", "twice", "lasting", "late")),
    ("O16", "T08", "works", ("late", "unfixed", "lasting")),
    ("O20", "ZH27", "service_desk", ("lasting", "lasting", "untrue", "lasting", "lasting")),
)
"""Where, of which unit, of which kind, and how each of them ended."""

BEGINS = date(2013, 7, 1)
APART = 3
"""Each unit's observations of a kind are so many working days apart."""
CHIEF = 1011


async def enter(conn: AsyncConnection) -> None:
    """Put the observations of the summer on file, every step at its moment."""
    city = await CityShelf().take(conn, BEGINS)
    unit_ids = {each.code: each.id for each in await units.all_units(conn)}
    points_by_code = {each.code: each.id for each in await points.all_points(conn)}
    people_ids = {each.user_id: each.id for each in await people.everybody(conn)}
    for number, (point, unit, category, endings) in enumerate(SEEN):
        point_id, unit_id = points_by_code[point], unit_ids[unit]
        observer = (await people.with_role(conn, "observer", point_id=point_id))[0].id
        contacts = await people.with_role(conn, "contact", unit_id)
        who: dict[Side, int | None] = {
            "observer": observer,
            "office": people_ids[CHIEF],
            "unit": contacts[0].id if contacts else None,
            "clock": None,
        }
        for index, ending in enumerate(endings):
            day = city.calendar.shifted(BEGINS, number % APART + index * APART)
            found = await observations.add(
                conn,
                year=day.year,
                observer_id=observer,
                point_id=point_id,
                unit_id=unit_id,
                category=category,
                said=SAID[category],
                place=None,
                now=_moment(city, day, number),
            )
            await _go(conn, city, found.id, unit_id, COURSES[ending], day, who, number)


async def _go(
    conn: AsyncConnection,
    city: City,
    observation_id: int,
    unit_id: int,
    course: Sequence[Step],
    day: date,
    who: Mapping[Side, int | None],
    minute: int,
) -> None:
    """Take one observation through its course, from the day it was reported on."""
    state: State = "filed"
    for order, step in enumerate(course, start=1):
        day = city.calendar.shifted(day, step.after)
        moved = await observations.add_event(
            conn,
            observation_id,
            step.kind,
            expected=(state,),
            by=who[step.by],
            said=step.said,
            now=_moment(city, day, minute, order),
            target=step.target,
            unit_id=unit_id if step.kind == "dispatched" else None,
        )
        if not moved:
            raise LookupError(f"{observation_id}: {step.kind} from {state}")
        state = step.target


def _moment(city: City, day: date, minute: int, order: int = 0) -> datetime:
    return datetime.combine(day, time(9 + order, minute), tzinfo=city.zone)
