"""Texts that try to run, in every field of a published website, opened and touched in a real Chromium.

A share of them here; all of them by `run.py bench hostile_texts`, which also uses the collected ones.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.hostile.pages import unprotected
from bench.hostile.vectors import OWN

ROOT = Path(__file__).resolve().parents[2]
MOST = 8


@pytest.mark.skipif(
    not (shutil.which("chromium") and shutil.which("chromedriver")), reason="Chromium is not on this machine"
)
def test_no_text_runs_or_calls_out_in_our_pages_and_without_protection_they_do() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PLAINSPOKEN_CORPUS"}
    command = [sys.executable, "-m", "bench.hostile_texts", str(MOST), "--by-hand-every", "4", "--json"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode in (0, 1), done.stderr
    count = json.loads(done.stdout)
    assert count["run_unprotected"] >= count["vectors"] / 2 > 0, "texts that never run prove nothing"
    assert count["search_results"] > 0 and count["elements"] > 1000 and count["by_hand"] > 0
    assert count["faults"] == []


def test_the_control_is_as_bad_as_it_says() -> None:
    assert len(set(OWN)) == len(OWN) > 150
    assert all(any(vector in page for page in unprotected(vector)) for vector in OWN)
