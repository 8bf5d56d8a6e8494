"""People who tap and type whatever comes to hand: nothing breaks, nobody is left standing.

Each play is a handful of people of the invented city, in either language, who press any button in
sight (also old ones), send words that fit or do not, photos, places and voices, while the clock
moves on. What they do is drawn by a number, so that a play can be seen again.
"""

import random
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from chats import Answer, Shown
from harness import House, Someone
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.demo.seed import Actor, cast
from handlers.contents import EVERYTHING, build_router
from handlers.operations.clock.queue_due import queue_due
from handlers.texts import LANGUAGES, Texts
from storage.engine import open_engine
from storage.schema import dead_update, draft, person
from tests.e2e.demo_house import RELEASING, REPORTING

pytestmark = pytest.mark.slow

PLAYS = 4
ACTS = 200
PLAYERS = {"office": 2, "leader": 1, "observer": 2}
"""How many of whom; with them those who file, review and answer for one town."""
ALWAYS = ("reporter.JJ04", "reviewer.JJ04", "contact.T01", "contact.T07")
OPENED = (
    "待办",
    "/todo",
    "观测",
    "审核",
    "台账",
    "整改",
    "批示",
    "异议",
    "提出扣分",
    "申报加分",
    "专项监察",
)
TYPED = (
    "金港", "商务局", "K02", "K02 金港 2013-09", "8月", "10月20日", "1", "0.5", "-1", "88x", "1,5",
    "100万", "无", "其余不变", "because of the flood", "苏审〔2013〕17号", "郑俊",
    "<b>x</b> & </i>", "https://example.org/a", "{ $x }", "a" * 700, "/cancel", "😀",
    "金港 65 上年 50", "3=412 7=0 9 无 其余不变", "K02\n金港 35.1\n杨舍 44",
)  # fmt: skip
WAITS = (1, 5, 24, 24, 72, 168)
CHINESE = re.compile(r"您|请[点发输选]")
ENGLISH = re.compile(r"\b(the|are|your|please)\b", re.IGNORECASE)
TYPED_IN_ENGLISH = "because of the flood"


class Play:
    """A few people, what chance lets them do, and what is wrong with the answers."""

    def __init__(self, number: int, house: House, people: list[Someone]) -> None:
        self.chance = random.Random(number)
        self.house = house
        self.people = people
        self.acts: list[str] = []
        self.words = sorted({word for each in EVERYTHING for word in _words(each)})

    async def act(self, who: Someone) -> Answer | None:
        """Let somebody do something; return what appeared, or None where it was only time."""
        roll = self.chance.random()
        panels = [each for each in who.chat.messages.values() if any(_taps(each))]
        if roll < 0.02:
            return await self._wait(self.chance.choice(WAITS))
        if roll < 0.72 and panels:
            newest = self.chance.random() < 0.85
            message = panels[-1] if newest else self.chance.choice(panels)
            label = self.chance.choice(list(_taps(message)))
            self._note(who, f"[{label}]")
            return await who.taps(label, on=message)
        if roll < 0.95:
            said = self.chance.choice(self.chance.choice((OPENED, self.words, TYPED)))
            self._note(who, said[:60])
            return await who.says(said)
        kind = self.chance.choice(("photo", "voice", "location", "document"))
        self._note(who, f"sends a {kind}")
        match kind:
            case "photo":
                return await who.sends_photo(f"p{len(self.acts)}")
            case "voice":
                return await who.sends_voice(f"v{len(self.acts)}")
            case "location":
                return await who.sends_location(31.87, 120.55)
            case _:
                return await who.sends_document("证据.pdf", f"d{len(self.acts)}")

    async def wrong_with(self, who: Someone, answer: Answer, lang: str) -> list[str]:
        """Return what nobody should ever see in an answer."""
        found = await self._bugs()
        if not answer and not answer.toast:
            found.append("no answer at all")
        has_way_on = any(each.keys or each.artwork_id or each.file_id for each in answer)
        if answer and not has_way_on and not await self._is_asked(who):
            found.append(f"no way on: {answer.text}")
        foreign = CHINESE if lang == "en" else ENGLISH
        for each in answer:
            said = each.text.replace(TYPED_IN_ENGLISH, "")
            if "\n\n\n" in said:
                found.append(f"an empty line too many: {said}")
            if "{ $" in said.replace("{ $x }", ""):
                found.append(f"a value was not put in: {said}")
            found += [f"not {lang}: {line}" for line in said.splitlines() if foreign.search(line)]
        return found

    def recent(self) -> str:
        """Return the last few acts, to see how it came."""
        return "\n".join(self.acts[-8:])

    async def _wait(self, hours: int) -> None:
        self.house.passes(hours=hours)
        services = self.house.services
        await queue_due(
            self.house.engine,
            now=self.house.now,
            shelf=services.shelf,
            boards=services.boards,
            texts=self.house.texts,
        )
        await self.house.posts()
        self.acts.append(f"… {hours} hours")

    async def _bugs(self) -> list[str]:
        async with self.house.engine.begin() as conn:
            return list(await conn.scalars(sa.select(dead_update.c.error)))

    async def _is_asked(self, who: Someone) -> bool:
        query = sa.select(sa.func.count()).where(
            draft.c.user_id == who.user_id, draft.c.status == "open"
        )
        async with self.house.engine.begin() as conn:
            return bool(await conn.scalar(query))

    def _note(self, who: Someone, act: str) -> None:
        self.acts.append(f"{self.house.now:%m-%d %H:%M} {who.name}: {act}")


def _words(each: object) -> Iterator[str]:
    opening = getattr(each, "opening", None)
    if opening is not None:
        yield from (f"/{command}" for command in opening.commands)
        yield from opening.words


def _taps(message: Shown) -> Iterator[str]:
    return (key.label for row in message.keys for key in row if key.data)


def _players(actors: list[Actor], chance: random.Random) -> list[Actor]:
    by_kind: dict[str, list[Actor]] = {}
    for each in actors:
        by_kind.setdefault(each.kinds[0] if each.kinds else "nobody", []).append(each)
    drawn = [
        each for kind, count in PLAYERS.items() for each in chance.sample(by_kind[kind], count)
    ]
    first = {each.key: each for each in reversed(actors)}
    return list(dict.fromkeys([*drawn, *(first[key] for key in ALWAYS)]))


async def _play(number: int, engine: AsyncEngine, begins: datetime, texts: Texts) -> Play:
    house = House(engine, build_router(), texts=texts, now=begins.astimezone(UTC))
    chance = random.Random(number)
    people = [
        Someone(house, each.user_id, each.name, chance.choice(LANGUAGES))
        for each in _players(await cast(engine), chance)
    ]
    async with engine.begin() as conn:
        for each in people:
            spoken = person.update().where(person.c.user_id == each.user_id)
            await conn.execute(spoken.values(lang=each.lang))
    return Play(number, house, people)


async def _lang(house: House, who: Someone) -> str | None:
    """Return the language somebody is spoken to in; None once they have left."""
    async with house.engine.begin() as conn:
        query = sa.select(person.c.lang).where(
            person.c.user_id == who.user_id, person.c.left_at.is_(None)
        )
        return await conn.scalar(query)


async def _wander(play: Play) -> None:
    who = play.people[0]
    for _ in range(ACTS):
        who = play.chance.choice(play.people) if play.chance.random() < 0.35 else who
        before = await _lang(play.house, who)
        answer = await play.act(who)
        after = await _lang(play.house, who)
        if answer is None or after is None or before != after:
            continue
        assert await play.wrong_with(who, answer, after) == [], play.recent()


@pytest.mark.parametrize("number", range(PLAYS))
async def test_whatever_people_press_and_type_they_are_answered_and_can_go_on(
    number, reporting_file, releasing_file, tmp_path, texts
):
    begins, template = ((REPORTING, reporting_file), (RELEASING, releasing_file))[number % 2]
    file = shutil.copy(template, tmp_path / "city.db")
    engine = open_engine(f"sqlite+aiosqlite:///{file}")
    try:
        await _wander(await _play(number, engine, begins, texts))
    finally:
        await engine.dispose()
