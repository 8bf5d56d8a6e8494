"""An invitation to scan: the deep link as a QR picture."""

import io

import segno

from handlers.books import InvitationBook

PIXELS_A_MODULE = 12
QUIET_MODULES = 4  # ISO/IEC 18004 asks for four


def draw(book: InvitationBook) -> bytes:
    """Return the link as a PNG that a phone reads from a screen or from paper."""
    picture = io.BytesIO()
    segno.make(book.url, error="m", micro=False).save(
        picture, kind="png", scale=PIXELS_A_MODULE, border=QUIET_MODULES
    )
    return picture.getvalue()
