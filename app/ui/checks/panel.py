"""Every finding of the open summary in one list, worst first. Enter or a click goes to its place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.model.finding import Finding
from app.model.vocabulary import SEVERITIES
from app.ui import words
from app.ui.look import icons
from app.ui.look.style import mark

_LOOKS = {"error": ("octagon-alert", "brick"), "warning": ("triangle-alert", "amber"), "notice": ("info", "link")}
_PLACE = Qt.ItemDataRole.UserRole


class ChecksPanel(QWidget):
    """Shows findings; the passage of the paper and dismissing come with the paper panel."""

    go_to_requested = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._heading = QLabel("Nothing to look at")
        mark(self._heading, kind="panel-heading")
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setAccessibleName("Findings")
        self._list.setIconSize(QSize(18, 18))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.itemActivated.connect(self._on_item)
        self._list.itemClicked.connect(self._on_item)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 12)
        column.addWidget(self._heading)
        column.addWidget(self._list, 1)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show the findings, worst first; the chosen row stays chosen."""
        ordered = tuple(sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)))
        if ordered == self._findings:
            return
        self._findings = ordered
        row = self._list.currentRow()
        self._list.clear()
        for finding in ordered:
            self._list.addItem(_row(finding))
        self._list.setCurrentRow(min(row, len(ordered) - 1))
        self._heading.setText(_heading(ordered))

    def next_finding(self) -> None:
        """Go to the next finding."""
        self._step(1)

    def previous_finding(self) -> None:
        """Go to the finding before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._findings:
            self._list.setCurrentRow((self._list.currentRow() + step) % len(self._findings))
            self._on_item(self._list.currentItem())

    def _on_item(self, item: QListWidgetItem) -> None:
        finding: Finding = item.data(_PLACE)
        self.go_to_requested.emit(finding.section, finding.start or 0, finding.end or 0)


def _row(finding: Finding) -> QListWidgetItem:
    icon, role = _LOOKS[finding.severity]
    told = words.explanation(finding)
    head = f"{told.headline}{_words_of(finding, told.headline)}"
    item = QListWidgetItem(icons.icon(icon, role=role), f"{head}\n{words.section_name(finding.section)}")
    item.setData(_PLACE, finding)
    item.setToolTip(f"{told.why} {told.what_to_do}".strip())
    return item


def _words_of(finding: Finding, headline: str) -> str:
    """The words that a finding is about, when they are few and its headline does not name them."""
    text = " ".join((finding.text or "").split())
    return f": “{text}”" if text and len(text) <= 40 and text not in headline else ""


def _heading(findings: tuple[Finding, ...]) -> str:
    errors = sum(finding.severity == "error" for finding in findings)
    if not findings:
        return "Nothing to look at"
    if not errors:
        return f"{len(findings)} to look at"
    return f"{errors} to mend, {len(findings) - errors} to look at"
