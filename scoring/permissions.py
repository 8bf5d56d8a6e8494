"""Who may do what: asked inside every deed, at the moment of the deed.

A question returns True or False and knows nothing of chats. Roles belong to a unit by its id;
whoever holds them, in their own right or as a deputy, is the caller's knowledge.
"""

from collections.abc import Iterable
from typing import Literal, Protocol

INSIDE = frozenset(
    {
        "reporter",
        "reviewer",
        "contact",
        "administrator",
        "leader",
        "committee",
        "office",
        "auditor",
    }
)
SEE_EVERYTHING = frozenset({"office", "committee", "auditor"})
OF_A_UNIT = frozenset({"reporter", "reviewer", "contact"})
"""What an administrator gives and takes within the own unit; everything else is the office's."""


class HoldsRole(Protocol):
    """A role somebody holds: its kind and the unit it is held in, if it is held in one."""

    @property
    def kind(self) -> str:
        """What they may act as."""
        ...

    @property
    def unit_id(self) -> int | None:
        """The unit they may act in; None for the whole city."""
        ...


def may_file(roles: Iterable[HoldsRole], *, monitoring_unit_id: int) -> bool:
    """Figures are filed by a reporter of the indicator's monitoring unit."""
    return _holds(roles, "reporter", monitoring_unit_id)


def may_file_on_behalf(roles: Iterable[HoldsRole]) -> bool:
    """What a monitoring unit has not filed is filed for it by the office, and marked."""
    return may_run_the_office(roles)


def may_object(roles: Iterable[HoldsRole], *, monitoring_unit_id: int) -> bool:
    """Against what was filed for a unit speaks whoever files or reviews there."""
    return any(
        role.kind in {"reporter", "reviewer"} and role.unit_id == monitoring_unit_id
        for role in roles
    )


def may_review(
    roles: Iterable[HoldsRole],
    *,
    monitoring_unit_id: int,
    filed_by: int | None,
    person_id: int,
    on_behalf: bool = False,
) -> bool:
    """Figures are released by a reviewer of the same unit who did not file them himself.

    Two people, always: Shenzhen's rules for collecting figures, art. 11 (2009). What the office
    filed for a unit may also be released by another of the office.
    """
    mine = list(roles)
    reviews = _holds(mine, "reviewer", monitoring_unit_id)
    return filed_by != person_id and (reviews or (on_behalf and may_run_the_office(mine)))


def may_ask_extension(roles: Iterable[HoldsRole], *, monitoring_unit_id: int) -> bool:
    """More time is asked for by whoever files for the monitoring unit, or reviews there."""
    mine = list(roles)
    return _holds(mine, "reporter", monitoring_unit_id) or _holds(
        mine, "reviewer", monitoring_unit_id
    )


def may_answer_extension(roles: Iterable[HoldsRole]) -> bool:
    """More time is given by the office; *roles* are those in which one is not whoever asked."""
    return any(role.kind == "office" for role in roles)


def may_see_reporting(roles: Iterable[HoldsRole], *, monitoring_unit_id: int) -> bool:
    """How a monitoring unit reports is seen by itself, the leaders, and who sees everything."""
    return any(
        role.kind in SEE_EVERYTHING
        or role.kind == "leader"
        or (role.kind in {"reporter", "reviewer"} and role.unit_id == monitoring_unit_id)
        for role in roles
    )


def may_write_analysis(roles: Iterable[HoldsRole], *, monitoring_unit_id: int) -> bool:
    """A monitoring unit's own people write what they make of a month."""
    return any(
        role.kind in {"reporter", "reviewer"} and role.unit_id == monitoring_unit_id
        for role in roles
    )


def may_rate_analysis(roles: Iterable[HoldsRole], *, monitoring_unit_id: int) -> bool:
    """The office rates an analysis; whoever also writes for the unit does not."""
    held = list(roles)
    writes = may_write_analysis(held, monitoring_unit_id=monitoring_unit_id)
    return may_run_the_office(held) and not writes


def may_see_drafts(roles: Iterable[HoldsRole], *, monitoring_unit_id: int) -> bool:
    """Figures not yet released are seen by the unit that files them, the office and the auditor."""
    return any(
        role.kind in {"office", "auditor"}
        or (role.kind in {"reporter", "reviewer"} and role.unit_id == monitoring_unit_id)
        for role in roles
    )


def may_see_evidence(
    roles: Iterable[HoldsRole],
    *,
    monitoring_unit_id: int,
    unit_id: int | None,
    is_released: bool,
) -> bool:
    """Evidence is seen by whoever sees drafts, and by the unit whose own released figure it proves.

    *unit_id* None is a whole column: it holds the figures of others.
    """
    mine = list(roles)
    if may_see_drafts(mine, monitoring_unit_id=monitoring_unit_id):
        return True
    return is_released and unit_id is not None and _holds(mine, "contact", unit_id)


def may_see_live_ranking(roles: Iterable[HoldsRole]) -> bool:
    """The ranking of a running month is seen by those inside; observers wait for the report."""
    return any(role.kind in INSIDE for role in roles)


def may_see_unit(roles: Iterable[HoldsRole], *, unit_id: int) -> bool:
    """A unit's card and reasons are seen by the unit, its leaders, and those who see everything.

    A leader without an assigned unit is a leader of the whole city.
    """
    return any(
        role.kind in SEE_EVERYTHING
        or (role.kind == "contact" and role.unit_id == unit_id)
        or (role.kind == "leader" and role.unit_id in {None, unit_id})
        for role in roles
    )


def may_observe(roles: Iterable[HoldsRole]) -> bool:
    """Observations are made by observers."""
    return any(role.kind == "observer" for role in roles)


def may_verify_observation(
    roles: Iterable[HoldsRole],
    *,
    unit_id: int,
    observer_id: int,
    person_id: int,
    kind: Literal["office", "committee"] = "office",
) -> bool:
    """Observations are verified by the office, never by anybody of the observed unit.

    Nor by whoever reported it: the one who checks has not seen it first. Where nobody of the office
    is left, it is the committee's, on the same terms.
    """
    mine = list(roles)
    return (
        person_id != observer_id
        and any(role.kind == kind for role in mine)
        and not any(role.unit_id == unit_id for role in mine)
    )


def may_see_observation_unverified(roles: Iterable[HoldsRole], *, unit_id: int) -> bool:
    """Who sees everything sees an observation from the start, unless they are of the unit.

    A leader in charge of the unit is not of it.
    """
    mine = list(roles)
    return any(role.kind in SEE_EVERYTHING for role in mine) and not any(
        role.unit_id == unit_id and role.kind != "leader" for role in mine
    )


def may_see_observation_told(roles: Iterable[HoldsRole], *, unit_id: int) -> bool:
    """What a unit was told of is read by its leaders, as the unit reads it."""
    return any(role.kind == "leader" and role.unit_id in {None, unit_id} for role in roles)


def may_answer_for(roles: Iterable[HoldsRole], *, unit_id: int) -> bool:
    """A unit is spoken for by its contact."""
    return _holds(roles, "contact", unit_id)


def may_propose_target(roles: Iterable[HoldsRole], *, monitoring_unit_id: int) -> bool:
    """A target is proposed to a unit by the office, or by a reporter of the monitoring unit."""
    return any(
        role.kind == "office" or (role.kind == "reporter" and role.unit_id == monitoring_unit_id)
        for role in roles
    )


def may_see_proposal(roles: Iterable[HoldsRole], *, unit_id: int, monitoring_unit_id: int) -> bool:
    """How a target is agreed on is seen by both sides and by those who see everything.

    Never by another unit: what one was granted would be the next one's argument.
    """
    return any(
        role.kind in SEE_EVERYTHING
        or (role.kind == "contact" and role.unit_id == unit_id)
        or (role.kind in {"reporter", "reviewer"} and role.unit_id == monitoring_unit_id)
        for role in roles
    )


def may_approve_retarget(roles: Iterable[HoldsRole], *, unit_ids: Iterable[int]) -> bool:
    """An adjusted target is approved by the office, the committee, or the leader in charge.

    Not by anybody who speaks for one of the units, and a leader with units of their own only for
    these. That it takes two people, neither the proposer, is the deed's to see to.
    """
    mine, units = list(roles), set(unit_ids)
    if any(role.kind == "contact" and role.unit_id in units for role in mine):
        return False
    if any(role.kind in {"office", "committee"} for role in mine):
        return True
    led = {role.unit_id for role in mine if role.kind == "leader"}
    return None in led or (bool(led) and units <= led)


def may_instruct(roles: Iterable[HoldsRole], *, unit_id: int) -> bool:
    """A unit is instructed by the committee and by its leaders, never by anybody of its own desk.

    A leader with units of their own instructs only these.
    """
    mine = list(roles)
    if any(role.unit_id == unit_id and role.kind in OF_A_UNIT for role in mine):
        return False
    return any(
        role.kind == "committee" or (role.kind == "leader" and role.unit_id in {None, unit_id})
        for role in mine
    )


def may_run_the_office(roles: Iterable[HoldsRole]) -> bool:
    """The cycle is run by the office (市绩效办)."""
    return any(role.kind == "office" for role in roles)


def may_manage_role(roles: Iterable[HoldsRole], *, kind: str, unit_id: int | None) -> bool:
    """Roles are given and taken by the office, those of a unit's desk also by its administrator.

    A leader in charge of a unit is not of it, and an administrator is named by the office.
    """
    return any(
        role.kind == "office"
        or (role.kind == "administrator" and role.unit_id == unit_id and kind in OF_A_UNIT)
        for role in roles
    )


def may_hold_together(roles: Iterable[tuple[str, int | None]]) -> bool:
    """Return whether one person may hold these roles, each with the unit it is about.

    Whoever audits does not run what is audited; whoever watches a unit is not of it.
    """
    held = set(roles)
    kinds = {kind for kind, _ in held}
    watched = {unit for kind, unit in held if kind == "observer"}
    desks = {unit for kind, unit in held if kind in OF_A_UNIT | {"administrator"}}
    return not {"office", "auditor"} <= kinds and not watched & desks


def may_audit(roles: Iterable[HoldsRole]) -> bool:
    """The journal is read by the office and the auditor."""
    return any(role.kind in {"office", "auditor"} for role in roles)


def _holds(roles: Iterable[HoldsRole], kind: str, unit_id: int) -> bool:
    return any(role.kind == kind and role.unit_id == unit_id for role in roles)
