"""The page of the open summary: its header, the form and the side panel, and which of them has the room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QVBoxLayout, QWidget

from app.ui.actions import Actions
from app.ui.editor.panel import EditorPanel
from app.ui.header import EditorHeader
from app.ui.look import fonts
from app.ui.look.style import mark
from app.ui.side_panel import SidePanel

NARROW = 860
"""Below this width in pixels, at the usual text size, the form and the side panel take turns."""
OUTLINED = 1100
"""From this width on, as wide as at the usual text size, the outline stands beside the form."""
SIDE_MOST = ((1360, 640), (OUTLINED, 416), (NARROW, 392), (0, 16_777_215))
"""The side panel is at most this wide (second) in a window at least this wide (first), in pixels."""


class EditorPage(QWidget):
    """Shows form and side panel beside each other, or one at a time; moves the keyboard between them."""

    def __init__(self, table: Actions, editor: EditorPanel, panels: dict[str, QWidget]) -> None:
        super().__init__()
        self._table = table
        self.editor = editor
        self.header = EditorHeader(table)
        self.side = SidePanel(panels)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._wants_side = True
        self._is_side_in_front = self._is_narrow = False
        self._build()

    @property
    def wants_side(self) -> bool:
        """Whether the side panel belongs beside the form, where there is room."""
        return self._wants_side

    def show_side(self, is_shown: bool) -> None:
        """Show or hide the panel beside the form; in a narrow window, in front of the form."""
        self._wants_side = is_shown
        self._is_side_in_front = is_shown
        self.share_room()

    def show_tab(self, name: str) -> None:
        """Bring one side panel forward, also when the side was hidden."""
        self.side.show_tab(name)
        self.show_side(True)

    def hide_side(self) -> None:
        """Hide the panel beside the form."""
        self.show_side(False)

    def show_form(self) -> None:
        """Bring the form forward where a narrow window shows the panel instead."""
        self._is_side_in_front = False
        self.share_room()

    def on_tab_action(self) -> None:
        """An action named `show_<tab>` asks for its panel."""
        self.show_tab(self.sender().objectName().removeprefix("show_"))

    def next_area(self) -> None:
        """Move the keyboard on: outline, form, side panel."""
        self._go_round(1)

    def previous_area(self) -> None:
        """Move the keyboard back: side panel, form, outline."""
        self._go_round(-1)

    def share_room(self) -> None:
        """Give form and panel what the window has: a small one shows one of them, not both."""
        width = self.window().width() * 15 / fonts.px(15)  # larger letters make a window small as fewer pixels do
        has_keyboard = _holds(self.side, QApplication.focusWidget())
        is_narrow = width < NARROW
        if is_narrow and not self._is_narrow and not self.isHidden():
            self._is_side_in_front = self._is_side_in_front and has_keyboard  # nobody's field goes while they type
        self._is_narrow = is_narrow
        is_side_shown = self._wants_side and (self._is_side_in_front or not is_narrow)
        most = next(most for least, most in SIDE_MOST if width >= least)
        # In a small window the outline is a list to drop down, and leaves room for tabs that have grown.
        self.side.give_room(most if width >= OUTLINED else int(self.window().width() * 0.36))
        most = max(most, self.side.minimumSizeHint().width())
        self.side.setMaximumWidth(most)
        editor_width, side_width = self.splitter.sizes()
        if side_width > most:  # a splitter keeps the slot of a part that may no longer fill it
            self.splitter.setSizes([editor_width + side_width - most, most])
        self.side.setVisible(is_side_shown)
        self.editor.setVisible(not (is_narrow and is_side_shown))
        self.header.show_panel_button(not is_side_shown)
        self._table["side_panel"].setChecked(is_side_shown)
        if has_keyboard and not is_side_shown:
            self.editor.focus_form()

    def _go_round(self, step: int) -> None:
        areas = [self.editor.focus_outline, self.editor.focus_form]
        if not self.side.isHidden():
            areas.append(self.side.focus_panel)
        areas[(self._area() + step) % len(areas)]()

    def _area(self) -> int:
        focus = QApplication.focusWidget()
        if _holds(self.side, focus):
            return 2
        return 0 if self.editor.is_in_outline(focus) else 1

    def _build(self) -> None:
        self.splitter.addWidget(self.editor)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([960, 480])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QFrame()
        mark(line, kind="line")
        column.addWidget(self.header)
        column.addWidget(line)
        column.addWidget(self.splitter, 1)


def _holds(area: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and area.isAncestorOf(widget)
