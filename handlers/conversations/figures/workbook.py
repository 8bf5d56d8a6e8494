"""Hand out the blank: the month's figures as a workbook to fill in and send back."""

import re

from handlers.buttons import go
from handlers.errands import Opening, View
from handlers.operations.clock import collecting
from handlers.operations.figures.blank import blank_book
from handlers.talk import Talk
from scoring.model import Period

MONTH = re.compile(r"^20\d\d-(0[1-9]|1[0-2])$")


async def show(talk: Talk, arg: str) -> None:
    """Send the blank of a month, *arg*, or of the one that is to be filed."""
    city = await talk.city()
    units = talk.person.units_as("reporter")
    if MONTH.match(arg):
        period = Period.parse(arg)
    else:
        period = await collecting.month_to_prepare(talk.conn, city, units, now=talk.now)
    talk.about = period
    book = await blank_book(talk.conn, city, units, period, now=talk.now)
    if book is None:
        talk.say("file-nothing-due", period=period, buttons=[[go("todo", "button-todo")]])
        return
    talk.document(
        book,
        "workbook-here",
        period=period,
        count=len(book.columns),
        cells=sum(len(column.lines) for column in book.columns),
        filed=sum(column.standing in {"filed", "released"} for column in book.columns),
    )


VIEW = View(
    opening=Opening(
        name="workbook",
        commands=("workbook",),
        words=("填报表", "下载填报表"),
        roles=frozenset({"reporter"}),
    ),
    show=show,
    reads_only=True,
)
