"""Places: who is near, what would move us up, why we moved, how firm it is, and how it went."""

import asyncio
from decimal import Decimal

from handlers.buttons import Button, go
from handlers.city import City
from handlers.conversations.asking import Asked, period_shown, understand
from handlers.conversations.results.unit_card import SEERS, scheme_of, which_unit
from handlers.errands import Opening, View
from handlers.operations.ledger.ledger_back import ledger_change
from handlers.operations.matters.instruct_button import under_unit
from handlers.operations.months.compose_books import places_book
from handlers.show import plain, points, signed, span
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.change import ADJUSTED, CAUSES, Cause, Change, Known, change
from scoring.explain import neighbours
from scoring.model import Book, Period
from scoring.ranking import Standing
from scoring.refusals import NotFound
from scoring.result import Result
from scoring.robustness import Band
from scoring.what_if import REACH, StepUp, steps_up
from storage.schemes import SchemeRow
from storage.units import UnitRow

WAYS_SHOWN = 3
ITEMS_SHOWN = 3
MOVES_SHOWN = 6
NAMED_SHOWN = 6


class Question:
    """What every question about a unit's place needs: who, when, and everything known then."""

    def __init__(
        self,
        city: City,
        unit: UnitRow,
        row: SchemeRow,
        period: Period,
        book: Book,
        result: Result,
    ) -> None:
        self.city = city
        self.unit = unit
        self.row = row
        self.period = period
        self.book = book
        self.result = result

    @property
    def standing(self) -> Standing:
        """The unit's line; raises NotFound where it is not ranked."""
        line = self.result.standings.get(self.unit.code)
        if line is None:
            raise NotFound("card-empty", unit=self.unit.name, span=span(self.period))
        return line

    def name(self, unit_code: str) -> str:
        """Return a unit's short name."""
        return self.city.unit_by_code[unit_code].short_name

    def indicator(self, code: str) -> str:
        """Return an indicator's code and name."""
        found = next(each for each in self.row.indicators if each.indicator.code == code)
        return f"{code} {found.indicator.name}"

    def measure(self, code: str) -> str:
        """Return an indicator's unit of measure."""
        found = next(each for each in self.row.indicators if each.indicator.code == code)
        return found.indicator.unit_of_measure


async def question_of(talk: Talk, asked: Asked, *, route: str) -> Question | None:
    city = await talk.city()
    unit = await which_unit(talk, city, asked, route=route)
    if unit is None:
        return None
    row = scheme_of(city, unit, asked.period, talk)
    period = await period_shown(talk, city, row, asked.period)
    boards = talk.services.boards
    result = await boards.result(talk.conn, city, row, period)
    book = await boards.book(talk.conn, city, row)
    return Question(city, unit, row, period, book, result)


def ways_on(talk: Talk, asked: Question, kind: str) -> list[list[Button]]:
    """Return the buttons from one question about a unit to the others, and to an instruction."""
    arg = f"{asked.unit.code}.{asked.period}"
    return [
        [go("place", "button-place", arg), go("change", "button-change", arg)],
        [go("trend", "button-trend", arg), go("why", "button-why", arg)],
        under_unit(talk.person, asked.unit, str(asked.period), kind=kind),
    ]


# --- who is near, and what would move us up ----------------------------------------------------


async def place(talk: Talk, arg: str) -> None:
    asked = await question_of(
        talk, understand(talk, await talk.city(), arg.replace(".", " ")), route="place"
    )
    if asked is None:
        return
    standing, code = asked.standing, asked.unit.code
    ways = await asyncio.to_thread(steps_up, asked.book, asked.result, code, reach=REACH)
    bands = await talk.services.boards.bands(talk.conn, asked.city, asked.row, asked.period)
    above, below = neighbours(asked.result, code)
    talk.say(
        "place",
        unit=asked.unit.name,
        span=span(asked.period),
        place=standing.place,
        of=len(asked.result.rankings[asked.unit.category]),
        score=points(standing.score, asked.row.scheme.places),
        above=_neighbour(asked, above, standing, "place-above"),
        below=_neighbour(asked, below, standing, "place-below"),
        ways=[_way(asked, each) for each in ways[:WAYS_SHOWN]]
        or [msg("place-no-way" if standing.gap_to_next is not None else "place-first")],
        band=band_words(bands[code]),
        buttons=ways_on(talk, asked, "place"),
    )


def _neighbour(asked: Question, other: Standing | None, own: Standing, message: str) -> Msg:
    if other is None:
        return msg(f"{message}-none")
    return msg(
        message,
        unit=asked.name(other.unit),
        place=other.place,
        gap=points(abs(other.score - own.score), asked.row.scheme.places),
    )


def _way(asked: Question, way: StepUp) -> Msg:
    return msg(
        "place-way",
        indicator=asked.indicator(way.indicator),
        direction="more" if way.more >= 0 else "less",
        more=plain(abs(way.more)),
        measure=asked.measure(way.indicator),
        value=plain(way.value),
        needed=plain(way.needed),
        gain=signed(way.gain, asked.row.scheme.places),
        place=way.place_after or 0,
    )


def band_words(band: Band) -> Msg:
    """Return how firm a place is: the places it takes while open figures arrive."""
    if band.is_firm:
        return msg("band-firm", place=band.place)
    return msg("band-fragile", best=band.best, worst=band.worst)


# --- why it changed ----------------------------------------------------------------------------


async def why_changed(talk: Talk, arg: str) -> None:
    asked = await question_of(
        talk, understand(talk, await talk.city(), arg.replace(".", " ")), route="change"
    )
    if asked is None:
        return
    if asked.period.month == 1:
        raise NotFound("change-first-month", unit=asked.unit.name)
    # Where people were told the month before, the way begins at what they were told.
    before = await talk.services.boards.as_released(
        talk.conn, asked.city, asked.row, asked.period.previous
    )
    told = await asyncio.to_thread(change, before, Known(asked.book, asked.result), asked.unit.code)
    if told is None:
        raise NotFound("card-empty", unit=asked.unit.name, span=span(asked.period))
    entries = await ledger_change(
        talk.conn,
        before.result.units[asked.unit.code].adjustment,
        asked.result.units[asked.unit.code].adjustment,
    )
    talk.say(
        "change",
        unit=asked.unit.name,
        period=asked.period,
        since=asked.period.previous,
        before=points(told.before, asked.row.scheme.places),
        after=points(told.after, asked.row.scheme.places),
        total=signed(told.after - told.before, asked.row.scheme.places),
        place_before=told.places[0] or 0,
        place_after=told.places[-1] or 0,
        causes=[_cause(asked, told, each, entries) for each in CAUSES],
        passed=_named(asked, told.passed, "change-passed"),
        passed_by=_named(asked, told.passed_by, "change-passed-by"),
        buttons=ways_on(talk, asked, "change"),
    )


def _cause(asked: Question, told: Change, cause: Cause, entries: Msg) -> Msg:
    places = asked.row.scheme.places
    items = told.printed(cause, places)
    largest = sorted(items, key=lambda code: -abs(items[code]))
    shown = [
        msg(
            "change-item",
            what=msg("change-ledger", entries=entries)
            if code == ADJUSTED
            else msg("verbatim", text=asked.indicator(code)),
            points=signed(items[code], places),
        )
        for code in largest[:ITEMS_SHOWN]
    ]
    others = largest[ITEMS_SHOWN:]
    if others:
        rest = sum((items[code] for code in others), Decimal(0))
        shown.append(msg("change-rest", count=len(others), points=signed(rest, places)))
    return msg(
        f"change-{cause}",
        points=signed(told.points[cause], places),
        items=msg("change-items", lines=shown) if shown else msg("nothing"),
    )


def _named(asked: Question, codes: tuple[str, ...], message: str) -> Msg:
    if not codes:
        return msg("nothing")
    names = "、".join(asked.name(code) for code in codes[:NAMED_SHOWN])
    return msg(message, names=names, count=len(codes))


# --- how it went ---------------------------------------------------------------------------------


async def trend(talk: Talk, arg: str) -> None:
    asked = await question_of(
        talk, understand(talk, await talk.city(), arg.replace(".", " ")), route="trend"
    )
    if asked is None:
        return
    lines: list[Msg] = []
    for month in range(1, asked.period.month + 1):
        period = Period(asked.period.year, month)
        result = await talk.services.boards.result(talk.conn, asked.city, asked.row, period)
        standing = result.standings.get(asked.unit.code)
        lines.append(
            msg(
                "trend-line",
                month=month,
                place=standing.place if standing else 0,
                score=points(standing.score if standing else None, asked.row.scheme.places),
            )
        )
    book = await places_book(
        talk.conn,
        asked.city,
        talk.services.boards,
        asked.row,
        asked.period,
        category=asked.unit.category,
        own=frozenset({asked.unit.code}),
        now=talk.now,
    )
    talk.picture(
        book,
        "trend",
        unit=asked.unit.name,
        span=span(asked.period),
        lines=lines,
        buttons=ways_on(talk, asked, "trend"),
    )


VIEWS = (
    View(
        opening=Opening(name="place", commands=("place",), words=("差距", "进位"), roles=SEERS),
        show=place,
        reads_only=True,
    ),
    View(
        opening=Opening(name="change", commands=("change",), words=("变化", "升降"), roles=SEERS),
        show=why_changed,
        reads_only=True,
    ),
    View(
        opening=Opening(name="trend", commands=("trend",), words=("走势",), roles=SEERS),
        show=trend,
        reads_only=True,
    ),
)
