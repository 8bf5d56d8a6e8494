"""What a bottom-two alert says: the exact figures, whether the place is firm, and the reply."""

from collections.abc import Mapping
from decimal import Decimal, localcontext
from typing import Any

from handlers.operations.results.unit_lines import figures_due, gains, indicator_lines
from handlers.show import figure, points
from handlers.texts import Msg, msg
from scoring.figures import figure_period
from scoring.model import Book, Missing, Reported
from scoring.ranking import ranking
from scoring.result import Result
from scoring.rounding import EXACT, rounded
from storage.alerts import Alert

WEAKEST_SHOWN = 3


def alert_inputs(book: Book, result: Result, unit: str) -> dict[str, Any]:
    """Return the exact figures an alert rests on, as plain JSON: what the unit and leaders see."""
    line, score = result.standings[unit], result.units[unit]
    category = book.unit_by_code[unit].category
    lines = indicator_lines(book, result, unit)
    by_code = {each.indicator_code: each for each in lines}
    return {
        "score": _text(score.score),
        "place": line.place,
        "of": len(result.rankings[category]),
        "gap_to_next": _text(line.gap_to_next),
        "gap_out": _text(gap_out(result, unit)),
        "is_firm": is_firm(book, result, unit),
        "waiting": len(figures_due(book, result, unit).waiting),
        "weakest": [
            {
                "code": each.indicator_code,
                "name": each.indicator_name,
                "got": _text(each.got),
                "full": _text(each.full),
                "value": _text(by_code[each.indicator_code].value),
                "measure": by_code[each.indicator_code].measure,
            }
            for each in gains(lines)[:WEAKEST_SHOWN]
        ],
    }


def gap_out(result: Result, unit: str) -> Decimal | None:
    """Return how many points part a flagged unit from the last place that is not flagged."""
    ranked = result.rankings[result.units[unit].category]
    safe = [line.score for line in ranked if not line.is_bottom]
    return safe[-1] - result.standings[unit].score if safe else None


def is_firm(book: Book, result: Result, unit: str) -> bool:
    """Return whether a unit stays in the bottom whatever its outstanding figures will be.

    Each of its indicators whose figure is missing or unverified may still bring anything up to
    its full points. More points never lower a place, so the most they can bring settles it.
    """
    score, scheme = result.units[unit], book.scheme
    keys = {line.unit: (line.score,) for line in result.rankings[score.category]}
    keys[unit] = (max(_most(book, result, unit), result.standings[unit].score),)
    again = ranking(keys, bottom=scheme.bottom, bottom_above=scheme.bottom_above)
    return any(line.unit == unit and line.is_bottom for line in again)


def _most(book: Book, result: Result, unit: str) -> Decimal:
    """Return the score of a unit if everything outstanding came in at full points."""
    score, scheme = result.units[unit], book.scheme
    earned, scored = Decimal(0), Decimal(0)
    with localcontext(EXACT):
        for code, factor in score.stretch.items():
            each = score.indicators[code]
            best = each.score
            if _is_outstanding(book, result, code, unit):
                best = max(each.points, each.score or Decimal(0))
            if best is not None:
                earned += best * factor
                scored += each.points * factor
        if scored <= 0:
            return Decimal(0)
        return rounded(earned * scheme.full_points / scored + score.adjustment.net, scheme.places)


def _is_outstanding(book: Book, result: Result, code: str, unit: str) -> bool:
    indicator = book.indicator_by_code[code]
    month = result.period
    if not month.is_due_for(indicator.frequency):
        speaks = figure_period(book, indicator, month)
        if speaks is None:
            return False
        month = speaks
    entry = book.entry(month, code, unit)
    return isinstance(entry, Missing) or (isinstance(entry, Reported) and entry.unverified)


def alert_facts(alert: Alert) -> Msg:
    """Return place, score, gap, and whether the place is firm, as one line."""
    inputs = alert.inputs
    given = {
        "place": int(inputs["place"]),
        "of": int(inputs["of"]),
        "score": points(_number(inputs["score"])),
        "gap": points(_number(inputs["gap_out"])),
    }
    if inputs["is_firm"]:
        return msg("alert-facts-firm", **given)
    return msg("alert-facts-fragile", **given, waiting=int(inputs["waiting"]))


def weakest_lines(inputs: Mapping[str, Any]) -> list[Msg]:
    """Return a line for each of the weakest indicators with the figure it was scored by."""
    return [
        msg(
            "alert-weakest",
            code=each["code"],
            indicator=each["name"],
            got=points(_number(each["got"])),
            full=points(_number(each["full"])),
            figure=figure(_number(each["value"]), each["measure"]),
        )
        for each in inputs["weakest"]
    ]


def reply(alert: Alert) -> Msg:
    """Return the unit's answer as quoted to those in charge, or that there was none in time."""
    if alert.answer is None or alert.answered_at is None:
        return msg("alert-no-reply")
    at = alert.answered_at
    match alert.answer_kind:
        case "wrong_data":
            return msg("alert-reply-wrong", text=alert.answer, at=at)
        case "filed_since":
            return msg("alert-reply-filed", text=alert.answer, at=at)
        case _:
            return msg("alert-reply-statement", text=alert.answer, at=at)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
