"""What the observed unit may read of an observation: no name, no voice, nothing that is hidden."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.observation_categories import InBoth
from scoring.observation_course import MOVES
from storage import observation_files, observation_hidings, observation_joins, people
from storage.observation_files import File
from storage.observations import Event, Observation

COVER = "＊＊"
ACTS_OF_OBSERVERS = frozenset(
    {
        "observation-filed",
        "observation-joined",
        *(
            f"observation-{deed}"
            for deed, moves in MOVES.items()
            if any(move.by == "observer" for move in moves)
        ),
    }
)
"""What the journal calls whatever observers do."""
UNKNOWN_TO_UNIT = frozenset({"filed", "joined", "assigned", "observer_contested"})


@dataclass(frozen=True)
class Veil:
    """What lies between an observation and its unit.

    *names* are those of whoever saw it: where they wrote their own, it is covered.
    """

    found: Observation
    hidden: frozenset[str]
    names: tuple[str, ...]

    @classmethod
    async def over(cls, conn: AsyncConnection, found: Observation) -> "Veil":
        """Return the veil over an observation as it stands."""
        saw_it = [found.observer_id, *await observation_joins.joined(conn, found.id)]
        names = await people.names(conn)
        return cls(
            found,
            await observation_hidings.hidden(conn, found.id),
            tuple(names[each] for each in saw_it if names.get(each)),
        )

    def text(self, said: str | None) -> str | None:
        """Return a text with the observers' names covered."""
        if said is None:
            return None
        for name in self.names:
            said = said.replace(name, COVER)
        return said

    def both(self, said: InBoth) -> InBoth:
        """Return a text in both languages with the observers' names covered."""
        return InBoth(self.text(said.zh) or "", self.text(said.en) or "")

    def said(self) -> str:
        """Return what was reported in words."""
        return "" if "said" in self.hidden else self.text(self.found.said) or ""

    def event(self, event: Event) -> str | None:
        """Return what was said at a step."""
        return None if f"event:{event.id}" in self.hidden else self.text(event.said)

    def place(self) -> tuple[float, float] | None:
        """Return the place on the map."""
        return None if "place" in self.hidden else self.found.place

    def events(self, events: list[Event]) -> list[Event]:
        """Return the steps a unit may read of: from when it was dispatched to it, and the finding.

        What had been said before of a verdict that was overturned is not about the unit.
        """
        first = next(
            (
                number
                for number, each in enumerate(events)
                if each.kind == "dispatched" and each.unit_id == self.found.unit_id
            ),
            len(events),
        )
        finding = [each for each in events[:first] if each.kind == "verified"][-1:]
        return [*finding, *(e for e in events[first:] if e.kind not in UNKNOWN_TO_UNIT)]


async def files_for_unit(conn: AsyncConnection, found: Observation) -> list[File]:
    """Return the files a unit may be given: its own, and photos; a voice tells who speaks."""
    hidden = await observation_hidings.hidden(conn, found.id)
    return [
        each
        for each in await observation_files.files_of(conn, found.id)
        if (each.side == "unit" or each.kind == "photo") and f"file:{each.id}" not in hidden
    ]
