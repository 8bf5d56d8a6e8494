"""The register of invitations as a workbook: one sheet to filter and print, no formula in it."""

from datetime import datetime
from io import BytesIO

from bot.reports.plain_workbook import plain_workbook
from bot.reports.wording import Words
from handlers.invitation_books import InvitationLine, RegisterBook
from handlers.texts import Texts

FIRST_ROW = 3
WIDTHS = (14, 26, 30, 12, 20, 20, 20, 12)


def write(book: RegisterBook, lang: str, texts: Texts) -> bytes:
    """Return the register as an xlsx; a text that begins like a formula stays a text."""
    words, out = Words(texts, lang), BytesIO()
    with plain_workbook(out, title=words.say("register-title"), as_of=book.as_of) as workbook:
        sheet = workbook.add_worksheet(words.say("register-title"))
        bold = workbook.add_format({"bold": True, "text_wrap": True, "bg_color": "#EBEFF3"})
        plain = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        title = workbook.add_format({"bold": True, "font_size": 16})
        sheet.write_string(0, 0, words.say("register-title"), title)
        as_of = words.say("reports-as-of", moment=words.moment(book.as_of))
        sheet.write_string(1, 0, as_of)
        for column, (name, wide) in enumerate(zip(_heads(words), WIDTHS, strict=True)):
            sheet.set_column(column, column, wide)
            sheet.write_string(FIRST_ROW - 1, column, name, bold)
        for row, line in enumerate(book.lines, FIRST_ROW):
            for column, cell in enumerate(_cells(line, words)):
                sheet.write_string(row, column, cell, plain)
        last = max(FIRST_ROW + len(book.lines) - 1, FIRST_ROW - 1)
        sheet.autofilter(FIRST_ROW - 1, 0, last, len(WIDTHS) - 1)
        sheet.freeze_panes(FIRST_ROW, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    return out.getvalue()


def _heads(words: Words) -> tuple[str, ...]:
    return (
        words.say("register-name"),
        words.say("register-position"),
        words.say("register-roles"),
        words.say("register-by"),
        words.say("register-created"),
        words.say("register-expires"),
        words.say("register-used"),
        words.say("register-state"),
    )


def _cells(line: InvitationLine, words: Words) -> tuple[str, ...]:
    roles = [
        words.say(
            "role",
            kind="city-leader" if kind == "leader" and not where else kind,
            where=where,
            lent=0,
        )
        for kind, where in line.roles
    ]
    return (
        line.name,
        line.title,
        "\n".join(roles),
        words.say("doer-as-deputy", name=line.invited_by, lender=line.invited_for)
        if line.invited_for
        else line.invited_by,
        words.moment(line.created_at),
        words.moment(line.expires_at),
        _moment(line.used_at, words),
        words.say("register-how", state=line.state),
    )


def _moment(at: datetime | None, words: Words) -> str:
    return "" if at is None else words.moment(at)
