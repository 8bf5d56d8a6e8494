"""Agree to everything proposed to a unit at once: as many questions to the database as for one."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.doer import kept
from handlers.operations.targets.proposal_news import tell_ended
from handlers.operations.targets.propose_targets import detail_of, subject_of
from handlers.operations.targets.target_terms import first_open, is_settled, spoken_as
from scoring import permissions
from scoring.refusals import NotAllowed, Outdated
from storage import journal, proposals, targets
from storage.people import Person
from storage.proposals import Proposal
from storage.targets import LaidDown


async def agree_to_rest(
    conn: AsyncConnection, city: City, who: Person, unit_id: int, *, seen: int, now: datetime
) -> list[Proposal]:
    """Let a unit agree to everything proposed to it that it has not answered; return that.

    *seen* is the newest event it has read: what was proposed since is left open. Raises NotAllowed
    for anybody but the unit's contact, Outdated where nothing is left.
    """
    if not permissions.may_answer_for(who.roles, unit_id=unit_id):
        raise NotAllowed("proposal-contact-only")
    waiting = [
        each
        for each in await proposals.open_ones(conn)
        if each.unit_id == unit_id and each.last.kind == "proposed" and each.last.id <= seen
    ]
    if not waiting:
        raise Outdated("proposal-nothing-left")
    laid_down = await _laid_down(conn, city, waiting, now=now)
    ended = await proposals.agree_all(conn, waiting, laid_down, by=who.id, now=now)
    acted = await kept(conn, who.id, spoken_as(city, ended[0], "agreed"), at=now)
    await journal.add_all(
        conn,
        person_id=who.id,
        act="target-agreed",
        about=[(subject_of(city, each), detail_of(each) | acted) for each in ended],
        at=now,
    )
    await tell_ended(conn, city, who, ended, now=now)
    return ended


async def _laid_down(
    conn: AsyncConnection, city: City, made: Sequence[Proposal], *, now: datetime
) -> dict[tuple[int, int], int]:
    """Lay down the agreed targets, but where one in force takes an adjustment; return the rows."""
    by_scheme: dict[int, list[Proposal]] = {}
    for each in made:
        by_scheme.setdefault(city.indicator(each.indicator_id).scheme_id, []).append(each)
    rows: list[LaidDown] = []
    for scheme_id, own in by_scheme.items():
        scheme = city.scheme_by_id[scheme_id]
        settled, earliest = await is_settled(conn, scheme), await first_open(conn, scheme)
        known = await targets.known_at(conn, scheme_id, at=now, period=earliest)
        for each in own:
            row, unit = city.indicator(each.indicator_id), city.unit(each.unit_id)
            held = known.get((row.indicator.code, unit.code))
            if held is None or held.target is None or not settled:
                last, since = each.last, earliest if settled else None
                rows.append(LaidDown(row.id, unit.id, last.base, last.goal, since))
    return await targets.lay_down_all(conn, rows, known_from=now)
