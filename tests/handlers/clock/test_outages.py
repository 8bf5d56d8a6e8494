"""The bot was down in the hours before a deadline: it moves for all, once, and says so."""

from datetime import datetime, time, timedelta

import pytest
import sqlalchemy as sa
from clock_city import SEPTEMBER, by_town
from hypothesis import given
from hypothesis import strategies as st

from handlers.holidays import calendar_for
from handlers.operations.clock import deadlines
from handlers.operations.record.discipline import discipline
from handlers.texts import CITY_ZONE
from scoring.outages import lost_before, moved_by
from storage import journal as journal_rows
from storage.schema import deadline_move, journal, outage, outbox, scheme

HOUR = timedelta(minutes=60)

CALENDAR = calendar_for({2012, 2013, 2014}, {})


def here(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=CITY_ZONE)


# --- the rule -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "down", "to"),
    [
        # A whole afternoon of the due day: the next working day.
        ("2013-10-08 17:30", ("2013-10-08 13:00", "2013-10-08 15:00"), "2013-10-09 17:30"),
        # Fifty-nine minutes are not an hour.
        ("2013-10-08 17:30", ("2013-10-08 13:00", "2013-10-08 13:59"), None),
        # An hour is.
        ("2013-10-08 17:30", ("2013-10-08 13:00", "2013-10-08 14:00"), "2013-10-09 17:30"),
        # Down at night and back before work begins: nothing was lost.
        ("2013-10-08 17:30", ("2013-10-07 20:00", "2013-10-08 08:30"), None),
        # Down after the deadline only.
        ("2013-10-08 17:30", ("2013-10-08 17:30", "2013-10-08 21:00"), None),
        # Down from before the deadline for two days: a whole working day is left after that.
        ("2013-10-08 17:30", ("2013-10-08 10:00", "2013-10-10 11:00"), "2013-10-11 17:30"),
        # New Year: 1 to 3 January 2013 are off, the weekend of 5 January was worked.
        ("2012-12-31 17:30", ("2012-12-31 09:00", "2012-12-31 17:30"), "2013-01-04 17:30"),
        ("2013-01-04 17:30", ("2013-01-04 09:00", "2013-01-04 11:00"), "2013-01-05 17:30"),
        # Spring Festival 2013: 9 to 15 February off, the 16th and 17th are worked.
        ("2013-02-08 17:30", ("2013-02-08 12:00", "2013-02-08 16:00"), "2013-02-16 17:30"),
        # Spring Festival 2014: 31 January to 6 February off, Saturday the 8th is worked.
        ("2014-01-30 17:30", ("2014-01-30 12:00", "2014-01-30 16:00"), "2014-02-07 17:30"),
        ("2014-02-07 17:30", ("2014-02-07 12:00", "2014-02-07 16:00"), "2014-02-08 17:30"),
        # A make-up Saturday is a due day like any other.
        ("2013-10-12 17:30", ("2013-10-12 10:00", "2013-10-12 12:00"), "2013-10-14 17:30"),
    ],
)
def test_an_hour_lost_on_the_last_day_moves_the_deadline_to_the_next_working_day(due, down, to):
    downs = [(here(down[0]), here(down[1]))]
    moved = moved_by(here(due), downs, CALENDAR, back_at=downs[-1][1], moves_from=HOUR)
    assert moved == (here(to) if to else None)


moments = st.integers(0, 3 * 24 * 60).map(
    lambda minutes: datetime.fromtimestamp(
        here("2013-10-07 00:00").timestamp() + minutes * 60, CITY_ZONE
    )
)
downs_drawn = st.lists(
    st.tuples(moments, moments).map(lambda two: (min(two), max(two))), max_size=5
)


@given(downs_drawn)
def test_what_overlaps_is_lost_once_and_never_more_than_the_day_has(downs):
    deadline = here("2013-10-08 17:30")
    lost = lost_before(deadline, downs, CALENDAR)
    minutes = {
        minute
        for start, end in downs
        for minute in range(int(start.timestamp()) // 60, int(end.timestamp()) // 60)
    }
    day = range(int(here("2013-10-08 08:30").timestamp()) // 60, int(deadline.timestamp()) // 60)
    assert lost.total_seconds() == 60 * len(minutes & set(day))


@given(downs_drawn)
def test_a_deadline_only_ever_moves_later_and_to_a_working_day(downs):
    deadline = here("2013-10-08 17:30")
    back_at = max((end for _, end in downs), default=deadline)
    to = moved_by(deadline, downs, CALENDAR, back_at=back_at, moves_from=HOUR)
    assert (to is None) == (lost_before(deadline, downs, CALENDAR) < HOUR)
    if to is not None:
        assert to > deadline
        assert to.date() > back_at.date()
        assert CALENDAR.is_working(to.date())
        assert to.time() == time(17, 30)


# --- through the clock ----------------------------------------------------------------------------


async def test_after_an_afternoon_down_the_deadline_moves_for_all_and_is_announced_once(city):
    await city.filed("K03", by_town([1] * 6))
    await city.ticks("10-08 13:00")
    _all_look(city)
    await city.comes_back("10-08 16:00")
    told, taken_back = sorted(city.reporter.sees(), key=lambda each: each.edited)
    assert taken_back.text.startswith("⏳ 截止已变更，原来的提醒不再有效")
    assert "因系统故障，1 项数据的截止顺延" in told.text
    assert "10月8日（周二）13:00 至 10月8日（周二）16:00" in told.text
    assert "K02 公共财政预算收入（2013年9月）：10月9日（周三）17:30截止" in told.text
    assert "K02" in city.reviewer.sees()
    assert "因系统故障，2 项数据的截止顺延" in city.office.sees()
    for bystander in (city.statistician, city.leader, city.town_contact):
        assert bystander.sees() == []
    await city.comes_back("10-08 16:00")
    await city.ticks("10-08 16:01")
    assert city.reporter.sees() == []


async def test_the_old_cards_stay_away_and_the_new_ones_come(city):
    await city.ticks("10-08 13:00")
    await city.comes_back("10-08 19:00")
    _all_look(city)
    await city.ticks("10-09 08:30")
    assert "🟨" not in city.reporter.sees()
    await city.ticks("10-09 17:30")
    card = city.reporter.sees()[-1]
    assert "黄牌：2 项" in card.text
    assert "10月9日（周三）17:30（因系统故障顺延）截止" in card.text
    await city.ticks("10-11 09:00")
    assert "红牌：2 项" in city.reporter.sees()


async def test_every_place_that_shows_the_date_says_that_it_moved(city):
    await city.ticks("10-08 13:00")
    await city.comes_back("10-08 16:00")
    shown = "10月9日（周三）17:30（因系统故障顺延）"
    assert shown in await city.reporter.says("待办")
    assert shown in await city.reporter.says("/file K02")
    await city.ticks("10-09 18:00")
    async with city.house.deed_of(city.office) as (conn, places, _):
        lines = await discipline(conn, places, SEPTEMBER, now=city.house.now)
    assert {line.state for line in lines if line.indicator_code in {"K02", "K03"}} == {"missing"}


async def test_what_comes_by_the_moved_deadline_is_on_time(city):
    await city.ticks("10-08 13:00")
    await city.comes_back("10-08 16:00")
    city.now("10-09 17:00")
    await city.files_by_chat(city.reporter, "K02")
    async with city.house.deed_of(city.office) as (conn, places, _):
        lines = await discipline(conn, places, SEPTEMBER, now=city.house.now)
    assert next(line.state for line in lines if line.indicator_code == "K02") == "on_time"


async def test_short_pauses_of_one_day_add_up_to_the_hour(city):
    await city.ticks("10-08 10:00")
    await city.comes_back("10-08 10:30")
    assert await _moves(city) == 0
    await city.ticks("10-08 14:00")
    await city.comes_back("10-08 14:30")
    assert await _moves(city) == 2


async def test_a_restart_is_no_outage(city):
    await city.ticks("10-08 10:00")
    await city.comes_back("10-08 10:04")
    async with city.house.engine.begin() as conn:
        assert await conn.scalar(sa.select(sa.func.count()).select_from(outage)) == 0


async def test_a_clock_moved_forward_is_no_outage(city):
    await city.ticks("10-08 10:00")
    await city.ticks("10-08 17:00")
    assert await _moves(city) == 0


async def test_down_at_night_and_on_holidays_moves_nothing_and_tells_nobody(city):
    await city.ticks("09-30 19:00")
    _all_look(city)
    await city.comes_back("10-08 08:00")
    await city.ticks("10-08 08:45")
    assert await _moves(city) == 0
    assert "故障" not in city.reporter.sees()


async def test_back_at_night_it_is_announced_in_the_morning(city):
    await city.ticks("10-08 13:00")
    _all_look(city)
    await city.comes_back("10-08 23:00")
    await city.ticks("10-09 08:29")
    assert all(each.edited for each in city.reporter.sees())  # without a sound
    await city.ticks("10-09 08:30")
    assert "因系统故障" in city.reporter.sees()


async def test_an_extended_deadline_moves_too(city):
    city.now("10-08 10:00")
    await city.reporter.says("申请延期 K02")
    await city.reporter.taps("10月10日（周四）")
    await city.reporter.taps("数据需要核实")
    await city.office.taps("✅ 同意")
    await city.ticks("10-10 09:30")
    await city.comes_back("10-10 12:00")
    assert "10月11日（周五）17:30（因系统故障顺延）" in await city.reporter.says("/file K02")


async def test_down_on_the_day_of_the_freeze_the_freeze_moves_too(city):
    await city.ticks("10-25 13:00")
    _all_look(city)
    await city.comes_back("10-25 18:30")
    assert "🔒" not in await city.reporter.says("/file K02")
    await city.ticks("10-28 08:30")
    assert "2013年9月冻结：10月28日（周一）17:30" in city.office.sees()
    assert "10月28日（周一）17:30（因系统故障顺延）" in await city.office.says("冻结 2013-09")
    await city.ticks("10-28 17:30")
    assert "🔒" in await city.reporter.says("/file K02")


async def test_everything_is_in_the_journal_and_the_chain_holds(city):
    await city.ticks("10-08 13:00")
    await city.comes_back("10-08 16:00")
    async with city.house.engine.begin() as conn:
        acts = list(await conn.scalars(sa.select(journal.c.act).order_by(journal.c.id)))
        assert acts[-3:] == ["outage-noted", "deadline-moved", "deadline-moved"]
        assert await journal_rows.first_broken(conn) is None
        bugs = sa.select(outbox.c.key).where(outbox.c.message.like("%clock-failed%"))
        assert list(await conn.scalars(bugs)) == []


async def test_the_rules_own_date_is_still_known(city):
    await city.ticks("10-08 13:00")
    await city.comes_back("10-08 16:00")
    async with city.house.deed_of(city.office) as (conn, places, _):
        row = next(r for r in places.indicator_by_id.values() if r.indicator.code == "K02")
        deadline = (await deadlines.of_period(conn, places, SEPTEMBER)).of(row, SEPTEMBER)
    assert deadline.rule_at == here("2013-10-08 17:30")
    assert deadline.at == here("2013-10-09 17:30")


def _all_look(city) -> None:
    for who in (city.reporter, city.reviewer, city.office, city.statistician, city.leader):
        who.sees()


async def _moves(city) -> int:
    async with city.house.engine.begin() as conn:
        return await conn.scalar(sa.select(sa.func.count()).select_from(deadline_move))


@pytest.mark.parametrize(("minutes", "moves"), [(60, False), (32, False), (31, True), (15, True)])
async def test_the_scheme_says_how_much_of_the_last_day_must_be_lost(city, minutes, moves):
    async with city.house.engine.begin() as conn:
        for row in (await conn.execute(sa.select(scheme))).all():
            rules = {**row.rules, "outage_minutes": minutes}
            await conn.execute(scheme.update().where(scheme.c.id == row.id).values(rules=rules))
    city.house.services.shelf.city = None
    await city.ticks("10-08 10:00")
    await city.ticks("10-08 10:31", was_down=True)
    async with city.house.engine.begin() as conn:
        moved = await conn.scalar(sa.select(sa.func.count()).select_from(deadline_move))
    assert bool(moved) is moves
