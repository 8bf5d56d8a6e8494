"""Tables of the quarterly feedback report: what was released, the office's remarks, the minimum."""

import sqlalchemy as sa

from storage.schema.columns import id_col, metadata, moment, to, word

feedback_report = sa.Table(
    "feedback_report",
    metadata,
    id_col(),
    sa.Column("quarter", sa.String, nullable=False, unique=True),
    word("book"),  # the numbers as they were released, as JSON
    word("told"),  # the same as far as the units were told
    word("digest"),
    word("remark"),
    to("person", name="by"),
    moment("at"),
)

feedback_remark = sa.Table(
    "feedback_remark",
    metadata,
    id_col(),
    word("quarter"),
    word("said"),  # empty: taken back
    to("person", name="by"),
    moment("at"),
    sa.Index("ix_feedback_remark", "quarter"),
)

feedback_least = sa.Table(
    "feedback_least",
    metadata,
    id_col(),
    sa.Column("least", sa.Integer, nullable=False),
    to("person", name="by"),
    moment("at"),
)
