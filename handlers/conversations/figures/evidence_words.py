"""Evidence as people send it and as it is listed for them."""

from collections.abc import Iterable

from handlers.came import FileSent
from handlers.grammar.evidence import (
    LINK_MAX,
    SIZE_MB_MAX,
    is_link,
    read_link,
    safe_name,
    why_not_a_file,
)
from handlers.talk import Talk
from handlers.texts import Msg, msg
from storage.evidence import Piece


def read_piece(talk: Talk, sent: FileSent | str) -> Piece | None:
    """Return the evidence in what was sent; None, with the reason said, if it cannot be any."""
    if isinstance(sent, str):
        return _link(talk, sent)
    if sent.kind == "voice":
        talk.note("evidence-no-voice")
        return None
    if sent.kind == "photo":
        name = talk.services.texts.plain("zh", msg("evidence-photo-name"))
        return Piece(kind="photo", unique_id=sent.unique_id, name=name, file_id=sent.file_id)
    why_not = why_not_a_file(sent.name, sent.size_bytes)
    if why_not == "too-large":
        size = f"{sent.size_bytes / 1024 / 1024:.1f}"
        talk.note("evidence-too-large", name=safe_name(sent.name), size=size, most=SIZE_MB_MAX)
        return None
    if why_not == "not-this-kind":
        talk.note("evidence-not-this-kind", name=safe_name(sent.name))
        return None
    return Piece(
        kind="document",
        unique_id=sent.unique_id,
        name=safe_name(sent.name),
        file_id=sent.file_id,
    )


def _link(talk: Talk, typed: str) -> Piece | None:
    link = read_link(typed)
    if link is None:
        talk.note("evidence-no-link" if is_link(typed) else "evidence-how", most=LINK_MAX)
        return None
    return Piece(kind="link", unique_id=link, name=link)


def piece_lines(pieces: Iterable[tuple[str, str, str, str]]) -> list[Msg]:
    """Return a numbered line for each piece: kind, name, indicator's code and unit, or "all"."""
    return [
        msg("evidence-line", number=number, kind=kind, name=name, code=code, unit=unit)
        for number, (kind, name, code, unit) in enumerate(pieces, start=1)
    ]
