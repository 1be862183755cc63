"""The library screen by key presses: search, choose, open, order, trash, shelves, filters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shown_library import CATEGORIES, listings, opened, shown_library

from app.model.listing import Filter, Listing
from app.model.site import Targets
from app.ui.dialogs.confirm import ConfirmDialog
from app.ui.library.panel import LibraryPanel
from app.ui.library.table_model import Column
from app.work.review import Grade


@pytest.fixture
def panel(qtbot: QtBot) -> LibraryPanel:
    return shown_library(qtbot)


def test_a_row_that_was_not_scored_yet_is_not_called_too_short(panel: LibraryPanel) -> None:
    panel.show_listings([Listing("new", "new", "New", is_graded=False), Listing("short", "short", "Short")])
    rows = panel.table.model()
    said = [[rows.index(row, column).data() for column in (Column.GRADE, Column.FINDINGS)] for row in (0, 1)]
    assert said == [["Not scored yet", "Not checked yet"], ["Too short to score", "None open"]]


def test_grades_come_into_their_rows_where_the_writer_is(panel: LibraryPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    rows, chosen = panel.table.model(), panel.table.current_id()
    with qtbot.waitSignal(rows.dataChanged):
        panel.table.show_grades({"id3": Grade(4.2, "scorer", (0, 2, 1)), "gone": Grade(None, "scorer", (0, 0, 0))})
    assert [rows.index(3, column).data() for column in (Column.GRADE, Column.FINDINGS)] == ["Grade 4", "2 to look at"]
    assert panel.table.current_id() == chosen == "id1"


def test_enter_opens_the_row_that_the_arrows_reached(panel: LibraryPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.chosen.open_requested) as asked:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert asked.args == ["id2"]


def test_rows_that_come_while_shift_is_held_choose_no_more_than_the_one(panel: LibraryPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)  # Qt counts Shift as held since
    panel.show_listings(listings(5)[2:])
    assert panel.chosen.ids() == ("id3",)


def test_duplicate_and_trash_are_about_all_chosen_rows(panel: LibraryPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(panel.chosen.duplicate_requested) as copied:
        qtbot.keyClick(panel.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(panel.chosen.trash_requested) as trashed:
        qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert copied.args == trashed.args == [("id0", "id1")]


def test_several_chosen_rows_bring_the_bar_and_escape_takes_it_away(panel: LibraryPanel, qtbot: QtBot) -> None:
    assert not panel.top.bar.isVisible()
    qtbot.keyClick(panel.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert panel.top.bar.isVisible()
    with qtbot.waitSignal(panel.chosen.status_requested) as asked:
        opened(panel.top.bar.status_menu)[2].trigger()
    assert asked.args == [("id0", "id1", "id2", "id3", "id4"), "ready"]
    qtbot.keyClick(panel.table, Qt.Key.Key_Escape)
    assert not panel.top.bar.isVisible()
    assert len(panel.chosen.ids()) == 1


def test_a_category_that_all_have_is_ticked_and_choosing_it_takes_it_away(panel: LibraryPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    pain, skin = opened(panel.top.bar.category_menu)
    assert pain.isChecked() and not skin.isChecked()
    with qtbot.waitSignal(panel.chosen.category_remove_requested) as removed:
        pain.trigger()
    with qtbot.waitSignal(panel.chosen.category_add_requested) as added:
        skin.trigger()
    assert removed.args == [("id0", "id1"), "pain"]
    assert added.args == [("id0", "id1"), "skin"]


def test_search_waits_for_a_pause_and_asks_once(panel: LibraryPanel, qtbot: QtBot) -> None:
    asked: list[Filter] = []
    panel.filter_changed.connect(asked.append)
    panel.focus_search()
    with qtbot.waitSignal(panel.filter_changed, timeout=2000):
        qtbot.keyClicks(panel.header.search, "nerve")
    assert asked == [Filter(search="nerve")]
    qtbot.keyClick(panel.header.search, Qt.Key.Key_Escape)
    assert asked[-1] == Filter()


def test_what_comes_while_words_are_typed_leaves_them_in_the_search_field(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.focus_search()
    with qtbot.waitSignal(panel.filter_changed) as asked:
        qtbot.keyClicks(panel.header.search, "nerve")
        panel.show_categories(CATEGORIES)
    assert asked.args == [Filter(search="nerve")]


def test_enter_in_the_search_field_goes_on_to_the_rows(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.focus_search()
    qtbot.keyClicks(panel.header.search, "x")
    with qtbot.waitSignal(panel.filter_changed):
        qtbot.keyClick(panel.header.search, Qt.Key.Key_Return)
    assert panel.table.hasFocus()


def test_shelves_are_chosen_by_arrow_keys_and_keep_the_search(panel: LibraryPanel, qtbot: QtBot) -> None:
    shelves = panel.side.findChildren(type(panel.side._shelves))[0]
    panel.show_filter(Filter(search="nerve"))
    shelves.setFocus()
    with qtbot.waitSignal(panel.filter_changed) as asked:
        qtbot.keyClick(shelves, Qt.Key.Key_Down)
    assert asked.args == [Filter(status="draft", search="nerve")]


def test_a_click_on_a_heading_orders_and_a_second_one_turns_it_round(panel: LibraryPanel, qtbot: QtBot) -> None:
    header = panel.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(Column.TITLE) + 20, 10)
    orders = []
    panel.filter_changed.connect(lambda wanted: orders.append((wanted.order, wanted.is_descending)))
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [order for order, _ in orders] == ["title", "title"]
    assert orders[0][1] != orders[1][1]


def test_chips_narrow_the_list(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_targets(Targets(grade=(5.0, 9.0)))
    panel.top.chips.above_target.setFocus()
    qtbot.keyClick(panel.top.chips.above_target, Qt.Key.Key_Space)
    qtbot.keyClick(panel.top.chips.has_findings, Qt.Key.Key_Space)
    assert panel.filter() == Filter(above_grade=9.0, has_findings=True)
    qtbot.keyClick(panel.top.chips.above_target, Qt.Key.Key_Space)
    assert panel.filter() == Filter(has_findings=True)


def test_the_same_rows_again_leave_choice_and_scroll_alone(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_listings(listings(200))
    for _ in range(60):
        qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    place = panel.table.verticalScrollBar().value()
    assert place > 0
    panel.show_listings(listings(200))
    assert panel.chosen.ids() == ("id60",)
    assert panel.table.verticalScrollBar().value() == place
    panel.show_listings([row for row in listings(200) if row.id != "id3"])
    assert panel.chosen.ids() == ("id60",)


def test_after_a_row_has_gone_its_neighbour_is_chosen(panel: LibraryPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    panel.show_listings([row for row in listings(5) if row.id != "id1"])
    assert panel.chosen.ids() == ("id2",)


def test_trash_is_put_back_or_emptied_after_one_question(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_filter(Filter(is_trashed=True))
    panel.show_listings(listings(1))
    with qtbot.assertNotEmitted(panel.chosen.open_requested):
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.chosen.untrash_requested) as back:
        qtbot.keyClick(panel.top.bar.untrash, Qt.Key.Key_Space)
    assert back.args == [("id0",)]
    with qtbot.assertNotEmitted(panel.empty_trash_requested):
        qtbot.keyClick(panel.top.empty_trash, Qt.Key.Key_Space)
        panel.findChild(ConfirmDialog).cancel.click()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    qtbot.keyClick(panel.top.empty_trash, Qt.Key.Key_Space)
    question = panel.findChildren(ConfirmDialog)[-1]
    with qtbot.waitSignal(panel.empty_trash_requested):
        qtbot.keyClick(question.action, Qt.Key.Key_Space)


def test_an_empty_library_offers_one_field(qtbot: QtBot) -> None:
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.resize(1280, 720)
    panel.show_listings([])
    panel.show()
    qtbot.waitExposed(panel)
    panel.focus_rows()
    qtbot.keyClicks(panel.empty.field, " 10.1186/s13041-021-00787-6 ")
    with qtbot.waitSignal(panel.start_requested) as asked:
        qtbot.keyClick(panel.empty.field, Qt.Key.Key_Return)
    assert asked.args == ["10.1186/s13041-021-00787-6"]


def test_nothing_found_says_why_and_leads_out(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_filter(Filter(search="zebra"))
    panel.show_listings([])
    assert panel.nothing.isVisible()
    with qtbot.waitSignal(panel.filter_changed) as asked:
        qtbot.keyClick(panel.nothing.clear, Qt.Key.Key_Space)
    assert asked.args == [Filter()]


def test_files_dropped_anywhere_come_in(panel: LibraryPanel, qtbot: QtBot, tmp_path: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.json")), QUrl("https://example.org/b")])
    event = QDropEvent(
        QPoint(700, 300), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(panel.import_requested) as asked:
        panel.dropEvent(event)
    assert asked.args == [[str(tmp_path / "a.json")]]


def test_the_menu_key_opens_the_rows_menu(panel: LibraryPanel) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(panel.table.viewport(), event)
    assert [action.text() for action in panel.chosen.menu.actions() if action.text()] == [
        "Open", "Duplicate", "Send to another writer…", "State", "Category", "Order by", "Move to trash"
    ]  # fmt: skip
    panel.chosen.menu.close()


def test_a_category_is_chosen_by_keys_and_named_in_the_heading(panel: LibraryPanel, qtbot: QtBot) -> None:
    categories = panel.side._category_list
    categories.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(categories, Qt.Key.Key_Return)
    if panel.filter().category == "":
        qtbot.keyClick(categories, Qt.Key.Key_Down)
    assert panel.filter().category in ("pain", "skin")
    assert panel.top._heading.text() in ("Pain", "Skin Care")


def test_a_state_says_since_when_and_who_gave_it(panel: LibraryPanel) -> None:
    given = replace(listings(1)[0], state_at="2020-03-04T10:00:00Z", state_by="<b>Ana</b>")
    panel.show_listings([given, replace(given, id="new", state_at="", state_by="")])
    model = panel.table.model()
    state = model.index(0, Column.STATE)
    assert "&lt;b&gt;Ana" in state.data(Qt.ItemDataRole.ToolTipRole)
    said = state.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said.startswith("Draft since 4 March 2020") and said.endswith("<b>Ana</b>")
    assert not model.index(1, Column.STATE).data(Qt.ItemDataRole.ToolTipRole)
