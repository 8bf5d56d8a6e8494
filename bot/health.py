"""The door for monitoring: /healthz for a load balancer, /metrics for Prometheus."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.clock import Now
from bot.settings import Health
from storage import outbox, ticks, updates
from storage.engine import reading_only

STATES = ("pending", "sending", "sent", "failed", "unknown", "cleared", "expired")
TICK_NAME = "due"
LONGEST_SILENCE = timedelta(minutes=5)


@dataclass(frozen=True, kw_only=True)
class Vitals:
    """How the process is doing at a moment."""

    by_state: dict[str, int]
    longest_wait: timedelta
    set_aside: int
    ticked_at: datetime | None


async def vitals(engine: AsyncEngine, *, now: datetime) -> Vitals:
    """Return how the process is doing, read from the rows it works on."""
    async with reading_only(engine) as conn:
        return Vitals(
            by_state=await outbox.count_by_state(conn),
            longest_wait=await outbox.longest_wait(conn, now=now),
            set_aside=await updates.count_set_aside(conn),
            ticked_at=await ticks.last(conn, TICK_NAME),
        )


class HealthDoor:
    """Answers the two addresses, on this machine unless the settings say otherwise."""

    def __init__(self, engine: AsyncEngine, now: Now, settings: Health) -> None:
        self._engine = engine
        self._now = now
        self._settings = settings
        self._runner: web.AppRunner | None = None
        self.port = settings.port or 0

    async def open(self) -> None:
        """Listen."""
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._metrics)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._settings.host, self.port).start()
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        """Stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _healthz(self, _request: web.Request) -> web.Response:
        now = self._now()
        try:
            found = await vitals(self._engine, now=now)
        except SQLAlchemyError as error:
            return web.json_response({"ok": False, "database": type(error).__name__}, status=503)
        is_silent = found.ticked_at is not None and now - found.ticked_at > LONGEST_SILENCE
        return web.json_response(
            {
                "ok": not is_silent,
                "ticked_at": found.ticked_at.isoformat() if found.ticked_at else None,
                "waiting": found.by_state.get("pending", 0),
                "unknown": found.by_state.get("unknown", 0),
                "set_aside": found.set_aside,
            },
            status=503 if is_silent else 200,
        )

    async def _metrics(self, _request: web.Request) -> web.Response:
        now = self._now()
        lines = _lines(await vitals(self._engine, now=now), now)
        return web.Response(text="".join(f"{line}\n" for line in lines))


def _lines(found: Vitals, now: datetime) -> Iterator[str]:
    """Write Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats)."""
    yield "# HELP jixiao_messages Messages in the outbox by state."
    yield "# TYPE jixiao_messages gauge"
    for state in STATES:
        yield f'jixiao_messages{{state="{state}"}} {found.by_state.get(state, 0)}'
    yield "# HELP jixiao_longest_wait_seconds How long the oldest message due has been waiting."
    yield "# TYPE jixiao_longest_wait_seconds gauge"
    yield f"jixiao_longest_wait_seconds {found.longest_wait.total_seconds():.3f}"
    yield "# HELP jixiao_updates_set_aside Updates that could not be handled."
    yield "# TYPE jixiao_updates_set_aside gauge"
    yield f"jixiao_updates_set_aside {found.set_aside}"
    if found.ticked_at is not None:
        yield "# HELP jixiao_tick_age_seconds Time since the last tick."
        yield "# TYPE jixiao_tick_age_seconds gauge"
        yield f"jixiao_tick_age_seconds {(now - found.ticked_at).total_seconds():.3f}"
