"""The ledger of bonus, deduction and veto: items, entries with every step, files, derived rules."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ADDED_ONLY = ("ledger_entry", "ledger_event", "ledger_file")
DEEDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    _create_item()
    _create_entry()
    _create_rule()
    _create_event()
    _create_file()
    if op.get_context().dialect.name != "sqlite":
        return
    for table in ADDED_ONLY:
        for deed in DEEDS:
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
            )


def downgrade() -> None:
    for table in ("ledger_file", "ledger_event", "observation_rule", "ledger_entry", "ledger_item"):
        op.drop_table(table)


def _create_item() -> None:
    op.create_table(
        "ledger_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("points", storage.schema.Digits(), nullable=False),
        sa.Column("per", sa.String(), nullable=False),
        sa.Column("cap", storage.schema.Digits(), nullable=True),
        sa.Column("agency_points", storage.schema.Digits(), nullable=True),
        sa.Column("agency_cap", storage.schema.Digits(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("verifying_unit_id", sa.Integer(), nullable=False),
        sa.Column("second_class_half", sa.Boolean(), nullable=False),
        sa.Column("levels", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["verifying_unit_id"], ["unit.id"], name=op.f("fk_ledger_item_verifying_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_item")),
        sa.UniqueConstraint("year", "code", name=op.f("uq_ledger_item_year_code")),
    )


def _create_entry() -> None:
    op.create_table(
        "ledger_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ledger_item_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("cases", storage.schema.Digits(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("fact", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("fact_key", sa.String(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("source_kind", sa.String(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("reverses_id", sa.Integer(), nullable=True),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_ledger_entry_by_person")),
        sa.ForeignKeyConstraint(
            ["ledger_item_id"],
            ["ledger_item.id"],
            name=op.f("fk_ledger_entry_ledger_item_id_ledger_item"),
        ),
        sa.ForeignKeyConstraint(
            ["reverses_id"],
            ["ledger_entry.id"],
            name=op.f("fk_ledger_entry_reverses_id_ledger_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_ledger_entry_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_entry")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_ledger_entry_reverses_id")),
        sa.UniqueConstraint(
            "source_kind", "source_id", name=op.f("uq_ledger_entry_source_kind_source_id")
        ),
    )
    op.create_index("ix_ledger_entry_item", "ledger_entry", ["ledger_item_id"])
    op.create_index("ix_ledger_entry_unit", "ledger_entry", ["unit_id", "fact_key"])


def _create_rule() -> None:
    op.create_table(
        "observation_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("counts", sa.String(), nullable=False),
        sa.Column("points", storage.schema.Digits(), nullable=False),
        sa.Column("cap", storage.schema.Digits(), nullable=True),
        sa.Column("ledger_item_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ledger_item_id"],
            ["ledger_item.id"],
            name=op.f("fk_observation_rule_ledger_item_id_ledger_item"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation_rule")),
        sa.UniqueConstraint(
            "year",
            "track",
            "category",
            "since",
            name=op.f("uq_observation_rule_year_track_category_since"),
        ),
    )


def _create_event() -> None:
    op.create_table(
        "ledger_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ledger_entry_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("due_at", storage.schema.Moment(), nullable=True),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_ledger_event_by_person")),
        sa.ForeignKeyConstraint(
            ["ledger_entry_id"],
            ["ledger_entry.id"],
            name=op.f("fk_ledger_event_ledger_entry_id_ledger_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_ledger_event_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_event")),
        sa.UniqueConstraint(
            "ledger_entry_id", "number", name=op.f("uq_ledger_event_ledger_entry_id_number")
        ),
    )


def _create_file() -> None:
    op.create_table(
        "ledger_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ledger_entry_id", sa.Integer(), nullable=False),
        sa.Column("ledger_event_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("unique_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ledger_entry_id"],
            ["ledger_entry.id"],
            name=op.f("fk_ledger_file_ledger_entry_id_ledger_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["ledger_event_id"],
            ["ledger_event.id"],
            name=op.f("fk_ledger_file_ledger_event_id_ledger_event"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_file")),
        sa.UniqueConstraint(
            "ledger_entry_id", "unique_id", name=op.f("uq_ledger_file_ledger_entry_id_unique_id")
        ),
    )
