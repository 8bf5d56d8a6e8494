"""Tables of the clock: what fell due, was extended, and moved after an outage."""

import sqlalchemy as sa

from storage.schema.columns import id_col, metadata, moment, to, word

extension = sa.Table(
    "extension",
    metadata,
    id_col(),
    to("indicator"),
    word("period"),
    to("person", name="asked_by"),
    moment("due_at"),  # the deadline in force when it was asked for
    moment("asked_at"),
    word("reason"),
    sa.Index("ix_extension_cell", "indicator_id", "period"),
)

extension_event = sa.Table(
    "extension_event",
    metadata,
    id_col(),
    to("extension"),
    sa.Column("number", sa.Integer, nullable=False),  # 1, 2, 3 …: no two people are the third
    word("kind"),  # asked countered agreed accepted declined refused withdrawn filed
    to("person", name="by", optional=True),
    moment("until_at", optional=True),
    word("reason", optional=True),
    moment("at"),
    sa.UniqueConstraint("extension_id", "number"),
)

outage = sa.Table(
    "outage",
    metadata,
    id_col(),
    moment("from_at"),
    moment("until_at"),
)

deadline_move = sa.Table(
    "deadline_move",
    metadata,
    id_col(),
    to("indicator", optional=True),  # none: the freeze of the month
    word("period"),
    moment("due_at"),
    word("cause"),  # extension | outage
    to("extension", optional=True),
    to("outage", optional=True),
    moment("at"),
    sa.Index("ix_deadline_move_period", "period"),
    sa.Index("ix_deadline_move_due", "due_at"),
)
