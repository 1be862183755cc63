"""The editor panel on a small summary, shown and active."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from editor_desk import KNOWN, SUMMARY, Desk
from pytestqt.qtbot import QtBot

from app.ui.editor.panel import EditorPanel


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    panel = EditorPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 800)
    panel.show_categories(KNOWN)
    panel.show_summary(SUMMARY)
    desk = Desk(panel)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    yield desk
    panel.close()
