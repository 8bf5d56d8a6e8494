"""Pictures: their geometry from the file's first bytes, and the smaller copies Telegram makes."""

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass

from bot.sandbox.refusals import bad_request

PHOTO_BYTES_MAX = 10 * 1024 * 1024
SIDES_SUM_MAX = 10_000
RATIO_MAX = 20

_SIDES = (("s", 90), ("m", 320), ("x", 800), ("y", 1280), ("w", 2560))
_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class PictureSize:
    """One of the copies of a photo: Telegram's letter for it and its size in pixels."""

    letter: str
    width: int
    height: int
    is_original: bool


def geometry(content: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels of a PNG, JPEG, GIF or WebP, or None if it is none."""
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
            return struct.unpack(">II", content[16:24])
        if content[:6] in (b"GIF87a", b"GIF89a"):
            return struct.unpack("<HH", content[6:10])
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp(content)
        if content.startswith(b"\xff\xd8"):
            return _jpeg(content)
    except (struct.error, IndexError):
        return None
    return None


def _jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(content):
        if content[at] != 0xFF:  # noqa: PLR2004 - every JPEG marker begins so
            return None
        marker = content[at + 1]
        if marker in _START_OF_FRAME:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None


def _webp(content: bytes) -> tuple[int, int] | None:
    match content[12:16]:
        case b"VP8 ":
            width, height = struct.unpack("<HH", content[26:30])
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            bits = struct.unpack("<I", content[21:25])[0]
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            width = int.from_bytes(content[24:27], "little") + 1
            return width, int.from_bytes(content[27:30], "little") + 1
        case _:
            return None


def checked_geometry(content: bytes) -> tuple[int, int]:
    """Return the size of a photo, or raise the 400 Telegram would."""
    if len(content) > PHOTO_BYTES_MAX:
        raise bad_request("file is too big")
    size = geometry(content)
    if size is None or not all(size):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > SIDES_SUM_MAX or max(size) > RATIO_MAX * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def sizes(width: int, height: int) -> Sequence[PictureSize]:
    """Return the copies kept of a photo, smallest first; the last is what people look at."""
    made: list[PictureSize] = []
    for letter, side in _SIDES:
        longest = max(width, height)
        if longest <= side:
            made.append(PictureSize(letter, width, height, is_original=True))
            break
        scaled = (max(1, width * side // longest), max(1, height * side // longest))
        made.append(PictureSize(letter, *scaled, is_original=False))
    return made


def scaled(content: bytes, width: int, height: int) -> bytes:
    """Return a JPEG copy of a picture in the given size; the picture itself if it is unreadable."""
    # Pillow is only needed when somebody downloads a thumbnail, and takes 50 ms to import.
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - explained above

    try:
        with Image.open(io.BytesIO(content)) as picture:
            copy = picture.convert("RGB").resize((width, height))
    except (UnidentifiedImageError, OSError):
        return content
    buffer = io.BytesIO()
    copy.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()
