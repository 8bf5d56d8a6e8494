"""One observation counted: what happened to it in a window, and where it stood at the end."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from scoring.feedback import Clock, Seen, Step, Tally, Window
from scoring.observation_course import AWAITED, FIXED, OPEN, WITH_UNIT, State
from scoring.observation_past import replay

GIVES_TIME = frozenset(
    {"dispatched", "sustained", "not_fixed", "partly_fixed", "reopened", "ordered"}
)
GONE = "withdrawn"
"""How it stands for a unit from which it went to another one."""
ANSWERS = frozenset({"answered", "declined"})
CONTESTS = frozenset({"unit_contested", "observer_contested", "closure_contested"})
CLOSED_NOT_FIXED = frozenset({"closed", "declined"})
DONE_BY_UNIT = frozenset({"answered", "declined"})
SAID_FIXED = frozenset({"answered", "unconfirmed"})
NEVER_TRUE = frozenset({"filed", "withdrawn", "refuted", "observer_contests", "dismissed"})
SETTLED = FIXED | frozenset({"closed", "unconfirmed", "withdrawn", "dismissed", "refuted"})


@dataclass(frozen=True, slots=True)
class Open:
    """One that was found true and is done by nobody yet, since when its unit has it."""

    receipt: str
    unit: str
    category: str
    state: State
    since: datetime
    days: int
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """What one observation came to: *by_unit* tallies, and how it stood at the end with its *unit*.

    *told_at* is when that unit was told, None for one it was not told of.
    """

    seen: Seen
    unit: str
    by_unit: dict[str, Tally] = field(default_factory=dict[str, Tally])
    state: State = "filed"
    told_at: datetime | None = None
    open: Open | None = None


def counted(seen: Seen, window: Window, clock: Clock) -> Counted | None:
    """Return what an observation came to in a window; None if it had not been reported by then."""
    steps = [each for each in seen.steps if each.at < window.until]
    if not steps:
        return None
    states = replay(each.kind for each in steps)
    unit = next((each.unit for each in reversed(steps) if each.unit), seen.unit)
    handed = next((s.at for s in steps if s.kind == "dispatched" and s.unit in {unit, ""}), None)
    told_at = None if handed is None else clock.told(handed)
    tallies = {unit: _happened(steps, states, window)}
    turns = _turns(steps, states, unit)
    for turn in turns:
        before = tallies.get(turn.unit, Tally())
        tallies[turn.unit] = before + _answered(turn, seen.category, window, clock)
    stands, due = states[-1], _due(seen.category, steps, states, turns, clock)
    is_late = due is not None and due < window.until
    tallies[unit] += _standing(steps, states, window, is_late=is_late)
    tallies[unit] += _fixed_after(steps, states, window, clock)
    open_one = None
    if stands in OPEN and stands not in DONE_BY_UNIT | FIXED | NEVER_TRUE:
        since = told_at or steps[-1].at
        is_overdue = is_late and stands in WITH_UNIT
        days = clock.days(since, window.until)
        open_one = Open(seen.receipt, unit, seen.category, stands, since, days, is_overdue)
    return Counted(seen, unit, tallies, stands, told_at, open_one)


def as_told(seen: Seen, unit: str) -> Seen | None:
    """Return an observation as far as a unit was told of it; None if it never was.

    For the unit it begins when it was handed over, and is gone once another unit has it: what was
    said before and after is not about the unit.
    """
    mine = [n for n, each in enumerate(seen.steps) if _hands(each, unit)]
    if not mine:
        return None
    begins = seen.steps[mine[-1]].at
    steps = [Step("filed", begins), Step("verified", begins)]
    for each in seen.steps[mine[-1] :]:
        if each.kind == "dispatched" and not _hands(each, unit):
            steps.append(Step(GONE, each.at))
            break
        if each.kind not in {"filed", "joined"}:
            steps.append(each)
    return replace(seen, unit=unit, steps=tuple(steps))


def _hands(step: Step, unit: str) -> bool:
    return step.kind == "dispatched" and step.unit == unit


@dataclass(frozen=True, slots=True)
class _Turn:
    """A stretch in which one unit was to answer; *ended* by which step, and when."""

    unit: str
    since: datetime
    ended: str = ""
    at: datetime | None = None


def _happened(steps: list[Step], states: list[State], window: Window) -> Tally:
    """Count the events of a window that are not about a term."""
    tally = Tally()
    for number, step in enumerate(steps):
        if window.holds(step.at):
            came_from: State = states[number - 1] if number else "filed"
            tally += _one(step.kind, came_from)
    return tally


def _one(kind: str, came_from: State) -> Tally:
    match kind:
        case "filed":
            return Tally(received=1)
        case "verified":
            return Tally(overturned=1) if came_from == "observer_contests" else Tally(verified=1)
        case "refuted":
            return Tally(overturned=1) if came_from == "unit_contests" else Tally(refuted=1)
        case "sustained":
            return Tally(upheld=1)
        case "ordered":
            return Tally(overturned=1) if came_from == "closure_contested" else Tally()
        case "transfer_asked":
            return Tally(transfers=1)
        case "asked_again":
            return Tally(revisits=1)
        case "still_fixed":
            return Tally(lasting=1)
        case "reopened":
            return Tally(again=1)
        case _:
            return Tally(contested=1) if kind in CONTESTS else Tally()


def _turns(steps: list[Step], states: list[State], unit: str) -> list[_Turn]:
    """Return the turns of the units, in their order; half an answer does not end one."""
    turns: list[_Turn] = []
    holder = next((each.unit for each in steps if each.unit), unit)
    for step, state in zip(steps, states, strict=True):
        holder = step.unit or holder
        if step.kind in GIVES_TIME and state in WITH_UNIT:
            turns.append(_Turn(holder, step.at))
        elif turns and not turns[-1].ended and state not in WITH_UNIT:
            turns[-1] = replace(turns[-1], ended=step.kind, at=step.at)
        elif turns and step.kind == "transfer_refused":
            turns[-1] = replace(turns[-1], ended="", at=None)
    return turns


def _answered(turn: _Turn, category: str, window: Window, clock: Clock) -> Tally:
    if turn.ended not in ANSWERS or turn.at is None or not window.holds(turn.at):
        return Tally()
    due = clock.due(category, "dispatched", turn.since)
    is_late = due is not None and due < turn.at
    days = (clock.days(clock.told(turn.since), turn.at),)
    return Tally(in_time=int(not is_late), late=int(is_late), answer_days=days)


def _due(
    category: str, steps: list[Step], states: list[State], turns: list[_Turn], clock: Clock
) -> datetime | None:
    """Return the term of what is awaited at the end: a unit's begins with its turn."""
    stands = states[-1]
    if stands not in OPEN or stands == "fixed":
        return None
    if stands in WITH_UNIT and turns:
        return clock.due(category, "dispatched", turns[-1].since)
    came = len(states) - 1
    while came and states[came - 1] == stands:
        came -= 1
    return clock.due(category, stands, steps[came].at)


def _standing(steps: list[Step], states: list[State], window: Window, *, is_late: bool) -> Tally:
    """Count how it stood at the end, if that was still open when the window began, or moved."""
    stands = states[-1]
    before = [state for step, state in zip(steps, states, strict=True) if step.at < window.since]
    if before and before[-1] in SETTLED and stands in SETTLED and before[-1] == stands:
        return Tally()
    is_open = int(stands in OPEN and stands not in FIXED)
    is_ours = AWAITED.get(stands) in {"verifier", "office"}
    tally = Tally(open=is_open, late_elsewhere=int(is_ours and is_late))
    if stands in WITH_UNIT:
        return tally + (Tally(overdue=1) if is_late else Tally(running=1))
    if stands in FIXED:
        was_fixed = bool(before) and before[-1] in FIXED
        return tally if was_fixed else tally + Tally(confirmed=1)
    if stands in SAID_FIXED:
        return tally + Tally(said=1)
    if stands in CLOSED_NOT_FIXED:
        return tally + Tally(closed=1)
    return tally if stands in NEVER_TRUE else tally + Tally(elsewhere=1)


def _fixed_after(steps: list[Step], states: list[State], window: Window, clock: Clock) -> Tally:
    """Count the working days until its observer found it fixed, if that was in the window."""
    handed = next((each.at for each in steps if each.kind == "dispatched"), None)
    last = next((each.at for each in reversed(steps) if each.kind == "fixed"), None)
    if handed is None or last is None or states[-1] not in FIXED or not window.holds(last):
        return Tally()
    return Tally(fix_days=(clock.days(clock.told(handed), last),))
