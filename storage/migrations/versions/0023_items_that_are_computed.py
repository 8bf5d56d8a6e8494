"""An item of the ledger may say how its cases follow from what is on file."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("ledger_item", sa.Column("rule", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("ledger_item", "rule")
