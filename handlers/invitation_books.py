"""Books about invitations: one to be scanned, and the register of all."""

from dataclasses import dataclass
from typing import Literal

from pydantic import AwareDatetime


@dataclass(frozen=True, kw_only=True)
class InvitationBook:
    """An invitation as a picture to scan: *url* is the deep link that redeems it once."""

    url: str
    kind: Literal["invitation"] = "invitation"


@dataclass(frozen=True, kw_only=True)
class InvitationLine:
    """One invitation: *roles* are kinds with their places, *state* how it stands at that moment.

    *invited_for* is whom the one who invited stood in for then; "" where they did it themselves.
    """

    name: str
    title: str
    roles: tuple[tuple[str, str], ...]
    invited_by: str
    created_at: AwareDatetime
    expires_at: AwareDatetime
    used_at: AwareDatetime | None
    state: Literal["open", "used", "expired", "revoked"]
    invited_for: str = ""


@dataclass(frozen=True, kw_only=True)
class RegisterBook:
    """Every invitation ever made, the newest first, as a workbook; the words are kept nowhere."""

    as_of: AwareDatetime
    lines: tuple[InvitationLine, ...]
    kind: Literal["register"] = "register"
