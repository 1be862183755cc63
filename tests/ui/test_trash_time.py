"""After how many days the trash empties: chosen by keys, said under the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.dialogs.trash_time import TrashTimeDialog
from app.ui.words.trash import shelf_words


def test_a_time_is_chosen_by_keys(qtbot: QtBot) -> None:
    dialog = TrashTimeDialog(90)
    chosen: list[int] = []
    dialog.chosen.connect(chosen.append)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.days, Qt.Key.Key_End)
    assert dialog.days.currentText().startswith("never")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen == [0]


def test_a_time_of_the_settings_file_is_offered_too(qtbot: QtBot) -> None:
    dialog = TrashTimeDialog(7)
    qtbot.addWidget(dialog)
    assert dialog.days.currentData() == 7


def test_what_it_means_is_said() -> None:
    assert "website" in shelf_words(90) and "90 days" in shelf_words(90)
    assert "until you empty" in shelf_words(0)
