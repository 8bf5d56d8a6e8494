"""Write what one's unit makes of a month (运行分析): words or a file, looked at, handed in."""

from datetime import datetime
from enum import IntEnum
from typing import Literal

from handlers.buttons import go, step
from handlers.came import FileSent
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.figures import analyses as deeds
from handlers.operations.figures.analyses import Asked
from handlers.operations.record import write_analysis
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.refusals import Refusal
from storage.analyses import AnalysisFile

WRITERS = frozenset({"reporter", "reviewer"})
WORDS_SHOWN = 600
BUTTONS_SHOWN = 8


class Step(IntEnum):
    """Where somebody stands who writes an analysis."""

    CHOOSE = 1  # saved in the database: never renumber
    WRITE = 2
    LOOK = 3
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.CHOOSE, Step.WRITE]:
    talk.data |= {"about": "", "said": "", "file": None, "sent_at": ""}
    if arg:
        return await about(talk, arg)
    open_ones = await deeds.to_write(talk.conn, await talk.city(), talk.person, now=talk.now)
    return await about(talk, open_ones[0].arg) if len(open_ones) == 1 else Step.CHOOSE


async def about(talk: Talk, arg: str) -> Literal[Step.WRITE]:
    """Turn to one analysis, which this person may hand in now."""
    city = await talk.city()
    asked = await deeds.find(talk.conn, city, arg, now=talk.now)
    write_analysis.check_writable(city, talk.person, asked, now=talk.now)
    talk.data["about"] = asked.arg
    return Step.WRITE


async def ask_choose(talk: Talk) -> None:
    open_ones = await deeds.to_write(talk.conn, await talk.city(), talk.person, now=talk.now)
    if not open_ones:
        talk.say(
            "analysis-none", buttons=[[go("record", "help-record"), go("todo", "button-todo")]]
        )
        return
    buttons = [
        [
            step(
                "about",
                "analysis-of",
                each.arg,
                unit=each.unit.short_name,
                period=each.period,
                scheme=each.scheme.scheme.name,
            )
        ]
        for each in open_ones[:BUTTONS_SHOWN]
    ]
    talk.say("analysis-choose", count=len(open_ones), buttons=with_way_back(talk, buttons))


async def ask_write(talk: Talk) -> None:
    asked = await _asked(talk)
    talk.say(
        "analysis-ask",
        unit=asked.unit.short_name,
        period=asked.period,
        scheme=asked.scheme.scheme.name,
        due=asked.due_at,
        late=int(talk.now > asked.due_at),
        version=len(asked.versions) + 1,
        buttons=with_way_back(talk, []),
    )


async def words(talk: Talk, typed: str) -> Literal[Step.WRITE, Step.LOOK]:
    """Take the words; more of them goes on the same analysis, as long texts come in parts."""
    before: str = talk.data["said"]
    said = f"{before}\n{typed.strip()}" if before else typed.strip()
    if len(said) < write_analysis.SAID_MIN and talk.data["file"] is None:
        talk.note("analysis-too-short", least=write_analysis.SAID_MIN)
        return Step.WRITE
    if len(said) > write_analysis.SAID_MAX:
        talk.note("analysis-too-long", most=write_analysis.SAID_MAX)
        return Step.LOOK if before else Step.WRITE
    talk.data["said"] = said
    _note_sent(talk)
    return Step.LOOK


async def file(talk: Talk, sent: FileSent) -> Literal[Step.WRITE, Step.LOOK]:
    if sent.kind not in ("document", "photo"):
        talk.note("analysis-no-such-file")
        return Step.LOOK if talk.data["said"] or talk.data["file"] else Step.WRITE
    talk.data["file"] = [sent.kind, sent.file_id, sent.unique_id, sent.name]
    caption = talk.came.text.strip()
    if caption and len(caption) <= write_analysis.SAID_MAX:
        talk.data["said"] = caption
    _note_sent(talk)
    return Step.LOOK


def _note_sent(talk: Talk) -> None:
    """Remember when the newest part of it was sent: that is when it came."""
    talk.data["sent_at"] = talk.when_acted.isoformat()


async def ask_look(talk: Talk) -> None:
    asked = await _asked(talk)
    said: str = talk.data["said"]
    alike = await deeds.likeness(talk.conn, asked, said)
    talk.say(
        "analysis-look",
        unit=asked.unit.short_name,
        period=asked.period,
        words=msg("analysis-words", said=said[:WORDS_SHOWN], more=max(0, len(said) - WORDS_SHOWN))
        if said
        else msg("nothing"),
        file=_file_words(talk),
        alike=alike if alike >= deeds.ALIKE_PCT else 0,
        buttons=with_way_back(
            talk, [[step("hand-in", "analysis-hand-in")], [step("anew", "analysis-anew")]]
        ),
    )


def _file_words(talk: Talk) -> Msg:
    kept: list[str] | None = talk.data["file"]
    return msg("nothing") if kept is None else msg("analysis-file", name=kept[3] or kept[0])


async def anew(talk: Talk, _: str) -> Literal[Step.WRITE]:
    talk.data |= {"said": "", "file": None, "sent_at": ""}
    return Step.WRITE


async def hand_in(talk: Talk, _: str) -> Literal[Step.DONE]:
    kept: list[str] | None = talk.data["file"]
    if not talk.data["sent_at"]:
        raise Refusal("button-outdated")
    done = await write_analysis.hand_in(
        talk.conn,
        await talk.city(),
        talk.person,
        talk.data["about"],
        said=talk.data["said"] or None,
        file=AnalysisFile(*kept) if kept else None,
        sent_at=datetime.fromisoformat(talk.data["sent_at"]),
        now=talk.now,
    )
    talk.say(
        "analysis-done",
        unit=done.unit.short_name,
        period=done.period,
        at=done.versions[-1].sent_at,
        due=done.due_at,
        days=done.days_late,
        version=len(done.versions),
        buttons=[
            [go("analysis-card", "analysis-open", done.arg)],
            [go("todo", "button-todo"), go("start", "button-menu")],
        ],
    )
    return Step.DONE


async def _asked(talk: Talk) -> Asked:
    return await deeds.find(talk.conn, await talk.city(), talk.data["about"], now=talk.now)


ERRAND = Errand(
    opening=Opening(
        name="analysis", commands=("analysis",), words=("运行分析", "报送分析"), roles=WRITERS
    ),
    steps=Step,
    begin=begin,
    places={
        Step.CHOOSE: Place(ask=ask_choose, on_tap={"about": about}),
        Step.WRITE: Place(ask=ask_write, on_text=words, on_file=file),
        Step.LOOK: Place(
            ask=ask_look, on_tap={"hand-in": hand_in, "anew": anew}, on_text=words, on_file=file
        ),
    },
)
