"""What may be evidence of a figure: photos, files of the usual kinds, and addresses."""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

WhyNot: TypeAlias = Literal["too-large", "not-this-kind"]

SIZE_MB_MAX = 20
SIZE_BYTES_MAX = SIZE_MB_MAX * 1024 * 1024  # https://core.telegram.org/bots/api#getfile
NAME_MAX = 60
LINK_MAX = 400

KINDS = frozenset(
    {
        *("jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff", "heic"),
        *("pdf", "ofd", "doc", "docx", "wps", "xls", "xlsx", "et", "csv", "txt"),
        *("ppt", "pptx", "dps", "zip", "rar", "7z", "eml"),
    }
)
"""Endings of files that an office opens; a program is no evidence, whatever it is called."""

_LINK = re.compile(r"^https?://\S+$", re.IGNORECASE)
_PARTS = re.compile(r"[/\\:*?\"<>|]")


def why_not_a_file(name: str, size_bytes: int) -> WhyNot | None:
    """Return why a file cannot be evidence, or None if it can; 0 bytes is a size nobody said."""
    if size_bytes > SIZE_BYTES_MAX:
        return "too-large"
    suffix = PurePosixPath(safe_name(name)).suffix.lower().removeprefix(".")
    return None if suffix in KINDS else "not-this-kind"


def safe_name(name: str) -> str:
    r"""Return a file's name as it may be shown: one line, no path, nothing that turns it around.

    >>> safe_name("../../etc/pass\u202egnp.exe")
    'passgnp.exe'
    >>> safe_name("")
    '—'
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    visible = "".join(char for char in last if unicodedata.category(char)[0] != "C")
    cleaned = " ".join(_PARTS.sub("", visible).split()).strip(". ")
    if len(cleaned) > NAME_MAX:
        path = PurePosixPath(cleaned)
        suffix = path.suffix[:8]
        cleaned = path.stem[: NAME_MAX - len(suffix) - 1] + "…" + suffix
    return cleaned or "—"


def is_link(text: str) -> bool:
    """Whether a text can only be meant as an address."""
    return "://" in text.split(maxsplit=1)[0] if text.strip() else False


def read_link(text: str) -> str | None:
    """Return an address that can be opened and says where it leads; None for any other text.

    A name and password before the host are refused: they show one place and lead to another.

    >>> read_link("https://tjj.example.gov.cn/2013/9.pdf")
    'https://tjj.example.gov.cn/2013/9.pdf'
    >>> read_link("javascript:alert(1)")
    >>> read_link("https://gov.cn@evil.example/")
    """
    typed = text.strip()
    if not _LINK.match(typed) or len(typed) > LINK_MAX:
        return None
    if any(unicodedata.category(char)[0] == "C" for char in typed):
        return None
    try:
        found = urlsplit(typed)
        port = found.port
    except ValueError:
        return None
    is_plain = found.hostname is not None and "." in found.hostname and "@" not in found.netloc
    return typed if is_plain and port != 0 else None
