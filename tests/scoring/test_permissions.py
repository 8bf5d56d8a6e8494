"""Who may do what, role by role: the unit meant, another unit, and nobody in particular."""

from dataclasses import dataclass

import pytest

from scoring import permissions as may

HERE, THERE = 1, 2
SELF, COLLEAGUE = 8, 9


@dataclass(frozen=True)
class Role:
    kind: str
    unit_id: int | None = None


OFFICE, AUDITOR, COMMITTEE, MAYOR = map(Role, ("office", "auditor", "committee", "leader"))
LEADER, OTHER_LEADER = Role("leader", HERE), Role("leader", THERE)
REPORTER, REVIEWER, CONTACT = (Role(kind, HERE) for kind in ("reporter", "reviewer", "contact"))
OTHERS = tuple(Role(kind, THERE) for kind in ("reporter", "reviewer", "contact", "administrator"))
OBSERVER, ADMINISTRATOR = Role("observer"), Role("administrator", HERE)
EVERY_ROLE = (
    *(OFFICE, AUDITOR, COMMITTEE, MAYOR, LEADER, OTHER_LEADER, REPORTER, REVIEWER, CONTACT),
    *(OBSERVER, ADMINISTRATOR, *OTHERS),
)

WHO_MAY = {
    "file": (
        lambda roles: may.may_file(roles, monitoring_unit_id=HERE),
        {REPORTER},
    ),
    "file on behalf": (may.may_file_on_behalf, {OFFICE}),
    "object": (
        lambda roles: may.may_object(roles, monitoring_unit_id=HERE),
        {REPORTER, REVIEWER},
    ),
    "review what a colleague filed": (
        lambda roles: may.may_review(
            roles, monitoring_unit_id=HERE, filed_by=COLLEAGUE, person_id=SELF
        ),
        {REVIEWER},
    ),
    "review what was filed on behalf": (
        lambda roles: may.may_review(
            roles, monitoring_unit_id=HERE, filed_by=COLLEAGUE, person_id=SELF, on_behalf=True
        ),
        {REVIEWER, OFFICE},
    ),
    "review what they filed themselves": (
        lambda roles: may.may_review(
            roles, monitoring_unit_id=HERE, filed_by=SELF, person_id=SELF, on_behalf=True
        ),
        set(),
    ),
    "instruct": (
        lambda roles: may.may_instruct(roles, unit_id=HERE),
        {COMMITTEE, MAYOR, LEADER},
    ),
    "ask for more time": (
        lambda roles: may.may_ask_extension(roles, monitoring_unit_id=HERE),
        {REPORTER, REVIEWER},
    ),
    "give more time": (
        may.may_answer_extension,
        {OFFICE},
    ),
    "see how a unit reports": (
        lambda roles: may.may_see_reporting(roles, monitoring_unit_id=HERE),
        {OFFICE, AUDITOR, COMMITTEE, MAYOR, LEADER, OTHER_LEADER, REPORTER, REVIEWER},
    ),
    "write a unit's analysis": (
        lambda roles: may.may_write_analysis(roles, monitoring_unit_id=HERE),
        {REPORTER, REVIEWER},
    ),
    "rate a unit's analysis": (
        lambda roles: may.may_rate_analysis(roles, monitoring_unit_id=HERE),
        {OFFICE},
    ),
    "see drafts": (
        lambda roles: may.may_see_drafts(roles, monitoring_unit_id=HERE),
        {OFFICE, AUDITOR, REPORTER, REVIEWER},
    ),
    "see the evidence of a draft": (
        lambda roles: may.may_see_evidence(
            roles, monitoring_unit_id=HERE, unit_id=HERE, is_released=False
        ),
        {OFFICE, AUDITOR, REPORTER, REVIEWER},
    ),
    "see the evidence of their own released figure": (
        lambda roles: may.may_see_evidence(
            roles, monitoring_unit_id=HERE, unit_id=HERE, is_released=True
        ),
        {OFFICE, AUDITOR, REPORTER, REVIEWER, CONTACT},
    ),
    "see the evidence of a whole column": (
        lambda roles: may.may_see_evidence(
            roles, monitoring_unit_id=HERE, unit_id=None, is_released=True
        ),
        {OFFICE, AUDITOR, REPORTER, REVIEWER},
    ),
    "see the ranking of a running month": (
        may.may_see_live_ranking,
        set(EVERY_ROLE) - {OBSERVER},
    ),
    "see a unit": (
        lambda roles: may.may_see_unit(roles, unit_id=HERE),
        {OFFICE, AUDITOR, COMMITTEE, MAYOR, LEADER, CONTACT},
    ),
    "observe": (may.may_observe, {OBSERVER}),
    "answer for a unit": (
        lambda roles: may.may_answer_for(roles, unit_id=HERE),
        {CONTACT},
    ),
    "propose a target": (
        lambda roles: may.may_propose_target(roles, monitoring_unit_id=HERE),
        {OFFICE, REPORTER},
    ),
    "see a proposal": (
        lambda roles: may.may_see_proposal(roles, unit_id=HERE, monitoring_unit_id=HERE),
        {OFFICE, AUDITOR, COMMITTEE, CONTACT, REPORTER, REVIEWER},
    ),
    "approve an adjusted target": (
        lambda roles: may.may_approve_retarget(roles, unit_ids=[HERE]),
        {OFFICE, COMMITTEE, MAYOR, LEADER},
    ),
    "run the office": (may.may_run_the_office, {OFFICE}),
    "name a reporter": (
        lambda roles: may.may_manage_role(roles, kind="reporter", unit_id=HERE),
        {OFFICE, ADMINISTRATOR},
    ),
    "name a leader": (
        lambda roles: may.may_manage_role(roles, kind="leader", unit_id=HERE),
        {OFFICE},
    ),
    "name an administrator": (
        lambda roles: may.may_manage_role(roles, kind="administrator", unit_id=HERE),
        {OFFICE},
    ),
    "audit": (may.may_audit, {OFFICE, AUDITOR}),
}


@pytest.mark.parametrize("deed", WHO_MAY)
def test_exactly_those_who_are_meant_to_may(deed):
    asked, allowed = WHO_MAY[deed]
    assert {role for role in EVERY_ROLE if asked([role])} == allowed


@pytest.mark.parametrize("deed", WHO_MAY)
def test_whoever_holds_no_role_may_nothing(deed):
    asked, _ = WHO_MAY[deed]
    assert not asked([])


@pytest.mark.parametrize("deed", WHO_MAY)
def test_roles_may_come_as_a_stream_that_can_be_read_only_once(deed):
    asked, allowed = WHO_MAY[deed]
    assert asked(iter([OTHERS[0], *allowed])) == bool(allowed)


@pytest.mark.parametrize(
    ("roles", "units", "may_approve"),
    [
        ([LEADER], [HERE, THERE], False),
        ([LEADER, OTHER_LEADER], [HERE, THERE], True),
        ([MAYOR], [HERE, THERE], True),
        ([OFFICE, CONTACT], [HERE], False),
        ([OFFICE, CONTACT], [THERE], True),
        ([MAYOR, CONTACT], [HERE, THERE], False),
    ],
)
def test_an_adjusted_target_is_never_approved_by_a_party_to_it(roles, units, may_approve):
    assert may.may_approve_retarget(roles, unit_ids=units) == may_approve


@pytest.mark.parametrize(
    ("roles", "together"),
    [
        ([], True),
        ([("office", None), ("committee", None)], True),
        ([("office", None), ("auditor", None)], False),
        ([("observer", HERE), ("reporter", THERE)], True),
        ([("observer", HERE), ("reporter", HERE)], False),
        ([("observer", HERE), ("administrator", HERE)], False),
        ([("observer", HERE), ("leader", HERE)], True),
    ],
)
def test_nobody_audits_what_they_run_or_watches_their_own_unit(roles, together):
    assert may.may_hold_together(roles) == together


@pytest.mark.parametrize("own", [REPORTER, REVIEWER, CONTACT])
def test_a_unit_is_never_instructed_from_its_own_desk(own):
    assert may.may_instruct([COMMITTEE], unit_id=HERE)
    assert not may.may_instruct([COMMITTEE, own], unit_id=HERE)
    assert may.may_instruct([COMMITTEE, own], unit_id=THERE)
