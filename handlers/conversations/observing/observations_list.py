"""The list of observations (我的观测): one's own, those of one's unit, or all, by their state."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.buttons import Button, Keyboard, go, is_number, pairs
from handlers.city import City
from handlers.conversations.observing.observation import ROLES, UNITS_SIDE
from handlers.errands import Opening, View
from handlers.operations.matters.instruct_button import may_instruct_somebody
from handlers.operations.observing.observation_parties import Parties
from handlers.operations.observing.observation_terms import category, is_overdue, state
from handlers.operations.observing.observation_told import all_as_told
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.observation_course import AWAITED, OPEN, WITH_UNIT
from scoring.permissions import SEE_EVERYTHING
from storage import observation_joins, observations, shortlists
from storage.observations import Observation
from storage.people import Person

PAGE = 8
LED_FILTERS = ("with_unit", "overdue", "closed")
FILTERS = ("filed", "with_unit", "with_observer", "with_office", "overdue", "starred", "closed")


@dataclass(frozen=True)
class Listed:
    """What is listed, and what of it is on the person's shortlist."""

    found: Sequence[Observation]
    starred: frozenset[int]


async def show_list(talk: Talk, arg: str) -> None:
    """Show the observations that are this person's to see; *arg* is "filter.page.unit"."""
    chosen, page_text, code = (*arg.split(".", 2), "", "")[:3]
    chosen = chosen if chosen in FILTERS else "all"
    city, listed = await talk.city(), await all_of_mine(talk)
    unit = city.unit_by_code.get(code)
    shown = [
        each
        for each in listed.found
        if passes(talk, listed, each, chosen) and (unit is None or each.unit_id == unit.id)
    ]
    late = [each for each in shown if is_overdue(each, talk.now)]
    pages = max(1, -(-len(shown) // PAGE))
    page = min(max(int(page_text) if is_number(page_text) else 1, 1), pages)
    here = shown[(page - 1) * PAGE : page * PAGE]
    turn = _Turn(chosen, page, pages, unit.code if unit else "")
    buttons = _buttons(talk.person, here, turn)
    if not shown:
        talk.say("observations-none", filter=chosen, buttons=buttons)
        return
    joined = await observation_joins.counts(talk.conn, [each.id for each in here])
    office = _sees_everything(talk.person)
    talk.say(
        "observations",
        filter=chosen,
        count=len(shown),
        overdue=len(late),
        lines=[
            line(city, each, late=each in late, joined=joined.get(each.id, 0) if office else 0)
            for each in here
        ],
        page=page,
        pages=pages,
        buttons=buttons,
    )


async def all_of_mine(talk: Talk) -> Listed:
    """Return what this person may see, newest first.

    Those who see everything see what is open, and what is over; others what was about them.
    """
    who, rows = talk.person, list[Observation]()
    if _sees_everything(who):
        rows += await observations.everything(talk.conn)
    for unit_id in dict.fromkeys([*who.units_as("contact"), *_led(who, await talk.city())]):
        rows += await observations.known_to_unit(talk.conn, unit_id)
    if who.holds("observer"):
        rows += await observations.of_observers(talk.conn, who.answerable_for)
        rows += await observation_joins.joined_by(talk.conn, who.answerable_for)
    parties = Parties(talk.conn, now=talk.now)
    each_once = {each.id: each for each in rows}
    sides = {each.id: await parties.seen_as(who, each) for each in each_once.values()}
    units_side = [each for each in each_once.values() if sides[each.id] in UNITS_SIDE]
    told = await all_as_told(talk.conn, await talk.city(), units_side, now=talk.now)
    mine = [
        told[each.id].found if each.id in told else each
        for each in each_once.values()
        if each.id in told or (sides[each.id] is not None and sides[each.id] not in UNITS_SIDE)
    ]
    starred = await shortlists.of_person(talk.conn, who.id)
    return Listed(sorted(mine, key=lambda each: each.id, reverse=True), starred)


def passes(talk: Talk, listed: Listed, found: Observation, chosen: str) -> bool:
    """Whether an observation belongs on the list that was chosen."""
    match chosen:
        case "overdue":
            return is_overdue(found, talk.now)
        case "with_unit":
            return found.state in WITH_UNIT
        case "with_observer":
            return AWAITED.get(found.state) == "observer"
        case "with_office":
            return AWAITED.get(found.state) == "office"
        case "filed":
            return AWAITED.get(found.state) == "verifier"
        case "starred":
            return found.id in listed.starred
        case "closed":
            return found.state not in OPEN
        case _:
            return found.state in OPEN or not _sees_everything(talk.person)


def line(city: City, found: Observation, *, late: bool, joined: int) -> Msg:
    """Return one observation as a line; the day is enough for everybody."""
    return msg(
        "observations-line",
        receipt=found.receipt,
        unit=city.unit(found.unit_id).short_name,
        category=category(city, found.category),
        state=state(found),
        at=found.filed_at.astimezone(city.zone).date(),
        late=1 if late else 0,
        joined=joined,
    )


def _led(who: Person, city: City) -> list[int]:
    """Return the units somebody leads: all of them for a leader of the whole city."""
    leads = [role.unit_id for role in who.roles if role.kind == "leader"]
    if None in leads:
        return [unit.id for unit in city.units]
    return [each for each in leads if each is not None]


def _sees_everything(who: Person) -> bool:
    return any(role.kind in SEE_EVERYTHING for role in who.roles)


@dataclass(frozen=True)
class _Turn:
    """Which page of which list is shown, of one unit if *code* names it."""

    chosen: str
    page: int
    pages: int
    code: str

    def arg(self, *, chosen: str = "", page: int = 1) -> str:
        """Return what a button to another page or list carries."""
        whole = [chosen or self.chosen, str(page) if page > 1 or self.code else "", self.code]
        return ".".join(whole).rstrip(".")


def _buttons(who: Person, here: Sequence[Observation], at: _Turn) -> Keyboard:
    rows = pairs(go("observation", "verbatim", str(each.id), text=each.receipt) for each in here)
    turn = list[Button]()
    if at.page > 1:
        turn.append(go("observations", "observations-previous", at.arg(page=at.page - 1)))
    if at.page < at.pages:
        turn.append(go("observations", "observations-next", at.arg(page=at.page + 1)))
    rows.append(turn)
    if who.holds("office") and here:
        rows.append([go("bulk", "observing-bulk", at.chosen)])
    filters = ("all", *(FILTERS if _sees_everything(who) else LED_FILTERS))
    if _sees_everything(who) or who.holds("leader"):
        rows += pairs(
            (
                go("observations", "observations-filter", at.arg(chosen=each), filter=each)
                for each in filters
                if each != at.chosen
            ),
            3,
        )
    if may_instruct_somebody(who):
        rows.append([go("feedback-heat", "button-feedback-heat")])
    if who.holds("observer"):
        rows.append([go("observe", "observe-another")])
    if who.holds("office"):
        rows.append([go("observing", "button-observing"), go("todo", "button-todo")])
        return rows
    return [*rows, [go("todo", "button-todo"), go("start", "button-menu")]]


VIEW = View(
    opening=Opening(
        name="observations", commands=("observations",), words=("我的观测",), roles=ROLES
    ),
    show=show_list,
    reads_only=True,
)
