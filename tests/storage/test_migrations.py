"""Every step of the database goes up, down and up again, and ends in the schema of the code."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from storage.schema import metadata
from storage.upgrade import downgrade_sync, upgrade_sync

CONFIG = Config()
CONFIG.set_main_option("script_location", "storage:migrations")


def _steps():
    script = ScriptDirectory.from_config(CONFIG)
    return [each.revision for each in reversed(list(script.walk_revisions()))]


@pytest.fixture
def connection(tmp_path):
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'stairs.db'}")
    with engine.begin() as conn:
        yield conn
    engine.dispose()


def tables(connection):
    return set(sa.inspect(connection).get_table_names()) - {"alembic_version"}


def test_every_step_goes_up_down_and_up_again(connection):
    for number, step in enumerate(_steps()):
        upgrade_sync(connection, step)
        there = tables(connection)
        downgrade_sync(connection, _steps()[number - 1] if number else "base")
        upgrade_sync(connection, step)
        assert tables(connection) == there


def test_all_the_way_down_nothing_is_left(connection):
    upgrade_sync(connection)
    downgrade_sync(connection, "base")
    assert tables(connection) == set()


def test_the_steps_end_in_the_schema_of_the_code(connection):
    upgrade_sync(connection)
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    assert compare_metadata(context, metadata) == []


def _written(constraint):
    """Return a constraint as text, the conditions of partial indexes among it."""
    options = constraint.get("dialect_options", {})
    where = sorted(f"{name}={condition}" for name, condition in options.items())
    return str({**constraint, "dialect_options": where})


def test_the_checks_and_uniques_of_both_are_the_same(connection):
    upgrade_sync(connection)
    fresh = sa.create_engine("sqlite://")
    with fresh.begin() as other:
        metadata.create_all(other)
        for name in metadata.tables:
            for question in ("get_check_constraints", "get_unique_constraints", "get_indexes"):
                migrated, declared = (
                    sorted(map(_written, getattr(sa.inspect(conn), question)(name)))
                    for conn in (connection, other)
                )
                assert migrated == declared, (name, question)
    fresh.dispose()


def test_there_is_one_head():
    assert len(ScriptDirectory.from_config(CONFIG).get_heads()) == 1


def test_a_database_that_is_up_to_date_is_left_as_it_is(connection):
    upgrade_sync(connection)
    before = connection.exec_driver_sql("SELECT sql FROM sqlite_master").all()
    upgrade_sync(connection)
    assert connection.exec_driver_sql("SELECT sql FROM sqlite_master").all() == before
