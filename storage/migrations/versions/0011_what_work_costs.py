"""What work costs people: one row for every message and tap, and what it was for."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "act",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("errand", sa.String(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=True),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_act_draft_id_draft")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_act_person_id_person")),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_act")),
    )
    op.create_index("ix_act_at", "act", ["at"])
    op.create_index("ix_act_draft", "act", ["draft_id"])


def downgrade() -> None:
    op.drop_table("act")
