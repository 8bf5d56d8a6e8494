"""Tables of what is said against a figure: disputes, restatements, answers to alerts."""

import sqlalchemy as sa

from storage.schema.columns import id_col, metadata, moment, to, word

confirmation = sa.Table(
    "confirmation",
    metadata,
    id_col(),
    sa.Column("reading_id", sa.Integer, sa.ForeignKey("reading.id"), nullable=False, unique=True),
    to("person", name="by"),
    moment("at"),
)

dispute = sa.Table(
    "dispute",
    metadata,
    id_col(),
    to("indicator"),
    to("unit"),
    word("period"),
    sa.Column(  # the version disputed: once, and never again
        "reading_id", sa.Integer, sa.ForeignKey("reading.id"), nullable=False, unique=True
    ),
    to("person", name="raised_by"),
    moment("raised_at"),
    word("wanted", optional=True),
    word("reason"),
    word("state"),  # scoring.disputes.State: a digest of its events
    moment("since"),
    moment("due_at", optional=True),
    sa.Index("ix_dispute_cell", "indicator_id", "period", "unit_id"),
    sa.Index("ix_dispute_state", "state"),
    sa.Index("ix_dispute_unit", "unit_id"),
)

dispute_event = sa.Table(
    "dispute_event",
    metadata,
    id_col(),
    to("dispute"),
    word("kind"),
    to("person", name="by", optional=True),
    word("said", optional=True),
    to("filing", optional=True),
    moment("at"),
    sa.Index("ix_dispute_event", "dispute_id"),
    sa.Index("ix_dispute_event_filing", "filing_id"),
)

dispute_file = sa.Table(
    "dispute_file",
    metadata,
    id_col(),
    to("dispute"),
    word("kind"),  # photo | voice | document
    word("file_id"),
    word("unique_id"),
    sa.Index("ix_dispute_file", "dispute_id"),
)

restatement = sa.Table(
    "restatement",
    metadata,
    id_col(),
    to("indicator"),
    to("unit"),
    word("period"),
    to("dispute", optional=True),
    word("reason"),
    word("document", optional=True),
    to("person", name="proposed_by", optional=True),
    to("filing", optional=True),
    to("person", name="endorsed_by", optional=True),
    word("state"),  # scoring.restatements.State: a digest of its events
    moment("due_at"),
    sa.Index("ix_restatement_cell", "indicator_id", "period", "unit_id"),
    sa.Index("ix_restatement_state", "state"),
)

restatement_event = sa.Table(
    "restatement_event",
    metadata,
    id_col(),
    to("restatement"),
    word("kind"),
    to("person", name="by"),
    word("said", optional=True),
    moment("at"),
    sa.Index("ix_restatement_event", "restatement_id"),
)

alert = sa.Table(
    "alert",
    metadata,
    id_col(),
    to("scheme"),
    to("unit"),
    word("period"),
    word("category"),
    sa.Column("inputs", sa.JSON, nullable=False),
    word("state"),  # heard: the unit may answer | sent: leaders have it | dropped
    moment("created_at"),
    moment("answer_until"),
    word("answer_kind", optional=True),  # wrong_data | filed_since | statement
    word("answer", optional=True),
    to("person", name="answered_by", optional=True),
    moment("answered_at", optional=True),
    moment("sent_at", optional=True),
    sa.UniqueConstraint("scheme_id", "unit_id", "period"),
)
