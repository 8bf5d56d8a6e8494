"""The ticker knows an outage from a clock that was moved."""

from bot.tick import DOWN_AFTER_SECONDS, Ticker


class Looks:
    """What the city was asked, and a clock nobody moves but the test."""

    def __init__(self):
        self.said = []
        self.at = 1000.0
        self.fails = False
        self.ticker = Ticker(self.queue_due, wake=lambda: None, seconds=lambda: self.at)

    async def queue_due(self, was_down):
        if self.fails:
            raise RuntimeError("the database is away")
        self.said.append(was_down)


async def test_the_first_look_of_a_process_may_come_after_an_outage():
    looks = Looks()
    await looks.ticker.tick_now()
    await looks.ticker.tick_now()
    assert looks.said == [True, False]


async def test_looks_that_fail_for_long_are_an_outage():
    looks = Looks()
    await looks.ticker.tick_now()
    looks.fails = True
    looks.at += DOWN_AFTER_SECONDS + 1
    for _ in range(3):
        await looks.ticker._ticked(None)
    looks.fails = False
    await looks.ticker.tick_now()
    await looks.ticker.tick_now()
    assert looks.said == [True, True, False]


async def test_a_machine_that_slept_was_down():
    looks = Looks()
    await looks.ticker.tick_now()
    looks.at += 3600
    await looks.ticker.tick_now()
    assert looks.said == [True, True]
