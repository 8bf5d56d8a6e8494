"""Tables of what a unit is led through step by step, and of rectifications."""

import sqlalchemy as sa

from storage.schema.columns import id_col, metadata, moment, to, word

matter = sa.Table(
    "matter",
    metadata,
    id_col(),
    word("course"),  # the name of a scoring.courses.Course
    to("unit"),
    word("title"),
    sa.Column("source", sa.String, nullable=True, unique=True),  # "finding:3": once, if given
    to("person", name="opened_by"),
    moment("opened_at"),
    to("person", optional=True),  # the one named to check, or whom it is addressed to
    word("about", optional=True),  # what it was opened under: "unit:T01.2013-09"
    moment("finish_by", optional=True),
    word("state"),  # a digest of its events
    moment("since"),
    moment("due_at", optional=True),
    sa.Index("ix_matter_state", "course", "state"),
    sa.Index("ix_matter_unit", "unit_id"),
)

matter_event = sa.Table(
    "matter_event",
    metadata,
    id_col(),
    to("matter"),
    word("kind"),
    to("person", name="by", optional=True),
    word("side"),  # as what they did it; "clock" where nobody did
    word("said", optional=True),
    moment("at"),
    sa.Index("ix_matter_event", "matter_id"),
)

matter_file = sa.Table(
    "matter_file",
    metadata,
    id_col(),
    to("matter"),
    word("side"),
    word("kind"),  # photo | voice | document
    word("file_id"),
    word("unique_id"),
    sa.Index("ix_matter_file", "matter_id"),
)

rectification = sa.Table(
    "rectification",
    metadata,
    sa.Column("matter_id", sa.Integer, sa.ForeignKey("matter.id"), primary_key=True),
    sa.Column("year", sa.Integer, nullable=False),
    word("category"),
    to("indicator", optional=True),
    to("matter", name="repeats_id", optional=True),
)
