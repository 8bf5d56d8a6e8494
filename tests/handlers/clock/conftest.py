"""The clock's city, built once a session; every test gets a copy of its own."""

import shutil
from datetime import datetime

import clock_city
import pytest
from harness import House

from handlers.conversations import start
from handlers.conversations.clock import extend, extend_answer, extension, reminders
from handlers.conversations.figures import file_readings
from handlers.conversations.months import answer_alert, freeze_month, release_month
from handlers.conversations.record import reporting
from handlers.errands import Router
from storage.engine import open_engine


@pytest.fixture(scope="session")
def clock_city_file(tmp_path_factory):
    """The city before anything happens; not to be written to."""
    path = tmp_path_factory.mktemp("clock-city") / "clock.db"
    clock_city.build(path)
    return path


@pytest.fixture
async def city(clock_city_file, tmp_path, texts):
    """A fresh copy of the city, its clock started on the evening of 24 September 2013."""
    copy = shutil.copy(clock_city_file, tmp_path / "clock.db")
    engine = open_engine(f"sqlite+aiosqlite:///{copy}")
    contents = (
        *start.VIEWS,
        file_readings.ERRAND,
        extend.ERRAND,
        extend_answer.ERRAND,
        *extension.VIEWS,
        *answer_alert.CONTENTS,
        *freeze_month.CONTENTS,
        *release_month.CONTENTS,
        *reminders.CONTENTS,
        *reporting.VIEWS,
    )
    router = Router(contents, unknown=start.unknown, stranger=start.stranger)
    started: datetime = clock_city.moment("09-24 18:00")
    place = clock_city.City(House(engine, router, texts=texts, now=started))
    await place.ticks("09-24 18:00")
    yield place
    await engine.dispose()
