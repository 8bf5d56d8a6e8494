"""The quarterly feedback report: what was released, the office's remarks, the smallest sample."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

ADDED_ONLY = ("feedback_report", "feedback_remark", "feedback_least")
DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    op.create_table(
        "feedback_report",
        sa.Column("id", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("quarter", "book", "told", "digest", "remark")
        ),
        *_by_at("feedback_report"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_report")),
        sa.UniqueConstraint("quarter", name=op.f("uq_feedback_report_quarter")),
    )
    op.create_table(
        "feedback_remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        *_by_at("feedback_remark"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_remark")),
    )
    op.create_index("ix_feedback_remark", "feedback_remark", ["quarter"])
    op.create_table(
        "feedback_least",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("least", sa.Integer(), nullable=False),
        *_by_at("feedback_least"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_least")),
    )
    if op.get_context().dialect.name != "sqlite":
        return
    for table in ADDED_ONLY:
        for deed in DEEDS:
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
            )


def downgrade() -> None:
    for table in reversed(ADDED_ONLY):
        op.drop_table(table)


def _by_at(table: str) -> list[sa.Column[object] | sa.ForeignKeyConstraint]:
    return [
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f(f"fk_{table}_by_person")),
    ]
