"""Who listens hears the row that the keyboard is on when it comes to a list, also the second time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import spoken_rows


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of what is told to have the keyboard, while somebody listens."""
    names: list[str] = []

    class Told(QAccessibleEvent):
        def setChild(self, place: int) -> None:
            row = QAccessible.queryAccessibleInterface(self.object()).child(place)
            names.append(row.text(QAccessible.Text.Name))
            super().setChild(place)

    monkeypatch.setattr(spoken_rows, "QAccessibleEvent", Told)
    QAccessible.setActive(True)
    yield names
    QAccessible.setActive(False)


def test_the_row_is_told_when_the_keyboard_comes_back(qtbot: QtBot, heard: list[str]) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    field, rows, table, empty = QLineEdit(), QListWidget(), QTableWidget(2, 2), QListWidget()
    rows.addItems(["Rats", "Mice"])
    table.setItem(1, 1, QTableWidgetItem("Voles"))
    column = QVBoxLayout(box)
    for part in (field, rows, table, empty):
        column.addWidget(part)
    spoken_rows.SpokenRows(box)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    rows.setCurrentRow(1)
    table.setCurrentCell(1, 1)
    for part in (field, rows, field, table, empty, rows, field):
        part.setFocus()
        qtbot.wait(1)
    assert heard == ["Mice", "Voles", "Mice"]
