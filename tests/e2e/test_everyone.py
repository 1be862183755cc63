"""Everybody can use it: the whole window as a screen reader is told of it, and by Tab alone."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from accessible_walk import faults, visible_focusable
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QHeaderView, QWidget

from app import paths
from app.model.brought_in import BroughtIn
from app.model.exchange import Sent
from app.model.house_style import Term
from app.model.merge import merged
from app.model.paper import Paper
from app.model.summary import Summary
from app.ui.dialogs.backups import BackupsDialog
from app.ui.dialogs.citation_diff import CitationDiffDialog
from app.ui.dialogs.clash import ClashDialog
from app.ui.dialogs.confirm import ConfirmDialog
from app.ui.dialogs.crash import CrashDialog
from app.ui.dialogs.importing import ImportDialog
from app.ui.dialogs.reading import ReadingDialog
from app.ui.dialogs.term import TermDialog
from app.ui.dialogs.two_texts import TwoTextsDialog
from app.ui.fields.rich_toolbar import RichToolbar
from app.ui.history.panel import HistoryPanel
from app.ui.look.focus_ring import _OWN_EDGE as OWN_EDGE
from app.ui.look.focus_ring import FocusRing
from app.ui.side_panel import TABS
from app.ui.window import Window
from app.work.exchange import Meeting
from app.work.two_texts import TwoTexts

Steps = Generator[Any, None, None]
DIALOGS = (
    "publish", "site_settings", "categories", "glossary", "targets", "find_action", "keys", "guide", "about",
    "add_term", "look_up", "settings", "backups", "trash_time", "name_version", "comment",
)  # fmt: skip


MOST_LINKS = 100


def to_editor(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"
    yield 600
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "editor"
    yield 2000


def unreached(root: QWidget, *, is_ringed: bool = True) -> list[str]:
    """Go round by Tab until it comes back: the controls that it did not meet, and those that no ring showed."""
    seen: list[QWidget] = []
    found = []
    while (here := QApplication.focusWidget()) is not None and here not in seen and root.isAncestorOf(here):
        seen.append(here)
        if is_ringed and not is_shown(here):
            found.append(f"no ring: {told(here)}")
        for _ in range(MOST_LINKS):  # in a text with links Tab goes through them first
            QTest.keyClick(here, Qt.Key.Key_Tab)
            if QApplication.focusWidget() is not here:
                break
    return found + [told(widget) for widget in visible_focusable(root) if widget not in seen and not is_beside(widget)]


def is_shown(widget: QWidget) -> bool:
    """Whether the ring is around it, or it is a text or list, whose own edge shows the keyboard."""
    if isinstance(widget, OWN_EDGE) or widget.property("ownFocus"):
        return widget.hasFocus()
    ring = widget.window().findChild(FocusRing)
    return ring is not None and ring._target is widget and ring.isVisible()


def is_beside(widget: QWidget) -> bool:
    """What is reached otherwise: by arrows in a set of choices, or by the key that the Format menu lists."""
    is_choice = isinstance(widget, QAbstractButton) and widget.isCheckable() and not takes_tab(widget)
    return is_choice or isinstance(widget, QHeaderView) or isinstance(widget.parent(), RichToolbar)


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops at it. Of choices that exclude each other Qt lets it stop at the chosen one only."""
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}” in {type(widget.parent()).__name__}"


def test_welcome_and_library_can_be_heard_and_reached(desktop: Any) -> None:
    found: list[str] = []

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        yield 300
        found.extend(faults(window, "welcome") + unreached(window))
        window.welcome.sample_button.setFocus()
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        yield 1000
        found.extend(faults(window, "library") + unreached(window))

    desktop.run(script)
    assert not found, "\n".join(found)


def test_the_editor_with_every_panel_can_be_heard_and_reached(desktop: Any) -> None:
    found: list[str] = []

    def script(window: Window) -> Steps:
        yield from to_editor(desktop, window)
        for tab in TABS:
            window.table[f"show_{tab}"].trigger()
            yield 600
            found.extend(faults(window, tab))
            if tab != "preview":  # the page takes the keyboard in its own process, and gives it back in its own time
                window.header.setFocus()
                window.side.focus_panel()
                found.extend(f"{tab}: {each}" for each in unreached(window))

    desktop.run(script)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("page", ["library", "editor"])
def test_every_dialog_can_be_heard_and_reached(desktop: Any, page: str) -> None:
    found: list[str] = []

    def script(window: Window) -> Steps:
        yield from to_editor(desktop, window)
        if page == "library":
            window.table["back_to_library"].trigger()
            yield lambda: window.page == "library"
        for name in DIALOGS:
            if not window.table[name].isEnabled():
                continue
            window.table[name].trigger()
            yield lambda: open_dialog(window) is not None
            yield 400
            dialog = open_dialog(window)
            assert dialog is not None
            found.extend(faults(dialog, name))
            if name != "find_action":  # one field; its list is gone through with the arrow keys
                found.extend(f"{name}: {each}" for each in unreached(dialog))
            dialog.close()
            yield lambda: open_dialog(window) is None

    desktop.run(script)
    assert not found, "\n".join(found)


def test_the_dialogs_of_rare_times_can_be_heard_and_reached(desktop: Any) -> None:
    found: list[str] = []

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        yield 600
        for dialog in rare_dialogs(window):
            dialog.open()
            yield lambda: open_dialog(window) is not None
            yield 300
            where = type(dialog).__name__
            found.extend(faults(dialog, where) + [f"{where}: {each}" for each in unreached(dialog)])
            dialog.close()
            yield lambda: open_dialog(window) is None

    desktop.run(script)
    assert not found, "\n".join(found)


def test_comments_and_a_comparison_can_be_heard_and_reached(desktop: Any) -> None:
    found: list[str] = []

    def script(window: Window) -> Steps:
        yield from to_editor(desktop, window)
        desktop.keys("Rats. ")
        window.table["save"].trigger()
        yield 600
        desktop.keys("More rats. ")
        window.table["save"].trigger()
        yield 600
        window.table["comment"].trigger()
        yield lambda: open_dialog(window) is not None
        yield 200
        desktop.keys("Is this right?")
        desktop.ctrl(Qt.Key.Key_Return)
        yield lambda: open_dialog(window) is None
        window.activateWindow()
        yield window.isActiveWindow
        window.table["show_comments"].trigger()
        yield 800
        window.header.setFocus()
        window.side.focus_panel()
        found.extend(faults(window, "comments") + [f"comments: {each}" for each in unreached(window)])
        history = window.findChild(HistoryPanel)
        assert history is not None
        history.versions_part.click()
        history.list.setFocus()
        yield 200
        desktop.key(Qt.Key.Key_Down)
        desktop.key(Qt.Key.Key_Return)
        yield 800
        window.header.setFocus()
        window.side.focus_panel()
        found.extend(faults(window, "versions") + [f"versions: {each}" for each in unreached(window)])

    desktop.run(script)
    assert not found, "\n".join(found)


def rare_dialogs(window: Window) -> list[QDialog]:
    """Dialogs that no action opens, as they are when they come."""
    importing = window.findChild(ImportDialog)
    assert importing is not None
    importing.begin()
    importing.show_outcome(BroughtIn(added=1, refused=(("page.txt", "page.txt is not a summary."),)))
    importing.hide()
    two = TwoTexts("elsewhere", Summary(id="1", plain_title="Mine"), Summary(id="1", plain_title="Theirs"))
    return [
        importing,
        ConfirmDialog("Empty the trash", "Three summaries are deleted for good.", "Delete", window),
        CrashDialog("A fault of ours.", "report", "words", window),
        TwoTextsDialog(two, window),
        ReadingDialog(window),
        ClashDialog(meeting(), "Ben", window),
        CitationDiffDialog(Paper(title="Tea"), Paper(title="Does tea wake?", volume="12"), {}, window),
        TermDialog(Term("utilised"), ("used", "applied"), parent=window),
        with_backups(window),
    ]


def meeting() -> Meeting:
    """A summary that both writers changed, in three parts."""
    told = [
        Summary("1", plain_title=f"Rats {who}", simple_explanation=f"They {who}.", research_summary=f"Ten {who}.")
        for who in ("ran", "swam", "slept")
    ]
    return Meeting(Sent(told[2]), told[1], told[2], merged(*told))


def with_backups(window: Window) -> BackupsDialog:
    """One backup that can be brought back and one that cannot."""
    dialog, now = BackupsDialog(paths.data_folder(), window), datetime.now().astimezone()
    dialog.show_backups([(now, Path("a"), 12_000, 3), (now, Path("b"), 1_000, None)])
    return dialog


def open_dialog(window: Window) -> QDialog | None:
    return next((dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()), None)
