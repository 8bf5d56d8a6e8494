"""The kinds of pushes a person may switch off; every other push is needed and always comes."""

from collections.abc import Mapping

from handlers.texts import Msg

KINDS: Mapping[str, frozenset[str]] = {
    "results": frozenset({"push", "push-workbook", "card", "card-unranked"}),
    "express": frozenset({"express"}),
    "figures": frozenset({"your-figures"}),
    "released": frozenset({"released-for-you"}),
    "reviews": frozenset({"review-asked", "review-asked-many"}),
    "progress": frozenset({"observation-progress", "observation-to-joined"}),
}
"""Kind, and the messages that are pushes of it. What asks for an answer within a term is none."""


def kind_of(message: Msg) -> str | None:
    """Return the kind of a push that may be switched off; None for one that may not."""
    return next((kind for kind, ids in KINDS.items() if message.id in ids), None)
