"""A person in front of the bot who writes, taps, and waits for the answer."""

import time


class Chatting:
    """One person's chat; `waits_ms` is how long each answer took."""

    def __init__(self, world, user_id, *, patience_seconds=60):
        self._world = world
        self.user_id = user_id
        self._patience = patience_seconds
        self.waits_ms = []

    async def says(self, text):
        """Write; return the message that answers."""
        begun = self._begin()
        self._world.say(self.user_id, text)
        return self._note(begun, await self._world.next_message(self.user_id, self._patience))

    async def taps(self, action):
        """Tap the newest button of this action; return the message that answers."""
        message_id, data = self.button(action)
        begun = self._begin()
        self._world.tap(self.user_id, message_id, data)
        return self._note(begun, await self._world.next_change(self.user_id, self._patience))

    def button(self, action):
        """Return the newest button of this action: its message and its data."""
        for message in reversed(self._world.chat(self.user_id).messages):
            for button in (each for row in message.buttons for each in row):
                data = str(button.get("callback_data", ""))
                if _action(data).startswith(action):
                    return message.message_id, data
        raise LookupError(f"{self.user_id} sees no button {action!r}")

    def sees(self, action):
        """Return whether there is such a button."""
        try:
            self.button(action)
        except LookupError:
            return False
        return True

    async def files(self, code, figures):
        """File a month as a reporter does: choose, answer the list, explain, hand in.

        *figures* are texts in the order of the list.
        """
        await self.says("填报")
        for label in self._labels():
            if label[0].startswith(code):
                await self._taps_exactly(label[1:])
                break
        await self.says(" ".join(f"{n}={each}" for n, each in enumerate(figures, start=1)))
        if self.newest_has("explain"):
            await self.taps("explain")
            while self.newest_has("ready"):
                await self.taps("ready-all" if self.newest_has("ready-all") else "ready")
        return await self.taps("file:")

    def newest_has(self, action):
        """Return whether the newest message with buttons has such a button."""
        newest = next(m for m in reversed(self._world.chat(self.user_id).messages) if m.buttons)
        held = [str(b.get("callback_data", "")) for row in newest.buttons for b in row]
        return any(_action(each).startswith(action) for each in held)

    def _labels(self):
        newest = next(m for m in reversed(self._world.chat(self.user_id).messages) if m.buttons)
        return [
            (button["text"], newest.message_id, button["callback_data"])
            for row in newest.buttons
            for button in row
            if _action(str(button.get("callback_data", ""))).startswith("pick:")
        ]

    async def _taps_exactly(self, where):
        begun = self._begin()
        self._world.tap(self.user_id, *where)
        return self._note(begun, await self._world.next_change(self.user_id, self._patience))

    def _begin(self):
        self._world.chat(self.user_id).bot_events.clear()
        return time.perf_counter()

    def _note(self, begun, message):
        self.waits_ms.append((time.perf_counter() - begun) * 1000)
        return message


def _action(data):
    return data.split(":", 3)[3] if data.startswith("v1:") else data
