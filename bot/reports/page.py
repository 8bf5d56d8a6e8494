"""A page: a picture for the phone, laid out in pixels from its upper left corner.

A y that places a text is the middle of its line. Nothing is drawn before every character on the
page is known to have a glyph.
"""

from io import BytesIO
from typing import Literal

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from PIL import Image

from bot.reports import fonts, palette
from bot.reports.errors import MissingGlyphsError

WIDTH = 1080
MARGIN = 44
RIGHT = WIDTH - MARGIN

_DPI = 72  # A point is a pixel then, and sizes can be read as pixels.
_MIDDLE = 0.37  # From the baseline to the middle of a Chinese character, in font sizes.
_COLOURS = 64
_FUZZ = 0.5  # Half a pixel too wide is not too wide: a size that was fitted stays fitted.

Align = Literal["left", "center", "right"]


class Page:
    """One picture in the making."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        self.width, self.height = round(width), round(height)
        self.figure = Figure(figsize=(self.width / _DPI, self.height / _DPI), dpi=_DPI)
        self.figure.set_facecolor(palette.PAPER)
        self._paper = self.axes(0, 0, self.width, self.height)
        self._paper.set(xlim=(0, self.width), ylim=(self.height, 0))

    def axes(self, x: float, y: float, width: float, height: float) -> Axes:
        """Return bare axes over this part of the page: no frame, no ticks, no paper."""
        axes = self.figure.add_axes(
            (
                x / self.width,
                1 - (y + height) / self.height,
                width / self.width,
                height / self.height,
            )
        )
        axes.set_axis_off()
        return axes

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        bold: bool = False,
        color: str = palette.INK,
        align: Align = "left",
    ) -> float:
        """Write one line and return its width in pixels."""
        self._paper.text(
            x,
            y + _MIDDLE * size,
            words,
            fontproperties=fonts.face(bold=bold),
            fontsize=size,
            color=color,
            ha=align,
            va="baseline",
            parse_math=False,
        )
        return width(words, size, bold=bold)

    def label(
        self,
        axes: Axes,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        bold: bool = False,
        color: str = palette.INK,
        align: Align = "left",
        up: float = 0,
        along: float = 0,
    ) -> None:
        """Write a line beside a point of *axes*, moved by pixels *up* and *along*.

        A rim of paper keeps it apart from the lines it may cross.
        """
        said = axes.annotate(
            words,
            (x, y),
            xytext=(along, up - _MIDDLE * size),
            textcoords="offset pixels",
            annotation_clip=False,
            fontproperties=fonts.face(bold=bold),
            fontsize=size,
            color=color,
            ha=align,
            va="baseline",
            parse_math=False,
            zorder=20,
        )
        if color != palette.PAPER:
            said.set_path_effects([withStroke(linewidth=6, foreground=palette.PAPER)])

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str,
        hatch: str = "",
        hatch_color: str = palette.HATCH,
    ) -> None:
        """Fill a rectangle."""
        self._paper.add_artist(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor=fill,
                edgecolor=hatch_color,
                linewidth=0,
                hatch=hatch,
            )
        )

    def rule(self, y: float, *, x: float = MARGIN, until: float | None = None) -> None:
        """Draw a thin line across the page."""
        until = self.width - MARGIN if until is None else until
        self._paper.add_artist(Line2D((x, until), (y, y), color=palette.RULE, linewidth=2))

    def tag(
        self, x: float, y: float, words: str, *, size: float = 24, color: str = palette.INK
    ) -> float:
        """Write a word in a frame, its left edge at *x*; return the width of the frame."""
        inside = width(words, size, bold=True)
        pad, high = size * 0.45, size * 1.45
        frame = FancyBboxPatch(
            (x, y - high / 2),
            inside + 2 * pad,
            high,
            boxstyle=f"round,pad=0,rounding_size={size * 0.3}",
            facecolor=palette.PAPER,
            edgecolor=color,
            linewidth=2,
        )
        self._paper.add_artist(frame)
        self.text(x + pad, y, words, size=size, bold=True, color=color)
        return inside + 2 * pad

    def png(self) -> bytes:
        """Return the picture.

        Raises MissingGlyphsError, before drawing, where a text has a character without a glyph.
        """
        missing = fonts.missing_glyphs("".join(texts(self.figure)))
        if missing:
            raise MissingGlyphsError("".join(sorted(missing)))
        canvas = FigureCanvasAgg(self.figure)
        with rc_context({"hatch.linewidth": 2.5}):
            canvas.draw()
        drawn = Image.frombuffer("RGBA", (self.width, self.height), bytes(canvas.buffer_rgba()))
        # Flat colours and smooth edges fit in a palette, at a third of the bytes.
        flat = drawn.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        out = BytesIO()
        flat.save(out, "png", optimize=True)
        return out.getvalue()


def texts(figure: Figure) -> list[str]:
    """Return every text on the figure, in the order it was put there."""
    found = (each for each in figure.findobj(Text) if isinstance(each, Text))
    return [each.get_text() for each in found if each.get_text()]


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line in pixels."""
    return fonts.width_em(words, bold=bold) * size


def fitted(words: str, room: float, size: float, least: float, *, bold: bool = False) -> float:
    """Return the largest font size from *size* down to *least* at which the line has room."""
    return max(least, min(size, size * room / max(width(words, size, bold=bold), 1)))


def cut(words: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return the line, shortened with … if it is wider than *room* pixels."""
    if width(words, size, bold=bold) <= room + _FUZZ:
        return words
    kept = words
    while kept and width(f"{kept}…", size, bold=bold) > room:
        kept = kept[:-1]
    return f"{kept}…"


def wrapped(words: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the text in lines no wider than *room*; Latin words stay whole, Chinese breaks."""
    lines, line = [""], ""
    for piece in _pieces(words):
        line = lines[-1] + piece
        if lines[-1] and width(line.rstrip(), size, bold=bold) > room and piece not in _CLOSING:
            lines.append(piece.lstrip())
        else:
            lines[-1] = line
    return [each.rstrip() for each in lines]


_CLOSING = "，。；：、）》”’！？·…%％"


def _pieces(words: str) -> list[str]:
    pieces: list[str] = []
    for each in words:
        latin = each.isascii() and not each.isspace()
        if latin and pieces and pieces[-1][-1].isascii() and not pieces[-1][-1].isspace():
            pieces[-1] += each
        else:
            pieces.append(each)
    return pieces
