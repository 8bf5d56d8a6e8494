"""Tables of the ledger: items, entries with every step of theirs, files, derived rules."""

import sqlalchemy as sa

from storage.schema.columns import Digits, id_col, metadata, moment, to, word

ledger_item = sa.Table(
    "ledger_item",
    metadata,
    id_col(),
    sa.Column("year", sa.Integer, nullable=False),
    word("code"),
    word("name"),
    word("kind"),  # bonus | deduction | veto
    word("scope"),  # town | agency | both
    sa.Column("points", Digits, nullable=False),  # of one case; never negative
    word("per"),
    sa.Column("cap", Digits, nullable=True),
    sa.Column("agency_points", Digits, nullable=True),  # where an agency's differ from a town's
    sa.Column("agency_cap", Digits, nullable=True),
    word("evidence"),
    to("unit", name="verifying_unit_id"),
    sa.Column("second_class_half", sa.Boolean, nullable=False),
    sa.Column("levels", sa.JSON, nullable=False),  # [[name, points of one case], …]
    word("note"),
    word("rule", default=""),  # how its cases are computed, "" where only people can say
    sa.UniqueConstraint("year", "code"),
)

ledger_entry = sa.Table(
    "ledger_entry",
    metadata,
    id_col(),
    to("ledger_item"),
    to("unit"),
    word("origin"),  # claim | proposal | reversal
    to("person", name="by", optional=True),  # None: the rules themselves
    sa.Column("cases", Digits, nullable=False),
    word("level"),  # "" is the full points
    word("fact"),
    word("document"),
    word("fact_key"),
    sa.Column("valid_until", sa.Date, nullable=True),
    word("source_kind", optional=True),
    sa.Column("source_id", sa.Integer, nullable=True),
    to("ledger_entry", name="reverses_id", optional=True),
    moment("at"),
    sa.UniqueConstraint("source_kind", "source_id"),
    sa.UniqueConstraint("reverses_id"),
    sa.Index("ix_ledger_entry_unit", "unit_id", "fact_key"),
    sa.Index("ix_ledger_entry_item", "ledger_item_id"),
)

ledger_event = sa.Table(
    "ledger_event",
    metadata,
    id_col(),
    to("ledger_entry"),
    sa.Column("number", sa.Integer, nullable=False),  # 1, 2, 3, …: two cannot be the same step
    word("kind"),
    word("state"),  # scoring.ledger_course.State: how the entry stands from here on
    to("person", name="by", optional=True),
    to("unit", optional=True),  # whom the person spoke for
    word("said", optional=True),
    word("document", optional=True),  # under which it is to be revoked
    moment("due_at", optional=True),
    moment("at"),
    sa.UniqueConstraint("ledger_entry_id", "number"),
)

ledger_file = sa.Table(
    "ledger_file",
    metadata,
    id_col(),
    to("ledger_entry"),
    to("ledger_event", optional=True),
    word("kind"),  # photo | voice | document
    word("file_id"),
    word("unique_id"),
    sa.UniqueConstraint("ledger_entry_id", "unique_id"),
)

observation_rule = sa.Table(
    "observation_rule",
    metadata,
    id_col(),
    sa.Column("year", sa.Integer, nullable=False),
    word("track"),  # town | agency
    word("category"),  # an observation's category, or "all"
    word("counts"),  # verified | unfixed
    sa.Column("points", Digits, nullable=False),
    sa.Column("cap", Digits, nullable=True),
    to("ledger_item"),
    sa.Column("since", sa.Date, nullable=False),  # verified before this day: not by this rule
    sa.UniqueConstraint("year", "track", "category", "since"),
)
