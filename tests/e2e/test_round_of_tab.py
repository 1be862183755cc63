"""Tab goes round the whole window: header, outline, form from top to bottom, panel, header; and back the same way."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from accessible_walk import visible_focusable
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHeaderView, QWidget

from app.ui.checks.line_list import LineList
from app.ui.editor.sections import ImplicationsSection, ListSection
from app.ui.editor.sources_section import SourcesSection
from app.ui.fields.rich_toolbar import RichToolbar
from app.ui.window import Window

Steps = Generator[Any, None, None]
MOST = 400


def to_editor(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"
    yield 600
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "editor"
    yield 1000


def round_of(window: Window, key: Qt.Key) -> list[QWidget]:
    """What Tab meets from the way to the library until it is there again."""
    start = first_of_header(window)
    start.setFocus(Qt.FocusReason.TabFocusReason)
    met = [start]
    while len(met) < MOST:
        here = QApplication.focusWidget()
        assert here is not None, f"the keyboard is lost after {met[-1].accessibleName()}"
        QTest.keyClick(here, key)
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        if focus is start:
            return met
        assert focus is not None and focus not in met, f"twice: {focus and focus.accessibleName()}"
        met.append(focus)
    raise AssertionError("it does not come round")


def first_of_header(window: Window) -> QWidget:
    return next(each for each in window.header.findChildren(QWidget) if takes_tab(each) and each.isVisible())


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and widget.isEnabled()


def is_beside(widget: QWidget) -> bool:
    """What is reached otherwise: by arrows among choices, or by a key that a menu lists."""
    is_button = isinstance(widget, QAbstractButton) and not takes_tab(widget)
    return is_button or isinstance(widget, QHeaderView) or isinstance(widget.parent(), RichToolbar)


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}” in {type(widget.parent()).__name__}"


def faults_of_round(window: Window, when: str) -> list[str]:
    """What is skipped, out of its place, or not the same on the way back."""
    in_sight = visible_focusable(window)
    there = round_of(window, Qt.Key.Key_Tab)
    in_sight = [each for each in visible_focusable(window) if each in in_sight]  # some comes for one sentence alone
    back = round_of(window, Qt.Key.Key_Backtab)
    in_sight = [each for each in visible_focusable(window) if each in in_sight]
    steady = [[each for each in way if each in in_sight] for way in (there, back)]
    found = []
    if [steady[0][0], *steady[0][:0:-1]] != steady[1]:
        found.append(f"{when}: not the same way back: {differing(*steady)}")
    areas = [area_of(window, each) for each in there]
    if areas != sorted(areas):
        found.append(f"{when}: areas in the order {areas}")
    form = [each for each in there if area_of(window, each) == 2]
    heights = [each.mapTo(window.editor, each.rect().topLeft()).y() for each in form_sections(window, form)]
    if heights != sorted(heights):
        found.append(f"{when}: sections out of their order")
    found += [f"{when}: skipped: {told(each)}" for each in in_sight if each not in there
              and not is_beside(each) and not window.menuBar().isAncestorOf(each)]  # fmt: skip
    fields = [field.edit for card in window.editor.form.sections.values() for field in card.rich_fields()]
    if [each for each in form if each in fields] != [each for each in fields if each.isVisible()]:
        found.append(f"{when}: fields {[each.accessibleName() for each in form if each in fields]}")
    return found


def differing(there: list[QWidget], back: list[QWidget]) -> list[str]:
    turned = [there[0], *there[:0:-1]]
    return [f"{one.accessibleName()} / {other.accessibleName()}" for one, other in zip(turned, back, strict=False)
            if one is not other][:4]  # fmt: skip


def area_of(window: Window, widget: QWidget) -> int:
    """0 the header, 1 the outline, 2 the form, 3 the panel."""
    areas = (window.header, window.editor.outline, window.editor.form, window.side)
    return next(place for place, area in enumerate(areas) if area.isAncestorOf(widget))


def form_sections(window: Window, form: list[QWidget]) -> list[QWidget]:
    """The cards in the order in which Tab comes into them."""
    cards = list(window.editor.form.cards.values())
    came = [next(card for card in cards if card.isAncestorOf(each)) for each in form]
    return list(dict.fromkeys(came))


def change_rows(window: Window) -> Steps:
    """Add, move, remove and undo in every list."""
    for section in window.editor.form.sections.values():
        rows = (
            section.list if isinstance(section, ListSection)
            else section.cards if isinstance(section, ImplicationsSection)
            else section.sources if isinstance(section, SourcesSection) else None
        )  # fmt: skip
        if rows is None:
            continue
        for what, place in (("add", 0), ("add", 1), ("up", 1), ("remove", 0)):
            rows.do(what, place)
            yield 20
        window.table["undo"].trigger()
        yield 20
        window.table["redo"].trigger()
        yield 20


def test_the_round_takes_in_every_panel(desktop: Any) -> None:
    found: list[str] = []

    def script(window: Window) -> Steps:
        yield from to_editor(desktop, window)
        for tab in ("reading", "paper", "checks", "history"):
            window.table[f"show_{tab}"].trigger()
            yield 800
            found.extend(faults_of_round(window, tab))
        window.table["show_checks"].trigger()
        yield 300
        lines = window.findChild(LineList)
        lines.setFocus()
        desktop.key(Qt.Key.Key_Return)
        yield lambda: lines.open_line is not None
        yield 100
        found.extend(faults_of_round(window, "an open finding"))
        lines.open_line.ask_reason()
        yield 100
        found.extend(faults_of_round(window, "an open finding that asks for a reason"))

    desktop.run(script)
    assert not found, "\n".join(found)


def test_the_round_is_whole_both_ways_with_rows_and_without(desktop: Any) -> None:
    found: list[str] = []

    def script(window: Window) -> Steps:
        yield from to_editor(desktop, window)
        window.table["show_reading"].trigger()
        yield 2000
        found.extend(faults_of_round(window, "with rows"))
        yield from change_rows(window)
        yield 1500
        found.extend(faults_of_round(window, "with rows, changed"))
        window.table["new_summary"].trigger()
        yield 1500
        found.extend(faults_of_round(window, "empty"))
        yield from change_rows(window)
        yield 1500
        found.extend(faults_of_round(window, "no longer empty"))

    desktop.run(script)
    assert not found, "\n".join(found)
