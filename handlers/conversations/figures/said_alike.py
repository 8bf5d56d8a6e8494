"""What is said of several indicators alike is said once, with the others named after it."""

from collections.abc import Sequence

from handlers.texts import Msg, msg

NAMES_SHOWN = 6


def condensed(notes: Sequence[Msg]) -> list[Msg]:
    """Say once what is said of several indicators alike, and name the others after it."""
    alike: dict[str, list[Msg]] = {}
    for note in notes:
        key = note.id if "indicator" in note.given and "text" not in note.given else repr(note)
        alike.setdefault(key, []).append(note)
    said: list[Msg] = []
    for own in alike.values():
        said.append(own[0])
        names = [str(each.given["indicator"]) for each in own[1:]]
        if names:
            shown, more = "、".join(names[:NAMES_SHOWN]), max(0, len(names) - NAMES_SHOWN)
            said.append(msg("workbook-the-same", count=len(names), names=shown, more=more))
    return said
