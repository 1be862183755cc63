"""F1 opens the help at the place that fits: each page, card, panel and dialog, and every place is there."""

from __future__ import annotations

import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QTextBrowser

from app import paths
from app.model.brought_in import BroughtIn
from app.model.house_style import Term
from app.model.sections import CARDS
from app.model.summary import Summary
from app.ui.dialogs.backups import BackupsDialog
from app.ui.dialogs.comment import CommentDialog
from app.ui.dialogs.confirm import ConfirmDialog
from app.ui.dialogs.crash import CrashDialog
from app.ui.dialogs.help import HelpDialog
from app.ui.dialogs.importing import ImportDialog
from app.ui.dialogs.palette import Palette
from app.ui.dialogs.reading import ReadingDialog
from app.ui.dialogs.term import TermDialog
from app.ui.dialogs.two_texts import TwoTextsDialog
from app.ui.helping import PLACES
from app.ui.side_panel import TABS
from app.ui.window import Window
from app.work.two_texts import TwoTexts

Steps = Generator[Any, None, None]
BY_ACTION = {
    "publish": "Publish", "site_settings": "The website", "categories": "The library", "targets": "Targets",
    "glossary": "The glossary of the library", "look_up": "Look a paper up", "settings": "Settings",
    "keys": "", "backups": "Backups", "trash_time": "The trash",
    "add_term": "The glossary of the library",
}  # fmt: skip


def help_of(over: Any) -> HelpDialog | None:
    return next((dialog for dialog in over.findChildren(HelpDialog) if dialog.isVisible()), None)


def press_f1(desktop: Any, over: Any, seen: list[tuple[str, str]], name: str) -> Steps:
    """Press F1, note the heading at which the help stands, and close it."""
    desktop.key(Qt.Key.Key_F1)
    yield lambda: help_of(over) is not None
    shown = help_of(over)
    assert shown is not None
    seen.append((name, shown.findChild(QTextBrowser).textCursor().block().text()))
    shown.close()
    yield lambda: help_of(over) is None
    over.activateWindow()
    yield 100


def dialog_of(window: Window) -> QDialog | None:
    return next((each for each in window.findChildren(QDialog) if each.isVisible()), None)


def test_f1_knows_which_page_card_and_panel_the_writer_is_in(desktop: Any) -> None:
    seen: list[tuple[str, str]] = []

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        yield from press_f1(desktop, window, seen, "welcome")
        window.welcome.sample_button.click()
        yield lambda: window.page == "library"
        yield from press_f1(desktop, window, seen, "library")
        window.library.focus_rows()
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        yield 800
        for card in CARDS:
            window.editor.show_section(card)
            yield 100
            yield from press_f1(desktop, window, seen, card)
        for tab in TABS:
            window.table[f"show_{tab}"].trigger()
            window.side.focus_panel()
            yield 300
            yield from press_f1(desktop, window, seen, tab)
        window.table["show_comments"].trigger()
        yield 300
        window.side.focus_panel()
        yield from press_f1(desktop, window, seen, "comments")

    desktop.run(script)
    wanted = [(name, PLACES[name][1] or first_line(PLACES[name][0])) for name, _heading in seen]
    assert seen == wanted
    assert {name for name, _heading in seen} == {"welcome", "library", "comments", *CARDS, *TABS}


def first_line(file: str) -> str:
    return (paths.guide() / file).read_text("utf-8").splitlines()[0].lstrip("# ")


def test_f1_in_a_dialog_knows_the_dialog(desktop: Any) -> None:
    seen: list[tuple[str, str]] = []

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        yield 600
        for name in BY_ACTION:
            if name == "add_term":
                desktop.key(Qt.Key.Key_Return)
                yield lambda: window.page == "editor"
                yield 800
            assert window.table[name].isEnabled(), name
            window.table[name].trigger()
            yield from in_dialog(desktop, window, seen, name)
        for dialog in of_rare_times(window):
            dialog.open()
            yield from in_dialog(desktop, window, seen, type(dialog).__name__)

    desktop.run(script)
    for name, heading in seen:
        file, place = PLACES[name] if name in PLACES else ("reference.md", BY_ACTION[name])
        assert heading == (place or first_line(file)), name
        assert name in PLACES or BY_ACTION[name] == place
    assert len(seen) == len(BY_ACTION) + 8


def test_f1_in_the_field_that_finds_actions(desktop: Any) -> None:
    seen: list[tuple[str, str]] = []

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.ctrl(Qt.Key.Key_K)
        yield lambda: window.findChild(Palette) is not None and window.findChild(Palette).search.hasFocus()
        desktop.keys("imp")
        yield from press_f1(desktop, window, seen, "Palette")
        palette = window.findChild(Palette)
        assert palette is not None and palette.search.hasFocus() and palette.search.text() == "imp", "as it was left"
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: window.findChild(Palette) is None

    desktop.run(script)
    assert seen == [("Palette", PLACES["Palette"][1])]


def in_dialog(desktop: Any, window: Window, seen: list[tuple[str, str]], name: str) -> Steps:
    yield lambda: dialog_of(window) is not None
    yield 200
    dialog = dialog_of(window)
    assert dialog is not None and type(dialog).__name__ in PLACES, name
    dialog.activateWindow()  # as a window manager does; there is none here
    yield dialog.isActiveWindow
    yield from press_f1(desktop, dialog, seen, name)
    dialog.close()
    yield lambda: dialog_of(window) is None
    window.activateWindow()
    yield window.isActiveWindow


def of_rare_times(window: Window) -> list[QDialog]:
    """Dialogs that no action opens, as they are when they come."""
    importing = window.findChild(ImportDialog)
    assert importing is not None
    importing.begin()
    importing.show_outcome(BroughtIn(added=1, refused=(("page.txt", "page.txt is not a summary."),)))
    importing.hide()
    two = TwoTexts("elsewhere", Summary(id="1", plain_title="Mine"), Summary(id="1", plain_title="Theirs"))
    return [
        importing,
        BackupsDialog(paths.data_folder(), window),
        CommentDialog("rats", "Simple Explanation", window),
        ConfirmDialog("Empty the trash", "Three summaries are deleted for good.", "Delete", window),
        CrashDialog("A fault of ours.", "report", "words", window),
        TwoTextsDialog(two, window),
        ReadingDialog(window),
        TermDialog(Term("oedema"), (), is_known=False, parent=window),
    ]


@pytest.mark.parametrize("name", sorted(PLACES))
def test_every_place_is_a_heading_of_its_page(name: str) -> None:
    file, heading = PLACES[name]
    headings = re.findall(r"^#+ (.+)$", (paths.guide() / file).read_text("utf-8"), re.MULTILINE)
    assert not heading or heading in headings


def test_every_dialog_of_ours_has_a_place() -> None:
    """A new dialog that nobody gave a place fails here."""
    import app.ui.dialogs

    folder = next(iter(app.ui.dialogs.__path__))
    classes = set()
    for file in sorted(Path(folder).glob("*.py")):
        classes |= set(re.findall(r"^class (\w+)\((?:QDialog|WordsDialog)\)", file.read_text("utf-8"), re.MULTILINE))
    assert len(classes) > 15
    assert classes - {"HelpDialog", "WordsDialog"} - PLACES.keys() == set()


def test_the_list_of_the_help_stays_beside_a_heading_below(desktop: Any) -> None:
    shown: list[str] = []

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        dialog = HelpDialog(paths.guide(), window)
        dialog.show_place("guide.md", "Key Findings")
        shown.append(dialog.findChild(QListWidget).currentItem().text().strip())
        shown.append(dialog.findChild(QTextBrowser).textCursor().block().text())
        dialog.deleteLater()

    desktop.run(script)
    assert shown == ["The cards, one by one", "Key Findings"]
