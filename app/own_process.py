"""Our own program again, as a process for one kind of work that speaks by standard input and output."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from app import paths


def started(argument: str) -> subprocess.Popen[bytes]:
    """The process that `app.__main__` is by this word, started without a window; its complaints are lost."""
    root = str(Path(__file__).resolve().parent.parent)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))}
    return subprocess.Popen(
        [*paths.own_command(), argument],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0,
    )
