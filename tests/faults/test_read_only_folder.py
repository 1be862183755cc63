"""A folder that cannot be written, for a person who is not root: read, refused with sentences, every byte as before."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.library import Library
from db.lock import WriterLock

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
PROGRAM = """
import os, sys
from pathlib import Path
import app.whole_file, db.library, db.restore  # all while it may read them
import app.opening, app.commands.importing, app.publish.write
from app.errors import PlainspokenError
path = Path(sys.argv[1])
with db.library.Library.open(path) as library:
    list(library.load_many())  # what is loaded late is loaded now
if os.geteuid() == 0:
    os.setgroups([]); os.setgid({nobody}); os.setuid({nobody})
said = []
def refused(work):
    try:
        work()
    except PlainspokenError as fault:
        said.append(str(fault))
        return
    raise SystemExit("this was not refused: " + repr(work))
library = app.opening.Opener().open(path)
assert library.is_read_only, "opened for writing where nothing can be written"
summary = next(iter(library.load_many()))
assert summary.plain_title == "Rats"
refused(lambda: library.save(summary))
refused(library.back_up)
library.close()
refused(lambda: app.opening.Opener().create(path.with_name("new.plainspoken")))
refused(lambda: app.publish.write.write_files(path.parent / "site", [("index.html", b"x")]))
refused(lambda: app.whole_file.write_whole(path.with_name("copy.json"), b"x"))
print("\\n".join(said))
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may read and only its owner write; pytest's own are closed to others."""
    place = Path(tempfile.mkdtemp(prefix="plainspoken-"))
    yield place
    place.chmod(0o755)
    shutil.rmtree(place)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX systems")
def test_every_byte_stays_and_sentences_say_why(folder: Path) -> None:
    path = folder / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        library.save(replace(library.new_summary(), plain_title="Rats"), "save")
    path.with_name(f"{path.name}.lock").unlink(missing_ok=True)
    folder.chmod(0o555)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    command = [sys.executable, "-c", PROGRAM.format(nobody=NOBODY), str(path)]
    environment = dict(os.environ, HOME=str(folder), PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout.strip().splitlines()
    assert len(said) == 5 and all(line.endswith((".", ")")) and "Errno" not in line for line in said), said
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
