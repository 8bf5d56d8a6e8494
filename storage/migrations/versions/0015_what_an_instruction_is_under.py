"""A matter remembers what it was opened under: a leader's instruction stands under a card."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("matter", sa.Column("about", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("matter", "about")
