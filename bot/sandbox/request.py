"""The door for tests: python-telegram-bot's transport, answered by a world in this process."""

import json
from collections.abc import Mapping
from urllib.parse import unquote

from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot.sandbox.parameters import Upload
from bot.sandbox.refusals import ApiError, ConnectionDropped
from bot.sandbox.world import World

_READ_SECONDS = 5.0


class SandboxRequest(BaseRequest):
    """Carry python-telegram-bot's calls to a `World` without a socket.

    Statuses and bodies are those of the HTTP door; give it to `Application.builder().request(…)`
    and to `.get_updates_request(…)`.
    """

    __slots__ = ("_world",)

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def read_timeout(self) -> float:
        """Return the seconds python-telegram-bot adds to a long poll's own timeout."""
        return _READ_SECONDS

    async def initialize(self) -> None:
        """Do nothing: there is no connection to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is no connection to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - GET and POST are answered alike
        request_data: RequestData | None = None,
        read_timeout: object = None,  # noqa: ARG002 - nothing to wait for in one process
        write_timeout: object = None,  # noqa: ARG002 - as above
        connect_timeout: object = None,  # noqa: ARG002 - as above
        pool_timeout: object = None,  # noqa: ARG002 - as above
    ) -> tuple[int, bytes]:
        """Answer one request as the HTTP door would; timeouts do not apply in one process."""
        _, _, path = url.partition("/bot")
        if "/file/bot" in url:
            return self._download(unquote(url.partition("/file/bot")[2]))
        token, _, name = path.partition("/")
        if token != self._world.token:
            return _refused(ApiError(401, "Unauthorized"))
        params = request_data.json_parameters if request_data else {}
        try:
            result = await self._world.call(name, params, _uploads(request_data))
        except ApiError as error:
            return _refused(error)
        except ConnectionDropped as dropped:
            # The words of httpx when a server closes without answering.
            raise NetworkError(
                "httpx.RemoteProtocolError: Server disconnected without sending a response."
            ) from dropped
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def _download(self, rest: str) -> tuple[int, bytes]:
        token, _, path = rest.partition("/")
        stored = self._world.files.by_path.get(path)
        if token != self._world.token or stored is None:
            return _refused(ApiError(404, "Not Found"))
        return 200, stored.read()


def _refused(error: ApiError) -> tuple[int, bytes]:
    return error.code, json.dumps(error.body()).encode()


def _uploads(request_data: RequestData | None) -> Mapping[str, Upload]:
    if request_data is None or not request_data.contains_files:
        return {}
    parts = request_data.multipart_data
    return {name: Upload(part[0], _content(part[1]), part[2]) for name, part in parts.items()}


def _content(given: object) -> bytes:
    if isinstance(given, bytes):
        return given
    read = getattr(given, "read", None)
    content = read() if callable(read) else b""
    return content if isinstance(content, bytes) else b""
