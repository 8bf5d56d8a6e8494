"""Tables of observations, what was said about them, their files, and who joined them."""

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
    sa.Column("answers", sa.JSON, nullable=False, server_default="[]"),  # to its own questions
    word("state"),  # scoring.observation_course.State: a digest of its events
    to("person", name="verifier_id", optional=True),  # who is assigned, if anybody is
    moment("filed_at"),
    moment("since", optional=True),
    moment("due_at", optional=True),
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
    to("unit", optional=True),  # to which one it was dispatched
    moment("at"),
    sa.Index("ix_observation_event", "observation_id"),
)

observation_file = sa.Table(
    "observation_file",
    metadata,
    id_col(),
    to("observation"),
    word("kind"),  # photo | voice | document
    word("side"),  # observer | unit: whose it is
    word("file_id"),
    word("unique_id"),
    sa.Index("ix_observation_file", "observation_id"),
)

observation_join = sa.Table(
    "observation_join",
    metadata,
    id_col(),
    to("observation"),
    to("person"),
    moment("at"),
    sa.UniqueConstraint("observation_id", "person_id"),
)

observation_hiding = sa.Table(
    "observation_hiding",
    metadata,
    id_col(),
    to("observation"),
    word("what"),  # said | place | event:<id> | file:<id>
    word("deed"),  # hide | show
    word("reason"),
    to("person", name="by"),
    moment("at"),
    sa.Index("ix_observation_hiding", "observation_id"),
)

observation_category = sa.Table(
    "observation_category",
    metadata,
    id_col(),
    sa.Column("code", sa.String, nullable=False, unique=True),
    word("name"),
    word("name_en"),
    word("questions"),
    word("questions_en"),
    sa.Column("verify_days", sa.Integer, nullable=False),
    sa.Column("answer_days", sa.Integer, nullable=False),
    sa.Column("revisit_weeks", sa.Integer, nullable=False),
    word("verifier"),  # any | turn
)

answer_template = sa.Table(
    "answer_template",
    metadata,
    id_col(),
    word("deed"),  # what it is an answer in: a deed of the course
    word("name"),
    word("text"),
    sa.UniqueConstraint("deed", "name"),
)

shortlist = sa.Table(
    "shortlist",
    metadata,
    id_col(),
    to("person"),
    to("observation"),
    sa.UniqueConstraint("person_id", "observation_id"),
)

observing_limit = sa.Table(
    "observing_limit",
    metadata,
    id_col(),
    sa.Column("daily_most", sa.Integer, nullable=False),
    to("person", name="by"),
    moment("at"),
)

observer_ban = sa.Table(
    "observer_ban",
    metadata,
    id_col(),
    to("person"),
    word("deed"),  # ban | lift
    word("reason"),
    moment("until", optional=True),
    to("person", name="by"),
    moment("at"),
    sa.Index("ix_observer_ban", "person_id"),
)
