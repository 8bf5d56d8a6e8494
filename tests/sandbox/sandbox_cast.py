"""Who lives in the tests' sandbox, and small real pictures to send."""

import struct
import zlib
from datetime import UTC, datetime

LIN = 1001  # has spoken to the bot
MA = 1002  # has never spoken to it
START = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def png(width: int, height: int) -> bytes:
    """Return a valid grey PNG of the given size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    rows = (b"\0" + b"\x80" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
