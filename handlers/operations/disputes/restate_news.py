"""Who hears of a restatement on its way: the office, the monitoring unit, the unit itself."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.disputes.dispute_terms import check_until
from handlers.operations.disputes.restate_steps import acting
from handlers.operations.doer import doer
from handlers.operations.tell import tell
from handlers.show import answer, figure_line
from handlers.texts import Msg, msg
from storage import confirmations, people, readings, restatements
from storage.people import PersonRow
from storage.readings import Reading
from storage.restatements import Event, Restatement


async def ask_reporters(
    conn: AsyncConnection, city: City, found: Restatement, *, now: datetime
) -> None:
    """Ask the monitoring unit for the new figure."""
    row = city.indicator(found.indicator_id)
    for person in await people.with_role(conn, "reporter", row.monitoring_unit_id, at=now):
        await tell(
            conn,
            city,
            person,
            msg(
                "restate-asked",
                unit=city.unit(found.unit_id).short_name,
                code=row.indicator.code,
                indicator=row.indicator.name,
                period=found.period,
                reason=found.reason,
                document=found.document or "—",
            ),
            key=f"restate-asked:{found.id}:{person.id}",
            now=now,
            buttons=[[go("correct-figure", "dispute-do-file", f"r{found.id}")]],
        )


async def call_office(
    conn: AsyncConnection, city: City, found: Restatement, *, now: datetime
) -> None:
    """Call those of the office who can take the next step; whoever proposed it only waits."""
    for person in await people.with_role(conn, "office", at=now):
        who = await people.by_id(conn, person.id, at=now)
        if who is None or (
            found.state == "approval" and not who.roles_apart_from({found.proposed_by})
        ):
            continue
        await tell(
            conn,
            city,
            person,
            await card(conn, city, found),
            key=f"restatement:{found.id}:{found.state}:{person.id}",
            now=now,
            buttons=[[go("restatement", "button-restatement", str(found.id))]],
        )


async def tell_sides(
    conn: AsyncConnection,
    city: City,
    found: Restatement,
    said: str | None,
    *,
    by: int,
    now: datetime,
) -> None:
    """Tell the monitoring unit and the office how it ended, and why where nothing changes."""
    row = city.indicator(found.indicator_id)
    everybody: list[PersonRow] = [
        *await people.with_role(conn, "reporter", row.monitoring_unit_id, at=now),
        *await people.with_role(conn, "reviewer", row.monitoring_unit_id, at=now),
        *await people.with_role(conn, "office", at=now),
    ]
    for person in dict.fromkeys(everybody):
        if person.id == by:
            continue
        await tell(
            conn,
            city,
            person,
            msg(
                "restate-ended",
                number=str(found.id),
                unit=city.unit(found.unit_id).short_name,
                code=row.indicator.code,
                indicator=row.indicator.name,
                period=found.period,
                state=msg("restate-state", state=found.state),
                said=msg("dispute-said", text=said) if said else msg("nothing"),
            ),
            key=f"restate-ended:{found.id}:{person.id}",
            now=now,
        )


async def tell_unit(
    conn: AsyncConnection, city: City, found: Restatement, fresh: Reading, *, now: datetime
) -> None:
    """Give the unit its new figure, with the time to check it as any other."""
    row, unit = city.indicator(found.indicator_id), city.unit(found.unit_id)
    told = await confirmations.in_force(conn, row.id, unit.id, found.period)
    if told is None:
        return
    shown, arg = f"{told.review_id}.{told.review_id}", f"{unit.code}.{found.period}"
    for contact in await people.with_role(conn, "contact", unit.id, at=now):
        await tell(
            conn,
            city,
            contact,
            msg(
                "your-figures",
                unit=unit.short_name,
                period=found.period,
                lines=[figure_line(row, fresh)],
                count=1,
                until=check_until(city, now),
            ),
            key=f"figures:{found.filing_id}:{unit.id}:{contact.id}",
            now=now,
            buttons=[
                [
                    go("confirm", "button-confirm", f"{arg}.{shown}"),
                    go("dispute-figure", "button-dispute-figure", arg),
                ]
            ],
        )


async def card(conn: AsyncConnection, city: City, found: Restatement) -> Msg:
    """Return a restatement as the office reads it: the figure, why, and every step so far."""
    row = city.indicator(found.indicator_id)
    measure = row.indicator.unit_of_measure
    old, new = await figures(conn, found)
    return msg(
        "restate-card",
        number=str(found.id),
        unit=city.unit(found.unit_id).short_name,
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=found.period,
        state=msg("restate-state", state=found.state),
        due=found.due_at,
        open=int(found.state not in {"done", "declined", "withdrawn"}),
        old=answer(old, measure) if old else msg("figure-none"),
        new=answer(new, measure) if new else msg("figure-none"),
        reason=found.reason,
        document=found.document or "—",
        disputed=str(found.dispute_id) if found.dispute_id else "—",
        events=[
            await _event(conn, city, found, each)
            for each in await restatements.events_of(conn, found.id)
        ],
    )


async def figures(
    conn: AsyncConnection, found: Restatement
) -> tuple[Reading | None, Reading | None]:
    """Return the figure before a restatement and the one it brings, where there is one yet."""
    fresh = await readings.readings_of(conn, found.filing_id) if found.filing_id else []
    new = fresh[0] if fresh else None
    versions = await readings.versions(conn, found.indicator_id, found.unit_id, found.period)
    earlier = [
        each
        for filing, each in versions
        if filing.state == "released" and (new is None or each.id < new.id)
    ]
    return (earlier[-1] if earlier else None), new


async def _event(conn: AsyncConnection, city: City, found: Restatement, event: Event) -> Msg:
    return msg(
        "restate-event",
        at=event.at,
        kind=event.kind,
        who=await doer(conn, event.by, acting(city, found, event.kind), at=event.at),
        said=msg("dispute-said", text=event.said)
        if event.said and event.kind != "open"
        else msg("nothing"),
    )
