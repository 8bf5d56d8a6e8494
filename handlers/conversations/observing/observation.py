"""One observation with all that was said of it since, as each side may see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.buttons import Button, Keyboard, go, is_number, link, pairs
from handlers.city import City
from handlers.errands import Opening, View
from handlers.operations.matters.instruct_button import under_observation
from handlers.operations.matters.issue_rectification import may_issue
from handlers.operations.observing.observation_masks import Veil, files_for_unit
from handlers.operations.observing.observation_news import due_words, words
from handlers.operations.observing.observation_parties import Parties, SeenAs
from handlers.operations.observing.observation_terms import category, in_both, is_overdue, state
from handlers.operations.observing.observation_told import as_told
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.observation_course import AWAITED, HEARD_BY_UNIT, Deed
from scoring.refusals import NotFound
from storage import observation_files, observation_hidings, observations, people, shortlists
from storage.observation_files import File
from storage.observations import Event, Observation

ROLES = frozenset({"office", "committee", "auditor", "observer", "contact", "leader"})
MAP = "https://uri.amap.com/marker?position={longitude:.6f},{latitude:.6f}&coordinate=wgs84"
UNITS_SIDE = frozenset({"unit", "leader"})
ANSWERED_TOGETHER: frozenset[Deed] = frozenset({"partly_answered", "declined"})
"""The unit's answers open one conversation, in which it says which it is."""


@dataclass(frozen=True)
class _Seen:
    """What one side may read of an observation."""

    said: str
    place: tuple[float, float] | None
    events: Sequence[tuple[Event, str | None]]
    files: Sequence[tuple[File, bool]]


async def show(talk: Talk, arg: str) -> None:
    """Show an observation as the person's side may see it, and pass its files on."""
    if not is_number(arg):
        raise NotFound("observation-gone")
    found, parties = await observations.one(talk.conn, int(arg)), Parties(talk.conn, now=talk.now)
    side = await parties.seen_as(talk.person, found) if found else None
    if found is None or side is None:
        raise NotFound("observation-gone")
    city, is_current = await talk.city(), True
    if side in UNITS_SIDE:
        told = as_told(city, found, await parties.events(found), now=talk.now)
        if told is None:
            raise NotFound("observation-gone")
        found, is_current = told.found, told.is_current
        parties.know(found, told.events)
    seen = await _seen(talk, parties, found, side)
    veil = await Veil.over(talk.conn, found)
    talk.say(
        "observation",
        receipt=found.receipt,
        unit=city.unit(found.unit_id).name,
        category=category(city, found.category),
        state=state(found),
        point=_point(city, found, side),
        at=_when(city, found.filed_at, side),
        said=words(seen.said),
        answers=_answers(found, None if side in {"office", "observer"} else veil),
        events=[_event_line(city, each, said, side) for each, said in seen.events]
        or msg("nothing"),
        due=_due(found, talk.now),
        beside=await _beside(talk, parties, found, side),
        buttons=[
            *(await _deed_buttons(talk, parties, found) if is_current else []),
            *await _office_buttons(talk, parties, found, side),
            _ways_on(talk, found),
            *_map_button(seen.place),
            [go("observations", "button-observations"), go("todo", "button-todo")],
        ],
    )
    for number, (each, is_hidden) in enumerate(seen.files, start=1):
        talk.pass_on(
            each.file_id,
            each.kind,
            "observation-file",
            receipt=found.receipt,
            side=each.side,
            number=number,
            of=len(seen.files),
            hidden=int(is_hidden),
        )


async def _seen(talk: Talk, parties: Parties, found: Observation, side: SeenAs) -> _Seen:
    """Return what a side may read: everything, or what the veil lets through."""
    events = [e for e in await parties.events(found) if e.kind not in {"filed", "assigned"}]
    hidden = await observation_hidings.hidden(talk.conn, found.id)
    if side == "office":
        files = await observation_files.files_of(talk.conn, found.id)
        return _Seen(
            found.said,
            found.place,
            [(each, each.said) for each in events],
            [(each, f"file:{each.id}" in hidden) for each in files],
        )
    veil = await Veil.over(talk.conn, found)
    if side in UNITS_SIDE:
        kept, place = veil.events(await parties.events(found)), veil.place()
        files = await files_for_unit(talk.conn, found)
        return _Seen(veil.said(), place, _veiled(veil, kept), [(each, False) for each in files])
    if side == "joined":
        files = await files_for_unit(talk.conn, found)
        kept = [each for each in events if each.kind != "joined"]
        return _Seen(veil.said(), veil.place(), _veiled(veil, kept), [(e, False) for e in files])
    files = [
        each
        for each in await observation_files.files_of(talk.conn, found.id)
        if each.kind != "voice" or not await parties.joined(found)
    ]
    kept = [(e, None if f"event:{e.id}" in hidden else e.said) for e in events]
    return _Seen(
        found.said,
        found.place,
        [(e, None if e.kind == "joined" else said) for e, said in kept],
        [(e, False) for e in files if f"file:{e.id}" not in hidden],
    )


def _veiled(veil: Veil, events: Sequence[Event]) -> list[tuple[Event, str | None]]:
    return [(each, veil.event(each)) for each in events]


def _point(city: City, found: Observation, side: SeenAs) -> Msg:
    """Return where it was reported from; never for the unit's side, whom it would tell by whom."""
    name = next((each.name for each in city.points if each.id == found.point_id), None)
    if side not in {"office", "observer"} or name is None:
        return msg("nothing")
    return msg("observation-point", point=name)


def _when(city: City, at: datetime, side: SeenAs) -> datetime | date:
    """Return when something was; the unit reads the day, for the minute may tell by whom."""
    return at if side in {"office", "observer"} else at.astimezone(city.zone).date()


def _event_line(city: City, event: Event, said: str | None, side: SeenAs) -> Msg:
    after = msg("observation-event-said", text=said) if said else msg("nothing")
    unit = city.unit(event.unit_id).short_name if event.unit_id else ""
    at = _when(city, event.at, side)
    return msg("observation-event", event=event.kind, at=at, said=after, unit=unit)


def _answers(found: Observation, veil: Veil | None) -> list[Msg] | Msg:
    return [
        msg(
            "observation-answer",
            question=in_both(each.asked),
            answer=in_both(veil.both(each.answer) if veil else each.answer),
        )
        for each in found.answers
    ] or msg("nothing")


def _due(found: Observation, now: datetime) -> Msg:
    if found.due_at is None or found.state == "fixed":
        return msg("nothing")
    late = int(is_overdue(found, now))
    return msg("observation-due", who=AWAITED[found.state], due=due_words(found), late=late)


async def _beside(talk: Talk, parties: Parties, found: Observation, side: SeenAs) -> Msg:
    """Return what only the office reads: how many joined, who verifies, who cannot be reached."""
    if side != "office":
        return msg("nothing")
    assigned = await people.one(talk.conn, found.verifier_id) if found.verifier_id else None
    return msg(
        "observation-beside",
        joined=len(await parties.joined(found)),
        assigned=assigned.name if assigned else "",
        has_assigned=int(assigned is not None),
        alone=int(bool(await parties.alone(found))),
        hidden=len(await observation_hidings.hidden(talk.conn, found.id)),
    )


def _ways_on(talk: Talk, found: Observation) -> list[Button]:
    """Return what may follow from one the unit knows: an instruction, a rectification."""
    if found.state not in HEARD_BY_UNIT:
        return []
    issue = [go("issue-rectification", "button-issue", f"o{found.id}")]
    return [
        *under_observation(talk.person, found.id, found.unit_id),
        *(issue if may_issue(talk.person, found.unit_id) else []),
    ]


async def _deed_buttons(talk: Talk, parties: Parties, found: Observation) -> list[list[Button]]:
    deeds = await parties.deeds(talk.person, found)
    shown: list[Deed] = [
        each for each in deeds if not (each in ANSWERED_TOGETHER and "answered" in deeds)
    ]
    return pairs(_deed_button(each, str(found.id)) for each in shown)


def _deed_button(deed: Deed, name: str) -> Button:
    match deed:
        case "verified":
            return go("verify", "button-verify", name)
        case "refuted":
            return go("refute", "button-refute", name)
        case "answered":
            return go("answer-observation", "button-answer-observation", name)
        case "fixed":
            return go("confirm-fixed", "button-fixed", f"{name}.yes")
        case "partly_fixed":
            return go("confirm-fixed", "button-partly-fixed", f"{name}.part")
        case "not_fixed":
            return go("confirm-fixed", "button-not-fixed", f"{name}.no")
        case _:
            return go("observation-deed", "button-observation-deed", f"{name}.{deed}", deed=deed)


async def _office_buttons(
    talk: Talk, parties: Parties, found: Observation, side: SeenAs
) -> list[list[Button]]:
    if side != "office" or not talk.person.holds("office"):
        return []
    name, awaited = str(found.id), AWAITED.get(found.state)
    starred = found.id in await shortlists.of_person(talk.conn, talk.person.id)
    first = [go("star", "button-star", name, on=int(starred)), go("hide", "button-hide", name)]
    second: list[Button] = []
    if awaited == "verifier":
        second.append(go("assign", "button-assign", name))
    if awaited is not None:
        second.append(go("remind-observation", "button-remind", name))
    if awaited is not None and not await parties.referees(found):
        second.append(go("invite", "office-invite"))
    return [first, second]


def _map_button(place: tuple[float, float] | None) -> Keyboard:
    if place is None:
        return []
    latitude, longitude = place
    return [[link(MAP.format(latitude=latitude, longitude=longitude), "button-map")]]


VIEW = View(opening=Opening(name="observation", roles=ROLES, in_menu=False), show=show)
