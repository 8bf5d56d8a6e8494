"""Answer a bottom-two alert before those in charge hear of it: data wrong, filed since, or why."""

from enum import IntEnum
from typing import Literal, get_args

from handlers.buttons import go, is_number, step
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.months import bottom_two
from handlers.operations.months.alert_facts import alert_facts, weakest_lines
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.refusals import NotFound
from storage.alerts import AnswerKind


class Step(IntEnum):
    """Where the contact stands. A step's return type is its outgoing arrows."""

    WORDS = 1  # saved in the database: never renumber
    CONFIRM = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    alert_id, _, kind = arg.partition(".")
    if not is_number(alert_id) or kind not in get_args(AnswerKind):
        raise NotFound("alert-gone")
    await bottom_two.answerable(talk.conn, talk.person, int(alert_id), now=talk.now)
    talk.data |= {"alert": int(alert_id), "kind": kind, "text": ""}
    return Step.WORDS


async def ask_words(talk: Talk) -> None:
    alert = await bottom_two.answerable(talk.conn, talk.person, talk.data["alert"], now=talk.now)
    city = await talk.city()
    talk.say(
        "answer-alert-ask",
        unit=city.unit(alert.unit_id).name,
        period=alert.period,
        kind=_kind_said(talk),
        facts=alert_facts(alert),
        lines=weakest_lines(alert.inputs),
        most=bottom_two.ANSWER_MAX,
        until=alert.answer_until,
        buttons=with_way_back(talk, []),
    )


async def take_words(talk: Talk, typed: str) -> Literal[Step.WORDS, Step.CONFIRM]:
    said = " ".join(typed.split())
    if len(said) > bottom_two.ANSWER_MAX:
        talk.note("alert-answer-long", most=bottom_two.ANSWER_MAX, length=len(said))
        return Step.WORDS
    talk.data["text"] = said
    return Step.CONFIRM


async def ask_confirm(talk: Talk) -> None:
    talk.say(
        "answer-alert-confirm",
        kind=_kind_said(talk),
        text=talk.data["text"],
        buttons=with_way_back(talk, [[step("send", "answer-alert-send")]]),
    )


async def send(talk: Talk, _: str) -> Literal[Step.DONE]:
    alert = await bottom_two.answer(
        talk.conn,
        await talk.city(),
        talk.person,
        talk.data["alert"],
        kind=talk.data["kind"],
        text=talk.data["text"],
        now=talk.now,
    )
    unit = (await talk.city()).unit(alert.unit_id)
    talk.say(
        "answer-alert-done",
        until=alert.answer_until,
        buttons=[
            [
                go("answer-alert", "answer-alert-again", f"{alert.id}.{talk.data['kind']}"),
                go("unit", "push-button-own-card", f"{unit.code}.{alert.period}"),
            ],
            [go("check", "button-check", f"{unit.code}.{alert.period}")]
            if talk.data["kind"] == "wrong_data"
            else [],
        ],
    )
    return Step.DONE


def _kind_said(talk: Talk) -> Msg:
    match talk.data["kind"]:
        case "wrong_data":
            return msg("alert-kind-wrong")
        case "filed_since":
            return msg("alert-kind-filed")
        case _:
            return msg("alert-kind-statement")


ERRAND = Errand(
    opening=Opening(name="answer-alert", roles=frozenset({"contact"}), in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.WORDS: Place(ask=ask_words, on_text=take_words),
        Step.CONFIRM: Place(ask=ask_confirm, on_tap={"send": send}, on_text=take_words),
    },
)
CONTENTS = (ERRAND,)
