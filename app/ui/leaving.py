"""Leaving a finding as it is: how far that reaches, and the reason, asked for in place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.checks.dismissals import needs_reason, scopes_for
from app.model.dismissal import HERE
from app.model.finding import Finding
from app.translation import _
from app.ui.fields.flow import Flow
from app.ui.fields.rows import announce
from app.ui.look import fonts, icons, labels, style
from app.ui.look.choice import StillChoice
from app.ui.words import leaving


class LeaveBox(QFrame):
    """How far, why, and a few words. An error is only left with a reason."""

    left = Signal(str, str)
    """The scope and the reason, which may be empty."""
    cancelled = Signal()
    resized = Signal()
    """It needs more or less room than before."""

    def __init__(self, finding: Finding, scope: str = HERE) -> None:
        super().__init__()
        self._finding = finding
        style.mark(self, kind="sunk")
        self.scope, self.reason, self.words = StillChoice(), StillChoice(), QLineEdit()
        self.dismiss, self.cancel = (
            QPushButton(icons.icon("check", role="link"), _(" Dismiss")),
            QPushButton(_("Cancel")),
        )
        self._fault, self._note = (
            labels.wrapped(leaving.REASON_WANTED, "error"),
            labels.wrapped(leaving.COMES_BACK, "small"),
        )
        self._fault.hide()
        self._fill(scope)
        self._lay_out()
        self._connect()

    def first(self) -> QWidget:
        """What gets the keyboard."""
        return self.words

    def given(self) -> str:
        """The reason as it stands: the chosen one, the writer's own words, or both."""
        chosen = self.reason.currentText() if self.reason.currentIndex() > 0 else ""
        own = " ".join(self.words.text().split())
        return f"{chosen}: {own}" if chosen and own else chosen or own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the box away and nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, scope: str) -> None:
        for name in scopes_for(self._finding):
            self.scope.addItem(leaving.SCOPE_NAMES[name], name)
        self.scope.setCurrentIndex(max(0, self.scope.findData(scope)))
        self.scope.setAccessibleName(_("How far it is left"))
        self.scope.setEnabled(self.scope.count() > 1)
        is_wanted = needs_reason(self._finding)
        self.reason.addItem(leaving.NO_REASON if is_wanted else leaving.NO_REASON + _(" (optional)"))
        self.reason.addItems(leaving.reasons_for(self._finding))
        self.reason.setAccessibleName(_("Reason"))
        self.words.setPlaceholderText(_("A few words for the reviewer") + ("" if is_wanted else _(" (optional)")))
        self.words.setAccessibleName(_("A few words for the reviewer"))
        for box in (self.scope, self.reason):
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _lay_out(self) -> None:
        self.dismiss.setAccessibleName(self.dismiss.text().strip())
        self.dismiss.setIconSize(QSize(fonts.px(16), fonts.px(16)))
        buttons = QWidget()
        row = Flow(buttons, spacing=6)
        for button, kind in ((self.dismiss, "secondary"), (self.cancel, "quiet")):
            button.setAutoDefault(True)
            style.mark(button, kind=kind, size="small")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(7)
        column.addWidget(labels.wrapped(_("Why is this fine?"), "label"))
        for part in (self.reason, self.words, self.scope, self._note, self._fault):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(buttons, 1)
        column.addLayout(foot)
        self._show_note()

    def _connect(self) -> None:
        self.words.returnPressed.connect(self._on_dismiss)
        self.dismiss.clicked.connect(self._on_dismiss)
        self.cancel.clicked.connect(self.cancelled)
        self.scope.currentIndexChanged.connect(self._show_note)

    def _show_note(self) -> None:
        self._note.setVisible(self.scope.currentData() == HERE and bool(self._finding.text))
        self.resized.emit()

    def _on_dismiss(self) -> None:
        reason = self.given()
        if needs_reason(self._finding) and not reason:
            self._fault.show()
            self.words.setAccessibleDescription(leaving.REASON_WANTED)
            announce(self.words, leaving.REASON_WANTED)
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            self.resized.emit()
            return
        self.left.emit(self.scope.currentData(), reason)
