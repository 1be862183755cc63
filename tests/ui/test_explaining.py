"""Ctrl+. says why words are marked: beside the caret, with alternatives on 1 to 3, and Esc back to the same caret."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.model.finding import Finding
from app.ui.explaining import Explaining, explain
from app.ui.fields.rich_field import RichField
from app.ui.popover import placed

TEXT = "The vehicle had no cells."
HARD = Finding("hard-word", "warning", "simple_explanation", 4, 11, "vehicle", suggestions=("liquid", "dummy infusion"))
PASSIVE = Finding("passive-voice", "notice", "simple_explanation", 4, 11, "vehicle")


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[RichField]:
    window = QMainWindow()
    qtbot.addWidget(window)
    field = RichField("simple_explanation", has_toolbar=True)
    window.setCentralWidget(field)
    window.resize(800, 500)
    field.explain_requested.connect(lambda found: explain(field, found))
    field.show_text(TEXT)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.place_caret(6)
    qtbot.waitUntil(field.edit.hasFocus)
    yield field


def _open(field: RichField, finding: Finding) -> Explaining:
    field.show_findings((finding,))
    QTest.keyClick(field.edit, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    box = field.window().findChild(Explaining)
    assert box is not None and box.isVisible()
    return box


def test_a_number_takes_the_alternative(qtbot: QtBot, field: RichField) -> None:
    box = _open(field, HARD)
    assert box.ways[0].hasFocus()
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(box.ways[0], Qt.Key.Key_2)
    assert field.text() == "The dummy infusion had no cells."
    assert field.edit.hasFocus()


def test_enter_takes_the_chosen_one(qtbot: QtBot, field: RichField) -> None:
    box = _open(field, HARD)
    QTest.keyClick(box.ways[0], Qt.Key.Key_Down)
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(box.ways[1], Qt.Key.Key_Return)
    assert field.text() == "The dummy infusion had no cells."


@pytest.mark.parametrize("leave", ["escape", "beside", "close"])
def test_leaving_goes_back_to_the_same_caret(field: RichField, leave: str) -> None:
    box = _open(field, PASSIVE)
    assert box.close_button.hasFocus()
    if leave == "escape":
        QTest.keyClick(box.close_button, Qt.Key.Key_Escape)
    elif leave == "beside":
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(795, 495))
    else:
        QTest.keyClick(box.close_button, Qt.Key.Key_Return)
    assert field.edit.hasFocus() and field.caret() == 6 and field.text() == TEXT


def test_other_keys_do_nothing_behind_it(field: RichField) -> None:
    box = _open(field, HARD)
    QTest.keyClick(box.ways[0], Qt.Key.Key_3)
    QTest.keyClick(box.ways[0], Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box.ways[0], "x")
    assert field.text() == TEXT and box.isVisible()
    box.close_and_return()


def test_nothing_opens_where_nothing_is_marked(field: RichField) -> None:
    field.show_findings(())
    QTest.keyClick(field.edit, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert field.window().findChild(Explaining) is None


@pytest.mark.parametrize(
    ("beside", "top"),
    [(QRect(100, 50, 2, 20), 77), (QRect(100, 420, 2, 20), 212), (QRect(100, 150, 2, 200), 283)],
)
def test_the_box_leaves_the_place_readable_and_never_leaves_the_window(beside: QRect, top: int) -> None:
    room, box = QRect(0, 0, 640, 500), QRect(0, 0, 370, 200)
    at = placed(beside, box, room)
    assert at.y() == top
    assert room.contains(box.translated(at))
    assert placed(QRect(630, 50, 2, 20), box, room).x() == 639 - 16 - 370
