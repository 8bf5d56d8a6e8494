"""Tables of special inspections: what is inspected, by whom, at which units, and each finding."""

import sqlalchemy as sa

from storage.schema.columns import id_col, metadata, moment, to, word

inspection = sa.Table(
    "inspection",
    metadata,
    id_col(),
    word("theme"),
    to("person", name="opened_by"),
    moment("opened_at"),
    moment("until_at"),
    word("state"),  # open | reported
    moment("reported_at", optional=True),
)

inspection_unit = sa.Table(
    "inspection_unit",
    metadata,
    id_col(),
    to("inspection"),
    to("unit"),
    sa.UniqueConstraint("inspection_id", "unit_id"),
)

inspector = sa.Table(
    "inspector",
    metadata,
    id_col(),
    to("inspection"),
    to("person"),
    sa.Index("ix_inspector_inspection", "inspection_id"),
)

inspecting_unit = sa.Table(
    "inspecting_unit",
    metadata,
    id_col(),
    to("inspection"),
    to("unit"),
    sa.UniqueConstraint("inspection_id", "unit_id"),
)

finding = sa.Table(
    "finding",
    metadata,
    sa.Column("matter_id", sa.Integer, sa.ForeignKey("matter.id"), primary_key=True),
    to("inspection"),
    word("category"),
    word("severity"),
    word("item", optional=True),  # the code of the ledger item the inspector proposes
    word("level", optional=True),  # of the item; "" are its full points
    sa.Column("cases", sa.Integer, nullable=True),
    sa.Index("ix_finding_inspection", "inspection_id"),
)

finding_decision = sa.Table(
    "finding_decision",
    metadata,
    sa.Column("matter_id", sa.Integer, sa.ForeignKey("matter.id"), primary_key=True),
    word("item", optional=True),  # none: confirmed without a deduction
    word("level"),
    sa.Column("cases", sa.Integer, nullable=False),
    to("person", name="by"),
    moment("at"),
)
