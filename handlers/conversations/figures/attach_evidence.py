"""Evidence of figures handed in already: added until the freeze, taken back until the release."""

import re
from typing import Any, Literal

from handlers.bring import Brought
from handlers.buttons import go, pairs, step
from handlers.came import FileSent
from handlers.city import City
from handlers.conversations.figures.attach_steps import Step
from handlers.conversations.figures.evidence_words import piece_lines, read_piece
from handlers.conversations.figures.filing_kept import KEPT
from handlers.conversations.figures.filing_workbook import reads_for
from handlers.conversations.figures.withdraw_evidence import (
    ask_sure,
    leave_it,
    take_back,
    withdraw,
    withdrawals,
)
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.packed_read import packed
from handlers.grammar.units import Found, match_unit
from handlers.operations.clock import collecting
from handlers.operations.figures import evidence as deeds
from handlers.talk import Talk
from scoring.model import Period
from scoring.refusals import NotFound
from storage import evidence, readings
from storage.evidence import Piece
from storage.schemes import IndicatorRow

ONE_COLUMN = re.compile(r"^(\d{1,18})\.(20\d\d-(?:0[1-9]|1[0-2]))$")
UNITS_SHOWN = 20


async def begin(talk: Talk, arg: str) -> Literal[Step.COLUMN, Step.SEND]:
    city, units = await talk.city(), talk.person.units_as("reporter")
    period = await collecting.month_to_prove(talk.conn, city, units, now=talk.now)
    talk.data |= {"indicator": 0, "period": str(period), "unit": ""}
    named = ONE_COLUMN.match(arg)
    return await pick(talk, arg) if named else Step.COLUMN


async def ask_column(talk: Talk) -> None:
    city, period = await talk.city(), Period.parse(talk.data["period"])
    filed = await readings.states_of_period(talk.conn, period)
    rows = [
        row for row in city.due_for(talk.person.units_as("reporter"), period) if row.id in filed
    ]
    buttons = [
        [
            step(
                "pick",
                "file-pick",
                f"{row.id}.{period}",
                code=row.indicator.code,
                name=row.indicator.name,
            )
        ]
        for row in rows
    ]
    talk.say(
        "evidence-which-column",
        period=period,
        count=len(rows),
        buttons=with_way_back(talk, [*buttons, *([] if rows else [[go("file", "menu-file")]])]),
    )


async def pick(talk: Talk, arg: str) -> Literal[Step.SEND]:
    named = ONE_COLUMN.match(arg)
    if named is None:
        raise NotFound("button-outdated")
    city = await talk.city()
    row, period = city.indicator(int(named[1])), Period.parse(named[2])
    await deeds.check_attachable(talk.conn, talk.person, row, period, now=talk.now)
    talk.data |= {"indicator": row.id, "period": str(period), "unit": ""}
    return Step.SEND


async def ask_send(talk: Talk) -> None:
    city = await talk.city()
    row, period = _column(talk, city)
    there = await evidence.of_column(talk.conn, row.id, period)
    units = city.units_of(row)
    aimed: str = talk.data["unit"]
    buttons = [[step("unit", "evidence-whole-column", "")]] if aimed else []
    if len(units) <= UNITS_SHOWN:
        buttons += pairs(
            [step("unit", "verbatim", unit.code, text=unit.short_name) for unit in units], 4
        )
    talk.say(
        "evidence-send",
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=period,
        count=len(there),
        lines=piece_lines(
            (
                each.piece.kind,
                each.piece.name,
                row.indicator.code,
                city.unit(each.piece.unit_id).short_name if each.piece.unit_id else "all",
            )
            for each in there
        ),
        unit=city.unit_by_code[aimed].short_name if aimed else "all",
        buttons=with_way_back(
            talk, [*buttons, *withdrawals(talk, there), [step("done", "evidence-enough")]]
        ),
    )


async def aim(talk: Talk, arg: str) -> Literal[Step.SEND]:
    """Say whose figure the next piece proves; "" is the whole column."""
    city = await talk.city()
    row, _ = _column(talk, city)
    if arg and arg not in {unit.code for unit in city.units_of(row)}:
        raise NotFound("button-outdated")
    talk.data["unit"] = arg
    return Step.SEND


async def sent(talk: Talk, file: FileSent) -> Literal[Step.SEND]:
    caption = talk.came.text
    if caption:
        await _aim_by_name(talk, caption)
    await _attach(talk, read_piece(talk, file))
    return Step.SEND


async def begin_with(talk: Talk, _: Brought) -> Literal[Step.COLUMN, Step.SEND]:
    return await begin(talk, "")


async def take_document(talk: Talk, brought: Brought) -> Literal[Step.SEND, Step.KIND]:
    """Take a document as evidence, but ask about our own blank with figures in it."""
    file, read = talk.came.file, brought.read
    if file is None:
        raise NotFound("button-outdated")
    figures = 0 if read is None else sum(len(each.cells) for each in read.columns)
    if read is None or not read.is_blank or not figures:
        return await sent(talk, file)
    talk.data["sent"] = {
        "name": brought.name,
        "read": packed(read),
        "figures": figures,
        "file": [file.kind, file.file_id, file.unique_id, file.name, file.size_bytes],
    }
    return Step.KIND


async def ask_kind(talk: Talk) -> None:
    kept: dict[str, Any] = talk.data.get("sent") or {"name": "", "figures": 0}
    figures = go("file", "workbook-is-figures", f"{KEPT}{talk.draft_id}")
    talk.say(
        "workbook-kind",
        name=kept["name"],
        count=kept["figures"],
        buttons=with_way_back(talk, [[figures, step("proof", "workbook-is-evidence")]]),
    )


async def as_proof(talk: Talk, _: str) -> Literal[Step.SEND]:
    kept: dict[str, Any] | None = talk.data.pop("sent", None)
    if kept is None:
        raise NotFound("button-outdated")
    kind, file_id, unique_id, name, size_bytes = kept["file"]
    return await sent(talk, FileSent(kind, file_id, unique_id, name, size_bytes))


async def typed(talk: Talk, words: str) -> Literal[Step.SEND]:
    if not await _aim_by_name(talk, words):
        await _attach(talk, read_piece(talk, words))
    return Step.SEND


async def _aim_by_name(talk: Talk, words: str) -> bool:
    city = await talk.city()
    row, _ = _column(talk, city)
    matched = match_unit(words, city.units_of(row))
    if not isinstance(matched, Found):
        return False
    talk.data["unit"] = matched.unit.code
    return True


async def _attach(talk: Talk, piece: Piece | None) -> None:
    if piece is None:
        return  # Why not has been said.
    city = await talk.city()
    row, period = _column(talk, city)
    aimed: str = talk.data["unit"]
    mine = Piece(
        kind=piece.kind,
        unique_id=piece.unique_id,
        name=piece.name,
        file_id=piece.file_id,
        unit_id=city.unit_by_code[aimed].id if aimed else None,
    )
    done = await deeds.attach(talk.conn, city, talk.person, row, period, mine, now=talk.now)
    talk.note("evidence-taken" if done else "evidence-there-already", name=piece.name)


async def done(talk: Talk, _: str) -> Literal[Step.DONE]:
    city = await talk.city()
    row, period = _column(talk, city)
    there = await evidence.of_column(talk.conn, row.id, period)
    talk.say(
        "evidence-over",
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=period,
        count=len(there),
        buttons=[
            [
                *(
                    [go("evidence", "evidence-look", f"{row.id}.{period}", count=len(there))]
                    if there
                    else []
                ),
                go("todo", "button-todo"),
            ]
        ],
    )
    return Step.DONE


def _column(talk: Talk, city: City) -> tuple[IndicatorRow, Period]:
    return city.indicator(talk.data["indicator"]), Period.parse(talk.data["period"])


ERRAND = Errand(
    opening=Opening(
        name="attach-evidence",
        commands=("attach",),
        words=("补佐证",),
        roles=frozenset({"reporter"}),
    ),
    steps=Step,
    begin=begin,
    reads_for=reads_for,
    begin_with=begin_with,
    places={
        Step.COLUMN: Place(ask=ask_column, on_tap={"pick": pick}),
        Step.SEND: Place(
            ask=ask_send,
            on_tap={"unit": aim, "withdraw": withdraw, "done": done},
            on_text=typed,
            on_file=sent,
            on_document=take_document,
        ),
        Step.KIND: Place(
            ask=ask_kind,
            on_tap={"proof": as_proof},
            on_file=sent,
            on_document=take_document,
        ),
        Step.SURE: Place(ask=ask_sure, on_tap={"yes": take_back, "no": leave_it}),
    },
)
