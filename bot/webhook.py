"""The webhook: Telegram hears "received" only when the effect is committed."""

import hmac
import json
import logging
import secrets

from aiohttp import web
from telegram.ext import ExtBot

from bot.intake import Intake
from bot.settings import Webhook
from bot.transport import ALLOWED_UPDATES

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
BODY_BYTES_MAX = 1024 * 1024  # an update is at most half of this


class WebhookDoor:
    """Listens for updates and answers each with 200 once it has taken effect."""

    def __init__(self, intake: Intake, settings: Webhook) -> None:
        given = settings.secret.get_secret_value() if settings.secret else None
        self._secret = given or secrets.token_urlsafe(32)
        self._intake = intake
        self._settings = settings
        self._runner: web.AppRunner | None = None
        self.port = settings.port

    async def open(self, bot: ExtBot[None], *, side_by_side: int) -> None:
        """Listen, and tell Telegram where."""
        app = web.Application(client_max_size=BODY_BYTES_MAX)
        app.router.add_post("/{path:.*}", self._received)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._settings.host, self._settings.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        url = (self._settings.url or "").replace("{port}", str(self.port))
        await bot.set_webhook(
            url,
            secret_token=self._secret,
            allowed_updates=ALLOWED_UPDATES,
            max_connections=side_by_side,
        )
        log.info("listening for updates on %s:%s", self._settings.host, self.port)

    async def close(self) -> None:
        """Stop listening; Telegram keeps what comes meanwhile and brings it again."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _received(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            log.warning("a visitor without the secret was turned away")
            return web.Response(status=403)
        try:
            raw = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return web.Response(status=400)
        await self._intake.take(raw)
        return web.Response(status=200)
