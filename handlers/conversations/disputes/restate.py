"""Restate a figure of a frozen month (重述): which one, why, and under which document."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, step
from handlers.conversations.asking import understand
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.disputes import open_restatement
from handlers.operations.disputes.dispute_terms import SAID_MAX
from handlers.show import answer
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, Refusal
from storage import confirmations
from storage.schemes import IndicatorRow
from storage.units import UnitRow


class Step(IntEnum):
    """Where the office stands. A step's return type is its outgoing arrows."""

    WHICH = 1  # saved in the database: never renumber
    REASON = 2
    DOCUMENT = 3
    CONFIRM = 4
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WHICH, Step.REASON]:
    if not may_run_the_office(talk.person.roles):
        raise NotAllowed("office-only")
    talk.data |= {"unit": "", "indicator": 0, "period": "", "reason": "", "document": ""}
    return await which_typed(talk, arg.replace(".", " ")) if arg.strip() else Step.WHICH


async def ask_which(talk: Talk) -> None:
    talk.say("restate-which", buttons=with_way_back(talk, []))


async def which_typed(talk: Talk, typed: str) -> Literal[Step.WHICH, Step.REASON]:
    city = await talk.city()
    try:
        asked = understand(talk, city, typed)
        if asked.indicator is None or asked.period is None or len(asked.units) != 1:
            talk.note("restate-which-incomplete")
            return Step.WHICH
        await open_restatement.restatable(
            talk.conn,
            talk.person,
            asked.indicator,
            asked.units[0],
            asked.period,
            now=talk.now,
        )
    except NotAllowed:
        raise
    except Refusal as no:
        talk.notes.append(Msg(no.message_id, no.given))
        return Step.WHICH
    talk.data |= {
        "unit": asked.units[0].code,
        "indicator": asked.indicator.id,
        "period": str(asked.period),
    }
    return Step.REASON


async def ask_reason(talk: Talk) -> None:
    talk.say(
        "restate-reason",
        figure=await _figure(talk),
        most=SAID_MAX,
        buttons=with_way_back(talk, []),
    )


async def reason_typed(talk: Talk, typed: str) -> Literal[Step.REASON, Step.DOCUMENT]:
    if len(typed) > SAID_MAX:
        talk.note("dispute-too-long", most=SAID_MAX)
        return Step.REASON
    talk.data["reason"] = typed
    return Step.DOCUMENT


async def ask_document(talk: Talk) -> None:
    talk.say(
        "restate-document",
        figure=await _figure(talk),
        most=open_restatement.DOCUMENT_MAX,
        buttons=with_way_back(talk, []),
    )


async def document_typed(talk: Talk, typed: str) -> Literal[Step.DOCUMENT, Step.CONFIRM]:
    if len(typed) > open_restatement.DOCUMENT_MAX:
        talk.note("dispute-too-long", most=open_restatement.DOCUMENT_MAX)
        return Step.DOCUMENT
    talk.data["document"] = typed
    return Step.CONFIRM


async def ask_confirm(talk: Talk) -> None:
    talk.say(
        "restate-confirm",
        figure=await _figure(talk),
        reason=talk.data["reason"],
        document=talk.data["document"],
        buttons=with_way_back(talk, [[step("open", "restate-open")]]),
    )


async def open_it(talk: Talk, _: str) -> Literal[Step.DONE]:
    city = await talk.city()
    row, unit = await _row(talk), await _unit(talk)
    number = await open_restatement.open_restatement(
        talk.conn,
        city,
        talk.person,
        row,
        unit,
        _period(talk),
        reason=talk.data["reason"],
        document=talk.data["document"],
        now=talk.now,
    )
    talk.say(
        "restate-opened",
        number=str(number),
        monitor=city.unit(row.monitoring_unit_id).short_name,
        buttons=[[go("restatement", "button-restatement", str(number)), go("todo", "button-todo")]],
    )
    return Step.DONE


async def _figure(talk: Talk) -> Msg:
    row, unit, period = await _row(talk), await _unit(talk), _period(talk)
    told = await confirmations.in_force(talk.conn, row.id, unit.id, period)
    return msg(
        "restate-figure",
        unit=unit.short_name,
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=period,
        answer=answer(told.reading, row.indicator.unit_of_measure) if told else msg("figure-none"),
    )


async def _row(talk: Talk) -> IndicatorRow:
    return (await talk.city()).indicator(talk.data["indicator"])


async def _unit(talk: Talk) -> UnitRow:
    return (await talk.city()).unit_by_code[talk.data["unit"]]


def _period(talk: Talk) -> Period:
    return Period.parse(talk.data["period"])


ERRAND = Errand(
    opening=Opening(
        name="restate",
        commands=("restate",),
        words=("重述", "更正已发布数据"),
        roles=frozenset({"office"}),
    ),
    steps=Step,
    begin=begin,
    places={
        Step.WHICH: Place(ask=ask_which, on_text=which_typed),
        Step.REASON: Place(ask=ask_reason, on_text=reason_typed),
        Step.DOCUMENT: Place(ask=ask_document, on_text=document_typed),
        Step.CONFIRM: Place(ask=ask_confirm, on_tap={"open": open_it}),
    },
)
