"""A step of a ledger entry may name a document: under which it is proposed to be revoked."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("ledger_event", sa.Column("document", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("ledger_event", "document")
