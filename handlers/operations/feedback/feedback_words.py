"""A quarter's observations in the chat: a line for each thing, short enough for a phone."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Literal, TypeAlias

from handlers.feedback_books import FeedbackBook, FeedbackCell
from handlers.operations.feedback.feedback_facts import Change
from handlers.operations.observing.observation_terms import in_both
from handlers.show import percent, points
from handlers.texts import CITY_ZONE, Msg, msg
from scoring.feedback import Tally, middle, share
from scoring.quarters import Quarter

Status: TypeAlias = Literal["preview", "running", "released"]
UNITS_SHOWN = 8
LONGEST_SHOWN = 5
AGAIN_SHOWN = 5


def quarter_words(quarter: Quarter) -> Msg:
    """Return a quarter's name."""
    return msg("quarter", year=str(quarter.year), number=quarter.number)


def title_words(book: FeedbackBook) -> Msg:
    """Return of which units a part is, behind its title; nothing for the whole city."""
    return msg("feedback-title-of", title=book.title) if book.title else msg("nothing")


def rate_words(part: int, whole: int, *, least: int) -> Msg:
    """Return a rate with its n, or that there are too few for one."""
    rate = share(part, whole, least=least)
    if rate is None:
        return msg("feedback-too-few", count=whole)
    return msg("feedback-rate", pct=percent(rate, 0), part=part, whole=whole)


def days_words(days: tuple[int, ...], *, least: int) -> Msg:
    """Return the median of some working days with its n, or that there are too few."""
    found = middle(days, least=least)
    if found is None:
        return msg("feedback-too-few", count=len(days))
    return msg("feedback-median", days=f"{found.normalize():f}", count=len(days))


def report_words(book: FeedbackBook, status: Status, *, beside: list[Msg] | None = None) -> Msg:
    """Return a report as it is read in the chat; *beside* follows it."""
    quarter = quarter_words(Quarter.parse(book.quarter))
    if not book.cells:
        return msg("feedback", lines=[msg("feedback-nothing", quarter=quarter), *(beside or [])])
    total, before = book.total, book.before
    lines = [
        msg(
            "feedback-headline",
            quarter=quarter,
            title=title_words(book),
            scope=book.scope,
            received=total.received,
            verified=total.verified,
            overdue=total.overdue,
        ),
        msg("feedback-scope", status=status, units=len(book.units), until=until_words(book)),
        msg(
            "feedback-received",
            scope=book.scope,
            received=total.received,
            before=before.received,
            verified=total.verified,
            refuted=total.refuted,
        ),
        *_overall(book, total, before),
        *_by_category(book),
        *_by_unit(book),
        *_longest(book),
        *_again(book),
        _scored(book),
        msg("feedback-note-least", least=book.least),
        *(beside or []),
    ]
    return msg("feedback", lines=lines)


def until_words(book: FeedbackBook) -> Msg:
    """Return the last day a report counts."""
    last = (book.until - timedelta(seconds=1)).astimezone(CITY_ZONE)
    return msg("feedback-until-day", year=str(last.year), month=last.month, day=last.day)


def remark_words(book: FeedbackBook) -> Msg:
    """Return the office's remark, or that there is none yet."""
    if not book.remark:
        return msg("feedback-remark-none")
    return msg("feedback-remark", said=book.remark)


def changed_words(changes: Mapping[Change, int]) -> Msg:
    """Return what has changed since the release, beside the numbers that stay."""
    if not changes:
        return msg("feedback-unchanged")
    lines = [msg("feedback-change", change=each, count=changes[each]) for each in sorted(changes)]
    first, *rest = lines
    for each in rest:
        first = msg("chain", first=first, then=each)
    return msg("feedback-changed", lines=first)


def _overall(book: FeedbackBook, total: Tally, before: Tally) -> list[Msg]:
    least, lines = book.least, list[Msg]()
    if total.contested or total.upheld or total.overturned:
        lines.append(
            msg(
                "feedback-contested",
                contested=total.contested,
                upheld=total.upheld,
                overturned=total.overturned,
            )
        )
    if total.due or before.due:
        lines.append(
            msg(
                "feedback-answered",
                rate=rate_words(total.in_time, total.due, least=least),
                before=rate_words(before.in_time, before.due, least=least),
                in_time=total.in_time,
                late=total.late,
                overdue=total.overdue,
            )
        )
    lines.append(
        msg(
            "feedback-stands",
            count=total.true,
            confirmed=total.confirmed,
            said=total.said,
            closed=total.closed,
            overdue=total.overdue,
            running=total.running,
            elsewhere=total.elsewhere,
        )
    )
    return [*lines, *_rated(book, total, before), *_moved(book, total)]


def _rated(book: FeedbackBook, total: Tally, before: Tally) -> list[Msg]:
    """Return how much was confirmed as fixed and how long it took, where there is anything."""
    least, lines = book.least, list[Msg]()
    if total.ripe or before.ripe:
        lines.append(
            msg(
                "feedback-fixed",
                rate=rate_words(total.confirmed, total.ripe, least=least),
                before=rate_words(before.confirmed, before.ripe, least=least),
            )
        )
    if total.answer_days or total.fix_days:
        lines.append(
            msg(
                "feedback-days",
                answer=days_words(total.answer_days, least=least),
                fix=days_words(total.fix_days, least=least),
            )
        )
    return lines


def _moved(book: FeedbackBook, total: Tally) -> list[Msg]:
    lines: list[Msg] = []
    if total.transfers or total.revisits or total.again:
        lines.append(
            msg(
                "feedback-moves",
                transfers=total.transfers,
                revisits=total.revisits,
                lasting=total.lasting,
                again=total.again,
            )
        )
    if total.late_elsewhere and book.scope == "city":
        lines.append(msg("feedback-late-elsewhere", count=total.late_elsewhere))
    return lines


def _by_category(book: FeedbackBook) -> list[Msg]:
    found = book.by_category
    if len(found) < 2:  # noqa: PLR2004 - one category is the whole
        return []
    return [
        msg("feedback-by-category"),
        *(_part_line(in_both(book.names[code]), now, book) for code, (now, _) in found.items()),
    ]


def _by_unit(book: FeedbackBook) -> list[Msg]:
    ranked = worst_first(book)
    if len(ranked) < 2:  # noqa: PLR2004 - one unit is the whole
        return []
    shown = ranked[:UNITS_SHOWN]
    return [
        msg(
            "feedback-by-unit",
            count=len(ranked),
            shown=len(shown) if len(shown) < len(ranked) else 0,
        ),
        *(
            _part_line(msg("verbatim", text=book.unit(code).short_name), tally, book)
            for code, tally in shown
        ),
    ]


def worst_first(book: FeedbackBook) -> list[tuple[str, Tally]]:
    """Return the units with what most of theirs is past its term first, then most open.

    Counts order them and not rates: one report of a small unit makes no league.
    """
    found = [(code, now) for code, (now, _) in book.by_unit.items() if not now.is_empty]
    return sorted(found, key=lambda each: (-each[1].overdue, -each[1].open, each[0]))


def _part_line(name: Msg, tally: Tally, book: FeedbackBook) -> Msg:
    return msg(
        "feedback-part-line",
        name=name,
        verified=tally.verified,
        overdue=tally.overdue,
        rate=rate_words(tally.in_time, tally.due, least=book.least),
    )


def _longest(book: FeedbackBook) -> list[Msg]:
    if not book.open:
        return []
    lines = [
        msg(
            "feedback-open-line",
            late=int(each.is_overdue),
            receipt=each.receipt,
            unit=book.unit(each.unit_code).short_name,
            category=in_both(book.names[each.category]),
            days=each.days,
        )
        for each in book.open[:LONGEST_SHOWN]
    ]
    return [msg("feedback-longest"), *lines, *_more(len(book.open) - LONGEST_SHOWN)]


def _again(book: FeedbackBook) -> list[Msg]:
    found = book.again
    if not found:
        return []
    lines = [_again_line(book, each) for each in found[:AGAIN_SHOWN]]
    return [msg("feedback-again"), *lines, *_more(len(found) - AGAIN_SHOWN)]


def _again_line(book: FeedbackBook, cell: FeedbackCell) -> Msg:
    return msg(
        "feedback-again-line",
        unit=book.unit(cell.unit_code).short_name,
        category=in_both(book.names[cell.category]),
        now=cell.now.verified,
        before=cell.before.verified,
        again=cell.now.again,
    )


def _more(count: int) -> list[Msg]:
    return [msg("feedback-more", count=count)] if count > 0 else []


def _scored(book: FeedbackBook) -> Msg:
    if not book.scores:
        return msg("feedback-scored-none")
    total = sum((each.points for each in book.scores), Decimal(0))
    return msg(
        "feedback-scored",
        begun=sum(each.begun for each in book.scores),
        points=points(total),
        ended=sum(each.ended for each in book.scores),
    )
