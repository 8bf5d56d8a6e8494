"""A unit inspects; findings have levels and numbers of cases; what was decided is kept."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    op.create_table(
        "inspecting_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspecting_unit")),
        sa.UniqueConstraint(
            "inspection_id", "unit_id", name=op.f("uq_inspecting_unit_inspection_id_unit_id")
        ),
        _to("inspecting_unit", "inspection_id", "inspection"),
        _to("inspecting_unit", "unit_id", "unit"),
    )
    op.create_table(
        "finding_decision",
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(), nullable=True),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("matter_id", name=op.f("pk_finding_decision")),
        _to("finding_decision", "matter_id", "matter"),
        _to("finding_decision", "by", "person"),
    )
    op.add_column("finding", sa.Column("level", sa.String(), nullable=True))
    op.add_column("finding", sa.Column("cases", sa.Integer(), nullable=True))
    if op.get_context().dialect.name != "sqlite":
        return
    for deed in DEEDS:
        op.execute(
            f"CREATE TRIGGER finding_decision_no_{deed.lower()} BEFORE {deed} ON finding_decision "
            "BEGIN SELECT RAISE(ABORT, 'finding_decision: rows are added, never changed'); END"
        )


def downgrade() -> None:
    op.drop_column("finding", "cases")
    op.drop_column("finding", "level")
    op.drop_table("finding_decision")
    op.drop_table("inspecting_unit")


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )
