import asyncio
import json
from datetime import timedelta
from typing import ClassVar

import aiohttp
import pytest
from aiohttp import web
from sandbox_cast import LIN, MA, png
from telegram import Bot
from telegram.error import NetworkError, RetryAfter
from telegram.request import HTTPXRequest

from bot.sandbox.director import Act, CastMember, ClockTarget
from bot.sandbox.server import serve
from bot.sandbox.webhooks import SECRET_HEADER, WebhookPusher


@pytest.fixture
async def http(server):
    async with aiohttp.ClientSession(server.url) as session:
        yield session


@pytest.fixture
def method(world):
    return lambda name: f"/bot{world.token}/{name}"


async def test_parameters_come_as_query_form_multipart_or_json(http, method, world):
    given = {"chat_id": str(LIN), "text": "你好"}
    form = aiohttp.FormData(given)
    form.add_field("x", b"file", filename="x")
    answers = [
        await http.get(method("sendMessage"), params=given),
        await http.post(method("SENDMESSAGE"), data=given),
        await http.post(method("sendmessage"), json={**given, "chat_id": LIN}),
        await http.post(method("sendMessage"), data=form),
    ]
    for answer in answers:
        body = await answer.json()
        assert (answer.status, body["ok"], body["result"]["text"]) == (200, True, "你好")
    assert len(world.chat(LIN).messages) == 4


async def test_refusals_carry_their_code_as_status_and_say_when_to_come_back(http, method, world):
    world.faults.add("too_many_requests", calls=1, seconds=9)
    answer = await http.get(method("getMe"))
    assert (answer.status, answer.headers["Retry-After"]) == (429, "9")
    assert await answer.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 9",
        "parameters": {"retry_after": 9},
    }


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/bot123:wrong/getMe", 401),
        ("/bot{token}/getTelepathy", 404),
        ("/file/bot{token}/documents/none", 404),
        ("/elsewhere", 404),
    ],
)
async def test_wrong_addresses_are_refused(http, world, path, status):
    answer = await http.get(path.format(token=world.token))
    assert answer.status == status


async def test_a_lost_answer_is_a_network_error_after_the_message_arrived(world, server):
    request = HTTPXRequest()
    bot = Bot(world.token, base_url=server.base_url, request=request)
    async with bot:
        world.faults.add("lost_answer", method="sendMessage", calls=1)
        with pytest.raises(NetworkError):
            await bot.send_message(LIN, "一次")
        assert [message.text for message in world.chat(LIN).messages] == ["一次"]
        world.faults.add("too_many_requests", calls=1, seconds=3)
        with pytest.raises(RetryAfter):
            await bot.send_message(LIN, "两次")


async def test_the_door_opens_to_this_machine_only(server):
    assert {host for host, _ in server.runner.addresses} == {"127.0.0.1"}


class Hook:
    """A bot that is reached by webhook and may be told to fail."""

    def __init__(self):
        self.heard = []
        self.statuses = []
        self.headers = []

    async def handle(self, request):
        self.headers.append(request.headers.get(SECRET_HEADER))
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200:
            self.heard.append((await request.json())["message"]["text"])
        return web.Response(status=status)


@pytest.fixture
async def hook():
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


@pytest.fixture
async def pushing(world):
    tasks = []

    def start(first_retry_seconds):
        pusher = WebhookPusher(world, first_retry_seconds=first_retry_seconds)
        tasks.append(asyncio.create_task(pusher.run()))

    yield start
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


async def settled(world):
    while world.updates.count:
        await world.changes.wait(0.2)


async def test_a_webhook_hears_updates_with_its_secret_and_in_order(world, hook, pushing):
    pushing(0.01)
    await world.call("setWebhook", {"url": hook.url, "secret_token": "sesame"})
    hook.statuses = [502, 200]
    for text in ("甲", "乙", "丙"):
        world.say(LIN, text)
    await asyncio.wait_for(settled(world), 5)
    assert hook.heard == ["甲", "乙", "丙"]
    assert set(hook.headers) == {"sesame"}
    assert len(hook.headers) == 4
    info = await world.call("getWebhookInfo", {})
    assert info["pending_update_count"] == 0
    assert info["last_error_message"] == "Wrong response from the webhook: 502 Bad Gateway"


async def test_a_webhook_that_fails_for_one_chat_still_hears_the_others(world, hook, pushing):
    pushing(60)
    world.start(MA)
    await world.call("getUpdates", {"offset": -1})
    world.updates.drop_all()
    await world.call("setWebhook", {"url": hook.url})
    hook.statuses = [500]
    world.say(LIN, "甲")
    while not hook.headers:
        await world.changes.wait(0.05)
    world.say(MA, "乙")
    while not hook.heard:
        await world.changes.wait(0.05)
    assert hook.heard == ["乙"]
    assert (await world.call("getWebhookInfo", {}))["pending_update_count"] >= 1


async def test_a_webhook_hears_a_repeated_update_twice(world, hook, pushing):
    pushing(0.01)
    await world.call("setWebhook", {"url": hook.url})
    world.faults.add("duplicate_update", calls=1)
    world.say(LIN, "甲")
    while len(hook.heard) < 2:
        await world.changes.wait(0.05)
    assert hook.heard == ["甲", "甲"]
    assert world.updates.count == 0


async def do(http, deed, **body):
    answer = await http.post(f"/sim/do/{deed}", json=body)
    return answer.status, await answer.json()


async def test_the_page_shows_people_and_chats_and_acts_for_them(http, world):
    state = await (await http.get("/sim/state")).json()
    assert [person["id"] for person in state["people"]] == [LIN, MA]
    status, answer = await do(http, "say", user_id=LIN, text="12")
    assert (status, world.chat(LIN).last.message_id) == (200, answer["result"])
    await do(http, "start", user_id=MA, payload="abc")
    assert world.chat(MA).last.text == "/start abc"
    chat = await (await http.get(f"/sim/chat/{LIN}")).json()
    assert [message["text"] for message in chat["messages"]] == ["12"]
    await do(http, "block", user_id=LIN)
    status, answer = await do(http, "say", user_id=LIN, text="x")
    assert (status, answer["error"]) == (409, "unblock the bot before writing to it")
    assert (await do(http, "dance", user_id=LIN))[0] == 404
    assert (await do(http, "say", user_id=LIN))[0] == 400


async def test_the_page_taps_uploads_downloads_and_moves_the_clock(http, world, clock):
    keyboard = {"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]}
    sent = await world.call(
        "sendMessage", {"chat_id": LIN, "text": "?", "reply_markup": json.dumps(keyboard)}
    )
    status, _ = await do(http, "tap", user_id=LIN, message_id=sent["message_id"], row=0, col=0)
    assert status == 200
    query = {"user_id": LIN, "kind": "photo", "name": "现场.png", "caption": "图"}
    await http.post("/sim/upload", params=query, data=png(40, 20))
    message = world.chat(LIN).last
    assert message.text == "图"
    answer = await http.get(f"/sim/file/{message.file_id}")
    assert await answer.read() == png(40, 20)
    before = clock.now()
    await do(http, "forward", hours=24)
    assert (clock.now() - before).days == 1


async def test_the_page_hears_what_happens(http, world):
    async with http.get("/sim/events") as stream:
        assert await stream.content.readuntil(b"\n\n") == b": hello\n\n"
        world.say(LIN, "喂")
        events = [json.loads((await stream.content.readuntil(b"\n\n"))[6:]) for _ in range(2)]
    assert {event["kind"] for event in events} == {"update", "message"}


async def test_another_sites_page_may_not_act_here(http, server):
    for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
        answer = await http.post("/sim/do/block", json={"user_id": LIN}, headers=headers)
        assert answer.status == 403


async def test_the_pages_own_files_forbid_foreign_scripts(http):
    for path in ("/", "/page.js", "/chat.js", "/words.js", "/page.css"):
        answer = await http.get(path)
        assert answer.status == 200
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]


async def test_the_page_switches_faults_and_rates(http, world):
    await do(http, "fault", kind="bad_gateway", calls=2, method="sendMessage")
    assert [(f.kind, f.calls_left, f.method) for f in world.faults.active] == [
        ("bad_gateway", 2, "sendMessage")
    ]
    await do(http, "fault", kind="clear")
    assert world.faults.active == []
    await do(http, "rates", on=True)
    assert world.rates.enabled
    assert (await do(http, "play"))[0] == 409


class Play:
    """A very short play, to see the page's side of directing."""

    notice: ClassVar = {"zh": "虚构城市", "en": "An invented city"}
    is_playing = False

    def __init__(self, world):
        self.world = world
        self.played = 0

    def cast(self):
        return [
            CastMember(
                MA,
                "clerk",
                {"zh": "马丽", "en": "Ma Li"},
                {"zh": "科员", "en": "Clerk"},
                {"zh": "考核办", "en": "Assessment office"},
            )
        ]

    def acts(self):
        return [Act(1, {"zh": "催报", "en": "Reminders"}, self.played > 0, (MA,))]

    async def upcoming(self):
        moment = self.world.clock.now() + timedelta(hours=5)
        return [ClockTarget("deadline", moment, {"zh": "截止", "en": "Due"})]

    async def forward(self, kind):
        return self.world.clock.forward(timedelta(hours={"event": 1, "day": 24}[kind]))

    async def forward_to(self, moment):
        return self.world.clock.forward_to(moment)

    async def play_next(self):
        self.played += 1

    async def play(self, on):
        self.is_playing = on


async def test_a_director_names_the_cast_moves_the_clock_and_plays_the_acts(world, clock):
    server = await serve(world, director=Play(world))
    async with aiohttp.ClientSession(server.url) as http:
        state = await (await http.get("/sim/state")).json()
        assert [person["id"] for person in state["people"]] == [MA, LIN]
        assert state["people"][0]["title"]["en"] == "Clerk"
        assert state["notice"]["zh"] == "虚构城市"
        assert [act["done"] for act in state["acts"]] == [False]
        before = clock.now()
        await do(http, "forward", kind="event")
        assert clock.now() - before == timedelta(hours=1)
        (target,) = (await (await http.get("/sim/upcoming")).json())["upcoming"]
        await do(http, "forward", to=target["at"])
        assert clock.now() - before == timedelta(hours=6)
        await do(http, "play")
        assert (await do(http, "play", on=True))[1]["result"] is True
        state = await (await http.get("/sim/state")).json()
        assert (state["acts"][0]["done"], state["playing"]) == (True, True)
    await server.close()
