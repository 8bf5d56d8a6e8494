"""The plan for people and their roles: roles are added here, and taken away nowhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from handlers.operations.imports.import_plan import (
    Item,
    PersonDeed,
    Plan,
    RoleDeed,
    Roster,
    differences,
    found_unit,
    state_of,
)
from storage.city_folder import CityFolder, Found
from storage.city_lines import PersonLine
from storage.people import PersonRow, RoleKind, RoleRow
from storage.tables import Fault

WITHIN_A_UNIT: frozenset[RoleKind] = frozenset({"reporter", "reviewer", "contact", "administrator"})

RoleKey = tuple[RoleKind, str | None, str | None]


@dataclass(frozen=True)
class Staff:
    """The people there are, their roles in codes, and the codes of units and points to come."""

    people: Mapping[int, PersonRow]
    roles: Mapping[int, frozenset[RoleKey]]
    points: frozenset[str]

    def find(self, line: PersonLine) -> PersonRow | None:
        """Return the person a line means: by account, or by name and title."""
        for each in self.people.values():
            if line.user_id is not None and each.user_id == line.user_id:
                return each
        for each in self.people.values():
            same_account = line.user_id is None or each.user_id is None
            if same_account and (each.name, each.title or "") == (line.name, line.title):
                return each
        return None


def role_key(
    role: RoleRow, unit_codes: Mapping[int, str], point_codes: Mapping[int, str]
) -> RoleKey:
    """Return a role in codes instead of ids."""
    unit = None if role.unit_id is None else unit_codes[role.unit_id]
    point = None if role.point_id is None else point_codes[role.point_id]
    return role.kind, unit, point


@dataclass
class _Met:
    lines: dict[str, int] = field(default_factory=dict[str, int])
    roles: set[tuple[str, RoleKey]] = field(default_factory=set[tuple[str, RoleKey]])


def plan_people(plan: Plan, folder: CityFolder, roster: Roster, staff: Staff) -> None:
    """Plan each person once, and each of their roles."""
    met = _Met()
    for found in folder.people:
        line = found.line
        roles = list(_roles(found, roster, staff))
        faults = [each for each in roles if isinstance(each, Fault)]
        if faults:
            plan.faults += faults
            continue
        old = staff.find(line)
        key = str(line.user_id or f"{line.name}/{line.title}")
        if key not in met.lines:
            met.lines[key] = found.number
            plan.items.append(_person(found, key, old))
        held = staff.roles.get(old.id, frozenset()) if old else frozenset[RoleKey]()
        for each in roles:
            if isinstance(each, Fault) or (key, each) in met.roles:
                continue
            met.roles.add((key, each))
            deed = RoleDeed(key, *each)
            subject = " ".join(part for part in (line.name, *each) if part)
            state = state_of(is_new=each not in held, changes=())
            plan.items.append(Item("role", state, found.file, found.number, subject, deed))


def _person(found: Found[PersonLine], key: str, old: PersonRow | None) -> Item:
    line = found.line
    new: dict[str, object] = {"name": line.name, "title": line.title, "lang": line.lang}
    before: dict[str, object] = {}
    if old is not None:
        before = {"name": old.name, "title": old.title or "", "lang": old.lang}
        if line.user_id is not None:
            before["user_id"], new["user_id"] = old.user_id, line.user_id
    changes = differences(before, new) if old else ()
    deed = PersonDeed(key, line.name, line.title, line.lang, line.user_id, old.id if old else None)
    state = state_of(is_new=old is None, changes=changes)
    return Item("person", state, found.file, found.number, line.name, deed, changes)


def _roles(found: Found[PersonLine], roster: Roster, staff: Staff) -> Iterator[RoleKey | Fault]:
    line, file, number = found.line, found.file, found.number
    if line.role == "observer":
        if line.point_code not in staff.points:
            reason = "import-fault-point-unknown" if line.point_code else "import-fault-blank"
            yield Fault(file, number, "point_code", line.point_code, reason)
        else:
            yield line.role, None, line.point_code
        return
    if not line.unit_code:
        if line.role in WITHIN_A_UNIT:
            yield Fault(file, number, "unit_code", "", "import-fault-blank")
        else:
            yield line.role, None, None
        return
    if line.role not in WITHIN_A_UNIT and line.role != "leader":
        yield line.role, None, None  # The office, the committee and the auditor see every unit.
        return
    for text in line.unit_code:
        inside = [row for row in roster.rows.values() if row.category == text]
        if inside and line.role == "leader":
            for row in sorted(inside, key=lambda row: row.code):
                yield line.role, row.code, None
            continue
        unit = found_unit(roster, text, file=file, line=number, column="unit_code")
        yield unit if isinstance(unit, Fault) else (line.role, unit.code, None)
