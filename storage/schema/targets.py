"""Tables of how targets and seasonal plans are talked over and changed."""

import sqlalchemy as sa

from storage.schema.columns import Digits, id_col, metadata, moment, to, word

proposal = sa.Table(
    "proposal",
    metadata,
    id_col(),
    to("indicator"),
    to("unit"),
    word("side"),  # office | monitor: who proposed it
    to("person", name="opened_by"),
    moment("opened_at"),
    sa.Index("ix_proposal_cell", "unit_id", "indicator_id"),
)

proposal_event = sa.Table(
    "proposal_event",
    metadata,
    id_col(),
    to("proposal"),
    word("kind"),  # proposed countered agreed decided withdrawn
    sa.Column("base", Digits, nullable=True),
    sa.Column("goal", Digits, nullable=True),
    word("reason", optional=True),
    to("person", name="by"),
    moment("at"),
    moment("answer_until", optional=True),
    to("target", optional=True),
    sa.Index("ix_proposal_event", "proposal_id"),
)

retarget = sa.Table(
    "retarget",
    metadata,
    id_col(),
    to("indicator"),
    word("reason_kind"),  # policy force_majeure basis division
    word("document"),
    sa.Column("of_committee", sa.Boolean, nullable=False),
    word("effective_from"),
    to("person", name="proposed_by"),
    moment("proposed_at"),
    sa.Index("ix_retarget_indicator", "indicator_id"),
)

retarget_line = sa.Table(
    "retarget_line",
    metadata,
    id_col(),
    to("retarget"),
    to("unit"),
    sa.Column("base", Digits, nullable=True),
    sa.Column("old", Digits, nullable=True),
    sa.Column("new", Digits, nullable=False),
    sa.Index("ix_retarget_line", "retarget_id"),
)

retarget_event = sa.Table(
    "retarget_event",
    metadata,
    id_col(),
    to("retarget"),
    word("kind"),  # approved declined withdrawn
    to("person", name="by"),
    word("said", optional=True),
    moment("at"),
    sa.UniqueConstraint("retarget_id", "by"),
)

season_proposal = sa.Table(
    "season_proposal",
    metadata,
    id_col(),
    to("indicator"),
    sa.Column("shares", sa.JSON, nullable=False),  # twelve cumulative shares in percent
    sa.Column("years", sa.JSON, nullable=False),  # the years they were computed from
    to("person", name="proposed_by"),
    moment("proposed_at"),
    sa.Index("ix_season_proposal", "indicator_id"),
)

season_event = sa.Table(
    "season_event",
    metadata,
    id_col(),
    to("season_proposal"),
    word("kind"),  # commented confirmed dropped
    word("effective_from", optional=True),
    word("said", optional=True),
    to("person", name="by"),
    moment("at"),
    sa.Index("ix_season_event", "season_proposal_id"),
)
