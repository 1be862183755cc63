"""The History panel by keys: versions by day, compared, brought back, named; hundreds of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from app.model.summary import Summary
from app.text.changes import PartChange, changes
from app.ui.dialogs.name_version import NameVersionDialog
from app.ui.history.lines import DAY, LINE, STATE, VERSION
from app.ui.history.panel import HistoryPanel
from db.revisions import Revision, StateChange

OLD = Summary("s", plain_title="Rats", simple_explanation="The red fox ran.")
NEW = Summary("s", plain_title="Rats", simple_explanation="The grey cat ran <b>.", key_findings=("One.",))
VERSIONS = (
    Revision(3, 3, "autosave", "2026-11-20T14:00:00Z", "Rats", "x", "Maria"),
    Revision(2, 2, "published", "2026-11-20T11:00:00Z", "Rats", "x", "Jonas"),
    Revision(1, 1, "save", "2024-02-03T11:00:00Z", "Rats", "x", "Maria", "First try"),
)
STATES = (
    StateChange("published", "2026-11-20T11:00:00Z", "Jonas"),
    StateChange("draft", "2024-02-03T11:00:00Z", "Maria"),
)


@dataclass(frozen=True)
class Shown:
    older: int
    newer: int
    parts: tuple[PartChange, ...]


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[HistoryPanel]:
    window = QMainWindow()
    qtbot.addWidget(window)
    panel = HistoryPanel()
    panel.ask_changes_of(lambda number: changes(OLD, NEW) if number == 3 else None)
    window.setCentralWidget(panel)
    window.resize(392, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    panel.show_versions(VERSIONS, STATES)
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    yield panel


def test_versions_stand_by_day_with_states_between(panel: HistoryPanel) -> None:
    model = panel.list.model()
    lines = [model.index(row, 0).data(LINE) for row in range(model.rowCount())]
    assert [line.kind for line in lines] == [DAY, VERSION, VERSION, STATE, DAY, VERSION]
    assert [line.badge for line in lines if line.kind == VERSION] == ["", "Published", "First try"]
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Simple Explanation, Key Findings" in spoken and "Maria" in spoken and "newest" in spoken


def test_enter_compares_with_now_and_esc_goes_back(panel: HistoryPanel) -> None:
    asked: list[tuple[int, int]] = []
    panel.compare_requested.connect(lambda *pair: asked.append(pair))
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked == [(2, 0)]
    panel.show_comparison(Shown(2, 0, changes(OLD, NEW)))
    view = panel.comparison
    assert view.back.hasFocus() and view.isVisible()
    texts = [label.text() for label in view.findChildren(QLabel)]
    assert any("&lt;b&gt;" in text and "line-through" in text and "underline" in text for text in texts)
    said = [label.accessibleName() for label in view.findChildren(QLabel) if label.accessibleName()]
    assert said[0].startswith("Simple Explanation. Removed “red fox”, added “grey cat”")
    QTest.keyClick(view.back, Qt.Key.Key_Escape)
    assert not view.isVisible() and panel.list.hasFocus() and panel.chosen and panel.chosen.number == 2


def test_one_section_or_all_of_it_comes_back(panel: HistoryPanel) -> None:
    parts: list[tuple[int, str]] = []
    whole: list[int] = []
    panel.bring_back_part_requested.connect(lambda *asked: parts.append(asked))
    panel.bring_back_requested.connect(whole.append)
    panel.show_comparison(Shown(1, 0, changes(OLD, NEW)))
    button = next(one for one in panel.comparison.findChildren(QPushButton) if one.property("part") == "key_findings")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(panel.comparison.all, Qt.Key.Key_Space)
    assert (parts, whole) == ([(1, "key_findings")], [1])


def test_side_by_side_shows_two_texts_and_the_other_version_is_chosen_by_key(panel: HistoryPanel) -> None:
    asked: list[tuple[int, int]] = []
    panel.compare_requested.connect(lambda *pair: asked.append(pair))
    panel.show_comparison(Shown(1, 0, changes(OLD, NEW)))
    panel.comparison.side.setFocus()
    QTest.keyClick(panel.comparison.side, Qt.Key.Key_Space)
    texts = [one.text() for one in panel.comparison.area.widget().findChildren(QLabel)]
    assert sum("Then" in text for text in texts) == sum("Now" in text for text in texts) == 2
    QTest.keyClick(panel.comparison.other, Qt.Key.Key_Down)
    assert asked[-1] == (1, 3)


def test_a_version_gets_a_name_by_keys(panel: HistoryPanel) -> None:
    named: list[tuple[int, str]] = []
    panel.name_requested.connect(lambda *name: named.append(name))
    QTest.keyClick(panel.name, Qt.Key.Key_Space)
    dialog = panel.window().findChild(NameVersionDialog)
    assert dialog is not None
    field = QAccessible.queryAccessibleInterface(dialog.name)
    assert field.text(QAccessible.Text.Name) == "Name (optional)"
    QTest.keyClicks(dialog.name, "Sent")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert named == [(3, "Sent")]


def test_the_newest_cannot_be_brought_back(panel: HistoryPanel) -> None:
    assert not panel.bring_back.isEnabled()
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    assert panel.chosen and panel.chosen.number == 1 and panel.bring_back.isEnabled()


def test_of_hundreds_only_those_in_sight_are_described(panel: HistoryPanel) -> None:
    asked: list[int] = []
    panel.ask_changes_of(lambda number: asked.append(number))
    many = [Revision(n, n, "autosave", f"2026-10-{1 + n % 28:02}T10:00:00Z", "T", "x") for n in range(800, 0, -1)]
    panel.show_versions(many)
    panel.list.viewport().repaint()
    assert 0 < len(set(asked)) < 40


def test_every_control_has_a_name(panel: HistoryPanel) -> None:
    panel.show_comparison(Shown(1, 0, changes(OLD, NEW)))
    for button in panel.findChildren(QPushButton):
        assert button.accessibleName() or button.text().strip()
    assert panel.list.accessibleName() and panel.comparison.other.accessibleName()


def test_without_versions_the_sentence_is_at_the_top_and_the_buttons_at_the_foot(
    panel: HistoryPanel, qtbot: QtBot
) -> None:
    panel.show_versions(())
    qtbot.waitUntil(panel._none.isVisible)
    qtbot.waitUntil(lambda: panel.name.mapTo(panel, panel.name.rect().bottomLeft()).y() > panel.height() - 90)
    assert panel._none.mapTo(panel, panel._none.rect().topLeft()).y() < 70
    assert panel._none.alignment() & Qt.AlignmentFlag.AlignTop


def test_the_keyboard_goes_on_when_a_section_came_back(panel: HistoryPanel) -> None:
    panel.show_comparison(Shown(1, 0, changes(OLD, NEW)))
    view = panel.comparison
    backs = [one for one in view.findChildren(QPushButton) if one.property("part")]
    backs[0].setFocus()
    panel.show_comparison(Shown(1, 0, changes(OLD, NEW)[1:]))
    focus = QApplication.focusWidget()
    assert focus is not None and focus.property("part") == "key_findings" and focus not in backs
    QTest.keyClick(focus, Qt.Key.Key_Backtab)
    assert view.area.hasFocus()
    QTest.keyClick(view.area, Qt.Key.Key_Tab)
    panel.show_comparison(Shown(1, 0, ()))
    assert view.back.hasFocus()
