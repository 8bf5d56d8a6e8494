"""What is added is never changed.

Readings, reviews, acts on months, events and the journal are added only; SQLite itself refuses
to change or take out one of their rows.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("reading", "review", "freeze", "observation_event", "journal")
DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    if op.get_context().dialect.name != "sqlite":
        return
    for table in TABLES:
        for deed in DEEDS:
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
            )


def downgrade() -> None:
    if op.get_context().dialect.name != "sqlite":
        return
    for table in TABLES:
        for deed in DEEDS:
            op.execute(f"DROP TRIGGER {table}_no_{deed.lower()}")
