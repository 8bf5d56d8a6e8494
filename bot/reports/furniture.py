"""What every picture carries: scope, title, months and marks above; as-of and notes below."""

from dataclasses import dataclass

from bot.reports import palette
from bot.reports.page import MARGIN, RIGHT, Page, cut, fitted, width, wrapped
from bot.reports.wording import Words, percent
from handlers.books import Heading

NOTE_SIZE = 26
_NOTE_LINE = 38
_TITLE_SIZE, _TITLE_LEAST, _TITLE_LINE = 60, 46, 72
_LEAD_SIZE = 31
_TAG_SIZE = 26


@dataclass(frozen=True)
class Frame:
    """The words around a chart, and the height they need.

    *lead* follows the months in the line under the title; *notes* explain how to read the chart.
    """

    words: Words
    heading: Heading
    title: str
    lead: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    room: int = RIGHT - MARGIN

    def top(self) -> float:
        """Return where the chart may begin."""
        lines = len(self._title()) * _TITLE_LINE + len(self._lead()) * 44
        return 102 + lines + (62 if self._tags() else 8)

    def bottom(self) -> float:
        """Return how much room the notes need below the chart."""
        return 52 + _NOTE_LINE * len(self._notes()) + 24

    def draw(self, page: Page) -> None:
        """Write everything above and below the chart."""
        page.box(0, 0, page.width, 12, fill=palette.BLUE_DEEP)
        scope = cut(self.words.scope(self.heading), self.room, 30)
        page.text(MARGIN, 56, scope, size=30, color=palette.MUTED)
        y, size = 84 + _TITLE_LINE / 2, self._title_size()
        for line in self._title():
            page.text(MARGIN, y, line, size=size, bold=True)
            y += _TITLE_LINE
        y += 28 - _TITLE_LINE / 2
        for line in self._lead():
            page.text(MARGIN, y, line, size=_LEAD_SIZE, color=palette.MUTED)
            y += 44
        x = float(MARGIN)
        for tag in self._tags():
            x += page.tag(x, y + 8, tag, size=_TAG_SIZE, color=palette.ORANGE) + 16
        self._draw_notes(page)

    def _draw_notes(self, page: Page) -> None:
        y = page.height - self.bottom() + 20
        page.rule(y)
        y += 14 + _NOTE_LINE / 2
        for line in self._notes():
            page.text(MARGIN, y, line, size=NOTE_SIZE, color=palette.MUTED)
            y += _NOTE_LINE

    def _title_size(self) -> float:
        return fitted(self.title, self.room, _TITLE_SIZE, _TITLE_LEAST, bold=True)

    def _title(self) -> list[str]:
        return wrapped(self.title, self.room, self._title_size(), bold=True)

    def _lead(self) -> list[str]:
        parts = [self.words.span(self.heading.period), *self.lead]
        if self.heading.coverage_pct is not None:
            covered = percent(self.heading.coverage_pct)
            parts.append(self.words.say("reports-coverage", coverage=covered))
        return joined(parts, self.words, self.room)

    def _tags(self) -> list[str]:
        said = []
        if self.heading.provisional:
            said.append(self.words.say("reports-provisional"))
        if self.heading.invented:
            said.append(self.words.say("reports-invented"))
        return said

    def _notes(self) -> list[str]:
        as_of = self.words.say("reports-as-of", moment=self.words.moment(self.heading.as_of))
        return [
            line for note in (as_of, *self.notes) for line in wrapped(note, self.room, NOTE_SIZE)
        ]


def joined(parts: list[str], words: Words, room: float) -> list[str]:
    """Return the parts on as few lines as hold them, a dot between; no part is broken."""
    lines = [parts[0]]
    for part in parts[1:]:
        longer = words.dotted(lines[-1], part)
        if width(longer, _LEAD_SIZE) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
