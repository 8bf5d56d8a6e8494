"""The page's own door: what people see and do in the browser, as JSON under /sim."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import TypeAlias
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.sandbox import views
from bot.sandbox.director import Director
from bot.sandbox.refusals import ApiError, NotPossible, Wire
from bot.sandbox.world import World

HEARTBEAT_SECONDS = 15.0
UPLOAD_BYTES_MAX = 50 * 1024 * 1024
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_PAGE = {
    "/": ("page.html", "text/html"),
    "/page.js": ("page.js", "text/javascript"),
    "/chat.js": ("chat.js", "text/javascript"),
    "/head.js": ("head.js", "text/javascript"),
    "/parts.js": ("parts.js", "text/javascript"),
    "/bubbles.js": ("bubbles.js", "text/javascript"),
    "/panels.js": ("panels.js", "text/javascript"),
    "/words.js": ("words.js", "text/javascript"),
    "/page.css": ("page.css", "text/css"),
}
# Nothing from elsewhere may run or load in the page, whatever somebody writes in a chat.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)

_Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]


def add_routes(app: web.Application, door: "PageDoor") -> None:
    """Add the page, its state, its events and its deeds to an application."""
    for path in _PAGE:
        app.router.add_get(path, door.page)
    app.router.add_get("/font", door.letters)
    app.router.add_get("/sim/state", _guarded(door.state))
    app.router.add_get("/sim/chat/{chat_id}", _guarded(door.chat))
    app.router.add_get("/sim/events", _guarded(door.events))
    app.router.add_get("/sim/file/{file_id}", _guarded(door.file))
    app.router.add_get("/sim/upcoming", _guarded(door.upcoming))
    app.router.add_get("/sim/journal", _guarded(door.journal))
    app.router.add_post("/sim/do/{deed}", _guarded(door.do))
    app.router.add_post("/sim/upload", _guarded(door.upload))


def _guarded(handler: _Handler) -> _Handler:
    """Refuse what another site's page, open in the same browser, might try to do here."""

    async def checked(request: web.Request) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if request.url.host not in _LOOPBACK:
            raise web.HTTPForbidden
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden
        try:
            return await handler(request)
        except (NotPossible, ApiError) as error:
            return web.json_response({"error": str(error)}, status=409)
        except (KeyError, ValueError, TypeError) as error:
            return web.json_response({"error": f"not understood: {error}"}, status=400)

    return checked


@dataclass(frozen=True, slots=True)
class PageDoor:
    """The handlers behind the page."""

    world: World
    director: Director | None
    font: Path | None = None

    async def page(self, request: web.Request) -> web.Response:
        """Serve one of the page's own files."""
        name, kind = _PAGE[request.path]
        text = resources.files("bot.sandbox").joinpath(name).read_text("utf-8")
        headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
        return web.Response(text=text, content_type=kind, charset="utf-8", headers=headers)

    async def letters(self, _: web.Request) -> web.StreamResponse:
        """Serve the font for machines that cannot show Chinese."""
        if self.font is None:
            raise web.HTTPNotFound
        return web.FileResponse(self.font, headers={"Cache-Control": "max-age=86400"})

    async def state(self, _: web.Request) -> web.Response:
        """Answer with everything but the chats' contents."""
        seen = views.state(self.world, self.director)
        seen["letters"] = self.font is not None
        return web.json_response(seen)

    async def upcoming(self, _: web.Request) -> web.Response:
        """Answer with the moments worth moving the clock to."""
        return web.json_response({"upcoming": await views.upcoming(self.director)})

    async def chat(self, request: web.Request) -> web.Response:
        """Answer with one chat as its person sees it."""
        return web.json_response(views.chat(self.world, int(request.match_info["chat_id"])))

    async def journal(self, _: web.Request) -> web.Response:
        """Answer with the last calls of the bot, newest first."""
        calls = list(self.world.journal.calls)[-100:]
        return web.json_response({"calls": [call.wire() for call in reversed(calls)]})

    async def file(self, request: web.Request) -> web.Response:
        """Serve a file of a chat to the person who looks at it."""
        stored = self.world.files.by_id.get(request.match_info["file_id"])
        if stored is None:
            raise web.HTTPNotFound
        name = quote(request.query.get("name", "file"))
        is_shown = stored.kind in ("photo", "voice")
        kind = {"photo": "image/jpeg", "voice": "audio/ogg"}.get(
            stored.kind, "application/octet-stream"
        )
        placed = "inline" if is_shown else f"attachment; filename*=UTF-8''{name}"
        headers = {"Content-Disposition": placed, "X-Content-Type-Options": "nosniff"}
        content = await asyncio.to_thread(stored.read)
        return web.Response(body=content, content_type=kind, headers=headers)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Stream what changes, as server-sent events, until the page goes away."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        # A page that is closed resets the connection: that is how listening ends.
        with suppress(ConnectionResetError):
            await self._stream(response)
        return response

    async def _stream(self, response: web.StreamResponse) -> None:
        async with self.world.changes.subscribe() as queue:
            await response.write(b": hello\n\n")
            while True:
                try:
                    async with asyncio.timeout(HEARTBEAT_SECONDS):
                        event = await queue.get()
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if event["kind"] == "closing":
                    return
                text = json.dumps(event, ensure_ascii=False)
                await response.write(f"data: {text}\n\n".encode())

    async def do(self, request: web.Request) -> web.Response:
        """Do what a person did in the page."""
        body = await request.json()
        deed = _DEEDS.get(request.match_info["deed"])
        if deed is None or not isinstance(body, dict):
            return web.json_response({"error": "no such deed"}, status=404)
        result = deed(self, body)
        if isinstance(result, Awaitable):
            result = await result
        return web.json_response({"ok": True, "result": result})

    async def upload(self, request: web.Request) -> web.Response:
        """Send the body of the request as a person's picture, document or voice note."""
        content = await request.read()
        user_id, kind = int(request.query["user_id"]), request.query.get("kind", "document")
        chat_id = int(request.query.get("chat_id", user_id))
        about: dict[str, str | int | None] = {
            "filename": request.query.get("name", "file"),
            "caption": request.query.get("caption", ""),
            "chat_id": chat_id,
        }
        send = {
            "photo": self.world.send_photo,
            "document": self.world.send_document,
            "voice": self.world.send_voice,
        }[kind]
        message = send(user_id, content, **about)
        return web.json_response({"ok": True, "result": message.message_id})

    def say(self, body: Wire) -> int:
        """Write a text, or press the same words on the keyboard under the input field."""
        message = self.world.say(
            body["user_id"],
            body["text"],
            chat_id=body.get("chat_id"),
            reply_to=body.get("reply_to"),
        )
        return message.message_id

    async def forward(self, body: Wire) -> str:
        """Move the clock: to a moment, to the director's next of a kind, or by hours."""
        if "to" in body:
            moment = datetime.fromisoformat(body["to"])
        elif self.director is not None and "kind" in body:
            return (await self.director.forward(body["kind"])).isoformat()
        else:
            moment = self.world.clock.now() + timedelta(hours=float(body.get("hours", 1)))
        if self.director is not None:
            return (await self.director.forward_to(moment)).isoformat()
        self.world.clock.forward_to(moment)
        return moment.isoformat()

    async def play(self, body: Wire) -> bool:
        """Play the next act, or switch playing by itself on or off."""
        if self.director is None:
            raise NotPossible("nobody directs this sandbox")
        if "on" in body:
            await self.director.play(bool(body["on"]))
        else:
            await self.director.play_next()
        self.world.changes.emit("acts")
        return self.director.is_playing

    def fault(self, body: Wire) -> list[Wire]:
        """Switch a fault on, or (kind "clear") all off."""
        faults = self.world.faults
        if body["kind"] == "clear":
            faults.clear()
        else:
            faults.add(
                body["kind"],
                method=body.get("method") or "*",
                calls=body.get("calls"),
                seconds=float(body.get("seconds", 1)),
            )
        self.world.changes.emit("faults")
        return views.faults(self.world)

    def rates(self, body: Wire) -> bool:
        """Switch the published sending rates on or off."""
        self.world.rates.enabled = bool(body["on"])
        self.world.changes.emit("faults")
        return self.world.rates.enabled


_DEEDS: dict[str, Callable[[PageDoor, Wire], object]] = {
    "say": PageDoor.say,
    "press": lambda door, it: door.world.press(it["user_id"], it["text"]).message_id,
    "start": lambda door, it: door.world.start(it["user_id"], it.get("payload", "")).message_id,
    "tap": lambda door, it: door.world.tap(
        it["user_id"], it["message_id"], row=it["row"], col=it["col"], chat_id=it.get("chat_id")
    ),
    "edit": lambda door, it: (
        door.world.edit_own(
            it["user_id"], it["message_id"], it["text"], chat_id=it.get("chat_id")
        ).message_id
    ),
    "location": lambda door, it: (
        door.world.send_location(
            it["user_id"], float(it["latitude"]), float(it["longitude"]), chat_id=it.get("chat_id")
        ).message_id
    ),
    "block": lambda door, it: door.world.block(it["user_id"]),
    "unblock": lambda door, it: door.world.unblock(it["user_id"]),
    "read": lambda door, it: door.world.mark_read(it["chat_id"]),
    "forward": PageDoor.forward,
    "play": PageDoor.play,
    "fault": PageDoor.fault,
    "rates": PageDoor.rates,
}
