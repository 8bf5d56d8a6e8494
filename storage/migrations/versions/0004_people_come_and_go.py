"""People come and go.

Handovers that wait for a successor, every change of staff, and what the office files for a unit
that did not. Changes of staff, such filings and objections are added only, as readings are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ADDED_ONLY = ("staff_change", "on_behalf", "objection")
DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    op.create_table(
        "takeover",
        sa.Column("invitation_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        _to("takeover", "invitation_id", "invitation"),
        _to("takeover", "person_id", "person"),
        sa.PrimaryKeyConstraint("invitation_id", name=op.f("pk_takeover")),
    )
    _staff_change()
    _on_behalf()
    if op.get_context().dialect.name == "sqlite":
        for table in ADDED_ONLY:
            for deed in DEEDS:
                op.execute(
                    f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
                )


def downgrade() -> None:
    for table in ("objection", "on_behalf", "staff_change", "takeover"):
        op.drop_table(table)  # its triggers go with it


def _staff_change() -> None:
    op.create_table(
        "staff_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        _to("staff_change", "person_id", "person"),
        _to("staff_change", "successor_id", "person"),
        _to("staff_change", "unit_id", "unit"),
        _to("staff_change", "by", "person"),
        _to("staff_change", "undoes_id", "staff_change"),
        sa.UniqueConstraint("undoes_id", name=op.f("uq_staff_change_undoes_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_change")),
    )
    op.create_index("ix_staff_change_account", "staff_change", ["user_id"])
    op.create_index("ix_staff_change_successor", "staff_change", ["successor_id"])


def _on_behalf() -> None:
    op.create_table(
        "on_behalf",
        sa.Column("filing_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        _to("on_behalf", "filing_id", "filing"),
        _to("on_behalf", "unit_id", "unit"),
        _to("on_behalf", "by", "person"),
        sa.PrimaryKeyConstraint("filing_id", name=op.f("pk_on_behalf")),
    )
    op.create_table(
        "objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("filing_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        _to("objection", "filing_id", "filing"),
        _to("objection", "by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection")),
    )
    op.create_index("ix_objection_filing", "objection", ["filing_id"])


def _to(table: str, column: str, there: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{there}.id"], name=op.f(f"fk_{table}_{column}_{there}")
    )
