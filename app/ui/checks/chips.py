"""What of the findings is shown: all, or one severity, each with its number; and how they are grouped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from app.translation import _, counted
from app.ui.fields.flow import Flow
from app.ui.look import fonts, icons, style

_NAMES = {"": _("All"), "error": _("to mend"), "warning": _("to look at"), "notice": _("notes")}
_LOOKS = {"error": ("octagon-alert", "brick"), "warning": ("triangle-alert", "amber"), "notice": ("info", "link")}


def _words(severity: str, count: int) -> str:
    return {
        "": _("All {n:,}").format(n=count),
        "error": _("{n:,} to mend").format(n=count),
        "warning": _("{n:,} to look at").format(n=count),
        "notice": counted("{n:,} note", "{n:,} notes", count),
    }[severity]


class Chips(QWidget):
    """One chip is always on. Tab comes to that one; the arrows go from chip to chip."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.severity = ""
        self.chips: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        flow = Flow(self, spacing=6)
        for severity in _NAMES:
            chip = QPushButton()
            chip.setCheckable(True)
            chip.setAutoDefault(True)
            if severity:
                icon, role = _LOOKS[severity]
                chip.setIcon(icons.icon(icon, role=role))
            style.mark(chip, kind="chip")
            chip.clicked.connect(lambda _on=False, severity=severity: self.choose(severity))
            self.chips[severity] = chip
            group.addButton(chip)
            flow.addWidget(chip)
        self.by_severity = QPushButton(icons.icon("layers", role="link"), _("By severity"))
        self.by_severity.setCheckable(True)
        self.by_severity.setToolTip(_("Group by how grave a finding is, not by section"))
        style.mark(self.by_severity, kind="quiet", size="small")
        self.by_severity.toggled.connect(self.changed)
        flow.addWidget(self.by_severity)
        self._size_icons()
        self.show_counts({})
        self.choose("")

    def changeEvent(self, event: QEvent) -> None:
        """Icons grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "by_severity"):
            self._size_icons()

    def _size_icons(self) -> None:
        for button in (*self.chips.values(), self.by_severity):
            button.setIconSize(QSize(fonts.px(16) + 4, fonts.px(16)))

    def choose(self, severity: str) -> None:
        """Show findings of one severity; "" is all."""
        has_changed, self.severity = severity != self.severity, severity
        self.chips[severity].setChecked(True)
        if has_changed:
            self.changed.emit()

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many there are of each."""
        for severity, chip in self.chips.items():
            count = counts.get(severity, 0) if severity else sum(counts.values())
            chip.setText(_words(severity, count))
            chip.setAccessibleName(chip.text())
            chip.setVisible(bool(count) or severity in ("", self.severity))
        self.updateGeometry()
