"""A window that begins with letters of 200 %: nothing is cut, and boxes and icons are as large as the words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QStyle, QTabBar, QWidget
from pytestqt.qtbot import QtBot
from stretched_window import clipped

from app.model.finding import Finding
from app.model.summary import Implication
from app.ui.fields.cards_field import CardsField
from app.ui.library.empty import EmptyLibrary
from app.ui.look import icons, style
from app.ui.side_panel import TABS, SidePanel
from app.ui.welcome import WelcomePanel

PERCENT = 200


@pytest.mark.parametrize("size", [(1440, 820), (1280, 640), (960, 460)])
@pytest.mark.parametrize("panel", [WelcomePanel, EmptyLibrary])
def test_nothing_is_cut_before_there_is_a_summary(
    qtbot: QtBot, qapp: QApplication, panel: Callable[[], QWidget], size: tuple[int, int]
) -> None:
    style.apply(qapp, "light", PERCENT)
    shown = panel()
    qtbot.addWidget(shown)
    shown.resize(*size)
    if isinstance(shown, EmptyLibrary):
        shown.show_height(size[1])
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: not list(clipped(shown)), timeout=1_000)


def test_names_of_panels_are_whole_when_a_number_came_while_they_were_hidden(qtbot: QtBot) -> None:
    side = SidePanel({name: QWidget() for name in TABS})
    qtbot.addWidget(side)
    side.resize(900, 400)
    with qtbot.waitExposed(side):
        side.show()
    side.hide()
    side.show_findings((Finding("passive", "note", "simple_explanation", 0, 4),) * 1234)
    side.show()
    tabs = side.findChild(QTabBar)
    qtbot.waitUntil(lambda: tabs.width() >= tabs.sizeHint().width(), timeout=1_000)


def test_boxes_and_icons_grow_with_the_letters(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light", PERCENT)
    box, button = QCheckBox("Tick"), QPushButton(icons.icon("plus"), "Add")
    for part in (box, button):
        qtbot.addWidget(part)
        part.show()
    assert box.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, box) >= 36
    assert button.iconSize().width() == 32


def test_cards_stand_side_by_side_only_where_their_letters_have_room(qtbot: QtBot, qapp: QApplication) -> None:
    places = []
    for percent in (100, PERCENT):
        style.apply(qapp, "light", percent)
        field = CardsField()
        qtbot.addWidget(field)
        field.show_cards((Implication("Hope", "It may help."), Implication("Care", "It was in rats.")))
        field.resize(700, 400)
        with qtbot.waitExposed(field):
            field.show()
        places.append(len({card.x() for card in field._cards}))
    assert places == [2, 1]


def test_a_low_panel_does_not_cut_its_tabs(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light", PERCENT)
    tall = {name: QWidget() for name in TABS}
    for part in tall.values():
        part.setMinimumHeight(500)
    side = SidePanel(tall)
    qtbot.addWidget(side)
    side.setMinimumHeight(1)
    side.resize(1280, 520)
    with qtbot.waitExposed(side):
        side.show()
    tabs = side.findChild(QTabBar)
    assert tabs.height() >= tabs.sizeHint().height()


def test_an_empty_library_grows_with_letters_that_grow_later(qtbot: QtBot, qapp: QApplication) -> None:
    panel = EmptyLibrary()
    qtbot.addWidget(panel)
    panel.resize(1280, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    style.apply(qapp, "light", PERCENT)
    panel.resize(1280, 630)
    qtbot.waitUntil(lambda: not list(clipped(panel)), timeout=1_000)
