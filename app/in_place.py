"""Puts a finished file safely on the disk and in another one's place, also where the system refuses for a moment."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

REFUSES_OPEN_FILES = sys.platform == "win32"
"""Windows lets nobody move, replace or remove a file that a program has open."""
_PAUSES_S = (0.02, 0.05, 0.1, 0.2, 0.4) if REFUSES_OPEN_FILES else ()
"""How long a virus scanner, an indexer or a sync service looks at a file that has just been written."""


def sync(descriptor: int) -> None:
    """Let what was written to an open file survive a power cut. Raises OSError.

    On macOS `fsync` only hands it to the drive, which keeps it in memory and writes in an order of its own.
    """
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:  # a network folder, which has no drive here
            pass
        else:
            return
    os.fsync(descriptor)


def take_place(source: Path, target: Path) -> None:
    """Give `source` the name `target`; what stood there is gone. Raises OSError, and then both are as they were."""
    for pause_s in _PAUSES_S:
        try:
            os.replace(source, target)  # noqa: PTH105 - one step on every system
        except PermissionError:
            time.sleep(pause_s)
        else:
            return
    os.replace(source, target)  # noqa: PTH105 - as above
