"""Evidence is taken back before the release: a row that says so, and nothing is deleted."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    op.create_table(
        "evidence_withdrawal",
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by"], ["person.id"], name=op.f("fk_evidence_withdrawal_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
            name=op.f("fk_evidence_withdrawal_evidence_id_evidence"),
        ),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_evidence_withdrawal")),
    )
    _guard("evidence_withdrawal")


def downgrade() -> None:
    op.drop_table("evidence_withdrawal")


def _guard(table: str) -> None:
    if op.get_context().dialect.name != "sqlite":
        return
    for deed in DEEDS:
        op.execute(
            f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
        )
