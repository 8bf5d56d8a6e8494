"""Evidence while filing: a photo at any time, a file or link where it is asked for."""

from collections.abc import Sequence
from typing import Any, Literal

from handlers.buttons import Button, pairs, step
from handlers.came import FileSent
from handlers.city import City
from handlers.conversations.figures.evidence_words import piece_lines, read_piece
from handlers.conversations.figures.filing_checks import Checked, open_questions
from handlers.conversations.figures.filing_desk import cells_of, chosen, focused_row, period_of
from handlers.conversations.figures.filing_one_by_one import line_at
from handlers.conversations.figures.filing_steps import Step, whole_number
from handlers.errands import with_way_back
from handlers.grammar.units import Found, match_unit
from handlers.operations.figures import evidence
from handlers.operations.figures.evidence import PIECES_MAX, Lack
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.refusals import NotFound
from storage.evidence import Piece
from storage.readings import Reading
from storage.schemes import IndicatorRow
from storage.units import UnitRow

UNITS_SHOWN = 20
EVERY_COLUMN = 0
"""What stands for the indicator of a piece that proves everything on the desk."""


# --- what came ---------------------------------------------------------------------------------


async def go_to_evidence(_talk: Talk, _: str) -> Literal[Step.EVIDENCE]:
    return Step.EVIDENCE


async def evidence_for_column(talk: Talk, sent: FileSent) -> Literal[Step.EVIDENCE]:
    """Lay what was sent beside the column, or beside the figure its caption names."""
    rows = chosen(talk, (await talk.city()).indicator_by_id)
    only = rows[0].id if len(rows) == 1 else EVERY_COLUMN
    await _lay(talk, read_piece(talk, sent), only if rows else talk.data["focus"], "")
    return Step.EVIDENCE


async def evidence_at_each(talk: Talk, sent: FileSent) -> Literal[Step.EVIDENCE]:
    """Lay what was sent beside the figure that is being filled in."""
    row, (line, _, _) = await focused_row(talk), await line_at(talk)
    await _lay(talk, read_piece(talk, sent), row.id, line.unit.code)
    return Step.EVIDENCE


async def evidence_at_reason(talk: Talk, sent: FileSent) -> Literal[Step.EVIDENCE]:
    """Lay what was sent beside the figure that was asked about."""
    waiting = await open_questions(talk)
    if not waiting:
        return await evidence_for_column(talk, sent)
    unit = waiting[0].line.unit.code if waiting[0].line is not None else ""
    await _lay(talk, read_piece(talk, sent), waiting[0].row.id, unit)
    return Step.EVIDENCE


async def evidence_typed(talk: Talk, typed: str) -> Literal[Step.EVIDENCE]:
    """Take a link, or the name of the unit whose figure the last piece proves."""
    city = await talk.city()
    matched = match_unit(typed, await _units(talk, city))
    if isinstance(matched, Found) and laid(talk):
        return await settle_unit(talk, matched.unit.code)
    rows = chosen(talk, city.indicator_by_id)
    only = rows[0].id if len(rows) == 1 else EVERY_COLUMN
    await _lay(talk, read_piece(talk, typed), only if rows else talk.data["focus"], "")
    return Step.EVIDENCE


async def _lay(talk: Talk, piece: Piece | None, indicator_id: int, unit_code: str) -> None:
    if piece is None:
        return  # Why not has been said.
    there = laid(talk)
    if len(there) >= PIECES_MAX:
        talk.note("evidence-most-reached", most=PIECES_MAX)
        return
    if any(each["unique_id"] == piece.unique_id for each in there):
        talk.note("evidence-there-already", name=piece.name)
        return
    city = await talk.city()
    caption = talk.came.text if talk.came.file is not None else ""
    matched = match_unit(caption, await _units(talk, city)) if caption else None
    if isinstance(matched, Found):
        unit_code = matched.unit.code
    there.append(
        {
            "indicator": indicator_id,
            "unit": unit_code,
            "kind": piece.kind,
            "unique_id": piece.unique_id,
            "file_id": piece.file_id,
            "name": piece.name,
        }
    )
    talk.note("evidence-taken", name=piece.name)


async def _units(talk: Talk, city: City) -> list[UnitRow]:
    """Return the units that a figure on the desk may be about, or, without one, of the focus."""
    rows = chosen(talk, city.indicator_by_id)
    if not rows and talk.data["focus"]:
        rows = [await focused_row(talk)]
    return list({unit.id: unit for row in rows for unit in city.units_of(row)}.values())


# --- looking at what is there ------------------------------------------------------------------


async def ask_evidence(talk: Talk) -> None:
    city = await talk.city()
    pieces = laid(talk)
    rows = chosen(talk, city.indicator_by_id)
    lacking = await evidence_lacking_now(talk)
    buttons: list[list[Button]] = []
    if pieces and len(rows) > 1:
        buttons += [
            [step("for", "evidence-for", str(row.id), code=row.indicator.code)] for row in rows
        ]
        buttons.append([step("for", "evidence-for-all", str(EVERY_COLUMN))])
    units = await _units(talk, city)
    if pieces and len(units) <= UNITS_SHOWN:
        buttons += pairs(
            [step("unit", "verbatim", unit.code, text=unit.short_name) for unit in units], 4
        )
        buttons.append([step("unit", "evidence-whole-column", "")])
    if pieces:
        buttons.append([step("drop", "evidence-drop", name=pieces[-1]["name"])])
    buttons.append([step("look", "evidence-done")])
    talk.say(
        "evidence-asked",
        count=len(pieces),
        lines=piece_lines(_named(talk, city)),
        required=evidence_words(lacking),
        buttons=with_way_back(talk, buttons),
    )


def _named(talk: Talk, city: City) -> list[tuple[str, str, str, str]]:
    """Return kind, name, indicator and unit of every piece; "all" is every one."""
    return [
        (
            each["kind"],
            each["name"],
            city.indicator(each["indicator"]).indicator.code if each["indicator"] else "all",
            city.unit_by_code[each["unit"]].short_name if each["unit"] else "all",
        )
        for each in laid(talk)
    ]


async def settle_indicator(talk: Talk, arg: str) -> Literal[Step.EVIDENCE]:
    """Say which column the last piece proves."""
    indicator_id = whole_number(arg)
    city = await talk.city()
    known = {row.id for row in chosen(talk, city.indicator_by_id)} | {EVERY_COLUMN}
    if not laid(talk) or indicator_id not in known:
        raise NotFound("button-outdated")
    laid(talk)[-1]["indicator"] = indicator_id
    return Step.EVIDENCE


async def settle_unit(talk: Talk, arg: str) -> Literal[Step.EVIDENCE]:
    """Say whose figure the last piece proves; "" is the whole column."""
    known = {unit.code for unit in await _units(talk, await talk.city())} | {""}
    if not laid(talk) or arg not in known:
        raise NotFound("button-outdated")
    laid(talk)[-1]["unit"] = arg
    return Step.EVIDENCE


async def drop_last(talk: Talk, _: str) -> Literal[Step.EVIDENCE]:
    if laid(talk):
        gone = laid(talk).pop()
        talk.note("evidence-dropped", name=gone["name"])
    return Step.EVIDENCE


# --- what the desk knows of it -----------------------------------------------------------------


def laid(talk: Talk) -> list[dict[str, Any]]:
    """Return what was sent as evidence and is not handed in yet."""
    pieces: list[dict[str, Any]] = talk.data.setdefault("evidence", [])
    return pieces


def pieces_for(talk: Talk, city: City, row: IndicatorRow) -> list[Piece]:
    """Return the pieces that go with one column."""
    asked = {unit.code: unit.id for unit in city.units_of(row)}
    return [
        Piece(
            kind=each["kind"],
            unique_id=each["unique_id"],
            name=each["name"],
            file_id=each["file_id"],
            unit_id=asked[each["unit"]] if each["unit"] else None,
        )
        for each in laid(talk)
        if each["indicator"] in {row.id, EVERY_COLUMN}
        and (not each["unit"] or each["unit"] in asked)
    ]


async def evidence_lacking(talk: Talk, found: Sequence[Checked]) -> list[Lack]:
    """Return the columns on the desk whose compulsory evidence is missing."""
    return await _lacking(talk, [each.row for each in found])


async def evidence_lacking_now(talk: Talk) -> list[Lack]:
    """Return what `evidence_lacking` does, of whatever lies on the desk."""
    city = await talk.city()
    return await _lacking(talk, chosen(talk, city.indicator_by_id))


async def _lacking(talk: Talk, rows: Sequence[IndicatorRow]) -> list[Lack]:
    city = await talk.city()
    found: list[Lack] = []
    for row in rows:
        ids = {unit.code: unit.id for unit in city.units_of(row)}
        column = [
            Reading(unit_id=ids[code], answer=typed.answer)
            for code, typed in cells_of(talk, row.id).items()
        ]
        pieces = pieces_for(talk, city, row)
        lack = await evidence.lack(talk.conn, city, row, period_of(talk), column, pieces)
        found += [lack] if lack is not None else []
    return found


def evidence_words(lacking: Sequence[Lack]) -> Msg:
    """Return which evidence is missing and how to bring it, or nothing."""
    if not lacking:
        return msg("nothing")
    return msg(
        "evidence-lacking",
        lines=[
            msg(
                "evidence-lacking-line",
                code=each.row.indicator.code,
                indicator=each.row.indicator.name,
                units=len(each.units),
                names="、".join(each.units[:UNITS_SHOWN]),
            )
            for each in lacking
        ],
    )
