"""Files as Telegram keeps them: uploaded once, named by file_id, sent again without bytes."""

import hashlib
import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from bot.sandbox import pictures
from bot.sandbox.parameters import Parameters, Upload
from bot.sandbox.refusals import ApiError, Wire, bad_request

UPLOAD_BYTES_MAX = 50 * 1024 * 1024
DOWNLOAD_BYTES_MAX = 20 * 1024 * 1024

# The first characters of real file ids tell the kind; people have learned to recognise them.
_PREFIX = {"photo": "AgACAgI", "document": "BQACAgI", "voice": "AwACAgI", "audio": "CQACAgI",
           "video": "BAACAgI", "animation": "CgACAgI"}  # fmt: skip
_FOLDER = {"photo": "photos", "voice": "voice", "audio": "music", "video": "videos",
           "animation": "animations"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file id: what it names and how it is found."""

    file_id: str
    unique_id: str
    kind: str
    content: bytes
    media: object
    """What a message shows for it: an object, for a photo the list of its sizes."""
    path: str
    scaled_to: tuple[int, int] | None = None

    def read(self) -> bytes:
        """Return the bytes a download gives."""
        return pictures.scaled(self.content, *self.scaled_to) if self.scaled_to else self.content


@dataclass(slots=True)
class FileStore:
    """All files of the world, each content kept once."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)
    _contents: dict[str, bytes] = field(default_factory=dict)
    _count: int = 0

    def add(self, kind: str, upload: Upload, **facts: object) -> StoredFile:
        """Keep an uploaded file; *facts* such as duration go into what messages show."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > UPLOAD_BYTES_MAX:
            raise ApiError(413, "Request Entity Too Large")
        if kind == "photo":
            return self._add_photo(upload)
        mime = upload.mime_type
        if mime == "application/octet-stream":
            mime = mimetypes.guess_type(upload.filename)[0] or mime
        suffix = PurePosixPath(upload.filename).suffix
        stored = self._keep(kind, upload.content, suffix, facts)
        media = stored.media
        if isinstance(media, dict):
            if kind != "voice":
                media["file_name"] = upload.filename
            media["mime_type"] = "audio/ogg" if kind == "voice" else mime
        return stored

    def _keep(self, kind: str, content: bytes, suffix: str, facts: Wire) -> StoredFile:
        file_id, unique_id = self._names(kind, content, "")
        media: Wire = {
            **facts, "file_id": file_id, "file_unique_id": unique_id, "file_size": len(content)
        }  # fmt: skip
        path = f"{_FOLDER.get(kind, 'documents')}/file_{self._count}{suffix}"
        return self._put(StoredFile(file_id, unique_id, kind, self._once(content), media, path))

    def _add_photo(self, upload: Upload) -> StoredFile:
        content = self._once(upload.content)
        media: list[Wire] = []
        stored: StoredFile | None = None
        for size in pictures.sizes(*pictures.checked_geometry(content)):
            file_id, unique_id = self._names("photo", content, size.letter)
            shown: Wire = {"file_id": file_id, "file_unique_id": unique_id}
            shown.update(width=size.width, height=size.height)
            if size.is_original:
                shown["file_size"] = len(content)
            media.append(shown)
            target = None if size.is_original else (size.width, size.height)
            path = f"photos/file_{self._count}.jpg"
            stored = self._put(
                StoredFile(file_id, unique_id, "photo", content, media, path, target)
            )
        if stored is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        return stored

    def _once(self, content: bytes) -> bytes:
        return self._contents.setdefault(hashlib.sha256(content).hexdigest(), content)

    def _names(self, kind: str, content: bytes, letter: str) -> tuple[str, str]:
        self._count += 1
        digest = hashlib.sha256(letter.encode() + content).hexdigest()
        return f"{_PREFIX[kind]}{digest[:40]}{self._count:08d}", f"AQAD{digest[:12]}"

    def _put(self, stored: StoredFile) -> StoredFile:
        self.by_id[stored.file_id] = stored
        self.by_path[stored.path] = stored
        return stored

    def wanted(self, given: Parameters, name: str, kind: str, **facts: object) -> StoredFile:
        """Return the file a call names: an upload, attach://part, or the id of an earlier one."""
        upload = given.uploads.get(name)
        named = given.text(name)
        if named.startswith("attach://"):
            upload = given.uploads.get(named.removeprefix("attach://"))
        if upload is not None:
            return self.add(kind, upload, **facts)
        if not named or named.startswith("attach://"):
            raise bad_request(f"there is no {kind} in the request")
        if named.startswith(("http://", "https://")):
            # The sandbox reaches nothing outside this machine.
            raise bad_request("failed to get HTTP URL content")
        return self.known(named, kind)

    def known(self, file_id: str, kind: str) -> StoredFile:
        """Return an earlier file by its id, if it is of the wanted kind."""
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored

    def info(self, file_id: str) -> Wire:
        """Answer getFile."""
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        content = stored.read()
        if len(content) > DOWNLOAD_BYTES_MAX:
            raise bad_request("file is too big")
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": len(content),
            "file_path": stored.path,
        }


def media_of(message: Wire, kinds: Sequence[str]) -> tuple[str, str] | None:
    """Return the kind and (largest) file id of the media in a message's JSON, if any."""
    for kind in kinds:
        media = message.get(kind)
        if media:
            return kind, (media[-1] if isinstance(media, list) else media)["file_id"]
    return None
