"""The versions of the open summary that the library keeps, by day. Bringing one back is a step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui.look.style import mark

MOST = 200
_KINDS = {"autosave": "Saved by itself", "save": "Kept by you", "published": "Published", "import": "Brought in"}
_FOOT = "Every kept and published version stays. Bringing one back can be undone."


class Version(Protocol):
    """A kept version as the library hands it out."""

    @property
    def number(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def saved(self) -> str: ...
    @property
    def title(self) -> str: ...


class HistoryPanel(QWidget):
    """Shows versions, newest first."""

    bring_back_requested = Signal(int)
    """The number of a version."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[int, ...] = ()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = _label(_FOOT, "hint")
        foot.setContentsMargins(20, 10, 20, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(foot)

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show the kept versions; the newest is what the writer sees now."""
        numbers = tuple(version.number for version in versions)
        if numbers == self._shown:
            return
        self._shown = numbers
        inside = QWidget()
        mark(inside, surface="paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 16, 16)
        column.setSpacing(6)
        if not versions:
            column.addWidget(_label("No version is kept yet. The first one is kept with the first save.", "hint"))
        for day, rows in groupby(versions[:MOST], key=_day):
            column.addWidget(_label(day, "panel-heading"))
            for version in rows:
                column.addWidget(self._row(version, is_newest=version is versions[0]))
            column.addSpacing(8)
        column.addStretch(1)
        self._area.setWidget(inside)

    def _on_bring_back(self) -> None:
        self.bring_back_requested.emit(self.sender().property("number"))

    def _row(self, version: Version, *, is_newest: bool) -> QFrame:
        row = QFrame()
        mark(row, kind="card")
        kind = "badge" if version.kind in ("save", "published") else "hint"
        line = QHBoxLayout(row)
        line.setContentsMargins(14, 8, 10, 8)
        line.setSpacing(10)
        line.addWidget(_label(f"{_moment(version):%H:%M}", "strong"))
        words = _label(_KINDS.get(version.kind, version.kind), kind)
        words.setWordWrap(False)
        words.setToolTip(version.title)
        line.addWidget(words)
        line.addStretch(1)
        if is_newest:
            line.addWidget(_label("Newest", "hint"))
        else:
            back = QPushButton("Bring back")
            back.setAccessibleName(f"Bring back the version of {_moment(version):%H:%M}, {_day(version)}")
            mark(back, kind="secondary", size="small")
            back.setProperty("number", version.number)
            back.clicked.connect(self._on_bring_back)
            line.addWidget(back)
        return row


def _moment(version: Version) -> datetime:
    return datetime.fromisoformat(version.saved).astimezone()


def _day(version: Version) -> str:
    moment, today = _moment(version), datetime.now().astimezone()
    if moment.date() == today.date():
        return "Today"
    year = "" if moment.year == today.year else f" {moment.year}"
    return f"{moment.day} {moment:%B}{year}"


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(kind == "hint")
    mark(label, kind=kind)
    return label
