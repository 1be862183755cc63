"""The hidden folder beside a target in which an export prepares its files, ours alone while it is open.

Like `write` and `journal`, this touches a writer's disk.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from app.errors import ExportFault
from app.publish import journal
from app.publish.kept import Mark
from app.translation import _

_LOCK = "lock"
_REFUSES_OPEN_FILES = sys.platform == "win32"
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@contextlib.contextmanager
def made_folders(target: Path) -> Iterator[None]:
    """The target as a folder; when the export fails, the folders made for it go again."""
    if target.exists() and not target.is_dir():
        raise ExportFault(
            _("{target} is a file. Choose a folder to export to.").format(target=target), code="in-the-way"
        )
    made = [folder for folder in (target, *target.parents) if not folder.exists()]
    target.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for folder in made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


@contextlib.contextmanager
def staging_for(target: Path) -> Iterator[Path]:
    """The folder in which an export prepares its files, ours alone while it is open."""
    staging = _staging_folder(target)
    staging.mkdir(exist_ok=True)
    try:
        with (staging / _LOCK).open("w") as lock:
            if not _is_locked(lock):
                raise ExportFault(
                    _("Another export is writing to {target}. Wait until it is done.").format(target=target),
                    code="in-use",
                )
            try:
                yield staging
            finally:
                if not (staging / journal.JOURNAL).exists():
                    shutil.rmtree(staging, ignore_errors=True)
    finally:
        if _REFUSES_OPEN_FILES:
            _remove_lock(staging)


def _remove_lock(staging: Path) -> None:
    """What Windows left because it was open: the folder goes when nothing is in it but a lock that nobody has."""
    with contextlib.suppress(OSError):
        if [file.name for file in staging.iterdir()] == [_LOCK]:
            (staging / _LOCK).unlink()
            staging.rmdir()


class Stage:
    """Where files are written before they take their places, by this process or by those that make pages beside it."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._made: set[str] = set()

    def put(self, path: str, data: bytes) -> Mark:
        """Write a file; a file that a broken-off process has left is written over."""
        place = f"{self._folder}/{path}"
        folder = place.rpartition("/")[0]
        if folder not in self._made:
            _make(folder)
            self._made.add(folder)
        descriptor = os.open(place, _WRITING, 0o666)  # forty thousand objects of Path and file take longer
        try:
            if os.write(descriptor, data) != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), place)
            stands = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        return Mark(path, stands.st_size, stands.st_mtime_ns, stands.st_ctime_ns)


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def _staging_folder(target: Path) -> Path:
    """Beside the target; inside it only where a rename from beside could not work."""
    parent = target.parent
    if os.access(parent, os.W_OK) and parent != target and parent.stat().st_dev == target.stat().st_dev:
        return parent / f".{target.name}.plainspoken-export"
    return target / ".plainspoken-export"


def empty(staging: Path) -> None:
    """Forget what an export that never came to its journal left there."""
    for name in (journal.NEW, journal.OLD):
        shutil.rmtree(staging / name, ignore_errors=True)


def _is_locked(file: IO[str]) -> bool:
    """Take the lock of an open file; it goes with the process, however that ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
