"""The product's own source, as syntax trees: what every house rule is read from."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "scoring", "storage")


@cache
def modules() -> dict[str, ast.Module]:
    """Return every module of the product by its path from the root."""
    found: dict[str, ast.Module] = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            found[path.relative_to(ROOT).as_posix()] = ast.parse(text)
    return found


def lines_of(name: str) -> int:
    """Return how many lines a module has."""
    return len((ROOT / name).read_text(encoding="utf-8").splitlines())


def docstrings(tree: ast.AST) -> set[int]:
    """Return the ids of the nodes that are docstrings, or strings that explain an attribute."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield every text in a module that is not a docstring."""
    prose = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node
