"""Deadlines that move.

Requests for more time with what was answered, our own outages, and the deadlines they moved. All
four are added only, as SQLite itself sees to.
"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = ("extension", "extension_event", "outage", "deadline_move")
DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    op.create_table(
        "extension",
        sa.Column("id", sa.Integer(), nullable=False),
        _to("indicator"),
        sa.Column("period", sa.String(), nullable=False),
        _to("person", "asked_by"),
        _moment("due_at"),
        _moment("asked_at"),
        sa.Column("reason", sa.String(), nullable=False),
        *_foreign("extension", indicator_id="indicator", asked_by="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extension")),
    )
    op.create_index("ix_extension_cell", "extension", ["indicator_id", "period"])
    op.create_table(
        "extension_event",
        sa.Column("id", sa.Integer(), nullable=False),
        _to("extension"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        _to("person", "by", optional=True),
        _moment("until_at", optional=True),
        sa.Column("reason", sa.String(), nullable=True),
        _moment("at"),
        *_foreign("extension_event", extension_id="extension", by="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extension_event")),
        sa.UniqueConstraint(
            "extension_id", "number", name=op.f("uq_extension_event_extension_id_number")
        ),
    )
    _add_moves()
    _protect()


def _add_moves() -> None:
    op.create_table(
        "outage",
        sa.Column("id", sa.Integer(), nullable=False),
        _moment("from_at"),
        _moment("until_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outage")),
    )
    op.create_table(
        "deadline_move",
        sa.Column("id", sa.Integer(), nullable=False),
        _to("indicator", optional=True),
        sa.Column("period", sa.String(), nullable=False),
        _moment("due_at"),
        sa.Column("cause", sa.String(), nullable=False),
        _to("extension", optional=True),
        _to("outage", optional=True),
        _moment("at"),
        *_foreign(
            "deadline_move",
            indicator_id="indicator",
            extension_id="extension",
            outage_id="outage",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_move")),
    )
    op.create_index("ix_deadline_move_period", "deadline_move", ["period"])
    op.create_index("ix_deadline_move_due", "deadline_move", ["due_at"])


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _protect() -> None:
    if op.get_context().dialect.name != "sqlite":
        return
    for table in TABLES:
        for deed in DEEDS:
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
            )


def _to(table: str, name: str | None = None, *, optional: bool = False) -> sa.Column[int]:
    return sa.Column(name or f"{table}_id", sa.Integer(), nullable=optional)


def _moment(name: str, *, optional: bool = False) -> sa.Column[object]:
    return sa.Column(name, storage.schema.Moment(), nullable=optional)


def _foreign(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint(
            [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
        )
        for column, other in columns.items()
    ]
