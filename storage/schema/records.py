"""Tables of the house itself: where bulletins go, and who did what."""

import sqlalchemy as sa

from storage.schema.columns import id_col, metadata, moment, to, word

destination = sa.Table(
    "destination",
    metadata,
    id_col(),
    sa.Column("chat_id", sa.BigInteger, nullable=False, unique=True),
    word("purpose"),  # bulletin
    word("title"),
    word("lang", default="zh"),
)

journal = sa.Table(
    "journal",
    metadata,
    id_col(),
    moment("at"),
    to("person", optional=True),
    word("act"),
    word("subject"),
    sa.Column("detail", sa.JSON, nullable=False),
    word("previous_hash"),
    sa.Column("hash", sa.String, nullable=False, unique=True),
)
