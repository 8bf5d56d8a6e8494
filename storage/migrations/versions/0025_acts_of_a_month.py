"""An act is about a month, where it is about one: not always the one before it was done."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("act") as batch:
        batch.add_column(sa.Column("period", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("act") as batch:
        batch.drop_column("period")
