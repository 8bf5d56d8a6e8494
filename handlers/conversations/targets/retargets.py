"""Adjusted targets: one with its approvals, the list of them, and declining one with a reason."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, go, is_number, pairs
from handlers.errands import Errand, Opening, Place, View, with_way_back
from handlers.operations.doer import AS_APPROVER, AS_OFFICE, doer
from handlers.operations.matters.instruct_button import under_number
from handlers.operations.targets import retarget as deeds
from handlers.operations.targets.retarget_news import due_by, headline, lines
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.permissions import SEE_EVERYTHING
from scoring.refusals import NotAllowed, NotFound
from storage import retargets
from storage.retargets import APPROVALS, Retarget

LIST_SHOWN = 12
INSIDE = frozenset({"office", "committee", "leader", "auditor", "contact", "reporter", "reviewer"})
APPROVERS = frozenset({"office", "committee", "leader"})


async def show(talk: Talk, arg: str) -> None:
    """Show one adjustment as it stands, with what this person may do about it."""
    city = await talk.city()
    made = await deeds.visible(talk.conn, city, talk.person, _number(arg))
    await _say(talk, made)


async def approve(talk: Talk, arg: str) -> None:
    city = await talk.city()
    made = await deeds.approve(talk.conn, city, talk.person, _number(arg), now=talk.now)
    if made.state == "in_force":
        talk.note("retarget-now-in-force", since=made.effective_from)
    else:
        talk.note("retarget-approved-first", left=APPROVALS - len(made.approved_by))
    await _say(talk, made)


async def withdraw(talk: Talk, arg: str) -> None:
    made = await deeds.withdraw(
        talk.conn, await talk.city(), talk.person, _number(arg), now=talk.now
    )
    talk.note("retarget-taken-back")
    await _say(talk, made)


async def _say(talk: Talk, made: Retarget) -> None:
    city = await talk.city()
    proposer = await doer(talk.conn, made.proposed_by, AS_OFFICE, at=made.proposed_at)
    talk.say(
        "retarget-shown",
        headline=headline(city, made),
        lines=lines(city, deeds.lines_seen(talk.person, city, made)),
        name=proposer,
        at=made.proposed_at,
        approvals=[await _event(talk, made, n) for n in range(len(made.events))]
        or [msg("retarget-no-approval")],
        state=made.state,
        count=len(made.approved_by),
        due=due_by(city, made),
        buttons=[
            *_ways(talk, made),
            under_number(
                talk.person,
                "retarget",
                made.id,
                [each.unit_id for each in deeds.lines_seen(talk.person, city, made)],
            ),
            [go("targets", "button-targets"), go("todo", "button-todo")],
        ],
    )


async def _event(talk: Talk, made: Retarget, number: int) -> Msg:
    event = made.events[number]
    return msg(
        f"retarget-event-{event.kind}",
        name=await doer(talk.conn, event.by, AS_APPROVER, at=event.at),
        at=event.at,
        said=event.said or "—",
    )


def _ways(talk: Talk, made: Retarget) -> list[list[Button]]:
    if made.state != "open":
        return []
    if talk.person.answers_for(made.proposed_by):
        return [[go("retarget-withdraw", "retarget-button-withdraw", str(made.id))]]
    if not deeds.may_approve(talk.person, made):
        return []
    return [
        [
            go("retarget-approve", "retarget-button-approve", str(made.id)),
            go("decline-retarget", "retarget-button-decline", str(made.id)),
        ]
    ]


async def show_all(talk: Talk, _: str) -> None:
    """List the newest adjustments with how they stand."""
    if not any(role.kind in SEE_EVERYTHING for role in talk.person.roles):
        raise NotAllowed("not-for-your-role")
    city = await talk.city()
    found = await retargets.latest(talk.conn, limit=LIST_SHOWN)
    talk.say(
        "retargets",
        count=len(found),
        lines=[
            msg(
                "retargets-line",
                number=number,
                headline=headline(city, each),
                count=len(each.lines),
                state=each.state,
                approvals=len(each.approved_by),
            )
            for number, each in enumerate(found, start=1)
        ],
        buttons=[
            *pairs(
                [
                    go("retarget", "todo-open", str(each.id), number=number)
                    for number, each in enumerate(found, start=1)
                ],
                4,
            ),
            [go("targets", "button-targets")],
        ],
    )


class Step(IntEnum):
    """Where somebody stands who declines an adjustment."""

    REASON = 1  # saved in the database: never renumber
    DONE = -1


async def begin_decline(talk: Talk, arg: str) -> Literal[Step.REASON]:
    made = await deeds.approvable(talk.conn, await talk.city(), talk.person, _number(arg))
    talk.data["retarget"] = made.id
    return Step.REASON


async def ask_reason(talk: Talk) -> None:
    city = await talk.city()
    made = await deeds.approvable(talk.conn, city, talk.person, talk.data["retarget"])
    talk.say("retarget-ask-decline", headline=headline(city, made), buttons=with_way_back(talk, []))


async def decline(talk: Talk, typed: str) -> Literal[Step.DONE]:
    city = await talk.city()
    made = await deeds.decline(
        talk.conn, city, talk.person, talk.data["retarget"], said=typed, now=talk.now
    )
    await _say(talk, made)
    return Step.DONE


def _number(arg: str) -> int:
    if not is_number(arg):
        raise NotFound("retarget-gone")
    return int(arg)


VIEWS = (
    View(opening=Opening(name="retarget", roles=INSIDE, in_menu=False), show=show),
    View(opening=Opening(name="retarget-approve", roles=APPROVERS, in_menu=False), show=approve),
    View(
        opening=Opening(name="retarget-withdraw", roles=frozenset({"office"}), in_menu=False),
        show=withdraw,
    ),
    View(opening=Opening(name="retargets", roles=SEE_EVERYTHING, in_menu=False), show=show_all),
)
DECLINE = Errand(
    opening=Opening(name="decline-retarget", roles=APPROVERS, in_menu=False),
    steps=Step,
    begin=begin_decline,
    places={Step.REASON: Place(ask=ask_reason, on_text=decline)},
)
CONTENTS = (*VIEWS, DECLINE)
