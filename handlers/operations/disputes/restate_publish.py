"""Carry a restatement out: the figure in force, the month kept anew, 更正 to whom it concerns.

Those are the people whose messages of the released month are in the outbox, as they were written
then; whoever holds a role today is not asked.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.buttons import packed
from handlers.city import City
from handlers.operations.disputes import restate_pictures as pictures
from handlers.operations.disputes.restate_effect import Moved, lines, moved, told_of
from handlers.operations.disputes.restate_news import tell_unit
from handlers.operations.disputes.restate_pictures import Anew, Enclosure
from handlers.operations.disputes.settle_disputes import settled_by
from handlers.operations.months.snapshot_month import keep_month
from handlers.show import answer
from handlers.texts import Msg, from_json, msg, to_json
from scoring.model import Period
from scoring.refusals import NotFound, Outdated
from scoring.workdays import next_push_moment
from storage import confirmations, outbox, periods, readings
from storage.outbox import Owed
from storage.readings import Reading
from storage.restatements import Restatement
from storage.schema import outbox as outbox_table
from storage.schemes import SchemeRow

LEADERS, CARD, PUBLIC = "leaders", "card", "public"
GOT_IT = ("sent", "unknown", "sending", "pending")


@dataclass(frozen=True)
class _Seen:
    """What a chat was sent of a month: as whom, of which unit, and in which messages."""

    as_whom: str
    unit_id: int
    row: sa.Row[Any]


async def carry_out(
    conn: AsyncConnection, city: City, boards: BoardShelf, found: Restatement, *, now: datetime
) -> None:
    """Release the figure of an approved restatement and everything that follows from it."""
    if found.filing_id is None:
        raise NotFound("restate-gone")
    row = city.indicator(found.indicator_id)
    scheme_row = city.scheme_by_id[row.scheme_id]
    before = await confirmations.in_force(conn, row.id, found.unit_id, found.period)
    months = await _kept_months(conn, scheme_row, found.period)
    old = {each: await boards.result(conn, city, scheme_row, each) for each in months}
    told = {each: await told_of(conn, scheme_row.id, each) for each in months}
    released = await readings.add_review(
        conn,
        found.filing_id,
        outcome="released",
        by=found.endorsed_by,
        reason=found.document,
        now=now,
        expected="endorsed",
    )
    if not released:
        raise Outdated("restate-moved-on", number=str(found.id))
    fresh = (await readings.readings_of(conn, found.filing_id))[0]
    filing = await readings.one_filing(conn, found.filing_id)
    if filing is not None:
        await settled_by(conn, city, filing, [fresh], now=now)
    await tell_unit(conn, city, found, fresh, now=now)
    for month in months:
        new = await boards.result(conn, city, scheme_row, month)
        await keep_month(conn, city, boards, scheme_row, month, now=now)
        shift = moved(old[month], new, told[month])
        if shift and before is not None:
            reason = f"restatement {found.id}"
            made = Anew(conn, city, scheme_row, month, new.rankings, reason, now)
            await _correct(conn, found, made, (before.reading, fresh), shift)


async def _kept_months(conn: AsyncConnection, scheme_row: SchemeRow, first: Period) -> list[Period]:
    """Return the months from this one on whose results were kept: all that may move."""
    months = (Period(first.year, number) for number in range(first.month, 13))
    return [
        each
        for each in months
        if await periods.latest_snapshot(conn, scheme_row.id, each) is not None
    ]


async def _correct(
    conn: AsyncConnection,
    found: Restatement,
    made: Anew,
    figures: tuple[Reading, Reading],
    shift: Sequence[Moved],
) -> None:
    """Owe each chat that was sent this month one 更正 of what it saw, and mark what it has.

    Its first picture carries the words; whatever else it had comes after them, drawn anew.
    """
    by_chat: defaultdict[int, list[_Seen]] = defaultdict(list)
    for seen in await _sent(conn, made.month):
        by_chat[seen.row.chat_id].append(seen)
    for theirs in by_chat.values():
        visible = _visible(made.city, made.scheme_row, theirs, shift)
        if not visible:
            continue
        said = _said(
            made.city,
            found,
            made.scheme_row,
            made.month,
            figures,
            visible,
            is_shown=_whose_figure(theirs, found),
        )
        enclosed = await _enclosed(made, theirs, visible)
        await _owe(conn, found, made, theirs, said, enclosed)
        for seen in theirs:
            await _mark(conn, found, seen.row, now=made.now)


async def _enclosed(
    made: Anew, theirs: Sequence[_Seen], visible: Sequence[Moved]
) -> list[Enclosure]:
    """Return what a chat had of this month and gets anew, pictures first."""
    changed = {each.unit_code for each in visible}
    cards = {each.unit_id for each in theirs if each.as_whom == CARD and each.row.artwork_id}
    shown: list[Enclosure | None] = [
        await pictures.card(made, unit_id)
        for unit_id in sorted(cards)
        if made.city.unit(unit_id).code in changed
    ]
    kinds = {each.row.key.split(":")[0] for each in theirs if each.row.artwork_id}
    if "push" in kinds:
        shown.append(await pictures.chart(made, theirs[0].row.person_id))
    if "bulletin" in kinds:
        shown.append(await pictures.public_chart(made))
    if any(each.row.key.startswith(_workbook_key(made)) for each in theirs):
        shown.append(await pictures.workbook(made))
    return [each for each in shown if each is not None]


def _workbook_key(made: Anew) -> str:
    return f"workbook:{made.month}:{made.scheme_row.id}:"


async def _sent(conn: AsyncConnection, month: Period) -> list[_Seen]:
    """Return what went out of a released month, by the keys it went out under."""
    prefixes = {
        f"push:{month}:": LEADERS,
        f"push-others:{month}:": LEADERS,
        f"workbook:{month}:": LEADERS,
        f"card:{month}:": CARD,
        f"bulletin:{month}:": PUBLIC,
    }
    found: list[_Seen] = []
    for prefix, as_whom in prefixes.items():
        query = (
            sa.select(outbox_table)
            .where(
                outbox_table.c.key >= prefix,
                outbox_table.c.key < f"{prefix[:-1]};",
                outbox_table.c.state.in_(GOT_IT),
            )
            .order_by(outbox_table.c.id)
        )
        for row in await conn.execute(query):
            unit_id = int(row.key.split(":")[2]) if as_whom == CARD else 0
            found.append(_Seen(as_whom, unit_id, row))
    return sorted(found, key=lambda each: each.row.id)


def _visible(
    city: City, scheme_row: SchemeRow, theirs: Sequence[_Seen], shift: Sequence[Moved]
) -> list[Moved]:
    """Return the moves among what a chat saw: all, its own unit's, or those that are public."""
    ways = {each.as_whom for each in theirs}
    if LEADERS in ways:
        return list(shift)
    if CARD in ways:
        own = {city.unit(each.unit_id).code for each in theirs if each.as_whom == CARD}
        return [each for each in shift if each.unit_code in own]
    # The bulletin speaks of the towns alone, and never of the last of them.
    if scheme_row.scheme.track != "town":
        return []
    return [each for each in shift if not each.was_bottom]


def _whose_figure(theirs: Sequence[_Seen], found: Restatement) -> bool:
    """Whether a chat may read the figure itself: leaders, and the unit whose it is."""
    return any(
        each.as_whom == LEADERS or (each.as_whom == CARD and each.unit_id == found.unit_id)
        for each in theirs
    )


def _said(
    city: City,
    found: Restatement,
    scheme_row: SchemeRow,
    month: Period,
    figures: tuple[Reading, Reading],
    visible: Sequence[Moved],
    *,
    is_shown: bool,
) -> Msg:
    row = city.indicator(found.indicator_id)
    measure, (before, fresh) = row.indicator.unit_of_measure, figures
    given: Mapping[str, Any] = {
        "period": month,
        "document": found.document or "—",
        "lines": lines(city, visible, scheme_row.scheme.places),
    }
    if not is_shown:
        return Msg("restated-elsewhere", given)
    return msg(
        "restated",
        **given,
        unit=city.unit(found.unit_id).short_name,
        code=row.indicator.code,
        indicator=row.indicator.name,
        of=found.period,
        old=answer(before, measure),
        new=answer(fresh, measure),
    )


async def _owe(
    conn: AsyncConnection,
    found: Restatement,
    made: Anew,
    theirs: Sequence[_Seen],
    said: Msg,
    enclosed: Sequence[Enclosure],
) -> None:
    """Owe a chat the words, under the first message it had, and what goes with them."""
    like = theirs[0].row
    first = next((e.row for e in theirs if e.row.telegram_message_id is not None), None)
    city, now = made.city, made.now
    decent = next_push_moment(now.astimezone(city.zone), city.calendar)
    key = f"restated:{found.id}:{made.month}:{like.chat_id}"
    picture = next((each for each in enclosed if each.method == "photo"), None)
    owed = Owed(
        key=key,
        chat_id=like.chat_id,
        person_id=like.person_id,
        lane="alert",
        method="text" if picture is None else picture.method,
        message=to_json(said),
        artwork_id=None if picture is None else picture.artwork_id,
        buttons=packed(() if picture is None else picture.buttons),
        replies_to_id=first.telegram_message_id if first is not None else None,
        not_before=max(like.not_before, decent),
    )
    await outbox.enqueue(conn, owed, now=now)
    for each in enclosed:
        if each is not picture:
            more = replace(
                owed,
                key=f"restated-again:{found.id}:{made.month}:{like.chat_id}:{each.name}",
                method=each.method,
                message=to_json(each.words),
                artwork_id=each.artwork_id,
                buttons=packed(each.buttons),
                replies_to_id=None,
            )
            await outbox.enqueue(conn, more, now=now)


async def _mark(
    conn: AsyncConnection, found: Restatement, row: sa.Row[Any], *, now: datetime
) -> None:
    """Put a short mark before the words of a message that carries the old number."""
    if row.state != "sent" or row.telegram_message_id is None:
        return
    mark = Owed(
        key=f"restated-mark:{found.id}:{row.id}",
        chat_id=row.chat_id,
        person_id=row.person_id,
        lane="broadcast",
        method="mark",
        message=to_json(msg("restated-mark", then=from_json(row.message))),
        buttons=row.buttons,
        edits_message_id=row.telegram_message_id,
        not_before=now,
    )
    await outbox.enqueue(conn, mark, now=now)
