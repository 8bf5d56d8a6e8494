"""The door over HTTP: the Bot API on loopback, and the page for people beside it."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from aiohttp import BodyPartReader, web
from aiohttp.multipart import MultipartReader

from bot.sandbox import page_door
from bot.sandbox.director import Director
from bot.sandbox.parameters import Upload
from bot.sandbox.refusals import ApiError, ConnectionDropped, bad_request
from bot.sandbox.webhooks import WebhookPusher
from bot.sandbox.world import World

HOST = "127.0.0.1"
REQUEST_BYTES_MAX = 52 * 1024 * 1024  # 50 MB of file and the form around it
SHUTDOWN_SECONDS = 1.0
_dump = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


@dataclass(slots=True)
class Server:
    """A running sandbox: where it listens, and how to stop it."""

    world: World
    port: int
    runner: web.AppRunner
    pusher: asyncio.Task[None]

    @property
    def url(self) -> str:
        """Return the address of the page."""
        return f"http://{HOST}:{self.port}"

    @property
    def base_url(self) -> str:
        """Return what python-telegram-bot calls base_url."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """Return what python-telegram-bot calls base_file_url."""
        return f"{self.url}/file/bot"

    async def close(self) -> None:
        """Stop listening and pushing."""
        self.world.changes.emit("closing")
        self.world.updates.wake()
        self.pusher.cancel()
        with suppress(asyncio.CancelledError):
            await self.pusher
        await self.runner.cleanup()


async def serve(
    world: World,
    *,
    port: int = 0,
    director: Director | None = None,
    font: Path | None = None,
) -> Server:
    """Open the door on this machine only; *port* 0 takes a free one.

    *font* is a font file with Chinese characters for browsers on machines that have none.
    """
    app = web.Application(client_max_size=REQUEST_BYTES_MAX)
    door = BotDoor(world)
    app.router.add_route("*", r"/bot{token:[^/]+}/{method}", door.call)
    app.router.add_get(r"/file/bot{token:[^/]+}/{path:.+}", door.download)
    page_door.add_routes(app, page_door.PageDoor(world, director, font))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    site = web.TCPSite(runner, HOST, port)
    await site.start()
    pusher = asyncio.create_task(WebhookPusher(world).run())
    return Server(world, runner.addresses[0][1], runner, pusher)


@dataclass(frozen=True, slots=True)
class BotDoor:
    """The Bot API's two addresses."""

    world: World

    async def call(self, request: web.Request) -> web.StreamResponse:
        """Answer /bot<token>/<method>."""
        if request.match_info["token"] != self.world.token:
            return _refused(ApiError(401, "Unauthorized"))
        try:
            params, files = await _parameters(request)
            result = await self.world.call(request.match_info["method"], params, files)
        except ApiError as error:
            return _refused(error)
        except ConnectionDropped:
            # Close the socket without a word, as a broken line does.
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        # Written by hand: results may nest messages deeply, and this is the hot path.
        return web.Response(
            text=f'{{"ok":true,"result":{_dump(result)}}}', content_type="application/json"
        )

    async def download(self, request: web.Request) -> web.Response:
        """Answer /file/bot<token>/<path>."""
        stored = self.world.files.by_path.get(request.match_info["path"])
        if request.match_info["token"] != self.world.token or stored is None:
            return _refused(ApiError(404, "Not Found"))
        content = await asyncio.to_thread(stored.read)
        return web.Response(body=content, content_type="application/octet-stream")


def _refused(error: ApiError) -> web.Response:
    headers = {}
    if "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.Response(
        text=_dump(error.body()),
        status=error.code,
        headers=headers,
        content_type="application/json",
    )


async def _parameters(
    request: web.Request,
) -> tuple[Mapping[str, object], Mapping[str, Upload]]:
    params: dict[str, object] = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if not request.body_exists:
        return params, {}
    if kind == "application/json":
        try:
            body = json.loads(await request.read() or b"{}")
        except ValueError:
            raise bad_request("can't parse request JSON object") from None
        if not isinstance(body, dict):
            raise bad_request("can't parse request JSON object")
        params.update({str(name): value for name, value in body.items()})
        return params, {}
    if kind == "multipart/form-data":
        files = await _form(await request.multipart(), params)
        return params, files
    params.update(await request.post())
    return params, {}


async def _form(reader: MultipartReader, params: dict[str, object]) -> Mapping[str, Upload]:
    files: dict[str, Upload] = {}
    size = 0
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read())
        size += len(content)
        if size > REQUEST_BYTES_MAX:
            raise ApiError(413, "Request Entity Too Large")
        if part.filename is None:
            params[part.name] = content.decode("utf-8", "replace")
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = Upload(part.filename, content, mime)
    return files
