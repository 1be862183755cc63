"""Every room loads, and the commands work, without what Windows does not have."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from db.library import Library
from db.lock import WriterLock

ROOT = Path(__file__).resolve().parents[2]


def test_all_rooms_load_and_commands_work(tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        library.save(replace(library.new_summary(), plain_title="Rats", status="published"), "save")
    search = os.pathsep.join(map(str, (ROOT, ROOT / "tests" / "parts")))
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "parts" / "played_windows.py", path, tmp_path / "out" / "site"],
        capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONPATH": search},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    said = json.loads(done.stdout)
    assert said["steps"] == [0, 0, 0, 0, 0] and said["loaded"] > 300
    assert said["refused"] == ["lock", "lock"] and said["locks"], "or Windows was not played"
    assert said["left"] == ["site"]
