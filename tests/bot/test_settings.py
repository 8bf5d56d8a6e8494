"""Settings: what wins over what, and what stops the start."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.settings import SettingsError, load, names

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


@pytest.fixture
def config(tmp_path):
    def write(text):
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_without_a_file_everything_has_a_value():
    settings = load()

    assert settings.database.url == "sqlite+aiosqlite:///var/jixiao.db"
    assert settings.sending.in_flight == 8
    assert settings.telegram.read_token() is None


def test_the_environment_wins_over_the_file(config, monkeypatch):
    path = config('[telegram]\ntoken = "from the file"\n[sending]\nin_flight = 4\n')
    monkeypatch.setenv("JIXIAO_SENDING__IN_FLIGHT", "5")

    settings = load(path)

    assert settings.sending.in_flight == 5
    assert settings.telegram.read_token() == "from the file"


def test_what_is_given_directly_wins_over_both(config, monkeypatch):
    monkeypatch.setenv("JIXIAO_SENDING__IN_FLIGHT", "5")

    settings = load(config("[sending]\nin_flight = 4\n"), sending={"in_flight": 6})

    assert settings.sending.in_flight == 6


def test_the_token_may_lie_in_a_file_of_its_own(tmp_path):
    (tmp_path / "token").write_text("123:secret\n", encoding="utf-8")

    assert load(telegram={"token_file": tmp_path / "token"}).telegram.read_token() == "123:secret"


def test_a_misspelt_name_is_named_beside_the_one_that_is_lacking(config):
    with pytest.raises(SettingsError) as caught:
        load(config('[telegram]\ntokn = "123:secret"\n'), needs_token=True)

    assert [(each.where, each.why) for each in caught.value.problems] == [
        ("telegram.tokn", "Extra inputs are not permitted"),
        ("telegram.token", "Field required"),
    ]
    assert caught.value.problems[0].meant == "telegram.token"
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[sending]\nin_flight = 0\n", "sending.in_flight"),
        ('[telegram]\nmode = "webhook"\n', "telegram"),
        ('[telegram.webhook]\nsecret = "with a space"\n', "telegram.webhook"),
        ("[weather]\nsunny = true\n", "weather"),
    ],
)
def test_a_value_that_cannot_be_is_named(config, text, where):
    with pytest.raises(SettingsError) as caught:
        load(config(text))

    assert [each.where for each in caught.value.problems] == [where]


def test_a_misspelt_section_in_the_environment_is_not_passed_over(monkeypatch):
    monkeypatch.setenv("JIXIAO_TELEGRAMM__TOKEN", "x")

    with pytest.raises(SettingsError, match="JIXIAO_TELEGRAMM__TOKEN"):
        load()


def test_a_file_that_is_missing_or_not_toml_is_named(config, tmp_path):
    with pytest.raises(SettingsError, match="nowhere"):
        load(tmp_path / "nowhere.toml")
    with pytest.raises(SettingsError, match=r"config\.toml"):
        load(config("[telegram"))


def test_settings_do_not_change_once_read():
    settings = load()

    with pytest.raises(ValueError, match="frozen"):
        settings.sending.in_flight = 9


def _lines_of_example():
    """Yield (setting, the line before it) for every setting, also those commented out."""
    section, before = "", ""
    for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
        if found := re.fullmatch(r"\[([\w.]+)\]", line):
            section = found[1]
        elif found := re.match(r"(?:#)?(\w+) = ", line):
            yield f"{section}.{found[1]}", before
        before = line


def test_the_example_has_every_setting_with_a_comment_above_it():
    found = dict(_lines_of_example())

    assert set(found) == set(names())
    assert [name for name, before in found.items() if not before.startswith("# ")] == []


def test_the_example_can_be_used_as_it_is():
    assert load(EXAMPLE, telegram={"token": "123:x"}).sending.in_flight == 8


def test_the_example_shows_the_values_that_hold_without_it():
    written = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))

    assert load(EXAMPLE).model_dump() == load().model_dump()
    assert set(written) == {name.split(".")[0] for name in names()}
