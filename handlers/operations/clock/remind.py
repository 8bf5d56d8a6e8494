"""Remind of figures not yet filed: one digest a morning, yellow cards, red cards, office lists.

Every reminder remembers what it is about, so that arriving work takes it back.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.clock.daily_digest import announce
from handlers.operations.clock.digest import CARD_MARK, put_off_buttons
from handlers.operations.clock.due_figures import (
    DueFigure,
    file_buttons,
    free_stamp,
    more_time,
    note_about,
    shortened,
    still_open,
)
from handlers.operations.tell import tell
from handlers.texts import Msg, lines, msg
from scoring.due import Rung
from storage import people
from storage.people import PersonRow

CODES_MOST = 8


async def remind(
    conn: AsyncConnection, city: City, found: Sequence[DueFigure], *, now: datetime
) -> None:
    """Queue what these steps of the ladder owe, for figures that are still open.

    A word ahead of a deadline that is over helps nobody and is dropped; where a red card falls
    due together with its yellow one (after an outage), the red one speaks.
    """
    left = await still_open(conn, found)
    red = [each for each in left if each.rung == "red"]
    spoken_for = {each.cell for each in red}
    yellow = [each for each in left if each.rung == "yellow" and each.cell not in spoken_for]
    ahead = [each for each in left if each.rung in {"ahead", "reminder"} and each.due_at > now]
    for person, own in await _by_person(conn, "reporter", ahead, now=now):
        await announce(conn, city, person, own, now=now)
    await _send_yellow(conn, city, yellow, now=now)
    await _send_red(conn, city, red, now=now)


async def _send_yellow(
    conn: AsyncConnection, city: City, yellow: Sequence[DueFigure], *, now: datetime
) -> None:
    for person, own in await _by_person(conn, "reporter", yellow, now=now):
        said = msg("yellow-card", count=len(own), lines=_card_lines(own))
        await _send_card(conn, city, person, own, said, kind="yellow", now=now)
    if yellow:
        units = await _unit_lines(conn, city, yellow, now=now)
        count = len({each.row.monitoring_unit_id for each in yellow})
        for person in await people.with_role(conn, "office", at=now):
            said = msg("yellow-list", count=len(yellow), units=count, lines=units)
            await _send_list(conn, city, person, said, key=f"yellow-list:{person.id}", now=now)


async def _send_red(
    conn: AsyncConnection, city: City, red: Sequence[DueFigure], *, now: datetime
) -> None:
    reporters = await _by_person(conn, "reporter", red, now=now)
    for person, own in reporters:
        said = msg("red-card", count=len(own), lines=_card_lines(own))
        await _send_card(conn, city, person, own, said, kind="red", now=now)
    told = {person.id for person, _ in reporters}
    for person, own in await _by_person(conn, "reviewer", red, now=now):
        if person.id not in told:
            unit = city.unit(own[0].row.monitoring_unit_id).short_name
            said = msg("red-card-superior", unit=unit, count=len(own), lines=_card_lines(own))
            await _send_list(conn, city, person, said, key=f"red-superior:{person.id}", now=now)
    if red:
        units = await _unit_lines(conn, city, red, now=now)
        count = len({each.row.monitoring_unit_id for each in red})
        for person in await people.with_role(conn, "office", at=now):
            said = msg("red-list", count=len(red), units=count, lines=units)
            await _send_list(conn, city, person, said, key=f"red-list:{person.id}", now=now)


async def _send_card(
    conn: AsyncConnection,
    city: City,
    person: PersonRow,
    own: Sequence[DueFigure],
    said: Msg,
    *,
    kind: Rung,
    now: datetime,
) -> None:
    key = f"{kind}:{person.id}"
    stamp = await free_stamp(conn, key, now.astimezone(city.zone).date())
    buttons = [
        *file_buttons(own),
        *more_time(own),
        *put_off_buttons(f"{kind}{CARD_MARK}{stamp}"),
    ]
    outbox_id = await tell(conn, city, person, said, key=f"{key}:{stamp}", now=now, buttons=buttons)
    await note_about(conn, outbox_id, own)


async def _send_list(
    conn: AsyncConnection, city: City, person: PersonRow, said: Msg, *, key: str, now: datetime
) -> None:
    stamp = await free_stamp(conn, key, now.astimezone(city.zone).date())
    await tell(conn, city, person, said, key=f"{key}:{stamp}", now=now)


async def _by_person(
    conn: AsyncConnection,
    kind: people.RoleKind,
    figures: Sequence[DueFigure],
    *,
    now: datetime,
) -> list[tuple[PersonRow, list[DueFigure]]]:
    """Gather what each person of the monitoring units is answerable for, in order of due dates."""
    own: dict[PersonRow, list[DueFigure]] = {}
    by_unit = _grouped(figures, lambda each: each.row.monitoring_unit_id)
    for unit_id, theirs in by_unit.items():
        for person in await people.with_role(conn, kind, unit_id, at=now):
            own.setdefault(person, []).extend(theirs)
    return [
        (person, sorted(theirs, key=lambda each: (each.due_at, each.row.id)))
        for person, theirs in own.items()
    ]


def _grouped(
    figures: Sequence[DueFigure], of: Callable[[DueFigure], int]
) -> Mapping[int, list[DueFigure]]:
    found: dict[int, list[DueFigure]] = {}
    for each in figures:
        found.setdefault(of(each), []).append(each)
    return found


async def _unit_lines(
    conn: AsyncConnection, city: City, figures: Sequence[DueFigure], *, now: datetime
) -> list[Msg]:
    """Return a line for each monitoring unit, marked where nobody there can be written to."""
    said: list[Msg] = []
    by_unit = _grouped(figures, lambda each: each.row.monitoring_unit_id)
    for unit_id, theirs in sorted(by_unit.items()):
        reporters = await people.with_role(conn, "reporter", unit_id, at=now)
        reachable = any(e.user_id is not None and e.unreachable_at is None for e in reporters)
        given = {
            "unit": city.unit(unit_id).short_name,
            "codes": _codes(theirs),
            "count": len(theirs),
        }
        said.append(
            msg("card-unit-line", **given) if reachable else msg("card-unit-line-alone", **given)
        )
    return shortened(said)


def _codes(figures: Sequence[DueFigure]) -> str:
    codes = [each.row.indicator.code for each in figures]
    return " ".join([*codes[:CODES_MOST], *(["…"] if len(codes) > CODES_MOST else [])])


def _card_lines(figures: Sequence[DueFigure]) -> list[Msg]:
    return shortened(
        lines(
            "card-line",
            (
                {
                    "code": each.row.indicator.code,
                    "indicator": each.row.indicator.name,
                    "period": each.period,
                    "due": each.due,
                }
                for each in figures
            ),
        )
    )
