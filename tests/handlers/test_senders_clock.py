"""A deadline counts by the sender's clock: through the real intake, after an outage of ours."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from harness import House

from bot.intake import Intake
from handlers.operations.record.discipline import discipline
from handlers.texts import CITY_ZONE
from handlers.turn import turn
from scoring.model import Period
from storage.schema import filing

SEPTEMBER = Period(2013, 9)
PASTE = "公共财政预算收入\n金港\t43.2\n杨舍\t52.1\n锦丰\t27.0\n塘桥\t17.6"


def here(text: str) -> datetime:
    return datetime.strptime(f"2013-10-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=CITY_ZONE)


@pytest.fixture
async def intake(house: House):
    async def take_effect(update):
        await turn(update, house.services, house.router)

    async def caught_up(_):
        await house.posts()

    intake = Intake(
        engine=house.engine,
        bot=None,
        take_effect=take_effect,
        caught_up=caught_up,
        wake=lambda: None,
        now=lambda: house.now,
    )
    yield intake
    await intake.drain(1)


async def _sent(house, intake, who, text, *, at, processed):
    """Let somebody send a text *at* a moment, and the bot get to it when it is *processed*."""
    house.now = processed
    house.last_update_id += 1
    body = who._envelope(who.chat.next_id()) | {"text": text}
    body["date"] = int(at.astimezone(UTC).timestamp())
    await intake.take({"update_id": house.last_update_id, "message": body})
    await house.posts()


async def _state(house, cast):
    async with house.deed_of(cast.office) as (conn, city, _):
        lines = await discipline(conn, city, SEPTEMBER, now=house.now)
        sent = await conn.scalar(sa.select(filing.c.sent_at))
    return next(line.state for line in lines if line.indicator_code == "K02"), sent


@pytest.mark.parametrize(
    ("sent", "processed", "confirmed", "state"),
    [
        ("10 17:29", "10 17:40", "10 17:41", "on_time"),
        ("10 17:30", "10 17:40", "10 17:41", "on_time"),
        ("10 17:31", "10 17:40", "10 17:41", "late"),
        # Back only in the evening: confirmed within a working hour, that is by 9:30 next morning.
        ("10 17:29", "10 21:00", "11 09:29", "on_time"),
        ("10 17:29", "10 21:00", "11 09:31", "late"),
        # Answered in time, confirmed at leisure: what counts is then the confirmation.
        ("10 16:00", "10 16:00", "10 17:10", "on_time"),
        ("10 16:00", "10 16:00", "10 17:31", "late"),
        ("10 16:55", "10 16:55", "10 17:31", "on_time"),
    ],
)
async def test_what_was_sent_in_time_is_in_time_however_long_we_took(
    house, cast, intake, sent, processed, confirmed, state
):
    await _sent(house, intake, cast.reporter, PASTE, at=here(sent), processed=here(processed))
    shown = cast.reporter.sees()
    assert ("将记为迟报" in shown) == (here(sent) > here("10 17:30"))
    house.now = here(confirmed)
    receipt = await cast.reporter.taps("file")
    assert ("迟报" in receipt) == (state == "late")
    assert (await _state(house, cast))[0] == state


async def test_a_figure_changed_later_counts_from_the_change(house, cast, intake):
    await _sent(
        house, intake, cast.reporter, PASTE, at=here("10 17:29"), processed=here("10 17:40")
    )
    await _sent(
        house,
        intake,
        cast.reporter,
        PASTE.replace("43.2", "43.3"),
        at=here("10 17:45"),
        processed=here("10 17:45"),
    )
    await cast.reporter.taps("file")
    assert await _state(house, cast) == ("late", here("10 17:45").astimezone(UTC))


async def test_the_same_figures_sent_again_do_not_make_it_later(house, cast, intake):
    for minute in ("29", "45"):
        at = here(f"10 17:{minute}")
        await _sent(house, intake, cast.reporter, PASTE, at=at, processed=at)
    await cast.reporter.taps("file")
    assert (await _state(house, cast))[0] == "on_time"
