"""jixiao, the command line: finds the command, and says what went wrong in a sentence.

Exit codes: 0 done, 1 it failed, 2 what was asked for is wrong (settings, arguments, input).
A command's module is imported only when that command is meant, so that `jixiao score` starts at
once and needs nothing of the bot.
"""

import argparse
import asyncio
import inspect
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.settings import SettingsError
    from handlers.texts import Msg

DONE, FAILED, WRONG = 0, 1, 2
INTERRUPTED = 130
CONFIG_OTHERWISE = Path("config.toml")


@dataclass(frozen=True)
class Command:
    """One command: the module with `add_arguments` and `run`, and a line for the menu."""

    module: str
    help: str
    has_config: bool = True


COMMANDS: Mapping[str, Command] = {
    "demo": Command("bot.demo.command", "an invented city in the browser; no token", False),
    "sandbox": Command("bot.sandbox_command", "a Telegram on this machine, for developers", False),
    "run": Command("bot.run_command", "run the bot"),
    "check": Command("bot.check_command", "settings, database, fonts, token, holidays"),
    "init": Command("bot.init_command", "make the database, invite the first of the office"),
    "import": Command("bot.import_command", "a city from a folder or workbook; a dry run first"),
    "invite": Command("bot.invite_command", "invite a person"),
    "score": Command("bot.score_command", "rank a scheme folder; no bot, no database", False),
    "db": Command("bot.db_command", "change the database's shape: upgrade, downgrade, show"),
    "audit": Command("bot.audit_command", "verify the journal's chain"),
    "backup": Command("bot.backup_command", "copy the database while the bot runs"),
    "restore": Command("bot.restore_command", "put a copy of the database back"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    args = _parser(given).parse_args(given)
    if args.command is None:
        _parser([]).print_help()
        return WRONG
    module = import_module(COMMANDS[args.command].module)
    try:
        return _run(module.run, args)
    except KeyboardInterrupt:
        return INTERRUPTED
    except _expected() as error:
        return _refused(args, error)


def language(environment: Mapping[str, str]) -> str:
    """Return the language of the machine's locale: English where it says so, else Chinese."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "en" if next(filter(None, names), "").lower().startswith("en") else "zh"


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jixiao", description="绩效 Jixiao")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    meant = next((each for each in given if not each.startswith("-")), None)
    for name, command in COMMANDS.items():
        sub = commands.add_parser(name, help=command.help)
        if name == meant:
            import_module(command.module).add_arguments(sub)
            _add_common(sub, command)
    return parser


def _add_common(parser: argparse.ArgumentParser, command: Command) -> None:
    taken = {option for action in parser._actions for option in action.option_strings}  # noqa: SLF001 - argparse has no question for it
    if command.has_config and "--config" not in taken:
        parser.add_argument("--config", type=Path, help="default: config.toml, if there is one")
    if "--lang" not in taken:
        parser.add_argument("--lang", choices=("zh", "en"), default=language(os.environ))


def _run(run: Any, args: argparse.Namespace) -> int:  # noqa: ANN401 - with or without a database
    if not inspect.iscoroutinefunction(run):
        return run(args)
    if "engine" in inspect.signature(run).parameters:
        return asyncio.run(_with_database(run, args))
    return asyncio.run(run(args))


async def _with_database(run: Any, args: argparse.Namespace) -> int:  # noqa: ANN401 - as above
    from bot.app import check_schema, open_database  # noqa: PLC0415 - heavy

    engine = open_database(load_settings(args))
    try:
        await check_schema(engine)
        return await run(args, engine)
    finally:
        await engine.dispose()


def load_settings(args: argparse.Namespace, *, needs_token: bool = False) -> Any:  # noqa: ANN401 - Settings; importing it here would cost every command its time
    """Return the settings a command was given; raise SettingsError."""
    from bot.settings import load  # noqa: PLC0415 - see above

    config = getattr(args, "config", None)
    if config is None and CONFIG_OTHERWISE.is_file():
        config = CONFIG_OTHERWISE
    return load(config, needs_token=needs_token)


def say(lang: str, *messages: "Msg", wrong: bool = False) -> None:
    """Print messages, a line each; *wrong* ones on standard error."""
    from handlers.texts import Texts  # noqa: PLC0415 - see above

    texts = Texts.load()
    for message in messages:
        print(texts.plain(lang, message), file=sys.stderr if wrong else sys.stdout)


def _expected() -> tuple[type[BaseException], ...]:
    """Return what may go wrong without being a bug, as far as it has been imported by now."""
    names = {
        "bot.settings": ("SettingsError",),
        "bot.app": ("OldSchemaError",),
        "bot.account": ("NoTokenError",),
        "bot.polling": ("StoppedByTelegramError",),
        "telegram.error": ("InvalidToken",),
        "sqlalchemy.exc": ("OperationalError",),
    }
    loaded = [(sys.modules[name], kinds) for name, kinds in names.items() if name in sys.modules]
    return (OSError, *(getattr(module, kind) for module, kinds in loaded for kind in kinds))


def _refused(args: argparse.Namespace, error: BaseException) -> int:
    from handlers.texts import msg  # noqa: PLC0415 - see above

    match type(error).__name__:
        case "SettingsError":
            say(args.lang, *_setting_lines(error), wrong=True)  # pyright: ignore[reportArgumentType]
            return WRONG
        case "NoTokenError":
            say(args.lang, msg("cli-check-token-none"), wrong=True)
            return WRONG
        case "OldSchemaError":
            found, needed = error.args
            said = msg("cli-old-schema", found=str(found), needed=str(needed))
            say(args.lang, said if found else msg("cli-no-schema"), wrong=True)
        case "InvalidToken":
            say(args.lang, msg("cli-token-rejected"), wrong=True)
        case "StoppedByTelegramError":
            say(args.lang, msg("cli-stopped-by-telegram", why=str(error)), wrong=True)
        case "OperationalError":
            why = str(getattr(error, "orig", error))
            say(args.lang, msg("cli-check-database-away", why=why), wrong=True)
        case _:
            say(args.lang, msg("cli-not-readable", why=str(error)), wrong=True)
    return FAILED


def _setting_lines(error: "SettingsError") -> list["Msg"]:
    from handlers.texts import msg  # noqa: PLC0415 - see above

    lines = [msg("cli-settings-refused")]
    for each in error.problems:
        if each.meant is None:
            lines.append(msg("cli-setting-wrong", where=each.where, why=each.why))
        else:
            lines.append(msg("cli-setting-meant", where=each.where, why=each.why, meant=each.meant))
    return lines
