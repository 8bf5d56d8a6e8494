"""Written analyses at the office: which came, one of them, and rating it on the rule's levels."""

from handlers.buttons import Button, go, is_number, pairs
from handlers.conversations.the_office import asked_period
from handlers.errands import Opening, View
from handlers.operations.doer import AS_OFFICE, doer
from handlers.operations.figures import analyses as deeds
from handlers.operations.figures.analyses import ALIKE_PCT, Asked
from handlers.operations.matters.instruct_button import under_unit
from handlers.operations.record import rate_analysis
from handlers.show import points
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.analysis_record import LEVELS
from scoring.model import Period
from scoring.permissions import may_rate_analysis, may_see_reporting
from scoring.refusals import NotAllowed, Refusal
from scoring.rounding import EXACT
from scoring.timeliness import tally

SEERS = frozenset({"office", "leader", "committee", "auditor", "reporter", "reviewer"})
LINES_SHOWN = 24
WORDS_SHOWN = 2500


async def show(talk: Talk, arg: str) -> None:
    """Show every analysis of a month one may see: those to be rated first."""
    city, period = await talk.city(), await asked_period(talk, arg)
    found = [
        each
        for each in await deeds.asked_for(talk.conn, city, [period], now=talk.now)
        if may_see_reporting(talk.person.roles, monitoring_unit_id=each.unit.id)
    ]
    if not found and not any(role.kind in SEERS for role in talk.person.roles):
        raise NotAllowed("not-for-your-role")
    found.sort(key=lambda each: (each.last is None, each.rating is not None, each.unit.code))
    counted = tally(each.state for each in found)
    came = [each for each in found if each.last is not None]
    talk.say(
        "analyses",
        period=period,
        count=len(found),
        came=counted.came,
        late=counted.late,
        missing=counted.missing,
        unrated=sum(each.rating is None for each in came),
        lines=[_line(each) for each in found[:LINES_SHOWN]],
        more=max(0, len(found) - LINES_SHOWN),
        buttons=[
            *pairs(
                [
                    go("analysis-card", "verbatim", each.arg, text=each.unit.short_name)
                    for each in came[:LINES_SHOWN]
                ],
                3,
            ),
            _months(period),
            [go("reporting", "reporting-all", str(period)), go("start", "button-menu")],
        ],
    )


def _months(period: Period) -> list[Button]:
    return [
        go("analyses", "reporting-month-before", str(period.previous), period=period.previous),
        go("analyses", "reporting-month-after", str(period.next), period=period.next),
    ]


def _line(each: Asked) -> Msg:
    return msg("analyses-line", unit=each.unit.short_name, standing=standing(each))


def standing(each: Asked) -> Msg:
    """Return how one analysis stands: when it came, whether in time, and what it was rated."""
    return msg(
        "analysis-standing",
        state=each.state,
        days=each.days_late,
        at=each.versions[0].sent_at if each.versions else each.due_at,
        due=each.due_at,
        level=each.rating.level if each.rating else "none",
    )


async def show_one(talk: Talk, arg: str) -> None:
    """Show one analysis with what it was rated, and the levels to whoever may rate it."""
    asked = await deeds.find(talk.conn, await talk.city(), arg, now=talk.now)
    deeds.check_seen(talk.person, asked)
    await _show(talk, asked)


async def _show(talk: Talk, asked: Asked) -> None:
    last = asked.last
    if last is None:
        talk.say(
            "analysis-not-there",
            unit=asked.unit.name,
            period=asked.period,
            due=asked.due_at,
            buttons=_ways(talk, asked),
        )
        return
    alike = await deeds.likeness(talk.conn, asked, last.said)
    said = last.said or ""
    if last.file is not None and talk.came.tap is not None:
        talk.pass_on(
            last.file.file_id,
            last.file.kind,
            "analysis-file-of",
            unit=asked.unit.short_name,
            period=asked.period,
        )
    talk.say(
        "analysis-card",
        unit=asked.unit.name,
        period=asked.period,
        standing=standing(asked),
        by=await deeds.author(talk.conn, last),
        at=last.sent_at,
        version=len(asked.versions),
        words=msg("analysis-words", said=said[:WORDS_SHOWN], more=max(0, len(said) - WORDS_SHOWN))
        if said
        else msg("nothing"),
        file=msg("analysis-file", name=last.file.name or last.file.kind)
        if last.file
        else msg("nothing"),
        alike=alike if alike >= ALIKE_PCT else 0,
        ratings=[await _rating(talk, asked, number) for number in range(len(asked.ratings))],
        buttons=[*_levels(talk, asked), *_ways(talk, asked)],
    )


async def _rating(talk: Talk, asked: Asked, number: int) -> Msg:
    rating = asked.ratings[number]
    return msg(
        "analysis-rating",
        level=rating.level,
        reason=rating.reason,
        by=await doer(talk.conn, rating.by, AS_OFFICE, at=rating.at),
        at=rating.at,
    )


def _levels(talk: Talk, asked: Asked) -> list[list[Button]]:
    """Return a button a level, each with its ready reason and points, to whoever may rate."""
    apart = talk.person.roles_apart_from({each.by for each in asked.versions})
    if not may_rate_analysis(apart, monitoring_unit_id=asked.unit.id):
        return []
    terms, seen = asked.scheme.scheme.record, deeds.moves_of(asked)
    pcts = {"good": terms.good_pct, "fair": terms.fair_pct, "poor": terms.poor_pct}
    return [
        *(
            [
                go(
                    "rate-analysis",
                    f"analysis-rate-{level}",
                    f"{asked.arg}.{level}.{seen}",
                    points=points(
                        EXACT.multiply(terms.analysis_quality, pcts.get(level, 100)) / 100, 1
                    ),
                )
            ]
            for level in LEVELS
        ),
        [go("rate-in-words", "analysis-rate-words", f"{asked.arg}.{seen}")],
    ]


def _ways(talk: Talk, asked: Asked) -> list[list[Button]]:
    record = f"{asked.unit.code}.{asked.period}"
    return [
        [go("analyses", "analyses-all", str(asked.period)), go("record", "record-month", record)],
        under_unit(talk.person, asked.unit, str(asked.period), kind="record"),
        [go("todo", "button-todo"), go("start", "button-menu")],
    ]


async def rate(talk: Talk, arg: str) -> None:
    """Rate with one tap, for the reason that belongs to the level; then show how it stands."""
    about, _, tail = arg.partition(".")
    parts = tail.split(".")
    if len(parts) != 4 or parts[2] not in LEVELS or not is_number(parts[3]):  # noqa: PLR2004 - scheme, month, level, seen
        raise Refusal("button-outdated")
    scheme, month, level, seen = parts
    await rate_analysis.rate(
        talk.conn,
        await talk.city(),
        talk.person,
        f"{about}.{scheme}.{month}",
        level,
        seen=int(seen),
        reason=talk.services.texts.plain("zh", msg(f"analysis-reason-{level}")),
        now=talk.now,
    )
    talk.hint("analysis-rated")
    after = await deeds.find(
        talk.conn, await talk.city(), f"{about}.{scheme}.{month}", now=talk.now
    )
    await _show_again(talk, after)


async def _show_again(talk: Talk, asked: Asked) -> None:
    talk.say(
        "analysis-rated-shown",
        unit=asked.unit.name,
        period=asked.period,
        ratings=[await _rating(talk, asked, number) for number in range(len(asked.ratings))],
        buttons=[[go("analysis-card", "analysis-open", asked.arg)], *_ways(talk, asked)],
    )


VIEWS = (
    View(
        opening=Opening(
            name="analyses", commands=("analyses",), words=("分析报告", "分析评定"), roles=SEERS
        ),
        show=show,
        reads_only=True,
    ),
    View(
        opening=Opening(name="analysis-card", roles=SEERS, in_menu=False),
        show=show_one,
        reads_only=True,
    ),
    View(
        opening=Opening(name="rate-analysis", roles=frozenset({"office"}), in_menu=False),
        show=rate,
    ),
)
