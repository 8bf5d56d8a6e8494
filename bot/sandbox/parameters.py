"""Reading a call's parameters, which may come as native values or as text of JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.sandbox.refusals import Wire, bad_request

_FALSE = frozenset({"", "0", "false", "no", "False", "None", "null"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call, by its part name in the form."""

    filename: str
    content: bytes
    mime_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters and uploads of one call, read by kind."""

    given: Mapping[str, object]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Tell whether a parameter came and is not empty."""
        value = self.given.get(name)
        return value is not None and value != ""

    def text(self, name: str, default: str = "") -> str:
        """Return a parameter as text; numbers are written out."""
        value = self.given.get(name)
        if value is None:
            return default
        return value if isinstance(value, str) else str(value)

    def whole(self, name: str, default: int = 0) -> int:
        """Return a parameter as a whole number, or *default* if it is absent or no number."""
        value = self.given.get(name)
        if value is None or value == "":
            return default
        try:
            return int(str(value))
        except ValueError:
            return default

    def decimal(self, name: str) -> float | None:
        """Return a parameter as a decimal number, or None."""
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def flag(self, name: str) -> bool:
        """Return a parameter as true or false; only the known words for no mean no."""
        value = self.given.get(name)
        if isinstance(value, str):
            return value not in _FALSE
        return bool(value)

    def json(self, name: str) -> object:
        """Return a nested parameter as Python values; None if absent, 400 if it is not JSON."""
        value = self.given.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            what = name.replace("_", " ")
            raise bad_request(f"can't parse {what} JSON object") from None

    def mapping(self, name: str) -> Wire | None:
        """Return a nested JSON object, or None if absent."""
        value = self.json(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise bad_request(f"object expected as {name.replace('_', ' ')}")
        return {str(key): inner for key, inner in value.items()}

    def array(self, name: str) -> list[object] | None:
        """Return a nested JSON array, or None if absent."""
        value = self.json(name)
        if value is None:
            return None
        if not isinstance(value, list):
            raise bad_request(f"expected an Array of {name.replace('_', ' ')}")
        return list(value)
