"""Hand somebody's work over to a successor (交接), everything in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.people import staff
from handlers.operations.people.belongings import BELONGINGS, Passing
from handlers.operations.people.gaps import gap_buttons, gaps_left_by
from handlers.operations.people.leave import gap_words, silence, tell_managers
from handlers.operations.people.leaver import Leaver
from handlers.operations.people.role_words import role_words
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from scoring.refusals import NotFound, Outdated, Refusal
from storage import journal, people, staff_changes
from storage.people import Person, PersonRow


@dataclass(frozen=True)
class Handed:
    """A handover that has taken place; *moved* counts what the successor has of each kind."""

    change_id: int
    leaver: PersonRow
    heir: PersonRow
    moved: Mapping[str, int]


async def leaver_of(
    conn: AsyncConnection, person_id: int, *, by: Person | None, now: datetime
) -> Leaver:
    """Return somebody whose work may be handed over by this person.

    One's own work is one's own to hand over; that of others is the office's, or the unit's
    administrator's, also when they have left. Raises NotAllowed for anybody else, NotFound for
    nobody, Outdated if it went to somebody already.
    """
    row = await people.one(conn, person_id)
    if row is None:
        raise NotFound("person-gone")
    roles = await staff.roles_at_leaving(conn, row)
    is_own = by is not None and by.id == person_id and row.left_at is None
    if not is_own:
        staff.check_manages(by, person_id, roles)
    if row.left_at is None:
        return Leaver(row, row.user_id, roles, now)
    left = await staff_changes.departure_of(conn, person_id)
    if left is not None and left.successor_id is not None:
        heir = await people.one(conn, left.successor_id)
        raise Outdated("handover-already", name=row.name, heir=heir.name if heir else "—")
    return Leaver(row, left.user_id if left else None, roles, now)


async def contents(conn: AsyncConnection, city: City, leaver: Leaver) -> dict[str, int]:
    """Return how many of each kind of thing would move, before anything does."""
    return {each.name: len(await each.find(conn, city, leaver)) for each in BELONGINGS}


async def check_heir(
    conn: AsyncConnection, city: City, leaver: Leaver, heir_id: int, *, by: Person | None
) -> PersonRow:
    """Return the successor; raise where this person may not take over.

    Raises NotFound for who has left, Refusal for oneself and for roles nobody may hold together,
    NotAllowed for an administrator who would take the work himself or give it outside the unit.
    """
    if heir_id == leaver.row.id:
        raise Refusal("handover-self")
    row = await staff.staying(conn, heir_id)
    own = await people.roles_of(conn, heir_id)
    is_own = by is not None and by.id == leaver.row.id
    if not is_own and (own or not staff.is_office(by)):
        staff.check_manages(by, heir_id, own)
    staff.check_fits(city, [*own, *leaver.roles])
    return row


async def hand_over(
    conn: AsyncConnection,
    city: City,
    person_id: int,
    heir_id: int,
    *,
    by: Person | None,
    now: datetime,
    but_for: int | None = None,
) -> Handed:
    """Move everything that is somebody's to do to a successor who has joined; the leaver goes.

    *but_for* is the conversation in which the person does so himself. What was recorded stays
    under who recorded it. The leaver gets one last message, and nothing after it. Raises as
    `leaver_of` and `check_heir` do, Refusal for a successor who has not joined.
    """
    leaver = await leaver_of(conn, person_id, by=by, now=now)
    heir = await check_heir(conn, city, leaver, heir_id, by=by)
    return await _carry_out(
        conn, city, leaver, heir, by_id=by.id if by else None, by=by, now=now, but_for=but_for
    )


async def take_up(
    conn: AsyncConnection, city: City, person_id: int, heir_id: int, *, now: datetime
) -> Handed | None:
    """Carry out a handover promised with an invitation that was just used.

    Return None if the work has gone to somebody else since, or may not be the invited one's.
    """
    row, heir = await people.one(conn, person_id), await people.one(conn, heir_id)
    if row is None or heir is None:
        return None
    left = await staff_changes.departure_of(conn, person_id) if row.left_at else None
    if left is not None and left.successor_id is not None:
        return None
    roles = await staff.roles_at_leaving(conn, row)
    account = left.user_id if left else row.user_id
    leaver = Leaver(row, account, roles, now)
    by_id = await staff_changes.promiser_of(conn, heir_id)
    return await _carry_out(conn, city, leaver, heir, by_id=by_id, by=None, now=now, but_for=None)


async def _carry_out(
    conn: AsyncConnection,
    city: City,
    leaver: Leaver,
    heir: PersonRow,
    *,
    by_id: int | None,
    by: Person | None,
    now: datetime,
    but_for: int | None,
) -> Handed:
    if heir.user_id is None:
        raise Refusal("handover-not-joined", name=heir.name)
    passing = Passing(conn, city, leaver, heir)
    moved: dict[str, list[int]] = {}
    found = {each.name: await each.find(conn, city, leaver) for each in BELONGINGS}
    for each in BELONGINGS:
        moved[each.name] = list(await each.move(passing, found[each.name]))
    if leaver.left_at is None:
        await silence(conn, leaver.row, now=now, but_for=but_for)
    change_id = await staff_changes.add(
        conn,
        "handed-over",
        leaver.row.id,
        by=by_id,
        at=now,
        user_id=leaver.user_id,
        successor_id=heir.id,
        unit_id=staff.acted_in(by, leaver.roles) if by and by.id != leaver.row.id else None,
        detail={"roles": [role.id for role in leaver.roles], "moved": moved},
    )
    handed = Handed(change_id, leaver.row, heir, {name: len(ids) for name, ids in moved.items()})
    await journal.add(
        conn,
        person_id=by_id,
        act="handed-over",
        subject=leaver.row.name,
        detail={"person": leaver.row.id, "successor": heir.id, **handed.moved},
        at=now,
    )
    await _tell(conn, city, leaver, handed, by=by, now=now)
    return handed


async def _tell(
    conn: AsyncConnection,
    city: City,
    leaver: Leaver,
    handed: Handed,
    *,
    by: Person | None,
    now: datetime,
) -> None:
    """Give the leaver the last word, the successor the work, and the office the news."""
    heir, roles = handed.heir, role_words(city, leaver.roles)
    if leaver.left_at is None and (by is None or by.id != leaver.row.id):
        farewell = msg("handover-farewell", name=leaver.row.name, heir=heir.name)
        await tell(conn, city, leaver.row, farewell, key=f"farewell:{handed.change_id}", now=now)
    if by is not None and by.id != heir.id:  # whoever comes by invitation is answered at once
        await tell(
            conn,
            city,
            heir,
            msg(
                "handover-to-you",
                name=leaver.row.name,
                roles=roles,
                moved=moved_lines(handed.moved),
            ),
            key=f"handover:{handed.change_id}:{heir.id}",
            now=now,
            buttons=[[go("todo", "button-todo"), go("start", "button-menu")]],
        )
    found = await gaps_left_by(conn, city, leaver.roles, now.astimezone(city.zone).year)
    said = msg(
        "handover-told",
        name=leaver.row.name,
        heir=heir.name,
        roles=roles,
        moved=moved_lines(handed.moved),
        gaps=gap_words(found),
    )
    await tell_managers(
        conn,
        city,
        leaver.roles,
        said,
        buttons=gap_buttons(found),
        by=by,
        key=f"handed:{handed.change_id}",
        now=now,
    )


def moved_lines(moved: Mapping[str, int]) -> list[Msg]:
    """Return a line for each kind of thing of which there is any."""
    found = [msg(f"belonging-{name}", count=count) for name, count in moved.items() if count]
    return found or [msg("belonging-none")]


async def waits_for(conn: AsyncConnection, leaver: Leaver) -> PersonRow | None:
    """Return the successor who has been invited to take over and has not come yet."""
    found = await staff_changes.promised_to(conn, leaver.row.id, at=leaver.at)
    return None if found is None else await people.one(conn, found)


async def withdraw(conn: AsyncConnection, person_id: int, *, by: Person, now: datetime) -> int:
    """Take back the invitations to take over somebody's work; return how many there were."""
    leaver = await leaver_of(conn, person_id, by=by, now=now)
    count = await staff_changes.withdraw_promises(conn, leaver.row.id, at=now)
    if count:
        await journal.add(
            conn,
            person_id=by.id,
            act="handover-withdrawn",
            subject=leaver.row.name,
            detail={"person": leaver.row.id},
            at=now,
        )
    return count
