"""What has been sent for an observation or its answer so far: words, files, a place."""

from typing import Any

from handlers.buttons import go
from handlers.came import FileSent
from handlers.operations.observing.observation_terms import FILES_MAX, SAID_MAX
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.refusals import Outdated
from storage.observation_files import File, Side


def nothing() -> dict[str, Any]:
    """Return what a fresh conversation has gathered."""
    return {"said": [], "files": [], "place": None}


def take_words(talk: Talk, typed: str) -> None:
    """Keep a text; what goes beyond the longest observation is not kept, and that is said."""
    before = words_of(talk)
    room = SAID_MAX - (len(before) + 1 if before else 0)
    if len(typed) > room:
        talk.note("observe-too-long", most=str(SAID_MAX))
    if room > 0:
        talk.data["said"] = [*talk.data["said"], typed[:room]]


def take_file(talk: Talk, sent: FileSent, *, documents: bool = False) -> None:
    """Keep a photo or voice message, and the words under it.

    A document keeps its name, which may tell whose it is: it is taken only where *documents* says
    so. The same picture sent twice is one.
    """
    kept: list[dict[str, str]] = talk.data["files"]
    if sent.kind == "document" and not documents:
        talk.note("observe-no-documents")
    elif len(kept) >= FILES_MAX:
        talk.note("observe-too-many-files", most=FILES_MAX)
    elif all(each["unique"] != sent.unique_id for each in kept):
        file = {"kind": sent.kind, "id": sent.file_id, "unique": sent.unique_id}
        talk.data["files"] = [*kept, file]
    if talk.came.text:
        take_words(talk, talk.came.text)


def take_place(talk: Talk, place: tuple[float, float]) -> None:
    """Keep a place on the map; a later one replaces it."""
    talk.data["place"] = list(place)


def words_of(talk: Talk) -> str:
    """Return the words kept so far."""
    return "\n".join(talk.data["said"])


def files_of(talk: Talk, side: Side = "observer") -> list[File]:
    """Return the files kept so far, as those of one side."""
    kept: list[dict[str, Any]] = talk.data["files"]
    return [File(each["kind"], each["id"], each["unique"], side) for each in kept]


def place_of(talk: Talk) -> tuple[float, float] | None:
    """Return the place kept, if there is one."""
    place: list[float] | None = talk.data["place"]
    return (place[0], place[1]) if place else None


def has_substance(talk: Talk) -> bool:
    """Whether there is anything to go by: a place alone shows nothing."""
    return bool(words_of(talk).strip() or talk.data["files"])


def so_far(talk: Talk) -> list[Msg]:
    """Return what has been received, a line each, as the person sees it before submitting."""
    kinds = [each.kind for each in files_of(talk)]
    counts = [("photo", kinds.count("photo")), ("voice", kinds.count("voice"))]
    counts += [("document", kinds.count("document")), ("place", 1 if place_of(talk) else 0)]
    received = [msg("observe-received", what=what, count=n) for what, n in counts if n]
    text = words_of(talk)
    return [*received, *([msg("observe-received-text", text=text)] if text else [])]


def shortened(text: str, most: int) -> str:
    """Return the beginning of a text on one line; a dash where there is none."""
    line = " ".join(text.split())
    if not line:
        return "—"
    return line if len(line) <= most else f"{line[: most - 1]}…"


def overtaken(talk: Talk, late: Outdated) -> None:
    """Say that somebody was faster; a conversation without an object is over."""
    look = go("observation", "button-observation", str(talk.data["observation"]))
    talk.say(Msg(late.message_id, late.given), buttons=[[look, go("todo", "button-todo")]])
