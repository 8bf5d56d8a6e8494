"""The shipped bot, killed while a city reports: every figure counts once, everybody is answered."""

import random
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from tests.e2e.chatting import Chatting
from tests.e2e.demo_house import REPORTING, demo_house

# Replies on their way, and turns that have committed and wait to hand theirs over.
IN_DOUBT_A_KILL = 16
UNITS_MAX = 10
ROUNDS_MAX = 12
QUESTIONS = ("排名", "/todo", "/help", "排名 8月")
HUNDREDTH = Decimal("0.01")


@dataclass
class Reporter:
    """A reporter with one column: what they wrote, and what must stand on file in the end."""

    chat: Chatting
    code: str
    texts: list[str]
    last: dict[str, Decimal] = field(default_factory=dict)


def reporters_of(house, *, people, each):
    """Return reporters who write a column at once and then mend it, figure by figure."""
    found = []
    for user_id, code in house.reporters(units_max=UNITS_MAX)[:people]:
        column = house.column(code)
        lines = [f"{name} {value}{base}" for name, value, base in column]
        reporter = Reporter(
            Chatting(house.world, user_id), code, [f"{code} 9月\n" + "\n".join(lines)]
        )
        reporter.last = {name: value for name, value, _ in column}
        for number in range(1, each):
            name, value, base = column[number % len(column)]
            mended = value + number * HUNDREDTH
            reporter.texts.append(f"{code} 9月\n{name} {mended}{base}")
            reporter.last[name] = mended
        found.append(reporter)
    return found


def everybody_writes(house, reporters, *, questions, dice):
    """Let reporters, contacts and observers write, all mixed up; return how many updates wait."""
    world = house.world
    asking = [a.user_id for a in house.actors if a.key.startswith("contact")]
    lines = [[(r.chat.user_id, text) for text in r.texts] for r in reporters]
    lines += [[(asking[n % len(asking)], QUESTIONS[n % len(QUESTIONS)])] for n in range(questions)]
    while lines:
        line = dice.choice(lines)
        world.say(*line.pop(0))
        lines = [each for each in lines if each]
    return len(world.updates.pending)


async def run_and_kill(house, moments):
    """Start the bot again and again, killed each time so many updates have taken effect."""
    for moment in moments:
        await house.process.start()
        await house.process.until(lambda m=moment: taken(house) >= m)
        await house.process.kill()
    await house.process.start()
    await house.process.at_rest(house.world)


def taken(house):
    return house.process.ask("SELECT count(*) FROM processed_update")[0][0]


async def everybody_taps(house, taps, *, kills, dice):
    """Let everybody tap; killed on the way, the bot finds the taps waiting as it starts."""
    before = taken(house)
    if kills:
        await house.process.kill()
    for chat, action in taps:
        house.world.tap(chat.user_id, *chat.button(action))
    if kills:
        await run_and_kill(house, [before + dice.randrange(1, len(taps)) for _ in range(kills)])
    await house.process.at_rest(house.world)


async def hand_in(house, reporters, *, kills, dice):
    """Let every reporter explain what looks odd, question by question, and hand in."""
    await _while_some_see(house, reporters, ("ready", "explain"))
    await everybody_taps(house, [(r.chat, "file:") for r in reporters], kills=kills, dice=dice)
    # Whose tap met a panel sent again after a kill is shown how things stand, and taps once more.
    await _while_some_see(house, reporters, ("ready", "explain", "file:"))


async def _while_some_see(house, reporters, actions):
    for _ in range(ROUNDS_MAX):
        taps = [
            (r.chat, _widest(r.chat, seen[0]))
            for r in reporters
            if (seen := [action for action in actions if r.chat.newest_has(action)])
        ]
        if not taps:
            return
        await everybody_taps(house, taps, kills=0, dice=None)


def _widest(chat, action):
    return "ready-all" if action == "ready" and chat.newest_has("ready-all") else action


def check_updates(house, count, kills):
    """Every update took effect, and was answered; what two kills hit is shown to the office."""
    assert taken(house) == count
    assert house.process.ask("SELECT count(*) FROM dead_update") == [(0,)]
    answered = "SELECT count(DISTINCT substr(key, 1, 15)) FROM outbox WHERE key LIKE 'reply:%'"
    assert house.process.ask(answered) == [(count,)]
    states = dict(house.process.ask("SELECT state, count(*) FROM outbox GROUP BY state"))
    assert set(states) <= {"sent", "unknown"}
    assert states.get("unknown", 0) <= IN_DOUBT_A_KILL * max(0, kills - 1)


def check_columns(house, reporters):
    """Each column is on file once, with the figure that was typed last for every unit."""
    names = {unit.id: unit.short_name for unit in house.city.units}
    filed = house.process.ask(
        "SELECT indicator.code, reading.unit_id, reading.value FROM reading "
        "JOIN filing ON filing.id = reading.filing_id "
        "JOIN indicator ON indicator.id = filing.indicator_id "
        "WHERE filing.filed_by IS NOT NULL"
    )
    on_file = Counter((code, names[unit], Decimal(value)) for code, unit, value in filed)
    meant = Counter((r.code, name, value) for r in reporters for name, value in r.last.items())
    assert on_file == meant
    acts = house.process.ask("SELECT count(*) FROM journal WHERE act = 'column-filed'")
    assert acts == [(len(reporters),)]


async def play(house, *, people, each, questions, kills, kills_at_the_end, dice):
    reporters = reporters_of(house, people=people, each=each)
    count = everybody_writes(house, reporters, questions=questions, dice=dice)
    await run_and_kill(house, sorted(dice.sample(range(count // 20, count * 9 // 10), kills)))
    await hand_in(house, reporters, kills=kills_at_the_end, dice=dice)
    return reporters


@pytest.mark.slow
async def test_a_city_that_reports_is_killed_once(reporting_file, tmp_path):
    async with demo_house(reporting_file, tmp_path, at=REPORTING) as house:
        first = house.world.updates.next_id
        dice = random.Random(5)
        reporters = await play(
            house, people=3, each=5, questions=5, kills=1, kills_at_the_end=0, dice=dice
        )

        check_updates(house, house.world.updates.next_id - first, kills=1)
        check_columns(house, reporters)


@pytest.mark.slow
async def test_a_thousand_updates_and_five_kills(reporting_file, tmp_path):
    async with demo_house(reporting_file, tmp_path, at=REPORTING) as house:
        first = house.world.updates.next_id
        dice = random.Random()
        reporters = await play(
            house, people=20, each=40, questions=200, kills=4, kills_at_the_end=1, dice=dice
        )

        check_updates(house, house.world.updates.next_id - first, kills=5)
        check_columns(house, reporters)
