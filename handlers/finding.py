"""Finding what an update is meant for: a command, a word, a button, a text, a document."""

import re
from itertools import product

from handlers.came import Came, Tap
from handlers.openings import Contents, Errand, View
from handlers.talk import Talk
from handlers.texts import LANGUAGES, msg
from storage.drafts import Draft
from storage.people import Person

LABELS = {
    "start": "button-menu",
    "todo": "button-todo",
    "help": "button-help",
    "settings": "button-settings",
}
"""What every menu has beside its own, by the label."""
EDGES = re.compile(r"^\W+|\W+$")


class Finder:
    """The contents by their names, commands and words."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._by_name = {each.opening.name: each for each in contents}
        self._by_command = {c: each for each in contents for c in each.opening.commands}
        self._by_word = {w: each for each in contents for w in each.opening.words}

    def tapped(self, tap: Tap) -> View | Errand | None:
        """Return what a menu's button opens; None for a button of a conversation."""
        return self._by_name.get(tap.action) if tap.draft_id is None else None

    def may_look(self, came: Came) -> bool:
        """Whether what came could be a view that only reads."""
        if came.tap is not None:
            found = self.tapped(came.tap)
        else:
            opened = self.opened_by(came, None)
            found = opened[0] if opened else None
        return isinstance(found, View) and found.reads_only

    def opened_by(self, came: Came, draft: Draft | None) -> tuple[View | Errand, str] | None:
        """Return what a command or a word opens, with what came after it."""
        if came.command:
            found = self._by_command.get(came.command)
            return (found, came.text) if found else None
        if came.file is not None:
            return None
        word, _, rest = came.text.partition(" ")
        found = self._by_word.get(word.strip().rstrip("。.!！?？"))
        # Inside a conversation a word alone opens something; a sentence is an answer.
        if found is None or (rest and draft is not None):
            return None
        return found, rest.strip()

    def on_a_button(self, talk: Talk, draft: Draft | None) -> tuple[View | Errand, str] | None:
        """Return what opens by a menu's button whose label somebody typed, in either language.

        Inside a conversation such words are an answer.
        """
        came, texts = talk.came, talk.services.texts
        said = _letters(came.text)
        if not said or draft is not None or came.command or came.file is not None:
            return None
        for name, thing in self._by_name.items():
            for lang, label in product(LANGUAGES, (f"menu-{name}", LABELS.get(name, ""))):
                if texts.has(lang, label) and _letters(texts.plain(lang, msg(label))) == said:
                    return thing, ""
        return None

    async def meant(self, talk: Talk) -> Errand | None:
        """Return the errand a text belongs to that came without any command."""
        if talk.came.command or not talk.came.text or talk.came.file is not None:
            return None
        for thing in self._contents:
            if not isinstance(thing, Errand) or thing.opened_by is None:
                continue
            if thing.opening.is_for(talk.who) and await thing.opened_by(talk, talk.came.text):
                return thing
        return None

    def reader_for(self, who: Person | None, draft: Draft | None) -> Errand | None:
        """Return the errand a document is read for.

        It is the open one if its step takes documents read; a step that takes them unread keeps
        them; otherwise whoever reads documents takes it.
        """
        if who is None:
            return None
        at_hand = self.errand_of(draft) if draft is not None else None
        if draft is not None and at_hand is not None:
            place = at_hand.places[draft.step]
            if place.on_document is not None:
                return at_hand
            if place.on_file is not None:
                return None
        readers = (
            each
            for each in self._contents
            if isinstance(each, Errand) and each.reads_for and each.opening.is_for(who)
        )
        return next(readers, None)

    def errand_of(self, draft: Draft) -> Errand | None:
        """Return the errand of a conversation, if it still has that shape."""
        thing = self._by_name.get(draft.errand)
        fits = (
            isinstance(thing, Errand)
            and thing.version == draft.version
            and draft.step in thing.places
        )
        return thing if fits and isinstance(thing, Errand) else None


def _letters(label: str) -> str:
    """Return a label without the picture before it, in small letters."""
    return EDGES.sub("", label).casefold()
