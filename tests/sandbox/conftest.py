from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from sandbox_cast import LIN, MA, START

from bot.sandbox.clock import SandboxClock
from bot.sandbox.refusals import ApiError
from bot.sandbox.server import Server, serve
from bot.sandbox.world import World


@pytest.fixture
def clock() -> SandboxClock:
    return SandboxClock(START, frozen=True)


@pytest.fixture
def world(clock: SandboxClock) -> World:
    world = World(clock, rate_limits=False)
    world.add_user(LIN, "林晓", username="lin", started=True)
    world.add_user(MA, "马丽", language_code="en")
    return world


@pytest.fixture
async def server(world: World) -> AsyncIterator[Server]:
    server = await serve(world)
    yield server
    await server.close()


@pytest.fixture
def refusal(world: World) -> Callable[..., Awaitable[str]]:
    """Return what Telegram says to a call that it refuses."""

    async def refused(method: str, **params: object) -> str:
        files = params.pop("files", {})
        with pytest.raises(ApiError) as caught:
            await world.call(method, params, files)
        return f"{caught.value.code} {caught.value.description}"

    return refused
