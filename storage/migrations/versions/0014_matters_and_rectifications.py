"""What a unit is led through step by step, and the rectifications among it."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

RECORDS = ("matter_event", "matter_file")
DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    _create_matter()
    _create_records()
    op.create_table(
        "rectification",
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=True),
        sa.Column("repeats_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("matter_id", name=op.f("pk_rectification")),
        _to("rectification", "matter_id", "matter"),
        _to("rectification", "indicator_id", "indicator"),
        _to("rectification", "repeats_id", "matter"),
    )
    if op.get_context().dialect.name != "sqlite":
        return
    for table in RECORDS:
        for deed in DEEDS:
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
            )


def downgrade() -> None:
    op.drop_table("rectification")
    op.drop_table("matter_file")
    op.drop_table("matter_event")
    op.drop_table("matter")


def _create_matter() -> None:
    op.create_table(
        "matter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("opened_by", sa.Integer(), nullable=False),
        sa.Column("opened_at", storage.schema.Moment(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("finish_by", storage.schema.Moment(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", storage.schema.Moment(), nullable=False),
        sa.Column("due_at", storage.schema.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter")),
        sa.UniqueConstraint("source", name=op.f("uq_matter_source")),
        _to("matter", "unit_id", "unit"),
        _to("matter", "opened_by", "person"),
        _to("matter", "person_id", "person"),
    )
    op.create_index("ix_matter_state", "matter", ["course", "state"])
    op.create_index("ix_matter_unit", "matter", ["unit_id"])


def _create_records() -> None:
    op.create_table(
        "matter_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_event")),
        _to("matter_event", "matter_id", "matter"),
        _to("matter_event", "by", "person"),
    )
    op.create_index("ix_matter_event", "matter_event", ["matter_id"])
    op.create_table(
        "matter_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("unique_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_file")),
        _to("matter_file", "matter_id", "matter"),
    )
    op.create_index("ix_matter_file", "matter_file", ["matter_id"])


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )
