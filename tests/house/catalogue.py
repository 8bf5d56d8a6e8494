"""The catalogue of words as data: which messages there are, and what each asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from handlers.texts import LANGUAGES


@dataclass
class Entry:
    """One message: where it stands, the values it asks for, the messages it refers to."""

    where: str
    asks: set[str] = field(default_factory=set[str])
    refers: set[str] = field(default_factory=set[str])
    text: str = ""


class _Asks(Visitor):
    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the parser's name
        self.entry.text += node.value

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the parser's name
        self.entry.asks.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the parser's name
        self.entry.refers.add(node.id.name)


def entries(lang: str) -> Iterator[tuple[str, Entry]]:
    """Yield every message of a language, in the order of the files."""
    folder = resources.files("handlers") / "locales" / lang
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        parsed = FluentParser(with_spans=False).parse(file.read_text(encoding="utf-8"))
        for each in parsed.body:
            assert not isinstance(each, ast.Junk), f"{lang}/{file.name}: {each.content[:80]}"
            if isinstance(each, ast.Message):
                entry = Entry(f"{lang}/{file.name}")
                _Asks(entry).visit(each)
                yield each.id.name, entry


@cache
def catalogue() -> dict[str, dict[str, Entry]]:
    """Return every message by language and id."""
    return {lang: dict(entries(lang)) for lang in LANGUAGES}
