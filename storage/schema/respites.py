"""Tables of more time for a matter: each request, the one answer to it, and how often it may be."""

import sqlalchemy as sa

from storage.schema.columns import id_col, metadata, moment, to, word

respite = sa.Table(
    "respite",
    metadata,
    id_col(),
    to("matter"),
    to("person", name="asked_by"),
    moment("asked_at"),
    moment("old_at"),  # the last day when it was asked for
    moment("wanted_at"),
    word("reason"),
    sa.Index("ix_respite_matter", "matter_id"),
)

respite_answer = sa.Table(
    "respite_answer",
    metadata,
    sa.Column("respite_id", sa.Integer, sa.ForeignKey("respite.id"), primary_key=True),
    word("outcome"),  # granted | shortened | refused | withdrawn | lapsed
    to("person", name="by", optional=True),
    moment("until_at", optional=True),  # the new last day
    word("reason", optional=True),
    moment("at"),
)

respite_limit = sa.Table(
    "respite_limit",
    metadata,
    id_col(),
    word("course"),
    sa.Column("most", sa.Integer, nullable=False),
    to("person", name="by"),
    moment("at"),
)
