"""Targets are agreed between two sides, adjusted by two more, and planned from last years."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

RECORDS = (
    "proposal",
    "proposal_event",
    "retarget",
    "retarget_line",
    "retarget_event",
    "season_proposal",
    "season_event",
)
DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    op.add_column("target", sa.Column("effective_from", sa.String(), nullable=True))
    _proposals()
    _retargets()
    _seasons()
    if op.get_context().dialect.name == "sqlite":
        _protect()


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TRIGGER target_no_update")
        op.execute("DROP TRIGGER target_no_delete")
    for table in reversed(RECORDS):
        op.drop_table(table)
    with op.batch_alter_table("target") as batch_op:
        batch_op.drop_column("effective_from")


def _protect() -> None:
    for table in RECORDS:
        for deed in DEEDS:
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
            )
    op.execute(
        "CREATE TRIGGER target_no_update BEFORE UPDATE ON target "
        "BEGIN SELECT RAISE(ABORT, 'target: rows are added, never changed'); END"
    )
    # A draft scheme's targets may be imported anew; an adjustment stays whatever happens.
    op.execute(
        "CREATE TRIGGER target_no_delete BEFORE DELETE ON target WHEN OLD.document IS NOT NULL "
        "BEGIN SELECT RAISE(ABORT, 'target: an adjustment is never taken out'); END"
    )


def _proposals() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        _to("proposal", "indicator_id", "indicator"),
        _to("proposal", "unit_id", "unit"),
        sa.Column("side", sa.String(), nullable=False),
        _to("proposal", "opened_by", "person"),
        sa.Column("opened_at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    op.create_index("ix_proposal_cell", "proposal", ["unit_id", "indicator_id"])
    op.create_table(
        "proposal_event",
        sa.Column("id", sa.Integer(), nullable=False),
        _to("proposal_event", "proposal_id", "proposal"),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("base", storage.schema.Digits(length=48), nullable=True),
        sa.Column("goal", storage.schema.Digits(length=48), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        _to("proposal_event", "by", "person"),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.Column("answer_until", storage.schema.Moment(), nullable=True),
        _to("proposal_event", "target_id", "target", optional=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_event")),
    )
    op.create_index("ix_proposal_event", "proposal_event", ["proposal_id"])


def _retargets() -> None:
    op.create_table(
        "retarget",
        sa.Column("id", sa.Integer(), nullable=False),
        _to("retarget", "indicator_id", "indicator"),
        sa.Column("reason_kind", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("of_committee", sa.Boolean(), nullable=False),
        sa.Column("effective_from", sa.String(), nullable=False),
        _to("retarget", "proposed_by", "person"),
        sa.Column("proposed_at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retarget")),
    )
    op.create_index("ix_retarget_indicator", "retarget", ["indicator_id"])
    op.create_table(
        "retarget_line",
        sa.Column("id", sa.Integer(), nullable=False),
        _to("retarget_line", "retarget_id", "retarget"),
        _to("retarget_line", "unit_id", "unit"),
        sa.Column("base", storage.schema.Digits(length=48), nullable=True),
        sa.Column("old", storage.schema.Digits(length=48), nullable=True),
        sa.Column("new", storage.schema.Digits(length=48), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retarget_line")),
    )
    op.create_index("ix_retarget_line", "retarget_line", ["retarget_id"])
    op.create_table(
        "retarget_event",
        sa.Column("id", sa.Integer(), nullable=False),
        _to("retarget_event", "retarget_id", "retarget"),
        sa.Column("kind", sa.String(), nullable=False),
        _to("retarget_event", "by", "person"),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retarget_event")),
        sa.UniqueConstraint("retarget_id", "by", name=op.f("uq_retarget_event_retarget_id_by")),
    )


def _seasons() -> None:
    op.create_table(
        "season_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        _to("season_proposal", "indicator_id", "indicator"),
        sa.Column("shares", sa.JSON(), nullable=False),
        sa.Column("years", sa.JSON(), nullable=False),
        _to("season_proposal", "proposed_by", "person"),
        sa.Column("proposed_at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_season_proposal")),
    )
    op.create_index("ix_season_proposal", "season_proposal", ["indicator_id"])
    op.create_table(
        "season_event",
        sa.Column("id", sa.Integer(), nullable=False),
        _to("season_event", "season_proposal_id", "season_proposal"),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("effective_from", sa.String(), nullable=True),
        sa.Column("said", sa.String(), nullable=True),
        _to("season_event", "by", "person"),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_season_event")),
    )
    op.create_index("ix_season_event", "season_event", ["season_proposal_id"])


def _to(table: str, column: str, other: str, *, optional: bool = False) -> sa.Column[int]:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.Column(
        column, sa.Integer(), sa.ForeignKey(f"{other}.id", name=name), nullable=optional
    )
