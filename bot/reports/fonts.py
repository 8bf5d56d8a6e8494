"""The two fonts of the reports, and what they can draw."""

from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path

from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, GlyphIndexType, LoadFlags

SPECIMEN = "张家港绩效榜 ①↑"
_EM = 1000


def face(*, bold: bool) -> FontProperties:
    """Return the font for a matplotlib text, by its file: the system's fonts are never asked."""
    return FontProperties(fname=str(_path(bold=bold)))


def width_em(text: str, *, bold: bool = False) -> float:
    """Return how wide *text* is, in multiples of the font size."""
    return sum(_advance(each, bold) for each in text)


def missing_glyphs(text: str) -> set[str]:
    """Return the characters of *text* that either font cannot draw; line ends do not count."""
    return {each for each in text if each != "\n" and ord(each) not in _drawable()}


def self_test() -> list[str]:
    """Return what is wrong with the fonts as shipped: nothing, if all is well.

    Every character of the specimen must have a shape of its own; the box that stands for a
    missing character has the same shape for all.
    """
    return list(_faults(_path(bold=False))) + list(_faults(_path(bold=True)))


def _faults(path: Path) -> Iterable[str]:
    if not path.is_file():
        yield f"{path.name}: not there"
        return
    font = _open(path)
    shapes: dict[tuple[int, ...], str] = {_shape(font, GlyphIndexType(0)): "the missing glyph"}
    for each in SPECIMEN.replace(" ", ""):
        shape = _shape(font, font.get_char_index(ord(each)))
        if shape in shapes or shape[0] == shape[2]:
            yield f"{path.name}: {each} looks like {shapes.get(shape, 'nothing')}"
        shapes[shape] = each


def _shape(font: FT2Font, index: GlyphIndexType) -> tuple[int, ...]:
    glyph = font.load_glyph(index, flags=LoadFlags.NO_HINTING)
    return (*glyph.bbox, len(font.get_path()[0]))


@cache
def _advance(character: str, bold: bool) -> float:  # noqa: FBT001 - a cache key
    if ord(character) not in _drawable():
        return 1.0  # The page will be refused; until then it needs some width.
    glyph = _open(_path(bold=bold)).load_char(ord(character), flags=LoadFlags.NO_HINTING)
    return glyph.linearHoriAdvance / 65536 / _EM


@cache
def _drawable() -> frozenset[int]:
    return frozenset.intersection(
        *(frozenset(_open(_path(bold=bold)).get_charmap()) for bold in (False, True))
    )


@cache
def _open(path: Path) -> FT2Font:
    font = FT2Font(str(path))
    font.set_size(_EM, 72)
    return font


@cache
def _path(*, bold: bool) -> Path:
    name = "JixiaoSans-Bold.otf" if bold else "JixiaoSans-Regular.otf"
    return Path(str(resources.files("bot.reports") / "fonts" / name))
