"""Files kept by their content: each once, under the SHA-256 of what is in it.

A file gets its name only when it is whole, so that whatever stands under a hash is what it says.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def keep(folder: Path, content: bytes) -> str:
    """Keep a content and return its hash; a content kept before is left as it is."""
    sha256 = hashlib.sha256(content).hexdigest()
    place = place_of(folder, sha256)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_suffix(".unfinished")
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(place)
    return sha256


def place_of(folder: Path, sha256: str) -> Path:
    """Return where a content is kept."""
    return folder / sha256[:2] / sha256


def content_of(folder: Path, sha256: str) -> bytes | None:
    """Return a content that is kept; None where it is not there, or is not what its name says."""
    place = place_of(folder, sha256)
    if not place.is_file():
        return None
    content = place.read_bytes()
    return content if hashlib.sha256(content).hexdigest() == sha256 else None


def is_whole(folder: Path, sha256: str) -> bool:
    """Whether a content is there and is still what its name says."""
    place = place_of(folder, sha256)
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def copy_to(folder: Path, other: Path, contents: Iterable[str]) -> int:
    """Copy contents that another folder lacks; return how many were copied."""
    copied = 0
    for sha256 in contents:
        source, place = place_of(folder, sha256), place_of(other, sha256)
        if place.exists() or not source.is_file():
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_suffix(".unfinished")
        shutil.copyfile(source, unfinished)
        unfinished.replace(place)
        copied += 1
    return copied
