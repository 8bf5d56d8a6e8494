"""What an Excel 97-2003 workbook refers to: its stream is found and its records are walked.

The format is [MS-CFB] (a file system of sectors in one file) holding [MS-XLS] (records of a kind, a
length and a body). Nothing here follows a reference; a file that does not hold together is left to
whoever opens it.
"""

import struct
from collections.abc import Iterator
from itertools import islice

_END = 0xFFFFFFFE
_HEADER_FAT = 109
_SECTORS_MAX = 1 << 16
_ENTRY = 128
_SUPBOOK = 0x01AE
_WITHIN = frozenset({0x0401, 0x3A01})
"""A reference to the workbook itself, or to functions of an add-in."""
_LINK_BYTES = 4
_FILEPASS = 0x002F
_RECORDS_MAX = 2_000_000


def refers_to_others(content: bytes) -> bool:
    """Whether a workbook refers to another file: a linked book, or a DDE or OLE source."""
    return any(
        kind == _SUPBOOK and len(body) >= _LINK_BYTES and _link_of(body) not in _WITHIN
        for kind, body in _records(content)
    )


def is_locked(content: bytes) -> bool:
    """Whether a workbook's records are encrypted with a password."""
    return any(kind == _FILEPASS for kind, _ in islice(_records(content), 8))


def _link_of(body: bytes) -> int:
    return int(struct.unpack_from("<H", body, 2)[0])


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the records of the workbook's stream, each with its body."""
    try:
        stream = _stream(content)
    except (struct.error, IndexError, ValueError):
        return
    at = 0
    for _ in range(_RECORDS_MAX):
        if at + 4 > len(stream):
            return
        kind, length = struct.unpack_from("<2H", stream, at)
        if not kind and not length:
            return  # the padding behind the last record
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _stream(content: bytes) -> bytes:
    """Return the bytes of the stream named Workbook or Book; raise ValueError without one."""
    size = 1 << int(struct.unpack_from("<H", content, 30)[0])
    directory_at, mini_below = (
        int(struct.unpack_from("<I", content, 48)[0]),
        int(struct.unpack_from("<I", content, 56)[0]),
    )
    fat = _fat(content, size)
    directory = _chained(content, directory_at, fat, size)
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[at : at + _ENTRY]
        length = int(struct.unpack_from("<H", entry, 64)[0])
        name = entry[: max(0, length - 2)].decode("utf-16-le", "replace")
        if name in {"Workbook", "Book"}:
            first, bytes_long = struct.unpack_from("<2I", entry, 116)
            if bytes_long < mini_below:
                raise ValueError("a workbook is never so small")
            return _chained(content, first, fat, size)[:bytes_long]
    raise ValueError("no workbook")


def _fat(content: bytes, size: int) -> list[int]:
    """Return which sector follows each sector."""
    sectors = list(struct.unpack_from(f"<{_HEADER_FAT}I", content, 76))
    more, count = struct.unpack_from("<2I", content, 68)
    for _ in range(min(count, _SECTORS_MAX)):
        if more >= _END:
            break
        table = struct.unpack_from(f"<{size // 4}I", content, (more + 1) * size)
        sectors += table[:-1]
        more = table[-1]
    fat: list[int] = []
    for sector in sectors:
        if sector < _END and (sector + 2) * size <= len(content):
            fat += struct.unpack_from(f"<{size // 4}I", content, (sector + 1) * size)
    return fat


def _chained(content: bytes, first: int, fat: list[int], size: int) -> bytes:
    pieces: list[bytes] = []
    sector = first
    while sector < _END and len(pieces) <= len(fat):
        pieces.append(content[(sector + 1) * size : (sector + 2) * size])
        sector = fat[sector]
    return b"".join(pieces)
