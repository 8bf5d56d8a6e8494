"""One observation with all that was said of it since, and the list of one's own (我的观测)."""

from collections.abc import Sequence
from datetime import date, datetime

from handlers.buttons import Button, Keyboard, go, is_number, link, pairs
from handlers.city import City
from handlers.errands import Opening, View
from handlers.operations.observation_news import words
from handlers.operations.observation_terms import (
    SeenAs,
    answer_by,
    category,
    may_verify,
    one_seen,
    side_of,
    state,
    verify_by,
)
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.permissions import SEE_EVERYTHING
from scoring.refusals import NotFound
from storage import observations
from storage.observations import WITH_UNIT, Event, File, Observation
from storage.people import Person

ROLES = frozenset({"office", "committee", "auditor", "observer", "contact"})
PAGE = 8
FILTERS = ("filed", "with_unit", "answered", "overdue")
MAP = "https://uri.amap.com/marker?position={longitude:.6f},{latitude:.6f}&coordinate=wgs84"


# --- one -------------------------------------------------------------------------------------


async def show(talk: Talk, arg: str) -> None:
    """Show an observation as the person's side may see it, and pass its files on."""
    if not is_number(arg):
        raise NotFound("observation-gone")
    city = await talk.city()
    found, side = await one_seen(talk.conn, talk.person, int(arg))
    events = await observations.events_of(talk.conn, found.id)
    files = _files_for(side, await observations.files_of(talk.conn, found.id))
    talk.say(
        "observation",
        receipt=found.receipt,
        unit=city.unit(found.unit_id).name,
        category=category(found.category),
        state=state(found),
        point=_point(city, found, side),
        at=_when(city, found, side),
        said=words(found.said),
        events=[_event_line(each) for each in events if each.kind != "filed"] or msg("nothing"),
        due=_due(city, found, events),
        buttons=_buttons(talk.person, found, side),
    )
    for number, each in enumerate(files, start=1):
        talk.pass_on(
            each.file_id,
            each.kind,
            "observation-file",
            receipt=found.receipt,
            side=each.side,
            number=number,
            of=len(files),
        )


def _files_for(side: SeenAs, files: Sequence[File]) -> list[File]:
    """Return the files a side may be given: a voice tells the unit who reported."""
    return [each for each in files if side != "unit" or each.side == "unit" or each.kind == "photo"]


def _point(city: City, found: Observation, side: SeenAs) -> Msg:
    """Return where it was reported from; never for the unit, whom it would tell by whom."""
    name = next((each.name for each in city.points if each.id == found.point_id), None)
    if side == "unit" or name is None:
        return msg("nothing")
    return msg("observation-point", point=name)


def _when(city: City, found: Observation, side: SeenAs) -> datetime | date:
    """Return when it was reported; the unit reads the day, for the minute may tell by whom."""
    return found.filed_at.astimezone(city.zone).date() if side == "unit" else found.filed_at


def _event_line(event: Event) -> Msg:
    return msg("observation-event", event=event.kind, at=event.at, said=_after_colon(event.said))


def _after_colon(said: str | None) -> Msg:
    return msg("observation-event-said", text=said) if said else msg("nothing")


def _due(city: City, found: Observation, events: Sequence[Event]) -> Msg:
    if found.state == "filed":
        return msg("observation-due", who="office", due=verify_by(city, found.filed_at))
    if found.state in WITH_UNIT:
        since = max(each.at for each in events if each.kind in WITH_UNIT)
        return msg("observation-due", who="unit", due=answer_by(city, since))
    return msg("nothing")


def _buttons(who: Person, found: Observation, side: SeenAs) -> Keyboard:
    name, rows = str(found.id), list[list[Button]]()
    if side == "office" and found.state == "filed" and may_verify(who, found):
        rows.append([go("verify", "button-verify", name), go("refute", "button-refute", name)])
    if side == "unit" and found.state in WITH_UNIT:
        rows.append([go("answer-observation", "button-answer-observation", name)])
    if side == "observer" and found.state == "answered":
        rows.append(
            [
                go("confirm-fixed", "button-fixed", f"{name}.yes"),
                go("confirm-fixed", "button-not-fixed", f"{name}.no"),
            ]
        )
    if found.place:
        latitude, longitude = found.place
        at = MAP.format(latitude=latitude, longitude=longitude)
        rows.append([link(at, "button-map")])
    return [*rows, [go("observations", "button-observations"), go("todo", "button-todo")]]


# --- many ------------------------------------------------------------------------------------


async def show_list(talk: Talk, arg: str) -> None:
    """Show the observations that are this person's to see; *arg* is "filter.page"."""
    chosen, _, page_text = arg.partition(".")
    chosen = chosen if chosen in FILTERS else "all"
    city, found = await talk.city(), await _mine(talk)
    since = await observations.handed_over(talk.conn, [each.id for each in found])
    late = [each for each in found if _is_overdue(city, each, since, talk.now)]
    shown = [each for each in found if _passes(each, chosen, late)]
    pages = max(1, -(-len(shown) // PAGE))
    page = min(max(int(page_text) if is_number(page_text) else 1, 1), pages)
    here = shown[(page - 1) * PAGE : page * PAGE]
    buttons = _list_buttons(talk.person, here, chosen, page, pages)
    if not shown:
        talk.say("observations-none", filter=chosen, buttons=buttons)
        return
    talk.say(
        "observations",
        filter=chosen,
        count=len(shown),
        overdue=len(late),
        lines=[_line(city, each, late=each in late) for each in here],
        page=page,
        pages=pages,
        buttons=buttons,
    )


async def _mine(talk: Talk) -> list[Observation]:
    """Return what this person may see: all open ones, those of their unit, their own; newest first.

    What is over is listed only for those whom it was about.
    """
    who, rows = talk.person, list[Observation]()
    if any(role.kind in SEE_EVERYTHING for role in who.roles):
        rows += await observations.all_open(talk.conn)
    for unit_id in who.units_as("contact"):
        rows += await observations.known_to_unit(talk.conn, unit_id)
    if who.holds("observer"):
        rows += await observations.of_observers(talk.conn, who.answerable_for)
    each_once = {each.id: each for each in rows if side_of(who, each) is not None}
    return sorted(each_once.values(), key=lambda each: each.id, reverse=True)


def _is_overdue(city: City, found: Observation, since: dict[int, datetime], now: datetime) -> bool:
    if found.state == "filed":
        return verify_by(city, found.filed_at) < now
    return found.state in WITH_UNIT and answer_by(city, since[found.id]) < now


def _passes(found: Observation, chosen: str, late: Sequence[Observation]) -> bool:
    match chosen:
        case "overdue":
            return found in late
        case "with_unit":
            return found.state in WITH_UNIT
        case "all":
            return True
        case _:
            return found.state == chosen


def _line(city: City, found: Observation, *, late: bool) -> Msg:
    return msg(
        "observations-line",
        receipt=found.receipt,
        unit=city.unit(found.unit_id).short_name,
        category=category(found.category),
        state=state(found),
        at=found.filed_at.astimezone(city.zone).date(),
        late=1 if late else 0,
    )


def _list_buttons(
    who: Person, here: Sequence[Observation], chosen: str, page: int, pages: int
) -> Keyboard:
    rows = pairs(go("observation", "verbatim", str(each.id), text=each.receipt) for each in here)
    turn = list[Button]()
    if page > 1:
        turn.append(go("observations", "observations-previous", f"{chosen}.{page - 1}"))
    if page < pages:
        turn.append(go("observations", "observations-next", f"{chosen}.{page + 1}"))
    rows.append(turn)
    if any(role.kind in SEE_EVERYTHING for role in who.roles):
        others = [each for each in ("all", *FILTERS) if each != chosen]
        rows += pairs(
            go("observations", "observations-filter", each, filter=each) for each in others
        )
    if who.holds("observer"):
        rows.append([go("observe", "observe-another")])
    return [*rows, [go("todo", "button-todo"), go("start", "button-menu")]]


VIEWS = (
    View(opening=Opening(name="observation", roles=ROLES, in_menu=False), show=show),
    View(
        opening=Opening(
            name="observations", commands=("observations",), words=("我的观测",), roles=ROLES
        ),
        show=show_list,
    ),
)
