"""Object to what the office filed for one's unit (代报异议): one line, before the lock."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.figures import behalf
from handlers.talk import Talk
from handlers.texts import msg
from scoring.refusals import NotFound, Refusal
from storage import readings

READY = ("figure", "own")


class Step(IntEnum):
    """Where somebody stands who objects."""

    WORDS = 1  # saved in the database: never renumber
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    if not is_number(arg):
        raise NotFound("behalf-gone")
    await behalf.objectionable(talk.conn, await talk.city(), talk.person, int(arg), now=talk.now)
    talk.data["filing"] = int(arg)
    return Step.WORDS


async def ask_words(talk: Talk) -> None:
    filing = await readings.one_filing(talk.conn, talk.data["filing"])
    if filing is None:
        raise NotFound("behalf-gone")
    city = await talk.city()
    talk.say(
        "behalf-object-ask",
        indicator=city.indicator(filing.indicator_id).indicator.name,
        period=filing.period,
        label=await behalf.label(talk.conn, filing.id),
        buttons=with_way_back(
            talk, [[step("ready", f"behalf-object-{each}", each)] for each in READY]
        ),
    )


async def ready(talk: Talk, arg: str) -> Literal[Step.DONE]:
    if arg not in READY:
        raise Refusal("button-outdated")
    return await words(talk, talk.services.texts.plain("zh", msg(f"behalf-object-{arg}")))


async def words(talk: Talk, typed: str) -> Literal[Step.DONE]:
    filing_id = talk.data["filing"]
    row = await behalf.object_to(
        talk.conn, await talk.city(), talk.person, filing_id, said=typed, now=talk.now
    )
    filing = await readings.one_filing(talk.conn, filing_id)
    mend = f"{row.id}.{filing.period}" if filing else str(row.id)
    own = talk.person.holds("reporter", unit_id=row.monitoring_unit_id)
    talk.say(
        "behalf-object-done",
        indicator=row.indicator.name,
        buttons=[
            *([[go("file", "behalf-file-own", mend)]] if own else []),
            [go("todo", "button-todo"), go("start", "button-menu")],
        ],
    )
    return Step.DONE


ERRAND = Errand(
    opening=Opening(name="object-behalf", roles=frozenset({"reporter", "reviewer"}), in_menu=False),
    steps=Step,
    begin=begin,
    places={Step.WORDS: Place(ask=ask_words, on_tap={"ready": ready}, on_text=words)},
)
