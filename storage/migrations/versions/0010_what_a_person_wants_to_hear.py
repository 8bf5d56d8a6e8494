"""What a person wants to hear, and when: their digest, and pushes that are only kept to be read."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "preference",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("digest_at", sa.String(), nullable=False),
        sa.Column("muted", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_preference_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_preference")),
    )
    op.create_table(
        "nudge_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outbox_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("arg", sa.String(), nullable=False),
        sa.Column("cleared_at", storage.schema.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["outbox_id"], ["outbox.id"], name=op.f("fk_nudge_item_outbox_id_outbox")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_nudge_item_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudge_item")),
    )
    op.create_index("ix_nudge_item_outbox", "nudge_item", ["outbox_id"])
    op.create_index("ix_nudge_item_open", "nudge_item", ["cleared_at"])


def downgrade() -> None:
    op.drop_table("nudge_item")
    op.drop_table("preference")
