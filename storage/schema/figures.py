"""Tables of figures: what was filed, reviewed, asked, vouched for, proved, frozen and confirmed."""

import sqlalchemy as sa

from storage.schema.columns import Digits, id_col, metadata, moment, to, word

filing = sa.Table(
    "filing",
    metadata,
    id_col(),
    to("indicator"),
    word("period"),
    to("person", name="filed_by", optional=True),
    to("person", name="on_behalf_of", optional=True),
    word("way"),  # list | pasted | steps | workbook | imported
    moment("sent_at"),  # Telegram's own time of the message
    moment("filed_at"),
    word("state"),  # filed endorsed released returned replaced: a digest of its reviews
    sa.Index("ix_filing_indicator", "indicator_id", "period"),
    sa.Index("ix_filing_state", "state"),
)

reading = sa.Table(
    "reading",
    metadata,
    id_col(),
    to("filing"),
    to("indicator"),
    to("unit"),
    word("period"),
    word("answer"),  # value | no_data | not_applicable
    sa.Column("value", Digits, nullable=True),
    sa.Column("base", Digits, nullable=True),
    sa.Column("growth", Digits, nullable=True),
    sa.Column("oddities", sa.JSON, nullable=False),
    word("reason", optional=True),
    moment("filed_at"),
    sa.Index("ix_reading_cell", "indicator_id", "period", "unit_id"),
    sa.Index("ix_reading_filing", "filing_id"),
    sa.Index("ix_reading_period", "period"),
)

review = sa.Table(
    "review",
    metadata,
    id_col(),
    to("filing"),
    word("outcome"),  # released | returned
    to("person", name="by", optional=True),
    word("reason", optional=True),
    moment("at"),
    sa.Index("ix_review_filing", "filing_id"),
)

on_behalf = sa.Table(
    "on_behalf",  # the office filed a column that its monitoring unit had not (代报)
    metadata,
    sa.Column("filing_id", sa.Integer, sa.ForeignKey("filing.id"), primary_key=True),
    to("unit"),
    to("person", name="by"),
    word("why"),
    moment("at"),
)

objection = sa.Table(
    "objection",  # what the monitoring unit says against a column filed on its behalf
    metadata,
    id_col(),
    to("filing"),
    to("person", name="by"),
    word("said"),
    moment("at"),
    sa.Index("ix_objection_filing", "filing_id"),
)

question = sa.Table(
    "question",
    metadata,
    id_col(),
    sa.Column("key", sa.String, nullable=False, unique=True),  # the same question is asked once
    to("indicator"),
    word("period"),
    to("unit", optional=True),  # none: asked of the column as a whole
    word("rule"),
    word("about"),  # the figures it was asked about, digit for digit
    sa.Column("given", sa.JSON, nullable=False),  # the numbers it rested on
    to("person", name="asked_of", optional=True),
    moment("asked_at"),
    sa.Index("ix_question_cell", "indicator_id", "period", "unit_id"),
    sa.Index("ix_question_rule", "rule"),
)

vouched_figure = sa.Table(
    "vouched_figure",
    metadata,
    id_col(),
    to("question"),
    to("filing"),
    word("reason", optional=True),
    moment("at"),
    sa.UniqueConstraint("question_id", "filing_id"),
    sa.Index("ix_vouched_figure_filing", "filing_id"),
)

check_setting = sa.Table(
    "check_setting",
    metadata,
    id_col(),
    word("rule"),
    to("indicator", optional=True),  # none: for every indicator
    word("state"),  # on | off | general: as it is for all
    sa.Column("threshold", Digits, nullable=True),  # none: the usual one
    word("reason"),
    to("person", name="by"),
    moment("at"),
)

evidence = sa.Table(
    "evidence",
    metadata,
    id_col(),
    to("filing"),
    to("indicator"),
    word("period"),
    to("unit", optional=True),  # none: for the column as a whole
    word("kind"),  # photo | document | link
    word("file_id", optional=True),
    word("unique_id"),  # Telegram's own, or the address of a link
    word("name"),
    to("person", name="by"),
    moment("at"),
    sa.Index("ix_evidence_column", "indicator_id", "period"),
    sa.Index("ix_evidence_filing", "filing_id"),
)

evidence_copy = sa.Table(
    "evidence_copy",
    metadata,
    sa.Column("evidence_id", sa.Integer, sa.ForeignKey("evidence.id"), primary_key=True),
    word("state"),  # wanted | kept | lost
    word("sha256", optional=True),
    sa.Column("size_bytes", sa.BigInteger, nullable=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    moment("not_before"),
    moment("settled_at", optional=True),
    word("error", optional=True),
    sa.Index("ix_evidence_copy_state", "state", "not_before"),
)

evidence_withdrawal = sa.Table(
    "evidence_withdrawal",  # its sender took it back before the figures were released
    metadata,
    sa.Column("evidence_id", sa.Integer, sa.ForeignKey("evidence.id"), primary_key=True),
    to("person", name="by"),
    moment("at"),
)

freeze = sa.Table(
    "freeze",
    metadata,
    id_col(),
    to("scheme"),
    word("period"),
    word("act"),  # frozen | reopened | released
    to("indicator", optional=True),
    moment("until_at", optional=True),
    word("reason", optional=True),
    to("person", name="by", optional=True),
    moment("at"),
    sa.Index("ix_freeze_period", "scheme_id", "period"),
)

snapshot = sa.Table(
    "snapshot",
    metadata,
    id_col(),
    to("scheme"),
    word("period"),
    moment("made_at"),
    word("digest"),
    sa.Column("reading_ids", sa.JSON, nullable=False),
    sa.Column("places", sa.JSON, nullable=False),
    sa.Index("ix_snapshot_period", "scheme_id", "period"),
)
