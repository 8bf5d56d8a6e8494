"""Review a column: look at it, release it, or send it back with a reason."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.city import City
from handlers.conversations.figures.filing_words import difference
from handlers.errands import Errand, Opening, Place, View, with_way_back
from handlers.operations.clock import deadlines
from handlers.operations.doer import filed_and_reviewed
from handlers.operations.figures import behalf, review_readings
from handlers.operations.figures.desk import lines_for
from handlers.operations.figures.questions import typed_of
from handlers.operations.figures.to_review import columns_to_review
from handlers.operations.record.discipline import first_filed
from handlers.show import answer
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.oddities import Oddity
from scoring.refusals import NotFound, Refusal
from storage import confirmations, disputes, evidence, questions, readings, restatements
from storage.readings import Filing

REASON_MAX = 300


async def waiting_for(talk: Talk) -> list[Filing]:
    """Return the columns this person can review now, oldest first."""
    return await columns_to_review(talk.conn, talk.person, await talk.city())


async def show(talk: Talk, arg: str) -> None:
    filings = await waiting_for(talk)
    chosen = next((each for each in filings if str(each.id) == arg), None)
    if arg and chosen is None and is_number(arg):
        talk.hint("review-no-longer")
    if not filings:
        talk.say(
            "review-nothing", buttons=[[go("todo", "button-todo"), go("start", "button-menu")]]
        )
        return
    filing = chosen or filings[0]
    talk.about = talk.about or filing.period
    plain = [each for each in filings if not await _is_odd(talk, each)]
    after = [each for each in filings if each.id != filing.id]
    await _note_correction(talk, filing)
    rows = [
        [
            go("release", "review-release", str(filing.id)),
            go("return", "review-return", str(filing.id)),
        ]
    ]
    pieces = len(await evidence.of_column(talk.conn, filing.indicator_id, filing.period))
    if pieces:
        column_named = f"{filing.indicator_id}.{filing.period}"
        rows.append([go("evidence", "evidence-look", column_named, count=pieces)])
    if len(plain) > 1:
        rows.append([go("release-plain", "review-release-plain", count=len(plain))])
    if after:
        rows.append([go("review", "review-next", str(after[0].id), count=len(after))])
    objections = await behalf.objection_lines(talk.conn, filing.id)
    talk.say(
        "review-column",
        table=await column(talk, filing),
        reporter=await _name(talk, filing),
        behalf=await behalf.label(talk.conn, filing.id),
        objections=objections,
        objected=len(objections),
        at=filing.filed_at,
        period=filing.period,
        way=filing.way,
        waiting=len(filings),
        buttons=[*rows, [go("todo", "button-todo")]],
    )


async def _note_correction(talk: Talk, filing: Filing) -> None:
    """Say of what a column is the correction, and which figure it changes into which."""
    restated = await restatements.by_filing(talk.conn, filing.id)
    about = restated or await disputes.by_filing(talk.conn, filing.id)
    if about is None:
        return
    city = await talk.city()
    measure = city.indicator(about.indicator_id).indicator.unit_of_measure
    told = await confirmations.in_force(talk.conn, about.indicator_id, about.unit_id, about.period)
    fresh = await readings.readings_of(talk.conn, filing.id)
    new = next((each for each in fresh if each.unit_id == about.unit_id), None)
    if told is not None and new is not None:
        talk.note(
            "review-for-correction",
            restated=int(restated is not None),
            number=str(about.id),
            unit=city.unit(about.unit_id).short_name,
            old=answer(told.reading, measure),
            new=answer(new, measure),
            reason=about.reason,
        )


async def column(talk: Talk, filing: Filing) -> Msg:
    """Return a handed-in column as its reporter saw it, reasons included."""
    city = await talk.city()
    row = city.indicator(filing.indicator_id)
    lines = await lines_for(talk.conn, city, row, filing.period, now=talk.now)
    filed = {each.unit_id: each for each in await readings.readings_of(talk.conn, filing.id)}
    cells = {
        line.unit.code: typed_of(reading)
        for line in lines
        if (reading := filed.get(line.unit.id)) is not None
    }
    odd, whole = await _asked(talk, city, filing)
    deadline = (await deadlines.of_period(talk.conn, city, filing.period)).of(row, filing.period)
    return difference(
        row,
        deadline,
        lines,
        cells,
        odd,
        whole,
        answered_before=frozenset(
            city.unit(each).code
            for each in await readings.units_answered(talk.conn, row.id, filing.period)
        ),
        came_at=(await first_filed(talk.conn, filing.period)).get(row.id, filing.sent_at),
    )


async def _asked(
    talk: Talk, city: City, filing: Filing
) -> tuple[dict[str, tuple[Oddity, ...]], list[tuple[Oddity, str | None]]]:
    """Return what was asked when the column was handed in: by unit code, and as a whole."""
    by_unit: dict[str, tuple[Oddity, ...]] = {}
    whole: list[tuple[Oddity, str | None]] = []
    for each in await questions.vouched_in(talk.conn, filing.id):
        if each.unit_id is None:
            whole.append((each.oddity, each.reason))
        else:
            code = city.unit(each.unit_id).code
            by_unit[code] = (*by_unit.get(code, ()), each.oddity)
    return by_unit, whole


async def release(talk: Talk, arg: str) -> None:
    if not is_number(arg):
        raise NotFound("review-gone")
    await _release(talk, [int(arg)])


async def release_plain(talk: Talk, _: str) -> None:
    """Release every waiting column in which nothing looks odd."""
    found = await waiting_for(talk)
    plain = [each.id for each in found if not await _is_odd(talk, each)]
    if not plain:
        raise NotFound("review-no-longer")
    await _release(talk, plain)


async def _release(talk: Talk, filing_ids: list[int]) -> None:
    city = await talk.city()
    done = await review_readings.release(talk.conn, city, talk.person, filing_ids, now=talk.now)
    talk.about = done[0].period if done else None
    names = [
        msg(
            "released-line",
            indicator=city.indicator(each.indicator_id).indicator.name,
            period=each.period,
        )
        for each in done
    ]
    if names:
        talk.note("review-released", lines=names, count=len(done))
    if len(done) < len(filing_ids):
        talk.note("review-endorsed", count=len(filing_ids) - len(done))
    await show(talk, "")


async def _is_odd(talk: Talk, filing: Filing) -> bool:
    if any(each.oddities for each in await readings.readings_of(talk.conn, filing.id)):
        return True
    vouched = await questions.vouched_in(talk.conn, filing.id)
    return any(each.oddity.needs_reason for each in vouched)


async def _name(talk: Talk, filing: Filing) -> Msg:
    city = await talk.city()
    row = city.indicator(filing.indicator_id)
    return (await filed_and_reviewed(talk.conn, row, filing, None)).reporter


class Step(IntEnum):
    """Where the reviewer stands who sends a column back."""

    REASON = 1  # saved in the database: never renumber
    DONE = -1


async def begin_return(talk: Talk, arg: str) -> Literal[Step.REASON]:
    filings = await waiting_for(talk)
    if not any(str(each.id) == arg for each in filings):
        raise NotFound("review-no-longer")
    talk.data["filing"] = int(arg)
    talk.about = next(each.period for each in filings if str(each.id) == arg)
    return Step.REASON


async def ask_reason(talk: Talk) -> None:
    filing = await readings.one_filing(talk.conn, talk.data["filing"])
    if filing is None:
        raise NotFound("review-gone")
    city = await talk.city()
    ready = [[step("ready", f"review-reason-{each}", each)] for each in ("check", "unit", "base")]
    talk.say(
        "review-ask-reason",
        indicator=city.indicator(filing.indicator_id).indicator.name,
        period=filing.period,
        buttons=with_way_back(talk, ready),
    )


async def reason_ready(talk: Talk, arg: str) -> Literal[Step.DONE]:
    if arg not in {"check", "unit", "base"}:
        raise Refusal("button-outdated")
    words = talk.services.texts.plain("zh", msg(f"review-reason-{arg}"))
    return await send_back(talk, words)


async def send_back(talk: Talk, reason: str) -> Literal[Step.DONE]:
    city = await talk.city()
    filing = await review_readings.send_back(
        talk.conn,
        city,
        talk.person,
        talk.data["filing"],
        reason=reason[:REASON_MAX],
        now=talk.now,
    )
    talk.about = filing.period
    talk.say(
        "review-returned",
        indicator=city.indicator(filing.indicator_id).indicator.name,
        period=filing.period,
        reason=reason[:REASON_MAX],
        buttons=[[go("review", "button-review-more"), go("todo", "button-todo")]],
    )
    return Step.DONE


REVIEWERS = frozenset({"reviewer", "office"})
VIEWS = (
    View(
        opening=Opening(
            name="review", commands=("review",), words=("审核", "复核"), roles=REVIEWERS
        ),
        show=show,
    ),
    View(opening=Opening(name="release", roles=REVIEWERS, in_menu=False), show=release),
    View(opening=Opening(name="release-plain", roles=REVIEWERS, in_menu=False), show=release_plain),
)
ERRAND = Errand(
    opening=Opening(name="return", roles=REVIEWERS, in_menu=False),
    steps=Step,
    begin=begin_return,
    places={Step.REASON: Place(ask=ask_reason, on_tap={"ready": reason_ready}, on_text=send_back)},
)
