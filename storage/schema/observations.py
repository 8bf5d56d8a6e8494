"""Tables of observations, what was said about them, and their files."""

import sqlalchemy as sa

from storage.schema.columns import id_col, metadata, moment, to, word

observation = sa.Table(
    "observation",
    metadata,
    id_col(),
    sa.Column("receipt", sa.String, nullable=False, unique=True),
    to("point", optional=True),
    to("person", name="observer_id"),
    to("unit"),
    word("category"),
    word("said"),
    sa.Column("latitude", sa.Float, nullable=True),
    sa.Column("longitude", sa.Float, nullable=True),
    word("state"),  # filed verified refuted answered fixed not_fixed
    moment("filed_at"),
    sa.Index("ix_observation_state", "state"),
    sa.Index("ix_observation_unit", "unit_id"),
)

observation_event = sa.Table(
    "observation_event",
    metadata,
    id_col(),
    to("observation"),
    word("kind"),
    to("person", name="by", optional=True),
    word("said", optional=True),
    moment("at"),
    sa.Index("ix_observation_event", "observation_id"),
)

observation_file = sa.Table(
    "observation_file",
    metadata,
    id_col(),
    to("observation"),
    word("kind"),  # photo | voice | document
    word("file_id"),
    word("unique_id"),
)
