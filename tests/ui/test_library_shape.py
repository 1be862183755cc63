"""The library screen at every size: nothing is cut, all has a name, Tab goes round, hidden rows are not read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shown_library import listings, opened, shown_library

from app.model.listing import Filter, Listing
from app.ui.library.panel import LibraryPanel
from app.ui.library.shelf_list import ShelfList, row_height
from app.ui.library.states import STATES
from app.ui.library.table_model import Column, ListingsModel
from app.ui.look import fonts


@pytest.fixture
def panel(qtbot: QtBot) -> LibraryPanel:
    return shown_library(qtbot)


def test_every_control_has_a_name_that_can_be_spoken(panel: LibraryPanel) -> None:
    for button in panel.findChildren(QPushButton):
        assert button.accessibleName() or button.text(), button
    model = panel.table.model()
    for column in Column:
        assert model.data(model.index(1, column), Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize(("width", "height"), [(640, 400), (960, 540), (1280, 720), (1440, 900)])
def test_nothing_is_cut_or_scrolls_sideways(panel: LibraryPanel, width: int, height: int) -> None:
    panel.resize(width, height)
    QApplication.processEvents()
    assert panel.width() == width
    for part in (panel.header, panel.top, panel.foot, panel.table):
        assert part.minimumSizeHint().width() <= part.width() <= width, part
    assert panel.table.horizontalHeader().length() <= panel.table.viewport().width()
    assert panel.table.columnWidth(Column.TITLE) >= 200


@pytest.mark.parametrize("width", [1280, 1440])
def test_every_state_is_a_whole_word(panel: LibraryPanel, width: int) -> None:
    panel.resize(width, 800)
    QApplication.processEvents()
    words = QFontMetrics(fonts.sans(15, 600))
    wanted = max(words.horizontalAdvance(look.word) for look in STATES.values())
    assert panel.table.columnWidth(Column.STATE) >= fonts.px(18) + 6 + wanted


def test_shelves_without_room_for_all_end_with_a_whole_row(panel: LibraryPanel) -> None:
    panel.resize(960, 480)
    QApplication.processEvents()
    shelves = panel.side.findChildren(ShelfList)
    short = [one for one in shelves if one.height() < one.count() * row_height()]
    assert short and all(one.viewport().height() % row_height() == 0 for one in short)


def test_of_ten_thousand_rows_only_those_in_sight_are_asked_for(
    panel: LibraryPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[int] = set()
    was, was_told = ListingsModel.listing, ListingsModel.data

    def noted(model: ListingsModel, row: int) -> Listing:
        asked.add(row)
        return was(model, row)

    def told(model: ListingsModel, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        asked.add(index.row())
        return was_told(model, index, role)

    monkeypatch.setattr(ListingsModel, "listing", noted)
    monkeypatch.setattr(ListingsModel, "data", told)
    many = listings(10_000)
    panel.show_listings(many)
    panel.grab()
    panel.show_listings(many[::-1])
    panel.table.scrollToBottom()
    panel.grab()
    assert 9_999 in asked, "the last row was painted"
    assert len(asked) < 200


def test_tab_goes_in_reading_order(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.focus_search()
    names = []
    for _ in range(12):
        widget = QApplication.focusWidget()
        names.append(widget.accessibleName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert names == [
        "Search summaries",
        "Find an action",
        "Publish website…",
        "New summary",
        "My library, library",
        "Summaries by state",
        "Add or edit categories",
        "Categories",
        "Any category, filter",
        "Grade above target, filter",
        "Something to look at, filter",
        "Summaries",
    ]


def test_a_narrow_window_folds_the_side_into_a_menu(panel: LibraryPanel, qtbot: QtBot) -> None:
    assert panel.side.isVisible() and not panel.top.shelf_button.isVisible()
    panel.resize(700, 500)
    QApplication.processEvents()
    assert not panel.side.isVisible() and panel.top.shelf_button.isVisible()
    actions = opened(panel.top.shelf_button.menu())
    with qtbot.waitSignal(panel.filter_changed) as asked:
        next(action for action in actions if action.text() == "Published").trigger()
    assert asked.args == [Filter(status="published")]
