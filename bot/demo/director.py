"""The play behind the page: the cast, the clock's next moments, and the acts in order."""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.demo.scenes import SCENES
from bot.demo.stage import Stage
from bot.sandbox.director import Act, CastMember, ClockTarget, ForwardKind, Words
from handlers.texts import CITY_ZONE
from scoring.due import closings_due, reminders_due
from scoring.workdays import Calendar
from storage import outbox

AHEAD = timedelta(days=40)
TARGETS_SHOWN = 12
GROUPS: tuple[tuple[str, str, str], ...] = (
    ("office", "市绩效办", "Performance office"),
    ("leader", "市领导", "Leaders"),
    ("committee", "绩效委", "Committee"),
    ("contact", "被考核单位联络员", "Unit contacts"),
    ("reporter", "监测单位联络员", "Reporters"),
    ("reviewer", "监测单位审核人", "Reviewers"),
    ("observer", "观察员", "Observers"),
    ("auditor", "审计", "Auditor"),
)
EVENT_NAMES: dict[str, tuple[str, str]] = {
    "ahead": ("提前提醒", "Early reminder"),
    "reminder": ("到期前一天提醒", "Reminder a day ahead"),
    "yellow": ("报送截止（黄牌）", "Deadline (yellow card)"),
    "red": ("红牌", "Red card"),
    "express": ("快报", "Express ranking"),
    "freeze": ("冻结", "Freeze"),
    "message": ("待发消息", "Messages waiting"),
    "day": ("下一个工作日 9:00", "Next working day, 9:00"),
}


class DemoDirector:
    """Stages the month; people may take over from anybody at any moment."""

    def __init__(self) -> None:
        self._stage: Stage | None = None
        self._done: set[int] = set()
        self._running: asyncio.Task[None] | None = None
        self._lock = asyncio.Lock()
        self._pause = False

    def take(self, stage: Stage) -> None:
        """Take the stage once the bot is up."""
        self._stage = stage

    @property
    def stage(self) -> Stage:
        """The stage; raises RuntimeError before there is one."""
        if self._stage is None:
            raise RuntimeError("the stage is not set yet")
        return self._stage

    @property
    def notice(self) -> Words:
        """Say that the city is invented."""
        return {
            "zh": "演示城市，人员与数据均为虚构",
            "en": "A demonstration: the city, its people and its figures are invented",
        }

    @property
    def is_playing(self) -> bool:
        """Whether the play runs on by itself at present."""
        return self._running is not None and not self._running.done()

    def cast(self) -> Sequence[CastMember]:
        """Return everybody who has joined, grouped by what they are."""
        if self._stage is None:
            return []
        order = {kind: number for number, (kind, _, _) in enumerate(GROUPS)}
        titles = {kind: {"zh": zh, "en": en} for kind, zh, en in GROUPS}
        return [
            CastMember(
                user_id=actor.user_id,
                key=actor.key,
                name={"zh": actor.name, "en": actor.name},
                title={"zh": actor.title, "en": actor.title},
                group=titles.get(actor.kinds[0], titles["office"]),
                group_order=order.get(actor.kinds[0], 0),
            )
            for actor in sorted(
                self._stage.actors, key=lambda each: (order.get(each.kinds[0], 0), each.user_id)
            )
            if actor.kinds
        ]

    def acts(self) -> Sequence[Act]:
        """Return the acts of the month, those played marked."""
        return [
            Act(
                number=number,
                title=scene.title,
                done=number in self._done,
                who=tuple(self._user_ids(scene.who)),
            )
            for number, scene in enumerate(SCENES, start=1)
        ]

    def _user_ids(self, keys: Sequence[str]) -> list[int]:
        if self._stage is None:
            return []
        return [self._stage.actor(key).user_id for key in keys]

    async def upcoming(self) -> Sequence[ClockTarget]:
        """Return the next moments at which the bot will do something by itself."""
        if self._stage is None:
            return []
        now = self.stage.world.clock.now()
        found = [*await self._events(now), self._next_day(now)]
        return sorted(found, key=lambda target: target.at)[:TARGETS_SHOWN]

    async def forward(self, kind: ForwardKind) -> datetime:
        """Move the clock to the next moment of a kind, through every event on the way."""
        targets = [each for each in await self.upcoming() if each.kind == kind]
        if kind == "event":
            targets = [*await self.upcoming()]
        if not targets:
            return self.stage.world.clock.now()
        return await self.forward_to(targets[0].at)

    async def forward_to(self, moment: datetime) -> datetime:
        """Move the clock to a moment, stopping at every event on the way so none is skipped."""
        async with self._lock:
            return await self._forward_to(moment)

    async def _forward_to(self, moment: datetime) -> datetime:
        now = self.stage.world.clock.now()
        for at in sorted({each.at for each in await self._events(now) if each.at < moment}):
            await self.stage.forward_to(at)
        await self.stage.forward_to(moment)
        return self.stage.world.clock.now()

    async def play_next(self) -> None:
        """Play the next act: move to its moment, then let its people act."""
        async with self._lock:
            await self._play_next()

    async def _play_next(self) -> None:
        number = next((n for n in range(1, len(SCENES) + 1) if n not in self._done), None)
        if number is None:
            return
        scene = SCENES[number - 1]
        if scene.at > self.stage.world.clock.now():
            await self._forward_to(scene.at)
        self._done.add(number)
        await scene.play(self.stage)

    async def play(self, on: bool) -> None:  # noqa: FBT001 - a switch is what it is
        """Play on by oneself, or pause after the present act."""
        if not on:
            self._pause = True
        elif not self.is_playing:
            self._pause = False
            self._running = asyncio.create_task(self._play_on())

    async def _play_on(self) -> None:
        while not self._pause and len(self._done) < len(SCENES):
            await self.play_next()

    async def _events(self, now: datetime) -> list[ClockTarget]:
        city = self.stage.bot.services.shelf.city
        if city is None:
            return []
        moments: dict[datetime, str] = {}
        until = now + AHEAD
        for scheme in city.schemes:
            asked = [row.indicator for row in scheme.indicators]
            for each in reminders_due(asked, city.calendar, city.zone, since=now, until=until):
                moments.setdefault(each.at, each.rung)
        for closing in closings_due(city.calendar, city.zone, since=now, until=until):
            moments[closing.at] = closing.event
        async with self.stage.bot.engine.connect() as conn:
            waiting = await outbox.next_moment(conn)
        if waiting is not None and waiting > now:
            moments.setdefault(waiting, "message")
        return [
            ClockTarget(
                kind="deadline" if name in {"yellow", "freeze"} else "event",
                at=at,
                label={"zh": EVENT_NAMES[name][0], "en": EVENT_NAMES[name][1]},
            )
            for at, name in moments.items()
        ]

    def _next_day(self, now: datetime) -> ClockTarget:
        city = self.stage.bot.services.shelf.city
        calendar = city.calendar if city else Calendar()
        tomorrow: date = now.astimezone(CITY_ZONE).date() + timedelta(days=1)
        at = datetime.combine(calendar.next_working(tomorrow), time(9, 0), tzinfo=CITY_ZONE)
        zh, en = EVENT_NAMES["day"]
        return ClockTarget(kind="day", at=at, label={"zh": zh, "en": en})
