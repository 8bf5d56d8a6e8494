"""Whoever goes (离任): what others need to know of them to take over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.people import PersonRow, RoleRow


@dataclass(frozen=True)
class Leaver:
    """Whoever goes, as they are *at* a moment; *user_id* is the account they have or had."""

    row: PersonRow
    user_id: int | None
    roles: Sequence[RoleRow]
    at: datetime

    @property
    def left_at(self) -> datetime | None:
        """When they left, None if they are only about to."""
        return self.row.left_at
