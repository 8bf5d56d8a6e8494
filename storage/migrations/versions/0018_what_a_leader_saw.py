"""What a leader saw when he gave an instruction."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    op.create_table(
        "sight",
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("as_of", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("matter_id", name=op.f("pk_sight")),
        sa.ForeignKeyConstraint(
            ["matter_id"], ["matter.id"], name=op.f("fk_sight_matter_id_matter")
        ),
    )
    if op.get_context().dialect.name != "sqlite":
        return
    for deed in DEEDS:
        op.execute(
            f"CREATE TRIGGER sight_no_{deed.lower()} BEFORE {deed} ON sight "
            "BEGIN SELECT RAISE(ABORT, 'sight: rows are added, never changed'); END"
        )


def downgrade() -> None:
    op.drop_table("sight")
