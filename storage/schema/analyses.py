"""Tables of monitoring units' written analyses, and of what was found careless."""

import sqlalchemy as sa

from storage.schema.columns import id_col, metadata, moment, to, word

analysis = sa.Table(
    "analysis",
    metadata,
    id_col(),
    to("unit"),
    to("scheme"),
    word("period"),
    word("said", optional=True),
    word("kind", optional=True),  # photo | document, where a file was sent
    word("file_id", optional=True),
    word("unique_id", optional=True),
    word("name", optional=True),
    to("person", name="by"),
    moment("sent_at"),
    moment("at"),
    sa.Index("ix_analysis_period", "period", "unit_id"),
)

analysis_rating = sa.Table(
    "analysis_rating",
    metadata,
    id_col(),
    to("analysis"),
    word("level"),  # excellent | good | fair | poor
    word("reason"),
    to("person", name="by"),
    moment("at"),
    sa.Index("ix_analysis_rating_analysis", "analysis_id"),
)

careless = sa.Table(
    "careless",
    metadata,
    id_col(),
    to("unit"),
    to("scheme"),
    word("span"),  # a quarter: 2013-Q3
    sa.Column("errors", sa.Integer, nullable=False),
    moment("at"),
    sa.UniqueConstraint("unit_id", "scheme_id", "span"),
)

careless_answer = sa.Table(
    "careless_answer",
    metadata,
    sa.Column("careless_id", sa.Integer, sa.ForeignKey("careless.id"), primary_key=True),
    word("outcome"),  # found | dropped
    word("reason"),
    to("person", name="by"),
    moment("at"),
)
