"""The quarterly feedback report (观测评议反馈报告): read, released, handed out as files."""

from handlers.buttons import Button, go, is_number
from handlers.city import City
from handlers.conversations.the_office import OFFICE
from handlers.errands import Opening, View
from handlers.feedback_books import FeedbackBook
from handlers.operations.feedback import feedback_report as deeds
from handlers.operations.feedback.feedback_facts import ends_at
from handlers.operations.feedback.feedback_news import file_buttons
from handlers.operations.feedback.feedback_report import LEAST_FROM, LEAST_UNTIL, Plan
from handlers.operations.feedback.feedback_words import (
    Status,
    changed_words,
    quarter_words,
    remark_words,
    report_words,
    title_words,
)
from handlers.operations.matters.instruct_button import under_ranking
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.feedback import LEAST
from scoring.permissions import may_run_the_office
from scoring.quarters import Quarter
from scoring.refusals import NotFound, Outdated
from storage import feedback

ROLES = frozenset({"office", "committee", "leader", "auditor", "contact"})
LEAST_OFFERED = (3, 5, 10, 20)
UNITS_NAMED = 10
FORMS = frozenset({"docx", "xlsx", "png"})


async def show(talk: Talk, arg: str) -> None:
    """Show a quarter, *arg* "2013Q3" or "2013Q3.T01"; the office previews what is not released."""
    text, _, unit = arg.partition(".")
    city = await talk.city()
    quarter = await asked_quarter(talk, city, text)
    is_released = await deeds.released(talk.conn, quarter) is not None
    if not is_released and may_run_the_office(talk.person.roles):
        _say_plan(talk, city, await _plan(talk, city, quarter))
        return
    book = await deeds.for_reader(talk.conn, city, talk.person, quarter, unit=unit, now=talk.now)
    changes = await deeds.changes(talk.conn, city, book, quarter, now=talk.now)
    beside = [] if book.scope == "unit" or not book.remark else [remark_words(book)]
    talk.say(
        report_words(book, "released", beside=[*beside, changed_words(changes)]),
        buttons=[
            file_buttons(quarter, unit=unit),
            _turn(talk, city, quarter, unit),
            under_ranking(talk.person, str(quarter), "", kind="feedback"),
            [go("observations", "button-feedback-list"), *_way_back(talk)],
        ],
    )


async def asked_quarter(talk: Talk, city: City, text: str) -> Quarter:
    """Return the quarter asked for; by default the one that ended last, or was released last."""
    if text.strip():
        try:
            return Quarter.parse(text)
        except ValueError:
            raise NotFound("feedback-unknown", text=text[:40]) from None
    if not may_run_the_office(talk.person.roles):
        done = await feedback.released_quarters(talk.conn)
        if done:
            return Quarter.parse(done[0])
    return deeds.last_ended(city, now=talk.now)


async def _plan(talk: Talk, city: City, quarter: Quarter) -> Plan:
    return await deeds.plan(talk.conn, city, talk.person, quarter, now=talk.now)


def _say_plan(talk: Talk, city: City, plan: Plan) -> None:
    quarter, to, whole = plan.quarter, plan.recipients, plan.books.whole
    is_over = talk.now >= ends_at(city, quarter)
    status: Status = "preview" if is_over else "running"
    beside: list[Msg] = []
    ready = is_over and bool(whole.cells)
    if ready:
        beside = [remark_words(whole), *_recipients(plan)]
    release = go("feedback-release", "button-feedback-release", f"{quarter}.{plan.code}")
    told = ready and bool(to.leaders or to.office or to.contacts)
    talk.say(
        report_words(whole, status, beside=beside),
        buttons=[
            file_buttons(quarter) if whole.cells else [],
            [
                go("feedback-remark", "button-feedback-remark", str(quarter)),
                go("feedback-least", "button-feedback-least", str(quarter), least=whole.least),
            ],
            [release] if told else [],
            _turn(talk, city, quarter, ""),
            _way_back(talk),
        ],
    )


def _recipients(plan: Plan) -> list[Msg]:
    to = plan.recipients
    lines = [
        msg(
            "feedback-plan",
            leaders=len(to.leaders),
            office=len(to.office),
            units=len({unit.id for unit, _ in to.contacts}),
            contacts=len(to.contacts),
        )
    ]
    if to.units_alone:
        named = [each.short_name for each in to.units_alone[:UNITS_NAMED]]
        more = ["…"] if len(to.units_alone) > UNITS_NAMED else []
        lines.append(msg("feedback-plan-alone", units="、".join([*named, *more])))
    return lines


def _turn(talk: Talk, city: City, quarter: Quarter, unit: str) -> list[Button]:
    """Return the ways to the quarter before and after; nobody looks ahead of this one."""
    behind = f".{unit}" if unit else ""
    before, after = quarter.before, quarter.after
    row = [go("feedback", "feedback-previous", f"{before}{behind}", quarter=quarter_words(before))]
    if after <= Quarter.of(talk.now.astimezone(city.zone).date()):
        row.append(
            go("feedback", "feedback-next", f"{after}{behind}", quarter=quarter_words(after))
        )
    return row


def _way_back(talk: Talk) -> list[Button]:
    if may_run_the_office(talk.person.roles):
        return [go("observing", "button-observing")]
    return [go("start", "button-menu")]


async def hand_out(talk: Talk, arg: str) -> None:
    """Hand a report out as a file; *arg* is "2013Q3.docx.T01", the unit may be missing."""
    text, _, rest = arg.partition(".")
    form, _, unit = rest.partition(".")
    city = await talk.city()
    quarter = await asked_quarter(talk, city, text)
    if form not in FORMS:
        raise NotFound("button-outdated")
    book = await deeds.for_reader(talk.conn, city, talk.person, quarter, unit=unit, now=talk.now)
    named, title = quarter_words(quarter), title_words(book)
    if not book.cells:
        raise NotFound("feedback-empty", quarter=named)
    match form:
        case "png":
            back = [go("feedback", "button-feedback", f"{quarter}.{unit}")]
            _picture(talk, book, quarter, back=back)
        case "docx":
            talk.letter(book, "feedback-file", quarter=named, title=title)
        case _:
            talk.document(book, "feedback-file", quarter=named, title=title)


def _picture(talk: Talk, book: FeedbackBook, quarter: Quarter, *, back: list[Button]) -> None:
    talk.picture(
        book,
        "feedback-heat-caption",
        quarter=quarter_words(quarter),
        title=title_words(book),
        buttons=[under_ranking(talk.person, str(quarter), "", kind="feedback"), back],
    )


async def show_heat(talk: Talk, _: str) -> None:
    """Show the heat table as it stands now, of what this person may see."""
    city = await talk.city()
    running = Quarter.of(talk.now.astimezone(city.zone).date())
    book = await deeds.live_part(talk.conn, city, talk.person, running, now=talk.now)
    _picture(talk, book, running, back=_way_back(talk))


async def go_out(talk: Talk, arg: str) -> None:
    """Release what was shown under this code; where that has moved, show the new preview."""
    text, _, code = arg.partition(".")
    city = await talk.city()
    quarter = await asked_quarter(talk, city, text)
    try:
        done = await deeds.release(talk.conn, city, talk.person, quarter, code=code, now=talk.now)
    except Outdated as moved:
        talk.note(moved.message_id, **moved.given)
        _say_plan(talk, city, await _plan(talk, city, quarter))
        return
    to = done.recipients
    talk.say(
        "feedback-released-now",
        quarter=quarter_words(quarter),
        leaders=len(to.leaders),
        office=len(to.office),
        units=len({unit.id for unit, _ in to.contacts}),
        contacts=len(to.contacts),
        buttons=[[go("feedback", "button-feedback", str(quarter))], _way_back(talk)],
    )


async def show_least(talk: Talk, arg: str) -> None:
    """Offer the smallest sample of a rate, or set it; *arg* is "2013Q3" or "2013Q3.10"."""
    text, _, chosen = arg.partition(".")
    if chosen:
        number = int(chosen) if is_number(chosen) else 0
        await deeds.set_least(talk.conn, talk.person, number, now=talk.now)
        await show(talk, text)
        return
    deeds.check_office(talk.person)
    least = await feedback.least(talk.conn)
    talk.say(
        "feedback-least-ask",
        least=least,
        usual=LEAST,
        buttons=[
            [
                go("feedback-least", "feedback-least-choice", f"{text}.{each}", least=each)
                for each in LEAST_OFFERED
                if each != least and LEAST_FROM <= each <= LEAST_UNTIL
            ],
            [go("feedback", "button-feedback", text)],
        ],
    )


VIEWS = (
    View(
        opening=Opening(
            name="feedback",
            commands=("feedback",),
            words=("观测评议", "季度反馈"),
            roles=ROLES,
        ),
        show=show,
        reads_only=True,
    ),
    View(
        opening=Opening(
            name="feedback-heat", commands=("heat",), words=("观测热力图",), roles=ROLES
        ),
        show=show_heat,
        reads_only=True,
    ),
    View(
        opening=Opening(name="feedback-file", roles=ROLES, in_menu=False),
        show=hand_out,
        reads_only=True,
    ),
    View(opening=Opening(name="feedback-release", roles=OFFICE, in_menu=False), show=go_out),
    View(opening=Opening(name="feedback-least", roles=OFFICE, in_menu=False), show=show_least),
)
