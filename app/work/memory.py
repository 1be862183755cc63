"""The settings while the program runs: one value, changed here, kept on the disk at each change."""

from __future__ import annotations

import getpass
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app import settings
from app.model.summary import Summary

LOG = logging.getLogger("plainspoken")


def system_name() -> str:
    """The name under which this person uses the computer; empty when the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class Memory(QObject):
    """What the window remembers. A disk that refuses is logged: settings are never worth stopping a writer for."""

    changed = Signal(object)
    """The new Settings."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.settings, self.bad_keys = settings.load(file)
        if self.bad_keys:
            LOG.info("Settings replaced by their defaults: %s", ", ".join(self.bad_keys))

    def set(self, **changes: Any) -> None:
        """Change some settings and keep them."""
        changed = replace(self.settings, **changes)
        if changed == self.settings:
            return
        self.settings = changed
        try:
            settings.save(changed, self._file)
        except OSError as error:
            LOG.info("Settings not kept: %s", error)
        self.changed.emit(changed)

    def set_tab(self, name: str) -> None:
        """Remember which side panel is in front."""
        self.set(side_tab=name)

    def set_width(self, width: str) -> None:
        """Remember the width of the preview."""
        self.set(preview_width=width)

    def set_trash_days(self, days: int) -> None:
        """Remember after how many days the trash empties; 0 is never."""
        self.set(trash_days=days)

    def keeps_papers(self) -> bool:
        """Whether the file of a PDF stays with its summary."""
        return self.settings.keeps_papers

    def writer_name(self) -> str:
        """Who is writing: the name in the settings, else the system's name for this person."""
        return self.settings.writer.strip() or system_name()

    def note_tour(self) -> None:
        """Remember that the first tour was shown."""
        self.set(has_toured=True)

    def note_library(self, path: Path) -> None:
        """Remember a library as the last one and the first of the recent ones."""
        recent = settings.with_recent(self.settings.recent_libraries, str(path))
        self.set(last_library=str(path), recent_libraries=recent)

    def forget_library(self, path: Path) -> None:
        """Leave a library that is no longer there out of the recent ones."""
        recent = tuple(other for other in self.settings.recent_libraries if other != str(path))
        self.set(recent_libraries=recent)

    def note_summary(self, summary: Summary) -> None:
        """Remember which summary is open."""
        self.set(last_summary=summary.id)

    def forget_summary(self) -> None:
        """Remember that the library is in front."""
        self.set(last_summary="")
