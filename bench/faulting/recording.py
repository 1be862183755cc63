"""Hears every write, sync and deletion that Python's own SQLite asks of the system, for the power cuts to replay.

SQLite speaks to the disk through a table of functions (its VFS). Here the entries for opening, deleting, writing,
cutting and syncing are replaced by ones that note the call and pass it on. So it is the real program on the real
SQLite that is heard, with no other library of SQLite beside it. POSIX systems only.
"""

from __future__ import annotations

import _sqlite3
import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_POINTER, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
_DELETE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT)
_WRITE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _POINTER, _LONG)
_SYNC = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)
_METHODS_AFTER_SYNC = 13
_JOURNALS = 0x00000800 | 0x00004000 | 0x00080000  # main journal, super-journal, write-ahead log
_CREATE = 0x00000004


class _Vfs(ctypes.Structure):
    _fields_ = [
        ("version", _INT),
        ("file_bytes", _INT),
        ("longest_path", _INT),
        ("next", _POINTER),
        ("name", ctypes.c_char_p),
        ("app_data", _POINTER),
        ("open", _POINTER),
        ("delete", _POINTER),
    ]


class _Methods(ctypes.Structure):
    _fields_ = [
        ("version", _INT),
        ("close", _POINTER),
        ("read", _POINTER),
        ("write", _POINTER),
        ("truncate", _POINTER),
        ("sync", _POINTER),
        ("others", _POINTER * _METHODS_AFTER_SYNC),
    ]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing asked of the disk: create, write, truncate, sync, sync-folder or delete; or `done`, an
    acknowledgement with its number in `at`. A deletion with `at` 1 was made to last."""

    kind: str
    path: str = ""
    at: int = 0
    data: bytes = b""


class Recorder:
    """Notes the steps on files below one folder while it is `listening`."""

    def __init__(self, folder: Path) -> None:
        self.steps: list[Step] = []
        self._folder = f"{folder.resolve()}/"
        self._files: dict[int, tuple[str, bool]] = {}
        self._tables: dict[int, _Methods] = {}
        self._kept: list[Any] = []
        self._vfs = _default_vfs()

    def done(self, number: int) -> None:
        """Note that a piece of work was acknowledged."""
        self.steps.append(Step("done", at=number))

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear everything inside this block; every connection in it must be closed in it."""
        vfs = self._vfs
        before = (vfs.open, vfs.delete)
        self._really_open, self._really_delete = _OPEN(before[0]), _DELETE(before[1])
        hooks = (_OPEN(self._on_open), _DELETE(self._on_delete))
        self._kept += hooks
        vfs.open, vfs.delete = (ctypes.cast(hook, _POINTER).value for hook in hooks)
        try:
            yield
        finally:
            vfs.open, vfs.delete = before

    def _on_open(self, vfs: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        path = ctypes.string_at(name).decode() if name else ""
        is_new = not Path(path).exists() if path else False
        status = int(self._really_open(vfs, name, file, flags, out))
        table = ctypes.cast(file, ctypes.POINTER(_POINTER))
        if status == 0 and path.startswith(self._folder) and table[0]:
            if is_new:
                self.steps.append(Step("create", path))
            self._files[file] = (path, bool(flags & _JOURNALS and flags & _CREATE))
            table[0] = ctypes.addressof(self._heard(table[0]))
        return status

    def _on_delete(self, vfs: int, name: int, is_lasting: int) -> int:
        path = ctypes.string_at(name).decode()
        status = int(self._really_delete(vfs, name, is_lasting))
        if status == 0 and path.startswith(self._folder):
            self.steps.append(Step("delete", path, at=1 if is_lasting else 0))
        return status

    def _heard(self, address: int) -> _Methods:
        """A copy of a table of a file's functions in which three are ours."""
        if address in self._tables:
            return self._tables[address]
        methods = _Methods.from_buffer_copy((ctypes.c_char * ctypes.sizeof(_Methods)).from_address(address))
        write, truncate, sync = _WRITE(methods.write), _TRUNCATE(methods.truncate), _SYNC(methods.sync)

        def on_write(file: int, data: int, count: int, at: int) -> int:
            self.steps.append(Step("write", self._files[file][0], at, ctypes.string_at(data, count)))
            return int(write(file, data, count, at))

        def on_truncate(file: int, size: int) -> int:
            self.steps.append(Step("truncate", self._files[file][0], size))
            return int(truncate(file, size))

        def on_sync(file: int, flags: int) -> int:
            path, syncs_folder = self._files[file]
            self.steps.append(Step("sync", path))
            if syncs_folder:
                self.steps.append(Step("sync-folder", path))
            return int(sync(file, flags))

        hooks = (_WRITE(on_write), _TRUNCATE(on_truncate), _SYNC(on_sync))
        self._kept += hooks
        methods.write, methods.truncate, methods.sync = (ctypes.cast(hook, _POINTER).value for hook in hooks)
        self._tables[address] = methods
        return methods


def _default_vfs() -> _Vfs:
    """The table that Python's own SQLite uses. Raises AttributeError where its functions cannot be reached."""
    library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    find = library.sqlite3_vfs_find
    find.restype, find.argtypes = ctypes.POINTER(_Vfs), [ctypes.c_char_p]
    vfs: _Vfs = find(None).contents
    return vfs
