"""What was asked of a figure is kept, and what became of it.

Indicators say what may be expected of their figures; the office says what is asked at all.
"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ADDED_ONLY = ("question", "vouched_figure", "check_setting")
DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    op.create_table(
        "check_setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("threshold", storage.schema.Digits(length=48), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_check_setting_by_person")),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_check_setting_indicator_id_indicator")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_setting")),
    )
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column("asked_of", sa.Integer(), nullable=True),
        sa.Column("asked_at", storage.schema.Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_of"], ["person.id"], name=op.f("fk_question_asked_of_person")
        ),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_question_indicator_id_indicator")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_question_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("key", name=op.f("uq_question_key")),
    )
    op.create_index("ix_question_cell", "question", ["indicator_id", "period", "unit_id"])
    op.create_index("ix_question_rule", "question", ["rule"])
    op.create_table(
        "vouched_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("filing_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["filing_id"], ["filing.id"], name=op.f("fk_vouched_figure_filing_id_filing")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_vouched_figure_question_id_question")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vouched_figure")),
        sa.UniqueConstraint(
            "question_id", "filing_id", name=op.f("uq_vouched_figure_question_id_filing_id")
        ),
    )
    op.create_index("ix_vouched_figure_filing", "vouched_figure", ["filing_id"])
    op.add_column(
        "indicator", sa.Column("accepted_min", storage.schema.Digits(length=48), nullable=True)
    )
    op.add_column(
        "indicator", sa.Column("accepted_max", storage.schema.Digits(length=48), nullable=True)
    )
    op.add_column("indicator", sa.Column("parts", sa.JSON(), server_default="[]", nullable=False))
    op.add_column(
        "indicator", sa.Column("parts_band_pct", storage.schema.Digits(length=48), nullable=True)
    )
    op.add_column(
        "indicator", sa.Column("total_band_pct", storage.schema.Digits(length=48), nullable=True)
    )
    op.add_column(
        "indicator", sa.Column("evidence", sa.String(), server_default="optional", nullable=False)
    )
    _guard(ADDED_ONLY)


def downgrade() -> None:
    for name in ("vouched_figure", "question", "check_setting"):
        op.drop_table(name)
    with op.batch_alter_table("indicator") as indicator:
        for name in (
            "accepted_min",
            "accepted_max",
            "parts",
            "parts_band_pct",
            "total_band_pct",
            "evidence",
        ):
            indicator.drop_column(name)


def _guard(tables: tuple[str, ...]) -> None:
    if op.get_context().dialect.name != "sqlite":
        return
    for table in tables:
        for deed in DEEDS:
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
            )
