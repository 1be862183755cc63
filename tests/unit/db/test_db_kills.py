"""kill -9 in the middle of saving: everything that was acknowledged is there, and the file is whole."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db.library import Library
from db.lock import WriterLock

KILLS = 24
WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from db.library import Library
from db.lock import WriterLock

path = Path(sys.argv[1])
with WriterLock(path) as lock, Library.open(path, lock) as library:
    summary = library.load(sys.argv[2])
    number = int(summary.simple_explanation or 0)
    while True:
        number += 1
        summary = library.save(replace(summary, simple_explanation=str(number), research_summary="word " * 400))
        print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is for POSIX systems")
def test_no_acknowledged_save_is_ever_lost(tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        summary_id = library.save(library.new_summary()).id
    chance = random.Random(7)
    acknowledged = 0
    for _ in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), summary_id], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout
        with child:
            first = child.stdout.readline()
            time.sleep(chance.random() / 50)
            child.kill()
            numbers = [int(line) for line in [first, *child.stdout] if line.endswith("\n")]
        assert numbers, "the child died before its first save: this test would prove nothing"
        acknowledged += len(numbers)
        with Library.open(path) as library:
            found = int(library.load(summary_id).simple_explanation)
            assert found in (numbers[-1], numbers[-1] + 1)
            assert library._db.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    assert acknowledged > KILLS
