"""The shipped bot with a watch on its loop: how long it was held, and by what.

python tests/bench/peers/watched_bot.py CONFIG REPORT

SIGUSR1 begins the watch anew. At SIGTERM the blocks are written to REPORT as JSON: wall and
processor milliseconds, and the lines of ours the thread was seen at. Processor time is this
thread's own: other processes of a busy machine do not count.
"""

import argparse
import asyncio
import gc
import json
import signal
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from bot import run_command

ROOT = str(Path(__file__).parents[3])
BEAT_SECONDS = 0.002
LOOK_SECONDS = 0.004
KEPT_MS = 15


class Watch:
    """Notes by how much each short sleep of the loop is late."""

    def __init__(self) -> None:
        self.blocks: list[dict[str, object]] = []
        self._seen: Counter[str] = Counter()
        self._since = time.perf_counter()
        self._thread = threading.get_ident()
        self._sweeping = 0.0
        gc.callbacks.append(self._swept)

    def _swept(self, phase: str, _info: object) -> None:
        """Note how long Python's collector of circular garbage holds everything."""
        if phase == "start":
            self._sweeping = time.perf_counter()
        elif (ms := (time.perf_counter() - self._sweeping) * 1000) >= 1:
            self._seen["collecting garbage, ms"] += round(ms)

    async def beat(self) -> None:
        """Beat for ever."""
        while True:
            self._seen, self._since = Counter(), time.perf_counter()
            cpu = time.thread_time()
            await asyncio.sleep(BEAT_SECONDS)
            wall_ms = (time.perf_counter() - self._since - BEAT_SECONDS) * 1000
            if wall_ms >= KEPT_MS:
                cpu_ms = (time.thread_time() - cpu) * 1000
                seen = self._seen.most_common(3)
                self.blocks.append({"wall_ms": wall_ms, "cpu_ms": cpu_ms, "seen": seen})

    def look(self) -> None:
        """Look at the loop's thread whenever it is late; runs in a thread of its own."""
        while True:
            time.sleep(LOOK_SECONDS)
            if time.perf_counter() - self._since > KEPT_MS / 1000:
                frame = sys._current_frames().get(self._thread)
                self._seen[_where(frame)] += 1


def _where(frame: FrameType | None) -> str:
    """Return the innermost frames that are ours, and the very innermost."""
    names: list[str] = []
    leaf = frame.f_code.co_qualname if frame else ""
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(ROOT) and "/.venv/" not in file and file != __file__:
            names.append(f"{file.removeprefix(ROOT + '/')}:{frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join([leaf, *names[:3]])


async def main(config: Path, report: Path) -> None:
    """Run as `jixiao run` does, until SIGTERM."""
    watch = Watch()
    threading.Thread(target=watch.look, daemon=True).start()
    beat = asyncio.create_task(watch.beat())
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, watch.blocks.clear)
    await run_command.run(argparse.Namespace(config=config, lang="zh"))
    beat.cancel()
    await asyncio.to_thread(report.write_text, json.dumps(watch.blocks), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
