"""How Windows treats files that are open: it refuses to remove, rename or replace them. Played on Linux.

Python and SQLite open files there without the right to delete them meanwhile, so that every place where we would do
so shows itself as the PermissionError that a writer would meet.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

OURS = Path("/proc/self/fd")


@contextmanager
def refusing_open_files() -> Iterator[list[str]]:
    """While this lasts, what this process has open stays where it is. Gives the paths that were refused."""
    if not OURS.is_dir():
        pytest.skip("only Linux says which files a process has open")
    refused: list[str] = []
    real = {name: getattr(os, name) for name in ("unlink", "remove", "rename", "replace")}

    def checked(*places: Any) -> None:
        for place in places:
            if _is_open(place):
                refused.append(os.fspath(place))
                raise PermissionError(13, "The process cannot access the file", os.fspath(place))

    def removing(name: str) -> Any:
        def remove(place: Any, *, dir_fd: int | None = None) -> None:
            checked(place)
            real[name](place, dir_fd=dir_fd)

        return remove

    def moving(name: str) -> Any:
        def move(source: Any, target: Any, **folders: Any) -> None:
            checked(source, target)
            if name == "rename" and os.path.lexists(target):
                raise FileExistsError(17, "Cannot create a file when that file already exists", os.fspath(target))
            real[name](source, target, **folders)

        return move

    with pytest.MonkeyPatch.context() as patch:
        for name in real:
            patch.setattr(os, name, (removing if name in ("unlink", "remove") else moving)(name))
        patch.setattr(shutil, "_use_fd_functions", False)  # as there: removing a tree names every file by its path
        yield refused


def _is_open(place: Any) -> bool:
    open_here = set()
    for number in [file.name for file in OURS.iterdir()]:
        try:
            known = os.fstat(int(number))
        except OSError:
            continue
        if stat.S_ISREG(known.st_mode):
            open_here.add((known.st_dev, known.st_ino))
    files = [Path(place), *(Path(place).rglob("*") if Path(place).is_dir() else ())]
    return any((file.lstat().st_dev, file.lstat().st_ino) in open_here for file in files if os.path.lexists(file))
