"""The versions of the open summary that the library keeps, by day, and what is different between any two of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.model.comment import OPEN
from app.model.summary import Summary
from app.text.changes import PartChange
from app.translation import _
from app.ui.dialogs.name_version import NameVersionDialog
from app.ui.history.comments import CommentsView
from app.ui.history.comparison import NOW, Compared, ComparisonView
from app.ui.history.line_painter import LinePainter
from app.ui.history.lines import LINE, VERSION, Line, LinesModel, StateChange, Version, lines_of
from app.ui.look.style import mark
from app.ui.words import history as words


class HistoryPanel(QWidget):
    """Shows versions, newest first, and comparisons. Enter compares the chosen one with what the writer sees now."""

    bring_back_requested = Signal(int)
    """The number of a version."""
    bring_back_part_requested = Signal(int, str)
    compare_requested = Signal(int, int)
    """The numbers of the older and the newer version, 0 for now."""
    name_requested = Signal(int, str)
    """A version and its name, empty to take the name away."""

    keep_requested = Signal(str)
    """Keep what the writer sees now, under a name that may be empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: Sequence[Version] = ()
        self._said: tuple[object, ...] = ()
        self.list, self.comparison = _List(), ComparisonView()
        self._model, self._painter = LinesModel(), LinePainter(self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._painter)
        self.compare = _button(_("Compare"), _("What changed since this version (Enter)"))
        self.name = _button(_("Name…"), _("Give this version a name, so that it is kept for good"))
        self.bring_back = _button(
            _("Bring back"), _("Make this version the open text again; can be undone"), "secondary"
        )
        self._none = QLabel(words.NONE_KEPT, wordWrap=True)
        self._pages, self._stack, self._parts = QStackedWidget(), QStackedWidget(), QButtonGroup(self)
        self.comments = CommentsView()
        self.versions_part = _part(_("Versions"))
        self.comments_part = _part(_("Comments"))
        self.versions_part.setChecked(True)
        self._lay_out()
        self._connect()

    def ask_changes_of(self, changes_of: Callable[[int], Sequence[PartChange] | None]) -> None:
        """How a version's line learns what it changed in the one before: asked when the line is looked at."""
        self._model.changes_of = changes_of

    def show_versions(self, versions: Sequence[Version], states: Sequence[StateChange] = ()) -> None:
        """Show the kept versions and states; the newest version is what the writer sees now."""
        said = (*versions, *states)
        if said == self._said:
            return
        chosen = self.chosen
        is_same_summary = bool(self._versions) and bool(versions) and self._versions[-1].number == versions[-1].number
        self._said, self._versions = said, versions
        self._none.setVisible(not versions)
        self.list.setVisible(bool(versions))
        self._model.show_lines(lines_of(versions, states, datetime.now().astimezone()))
        self.comparison.show_versions([(one.number, self._name_of(one)) for one in versions])
        if not is_same_summary:
            self._on_closed()
        self._choose(chosen.number if chosen and not chosen.is_newest else 0)

    def show_comparison(self, compared: Compared) -> None:
        """Show what is different between two versions."""
        version = next((one for one in self._versions if one.number == compared.older), None)
        self.comparison.show_comparison(compared, self._name_of(version) if version else "")
        if self._pages.currentWidget() is not self.comparison:
            self._pages.setCurrentWidget(self.comparison)
            self.comparison.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Line | None:
        """The version that is chosen in the list."""
        line = self.list.currentIndex().data(LINE)
        return line if isinstance(line, Line) and line.kind == VERSION else None

    def show_comments(self) -> None:
        """Bring the comments forward."""
        self.comments_part.setChecked(True)
        self._stack.setCurrentWidget(self.comments)
        self.comments_part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_summary(self, summary: Summary) -> None:
        """Show the comments of the open summary, and how many are open."""
        count = sum(comment.state == OPEN for comment in summary.comments)
        self.comments_part.setText(_("Comments  {count}").format(count=count) if count else _("Comments"))
        self.comments.show_summary(summary)

    def refresh_comparison(self, _summary: object = None) -> None:
        """The open text changed: compare again, where it is compared with now."""
        compared = self.comparison.compared
        if self._pages.currentWidget() is self.comparison and compared is not None and compared.newer == NOW:
            self.compare_requested.emit(compared.older, NOW)

    def _lay_out(self) -> None:
        mark(self._none, kind="hint")
        self._none.setContentsMargins(20, 16, 20, 0)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 8, 14, 2)
        for button in (self.compare, self.name):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.bring_back)
        foot = QLabel(words.FOOT, wordWrap=True)
        mark(foot, kind="hint")
        foot.setContentsMargins(20, 4, 20, 12)
        all_versions = QWidget()
        column = QVBoxLayout(all_versions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._none, 1)  # at its top, so that the buttons stay at the foot
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addWidget(foot)
        self._pages.addWidget(all_versions)
        self._pages.addWidget(self.comparison)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        parts = QHBoxLayout()
        parts.setContentsMargins(14, 10, 14, 4)
        parts.setSpacing(6)
        for at, button in enumerate((self.versions_part, self.comments_part)):
            mark(button, kind="chip", size="small")
            self._parts.addButton(button, at)
            parts.addWidget(button)
        parts.addStretch(1)
        outer.addLayout(parts)
        outer.addWidget(self._stack, 1)
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self.comments)
        self._on_current()

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._parts.idClicked.connect(self._stack.setCurrentIndex)
        self.list.entered_version.connect(self._on_compare)
        self.list.doubleClicked.connect(self._on_compare)
        self.compare.clicked.connect(self._on_compare)
        self.name.clicked.connect(self._on_name)
        self.bring_back.clicked.connect(self._on_bring_back)
        self.comparison.compare_requested.connect(self.compare_requested)
        self.comparison.bring_back_requested.connect(self.bring_back_requested)
        self.comparison.bring_back_part_requested.connect(self.bring_back_part_requested)
        self.comparison.closed.connect(self._on_closed)

    def _choose(self, number: int) -> None:
        rows = [row for row, line in enumerate(self._model.lines) if line.kind == VERSION]
        same = [row for row in rows if self._model.lines[row].number == number]
        if rows:
            self.list.setCurrentIndex(self._model.index((same or rows)[0], 0))
        self._on_current()

    def _name_of(self, version: Version) -> str:
        at, now = words.moment(version.saved), datetime.now().astimezone()
        name = f"{words.day_name(at, now)}, {words.time_name(at)}"
        return f"{name} · {version.name}" if version.name else name

    def _on_current(self, *_indexes: QModelIndex) -> None:
        line = self.chosen
        for button in (self.compare, self.name):
            button.setEnabled(line is not None)
        self.bring_back.setEnabled(line is not None and not line.is_newest)

    def _on_compare(self) -> None:
        if line := self.chosen:
            self.compare_requested.emit(line.number, NOW)

    def _on_bring_back(self) -> None:
        if line := self.chosen:
            self.bring_back_requested.emit(line.number)

    def ask_name(self) -> None:
        """Keep what the writer sees now under a name that is asked for."""
        self._ask(NOW, "")

    def _on_name(self) -> None:
        line = self.chosen
        version = next((one for one in self._versions if line and one.number == line.number), None)
        if version is not None:
            self._ask(version.number, version.name)

    def _on_named(self, number: int, name: str) -> None:
        if number == NOW:
            self.keep_requested.emit(name)
        else:
            self.name_requested.emit(number, name)

    def _ask(self, number: int, name: str) -> None:
        dialog = NameVersionDialog(number, name, self.window())
        dialog.named.connect(self._on_named)
        dialog.open()

    def _on_closed(self) -> None:
        if self._pages.currentIndex() != 0:
            self._pages.setCurrentIndex(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)


class _List(QListView):
    """Only what is in sight is painted, and described."""

    entered_version = Signal()

    def __init__(self) -> None:
        super().__init__()
        mark(self, kind="lines")
        self.setAccessibleName(_("Versions"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setViewportMargins(8, 4, 4, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter compares."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_version.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The text size may have changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()


def _button(text: str, tip: str, kind: str = "quiet") -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    mark(button, kind=kind, size="small")
    return button


def _part(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setCheckable(True)
    return button
