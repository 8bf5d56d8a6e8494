"""`jixiao demo`: the invented city in the browser, or a whole month played on the terminal."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from bot.demo.director import DemoDirector
from bot.demo.scenes import SCENES
from bot.demo.stage import PlayError, staged
from bot.demo.transcript import Transcript
from handlers.texts import LANGUAGES, Texts, msg

PORT = 8013


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--play", action="store_true")
    parser.add_argument("--out", type=Path, default=None)
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])


async def run(args: argparse.Namespace) -> int:
    """Open the demonstration until it is interrupted, or play the month and return.

    With --play the exit code is 0 only if every act had its effect.
    """
    with tempfile.TemporaryDirectory(prefix="jixiao-demo-") as folder:
        if args.play:
            return await _play(Path(folder), args.out, args.lang)
        return await _serve(Path(folder), args.port, args.lang)


async def _serve(folder: Path, port: int, lang: str) -> int:
    director = DemoDirector()
    texts = Texts.load()
    async with staged(folder, port=port, director=director) as (stage, server):
        sys.stdout.write(texts.plain(lang, msg("demo-ready", url=server.url)) + "\n")
        sys.stdout.flush()
        await stage.bot.until_stopped()
    return 0


async def _play(folder: Path, out: Path | None, lang: str) -> int:
    if out is not None:
        await asyncio.to_thread(out.mkdir, parents=True, exist_ok=True)
    texts = Texts.load()
    director = DemoDirector()
    async with staged(folder, director=director, hurried=True) as (stage, _):
        transcript = Transcript(stage, out)
        stage.heard = transcript.heard
        stage.after = transcript.catch_up
        transcript.catch_up()
        for number, scene in enumerate(SCENES, start=1):
            try:
                await director.play_next()
            except PlayError as failure:
                said = msg("demo-failed", number=number, title=scene.title[lang], why=str(failure))
                sys.stdout.write(texts.plain(lang, said) + "\n")
                return 1
            transcript.heading(f"{number}/{len(SCENES)} {scene.title[lang]} ✓")
        done = msg("demo-played", count=len(SCENES), files=transcript.kept, folder=str(out or "—"))
        sys.stdout.write(texts.plain(lang, done) + "\n")
    return 0
