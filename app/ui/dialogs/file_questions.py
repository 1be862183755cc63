"""Asks which file, with the system's own dialog: it begins where the writer chose last, at first among the documents.

Without a folder of our own it would begin where the program was started, which means nothing to a writer.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_chosen_last: list[Path] = []


def file_to_open(parent: QWidget, title: str, kinds: str) -> str:
    """The path of one file that is there; empty when none was chosen."""
    path, _kind = QFileDialog.getOpenFileName(parent, title, str(_begin()), kinds)
    return _noted(path)


def files_to_open(parent: QWidget, title: str, kinds: str) -> list[str]:
    """The paths of files that are there; none when none was chosen."""
    paths, _kind = QFileDialog.getOpenFileNames(parent, title, str(_begin()), kinds)
    for path in paths[:1]:
        _noted(path)
    return paths


def file_to_save(parent: QWidget, title: str, name: str, kinds: str) -> str:
    """The path for a file, under this name unless the writer gives another; empty when none was chosen."""
    path, _kind = QFileDialog.getSaveFileName(parent, title, str(_begin() / name), kinds)
    return _noted(path)


def _begin() -> Path:
    if _chosen_last and _chosen_last[0].is_dir():
        return _chosen_last[0]
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def _noted(path: str) -> str:
    if path:
        _chosen_last[:] = [Path(path).parent]
    return path
