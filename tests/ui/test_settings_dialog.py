"""Settings by keyboard: every one of the list, at once, searched for, and put back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from app.settings import Settings, from_json
from app.ui.dialogs.settings import SettingsDialog
from app.ui.dialogs.settings_table import TABLE
from app.work.memory import Memory


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "settings.json")


@pytest.fixture
def dialog(qtbot: QtBot, memory: Memory) -> SettingsDialog:
    dialog = SettingsDialog(memory.settings, has_library=True)
    qtbot.addWidget(dialog)
    dialog.edited.connect(lambda name, value: memory.set(**{name: value}))
    memory.changed.connect(dialog.show_settings)
    dialog.show()
    return dialog


def change(dialog: SettingsDialog, name: str) -> None:
    """Change a setting as the keyboard does."""
    control = dialog.rows[name].control
    control.setFocus()
    if isinstance(control, QCheckBox):
        QTest.keyClick(control, Qt.Key.Key_Space)
    elif isinstance(control, QComboBox | QSpinBox):
        QTest.keyClick(control, Qt.Key.Key_Down)
    elif isinstance(control, QLineEdit):
        QTest.keyClicks(control, "Ana Lima")
        QTest.keyClick(control, Qt.Key.Key_Tab)


def test_every_setting_changes_at_once_is_kept_and_is_reset(dialog: SettingsDialog, memory: Memory) -> None:
    for setting in TABLE:
        first = getattr(memory.settings, setting.name)
        change(dialog, setting.name)
        now = getattr(memory.settings, setting.name)
        assert now != first, setting.name
        read, bad = from_json({setting.name: list(now) if isinstance(now, tuple) else now})
        assert not bad and getattr(read, setting.name) == now
        reset = dialog.rows[setting.name].reset
        assert reset.isEnabled()
        reset.click()
        assert getattr(memory.settings, setting.name) == first and not reset.isEnabled()
    assert not dialog.reset_all.isEnabled()


def test_all_are_reset_at_once_and_unknown_keys_stay(dialog: SettingsDialog, memory: Memory) -> None:
    memory.set(extra={"of_tomorrow": 7}, last_library="/somewhere")
    for setting in TABLE:
        change(dialog, setting.name)
    dialog.reset_all.click()
    assert memory.settings == replace(Settings(), extra={"of_tomorrow": 7}, last_library="/somewhere")


def test_the_search_leaves_what_fits_and_says_when_nothing_does(dialog: SettingsDialog) -> None:
    QTest.keyClicks(dialog.search, "dark")
    assert [name for name, row in dialog.rows.items() if row.isVisible()] == ["scheme"]
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "glossary this library")
    assert dialog.links["glossary"].isVisible() and not dialog.rows["scheme"].isVisible()
    dialog.search.setText("qqq")
    assert not any(row.isVisible() for row in dialog.rows.values()) and dialog._nothing.isVisible()


def test_a_link_leads_to_what_belongs_to_the_library(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.action_requested) as asked:
        dialog.links["targets"].click()
    assert asked.args == ["targets"] and not dialog.isVisible()
