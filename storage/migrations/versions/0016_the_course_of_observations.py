"""The whole course of an observation: clocks, whose a file is, joining, hiding, limits, rules."""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ADDED_ONLY = (
    "observation_hiding",
    "observing_limit",
    "observer_ban",
    "observation_join",
)
DEEDS = ("UPDATE", "DELETE")
NEW = (
    "observer_ban",
    "observing_limit",
    "shortlist",
    "answer_template",
    "observation_category",
    "observation_hiding",
    "observation_join",
)


def upgrade() -> None:
    _change_observation()
    _change_files()
    _create_beside()
    _create_rules()
    _create_office()
    _protect(ADDED_ONLY)


def downgrade() -> None:
    for table in NEW:
        op.drop_table(table)
    op.drop_index("ix_observation_file", "observation_file")
    op.execute("UPDATE observation_file SET kind = 'unit_' || kind WHERE side = 'unit'")
    with op.batch_alter_table("observation_file") as batch:
        batch.drop_column("side")
    _unprotect("observation_event")
    with op.batch_alter_table("observation_event") as batch:
        batch.drop_constraint(op.f("fk_observation_event_unit_id_unit"), type_="foreignkey")
        batch.drop_column("unit_id")
    _protect(("observation_event",))
    op.execute("UPDATE observation SET state = 'verified' WHERE state = 'dispatched'")
    with op.batch_alter_table("observation") as batch:
        batch.drop_constraint(op.f("fk_observation_verifier_id_person"), type_="foreignkey")
        for column in ("due_at", "since", "verifier_id", "answers"):
            batch.drop_column(column)


def _change_observation() -> None:
    with op.batch_alter_table("observation") as batch:
        batch.add_column(sa.Column("answers", sa.JSON(), nullable=False, server_default="[]"))
        batch.add_column(sa.Column("verifier_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("since", storage.schema.Moment(), nullable=True))
        batch.add_column(sa.Column("due_at", storage.schema.Moment(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_observation_verifier_id_person"), "person", ["verifier_id"], ["id"]
        )
    # What was verified before was handed to its unit in the same breath.
    op.execute("UPDATE observation SET state = 'dispatched' WHERE state = 'verified'")
    _unprotect("observation_event")
    with op.batch_alter_table("observation_event") as batch:
        batch.add_column(sa.Column("unit_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_observation_event_unit_id_unit"), "unit", ["unit_id"], ["id"]
        )
    _protect(("observation_event",))


def _change_files() -> None:
    with op.batch_alter_table("observation_file") as batch:
        batch.add_column(sa.Column("side", sa.String(), nullable=True))
    op.execute(
        "UPDATE observation_file SET side = CASE WHEN kind LIKE 'unit!_%' ESCAPE '!' "
        "THEN 'unit' ELSE 'observer' END"
    )
    op.execute(
        "UPDATE observation_file SET kind = substr(kind, 6) WHERE kind LIKE 'unit!_%' ESCAPE '!'"
    )
    with op.batch_alter_table("observation_file") as batch:
        batch.alter_column("side", nullable=False)
    op.create_index("ix_observation_file", "observation_file", ["observation_id"])


def _create_beside() -> None:
    op.create_table(
        "observation_join",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("observation_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation_join")),
        *_keys("observation_join", observation_id="observation", person_id="person"),
        sa.UniqueConstraint(
            "observation_id", "person_id", name=op.f("uq_observation_join_observation_id_person_id")
        ),
    )
    op.create_table(
        "observation_hiding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("observation_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation_hiding")),
        *_keys("observation_hiding", observation_id="observation", by="person"),
    )
    op.create_index("ix_observation_hiding", "observation_hiding", ["observation_id"])


def _create_rules() -> None:
    op.create_table(
        "observation_category",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("name", "name_en", "questions", "questions_en")
        ),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("verify_days", "answer_days", "revisit_weeks")
        ),
        sa.Column("verifier", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation_category")),
        sa.UniqueConstraint("code", name=op.f("uq_observation_category_code")),
    )
    op.create_table(
        "answer_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_template")),
        sa.UniqueConstraint("deed", "name", name=op.f("uq_answer_template_deed_name")),
    )


def _create_office() -> None:
    op.create_table(
        "shortlist",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("observation_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortlist")),
        *_keys("shortlist", person_id="person", observation_id="observation"),
        sa.UniqueConstraint(
            "person_id", "observation_id", name=op.f("uq_shortlist_person_id_observation_id")
        ),
    )
    op.create_table(
        "observing_limit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("daily_most", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observing_limit")),
        *_keys("observing_limit", by="person"),
    )
    op.create_table(
        "observer_ban",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("until", storage.schema.Moment(), nullable=True),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observer_ban")),
        *_keys("observer_ban", person_id="person", by="person"),
    )
    op.create_index("ix_observer_ban", "observer_ban", ["person_id"])


def _keys(table: str, **named: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
        for column, to in named.items()
    ]


def _protect(tables: tuple[str, ...]) -> None:
    if op.get_context().dialect.name != "sqlite":
        return
    for table in tables:
        for deed in DEEDS:
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
            )


def _unprotect(table: str) -> None:
    if op.get_context().dialect.name != "sqlite":
        return
    for deed in DEEDS:
        op.execute(f"DROP TRIGGER IF EXISTS {table}_no_{deed.lower()}")
