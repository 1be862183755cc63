"""The library screen with a few summaries in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.model.listing import Counts, Listing
from app.model.summary import Category
from app.ui.library.panel import LibraryPanel

CATEGORIES = (Category("pain", "Pain"), Category("skin", "Skin Care"))


def listings(count: int) -> list[Listing]:
    now = datetime.now(UTC)
    return [
        Listing(
            id=f"id{number}",
            slug=f"slug-{number}",
            title=f"Summary {number}",
            paper_title=f"The paper of summary {number}",
            status=("draft", "published")[number % 2],
            categories=("Pain",),
            category_slugs=("pain",),
            grade=7.0 + number % 5,
            journal="Spinal Cord",
            year=2020,
            updated=(now - timedelta(days=number)).isoformat(),
            errors=number % 2,
            warnings=number % 3,
        )
        for number in range(count)
    ]


def opened(menu: QMenu) -> list[QAction]:
    """A menu's actions, as they are when it opens."""
    menu.aboutToShow.emit()
    return menu.actions()


def shown_library(qtbot: QtBot) -> LibraryPanel:
    """The screen with five summaries and the keyboard in its rows."""
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.resize(1440, 860)
    panel.show_categories(CATEGORIES)
    panel.show_counts(Counts({"draft": 3, "published": 2}, {"pain": 5}, 1))
    panel.show_listings(listings(5))
    panel.show()
    qtbot.waitExposed(panel)
    QTest.keyClick(panel, Qt.Key.Key_Shift)  # let go of what the test before pressed with its last key
    panel.focus_rows()
    return panel
