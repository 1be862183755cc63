"""The first tour: once, by keyboard, left with Esc, and again from the Help menu."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from accessible_walk import faults
from PySide6.QtCore import Qt

from app import paths, settings
from app.ui.paper.panel import PaperPanel
from app.ui.side_panel import TABS
from app.ui.tour import STEPS, TourStep
from app.ui.window import Window

Steps = Generator[Any, None, None]


def step_of(window: Window) -> TourStep | None:
    return next((step for step in window.findChildren(TourStep) if step.isVisible()), None)


def test_it_is_shown_once_and_gone_through_by_enter(desktop: Any) -> None:
    seen: list[str] = []

    def first(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: step_of(window) is not None
        for title, _words in STEPS:
            yield lambda title=title: (step := step_of(window)) and step.accessibleName().startswith(title)
            step = step_of(window)
            seen.append(step.accessibleName())
            assert step.next_button.hasFocus(), (title, desktop.focus())
            assert not faults(step, title), faults(step, title)
            desktop.key(Qt.Key.Key_Return)
        yield lambda: step_of(window) is None
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"

    desktop.has_toured = False
    desktop.run(first)
    assert len(seen) == len(STEPS) <= 5
    assert settings.load(paths.settings_file())[0].has_toured


def test_esc_leaves_it_and_the_help_menu_has_it_again(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        yield 300
        assert step_of(window) is None
        window.table["tour"].trigger()
        yield lambda: step_of(window) is not None
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: step_of(window) is None
        assert window.library.isAncestorOf(desktop.focus())

    desktop.run(script)


def test_every_panel_opens_after_a_first_start(desktop: Any) -> None:
    """Once the panel with the paper ended the program here, and only here: the tour had been over the window."""

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: step_of(window) is not None
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: step_of(window) is None
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        for number in (3, 4, 5, 1, 2, 3):
            desktop.ctrl(Qt.Key(Qt.Key.Key_0 + number))
            yield lambda number=number: window.side.tab == TABS[number - 1]
            yield 500
        paper = window.side.findChild(PaperPanel)
        assert paper is not None
        paper.view.choose(0, 40)
        yield paper.use_button.isVisible
        corner = paper.use_button.geometry().bottomRight()
        window.resize(window.width() - 60, window.height() - 80)
        yield lambda: paper.use_button.geometry().bottomRight() != corner
        assert paper.view.rect().contains(paper.use_button.geometry()), "it stays in the corner of the words"

    desktop.has_toured = False
    desktop.run(script)
