"""Special inspections: themes, units, inspectors, and what was found."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inspection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=False),
        sa.Column("opened_at", storage.schema.Moment(), nullable=False),
        sa.Column("until_at", storage.schema.Moment(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reported_at", storage.schema.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
        _to("inspection", "opened_by", "person"),
    )
    op.create_table(
        "inspection_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_unit")),
        sa.UniqueConstraint(
            "inspection_id", "unit_id", name=op.f("uq_inspection_unit_inspection_id_unit_id")
        ),
        _to("inspection_unit", "inspection_id", "inspection"),
        _to("inspection_unit", "unit_id", "unit"),
    )
    op.create_table(
        "inspector",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspector")),
        _to("inspector", "inspection_id", "inspection"),
        _to("inspector", "person_id", "person"),
    )
    op.create_index("ix_inspector_inspection", "inspector", ["inspection_id"])
    op.create_table(
        "finding",
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("matter_id", name=op.f("pk_finding")),
        _to("finding", "matter_id", "matter"),
        _to("finding", "inspection_id", "inspection"),
    )
    op.create_index("ix_finding_inspection", "finding", ["inspection_id"])


def downgrade() -> None:
    op.drop_table("finding")
    op.drop_table("inspector")
    op.drop_table("inspection_unit")
    op.drop_table("inspection")


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )
