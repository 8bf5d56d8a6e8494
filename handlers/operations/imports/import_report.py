"""What an import would do, as messages: the sum, every change, every refusal."""

from collections.abc import Iterator

from handlers.operations.imports.import_plan import Change, Item, Kind, Plan
from handlers.texts import Msg, msg
from storage.tables import Fault

KINDS: tuple[Kind, ...] = (
    "unit",
    "point",
    "day",
    "scheme",
    "indicator",
    "target",
    "ledger_item",
    "observation_rule",
    "observation_category",
    "answer_template",
    "person",
    "role",
    "figure",
)
ADDED_LINES_MAX = 3  # A thousand new lines say nothing that their number does not.


def plan_report(plan: Plan) -> Iterator[Msg]:
    """Yield the plan: counts for each kind of line, examples of what is new, then what is wrong."""
    for kind in KINDS:
        if any(item.kind == kind for item in plan.items):
            yield from _kind(plan, kind)
    if plan.ignored:
        yield msg("import-ignored", names="、".join(plan.ignored))
    if plan.faults:
        yield msg("import-refused", count=len(plan.faults))
        yield from (fault_message(each) for each in plan.faults)
    if plan.changes_nothing and not plan.faults:
        yield msg("import-nothing-to-do")


def fault_message(fault: Fault) -> Msg:
    """Return one refusal: where it is, what stands there, and why it cannot go in."""
    reason = Msg(fault.reason_id, dict(fault.given))
    given = {"file": fault.file, "line": str(fault.line), "column": fault.column}
    if not fault.line:
        what = " = ".join(filter(None, (fault.column, fault.value)))
        return Msg("import-fault-file", {"file": fault.file, "value": what, "why": reason})
    if not fault.column:
        return Msg("import-fault-line", {**given, "value": fault.value, "why": reason})
    return Msg("import-fault-cell", {**given, "value": fault.value, "why": reason})


def _kind(plan: Plan, kind: Kind) -> Iterator[Msg]:
    yield msg(
        "import-sum",
        kind=kind,
        added=plan.count("added", kind),
        changed=plan.count("changed", kind),
        unchanged=plan.count("unchanged", kind),
        removed=plan.count("removed", kind),
    )
    mine = [item for item in plan.items if item.kind == kind]
    for item in [item for item in mine if item.state == "added"][:ADDED_LINES_MAX]:
        yield msg("import-added", file=item.file, line=str(item.line), subject=item.subject)
    for item in mine:
        if item.state == "removed":
            yield msg("import-removed", subject=item.subject)
        yield from (_change(item, change) for change in item.changes)


def _change(item: Item, change: Change) -> Msg:
    return msg(
        "import-changed",
        file=item.file,
        line=str(item.line),
        subject=item.subject,
        column=change.column,
        old=change.old,
        new=change.new,
    )
