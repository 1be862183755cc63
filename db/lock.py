"""One writer at a time: a lock on a small file beside the library, let go by the system when its process ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from app.errors import LibraryFault
from app.translation import _

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class WriterLock:
    """The right to write one library. Taken before the library is opened, migrated or restored, and handed in."""

    def __init__(self, path: Path) -> None:
        """`path` is the library's; the lock stands beside it as `<name>.lock` and stays there."""
        self.path = Path(path)
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this lock is ours now."""
        return self._descriptor is not None

    def acquire(self) -> bool:
        """Take the lock, at once or not at all: False when another process (or window) holds it.

        Raises LibraryFault when the folder is not there or cannot be written.
        """
        if self.is_held:
            return True
        file = self.path.with_name(f"{self.path.name}.lock")
        try:
            descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            reason = error.strerror or str(error)
            raise LibraryFault(
                _("The folder of {path} cannot be written ({reason}).").format(path=self.path, reason=reason),
                code="read-only",
            ) from error
        if not _try_lock(descriptor):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go. Does nothing when the lock is not ours."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> WriterLock:
        if not self.acquire():
            raise LibraryFault(_("{path} is open in another Plainspoken.").format(path=self.path), code="in-use")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.release()


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
