"""The publish dialog gives its lists the room that they fill, and no more."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.publish.nowhere import NowhereLink
from app.publish.plan import HeldBack, PlannedPage, PublishPlan, SectionChange
from app.ui.dialogs.publish import PublishDialog

LINKS = tuple(NowhereLink(f"https://doi.org/no-{number}", "doi", "a/index.html", "1", "Rats") for number in range(9))
CHANGED = PlannedPage("a", "Rats that run", (SectionChange("key_findings[0]", "Before. " * 20, "After. " * 20),))


@pytest.fixture
def dialog(qtbot: QtBot) -> PublishDialog:
    dialog = PublishDialog()
    qtbot.addWidget(dialog)
    dialog.show_plan(PublishPlan(new=(PlannedPage("b", "Rats that sleep", ()),), changed=(CHANGED,)))
    dialog.show()
    qtbot.wait(50)
    return dialog


def _fits_its_rows(dialog: PublishDialog) -> bool:
    return dialog.list.height() == dialog.list.rows[-1].geometry().bottom() + 1


def test_a_short_list_leaves_no_gap(dialog: PublishDialog, qtbot: QtBot) -> None:
    last = dialog.list.rows[-1]
    closed = dialog.list.height()
    assert _fits_its_rows(dialog)
    last.compare.click()
    qtbot.waitUntil(lambda: dialog.list.height() > closed and _fits_its_rows(dialog))
    shown = next(label for label in last.findChildren(QLabel) if label.text().startswith("After."))
    assert shown.isVisible() and not dialog.list.verticalScrollBar().isVisible()
    last.compare.click()
    qtbot.waitUntil(lambda: dialog.list.height() == closed and _fits_its_rows(dialog))


def test_links_that_lead_nowhere_fill_their_box_and_many_scroll(dialog: PublishDialog, qtbot: QtBot) -> None:
    area = dialog.nowhere._area
    heights = [0]
    for count in (1, 2, 9):
        dialog.show_nowhere(LINKS[:count])
        qtbot.waitUntil(lambda count=count: area.isVisible() and area.verticalScrollBar().isVisible() == (count == 9))
        qtbot.waitUntil(lambda: area.height() > heights[-1])
        heights.append(area.height())
    _none, one, two, nine = heights
    assert two == 2 * one < nine < 9 * one


@pytest.mark.parametrize("height", [516, 620])
def test_a_long_list_gives_way_so_that_one_bar_scrolls(dialog: PublishDialog, qtbot: QtBot, height: int) -> None:
    pages = tuple(PlannedPage(f"p{number}", "A page") for number in range(12))
    dialog.resize(720, height)
    dialog.show_plan(PublishPlan(new=pages, held_back=(HeldBack("7", "Just begun", "draft"),)))
    dialog.is_writing = True
    dialog._stop("All files are written.")
    bar = dialog._body.verticalScrollBar()
    qtbot.waitUntil(lambda: dialog.outcome.isVisible() and bar.maximum() == 0)
    assert dialog.list.height() >= dialog.list.rows[0].height() * 2
    assert dialog.list.verticalScrollBar().maximum() > 0
