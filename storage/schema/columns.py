"""What tables are made of: the two types of our own, the metadata, and the usual columns.

Moments are aware in Python and UTC in the file. Figures are decimal digits kept as text.
"""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Refuse a moment without a zone: it could mean any hour."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Give the moment its zone back."""
        return value.replace(tzinfo=UTC) if value is not None else None


class Digits(TypeDecorator[Decimal]):
    """A decimal number kept digit for digit, so that 3.790 stays 3.790."""

    impl = sa.String(48)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Write the digits out."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:  # noqa: ANN401, ARG002 - SQLAlchemy's signature
        """Read the digits back."""
        return None if value is None else Decimal(value)


metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_col() -> sa.Column[int]:
    """The number of a row."""
    return sa.Column("id", sa.Integer, primary_key=True)


def to(table: str, *, name: str | None = None, optional: bool = False) -> sa.Column[int]:
    """A reference to a row of another table, `<table>_id` unless named."""
    return sa.Column(
        name or f"{table}_id", sa.Integer, sa.ForeignKey(f"{table}.id"), nullable=optional
    )


def word(name: str, *, optional: bool = False, default: str | None = None) -> sa.Column[str]:
    """A text that is there unless *optional*."""
    return sa.Column(name, sa.String, nullable=optional, server_default=default)


def moment(name: str, *, optional: bool = False) -> sa.Column[datetime]:
    """A moment that is there unless *optional*."""
    return sa.Column(name, Moment, nullable=optional)
