"""Tune a check: switch a rule off or on, or move its threshold, for one indicator or for all."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from scoring.tuning import RULES, THRESHOLDS, OddityKind
from storage import check_settings, journal
from storage.check_settings import Decision, State
from storage.people import Person

REASON_MAX = 300


def known_rule(text: str) -> OddityKind:
    """Return the rule of this name; raise NotFound if there is none."""
    by_name: dict[str, OddityKind] = {rule: rule for rule in RULES}
    found = by_name.get(text)
    if found is None:
        raise NotFound("button-outdated")
    return found


def check_threshold(rule: OddityKind, threshold: Decimal) -> None:
    """Raise Refusal for a threshold a rule does not have, or beyond what makes sense."""
    bounds = THRESHOLDS.get(rule)
    if bounds is None:
        raise Refusal("tune-no-threshold")
    is_whole = bounds.measured != "periods" or threshold == threshold.to_integral_value()
    if not bounds.lowest <= threshold <= bounds.highest or not is_whole:
        raise Refusal(
            "tune-threshold-beyond", lowest=f"{bounds.lowest:f}", highest=f"{bounds.highest:f}"
        )


async def tune(
    conn: AsyncConnection,
    city: City,
    who: Person,
    rule: OddityKind,
    indicator_id: int | None,
    *,
    state: State,
    threshold: Decimal | None,
    reason: str,
    now: datetime,
) -> None:
    """Decide how a rule asks from now on; nothing changes about figures already handed in.

    Raises NotAllowed for anybody but the office, Refusal without a reason or with a threshold that
    cannot be, Outdated where it is so already.
    """
    if not may_run_the_office(who.roles):
        raise NotAllowed("not-for-your-role")
    if not reason.strip():
        raise Refusal("tune-reason-needed")
    if threshold is not None:
        check_threshold(rule, threshold)
    code = "ALL" if indicator_id is None else city.indicator(indicator_id).indicator.code
    before = (await check_settings.in_force(conn, at=now)).get((rule, indicator_id))
    usual: State = "on" if indicator_id is None else "general"
    was = (before.state, before.threshold) if before is not None else (usual, None)
    if was == (state, threshold):
        raise Outdated("tune-so-already")
    decided = Decision(
        rule=rule,
        indicator_id=indicator_id,
        state=state,
        threshold=threshold,
        reason=reason[:REASON_MAX],
        by=who.id,
        at=now,
    )
    await check_settings.add(conn, decided)
    detail = {"was": _said(*was), "now": _said(state, threshold), "reason": decided.reason}
    await journal.add(
        conn, person_id=who.id, act="check-tuned", subject=f"{rule} {code}", detail=detail, at=now
    )


def _said(state: State, threshold: Decimal | None) -> str:
    return state if threshold is None else f"{state} {threshold:f}"
