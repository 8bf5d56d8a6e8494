"""The demonstration plays its month through the same door as Telegram, everybody's part."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


def test_every_act_of_the_month_has_its_effect_and_leaves_its_files(tmp_path):
    played = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--play", "--out", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert played.returncode == 0, played.stdout[-3000:] + played.stderr[-3000:]
    assert "Traceback" not in played.stderr
    assert "抱歉，系统出错" not in played.stdout
    endings = {path.suffix for path in tmp_path.iterdir()}
    assert {".png", ".xlsx"} <= endings
