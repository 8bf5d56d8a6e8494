"""What an observation may be about, and by when each side must act."""

from datetime import date, datetime, time, timedelta

from handlers.city import City
from handlers.texts import Msg, msg
from scoring.observation_categories import InBoth
from scoring.observation_course import WITH_UNIT, WORKING_DAYS, State
from scoring.workdays import next_push_moment
from storage.observations import Observation
from storage.units import UnitRow

SAID_MAX = 1000
FILES_MAX = 10
OPENING, CLOSE_OF_BUSINESS = time(9, 0), time(17, 30)


def category(city: City, code: str) -> Msg:
    """Return the words for a category."""
    return in_both(city.category(code).name)


def in_both(text: InBoth) -> Msg:
    """Return a text of the city's that is there in both languages."""
    return msg("in-both", zh=text.zh, en=text.en)


def state(found: Observation) -> Msg:
    """Return the words for where an observation stands; closed and fixed are never one word."""
    return msg("observation-state", state=found.state)


def due_by(city: City, code: str, stands: State, since: datetime) -> datetime | None:
    """Return by when those whom a state awaits must act; None where nobody is awaited.

    To verify and to answer each category has its own working days, and its own weeks until its
    observer is asked again. A term begins when what it is about could be read; a unit's when it
    is told, so that being told later takes none of it.
    """
    kind = city.category(code)
    if stands == "fixed":
        # By the morning, not by the minute: that of the observer's word is nobody's to know.
        day = since.astimezone(city.zone).date() + timedelta(weeks=kind.revisit_weeks)
        morning = datetime.combine(day, OPENING, tzinfo=city.zone)
        return next_push_moment(morning, city.calendar)
    if stands == "filed":
        return after_working_days(city, since, kind.verify_days)
    if stands in WITH_UNIT:
        return after_working_days(city, told_at(city, since), kind.answer_days)
    days = WORKING_DAYS.get(stands)
    return None if days is None else after_working_days(city, since, days)


def told_at(city: City, at: datetime) -> datetime:
    """Return when a unit is told of what happened at a moment: nine o'clock of a working day.

    Once a day and at one hour, whatever happened since: that a message came tells nobody when an
    observer acted.
    """
    here = at.astimezone(city.zone)
    day = here.date() if here.time() < OPENING else here.date() + timedelta(days=1)
    return datetime.combine(city.calendar.next_working(day), OPENING, tzinfo=city.zone)


def last_told(city: City, now: datetime) -> datetime:
    """Return the last moment at which units were told: what had happened by then, they know."""
    here = now.astimezone(city.zone)
    day = here.date() if here.time() >= OPENING else here.date() - timedelta(days=1)
    while not city.calendar.is_working(day):
        day -= timedelta(days=1)
    return datetime.combine(day, OPENING, tzinfo=city.zone)


def observable(city: City, on: date) -> list[UnitRow]:
    """Return the units that may be observed on a day: the assessed ones, in order of codes."""
    return [
        unit
        for unit in city.units
        if unit.track != "office"
        and (unit.valid_from is None or unit.valid_from <= on)
        and (unit.valid_until is None or on < unit.valid_until)
    ]


def is_overdue(found: Observation, now: datetime) -> bool:
    """Whether somebody's time is over; that of a follow-up is nobody's."""
    return found.state != "fixed" and found.due_at is not None and found.due_at < now


def after_working_days(city: City, moment: datetime, working_days: int) -> datetime:
    """Return the close of business so many working days after something could be read."""
    heard = next_push_moment(moment.astimezone(city.zone), city.calendar)
    day = city.calendar.shifted(heard.date(), working_days)
    return datetime.combine(day, CLOSE_OF_BUSINESS, tzinfo=city.zone)
