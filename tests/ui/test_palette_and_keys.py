"""Any action by its name, and every key on one page, with the real table of actions and real key presses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.ui.actions import Actions, spoken
from app.ui.dialogs.finding_actions import ranked
from app.ui.dialogs.keys import KeysDialog, key_groups
from app.ui.dialogs.palette import Palette
from app.ui.look import key_caps


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    qtbot.addWidget(window)
    field = QLineEdit()
    window.setCentralWidget(field)
    window.resize(900, 600)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    yield window


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    actions = Actions(window)
    actions.show_page("editor")
    return actions


def _names(palette: Palette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_typing_and_enter_run_the_action_where_the_writer_was(
    qtbot: QtBot, window: QMainWindow, actions: Actions
) -> None:
    palette = Palette(list(actions), window)
    palette.open()
    QTest.keyClicks(palette.search, "next find")
    assert _names(palette) == ["Next finding"]
    with qtbot.waitSignal(actions["next_finding"].triggered):
        QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isHidden() and window.focusWidget() is window.centralWidget()


class _Painted(QObject):
    """What was painted anew of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_its_shadow_goes_with_it_when_less_is_found(qtbot: QtBot, window: QMainWindow, actions: Actions) -> None:
    palette = Palette(list(actions), window)
    palette.open()
    qtbot.waitUntil(lambda: palette.list.count() > 7)
    frame = palette.findChild(QFrame)
    below = frame.geometry().bottomLeft() + QPoint(frame.width() // 2, 4)  # in its shadow
    qtbot.wait(50)
    painted = _Painted(palette)
    QTest.keyClicks(palette.search, "next find")
    qtbot.waitUntil(lambda: frame.geometry().bottom() < below.y() - 50)
    qtbot.waitUntil(lambda: painted.region.contains(below))


def test_arrows_choose_while_the_field_keeps_the_keyboard(qtbot: QtBot, window: QMainWindow, actions: Actions) -> None:
    palette = Palette(list(actions), window)
    palette.open()
    QTest.keyClicks(palette.search, "next")
    second = _names(palette)[1]
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.search.hasFocus() and palette.list.currentItem().text() == second
    QTest.keyClick(palette.search, Qt.Key.Key_Tab)
    assert palette.search.hasFocus()
    chosen = next(action for action in actions if spoken(action) == second)
    with qtbot.waitSignal(chosen.triggered):
        QTest.keyClick(palette.search, Qt.Key.Key_Enter)


def test_escape_and_a_click_beside_it_change_nothing(window: QMainWindow, actions: Actions) -> None:
    for leave in ("escape", "click"):
        palette = Palette(list(actions), window)
        palette.open()
        if leave == "escape":
            QTest.keyClick(palette.search, Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 590))
        assert palette.isHidden() and window.focusWidget() is window.centralWidget()


def test_what_cannot_be_done_here_is_listed_last_and_does_nothing(window: QMainWindow, actions: Actions) -> None:
    ran: list[bool] = []
    actions["duplicate"].triggered.connect(lambda: ran.append(True))
    palette = Palette(list(actions), window)
    palette.open()
    QTest.keyClicks(palette.search, "duplicate")
    assert _names(palette) == ["Duplicate summary"]
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible() and not ran
    palette.reject()


def test_the_windows_keys_do_not_act_behind_it(window: QMainWindow, actions: Actions) -> None:
    ran: list[bool] = []
    actions["new_summary"].triggered.connect(lambda: ran.append(True))
    palette = Palette(list(actions), window)
    palette.open()
    QTest.keyClick(palette.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert not ran and palette.isVisible()
    palette.reject()


def test_a_name_that_begins_so_comes_first() -> None:
    names = [
        ("Text size: next step up", "View", "Larger"),
        ("Next match", "Edit", "Go to the next place"),
        ("Link…", "Format", "Make the chosen words a link"),
    ]
    assert ranked("next", names) == [1, 0]
    assert ranked("NEX ma", names) == [1]
    assert ranked("words", names) == [2]
    assert ranked("xyz", names) == []
    assert ranked(" ", names) == [0, 1, 2]


@pytest.mark.parametrize(
    ("keys", "parts"),
    [("Ctrl+Shift+Z", ("Ctrl", "Shift", "Z")), ("Ctrl++", ("Ctrl", "+")), ("F8", ("F8",)), ("", ()), ("+", ("+",))],
)
def test_keys_come_apart_as_they_stand_on_the_keyboard(keys: str, parts: tuple[str, ...]) -> None:
    assert key_caps.parts(QKeySequence(keys)) == parts


def test_every_key_of_the_table_is_on_the_page(window: QMainWindow, actions: Actions) -> None:
    shown = {name for _menu, lines in key_groups(actions) for name, _keys in lines}
    with_keys = {spoken(action) for action in actions if key_caps.of_action(action)}
    assert with_keys <= shown and {"Bold", "Undo", "Find an action…"} <= shown
    dialog = KeysDialog(list(actions), window)
    dialog.open()
    for width in (420, 800, 1200):
        dialog.resize(width, 500)
        QTest.qWait(10)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ctrl+Shift+Z", ("Ctrl", "Shift", "Z")), ("Ctrl++", ("Ctrl", "+")), ("+", ("+",)), ("F1", ("F1",)), ("", ()),
        ("⇧⌘Z", ("⇧", "⌘", "Z")), ("⌘+", ("⌘", "+")), ("⌥↑", ("⌥", "↑")), ("⌃⌘F", ("⌃", "⌘", "F")),
    ],
)  # fmt: skip
def test_every_key_of_a_shortcut_is_a_cap_on_a_pc_and_on_a_mac(text: str, parts: tuple[str, ...]) -> None:
    assert key_caps.parts_of(text) == parts
