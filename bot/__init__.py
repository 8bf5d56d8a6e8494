"""The process: wiring, ticking, drawing, sending. Start reading at `bot/app.py`."""

import os

# python-telegram-bot reads this once, when it is imported: waits are timedeltas, not numbers.
os.environ.setdefault("PTB_TIMEDELTA", "true")
