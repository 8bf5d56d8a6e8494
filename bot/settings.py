"""Settings: `config.toml` under the environment, frozen; a name we do not know stops the start."""

import difflib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

PREFIX = "JIXIAO_"
# https://core.telegram.org/bots/api#setwebhook: what a secret may consist of.
SECRET = re.compile(r"^[A-Za-z0-9_-]{1,256}$")


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError("no such time zone") from None
    return name


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Webhook(_Part):
    """Where Telegram brings updates when *mode* is "webhook"."""

    url: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8443, ge=0, le=65535)
    secret: SecretStr | None = None

    @model_validator(mode="after")
    def _secret_is_sendable(self) -> "Webhook":
        if self.secret is not None and not SECRET.match(self.secret.get_secret_value()):
            raise ValueError("the secret may hold 1 to 256 of A-Z a-z 0-9 _ -")
        return self


class Telegram(_Part):
    """The bot's account and the way to Telegram."""

    token: SecretStr | None = None
    token_file: Path | None = None
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    proxy: SecretStr | None = None
    mode: Literal["polling", "webhook"] = "polling"
    side_by_side: int = Field(default=8, ge=1, le=64)
    webhook: Webhook = Webhook()

    @model_validator(mode="after")
    def _webhook_has_an_address(self) -> "Telegram":
        if self.mode == "webhook" and self.webhook.url is None:
            raise ValueError("mode is webhook, so webhook.url must be set")
        return self

    def read_token(self) -> str | None:
        """Return the token, from the file if one is named; None without either.

        Raises OSError where the file cannot be read.
        """
        if self.token_file is not None:
            return self.token_file.read_text(encoding="utf-8").strip()
        return self.token.get_secret_value() if self.token is not None else None


class Database(_Part):
    """Where the city's memory is kept."""

    url: str = "sqlite+aiosqlite:///var/jixiao.db"


class Clock(_Part):
    """The process's clock."""

    shift_seconds: int = 0


class Sending(_Part):
    """How fast Telegram is spoken to (https://core.telegram.org/bots/faq#broadcasting-to-users)."""

    in_flight: int = Field(default=8, ge=1, le=64)
    overall_per_second: float = Field(default=25, gt=0)
    broadcast_per_second: float = Field(default=20, gt=0)
    chat_per_second: float = Field(default=1, gt=0)
    chat_burst: int = Field(default=3, ge=1)
    group_per_minute: float = Field(default=18, gt=0)


class Logs(_Part):
    """What is written down about the process itself."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class Health(_Part):
    """The optional door for monitoring."""

    host: str = "127.0.0.1"
    port: int | None = Field(default=None, ge=0, le=65535)


class Backup(_Part):
    """Where copies of the database go."""

    folder: Path = Path("var/backups")
    keep: int = Field(default=14, ge=1)


class Evidence(_Part):
    """Where copies of the files behind the figures are kept, by their content."""

    folder: Path = Path("var/evidence")


class Settings(BaseSettings):
    """Everything that may differ between two installations."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True
    )

    telegram: Telegram = Telegram()
    database: Database = Database()
    clock: Clock = Clock()
    sending: Sending = Sending()
    logs: Logs = Logs()
    health: Health = Health()
    backup: Backup = Backup()
    evidence: Evidence = Evidence()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - as above
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let what is given directly win over the environment, and that over the file."""
        return (init_settings, env_settings, TomlConfigSettingsSource(settings_cls))


@dataclass(frozen=True)
class Problem:
    """One setting that cannot be used: where it stands, why, and what may have been meant."""

    where: str
    why: str
    meant: str | None = None


class SettingsError(Exception):
    """The settings cannot be used; `problems` names every line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{each.where}: {each.why}" for each in problems))
        self.problems = tuple(problems)


def load(config: Path | None = None, *, needs_token: bool = False, **given: Any) -> Settings:  # noqa: ANN401 - sections as pydantic takes them
    """Return the settings from *given*, the environment (JIXIAO_…) and the file, in this order.

    Raises SettingsError naming every line that cannot be used, a missing token included where
    one is needed, so that a misspelt name and the one it stands for are named together.
    """
    if config is not None and not config.is_file():
        raise SettingsError([Problem(str(config), "no such file")])

    class Here(Settings):
        model_config = SettingsConfigDict(toml_file=config)

    problems = _unknown_in_environment()
    settings: Settings | None = None
    try:
        settings = Here(**given)
    except ValidationError as error:
        problems += [_problem(each["loc"], each["msg"]) for each in error.errors()]
    except ValueError as error:  # the file is not TOML
        problems.append(Problem(str(config), str(error)))
    if needs_token and (settings is None or _has_no_token(settings)):
        lacking = settings is not None or any(each.meant == "telegram.token" for each in problems)
        problems += [Problem("telegram.token", "Field required")] if lacking else []
    if settings is None or problems:
        raise SettingsError(problems)
    return settings


def _has_no_token(settings: Settings) -> bool:
    return settings.telegram.token is None and settings.telegram.token_file is None


def _unknown_in_environment() -> list[Problem]:
    """Find what pydantic passes over in silence: JIXIAO_… naming no section."""
    sections = {name.upper() for name in Settings.model_fields}
    named = [name for name in os.environ if name.upper().startswith(PREFIX)]
    odd = [name for name in named if name.upper()[len(PREFIX) :].split("__")[0] not in sections]
    return [Problem(name, "Extra inputs are not permitted") for name in odd]


def _problem(location: Iterable[int | str], why: str) -> Problem:
    parts = [str(part) for part in location]
    where = ".".join(parts)
    known = list(names())
    close = difflib.get_close_matches(where, known, n=1, cutoff=0.8) if where not in known else []
    return Problem(where, why, close[0] if close else None)


def names(model: type[BaseModel] = Settings, before: str = "") -> Iterable[str]:
    """Yield every setting's name with its section, such as "sending.in_flight"."""
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from names(kind, f"{before}{name}.")
        else:
            yield f"{before}{name}"
