"""The library screen and its dialogs on a real library, wired as the window wires them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.opening import Opener
from app.ui.dialogs.publish import PublishDialog
from app.ui.library.panel import LibraryPanel
from app.work.desk import Desk
from app.work.jobs import Jobs
from app.work.many_summaries import ManySummaries
from app.work.publishing import Publishing
from app.work.session import Session


@pytest.fixture
def desk() -> Iterator[Desk]:
    opener, desk = Opener(), Desk(Session())
    assert desk.show_library(opener.sample())
    yield desk
    desk.close()
    opener.release()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> LibraryPanel:
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.resize(1280, 800)
    desk.listings_changed.connect(panel.show_listings)
    desk.counts_changed.connect(panel.show_counts)
    desk.categories_changed.connect(panel.show_categories)
    panel.filter_changed.connect(desk.show_filter)
    many = ManySummaries(desk, panel)
    panel.chosen.trash_requested.connect(many.trash)
    panel.chosen.untrash_requested.connect(many.untrash)
    panel.empty_trash_requested.connect(many.empty_trash)
    panel.chosen.status_requested.connect(many.set_status)
    panel.chosen.duplicate_requested.connect(many.duplicate)
    desk.refresh()
    panel.show()
    qtbot.waitExposed(panel)
    panel.focus_rows()
    return panel


def rows(panel: LibraryPanel) -> int:
    return panel.table.model().rowCount()


def test_search_trash_and_back_by_keys(panel: LibraryPanel, desk: Desk, qtbot: QtBot) -> None:
    assert rows(panel) == 3
    panel.focus_search()
    qtbot.keyClicks(panel.header.search, "rats")
    qtbot.keyClick(panel.header.search, Qt.Key.Key_Return)
    assert rows(panel) == 1
    (found,) = panel.chosen.ids()
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert rows(panel) == 0 and panel.nothing.isVisible()
    panel.focus_search()
    qtbot.keyClick(panel.header.search, Qt.Key.Key_Escape)
    assert rows(panel) == 2
    shelves = panel.side._shelves
    shelves.setFocus()
    qtbot.keyClick(shelves, Qt.Key.Key_End)
    assert panel.filter().is_trashed and rows(panel) == 1
    panel.focus_rows()
    qtbot.keyClick(panel.top.bar.untrash, Qt.Key.Key_Space)
    assert desk.store.load(found).id == found
    qtbot.keyClick(shelves, Qt.Key.Key_Home)
    assert rows(panel) == 3


def test_every_order_and_filter_is_one_the_library_knows(panel: LibraryPanel, desk: Desk) -> None:
    faults: list[str] = []
    desk.failed.connect(faults.append)
    for order in ("title", "categories", "status", "grade", "journal", "findings", "updated"):
        for is_descending in (False, True):
            panel.table.order_requested.emit(order, is_descending)
            assert rows(panel) == 3
    panel.top.chips.has_findings.click()
    panel.top.chips.above_target.click()
    assert not faults


def test_publish_from_plan_to_written_folder(panel: LibraryPanel, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    jobs = Jobs()
    publishing, dialog = Publishing(desk, jobs), PublishDialog(panel)
    dialog.plan_requested.connect(publishing.plan)
    dialog.publish_requested.connect(publishing.publish)
    publishing.plan_ready.connect(dialog.show_plan)
    publishing.progressed.connect(dialog.show_progress)
    publishing.done.connect(dialog.show_done)
    publishing.failed.connect(dialog.show_error)
    dialog.open()
    with qtbot.waitSignal(publishing.plan_ready, timeout=20_000):
        dialog.show_folder(str(tmp_path / "website"))
    new = len(dialog.list.rows)
    assert new and dialog.publish.text().endswith(("change", "changes"))
    with qtbot.waitSignal(publishing.done, timeout=20_000):
        qtbot.keyClick(dialog.publish, Qt.Key.Key_Space)
    assert (tmp_path / "website" / "index.html").is_file()
    with qtbot.waitSignal(publishing.plan_ready, timeout=20_000):
        dialog.show_folder(str(tmp_path / "website"))
    assert not dialog.list.rows
    assert f"{new} page" in dialog.words.text()
    dialog.close()
    assert jobs.close()
