"""The command line as an operator meets it."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import language, main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def jixiao(tmp_path, monkeypatch, capsys):
    """Run a command in an empty folder; return (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)

    def run(*args):
        code = main(args)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def test_a_misspelt_setting_stops_the_start_with_both_lines_named(jixiao, tmp_path):
    (tmp_path / "config.toml").write_text('[telegram]\ntokn = "123:secret"\n', encoding="utf-8")

    code, out, err = jixiao("run", "--lang", "en")

    assert code == 2
    assert "telegram.tokn  Extra inputs are not permitted (did you mean telegram.token?)" in err
    assert "telegram.token  Field required" in err
    assert "secret" not in out + err
    assert "Traceback" not in err


def test_a_database_is_made_copied_verified_and_put_back(jixiao, tmp_path):
    code, out, _ = jixiao("init", "--office", "王主任")
    assert code == 0
    assert "/start " in out
    code, out, _ = jixiao("audit", "verify")
    assert (code, "未被改动" in out) == (0, True)
    code, out, _ = jixiao("backup")
    [copy] = (tmp_path / "var" / "backups").iterdir()
    assert (code, copy.name in out) == (0, True)
    code, out, _ = jixiao("restore", str(copy), "--lang", "en")
    assert (code, out.startswith("Restored from")) == (0, True)


def test_what_is_done_before_there_is_a_database_says_what_to_do_first(jixiao):
    code, _, err = jixiao("audit", "verify")

    assert code == 1
    assert "jixiao init" in err
    assert "Traceback" not in err


def test_check_names_what_is_lacking(jixiao):
    jixiao("init")

    code, out, _ = jixiao("check", "--lang", "en")

    assert code == 1
    assert "✓ The database has the newest shape" in out
    assert "✓ The fonts are complete" in out
    assert "✗ No token is set" in out


def test_without_a_command_the_menu_is_shown(jixiao):
    code, out, _ = jixiao()

    assert code == 2
    assert {"demo", "run", "score", "backup"} <= set(out.split())


def test_a_restore_over_a_running_bot_is_refused(jixiao, tmp_path):
    from bot.duty import _try_file

    jixiao("init")
    jixiao("backup")
    [copy] = (tmp_path / "var" / "backups").iterdir()
    held = _try_file(tmp_path / "var" / "jixiao.db.lock")

    code, _, err = jixiao("restore", str(copy))
    forced, _, _ = jixiao("restore", str(copy), "--force")

    held.close()
    assert (code, "--force" in err) == (1, True)
    assert forced == 0


def test_score_starts_without_the_bot(tmp_path):
    """Nothing of Telegram, of pictures or of migrations is loaded for it."""
    code = (
        "import sys; from bot import cli; cli._parser(['score', 'x']);"
        "print([n for n in ('telegram', 'matplotlib', 'aiohttp', 'alembic') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
    ],
)
def test_the_language_is_the_machines(environment, lang):
    assert language(environment) == lang
