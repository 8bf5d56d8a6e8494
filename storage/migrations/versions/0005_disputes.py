"""Disputes: a unit confirms or disputes a figure, and all that is said of it since."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ADDED_ONLY = ("confirmation", "dispute_event", "dispute_file")
DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    op.create_table(
        "confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation")),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["reading.id"], name=op.f("fk_confirmation_reading_id_reading")
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_confirmation_by_person")),
        sa.UniqueConstraint("reading_id", name=op.f("uq_confirmation_reading_id")),
    )
    _create_dispute()
    op.create_table(
        "dispute_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("filing_id", sa.Integer(), nullable=True),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_event")),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_event_dispute_id_dispute")
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_dispute_event_by_person")),
        sa.ForeignKeyConstraint(
            ["filing_id"], ["filing.id"], name=op.f("fk_dispute_event_filing_id_filing")
        ),
    )
    op.create_index("ix_dispute_event", "dispute_event", ["dispute_id"])
    op.create_index("ix_dispute_event_filing", "dispute_event", ["filing_id"])
    op.create_table(
        "dispute_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("unique_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_file")),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_file_dispute_id_dispute")
        ),
    )
    op.create_index("ix_dispute_file", "dispute_file", ["dispute_id"])
    _protect()


def downgrade() -> None:
    for table in ("dispute_file", "dispute_event", "dispute", "confirmation"):
        op.drop_table(table)


def _create_dispute() -> None:
    op.create_table(
        "dispute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("raised_by", sa.Integer(), nullable=False),
        sa.Column("raised_at", storage.schema.Moment(), nullable=False),
        sa.Column("wanted", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", storage.schema.Moment(), nullable=False),
        sa.Column("due_at", storage.schema.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute")),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_dispute_indicator_id_indicator")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_dispute_unit_id_unit")),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["reading.id"], name=op.f("fk_dispute_reading_id_reading")
        ),
        sa.ForeignKeyConstraint(
            ["raised_by"], ["person.id"], name=op.f("fk_dispute_raised_by_person")
        ),
        sa.UniqueConstraint("reading_id", name=op.f("uq_dispute_reading_id")),
    )
    op.create_index("ix_dispute_cell", "dispute", ["indicator_id", "period", "unit_id"])
    op.create_index("ix_dispute_state", "dispute", ["state"])
    op.create_index("ix_dispute_unit", "dispute", ["unit_id"])


def _protect() -> None:
    if op.get_context().dialect.name != "sqlite":
        return
    for table in ADDED_ONLY:
        for deed in DEEDS:
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
            )
