"""Rows of a list by keys: Tab meets the same back as forth, and every button of a row does what it says."""

from __future__ import annotations

from editor_desk import ALT, SUMMARY, Desk, findings_list, focus
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.fields.chips_field import ChipsField
from app.ui.fields.list_field import ListField


def met(start: QWidget, key: Qt.Key, end: QWidget) -> list[str]:
    """The names of what Tab meets from one control to another."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    names = [start.accessibleName()]
    while focus() is not end and len(names) < 40:
        QTest.keyClick(focus(), key)
        QApplication.processEvents()
        names.append(focus().accessibleName())
    return names


def both_ways(rows: ListField) -> tuple[list[str], list[str]]:
    first = rows.findChild(QToolButton)
    assert first is not None
    there = met(first, Qt.Key.Key_Tab, rows.add_button)
    return there, met(rows.add_button, Qt.Key.Key_Backtab, first)


def test_tab_meets_every_row_back_as_forth(desk: Desk) -> None:
    desk.panel.show_section("key_findings")
    rows = findings_list(desk).list
    expected = [f"{what} {n}" for n in (1, 2, 3) for what in ("Move finding", "Finding", "Remove finding")]
    there, back = both_ways(rows)
    assert there == [*expected, "Add a finding"]
    assert back == there[::-1]
    rows.do("add", 0)
    there, back = both_ways(rows)
    assert len(there) == 13 and back == there[::-1]
    rows.do("remove", 2)
    rows.do("up", 1)
    there, back = both_ways(rows)
    assert there == [*expected, "Add a finding"] and back == there[::-1]


def test_the_keys_of_a_list_work_on_its_buttons(desk: Desk) -> None:
    desk.panel.show_section("key_findings")
    rows = findings_list(desk).list
    for name in ("Move finding 1", "Remove finding 1"):
        rows.fields[0].edit.setFocus()
        button = next(each for each in rows.findChildren(QToolButton) if each.accessibleName() == name)
        button.setFocus()
        desk.press(Qt.Key.Key_Down, ALT)
        assert desk.summary.key_findings[:2] == ("Rats walked better.", "Rats lived longer."), name
        assert rows.fields[1].edit.hasFocus()
        desk.press(Qt.Key.Key_Up, ALT)
        assert desk.summary.key_findings == SUMMARY.key_findings


def test_a_handle_that_is_pressed_offers_what_can_be_done(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.show_section("key_findings")
    rows = findings_list(desk).list
    handle = next(each for each in rows.findChildren(QToolButton) if each.accessibleName() == "Move finding 1")
    handle.setFocus()
    desk.press(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [
        ("Move up", False),
        ("Move down", True),
        ("Remove", True),
    ]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert desk.summary.key_findings[:2] == ("Rats walked better.", "Rats lived longer.")
    qtbot.waitUntil(rows.fields[1].edit.hasFocus)


def test_the_keyboard_stays_on_a_category_that_becomes_the_home(desk: Desk) -> None:
    chips = desk.panel.findChild(ChipsField)
    assert chips is not None
    buttons = [each for each in chips.findChildren(QToolButton) if each.accessibleName().endswith(", category")]
    assert len(buttons) >= 2
    name = buttons[1].accessibleName()
    buttons[1].setFocus()
    desk.press(Qt.Key.Key_Space)
    assert f"{desk.summary.categories[0].name}, category" == name
    assert focus().accessibleName() == name
