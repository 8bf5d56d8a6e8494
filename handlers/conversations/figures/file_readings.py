"""File a month: choose, type in one of three ways, look at the difference, confirm."""

import re
from typing import Literal, TypeAlias

from handlers.buttons import Button, go, is_number, step
from handlers.came import FileSent
from handlers.conversations.figures.filing_at_once import (
    column_same,
    missing_same,
    rest_buttons,
    rest_nil,
    rest_same,
)
from handlers.conversations.figures.filing_behalf import check_open, heading
from handlers.conversations.figures.filing_checks import (
    Checked,
    check_and_keep,
    reasons_for_whole,
    still_open,
)
from handlers.conversations.figures.filing_clock import counted_at
from handlers.conversations.figures.filing_desk import (
    cells_of,
    due_rows,
    focused_row,
    holds_figures,
    period_of,
    put,
    rows_open,
    take_month,
    take_paste,
    take_returned,
)
from handlers.conversations.figures.filing_evidence import (
    ask_evidence,
    drop_last,
    evidence_at_each,
    evidence_at_reason,
    evidence_for_column,
    evidence_lacking,
    evidence_typed,
    evidence_words,
    go_to_evidence,
    laid,
    settle_indicator,
    settle_unit,
)
from handlers.conversations.figures.filing_kept import KEPT, take_kept
from handlers.conversations.figures.filing_kind import (
    ask_kind,
    document_as_evidence,
    document_at_each,
    document_at_reason,
    is_evidence,
    is_figures,
)
from handlers.conversations.figures.filing_months import (
    is_open,
    named_row,
    other_months,
    say_all_locked,
    takes_month_named,
    turn_to_month,
)
from handlers.conversations.figures.filing_one_by_one import (
    ask_each,
    each_na,
    each_nil,
    each_same,
    each_skip,
    each_typed,
    start_each,
)
from handlers.conversations.figures.filing_one_list import (
    ask_list,
    list_buttons,
    list_typed,
    start_list,
    take_listed,
)
from handlers.conversations.figures.filing_questions import (
    ask_mend,
    ask_reason,
    explain,
    mend,
    mend_line,
    reason_for_all,
    reason_ready,
    reason_typed,
    reason_value,
)
from handlers.conversations.figures.filing_receipt import hand_in
from handlers.conversations.figures.filing_steps import Step, whole_number
from handlers.conversations.figures.filing_unnamed import (
    ask_which,
    look_instead,
    take_as,
    take_as_none,
)
from handlers.conversations.figures.filing_words import (
    difference,
    lines_of_each,
    list_of_lines,
    state_line,
)
from handlers.conversations.figures.filing_workbook import (
    Landing,
    as_hundredfold,
    as_written,
    ask_settle,
    begin_with,
    drop_doubt,
    empty_desk,
    faults_row,
    reads_for,
    show_faults,
    take_workbook,
    where_one_stood,
)
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.answers import NoDataSaid
from handlers.operations.clock import deadlines
from handlers.operations.figures.desk import lines_for
from handlers.talk import Talk
from handlers.texts import Msg
from scoring.model import Period
from storage import readings

MONTH = re.compile(r"^20\d\d-(0[1-9]|1[0-2])$")
LISTED_MAX = 40
"""More lines nobody reads on a phone; the workbook has them all."""


# --- beginning and choosing ------------------------------------------------------------------


async def begin(talk: Talk, arg: str) -> Landing:
    if arg.startswith(KEPT):
        return await take_kept(talk, arg)
    talk.data |= await empty_desk(talk)
    if not arg:
        return await to_the_only_one(talk)
    head, _, tail = arg.partition(".")
    if is_number(head) and (not tail or MONTH.match(tail)):  # a button: indicator, and month
        talk.data["period"] = tail or talk.data["period"]
        return await focus_on(talk, int(head))
    if await takes_month_named(talk, arg):  # /file 8月
        return await to_the_only_one(talk)
    named = await named_row(talk, arg)
    if named is not None:  # /file K09, /file K09 8月
        return await focus_on(talk, named.id)
    return await take_text(talk, arg)  # /file K09 3.21 … : the figures came with the command


async def to_the_only_one(talk: Talk) -> Literal[Step.CHOOSE, Step.ENTER, Step.LOOK]:
    """Turn to the indicator to be filed if there is just one."""
    rows = await due_rows(talk)
    is_clear = len(rows) == 1 and await is_open(talk)
    return await focus_on(talk, rows[0].id) if is_clear else Step.CHOOSE


async def focus_on(talk: Talk, indicator_id: int) -> Literal[Step.ENTER, Step.LOOK]:
    """Turn to an indicator, with what came back of it if anything did."""
    city = await talk.city()
    row = city.indicator(indicator_id)
    await check_open(talk, row)
    talk.data |= {"focus": indicator_id, "listed": []}
    return Step.LOOK if await take_returned(talk, row) else Step.ENTER


async def ask_choose(talk: Talk) -> None:
    if await say_all_locked(talk):
        return
    city, period = await talk.city(), period_of(talk)
    rows = await due_rows(talk)
    others = await other_months(talk)
    if not rows:
        talk.say("file-nothing-due", period=period, buttons=with_way_back(talk, others))
        return
    filed = await readings.states_of_period(talk.conn, period)
    dues = await deadlines.of_period(talk.conn, city, period)
    states = [state_line(row, dues.of(row, period), filed.get(row.id, ())) for row in rows]
    buttons = [
        [step("pick", "file-pick", str(row.id), code=row.indicator.code, name=row.indicator.name)]
        for row in rows
    ]
    talk.say(
        "file-choose",
        behalf=await heading(talk),
        period=period,
        lines=states,
        count=len(rows),
        buttons=with_way_back(
            talk,
            [
                *await list_buttons(talk),
                *buttons,
                *rest_buttons(await rows_open(talk)),
                [_blank(period)],
                *others,
            ],
        ),
    )


def _blank(period: Period) -> Button:
    """Return the button that sends the month as a workbook to fill in."""
    return go("workbook", "workbook-get", str(period))


async def pick(talk: Talk, arg: str) -> Literal[Step.ENTER, Step.LOOK]:
    return await focus_on(talk, whole_number(arg))


# --- entering --------------------------------------------------------------------------------


async def ask_enter(talk: Talk) -> None:
    city, row, period = await talk.city(), await focused_row(talk), period_of(talk)
    lines = await lines_for(talk.conn, city, row, period, now=talk.now)
    talk.say(
        "file-enter",
        behalf=await heading(talk),
        code=row.indicator.code,
        indicator=row.indicator.name,
        measure=row.indicator.unit_of_measure,
        kind=row.indicator.kind,
        period=period,
        due=(await deadlines.of_period(talk.conn, city, period)).of(row, period).shown,
        lines=list_of_lines(row, lines[:LISTED_MAX], cells_of(talk, row.id)),
        count=len(lines),
        more=max(0, len(lines) - LISTED_MAX),
        first=LISTED_MAX + 1,
        buttons=with_way_back(
            talk,
            [
                [step("same", "file-all-same"), step("nil", "file-all-nil")],
                [step("each", "file-one-by-one"), _blank(period)],
                *([[step("look", "file-look")]] if cells_of(talk, row.id) else []),
                [go("extend", "button-extend", f"{row.id}.{period}")],
            ],
        ),
    )


async def take_text(talk: Talk, typed: str) -> Literal[Step.CHOOSE, Step.ENTER, Step.LOOK]:
    """Read a one-message month or a pasted table, whichever it is."""
    if await _answers_a_list(talk, typed):
        return Step.LOOK
    if await take_paste(talk, typed):
        return Step.LOOK
    return Step.ENTER if talk.data["focus"] else Step.CHOOSE


async def _answers_a_list(talk: Talk, typed: str) -> bool:
    """Read an answer to the list that was shown last, of several indicators or of one."""
    if talk.data.get("listed"):
        return await take_listed(talk, typed)
    return bool(talk.data["focus"]) and await take_month(talk, typed)


async def all_nil(talk: Talk, _: str) -> Literal[Step.LOOK]:
    city, row = await talk.city(), await focused_row(talk)
    for line in await lines_for(talk.conn, city, row, period_of(talk), now=talk.now):
        put(talk, row, line, NoDataSaid(), None, None)
    talk.data["way"] = "list"
    return Step.LOOK


async def look(talk: Talk, _: str) -> Literal[Step.LOOK]:
    return Step.LOOK


# --- looking, explaining odd values, mending ---------------------------------------------------


async def ask_look(talk: Talk) -> None:
    city, period = await talk.city(), period_of(talk)
    dues = await deadlines.of_period(talk.conn, city, period)
    found = await check_and_keep(talk)
    if not found:
        talk.say("file-empty", buttons=with_way_back(talk, [[step("more", "file-more")]]))
        return
    questions = len(still_open(talk, found))
    most = lines_of_each(len(found), odd=sum(len(e.questions.by_unit) for e in found))
    missing = sum(len(each.column.missing) for each in found)
    lacking = await evidence_lacking(talk, found)
    talk.say(
        "file-difference",
        behalf=await heading(talk),
        tables=[await _table(talk, dues, each, most=most) for each in found],
        period=period,
        questions=questions,
        missing=missing,
        evidence=evidence_words(lacking),
        buttons=with_way_back(
            talk, [*_way_on(questions, missing, is_lacking=bool(lacking)), *_other_ways(talk)]
        ),
    )


async def _table(talk: Talk, dues: deadlines.Deadlines, each: Checked, *, most: int) -> Msg:
    column, given = each.column, reasons_for_whole(talk, each.row.id)
    return difference(
        each.row,
        dues.of(each.row, column.period),
        column.lines,
        column.cells,
        each.questions.by_unit,
        [(odd, given.get(odd.kind)) for odd in each.questions.whole],
        answered_before=column.answered_before,
        came_at=await counted_at(talk, each.row.id),
        most=most,
    )


def _way_on(questions: int, missing: int, *, is_lacking: bool) -> list[list[Button]]:
    if questions:
        return [[step("explain", "file-explain", count=questions)]]
    if is_lacking:
        return [[step("evidence", "evidence-attach-required")]]
    if missing:
        return [
            [step("same", "file-missing-same", count=missing)],
            [step("file", "file-confirm-partial", count=missing)],
        ]
    return [[step("file", "file-confirm")]]


def _other_ways(talk: Talk) -> list[list[Button]]:
    return [
        [step("mend", "file-mend"), step("more", "file-more")],
        [step("evidence", "evidence-attach", count=len(laid(talk)))],
        *faults_row(talk),
    ]


StoodOrProof: TypeAlias = Literal[Step.CHOOSE, Step.ENTER, Step.LIST, Step.LOOK, Step.EVIDENCE]


async def take_file(talk: Talk, sent: FileSent) -> StoodOrProof:
    """Take a photo as evidence; a document is evidence only where evidence is asked for."""
    if sent.kind == "photo":
        return await evidence_for_column(talk, sent)
    talk.note("evidence-photo-or-ask")
    return where_one_stood(talk)


async def look_typed(talk: Talk, typed: str) -> Literal[Step.LOOK]:
    await take_text(talk, typed)
    return Step.LOOK


async def more(talk: Talk, _: str) -> Literal[Step.CHOOSE, Step.ENTER, Step.LOOK]:
    return await to_the_only_one(talk)


ERRAND = Errand(
    opening=Opening(
        name="file",
        commands=("file", "report"),
        words=("填报", "报送", "补报"),
        roles=frozenset({"reporter"}),
    ),
    steps=Step,
    begin=begin,
    opened_by=holds_figures,
    reads_for=reads_for,
    begin_with=begin_with,
    places={
        Step.CHOOSE: Place(
            ask=ask_choose,
            on_tap={
                "pick": pick,
                "rest-same": rest_same,
                "rest-nil": rest_nil,
                "month": turn_to_month,
                "list": start_list,
            },
            on_text=take_text,
            on_file=take_file,
            on_document=take_workbook,
        ),
        Step.ENTER: Place(
            ask=ask_enter,
            on_tap={"each": start_each, "same": column_same, "nil": all_nil, "look": look},
            on_text=take_text,
            on_file=take_file,
            on_document=take_workbook,
        ),
        Step.EACH: Place(
            ask=ask_each,
            on_tap={
                "nil": each_nil,
                "na": each_na,
                "same": each_same,
                "skip": each_skip,
                "look": look,
            },
            on_text=each_typed,
            on_file=evidence_at_each,
            on_document=document_at_each,
        ),
        Step.REASON: Place(
            ask=ask_reason,
            on_tap={
                "ready": reason_ready,
                "ready-all": reason_for_all,
                "value": reason_value,
                "line": mend_line,
                "mend-any": mend,
                "look": look,
            },
            on_text=reason_typed,
            on_file=evidence_at_reason,
            on_document=document_at_reason,
        ),
        Step.LOOK: Place(
            ask=ask_look,
            on_tap={
                "file": hand_in,
                "explain": explain,
                "same": missing_same,
                "mend": mend,
                "more": more,
                "evidence": go_to_evidence,
                "faults": show_faults,
            },
            on_text=look_typed,
            on_file=take_file,
            on_document=take_workbook,
        ),
        Step.MEND: Place(
            ask=ask_mend,
            on_tap={"line": mend_line},
            on_text=look_typed,
            on_file=take_file,
            on_document=take_workbook,
        ),
        Step.EVIDENCE: Place(
            ask=ask_evidence,
            on_tap={
                "for": settle_indicator,
                "unit": settle_unit,
                "drop": drop_last,
                "look": look,
            },
            on_text=evidence_typed,
            on_file=evidence_for_column,
            on_document=document_as_evidence,
        ),
        Step.KIND: Place(
            ask=ask_kind,
            on_tap={"figures": is_figures, "proof": is_evidence, "look": look},
            on_file=take_file,
            on_document=take_workbook,
        ),
        Step.WHICH: Place(
            ask=ask_which,
            on_tap={"of": take_as, "none": take_as_none, "look": look_instead},
            on_file=take_file,
            on_document=take_workbook,
        ),
        Step.LIST: Place(
            ask=ask_list,
            on_tap={"look": look},
            on_text=list_typed,
            on_file=take_file,
            on_document=take_workbook,
        ),
        Step.SETTLE: Place(
            ask=ask_settle,
            on_tap={
                "hundred": as_hundredfold,
                "plain": as_written,
                "drop": drop_doubt,
                "look": look,
            },
            on_file=take_file,
            on_document=take_workbook,
        ),
    },
)
