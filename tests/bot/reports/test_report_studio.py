"""The studio: a worker beside the bot that draws, dies and is replaced."""

import asyncio
import os
import signal
import subprocess
import sys

import pytest
import report_cast as cast
import report_cast_charts as charts_cast
from pydantic import ValidationError

from bot.reports import charts
from bot.reports.errors import MissingGlyphsError, UnknownFormError
from bot.reports.studio import Studio
from bot.worker import WorkerLostError
from handlers import books
from handlers.texts import Texts

pytestmark = pytest.mark.slow

ORDER = books.to_json(charts_cast.income_progress())


def workers(studio):
    return list(studio._worker._pool._processes)


async def test_the_worker_makes_the_same_bytes_and_hands_back_typed_refusals():
    studio = Studio()
    await studio.start()
    try:
        made = await studio.make(ORDER, lang="zh", form="png")
        assert made == charts.draw(charts_cast.income_progress(), "zh", Texts.load())
        book = await studio.make(books.to_json(charts_cast.monthly()), lang="en", form="xlsx")
        assert book.startswith(b"PK")
        ranking = cast.town_ranking()
        odd = type(ranking.lines[0])(**vars(ranking.lines[0]) | {"unit_name": "𠮷"})
        refused = books.to_json(type(ranking)(**vars(ranking) | {"lines": (odd,)}))
        with pytest.raises(MissingGlyphsError) as missing:
            await studio.make(refused, lang="zh", form="png")
        assert missing.value.characters == "𠮷"
        with pytest.raises(UnknownFormError):
            await studio.make(ORDER, lang="zh", form="xlsx")
        with pytest.raises(ValidationError):
            await studio.make("{}", lang="zh", form="png")
    finally:
        await studio.close()


async def test_a_worker_killed_at_its_work_is_replaced_and_the_order_is_reported_lost():
    studio = Studio()
    await studio.start()
    try:
        (first,) = workers(studio)
        os.kill(first, signal.SIGSTOP)
        lost = asyncio.create_task(studio.make(ORDER, lang="zh", form="png"))
        await asyncio.sleep(0)
        os.kill(first, signal.SIGKILL)
        with pytest.raises(WorkerLostError):
            await lost
        assert await studio.make(ORDER, lang="en", form="png")
        assert workers(studio) != [first]
    finally:
        await studio.close()


async def test_a_worker_that_does_not_answer_is_stopped():
    studio = Studio(make_seconds=0.001)
    try:
        with pytest.raises(WorkerLostError):
            await studio.make(ORDER, lang="zh", form="png")
        assert studio._worker._pool is None
    finally:
        await studio.close()


def test_the_bot_does_not_load_matplotlib_by_naming_the_studio():
    seen = "import sys, bot.reports.studio; print('matplotlib' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
