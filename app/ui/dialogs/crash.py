"""After a fault of our own: what became of the text, and a report to copy, without the writer’s words unless ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.translation import _
from app.ui.look import room, style

_ABOUT = _("This report helps us to mend it. You see all of it here; nothing is sent by itself.")


class CrashDialog(QDialog):
    """Window-modal, with the keyboard on Go on writing."""

    def __init__(self, sentence: str, report: str, with_words: str, parent: QWidget | None = None) -> None:
        """`report` has no word of the writer's in it; `with_words` is the report with them."""
        super().__init__(parent)
        self._reports = (report, with_words)
        self.setWindowTitle("Plainspoken")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.mark(self, surface="paper")
        heading, said, about = (
            QLabel(_("Something went wrong")),
            QLabel(sentence, wordWrap=True),
            QLabel(_ABOUT, wordWrap=True),
        )
        style.mark(heading, kind="panel-heading")
        style.mark(about, kind="hint")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.report = QPlainTextEdit(report, readOnly=True, tabChangesFocus=True)
        self.report.setAccessibleName(_("Report"))
        self.words = QCheckBox(_("Put the message and the open summary’s text into the report"))
        self.copy, self.go_on = QPushButton(_("Copy the report")), QPushButton(_("Go on writing"))
        style.mark(self.copy, kind="secondary")
        style.mark(self.go_on, kind="primary")
        self.copy.setAutoDefault(False)
        self.go_on.setDefault(True)
        self.words.toggled.connect(self._show_report)
        self.copy.clicked.connect(self._on_copy)
        self.go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (heading, said, self.report, about, self.words):
            column.addWidget(part)
        column.addLayout(buttons)
        self.resize(room.fitted(600, 420, self.parentWidget()))
        self.go_on.setFocus()

    def _show_report(self, has_words: bool) -> None:
        self.report.setPlainText(self._reports[has_words])

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(_("Copied"))
