"""The panel at the right of the form: Preview, Reading, Paper, Checks and History behind one row of tabs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.model.finding import Finding
from app.translation import _
from app.ui.look import fonts, icons
from app.ui.look.style import mark

TABS = ("preview", "reading", "paper", "checks", "history")
LEAST_WIDTH = 392
_TITLES = (_("Preview"), _("Reading"), _("Paper"), _("Checks"), _("History"))


class SidePanel(QFrame):
    """One of five panels, handed in by their names in TABS."""

    tab_changed = Signal(str)
    hide_requested = Signal()

    def __init__(self, panels: dict[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface="paper")
        self._tabs = QTabBar(drawBase=False, expanding=False, usesScrollButtons=False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._tabs.setAccessibleName(_("Panels"))
        mark(self._tabs, kind="panel")
        self._stack = QStackedWidget()
        for name, title in zip(TABS, _TITLES, strict=True):
            self._tabs.setTabToolTip(self._tabs.addTab(title), title)
            self._stack.addWidget(panels[name])
        self._hide = QPushButton(icons.icon("panel-right", role="soft"), "")
        self._hide.setIconSize(QSize(fonts.px(18), fonts.px(18)))
        self._hide.setToolTip(_("Hide this panel (Ctrl+0)"))
        self._hide.setAccessibleName(_("Hide this panel"))
        mark(self._hide, kind="icon")
        self._hide.clicked.connect(self.hide_requested)
        self._tabs.currentChanged.connect(self._on_tab)
        self._room = LEAST_WIDTH
        self._lay_out()

    @property
    def tab(self) -> str:
        """The name of the panel that is shown."""
        return TABS[self._tabs.currentIndex()]

    def show_tab(self, name: str) -> None:
        """Show one panel, by its name in TABS."""
        if name in TABS:
            self._tabs.setCurrentIndex(TABS.index(name))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """The number of open findings, beside Checks."""
        self._tabs.setTabText(
            TABS.index("checks"), _("Checks  {count}").format(count=len(findings)) if findings else _("Checks")
        )
        self._tabs.updateGeometry()  # which Qt leaves out while the tabs are hidden; their names would be cut later

    def focus_panel(self) -> None:
        """Put the keyboard on the tabs."""
        self._tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_room(self, width: int) -> None:
        """The panel may ask for so many pixels where its tabs need them."""
        if width != self._room:
            self._room = width
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As wide as the tabs, so that none of them is cut; but the form keeps its part of the window."""
        row = self._head.layout()
        assert row is not None
        edges = row.contentsMargins()
        whole = edges.left() + self._tabs.sizeHint().width() + self._hide.sizeHint().width() + edges.right()
        wanted = min(whole + 2 * row.spacing(), self._room)
        return QSize(max(LEAST_WIDTH, wanted), super().minimumSizeHint().height())

    def _on_tab(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.tab_changed.emit(TABS[index])

    def _lay_out(self) -> None:
        self._head = head = QFrame()
        head.setObjectName("panel-head")
        row = QHBoxLayout(head)
        row.addStrut(46)  # not the head's least height: that would let a low window cut the tabs
        row.setContentsMargins(10, 0, 12, 0)
        row.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self._hide)
        line = QFrame()
        line.setFixedHeight(1)
        mark(line, kind="line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
