"""Looking at a file before it is opened: what it really is, and whether it may be opened at all.

Nothing here trusts a name or a declared size: the first bytes say what a file is, and every part of
an archive is unpacked once, piece by piece, only to be counted.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from storage import old_workbooks

Kind: TypeAlias = Literal["xlsx", "ods", "xls", "text"]

FILE_BYTES_MAX = 20 * 1024 * 1024
"""What a bot may download, https://core.telegram.org/bots/api#getfile."""
UNPACKED_BYTES_MAX = 120 * 1024 * 1024
PARTS_MAX = 2_000

_PIECE = 1 << 20
_STORED, _DEFLATED = 0, 8
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_ENCRYPTED_FLAG = 1
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_OPEN_DOCUMENT_LINKS = (
    b"<table:table-source",
    b"<table:cell-range-source",
    b"<table:dde-link",
    b"['file:",
    b"[&apos;file:",
    b"'file:///",
    b"&apos;file:///",
)
_PAGE_STARTS = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<head", b"<meta", b"<body")


class UnreadableFileError(Exception):
    """A file that is not read: *reason_id* names the sentence that says why, and the way out."""

    def __init__(self, reason_id: str, given: Mapping[str, str | int] | None = None) -> None:
        super().__init__(reason_id, given)
        self.reason_id = reason_id
        self.given: Mapping[str, str | int] = given or {}


def kind_of(content: bytes) -> Kind:
    """Return what a file is by its bytes.

    Raises UnreadableFileError for what is no table, or may hold what nobody wants to open.
    """
    if not content:
        raise UnreadableFileError("sheet-empty")
    if len(content) > FILE_BYTES_MAX:
        raise UnreadableFileError("sheet-too-big", {"most": FILE_BYTES_MAX >> 20})
    if content.startswith(b"PK"):
        return _archive(content)
    if content.startswith(_OLE):
        return _compound(content)
    for start, what in _OTHERS:
        if content.startswith(start):
            raise UnreadableFileError("sheet-other-kind", {"kind": what})
    head = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_PAGE_STARTS):
        raise UnreadableFileError("sheet-other-kind", {"kind": "page"})
    return "text"


def _compound(content: bytes) -> Kind:
    """Judge a file of Excel 97-2003's kind by the names of the streams inside."""
    if _named("EncryptedPackage") in content:
        raise UnreadableFileError("sheet-encrypted")
    if _named("_VBA_PROJECT_CUR") in content or _named("_VBA_PROJECT") in content:
        raise UnreadableFileError("sheet-macros")
    if _named("Workbook") not in content and _named("Book") not in content:
        raise UnreadableFileError("sheet-other-kind", {"kind": "document"})
    if old_workbooks.is_locked(content):
        raise UnreadableFileError("sheet-encrypted")
    if old_workbooks.refers_to_others(content):
        raise UnreadableFileError("sheet-links")
    return "xls"


def _named(stream: str) -> bytes:
    return stream.encode("utf-16-le")


def _archive(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as broken:
        raise UnreadableFileError("sheet-broken") from broken
    names = {part.filename for part in parts}
    _check_names(names)
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise UnreadableFileError("sheet-encrypted")
    _check_sizes(content, parts)
    if "xl/workbook.xml" in names:
        return "xlsx"
    _check_open_document(content)
    return "ods"


def _check_open_document(content: bytes) -> None:
    """Refuse a sheet of an open document that takes its cells, or figures, from another file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("content.xml")
    if any(each in body for each in _OPEN_DOCUMENT_LINKS):
        raise UnreadableFileError("sheet-links")


def _check_names(names: set[str]) -> None:
    lower = {name.lower() for name in names}
    if any(name.endswith("vbaproject.bin") or name.startswith("basic/") for name in lower):
        raise UnreadableFileError("sheet-macros")
    if any(name.startswith("xl/externallinks/") for name in lower):
        raise UnreadableFileError("sheet-links")
    if "xl/workbook.bin" in lower:
        raise UnreadableFileError("sheet-other-kind", {"kind": "xlsb"})
    if any(name.startswith(("word/", "ppt/")) for name in lower):
        raise UnreadableFileError("sheet-other-kind", {"kind": "document"})
    if "xl/workbook.xml" not in names and not {"content.xml", "mimetype"} <= names:
        raise UnreadableFileError("sheet-other-kind", {"kind": "archive"})


def _check_sizes(content: bytes, parts: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that unpacks to far more than a table can be, whatever it declares."""
    declared = sum(part.file_size for part in parts)
    if len(parts) > PARTS_MAX or declared > UNPACKED_BYTES_MAX:
        raise UnreadableFileError("sheet-bomb")
    total, ends = 0, 0
    for part in sorted(parts, key=lambda each: each.header_offset):
        if part.header_offset < ends:  # parts that share their bytes multiply them
            raise UnreadableFileError("sheet-bomb")
        begins, packed = _packed(content, part)
        ends = begins + part.compress_size
        size = 0
        for piece in _unpacked(packed, part.compress_type):
            if not size:
                _refuse_entities(piece)
            size += len(piece)
            if total + size > UNPACKED_BYTES_MAX:
                raise UnreadableFileError("sheet-bomb")
        if size != part.file_size:
            raise UnreadableFileError("sheet-broken")
        total += size


def _packed(content: bytes, part: zipfile.ZipInfo) -> tuple[int, memoryview]:
    header = content[part.header_offset : part.header_offset + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size:
        raise UnreadableFileError("sheet-broken")
    *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    begins = part.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    return begins, memoryview(content)[begins : begins + part.compress_size]


def _unpacked(packed: memoryview, method: int) -> Iterator[bytes]:
    if method == _STORED:
        yield bytes(packed)
        return
    if method != _DEFLATED:
        raise UnreadableFileError("sheet-broken")
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    left: bytes | memoryview = packed
    try:
        while piece := inflate.decompress(left, _PIECE):
            yield piece
            left = inflate.unconsumed_tail
    except zlib.error as broken:
        raise UnreadableFileError("sheet-broken") from broken


def _refuse_entities(piece: bytes) -> None:
    """Refuse markup that declares entities of its own: no spreadsheet does."""
    head = piece[:4096]
    if head.lstrip(b"\xef\xbb\xbf").startswith(b"<?xml") and (
        b"<!DOCTYPE" in head or b"<!ENTITY" in head
    ):
        raise UnreadableFileError("sheet-bomb")
