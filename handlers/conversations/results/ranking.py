"""The ranking (排名): places, scores, movement, and how much of the points is scored."""

from collections.abc import Sequence
from decimal import Decimal

from handlers.boards import result_at
from handlers.buttons import Button, go, pairs
from handlers.city import City
from handlers.conversations.asking import Asked, period_shown, understand
from handlers.errands import Opening, View
from handlers.operations.ledger.ledger_effects import ledger_mark, ledger_note
from handlers.operations.matters.instruct_button import under_ranking
from handlers.operations.months.compose_books import ranking_book
from handlers.show import percent, points, span
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from scoring.permissions import may_see_unit
from scoring.ranking import Standing
from scoring.refusals import NotFound
from scoring.result import Result
from storage.schemes import SchemeRow

INSIDE = frozenset(
    {"reporter", "reviewer", "contact", "leader", "committee", "office", "auditor", "observer"}
)


async def show(talk: Talk, arg: str) -> None:
    city = await talk.city()
    asked = understand(talk, city, arg.replace(".", " "))
    row, category = _which(talk, city, asked)
    period = await period_shown(talk, city, row, asked.period)
    result = await _result(talk, city, row, period, asked)
    lines = result.rankings.get(category, ())
    before = await _result(talk, city, row, period.previous, asked) if period.month > 1 else None
    today = None
    if asked.at is not None:
        today = await talk.services.boards.result(talk.conn, city, row, period)
    talk.say(
        "rank",
        scheme=row.scheme.name,
        category=category,
        span=span(period),
        lines=[_line(talk, city, each, result, before=before, today=today) for each in lines],
        ranked=len(lines),
        full=points(row.scheme.full_points, 0),
        coverage=_coverage(result, lines),
        at=asked.at or talk.now,
        past=int(asked.at is not None),
        invented=int(row.invented),
        ledger=ledger_note(result, [each.unit for each in lines]),
        buttons=_buttons(talk, city, row, category, period),
    )


def _which(talk: Talk, city: City, asked: Asked) -> tuple[SchemeRow, str]:
    """Return the scheme and category asked for: one's own before the towns'."""
    year = asked.period.year if asked.period else None
    schemes = city.schemes_of(year) if year else _latest_schemes(talk, city)
    if not schemes:
        raise NotFound("rank-no-scheme")
    if asked.units:
        unit = asked.units[0]
        row = next((each for each in schemes if each.scheme.track == unit.track), schemes[0])
        return row, unit.category
    row = asked.scheme or _own_scheme(talk, city, schemes)
    categories = categories_of(city, row)
    own = [city.unit(unit_id).category for unit_id in talk.person.units_as("contact")]
    fallback = next((each for each in own if each in categories), categories[0])
    return row, asked.category or fallback


def _latest_schemes(talk: Talk, city: City) -> list[SchemeRow]:
    year = talk.today.year if talk.today.month > 1 else talk.today.year - 1
    return city.schemes_of(year) or city.schemes_of(
        max((each.scheme.year for each in city.schemes), default=year)
    )


def _own_scheme(talk: Talk, city: City, schemes: Sequence[SchemeRow]) -> SchemeRow:
    tracks = [city.unit(unit_id).track for unit_id in talk.person.units_as("contact")]
    return next((each for each in schemes if each.scheme.track in tracks), schemes[0])


def categories_of(city: City, row: SchemeRow) -> list[str]:
    """Return the categories a scheme ranks in, in the order of its units."""
    return list(dict.fromkeys(unit.category for unit in city.assessed(row)))


async def _result(talk: Talk, city: City, row: SchemeRow, period: Period, asked: Asked) -> Result:
    if asked.at is not None:
        return await result_at(talk.conn, city, row, period, at=asked.at)
    return await talk.services.boards.result(talk.conn, city, row, period)


def _line(
    talk: Talk,
    city: City,
    standing: Standing,
    result: Result,
    *,
    before: Result | None,
    today: Result | None,
) -> Msg:
    """Return one unit's line; *today* is what is known now, where the ranking is an earlier one."""
    unit = city.unit_by_code[standing.unit]
    scored = result.units[standing.unit]
    moved = 0
    was = before.place(standing.unit) if before else None
    if was is not None:
        moved = was - standing.place
    own = unit.id in talk.person.units_as("contact")
    return msg(
        "rank-line",
        place=standing.place,
        unit=unit.short_name,
        score=points(standing.score, result.scheme.places),
        coverage=percent(scored.coverage * 100, 0),
        move="up" if moved > 0 else "down" if moved < 0 else "same" if was else "new",
        moved=abs(moved),
        tied=int(standing.is_tied),
        own=int(own),
        gap=msg("rank-gap", gap=points(standing.gap_to_next, result.scheme.places))
        if own and standing.gap_to_next is not None
        else msg("nothing"),
        bottom=int(
            standing.is_bottom and (own or may_see_unit(talk.person.roles, unit_id=unit.id))
        ),
        ledger=ledger_mark(scored.adjustment, result.scheme.places),
        since=_since(standing, today) if today else msg("nothing"),
    )


def _since(standing: Standing, today: Result) -> Msg:
    """Return where the unit stands by what is known today, if that is not the same."""
    place, score = today.place(standing.unit), today.units[standing.unit].score
    if place is None or score is None or (place, score) == (standing.place, standing.score):
        return msg("nothing")
    return msg("rank-since", place=place, score=points(score, today.scheme.places))


def _coverage(result: Result, lines: Sequence[Standing]) -> str:
    shares = [result.units[each.unit].coverage for each in lines]
    return percent(sum(shares, Decimal(0)) * 100 / len(shares), 0) if shares else "0"


def _buttons(
    talk: Talk, city: City, row: SchemeRow, category: str, period: Period
) -> list[list[Button]]:
    others = [
        go("rank", "verbatim", f"{each.scheme.track}.{name}.{period}", text=name)
        for each in city.schemes_of(period.year)
        for name in categories_of(city, each)
        if name != category
    ]
    months = (
        [go("rank", "rank-previous", f"{category}.{period.previous}")] if period.month > 1 else []
    )
    if period < Period(talk.today.year, talk.today.month).previous:
        months.append(go("rank", "rank-next", f"{category}.{period.next}"))
    return [
        [go("rank-chart", "rank-chart-button", f"{category}.{period}")],
        *pairs(others, 2),
        months,
        under_ranking(talk.person, category, str(period)),
        [go("start", "button-menu")],
    ]


async def chart(talk: Talk, arg: str) -> None:
    city = await talk.city()
    asked = understand(talk, city, arg.replace(".", " "))
    row, category = _which(talk, city, asked)
    period = await period_shown(talk, city, row, asked.period)
    own = frozenset(city.unit(each).code for each in talk.person.units_as("contact"))
    book = await ranking_book(
        talk.conn,
        city,
        talk.services.boards,
        row,
        period,
        category=category,
        own=own,
        now=talk.now,
    )
    talk.picture(
        book,
        "rank-chart-caption",
        category=category,
        span=span(period),
        buttons=[
            [go("rank", "button-ranking", f"{category}.{period}")],
            under_ranking(talk.person, category, str(period)),
        ],
    )


VIEWS = (
    View(
        opening=Opening(
            name="rank", commands=("rank",), words=("排名", "名次", "位次"), roles=INSIDE
        ),
        show=show,
        reads_only=True,
    ),
    View(
        opening=Opening(name="rank-chart", roles=INSIDE, in_menu=False), show=chart, reads_only=True
    ),
)
