"""The router: an update becomes one step of one errand, in one transaction.

An *errand* is a conversation with steps; where a person stands is a row. A *view* answers at once
and remembers nothing. Both are opened by a command, by a Chinese word, or by a menu button.
Views never end an errand; another errand lays it aside; /cancel and time do end it.
"""

from enum import IntEnum
from typing import Any

from handlers.bring import Brought
from handlers.buttons import Button, Keyboard, Standing, go, is_number
from handlers.came import Came, Tap
from handlers.finding import Finder
from handlers.grammar.orders import Order
from handlers.openings import Contents, Errand, Opening, Place, Show, View
from handlers.talk import Talk
from handlers.texts import msg
from scoring.refusals import NotAllowed
from storage import drafts
from storage.drafts import Draft

__all__ = ["Contents", "Errand", "Opening", "Place", "Router", "View", "with_way_back"]

DONE = -1
TRAIL = "_trail"


class Router:
    """Finds the errand or view that an update is meant for, and runs one step of it."""

    def __init__(self, contents: Contents, *, unknown: Show, stranger: Show) -> None:
        self.contents = contents
        self.find = Finder(contents)
        self._unknown = unknown
        self._stranger = stranger

    async def run(self, talk: Talk) -> Standing | None:
        """Run one turn; return the conversation it belongs to, if it belongs to one."""
        draft = await drafts.open_one(talk.conn, talk.came.user_id)
        if talk.came.tap is not None:
            return await self._tapped(talk, talk.came.tap, draft)
        if talk.brought is not None:
            return await self._brought(talk, talk.brought, draft)
        opened = self.find.opened_by(talk.came, draft) or self.find.on_a_button(talk, draft)
        if opened is not None:
            thing, arg = opened
            return await self._open(talk, thing, arg, draft)
        if talk.who is None:
            await self._stranger(talk, talk.came.text)
            return None
        if draft is not None:
            return await self._answered(talk, draft)
        meant = await self.find.meant(talk)
        if meant is not None:
            return await self._begin(talk, meant, talk.came.text, None)
        await self._unknown(talk, talk.came.text)
        return None

    def may_look(self, came: Came) -> bool:
        """Whether what came could be a view that only reads; asked before anything is opened."""
        return self.find.may_look(came)

    async def look(self, talk: Talk) -> bool:
        """Run the view that came if it only reads; return whether there was one."""
        tap = talk.came.tap
        if tap is not None:
            found = self.find.tapped(tap)
            opened = (found, tap.arg) if found else None
        else:
            draft = await drafts.open_one(talk.conn, talk.came.user_id)
            opened = self.find.opened_by(talk.came, draft)
        if opened is None or not isinstance(opened[0], View) or not opened[0].reads_only:
            return False
        await self._open(talk, *opened, None)
        return True

    async def order_for(self, talk: Talk) -> Order | None:
        """Return what a document is to be read for before its turn; None if nobody reads it."""
        draft = await drafts.open_one(talk.conn, talk.came.user_id)
        errand = self.find.reader_for(talk.who, draft)
        if errand is None or errand.reads_for is None:
            return None
        same = await self._same(talk, errand, draft)
        talk.data = dict(same.data) if same is not None else {}
        return await errand.reads_for(talk)

    async def _brought(self, talk: Talk, brought: Brought, draft: Draft | None) -> Standing | None:
        """Give a document to the errand that reads it, where that was left or at its start."""
        errand = self.find.reader_for(talk.who, draft)
        if errand is None or errand.begin_with is None:
            await self._unknown(talk, talk.came.text)
            return None
        talk.errand = errand.opening.name
        same = await self._same(talk, errand, draft)
        if draft is not None and (same is None or same.id != draft.id):
            await drafts.park(talk.conn, talk.came.user_id)
            talk.note("errand-parked", errand=msg(f"errand-{draft.errand}"))
        if same is None:
            fresh = await self._fresh(talk, errand)
            place = await errand.begin_with(talk, brought)
            return await self._arrive(talk, errand, fresh, int(place), trail=[])
        if draft is None or same.id != draft.id:
            await drafts.resume(talk.conn, same.id, now=talk.now)
        self._take_up(talk, same)
        take = errand.places[same.step].on_document or errand.begin_with
        there = await take(talk, brought)
        return await self._arrive(talk, errand, same, int(there), trail=self._trail(same, there))

    async def _open(
        self, talk: Talk, thing: View | Errand, arg: str, draft: Draft | None
    ) -> Standing | None:
        if not thing.opening.is_for(talk.who):
            if talk.who is None:
                await self._stranger(talk, arg)
                return None
            raise NotAllowed("not-for-your-role")
        talk.errand = thing.opening.name
        if isinstance(thing, View):
            await thing.show(talk, arg)
            return None
        return await self._begin(talk, thing, arg, draft)

    async def _begin(
        self, talk: Talk, errand: Errand, arg: str, draft: Draft | None
    ) -> Standing | None:
        talk.errand = errand.opening.name
        same = await self._same(talk, errand, draft) if not arg else None
        if same is not None:
            talk.note("errand-continued", errand=msg(f"errand-{same.errand}"))
            return await self._resume(talk, str(same.id), draft)
        if draft is not None and draft.errand == errand.opening.name:
            await drafts.close(talk.conn, draft.id, status="cancelled", now=talk.now)
        elif draft is not None:
            await drafts.park(talk.conn, talk.came.user_id)
            talk.note("errand-parked", errand=msg(f"errand-{draft.errand}"))
        fresh = await self._fresh(talk, errand)
        place = await errand.begin(talk, arg)
        return await self._arrive(talk, errand, fresh, int(place), trail=[])

    async def _fresh(self, talk: Talk, errand: Errand) -> Draft:
        """Begin a conversation's row, with nothing said in it yet."""
        fresh = await drafts.begin(
            talk.conn,
            talk.came.user_id,
            errand=errand.opening.name,
            version=errand.version,
            step=0,
            now=talk.now,
        )
        talk.data = {TRAIL: []}
        talk.in_conversation = True
        talk.draft_id = fresh.id
        return fresh

    async def _same(self, talk: Talk, errand: Errand, draft: Draft | None) -> Draft | None:
        """Return what was begun of this errand and not finished: nothing typed is thrown away."""
        begun = [draft] if draft is not None else []
        begun += await drafts.parked(talk.conn, talk.came.user_id)
        name = errand.opening.name
        return next(
            (each for each in begun if each.errand == name and self.find.errand_of(each)), None
        )

    async def _tapped(self, talk: Talk, tap: Tap, draft: Draft | None) -> Standing | None:
        if tap.draft_id is None:
            thing = self.find.tapped(tap)
            if tap.action == "cancel" and draft is not None:
                return await self._cancel(talk, draft)
            if tap.action == "resume":
                return await self._resume(talk, tap.arg, draft)
            if thing is None:
                talk.hint("button-outdated")
                return None
            return await self._open(talk, thing, tap.arg, draft)
        if talk.who is None:
            await self._stranger(talk, "")
            return None
        mine = await drafts.by_id(talk.conn, tap.draft_id, talk.came.user_id)
        if mine is None:
            talk.hint("button-outdated")
            talk.say("errand-over", buttons=[[go("todo", "button-todo")]])
            return None
        if draft is not None and draft.id != mine.id:
            await drafts.park(talk.conn, talk.came.user_id)
        if draft is None or draft.id != mine.id:
            await drafts.resume(talk.conn, mine.id, now=talk.now)
        return await self._step_by_tap(talk, tap, mine)

    async def _step_by_tap(self, talk: Talk, tap: Tap, draft: Draft) -> Standing | None:
        errand = self.find.errand_of(draft)
        if errand is None:
            return await self._retired(talk, draft)
        self._take_up(talk, draft)
        if tap.action == "cancel":
            return await self._cancel(talk, draft)
        handle = errand.places[draft.step].on_tap.get(tap.action)
        if tap.rev != draft.rev or (handle is None and tap.action != "back"):
            talk.hint("button-outdated")
            return await self._arrive(talk, errand, draft, draft.step, trail=draft.data[TRAIL])
        if handle is None:
            trail = list(draft.data[TRAIL])
            before = trail.pop() if trail else draft.step
            return await self._arrive(talk, errand, draft, before, trail=trail)
        there = await handle(talk, tap.arg)
        return await self._arrive(talk, errand, draft, int(there), trail=self._trail(draft, there))

    async def _answered(self, talk: Talk, draft: Draft) -> Standing | None:
        errand = self.find.errand_of(draft)
        if errand is None:
            return await self._retired(talk, draft)
        self._take_up(talk, draft)
        place, came = errand.places[draft.step], talk.came
        there: IntEnum | None = None
        if came.file is not None and place.on_file is not None:
            there = await place.on_file(talk, came.file)
        elif came.location is not None and place.on_location is not None:
            there = await place.on_location(talk, came.location)
        elif came.text and came.file is None and not came.command and place.on_text is not None:
            there = await place.on_text(talk, came.text)
        if there is None:
            talk.note_unexpected()
            return await self._arrive(talk, errand, draft, draft.step, trail=draft.data[TRAIL])
        return await self._arrive(talk, errand, draft, int(there), trail=self._trail(draft, there))

    async def _arrive(
        self, talk: Talk, errand: Errand, draft: Draft, there: int, *, trail: list[int]
    ) -> Standing | None:
        """Write where the person stands now, and ask what is asked there."""
        talk.data[TRAIL] = trail
        standing = Standing(draft.id, draft.rev + 1, draft.panel_message_id)
        if there == DONE:
            talk.in_conversation = False
        else:
            await errand.places[there].ask(talk)
            talk.keep_to_one_panel(standing)
        moved = await drafts.advance(
            talk.conn,
            draft,
            step=there,
            data=talk.data,
            status="done" if there == DONE else "open",
            now=talk.now,
        )
        if not moved:
            raise drafts.MovedMeanwhileError(draft.id)
        return standing

    async def _cancel(self, talk: Talk, draft: Draft) -> Standing | None:
        await drafts.close(talk.conn, draft.id, status="cancelled", now=talk.now)
        talk.in_conversation = False
        talk.say(
            "errand-cancelled",
            errand=msg(f"errand-{draft.errand}"),
            buttons=[[go("todo", "button-todo"), go("start", "button-menu")]],
        )
        return Standing(draft.id, draft.rev + 1, draft.panel_message_id)

    async def _resume(self, talk: Talk, arg: str, draft: Draft | None) -> Standing | None:
        wanted = (
            await drafts.by_id(talk.conn, int(arg), talk.came.user_id) if is_number(arg) else None
        )
        if wanted is None:
            talk.hint("button-outdated")
            return None
        if draft is not None and draft.id != wanted.id:
            await drafts.park(talk.conn, talk.came.user_id)
        await drafts.resume(talk.conn, wanted.id, now=talk.now)
        errand = self.find.errand_of(wanted)
        if errand is None:
            return await self._retired(talk, wanted)
        self._take_up(talk, wanted)
        return await self._arrive(talk, errand, wanted, wanted.step, trail=wanted.data[TRAIL])

    async def _retired(self, talk: Talk, draft: Draft) -> None:
        """A conversation whose shape changed with a new version: say so, and start it anew."""
        await drafts.close(talk.conn, draft.id, status="expired", now=talk.now)
        talk.say("errand-retired", buttons=[[go("todo", "button-todo")]])

    def _take_up(self, talk: Talk, draft: Draft) -> None:
        talk.data = dict(draft.data)
        talk.in_conversation = True
        talk.errand = draft.errand
        talk.draft_id = draft.id

    def _trail(self, draft: Draft, there: IntEnum) -> list[int]:
        trail: list[int] = list(draft.data[TRAIL])
        if int(there) in (draft.step, DONE):
            return trail
        if int(there) in trail:
            return trail[: trail.index(int(there))]
        return [*trail, draft.step]


def with_way_back(talk: Talk, rows: Keyboard) -> list[list[Button]]:
    """Return a step's keyboard with the row every step has: one step back, and out."""
    trail: Any = talk.data.get(TRAIL) or []
    back = [Button(msg("button-back"), action="back")] if trail else []
    out = Button(msg("button-cancel"), action="cancel")
    return [*(list(row) for row in rows), [*back, out]]
