"""Pushing updates to the bot's own address: one queue per chat, retried until they go stale."""

import asyncio
import re
from collections import defaultdict, deque
from dataclasses import dataclass, field

import aiohttp
from yarl import URL

from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import Wire, bad_request
from bot.sandbox.state import State, Webhook
from bot.sandbox.updates import Update

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
CONNECTIONS_MAX = 100
CONNECTIONS_USUAL = 40
RETRY_AFTER_SECONDS_MAX = 3600
BACKOFF_SECONDS_MAX = 60
ANSWER_SECONDS_MAX = 60
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_OK_BELOW = 300
_GONE = 410


def set_webhook(state: State, given: Parameters) -> bool:
    """Answer setWebhook; besides https, the sandbox takes http on this machine only."""
    address = given.text("url").strip()
    if not address:
        return delete_webhook(state, given)
    secret = given.text("secret_token")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if URL(address).host not in _LOOPBACK:
        raise bad_request("bad webhook: the sandbox speaks to this machine only")
    wanted = given.whole("max_connections", CONNECTIONS_USUAL)
    _take_settings(state, given)
    state.webhook = Webhook(address, secret, min(max(wanted, 1), CONNECTIONS_MAX))
    state.updates.wake()
    return True


def delete_webhook(state: State, given: Parameters) -> bool:
    """Answer deleteWebhook."""
    _take_settings(state, given)
    state.webhook = Webhook()
    state.updates.wake()
    return True


def _take_settings(state: State, given: Parameters) -> None:
    allowed = given.array("allowed_updates")
    if allowed is not None:
        state.updates.allow([str(kind) for kind in allowed])
    if given.flag("drop_pending_updates"):
        state.updates.drop_all()


def get_webhook_info(state: State, _: Parameters) -> Wire:
    """Answer getWebhookInfo."""
    hook = state.webhook
    info: Wire = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": state.updates.count,
    }
    if hook.url:
        info |= {"max_connections": hook.connections_max, "ip_address": "127.0.0.1"}
    if state.updates.allowed:
        info["allowed_updates"] = sorted(state.updates.allowed)
    if hook.last_error_at is not None:
        info["last_error_date"] = int(hook.last_error_at.timestamp())
        info["last_error_message"] = hook.last_error
    return info


@dataclass(slots=True)
class WebhookPusher:
    """Post each update to the webhook, in order per chat, side by side between chats.

    An update leaves the queue after a 2xx. Otherwise it is tried again after 1, 2, 4… up to 60 s
    (or what Retry-After says) until it goes stale; 410 drops the webhook.
    """

    state: State
    first_retry_seconds: float = 1.0
    _lanes: defaultdict[int, deque[Update]] = field(default_factory=lambda: defaultdict(deque))
    _seen_until: int = 0
    """The last update id that was put into a lane."""
    _running: dict[int, asyncio.Task[None]] = field(default_factory=dict)

    async def run(self) -> None:
        """Push for ever; cancel to stop."""
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS_MAX)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            try:
                while True:
                    if self.state.webhook.url:
                        self._spread(session)
                    else:
                        self._forget()
                    await self.state.changes.wait(1.0)
            finally:
                self._forget()

    def _forget(self) -> None:
        """Drop the lanes: without a webhook, updates wait for a poll or for the next webhook."""
        for task in tuple(self._running.values()):
            task.cancel()
        self._running.clear()
        self._lanes.clear()
        self._seen_until = 0

    def _spread(self, session: aiohttp.ClientSession) -> None:
        for update in self.state.updates.since(self._seen_until):
            self._seen_until = max(self._seen_until, update.update_id)
            self._lanes[update.lane].append(update)
        for lane in [lane for lane in self._lanes if lane not in self._running]:
            if len(self._running) >= self.state.webhook.connections_max:
                break
            self._running[lane] = asyncio.create_task(self._drain(session, lane))

    async def _drain(self, session: aiohttp.ClientSession, lane: int) -> None:
        waiting = self._lanes[lane]
        while waiting:
            await self._deliver(session, waiting[0])
            self.state.updates.done(waiting.popleft().update_id)
        del self._lanes[lane], self._running[lane]
        self.state.changes.emit("pushed")

    async def _deliver(self, session: aiohttp.ClientSession, update: Update) -> None:
        wait = self.first_retry_seconds
        while self.state.clock.now() < update.expires_at:
            pause = await self._post(session, update)
            if pause is None:
                return
            await asyncio.sleep(pause or wait)
            wait = min(wait * 2, BACKOFF_SECONDS_MAX)

    async def _post(self, session: aiohttp.ClientSession, update: Update) -> float | None:
        """Post once; return None when done, else how long to wait (0: as usual)."""
        hook = self.state.webhook
        headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
        status, retry_after = 0, ""
        try:
            async with session.post(hook.url, json=update.wire, headers=headers) as response:
                if response.status < _OK_BELOW:
                    return None
                status = response.status
                error = f"Wrong response from the webhook: {status} {response.reason}"
                retry_after = response.headers.get("Retry-After", "")
        except (aiohttp.ClientError, TimeoutError) as problem:
            error = type(problem).__name__
        hook.last_error, hook.last_error_at = error, self.state.clock.now()
        if status == _GONE:
            self.state.webhook = Webhook(last_error=error, last_error_at=hook.last_error_at)
        return min(float(retry_after), RETRY_AFTER_SECONDS_MAX) if retry_after.isdecimal() else 0.0
