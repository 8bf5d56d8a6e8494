"""Written analyses of monitoring units with their ratings, and what was found careless."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

RECORDS = ("analysis", "analysis_rating", "careless", "careless_answer")
DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    _create_analysis()
    _create_careless()
    if op.get_context().dialect.name != "sqlite":
        return
    for table in RECORDS:
        for deed in DEEDS:
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
            )


def downgrade() -> None:
    for table in reversed(RECORDS):
        op.drop_table(table)


def _create_analysis() -> None:
    op.create_table(
        "analysis",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("file_id", sa.String(), nullable=True),
        sa.Column("unique_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("sent_at", storage.schema.Moment(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_analysis")),
        _to("analysis", "unit_id", "unit"),
        _to("analysis", "scheme_id", "scheme"),
        _to("analysis", "by", "person"),
    )
    op.create_index("ix_analysis_period", "analysis", ["period", "unit_id"])
    op.create_table(
        "analysis_rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("analysis_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_analysis_rating")),
        _to("analysis_rating", "analysis_id", "analysis"),
        _to("analysis_rating", "by", "person"),
    )
    op.create_index("ix_analysis_rating_analysis", "analysis_rating", ["analysis_id"])


def _create_careless() -> None:
    op.create_table(
        "careless",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("span", sa.String(), nullable=False),
        sa.Column("errors", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_careless")),
        sa.UniqueConstraint(
            "unit_id", "scheme_id", "span", name=op.f("uq_careless_unit_id_scheme_id_span")
        ),
        _to("careless", "unit_id", "unit"),
        _to("careless", "scheme_id", "scheme"),
    )
    op.create_table(
        "careless_answer",
        sa.Column("careless_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("careless_id", name=op.f("pk_careless_answer")),
        _to("careless_answer", "careless_id", "careless"),
        _to("careless_answer", "by", "person"),
    )


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )
