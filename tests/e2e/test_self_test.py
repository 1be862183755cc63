"""The program's trial of itself: every step, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from app.selftest import STEPS


def test_every_step_works_in_an_empty_home(home: Path) -> None:
    environment = dict(os.environ, HOME=str(home))
    command = [sys.executable, "-m", "app", "--self-test", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=180, check=False)
    steps = json.loads(done.stdout)["steps"]
    assert [step["name"] for step in steps] == list(STEPS), done.stderr[-2000:]
    assert all(step["ok"] and step["ms"] >= 0 for step in steps) and done.returncode == 0
    assert not list(home.glob("plainspoken/*")), "it leaves the writer's own home alone"
