"""A file sent where evidence may be meant: our own blank is figures, a table is asked about."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Literal

from handlers.bring import Brought
from handlers.buttons import step
from handlers.came import FileSent
from handlers.conversations.figures.filing_desk import due_rows
from handlers.conversations.figures.filing_evidence import (
    evidence_at_each,
    evidence_at_reason,
    evidence_for_column,
)
from handlers.conversations.figures.filing_steps import Step
from handlers.conversations.figures.filing_workbook import Landing, take_read
from handlers.errands import with_way_back
from handlers.grammar.orders import FileRead
from handlers.grammar.packed_read import packed, unpacked
from handlers.talk import Talk
from scoring.refusals import Refusal

TakeEvidence = Callable[[Talk, FileSent], Awaitable[Literal[Step.EVIDENCE]]]
AS_EVIDENCE: Mapping[str, TakeEvidence] = {
    "each": evidence_at_each,
    "reason": evidence_at_reason,
    "evidence": evidence_for_column,
}
"""Beside what a file is laid as evidence, by where it was sent."""

Sorted = Literal[
    Step.CHOOSE, Step.ENTER, Step.LIST, Step.LOOK, Step.SETTLE, Step.WHICH, Step.KIND, Step.EVIDENCE
]


async def document_at_each(talk: Talk, brought: Brought) -> Sorted:
    return await _sort(talk, brought, "each")


async def document_at_reason(talk: Talk, brought: Brought) -> Sorted:
    return await _sort(talk, brought, "reason")


async def document_as_evidence(talk: Talk, brought: Brought) -> Sorted:
    return await _sort(talk, brought, "evidence")


async def _sort(talk: Talk, brought: Brought, where: str) -> Sorted:
    """Take a filled-in blank as figures and what holds none as evidence; ask about the rest."""
    sent = talk.came.file
    if sent is None:
        raise Refusal("button-outdated")
    read = brought.read
    figures = 0 if read is None else await _figures_in(talk, read)
    if read is None or not figures:
        return await AS_EVIDENCE[where](talk, sent)
    if read.is_blank:
        return await take_read(talk, brought.name, read)
    talk.data["sent"] = {
        "name": brought.name,
        "read": packed(read),
        "figures": figures,
        "file": [sent.kind, sent.file_id, sent.unique_id, sent.name, sent.size_bytes],
        "where": where,
    }
    return Step.KIND


async def _figures_in(talk: Talk, read: FileRead) -> int:
    """Return how many figures of one's own indicators a file may hold."""
    own = {row.indicator.code for row in await due_rows(talk)}
    named = [column for column in read.columns if column.indicator_code in own]
    guessed = [guess.column for table in read.unnamed for guess in table.guesses[:1]]
    doubtful = sum(len(doubt.cells) for doubt in read.doubts if doubt.indicator_code in own)
    return sum(len(column.cells) for column in (*named, *guessed)) + doubtful


async def ask_kind(talk: Talk) -> None:
    sent: dict[str, Any] | None = talk.data.get("sent")
    if sent is None:
        talk.say("workbook-settled", buttons=with_way_back(talk, [[step("look", "file-look")]]))
        return
    talk.say(
        "workbook-kind",
        name=sent["name"],
        count=sent["figures"],
        buttons=with_way_back(
            talk, [[step("figures", "workbook-is-figures"), step("proof", "workbook-is-evidence")]]
        ),
    )


async def is_figures(talk: Talk, _: str) -> Landing:
    sent = _taken(talk)
    return await take_read(talk, sent["name"], unpacked(sent["read"]))


async def is_evidence(talk: Talk, _: str) -> Literal[Step.EVIDENCE]:
    sent = _taken(talk)
    kind, file_id, unique_id, name, size_bytes = sent["file"]
    file = FileSent(kind, file_id, unique_id, name, size_bytes)
    return await AS_EVIDENCE[sent["where"]](talk, file)


def _taken(talk: Talk) -> dict[str, Any]:
    """Take the file that waits off the desk; raise Refusal if none does."""
    sent: dict[str, Any] | None = talk.data.pop("sent", None)
    if sent is None:
        raise Refusal("button-outdated")
    return sent
