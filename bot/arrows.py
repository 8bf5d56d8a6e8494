"""Draws every conversation from its steps' return types: python -m bot.arrows.

A step says in its return type where a person may stand after it, and the type checker holds it to
that; the drawing in docs/conversations.md is read from the same types, so it cannot be wrong.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from enum import IntEnum
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from handlers.contents import EVERYTHING
from handlers.errands import DONE, Errand, Place
from handlers.texts import Texts, msg

DRAWING = Path(__file__).resolve().parents[1] / "docs" / "conversations.md"
OUTSIDE = "[*]"
TAP = "tap "
HEAD = """# Conversations

<!-- Made by `python -m bot.arrows` from the steps' return types. Do not edit. -->

Every errand as a diagram of its steps. An arrow says what leads along it: a tap with its action,
or what was sent. Besides these, every step has the way back, `/cancel` and `/todo`.
"""


class UndeclaredArrowsError(TypeError):
    """A step does not say in its return type where it leads."""


def drawing(texts: Texts) -> str:
    """Return every errand of the table of contents as Markdown with Mermaid diagrams."""
    errands = [each for each in EVERYTHING if isinstance(each, Errand)]
    return "\n".join([HEAD, *(_section(each, texts) for each in errands)])


def arrows(errand: Errand) -> dict[tuple[str, str], list[str]]:
    """Return what leads from each step to each other: taps by their action, and what is sent.

    Raises UndeclaredArrowsError for a step without a `Literal` of its steps as return type.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for there in _leads_to(errand.begin):
        found[OUTSIDE, _name(there)].append("")
    for there in _leads_to(errand.begin_with) if errand.begin_with is not None else ():
        found[OUTSIDE, _name(there)].append("document")
    for number, place in errand.places.items():
        for label, handle in _handles(place):
            for there in _leads_to(handle):
                found[errand.steps(number).name, _name(there)].append(label)
    return found


def _handles(place: Place) -> Iterator[tuple[str, Callable[..., Any]]]:
    for action, handle in place.on_tap.items():
        yield TAP + action, handle
    sent = {
        "text": place.on_text,
        "file": place.on_file,
        "document": place.on_document,
        "location": place.on_location,
    }
    for label, handle in sent.items():
        if handle is not None:
            yield label, handle


def _leads_to(handle: Callable[..., Any]) -> tuple[IntEnum, ...]:
    declared = get_type_hints(handle).get("return")
    if get_origin(declared) is not Literal:
        raise UndeclaredArrowsError(f"{handle.__module__}.{handle.__qualname__}: {declared}")
    return get_args(declared)


def _name(step: IntEnum) -> str:
    return OUTSIDE if step == DONE else step.name


def _section(errand: Errand, texts: Texts) -> str:
    opening = errand.opening
    titles = [texts.plain(lang, msg(f"errand-{opening.name}")) for lang in ("zh", "en")]
    ways = [f"`/{command}`" for command in opening.commands] + list(opening.words)
    lines = [
        f"## {opening.name}",
        "",
        " · ".join([*titles, ", ".join(ways) or "a button", *sorted(opening.roles)]),
        "",
        "```mermaid",
        "stateDiagram-v2",
        *(_arrow(here, there, labels) for (here, there), labels in arrows(errand).items()),
        "```",
        "",
    ]
    return "\n".join(lines)


def _arrow(here: str, there: str, labels: list[str]) -> str:
    taps = [each.removeprefix(TAP) for each in labels if each.startswith(TAP)]
    sent = [each for each in labels if each and not each.startswith(TAP)]
    said = " or ".join([*([TAP + ", ".join(taps)] if taps else []), *sent])
    return f"    {here} --> {there}" + (f": {said}" if said else "")


def main() -> int:
    """Write the drawing where it belongs, and say where that is."""
    DRAWING.parent.mkdir(parents=True, exist_ok=True)
    DRAWING.write_text(drawing(Texts.load()), encoding="utf-8")
    sys.stdout.write(f"{DRAWING}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
