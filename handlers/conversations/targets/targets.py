"""Targets (目标): where each side finds what is agreed, talked about, adjusted and planned."""

from handlers.buttons import Button, go
from handlers.errands import Opening, View
from handlers.operations.targets.target_todo import agreed_not_adjusted, talks_of
from handlers.talk import Talk
from scoring.permissions import SEE_EVERYTHING, may_run_the_office
from storage import retargets, seasons

SEERS = frozenset({"office", "committee", "auditor", "leader", "contact", "reporter", "reviewer"})


async def show(talk: Talk, _: str) -> None:
    city, who = await talk.city(), talk.person
    talks = await talks_of(talk.conn, who, city, now=talk.now)
    is_office = may_run_the_office(who.roles)
    sees_all = any(role.kind in SEE_EVERYTHING for role in who.roles)
    open_retargets = await retargets.open_ones(talk.conn) if sees_all else []
    talk.say(
        "targets",
        mine=len(talks.mine),
        countered=len(talks.countered),
        overdue=len(talks.overdue),
        adjust=len(await agreed_not_adjusted(talk.conn, city)) if is_office else 0,
        retargets=len(open_retargets),
        plans=len(await seasons.open_ones(talk.conn)) if is_office else 0,
        role=_role(talk),
        buttons=[*_ways(talk, is_office=is_office, sees_all=sees_all), *_own(talk)],
    )


def _role(talk: Talk) -> str:
    kinds = {role.kind for role in talk.person.roles}
    order = ("office", "reporter", "contact", "leader")
    return next((each for each in order if each in kinds), "reader")


def _ways(talk: Talk, *, is_office: bool, sees_all: bool) -> list[list[Button]]:
    ways: list[list[Button]] = []
    if is_office or talk.person.units_as("reporter"):
        ways.append(
            [
                go("propose-targets", "button-propose-targets"),
                go("target-talks", "target-button-talks"),
            ]
        )
        ways.append([go("seasons", "button-seasons")])
    if is_office:
        ways.append([go("adjust-target", "button-adjust-target")])
    if sees_all:
        ways.append([go("retargets", "button-retargets")])
    return ways


def _own(talk: Talk) -> list[list[Button]]:
    units = [
        [go("target-talk", "target-button-unit", str(unit_id))]
        for unit_id in talk.person.units_as("contact")
    ]
    return [*units, [go("todo", "button-todo"), go("start", "button-menu")]]


VIEW = View(
    opening=Opening(name="targets", commands=("targets",), words=("目标",), roles=SEERS),
    show=show,
    reads_only=True,
)
