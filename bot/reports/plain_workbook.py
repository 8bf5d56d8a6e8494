"""A workbook in which every text stays a text, and in which no person is named."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@contextmanager
def plain_workbook(out: BytesIO, *, title: str, as_of: datetime) -> Iterator[Workbook]:
    """Open a workbook that is written to *out* at the end; the same contents give the same bytes.

    A text that begins like a formula, an address or a number stays a text. Its properties are the
    title and the moment it speaks of, no author.
    """
    with Workbook(out, OPTIONS) as workbook:
        created = as_of.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        workbook.set_properties({"title": title, "created": created})
        yield workbook
