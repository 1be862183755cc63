"""Any action by its name: type a few letters, choose, Enter. It lies over the window and closes by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.translation import _
from app.ui.actions import spoken
from app.ui.dialogs.finding_actions import ranked
from app.ui.fields.rows import announce
from app.ui.look import colours, fonts, key_caps, mirror, shadow, style

_ROWS = 7
_ROW, _WIDTH, _TOP = 40, 640, 72
_ACTION = Qt.ItemDataRole.UserRole


class Palette(QDialog):
    """Covers the window, so that a click beside it closes it. The chosen action runs where the writer was."""

    help_requested = Signal()
    """F1: no shortcut could answer it, for the field keeps every key."""

    def __init__(self, actions: Sequence[QAction], window: QWidget) -> None:
        super().__init__(window)
        self.setWindowFlags(Qt.WindowType.Widget)  # a part of the window, so that its shadow falls on the window
        self._actions = [action for action in actions if action.objectName() != "find_action"]
        self._came_from = QApplication.focusWidget()
        self.setAccessibleName(_("Find an action"))
        style.mark(self, surface="clear")
        self.search = _Search()
        self.search.setPlaceholderText(_("What would you like to do?"))
        self.search.setAccessibleName(_("Name of the action"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Actions"))
        self.list.setItemDelegate(_ActionRow(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        style.mark(self.list, kind="rows")
        self._said = ""
        self._none = QLabel(_("No action has these letters in its name."))
        style.mark(self._none, kind="hint")
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.search.textEdited.connect(self._say_marked)
        self.list.itemEntered.connect(self.list.setCurrentItem)
        self.list.itemClicked.connect(self._run)
        self._fill("")
        window.installEventFilter(self)
        self._frame.installEventFilter(self)
        self._follow()

    def open(self) -> None:
        """Show the palette over the window, with the keyboard in it."""
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window; let the shadow follow the frame, which shrinks with what is found."""
        if event.type() == QEvent.Type.Resize:
            if watched is self._frame:
                self.update()
            else:
                self._follow()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move in the list while the keyboard stays in the field."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        key = Qt.Key(event.key())
        is_again = key == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key in steps:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + steps[key])))
            self._say_marked()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentItem())
        elif key == Qt.Key.Key_Escape or is_again:
            self.reject()
        elif key == Qt.Key.Key_F1:
            self.help_requested.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.accept()  # the field is the only stop
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _is_next: bool) -> bool:
        """The keyboard stays in the field until the palette closes."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the palette closes it."""
        if not self._frame.geometry().contains(event.position().toPoint()):
            self.reject()

    def done(self, result: int) -> None:
        """Close, and give the keyboard back."""
        came_from = self._came_from
        super().done(result)
        try:
            if came_from is not None and came_from.isVisible():
                came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        except RuntimeError:
            pass  # what had the keyboard is gone, and so is the wish to go back

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Only the shadow: the window stays in sight."""
        painter = QPainter(self)
        shadow.paint(painter, QRectF(self._frame.geometry()), radius=12)

    def _fill(self, text: str) -> None:
        self.list.clear()
        names = [(spoken(action), action.property("menu") or "", action.toolTip()) for action in self._actions]
        found = [self._actions[place] for place in ranked(text, names)]
        for action in sorted(found, key=lambda action: not action.isEnabled()):
            item = QListWidgetItem(spoken(action))
            item.setData(_ACTION, action)
            item.setToolTip(action.toolTip() if action.isEnabled() else _("This cannot be done here"))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        rows = min(_ROWS, max(1, len(found)))
        self.list.setFixedHeight(min(rows * fonts.px(_ROW), max(fonts.px(_ROW), self._room())))

    def _say_marked(self) -> None:
        """The keyboard stays in the field: what Enter would do is said."""
        item = self.list.currentItem()
        if item is None:
            sentence = self._none.text()
        elif item.data(_ACTION).isEnabled():
            sentence = item.text()
        else:
            sentence = f"{item.text()}. {item.toolTip()}"
        if sentence != self._said:  # not at every letter again
            self._said = sentence
            announce(self.search, sentence)

    def _run(self, item: QListWidgetItem | None) -> None:
        action = item.data(_ACTION) if item else None
        if action is None or not action.isEnabled():
            return
        self.accept()
        QTimer.singleShot(0, action, action.trigger)

    def _room(self) -> int:
        window = self.parentWidget()
        return (window.height() if window else 600) - _TOP - fonts.px(130)

    def _follow(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
            self._frame.setFixedWidth(min(fonts.px(_WIDTH), window.width() - 48))

    def _lay_out(self) -> None:
        self._frame = QFrame()
        style.mark(self._frame, kind="popover", surface="paper")
        line = QFrame()
        style.mark(line, kind="line")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(18, 16, 18, 12)
        inside.setSpacing(8)
        inside.addWidget(self.search)
        inside.addWidget(self.list)
        inside.addWidget(self._none)
        inside.addWidget(line)
        inside.addLayout(_foot())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, _TOP, 0, 0)
        page.addWidget(self._frame, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(1)


class _Search(QLineEdit):
    """Keeps every key while the palette is open: the window's shortcuts would act behind it."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class _ActionRow(QStyledItemDelegate):
    """Name, its menu, its keys; what cannot be done here is fainter and says so."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        action: QAction = index.data(_ACTION)
        row = QRect(option.rect)  # type: ignore[attr-defined]
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("mist2"))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), 8, 8)
        row = mirror.short_of(mirror.after(row, 12), 10)
        row = key_caps.paint(painter, row, key_caps.of_action(action))
        role = ("link" if is_current else "ink") if action.isEnabled() else "faint"
        row = _write(painter, row, spoken(action), 16, 600 if is_current and action.isEnabled() else 400, role)
        where = action.property("menu") if action.isEnabled() else _("not here")
        _write(painter, row, where, 14, 400, "soft")
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, fonts.px(_ROW))


def _write(painter: QPainter, row: QRect, text: str, px: int, weight: int, role: str) -> QRect:
    """Write at the beginning of the row; returns the room behind it."""
    painter.setFont(fonts.sans(px, weight))
    painter.setPen(colours.colour(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, row.width()))
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return mirror.after(row, painter.fontMetrics().horizontalAdvance(shown) + 12)


def _foot() -> QHBoxLayout:
    row = QHBoxLayout()
    words, key, meaning = (
        QLabel(_("Type a few letters. Each name is also in the menus.")),
        QLabel("Esc"),
        QLabel(_("close")),
    )
    style.mark(words, kind="hint")
    style.mark(key, kind="key")
    style.mark(meaning, kind="hint")
    row.addWidget(words)
    row.addStretch(1)
    row.addWidget(key)
    row.addWidget(meaning)
    return row
