"""More time for a matter: requests, their answers, and how often it may be."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

TABLES = ("respite", "respite_answer", "respite_limit")
DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    op.create_table(
        "respite",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", storage.schema.Moment(), nullable=False),
        sa.Column("old_at", storage.schema.Moment(), nullable=False),
        sa.Column("wanted_at", storage.schema.Moment(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_respite")),
        _to("respite", "matter_id", "matter"),
        _to("respite", "asked_by", "person"),
    )
    op.create_index("ix_respite_matter", "respite", ["matter_id"])
    op.create_table(
        "respite_answer",
        sa.Column("respite_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("until_at", storage.schema.Moment(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("respite_id", name=op.f("pk_respite_answer")),
        _to("respite_answer", "respite_id", "respite"),
        _to("respite_answer", "by", "person"),
    )
    op.create_table(
        "respite_limit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course", sa.String(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_respite_limit")),
        _to("respite_limit", "by", "person"),
    )
    if op.get_context().dialect.name != "sqlite":
        return
    for table in TABLES:
        for deed in DEEDS:
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
            )


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )
