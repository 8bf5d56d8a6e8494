"""Restatements: a figure of a frozen month changes with the office's approval, step by step."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    _create_restatement()
    op.create_table(
        "restatement_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("restatement_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restatement_event")),
        _to("restatement_event", "restatement_id", "restatement"),
        _to("restatement_event", "by", "person"),
    )
    op.create_index("ix_restatement_event", "restatement_event", ["restatement_id"])
    op.add_column("outbox", sa.Column("replies_to_id", sa.BigInteger(), nullable=True))
    if op.get_context().dialect.name != "sqlite":
        return
    for deed in DEEDS:
        op.execute(
            f"CREATE TRIGGER restatement_event_no_{deed.lower()} BEFORE {deed} "
            "ON restatement_event BEGIN SELECT RAISE(ABORT, "
            "'restatement_event: rows are added, never changed'); END"
        )


def downgrade() -> None:
    op.drop_table("restatement_event")
    op.drop_table("restatement")
    op.drop_column("outbox", "replies_to_id")


def _create_restatement() -> None:
    op.create_table(
        "restatement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("proposed_by", sa.Integer(), nullable=True),
        sa.Column("filing_id", sa.Integer(), nullable=True),
        sa.Column("endorsed_by", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restatement")),
        _to("restatement", "indicator_id", "indicator"),
        _to("restatement", "unit_id", "unit"),
        _to("restatement", "dispute_id", "dispute"),
        _to("restatement", "proposed_by", "person"),
        _to("restatement", "filing_id", "filing"),
        _to("restatement", "endorsed_by", "person"),
    )
    op.create_index("ix_restatement_cell", "restatement", ["indicator_id", "period", "unit_id"])
    op.create_index("ix_restatement_state", "restatement", ["state"])


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )
